"""`grown-baseline`: what a baseline may do, then how it may not grow."""

from __future__ import annotations

import json

import pytest

from sutaza_hooks.change import Merge, Patch
from sutaza_hooks.debt import FILE
from sutaza_hooks.diagnostic import fingerprint
from sutaza_hooks.rules.grown_baseline import GrownBaseline
from tests.changes import audit, change, says

RULE = GrownBaseline()
OTHER = "debt/other.json"


def saved(*prints: str, path: str = "a.py") -> str:
    every = [{"rule": "todo-comment", "path": path, "fingerprint": each} for each in prints]
    return json.dumps({"version": 1, "diagnostics": every})


ALLOWED = {
    "the first": ({}, {FILE: saved("a", "b")}),
    "the same": ({FILE: saved("a")}, {FILE: saved("a")}),
    "in another order": ({FILE: saved("a", "b")}, {FILE: saved("b", "a")}),
    "in another form": ({FILE: saved("a")}, {FILE: saved("a").replace(" ", "\n")}),
    "one less": ({FILE: saved("a", "b")}, {FILE: saved("b")}),
    "one of two alike less": ({FILE: saved("a", "a")}, {FILE: saved("a")}),
    "removed": ({FILE: saved("a")}, {}),
    "another file that looks like one": ({"x.json": saved("a")}, {"x.json": saved("a", "b")}),
    "after one that could not be read": ({FILE: "{"}, {FILE: saved("a")}),
    "no baseline at all": ({"a.py": "1\n"}, {"a.py": "2\n"}),
}
FLAGGED = {
    "one more": ({FILE: saved("a")}, {FILE: saved("a", "b")}, 1),
    "one for another": ({FILE: saved("a", "b")}, {FILE: saved("a", "c")}, 1),
    "a second alike": ({FILE: saved("a")}, {FILE: saved("a", "a")}, 1),
    "remade": ({FILE: saved("a")}, {FILE: saved("b", "c")}, 2),
    "from nothing held": ({FILE: saved()}, {FILE: saved("a")}, 1),
}


@pytest.mark.parametrize(("before", "after"), ALLOWED.values(), ids=ALLOWED.keys())
def test_allowed(before: dict[str, str], after: dict[str, str]) -> None:
    assert says(RULE, change(before, after)) == []


@pytest.mark.parametrize(("before", "after", "by"), FLAGGED.values(), ids=FLAGGED.keys())
def test_flagged(before: dict[str, str], after: dict[str, str], by: int) -> None:
    said = f"{FILE}:1:1: baseline holds more than before, by {by}"
    assert says(RULE, change(before, after)) == [said]


def test_an_audit_has_nothing_to_compare_with() -> None:
    assert says(RULE, audit({FILE: saved("a")})) == []


def test_another_name_is_no_new_beginning() -> None:
    before = {".sutaza.yaml": f"baseline: {FILE}\n", FILE: saved("a")}
    after = {".sutaza.yaml": f"baseline: {OTHER}\n", OTHER: saved("a", "b")}
    (said,) = says(GrownBaseline(baseline=OTHER), change(before, after))
    assert said == f"{OTHER}:1:1: baseline holds more than before, by 1"


def test_a_renamed_baseline_is_the_same() -> None:
    patches = (Patch(OTHER, "renamed", FILE),)
    given = change({FILE: saved("a")}, {OTHER: saved("a", "b")}, patches=patches)
    assert len(says(GrownBaseline(baseline=OTHER), given)) == 1
    given = change({FILE: saved("a")}, {OTHER: saved("a")}, patches=patches)
    assert says(GrownBaseline(baseline=OTHER), given) == []


def test_debt_moves_along_with_its_file() -> None:
    line = "x = 1 # TODO: y"
    old, new = (fingerprint("todo-comment", path, line) for path in ("a.py", "b.py"))
    before = {"a.py": f"  {line}\n", FILE: saved(old)}
    after = {"b.py": f"  {line}\n", FILE: saved(new, path="b.py")}
    renamed = (Patch("b.py", "renamed", "a.py"),)
    assert says(RULE, change(before, after, patches=renamed)) == []
    assert says(RULE, change(before, {**after, FILE: saved(old)}, patches=renamed)) == []
    assert len(says(RULE, change(before, after))) == 1
    both = {**after, FILE: saved(new, new, path="b.py")}
    assert len(says(RULE, change(before, both, patches=renamed))) == 1


def test_a_merge_may_keep_what_either_parent_had() -> None:
    sides = [change({}, {FILE: saved(*held)}).after for held in (("a",), ("b",))]
    given = change({FILE: saved("a")}, {FILE: saved("a", "b")})
    merge = Merge("", tuple(sides), given.after, lambda: None)
    merged = change({FILE: saved("a")}, {FILE: saved("a", "b")}, merges=(merge,))
    assert says(RULE, merged) == []
    in_a_range = change({FILE: saved("a")}, {FILE: saved("a", "b")}, merges=(merge,), mode="range")
    assert len(says(RULE, in_a_range)) == 1
