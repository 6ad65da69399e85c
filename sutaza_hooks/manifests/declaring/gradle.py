"""Gradle's build and settings scripts, as far as they name dependencies literally."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from sutaza_hooks.manifests.declaring.declared import Declared, Scope, Statement, Told
from sutaza_hooks.manifests.declaring.format import Format

_REMARKS = re.compile(
    r"""("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|//[^\n]*|/\*(?:.*?\*/|.*\Z)""", re.DOTALL
)
_CONFIGURATION = (
    r"(?P<for>\b\w*(?:[iI]mplementation|[aA]pi|[cC]ompile|[cC]ompileOnly|[rR]untime|"
    r"[rR]untimeOnly|[aA]nnotationProcessor|[kK]apt|[kK]sp|classpath|[dD]evelopmentOnly)\b)"
)
_COORDINATES = re.compile(
    _CONFIGURATION + r"""["']?[ \t]*\(?[ \t]*(?P<quote>["'])"""
    r"""(?P<name>[\w.-]+:[\w.-]+)(?::(?P<said>[^"'\n]*))?(?P=quote)"""
)
_PARTS = re.compile(
    _CONFIGURATION + r"""[ \t]*\(?\s*group\s*[:=]\s*["'](?P<group>[\w.-]+)["']\s*,"""
    r"""\s*name\s*[:=]\s*["'](?P<name>[\w.-]+)["'](?:\s*,\s*version\s*[:=]\s*["'](?P<said>[^"'\n]*))?"""
)
_INCLUDE = re.compile(r"""\binclude[ \t]*\(?(?P<paths>(?:\s*,?\s*["'][^"'\n]+["'])+)""")
_QUOTED = re.compile(r"""["']([^"'\n]+)["']""")
_NAME = re.compile(r"""\brootProject\.name\s*=\s*["']([^"'\n]+)["']""")


def _declares(_: str, text: str) -> Iterator[Statement]:
    plain = _REMARKS.sub(lambda m: m[0] if m[1] else "\n" * m[0].count("\n"), text)
    ends = [each.start() for each in re.finditer("\n", plain)]
    for each in _COORDINATES.finditer(plain):
        line = bisect_left(ends, each.start("name")) + 1
        yield _dependency(each["name"], line, each)
    for each in _PARTS.finditer(plain):
        line = bisect_left(ends, each.start("name")) + 1
        yield _dependency(f"{each['group']}:{each['name']}", line, each)
    for each in _INCLUDE.finditer(plain):
        for path in _QUOTED.findall(each["paths"]):
            yield Told("member", path.strip(":").replace(":", "/"))
    yield from (Told("name", name) for name in _NAME.findall(plain))


def _dependency(name: str, line: int, found: re.Match[str]) -> Declared:
    return Declared(name, line, _scope(found["for"]), found["for"], found["said"] or "")


def _scope(configuration: str) -> Scope:
    name = configuration.lower()
    if "test" in name or name == "developmentonly":
        return "development"
    built = name == "classpath" or name.endswith(("annotationprocessor", "kapt", "ksp"))
    return "build" if built else "runtime"


FORMAT = Format(
    names=("build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts"),
    declares=_declares,
    ecosystem="jvm",
)
