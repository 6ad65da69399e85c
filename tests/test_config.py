"""The configuration: what is read, and how every mistake is named."""

from __future__ import annotations

import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sutaza_hooks.config import Config, json_schema, load, parse
from sutaza_hooks.diagnostic import Severity
from sutaza_hooks.errors import SutazaError
from sutaza_hooks.index import Index
from sutaza_hooks.rules import RULES
from sutaza_hooks.rules.todo_comment import TodoComment
from sutaza_hooks.rules.unmatched_changelog_entry import UnmatchedChangelogEntry
from tests.changes import change

EMPTY = {
    "nothing": "",
    "a comment": "# later\n",
    "a byte order mark": "\ufeff",
    "an empty mapping": "{}",
    "empty sections": "rules:\nexclude: []\n",
}


@pytest.mark.parametrize("text", EMPTY.values(), ids=EMPTY.keys())
def test_without_content_the_defaults_hold(text: str) -> None:
    config = parse(text)
    assert [rule.name for rule in config.rules] == [
        name for name, rule in RULES.items() if rule.default_on
    ]


def rule_of(config: Config, cls: type) -> object:
    return next((rule for rule in config.rules if isinstance(rule, cls)), None)


def test_options_reach_their_rule() -> None:
    text = "rules:\n  todo-comment:\n    severity: warning\n    tags: [LATER]\n"
    assert rule_of(parse(text), TodoComment) == TodoComment(
        severity=Severity.WARNING, tags=("LATER",)
    )


@pytest.mark.parametrize(
    ("value", "on"), [("off", False), ("false", False), ("on", True), ("true", True), ("{}", True)]
)
def test_a_rule_is_switched(value: str, on: bool) -> None:
    config = parse(f"rules:\n  todo-comment: {value}\n")
    assert (rule_of(config, TodoComment) is not None) is on


def test_a_single_text_stands_for_a_list() -> None:
    assert parse("exclude: vendor/\n").exclude == ("vendor/",)


def test_what_rules_share_is_written_once() -> None:
    text = "components:\n  api: [src/api/]\nchangelog:\n  path: NEWS.md\n"
    rule = rule_of(parse(text), UnmatchedChangelogEntry)
    assert isinstance(rule, UnmatchedChangelogEntry)
    assert rule.components == {"api": ("src/api/",)}
    assert rule.changelog.path == "NEWS.md"


def test_languages_are_given_to_paths() -> None:
    language = parse("languages:\n  python: [SConstruct, '*.star']\n").language
    found = [language(path) for path in ("SConstruct", "x/a.star", "a.rb")]
    assert [each and each.name for each in found] == ["python", "python", None]


EXCLUDED = {
    "a folder anywhere": (["node_modules/"], "web/node_modules/a.js", True),
    "a folder at the root": (["/build/"], "build/a.js", True),
    "not the same folder deeper": (["/build/"], "src/build/a.js", False),
    "a suffix": (["*.min.js"], "web/a.min.js", True),
    "taken back": (["*.js", "!keep.js"], "keep.js", False),
    "two stars": (["docs/**/*.md"], "docs/a/b/c.md", True),
    "a bracket that is not closed": (["a/**b***/["], "x", False),
}


@pytest.mark.parametrize(("patterns", "path", "excluded"), EXCLUDED.values(), ids=EXCLUDED.keys())
def test_excluded_paths(patterns: list[str], path: str, excluded: bool) -> None:
    assert parse(f"exclude: {json.dumps(patterns)}\n").excludes(path) is excluded


