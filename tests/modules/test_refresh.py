"""The data files, made out of small published files that are made up."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from pathlib import Path

import pytest

from sutaza_hooks.modules import shelf, sieve
from sutaza_hooks.modules.refresh import main

SURVEY = {
    "Plain": ["plain"],
    "Many.Words": ["many_words", "tests"],
    "renamed": ["other", "_other"],
    "follower": ["other"],
    "as-files": ["parcel.__init__", "parcel.part"],
    "only-docs": ["docs"],
    "broken": ["not-a-module", "", "fine"],
    "obscure": ["dark"],
    "silent": [],
    "x.one": ["x"],
    "x.two": ["x"],
    "x.three": ["x"],
    "thing-stubs": ["thing-stubs"],
    "thing": ["thing"],
    "azure-some": ["azure"],
}
RANKS = ["renamed", "plain", "many-words", "as-files", "only-docs", "broken", "silent"]
RANKS += ["x-one", "x-two", "x-three", "thing-stubs", "thing", "azure-some", "brand-new"]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("published")
    files = {name: folder / f"{name}.whl" for name in ("pigar", "pipreqs", "guarddog", "stdlibs")}
    _survey(folder / "survey")
    _wheel(files["pigar"], {"pigar/.db.sqlite3": (folder / "survey").read_bytes()})
    _wheel(files["pipreqs"], {"pipreqs/mapping": b"quiet:silent\nwrong:plain\n"})
    ranks = json.dumps({"packages": RANKS}).encode()
    _wheel(
        files["guarddog"], {"guarddog/analyzer/metadata/resources/top_pypi_packages.json": ranks}
    )
    versions = {"7": ["older"], "8": ["json", "imp"], "15": ["json", "tomllib"]}
    listed = {
        f"stdlibs/py3{minor}.py": "".join(f'        "{name}",\n' for name in names).encode()
        for minor, names in versions.items()
    }
    _wheel(files["stdlibs"], listed)
    files["pants"] = folder / "pants.py"
    files["pants"].write_text('DEFAULT_MODULE_MAPPING: dict[str, object] = {"plain": ("plane",)}\n')
    files["parselmouth"] = folder / "conda.json"
    files["parselmouth"].write_text('{"py-plain": "plain", "plain": "plain", "cc": null}')
    return files


def _survey(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE distributions (id INTEGER, name, version)")
    connection.execute("CREATE TABLE top_level_module_names (id INTEGER, distribution_id, name)")
    for number, (name, modules) in enumerate(SURVEY.items()):
        connection.execute("INSERT INTO distributions VALUES (?, ?, '')", (number, name))
        rows = ((number, module) for module in modules)
        connection.executemany("INSERT INTO top_level_module_names VALUES (0, ?, ?)", rows)
    connection.commit()
    connection.close()


def _wheel(path: Path, files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w") as wheel:
        for name, data in files.items():
            wheel.writestr(name, data)


def _made(files: dict[str, Path], folder: Path) -> dict[str, bytes]:
    folder.mkdir()
    main([f"--{name}={path}" for name, path in files.items()] + [f"--into={folder}"])
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_the_same_files_give_the_same_bytes(published: dict[str, Path], tmp_path: Path) -> None:
    assert _made(published, tmp_path / "once") == _made(published, tmp_path / "again")


ROWS = {
    "what pants says is added to what the survey says": ("plain", ("plain", "plane")),
    "stray modules are left out, and then its name says it": ("many-words", ()),
    "private modules come last": ("renamed", ("other", "_other")),
    "a follower of a well-known one is kept": ("follower", ("other",)),
    "files of a package are the package": ("as-files", ("parcel",)),
    "nothing but strays: the name is believed too": ("only-docs", ("docs", "only_docs")),
    "what cannot be imported is left out": ("broken", ("fine",)),
    "what is not well known is not in the table": ("obscure", ()),
    "pipreqs is heard where the survey is silent": ("silent", ("quiet",)),
    "a shared package is narrowed by the dots of the name": ("x-one", ("x.one",)),
    "stubs are for what they describe": ("thing-stubs", ("thing",)),
    "members of a family are told by their pattern": ("azure-some", ()),
    "new, and so unknown to the survey": ("brand-new", ()),
}


@pytest.mark.parametrize(("name", "row"), ROWS.values(), ids=ROWS.keys())
def test_rows(published: dict[str, Path], tmp_path: Path, name: str, row: tuple[str, ...]) -> None:
    files = _made(published, tmp_path / "made")
    assert shelf.read(files["shipped.bin"]).get(name) == row


def test_the_other_files(published: dict[str, Path], tmp_path: Path) -> None:
    files = _made(published, tmp_path / "made")
    pairs, modules = sieve.read(files["pairs.bin"]), sieve.read(files["modules.bin"])
    distributions = sieve.read(files["distributions.bin"])
    assert "obscure dark" in pairs
    assert "obscure obscure" not in pairs
    assert {"dark", "parcel", "fine"} <= {
        each for each in ("dark", "parcel", "fine", "no") if each in modules
    }
    assert all(name in distributions for name in ("many-words", "brand-new", "silent", "obscure"))
    shippers = shelf.read(files["shippers.bin"])
    assert shippers.get("other") == ("renamed",)
    assert shippers.get("thing") == ()
    assert dict(shelf.read(files["conda.bin"]).items()) == {"py-plain": ("plain",)}
    assert files["stdlib.txt"] == b"imp 3.8 3.8\njson 3.8 3.15\ntomllib 3.15 3.15\n"
