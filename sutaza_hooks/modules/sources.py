"""Reads the published files out of which the tables are made; nothing in them is run."""

from __future__ import annotations

import ast
import json
import re
import sqlite3
import sys
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sutaza_hooks.modules.names import normalised

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

Shipped = dict[str, frozenset[str]]
"""Normalised distributions, and the modules that a source says they ship."""

_RANKS = "guarddog/analyzer/metadata/resources/top_pypi_packages.json"

_ROWS = """
    SELECT distributions.name, coalesce(top_level_module_names.name, '') FROM distributions
    LEFT JOIN top_level_module_names ON distribution_id = distributions.id
"""


@dataclass(frozen=True)
class Survey:
    """Every distribution of an index: what it ships, and how its name is written there."""

    shipped: Shipped
    spelled: Mapping[str, str]


def surveyed(wheel: Path) -> Survey:
    """pigar's database, of its wheel or by itself."""
    shipped: defaultdict[str, set[str]] = defaultdict(set)
    spelled: dict[str, str] = {}
    for name, module in _rows(wheel):
        shipped[normalised(name)].add(module)
        spelled[normalised(name)] = max(name, spelled.get(normalised(name), ""))
    return Survey({name: frozenset(found - {""}) for name, found in shipped.items()}, spelled)


def _rows(path: Path) -> Iterator[tuple[str, str]]:
    with tempfile.TemporaryDirectory() as folder:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as wheel:
                path = Path(wheel.extract("pigar/.db.sqlite3", folder))
        connection = sqlite3.connect(path)
        try:
            yield from connection.execute(_ROWS)
        finally:
            connection.close()


def mapped(wheel: Path) -> Shipped:
    """The mapping in the wheel of pipreqs: lines of `module:distribution`."""
    with zipfile.ZipFile(wheel) as opened:
        lines = opened.read("pipreqs/mapping").decode().split()
    shipped: defaultdict[str, set[str]] = defaultdict(set)
    for line in lines:
        module, _, distribution = line.partition(":")
        shipped[normalised(distribution)].add(module)
    return {name: frozenset(modules) for name, modules in shipped.items()}


def curated(file: Path) -> Shipped:
    """The tables of pants' `default_module_mapping.py`, for distributions and for their stubs."""
    tables = ("DEFAULT_MODULE_MAPPING", "DEFAULT_TYPE_STUB_MODULE_MAPPING")
    found = [_assigned(file.read_text("utf-8"), table) for table in tables]
    return {name: frozenset(modules) for table in found for name, modules in table.items()}


def _assigned(text: str, name: str) -> dict[str, tuple[str, ...]]:
    for node in ast.parse(text).body:
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == name and node.value:
            value: dict[str, tuple[str, ...]] = ast.literal_eval(node.value)
            return value
    return {}


def ranked(wheel: Path) -> tuple[str, ...]:
    """The most downloaded distributions, most first, of the wheel of guarddog."""
    with zipfile.ZipFile(wheel) as opened:
        data = json.loads(opened.read(_RANKS))
    return tuple(normalised(name) for name in data["packages"])


def packaged(file: Path) -> dict[str, str]:
    """The distributions of conda packages, of parselmouth's `mapping_as_grayskull.json`."""
    data: dict[str, str | None] = json.loads(file.read_text("utf-8"))
    return {conda.lower(): normalised(name) for conda, name in data.items() if name}


def standard(wheel: Path) -> dict[str, tuple[str, str]]:
    """The first and last Python, of 3.8 and later, that has a module, of the wheel of stdlibs."""
    lifetimes: dict[str, tuple[str, str]] = {}
    with zipfile.ZipFile(wheel) as opened:
        files = (re.fullmatch(r"stdlibs/py3(\d+)\.py", name) for name in opened.namelist())
        versions = sorted(int(found[1]) for found in files if found and int(found[1]) >= 8)
        for minor in versions:
            text = opened.read(f"stdlibs/py3{minor}.py").decode()
            for name in re.findall(r'^ +"(\w+)",$', text, re.MULTILINE):
                first, _ = lifetimes.get(name, (f"3.{minor}", ""))
                lifetimes[name] = (first, f"3.{minor}")
    return lifetimes


def corrections() -> Shipped:
    """What is wrong or lacking in all of these, written by hand."""
    text = Path(__file__).with_name("corrections.toml").read_text("utf-8")
    rows = (table["ships"].items() for table in tomllib.loads(text).values())
    return {name: frozenset(modules) for group in rows for name, modules in group}
