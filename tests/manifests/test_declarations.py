"""Whatever the text: something is read, the lines are real, and nothing takes for ever."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sutaza_hooks.manifests.declaring import declarations, declares
from sutaza_hooks.manifests.declaring.placed import json_text, toml_text
from sutaza_hooks.manifests.reading import toml
from tests.manifests import test_declarations_compiled as compiled
from tests.manifests import test_declarations_npm as npm
from tests.manifests import test_declarations_pip as pip
from tests.manifests import test_declarations_pyproject as pyproject
from tests.manifests import test_declarations_setup as setup
from tests.manifests import test_declarations_tools as tools

WRITTEN = [
    *((path, text) for path, text, _ in (*pip.CASES.values(), *npm.CASES.values())),
    *((path, text) for path, text, _ in (*compiled.CASES.values(), *tools.CASES.values())),
    *(("pyproject.toml", text) for text, _ in pyproject.PYPROJECT.values()),
    *(("setup.cfg", text) for text, _ in setup.SETUP_CFG.values()),
    *(("setup.py", text) for text, _ in setup.SETUP_PY.values()),
]
PATHS = sorted({path for path, _ in WRITTEN})
SNIPPETS = sorted({text for _, text in WRITTEN})
LETTERS = st.text("[]{}()<>:=\"'\n\r\t\\ a1&*#!/-,.@;%$+~^x\0\ufeff\u2028é")


def checked(path: str, text: str) -> None:
    found = declarations(path, text)
    if found is None:
        return
    last = text.count("\n") + 1
    for each in found.dependencies:
        assert each.name
        assert 1 <= each.line <= last
    for fault in found.faults:
        assert 1 <= fault.line <= last + 1
        assert "\n" not in fault.reason


@settings(deadline=None)  # the first imports every format
@given(st.sampled_from(PATHS), st.text() | LETTERS | st.sampled_from(SNIPPETS))
def test_any_text_is_read(path: str, text: str) -> None:
    checked(path, text)


@settings(deadline=None)
@given(st.sampled_from(WRITTEN), st.data())
def test_what_is_cut_or_mixed_up_is_read(written: tuple[str, str], data: st.DataObject) -> None:
    path, text = written
    cut = data.draw(st.integers(0, len(text)))
    rest = data.draw(st.integers(cut, len(text)))
    checked(path, text[:cut] + data.draw(LETTERS) + text[rest:])


BREAKS = {
    "environment.yml": "dependencies:\n  - apple # \u2028 \x85\n  - pear\n",
    "requirements.txt": "# \r \u2028 \x0c\napple\npear\n",
    "setup.py": "# \r \u2028\nsetup(install_requires=['apple',\n'pear'])\n",
    "package.json": '{"a": "\u2028", "dependencies": {\n"apple": "1",\n"pear": "1"}}',
    "pyproject.toml": "# \u2028\n[project]\ndependencies = ['\x85', 'apple',\n'pear']\n",
}


@pytest.mark.parametrize(("path", "text"), BREAKS.items(), ids=BREAKS)
def test_lines_are_counted_as_git_counts_them(path: str, text: str) -> None:
    found = declarations(path, text)
    assert found is not None
    told = [(each.name, text.split("\n")[each.line - 1]) for each in found.dependencies]
    assert [name for name, _ in told] == ["apple", "pear"]
    assert all(name in line for name, line in told)


DEEP = ["[" * 20_000, "{" * 20_000, "(" * 20_000, '{"a":' * 20_000, "- " * 20_000, "<a>" * 20_000]


@pytest.mark.parametrize("text", DEEP, ids=[text[:5] for text in DEEP])
@pytest.mark.parametrize("path", PATHS)
def test_what_nests_deeply_is_read(path: str, text: str) -> None:
    checked(path, text)
    checked(path, f"setup({text}\ndependencies: {text}")


LONG = {
    "requirements.txt": ("", "apple-{} ==1.0 \\\n  --hash=sha256:00{}\n"),
    "pyproject.toml": ("", '[tool.poetry.group.a{}.dependencies]\napple{} = "1"\n'),
    "setup.cfg": ("[options.extras_require]\n", "red{} =\n    apple{}\n"),
    "setup.py": ("needs = ['a']\nsetup(install_requires=needs)\n", "needs.append('apple{}{}')\n"),
    "Pipfile": ("[packages]\n", 'apple{}{} = "*"\n'),
    "environment.yml": ("dependencies:\n", "  - apple={}={}\n"),
    "package.json": ('{"dependencies": {', '"apple{}": "{}",\n'),
    "go.mod": ("", "require a/b{} v1.0.{}\n"),
    "Cargo.toml": ("", '[dependencies.a{}]\nversion = "{}"\n'),
    "pom.xml": (
        "<project><dependencies>",
        "<dependency><groupId>a{}</groupId>\n<artifactId>b{}</artifactId></dependency>\n",
    ),
    "build.gradle": ("", "implementation 'a:b{}:{}'\n"),
}


@pytest.mark.parametrize(("path", "form"), LONG.items(), ids=LONG)
def test_long_texts_are_read_to_their_end(path: str, form: tuple[str, str]) -> None:
    text = form[0] + "".join(form[1].format(number, number) for number in range(3_000))
    found = declarations(path, text)
    assert found is not None
    assert len(found.dependencies) in (3_000, 3_001)
    assert text.count("\n") - found.dependencies[-1].line <= 1


HARD = {
    "TOML strings of every kind": (
        "a = 'b\\c'\nd = \"e\\tf\"\ng = '''\nh'i\n'''\nj = \"\"\"k\\\n   l\"\"\"\"\n"
    ),
    "TOML keys of every kind": "a.b.\"c.d\" = 'x'\n'e f' = {g.h = 'i', j = [{k = 'l'}]}\n",
    "TOML tables of every kind": (
        "[a.'b.c']\nd = 'e'\n[[f]]\ng = 'h'\n[[f]]\n[f.i]\nj = 'k'\n[a]\nl = [\n['m'], # n\n'o']\n"
    ),
    "TOML words": "a = true\nb = false\nc = [true,\nfalse]\n",
}


@pytest.mark.parametrize("text", HARD.values(), ids=HARD)
def test_toml_is_read_as_the_standard_says(text: str) -> None:
    assert toml_text.read(text) == (toml(text), ())


def test_json_is_read_as_the_standard_says() -> None:
    text = '{"a": ["b\\n", {"c": null}, [], true], "d": {"e": "\\u00e9\\\\"}}'
    read = json_text.read(text)
    assert read == ({"a": ["b\n", {"c": None}, [], True], "d": {"e": "é\\"}}, ())


def test_which_files_declare() -> None:
    paths = [*PATHS, "a\\b\\package.json"]
    others = ["package-lock.json", "composer.json", "x/pom.xml.bak", "README.md", "setup", ""]
    assert [path for path in (*paths, *others) if declares(path)] == paths
    assert all(declarations(path, "") is None for path in others)