MISTAKES = {
    **{
        f"no {tag}: {text[:20]}": (
            f"changelog:\n  max_age_days: {text}\n",
            f"f:2: changelog.max_age_days: cannot be read as `{tag}`",
        )
        for tag, text in (
            ("bool", "!!bool foo"),
            ("timestamp", "!!timestamp foo"),
            ("int", '!!int ""'),
            ("int", "!!int '-'"),
            ("float", "!!float ''"),
            ("int", "9" * 4301),
            ("int", "0x" + "f" * 4301),
            ("timestamp", "2026-99-99"),
        )
    },
    "an unknown key": ("exclud: []\n", "f:1: exclud: unknown key (did you mean `exclude`?)"),
    "an unknown rule": (
        "rules:\n  todo-coment: off\n",
        "f:2: rules.todo-coment: unknown rule (did you mean `todo-comment`?)",
    ),
    "an unknown option": (
        "rules:\n\n  todo-comment:\n    tagz: [A]\n",
        "f:4: rules.todo-comment.tagz: unknown option (did you mean `tags`?)",
    ),
    "nothing near": ("zzz: 1\n", "f:1: zzz: unknown key"),
    "a wrong type": (
        "rules:\n  todo-comment:\n    tags: {a: 1}\n",
        "f:3: rules.todo-comment.tags: expected text, or a list of such",
    ),
    "a number for a text": ("baseline: 3\n", "f:1: baseline: expected text"),
    "a wrong choice": (
        "rules:\n  todo-comment:\n    severity: fatal\n",
        "f:3: rules.todo-comment.severity: expected one of error, warning",
    ),
    "a text for a rule": (
        "rules:\n  todo-comment: nope\n",
        "f:2: rules.todo-comment: expected `off` or a mapping of options",
    ),
    "a list for rules": ("rules: [a]\n", "f:1: rules: expected a mapping"),
    "a list at the top": ("- a\n", "f:1: expected a mapping"),
    "a key that stands twice": (
        "exclude: []\nrules:\nexclude: []\n",
        "f:3: exclude: stands twice, first in line 1",
    ),
    "a nested key that stands twice": (
        "rules:\n  todo-comment: off\n  todo-comment: on\n",
        "f:3: rules.todo-comment: stands twice, first in line 2",
    ),
    "an unknown language": (
        "languages:\n  pyton: [x]\n",
        "f:2: languages.pyton: unknown language (did you mean `python`?)",
    ),
    "an unknown key of the changelog": (
        "changelog:\n  paht: x\n",
        "f:2: changelog.paht: unknown option (did you mean `path`?)",
    ),
    "no type": ("changelog:\n  types: []\n", "f:2: changelog.types: expected at least one"),
    "a type without a name": ("changelog: {types: ['']}\n", "f:1: changelog.types: expected at "),
    "an age below 0": (
        "changelog:\n  max_age_days: -1\n",
        "f:2: changelog.max_age_days: expected a number of days, or 0 for no limit",
    ),
    "no place": (
        "changelog:\n  path: ''\n",
        "f:2: changelog.path: expected a path below the repository's root, found nothing",
    ),
    "an absolute place": (
        "changelog:\n  path: /CHANGELOG.md\n",
        "f:2: changelog.path: expected a path below the repository's root, found `/CHANGELOG.md`",
    ),
    "a place outside": (
        "changelog:\n  types: [A]\n  path: ../x.md\n",
        "f:3: changelog.path: expected a path below the repository's root, found `../x.md`",
    ),
    "a place outside, by a detour": ("changelog: {path: a/../../x.md}\n", "f:1: changelog.path: "),
    "a place as Git never writes it": ("changelog: {path: ./x.md}\n", "f:1: changelog.path: "),
    "a folder for the changelog": ("changelog: {path: docs/}\n", "f:1: changelog.path: "),
    "no place for fragments": ("changelog: {fragments: ''}\n", "f:1: changelog.fragments: "),
    "the root for fragments": ("changelog: {fragments: .}\n", "f:1: changelog.fragments: "),
    "fragments outside": ("changelog: {fragments: ../x/}\n", "f:1: changelog.fragments: "),
    "the changelog among the fragments": (
        "changelog: {path: news/all.md, fragments: news/}\n",
        "f:1: changelog.path: the changelog cannot stand among the fragments",
    ),
    "a source outside": (
        "changelog: {version_sources: [../a/pyproject.toml]}\n",
        "f:1: changelog.version_sources: expected a path below",
    ),
    "a tab": ("rules:\n\ttodo-comment: off\n", "f:2: not YAML: found character '\\t' that cannot"),
    "an open bracket": ("exclude: [a\n", "f:2: not YAML: expected ',' or ']'"),
    "a Python tag": (
        "exclude: !!python/object/apply:os.system [x]\n",
        "f:1: exclude: tag `tag:yaml.org,2002:python/object/apply:os.system` is not read here",
    ),
    "an own tag": ("exclude: !x [a]\n", "f:1: exclude: tag `!x` is not read here"),
    "an alias": ("exclude: &a [x]\ncomponents: {b: *a}\n", "f:2: not YAML: aliases are not read"),
    "a thousand laughs": (
        "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n",
        "f:2: not YAML: aliases are not read here",
    ),
    "deep nesting": ("exclude: " + "[" * 50_000, "f:1: not YAML: too many levels"),
    "deep mappings": ("{a: " * 50_000, "f:1: not YAML: too many levels"),
    "two documents": ("rules:\n---\nrules:\n", "f:2: not YAML: but found another document"),
    "a control character": ("exclude: [\x07]\n", "f: not YAML: "),
    "too large": ("# " + "x" * 300_000, "f: larger than 256 kB"),
    "a date that is none": ("baseline: 2026-99-99\n", "f:1: baseline: "),
}


