"""`duplicate-file`: what it allows first, and more of it than what it flags."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from sutaza_hooks.check import check
from sutaza_hooks.diagnostic import Diagnostic, Severity
from sutaza_hooks.rules.duplicate_file import DuplicateFile
from sutaza_hooks.rules.unused_suppression import UnusedSuppression
from tests.changes import audit, change, says

RULE = DuplicateFile()

PAY = """\
import log

FREE = 50

def fee(price, country):
    rate = RATES.get(country, STANDARD)
    if price < FREE:
        return 0
    return round(price * rate, 2)

def total(basket):
    price = sum(item.price for item in basket.items)
    due = price + fee(price, basket.country)
    if basket.voucher:
        due -= min(due, basket.voucher.value)
    return due
"""
LOGGED = PAY.replace("    return due", '    log.info("due: %s", due)\n    return due')
OTHER = "\n".join(f"def step_{at}(order):\n    return order.part({at}) * {at}" for at in range(9))
GUIDE = "# How to pay\n\n" + "\n".join(f"{at}. Do the step {at} of it." for at in range(14))
SETTINGS = "\n".join(f"key_{at}: {at}" for at in range(14))
SHORT = "def a():\n    return 1\n"
LICENCE = "\n".join(f"Permission {at} is granted." for at in range(20))
BYTES = bytes(range(256)) * 8


def _licensed(text: str) -> str:
    return "\n".join(f"# Line {at} of the licence." for at in range(30)) + "\n" + text


_BEFORE: Mapping[str, str | bytes] = {"shop/pay.py": PAY}
_Files = Mapping[str, str | bytes | None]

ALLOWED: Mapping[str, tuple[Mapping[str, str | bytes], _Files]] = {
    "nothing like it": (_BEFORE, {"shop/send.py": OTHER}),
    "no file is added": (_BEFORE, {"shop/pay.py": LOGGED}),
    "moved": (_BEFORE, {"shop/pay.py": None, "till/pay.py": PAY}),
    "moved into a folder of old things": (_BEFORE, {"shop/pay.py": None, "old/shop/pay.py": PAY}),
    "renamed and edited": (_BEFORE, {"shop/pay.py": None, "shop/pay_v2.py": LOGGED}),
    "a telling name without an original": (_BEFORE, {"shop/send_v2.py": OTHER}),
    "a short file": ({"a/x.py": SHORT}, {"b/y.py": SHORT, "a/x_copy.py": SHORT}),
    "an empty package": ({"a/__init__.py": ""}, {"b/__init__.py": ""}),
    "a package of one name": ({"a/__init__.py": PAY}, {"b/__init__.py": PAY}),
    "test support in each folder": ({"a/conftest.py": PAY}, {"b/conftest.py": PAY}),
    "a licence for each package": ({"LICENSE": LICENCE}, {"packages/a/LICENSE": LICENCE}),
    "a licence by another name": ({"LICENSE": LICENCE}, {"packages/a/LICENSE.txt": LICENCE}),
    "two files under one licence": (
        {"shop/pay.py": _licensed(PAY)},
        {"shop/real_pay.py": _licensed(OTHER[:400])},
    ),
    "configuration of each package": (
        {"packages/a/tsconfig.json": SETTINGS},
        {"packages/b/tsconfig.json": SETTINGS},
    ),
    "a tool's script of each package": (
        {"packages/a/vite.config.ts": PAY},
        {"packages/b/vite.config.ts": PAY},
    ),
    "a document of each package": ({"a/README.md": GUIDE}, {"b/README.md": GUIDE}),
    "settings for two environments": (
        {"chart/values-dev.yaml": SETTINGS},
        {"chart/values-prod.yaml": SETTINGS},
    ),
    "an environment beside the default": (
        {"Dockerfile": SETTINGS},
        {"Dockerfile.dev": SETTINGS.replace("3", "4")},
    ),
    "a platform": ({"io/map_amd64.go": PAY}, {"io/map_arm64.go": PAY}),
    "platforms in folders": ({"io/linux/map.c": PAY}, {"io/darwin/map.c": PAY}),
    "a version of an interpreter": ({"a/b_py39.py": PAY}, {"a/b_py310.py": PAY}),
    "the next version of an interface": ({"api/v1/pay.py": PAY}, {"api/v2/pay.py": PAY}),
    "a versioned name": ({"api/pay_v1.py": PAY}, {"api/pay_v2.py": PAY}),
    "data that is published in versions": (
        {"public/shop/pay.json": SETTINGS},
        {"public/shop-v2/pay.json": SETTINGS + "more"},
    ),
    "a module's second version in Go": ({"a/pay.go": PAY}, {"a/v2/pay.go": PAY}),
    "a translation": ({"docs/en/pay.md": GUIDE}, {"docs/de/pay.md": GUIDE}),
    "a translation by its name": ({"README.md": GUIDE}, {"README.ja.md": GUIDE}),
    "words of a language": ({"locales/en.json": SETTINGS}, {"locales/en_old.json": SETTINGS}),
    "documents of a version": ({"docs/v1.0/pay.md": GUIDE}, {"docs/v1.1/pay.md": GUIDE}),
    "code that documents quote": ({"docs/a1.py": PAY}, {"docs/a2.py": PAY}),
    "an example": (_BEFORE, {"examples/pay.py": PAY}),
    "code that began as an example": ({"examples/pay.py": PAY}, {"shop/pay.py": PAY}),
    "a template": (_BEFORE, {"templates/pay.py": PAY}),
    "a family of templates": (
        {"kit/template-a/app.css": SETTINGS},
        {"kit/template-b/app.css": SETTINGS},
    ),
    "vendored": (_BEFORE, {"vendor/pay.py": PAY}),
    "a document of what is vendored": (
        {"vendor/a/GUIDE.md": GUIDE},
        {"vendor/a/v2/GUIDE.md": GUIDE},
    ),
    "generated, by its name": (_BEFORE, {"shop/pay_pb2.py": PAY}),
    "generated, as it says": (
        _BEFORE,
        {"shop/pay_v2.py": f"# Generated by x. Do not edit.\n{PAY}"},
    ),
    "a lock file": ({"a/uv.lock": SETTINGS}, {"b/poetry.lock": SETTINGS}),
    "a migration": ({"db/migrations/0001_a.py": PAY}, {"db/migrations/0002_a.py": PAY}),
    "a snapshot": ({"tests/snapshots/a.txt": GUIDE}, {"tests/snapshots/b.txt": GUIDE}),
    "data of tests": ({"tests/fixtures/a.yaml": SETTINGS}, {"tests/fixtures/a2.yaml": SETTINGS}),
    "production code as data of tests": (_BEFORE, {"tests/fixtures/pay.py": PAY}),
    "a test that holds the code": (_BEFORE, {"tests/test_pay.py": PAY}),
    "an image": ({"a/logo.png": BYTES}, {"b/brand.png": BYTES}),
    "a binary file of the same name": ({"a/model.bin": BYTES}, {"b/model.bin": BYTES}),
    "a numbered series": (
        {"shop/step.py": PAY, "shop/step1.py": PAY.replace("fee", "cost")},
        {"shop/step2.py": LOGGED},
    ),
    "moved to a numbered name, and replaced": (
        _BEFORE,
        {"shop/pay.py": OTHER, "shop/pay5.py": PAY},
    ),
    "a number that is a name": ({"io/http.py": PAY}, {"io/http2.py": OTHER}),
    "a word that may mean something else": (
        {"a/pay.py": PAY},
        {"a/simple_pay.py": OTHER + PAY[:90]},
    ),
    "something new": ({"ui/RuleRow.tsx": OTHER}, {"ui/NewRuleRow.tsx": PAY}),
    "a route to make something": ({"app/users/page.tsx": OTHER}, {"app/users/new/page.tsx": PAY}),
    "folders that mirror each other": (
        {
            f"{folder}/{name}.ts": text
            for folder in ("src", "deno/lib")
            for name, text in (("a", PAY), ("b", OTHER), ("c", GUIDE))
        },
        {"src/d.ts": LOGGED, "deno/lib/d.ts": LOGGED},
    ),
}

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING
_COPY = "file is a copy of `shop/pay.py`"
_MORE = "file is like `shop/pay.py`: it has 100 % of the lines of that"

FLAGGED: Mapping[str, tuple[Mapping[str, str | bytes], _Files, str, Severity]] = {
    "a copy elsewhere": (_BEFORE, {"till/money.py": PAY}, f"till/money.py:1:1: {_COPY}", _ERROR),
    "a copy of the same name": (_BEFORE, {"till/pay.py": PAY}, f"till/pay.py:1:1: {_COPY}", _ERROR),
    "a version": (_BEFORE, {"shop/pay_v2.py": LOGGED}, f"shop/pay_v2.py:1:1: {_MORE}", _ERROR),
    "a version in Go": (
        {"a/pay.go": PAY},
        {"a/pay_v2.go": PAY},
        "a/pay_v2.go:1:1: file is a copy of `a/pay.go`",
        _ERROR,
    ),
    "an enhanced one, with names to match": (
        {"a/Pay.java": PAY},
        {"a/PayEnhanced.java": LOGGED.replace("fee", "feeEnhanced")},
        "a/PayEnhanced.java:1:1: file is like `a/Pay.java`: it has 100 % of the lines of that",
        _ERROR,
    ),
    "a copy as a desktop makes it": (
        _BEFORE,
        {"shop/pay (1).py": PAY},
        f"shop/pay (1).py:1:1: {_COPY}",
        _ERROR,
    ),
    "a copy as another desktop makes it": (
        _BEFORE,
        {"shop/pay copy.py": LOGGED},
        f"shop/pay copy.py:1:1: {_MORE}",
        _ERROR,
    ),
    "a backup": (_BEFORE, {"shop/pay.py.bak": PAY}, f"shop/pay.py.bak:1:1: {_COPY}", _ERROR),
    "a backup of what it was": (
        _BEFORE,
        {"shop/pay.py": OTHER, "shop/pay_old.py": PAY},
        "shop/pay_old.py:1:1: "
        "file is like what `shop/pay.py` was: 100 % of its lines are from there",
        _ERROR,
    ),
    "a folder of old things": (
        _BEFORE,
        {"shop/old/pay.py": PAY},
        f"shop/old/pay.py:1:1: {_COPY}",
        _ERROR,
    ),
    "a folder that is a version": (
        _BEFORE,
        {"shop_v2/pay.py": LOGGED},
        f"shop_v2/pay.py:1:1: {_MORE}",
        _ERROR,
    ),
    "a simple one that leaves lines out": (
        _BEFORE,
        {"shop/pay_simple.py": PAY.replace("    if basket.voucher:\n", "")},
        "shop/pay_simple.py:1:1: file is like `shop/pay.py`: 100 % of its lines are from there",
        _ERROR,
    ),
    "both are new and the same": (
        {},
        {"shop/pay.py": PAY, "shop/pay copy.py": PAY},
        f"shop/pay copy.py:1:1: {_COPY}",
        _ERROR,
    ),
    "both are new": (
        {},
        {"shop/pay.py": PAY, "shop/pay_new.py": LOGGED},
        f"shop/pay_new.py:1:1: {_MORE}",
        _ERROR,
    ),
    "a document under a telling name": (
        {"docs/pay.md": GUIDE},
        {"docs/pay-final.md": GUIDE + "\nAnd one more.\n"},
        "docs/pay-final.md:1:1: file is like `docs/pay.md`: it has 100 % of the lines of that",
        _ERROR,
    ),
    "configuration under a telling name": (
        {"up/app.yaml": SETTINGS},
        {"up/app_fixed.yaml": SETTINGS + "\nkey: 1\n"},
        "up/app_fixed.yaml:1:1: file is like `up/app.yaml`: it has 100 % of the lines of that",
        _ERROR,
    ),
    "a script, behind its first line": (
        {"bin/pay": f"#!/usr/bin/env python3\n{PAY}"},
        {"bin/till.py": f"#!/usr/bin/env python3\n{PAY}"},
        "bin/till.py:2:1: file is a copy of `bin/pay`",
        _ERROR,
    ),
    "a document under another name": (
        {"CONTRIBUTING.md": GUIDE},
        {"docs/how.md": GUIDE},
        "docs/how.md:1:1: file is a copy of `CONTRIBUTING.md`",
        _WARNING,
    ),
    "a test": (
        {"tests/test_a.py": PAY},
        {"tests/test_b.py": PAY},
        "tests/test_b.py:1:1: file is a copy of `tests/test_a.py`",
        _WARNING,
    ),
    "a binary file under another name": (
        {"a/model.bin": BYTES},
        {"a/weights.bin": BYTES},
        "a/weights.bin:1:1: file is a copy of `a/model.bin`",
        _WARNING,
    ),
    "nearly a file of the same name": (
        {"shop/pay.py": PAY + OTHER},
        {"till/pay.py": LOGGED + OTHER},
        "till/pay.py:1:1: file is like `shop/pay.py`: it has 100 % of the lines of that",
        _WARNING,
    ),
    "rewritten beside the original": (
        _BEFORE,
        {"shop/pay_fixed.py": OTHER},
        "shop/pay_fixed.py:1:1: file stands beside `shop/pay.py`, which its name says it replaces",
        _WARNING,
    ),
}


def judged(
    before: Mapping[str, str | bytes], edits: _Files, rule: DuplicateFile = RULE
) -> list[Diagnostic]:
    after = {path: text for path, text in {**before, **edits}.items() if text is not None}
    report = check(change(before, after), [rule])
    assert not report.not_evaluated
    return list(report.diagnostics)


@pytest.mark.parametrize(("before", "edits"), ALLOWED.values(), ids=ALLOWED.keys())
def test_allowed(before: Mapping[str, str | bytes], edits: _Files) -> None:
    assert judged(before, edits) == []


@pytest.mark.parametrize(
    ("before", "edits", "line", "severity"), FLAGGED.values(), ids=FLAGGED.keys()
)
def test_flagged(
    before: Mapping[str, str | bytes], edits: _Files, line: str, severity: Severity
) -> None:
    (found,) = judged(before, edits)
    place = found.location
    assert f"{place.path}:{place.line}:{place.column}: {found.message}" == line
    assert found.severity is severity


def test_the_place_of_the_original_and_the_way_out() -> None:
    (found,) = judged(_BEFORE, {"shop/pay_v2.py": LOGGED})
    assert found.related[0].location.path == "shop/pay.py"
    assert found.help == "change `shop/pay.py` instead, and delete this file"


def test_a_folder_that_was_copied_is_told_once() -> None:
    before = {f"shop/{at}/pay.py": PAY.replace("fee", f"fee_{at}") for at in range(6)}
    added = {path.replace("shop", "shop_old"): text for path, text in before.items()}
    (found,) = judged(before, added)
    assert found.location.path == "shop_old/0/pay.py"
    assert found.message == (
        "file is a copy of `shop/0/pay.py`, "
        "and 5 more files of `shop_old/` are like those of `shop/`"
    )
    assert len(judged(before, dict([*added.items()][:3]))) == 3


def test_an_audit_says_each_copy_but_the_first() -> None:
    given = audit({"shop/pay.py": PAY, "shop/till/b.py": PAY, "shop/c.py": OTHER, "zoo/d.py": PAY})
    assert says(RULE, given) == [
        "shop/till/b.py:1:1: file is a copy of `shop/pay.py`",
        "zoo/d.py:1:1: file is a copy of `shop/pay.py`",
    ]


def test_an_audit_that_comes_in_pieces_says_which_is_the_copy() -> None:
    between = {f"a/{at:03}.py": SHORT for at in range(150)}
    given = audit({"a/000/b.py": PAY, **between, "z.py": PAY})
    assert says(RULE, given) == ["a/000/b.py:1:1: file is a copy of `z.py`"]


def test_least() -> None:
    assert judged(_BEFORE, {"till/money.py": PAY}, DuplicateFile(least=40)) == []


def test_share() -> None:
    half = {"shop/pay_v2.py": PAY[:220] + OTHER}
    assert [each.severity for each in judged(_BEFORE, half)] == [_WARNING]
    assert [each.severity for each in judged(_BEFORE, half, DuplicateFile(share=20, least=3))] == [
        _ERROR
    ]


def test_twins() -> None:
    rule = DuplicateFile(twins=("/till/",))
    assert judged(_BEFORE, {"till/money.py": PAY}, rule) == []


@pytest.mark.parametrize("path", ["till/money.py", "shop/pay_v2.py"])
def test_a_comment_allows_a_copy_although_it_makes_it_differ(path: str) -> None:
    comment = "# sutaza: allow duplicate-file -- the till cannot import the shop\n"
    given = change(_BEFORE, {**_BEFORE, path: comment + PAY})
    report = check(given, [RULE, UnusedSuppression()])
    assert report.diagnostics == ()
    assert report.suppressed == 1
