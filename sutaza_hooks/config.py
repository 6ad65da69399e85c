"""The configuration: .sutaza.yaml becomes configured rules, and every mistake is named."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, is_dataclass
from types import MappingProxyType
from typing import Any

from sutaza_hooks import __version__
from sutaza_hooks.change import Tree
from sutaza_hooks.errors import SutazaError, nearest
from sutaza_hooks.globs import is_pattern, matches
from sutaza_hooks.index import Index
from sutaza_hooks.languages import LANGUAGES
from sutaza_hooks.languages.language import Language
from sutaza_hooks.options import convert, fields_of, options, schema, shared
from sutaza_hooks.paths import PATH_CLASSES
from sutaza_hooks.record import ChangelogPolicy
from sutaza_hooks.rule import Rule
from sutaza_hooks.rules import RULES
from sutaza_hooks.value import Value, dumps, loads

FILE = ".sutaza.yaml"
_OTHER_SPELLING = ".sutaza.yml"
EXCLUDED = (
    *("node_modules/", "bower_components/", "vendor/", "vendored/"),
    *("third_party/", "third-party/", "3rdparty/", "*.min.js", "*.min.css"),
)
"""What is not judged unless `exclude` says otherwise: code that others wrote, or a tool made."""

_Globs = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Config:
    """What a repository asks for. Without a file, the defaults of every field and every rule."""

    exclude: tuple[str, ...] = EXCLUDED
    baseline: str = ""
    components: _Globs = field(default_factory=lambda: MappingProxyType({}))
    paths: _Globs = field(default_factory=lambda: MappingProxyType({}))
    languages: _Globs = field(default_factory=lambda: MappingProxyType({}))
    changelog: ChangelogPolicy = field(default_factory=ChangelogPolicy)
    rules: tuple[Rule, ...] = field(default_factory=lambda: _defaults(MappingProxyType({})))

    def excludes(self, path: str) -> bool:
        return matches(path, self.exclude)

    def language(self, path: str) -> Language | None:
        """The language that the configuration gives to a path, if it gives one."""
        for name, patterns in self.languages.items():
            if matches(path, patterns):
                return LANGUAGES[name]
        return None

    def only(self, names: Sequence[str]) -> tuple[Rule, ...]:
        """The rules of these names, or all. Raises SutazaError for a name that no rule has."""
        for name in names:
            if name not in RULES:
                near = nearest(name, RULES)
                hint = f"did you mean `{near}`?" if near else "see `sutaza rules`"
                raise SutazaError(f"no rule is named `{name}` ({hint})")
        return tuple(rule for rule in self.rules if not names or rule.name in names)


def load(tree: Tree, memory: Index | None = None) -> Config:
    """The configuration in a tree, so that what is judged is judged by what stands with it."""
    text = tree.get(FILE)
    if text is not None:
        return _parsed(_remembered(text, memory) if memory else _read(text, FILE))
    if tree.exists(FILE):
        raise SutazaError(f"{FILE}: not a text file; what is read must stand in the file itself")
    if tree.exists(_OTHER_SPELLING):
        raise SutazaError(f"{_OTHER_SPELLING}: not read; rename it to {FILE}")
    return Config()


def parse(text: str, file: str = FILE) -> Config:
    """The configuration that a text holds. Raises SutazaError naming file, line and key."""
    return _parsed(_read(text, file))


def _read(text: str, file: str) -> Value:
    from sutaza_hooks import document  # PyYAML is 15 ms, and most texts were read before

    value = document.read(text, file)
    _check_patterns(value)
    return value


def _check_patterns(document: Value) -> None:
    """Fail on the first text that is no path pattern; only where the text is read anew."""
    top = document.mapping()
    groups = [top[key].mapping() for key in _PATTERNS if key in top]
    lists = [each for group in groups for each in group.values()]
    lists += [top["exclude"]] if "exclude" in top else []
    for given in lists:
        for each in given.data if isinstance(given.data, list) else [given]:
            if isinstance(each.data, str) and not is_pattern(each.data):
                each.fail(f"`{each.data}` is no path pattern as .gitignore has them")


def _remembered(text: str, memory: Index) -> Value:
    """The document, read once a text."""
    key = f"document {__version__} {hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()}"
    known = memory.verdict(key)
    with suppress(ValueError, TypeError):
        if known is not None:
            return loads(known)
    value = _read(text, FILE)
    with suppress(TypeError):
        memory.remember(key, dumps(value))
    return value


def _parsed(document: Value) -> Config:
    top = document.mapping()
    for key, value in top.items():
        if key not in (*_PLAIN, "rules"):
            value.unknown("key", [*_PLAIN, "rules"])
    given: dict[str, Any] = {key: _convert(top[key], _PLAIN[key]) for key in _PLAIN if key in top}
    for name, value in (top["paths"].mapping() if "paths" in top else {}).items():
        if name not in PATH_CLASSES:
            value.unknown("class of paths", list(PATH_CLASSES))
    if "languages" in top:
        for name, value in top["languages"].mapping().items():
            if name not in LANGUAGES:
                value.unknown("language", list(LANGUAGES))
    return Config(**given, rules=_rules(top.get("rules"), given))


def _rules(section: Value | None, given: Mapping[str, Any]) -> tuple[Rule, ...]:
    asked = section.mapping() if section else {}
    for name, value in asked.items():
        if name not in RULES:
            value.unknown("rule", list(RULES))
    configured = (_rule(cls, asked.get(name), given) for name, cls in RULES.items())
    return tuple(rule for rule in configured if rule is not None)


def _defaults(given: Mapping[str, Any]) -> tuple[Rule, ...]:
    return _rules(None, given)


def _rule(cls: type[Rule], value: Value | None, given: Mapping[str, Any]) -> Rule | None:
    """A configured rule, or None when it is switched off."""
    arguments = {name: given[name] for name in shared(cls) if name in given}
    if value is None or value.data is True or value.data is None:
        return cls(**arguments) if value is not None or cls.default_on else None
    if value.data is False:
        return None
    if not isinstance(value.data, dict):
        value.fail("expected `off` or a mapping of options")
    arguments.update(_options(value, {name: kind for name, kind, _ in options(cls)}))
    try:
        return cls(**arguments)
    except ValueError as error:
        value.fail(str(error))


def _options(value: Value, kinds: Mapping[str, Any]) -> dict[str, Any]:
    for name, option in value.mapping().items():
        if name not in kinds:
            option.unknown("option", list(kinds))
    return {name: _convert(option, kinds[name]) for name, option in value.mapping().items()}


def _convert(value: Value, kind: Any) -> Any:
    if is_dataclass(kind) and isinstance(kind, type):
        return _section(value, kind)
    try:
        return convert(value.plain(), kind)
    except TypeError as error:
        value.fail(str(error))


def _section(value: Value, kind: type) -> Any:
    """A dataclass from its section; what it refuses is named by the option that it begins with."""
    given = _options(value, fields_of(kind))
    try:
        return kind(**given)
    except ValueError as error:
        name, _, why = str(error).partition(": ")
        value.mapping().get(name, value).fail(why)


_PATTERNS = ("components", "languages", "paths")
_PLAIN: Mapping[str, Any] = {
    "exclude": tuple[str, ...],
    "baseline": str,
    "components": Mapping[str, tuple[str, ...]],
    "paths": Mapping[str, tuple[str, ...]],
    "languages": Mapping[str, tuple[str, ...]],
    "changelog": ChangelogPolicy,
}


def json_schema() -> dict[str, Any]:
    """The JSON Schema of the configuration, from the same types that read it."""
    rules = {name: _rule_schema(cls) for name, cls in RULES.items()}
    top = {key: schema(kind) for key, kind in _PLAIN.items()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FILE,
        "type": "object",
        "additionalProperties": False,
        "properties": {
            **top,
            "rules": {"type": "object", "additionalProperties": False, "properties": rules},
        },
    }


def _rule_schema(cls: type[Rule]) -> dict[str, Any]:
    properties = {name: schema(kind) for name, kind, _ in options(cls)}
    mapping = {"type": "object", "additionalProperties": False, "properties": properties}
    return {"anyOf": [{"enum": [False, True]}, mapping]}