@pytest.mark.parametrize(("text", "message"), MISTAKES.values(), ids=MISTAKES.keys())
def test_every_mistake_is_one_line_with_its_place(text: str, message: str) -> None:
    with pytest.raises(SutazaError) as caught:
        parse(text, "f")
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


def refusal(text: str) -> str:
    try:
        parse(text)
    except SutazaError as error:
        return str(error)
    return ""


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    assert "\n" not in refusal(text)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8),
        lambda each: st.lists(each, max_size=3) | st.dictionaries(st.text(max_size=8), each),
        max_leaves=12,
    )
)
def test_any_value_of_any_key_is_read_or_refused(value: object) -> None:
    for key in ("exclude", "components", "rules", "changelog", "languages", "baseline"):
        assert "\n" not in refusal(yaml.safe_dump({key: value}))


def test_the_schema_knows_every_option() -> None:
    properties = json_schema()["properties"]["rules"]["properties"]
    assert set(properties) == set(RULES)
    todo = properties["todo-comment"]["anyOf"][1]["properties"]
    assert set(todo) == {"severity", "tags", "links", "docstrings"}


@pytest.mark.parametrize(
    ("name", "hint"),
    [("todo-coment", r"did you mean `todo-comment`\?"), ("zzz", "see `sutaza rules`")],
)
def test_an_unknown_rule_on_the_command_line(name: str, hint: str) -> None:
    with pytest.raises(SutazaError, match=hint):
        Config().only([name])


TEXTS = {
    "lists and mappings": "exclude: [a, b]\ncomponents:\n  api: [src/]\n",
    "options": "rules:\n  todo-comment:\n    tags: [LATER]\n  rewritten-changelog: off\n",
    "nothing": "",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_a_remembered_configuration_is_the_same(text: str) -> None:
    memory = Index()
    tree = change({}, {".sutaza.yaml": text}).after
    assert load(tree, memory) == load(tree, memory) == load(tree) == parse(text)


def test_a_remembered_mistake_keeps_its_place() -> None:
    memory = Index()
    tree = change({}, {".sutaza.yaml": "rules:\n\n  todo-comment:\n    tagz: [A]\n"}).after
    for _ in range(2):
        with pytest.raises(SutazaError, match=r"^\.sutaza\.yaml:4: rules\.todo-comment\.tagz: unk"):
            load(tree, memory)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("exclude: ['***a[', '!']\n", "f:1: exclude"),
        ("exclude: '!'\n", "f:1: exclude"),
        ("components:\n  core:\n    - '!'\n", "f:3: components.core"),
    ],
    ids=["in a list", "alone", "of a component"],
)
def test_a_pattern_that_is_none_is_named_with_its_place(text: str, place: str) -> None:
    with pytest.raises(SutazaError, match="is no path pattern") as raised:
        parse(text, "f")
    assert str(raised.value).startswith(place)
