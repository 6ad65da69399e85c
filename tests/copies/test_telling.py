"""Which original a name speaks of: nothing for most names."""

from __future__ import annotations

import pytest

from sutaza_hooks.change import Tree
from sutaza_hooks.copies.telling import told
from sutaza_hooks.index import Index
from tests.changes import Texts

SILENT = {
    "another name": ("a/send.py", "a/pay.py"),
    "no original": ("a/pay_v2.py", "a/send.py"),
    "the same file": ("a/pay.py", "a/pay.py"),
    "an original of another suffix": ("a/pay_v2.py", "a/pay.ts"),
    "a word that ends like a mark": ("a/renew.py", "a/re.py"),
    "a word that begins like a mark": ("a/older.py", "a/er.py"),
    "a name that is a mark": ("a/old.py", "a/pay.py"),
    "a test": ("a/pay_test.py", "a/pay.py"),
    "a part of a whole": ("a/pay_base.py", "a/pay.py"),
    "a number with leading zeros": ("a/pay01.py", "a/pay.py"),
    "the first of several": ("a/pay1.py", "a/pay.py"),
    "a hidden file": (".new", "a/pay.py"),
}

TOLD = {
    "a version": ("a/pay_v2.py", "a/pay.py"),
    "a version without a separator": ("a/payv2.py", "a/pay.py"),
    "a version in camel case": ("a/PayServiceV2.java", "a/PayService.java"),
    "a second number": ("a/pay_copy_2.py", "a/pay.py"),
    "a number alone": ("a/pay2.py", "a/pay.py"),
    "a number in brackets": ("a/pay (1).py", "a/pay.py"),
    "a copy": ("a/pay - Copy.py", "a/pay.py"),
    "a copy of": ("a/Copy of pay.py", "a/pay.py"),
    "a mark before": ("a/enhanced_pay.py", "a/pay.py"),
    "a mark before in camel case": ("a/NewPay.tsx", "a/Pay.tsx"),
    "a mark behind in camel case": ("a/payEnhanced.ts", "a/pay.ts"),
    "a mark before two suffixes": ("a/pay_fixed.test.ts", "a/pay.test.ts"),
    "a mark between two suffixes": ("a/pay.test.old.ts", "a/pay.test.ts"),
    "a suffix more": ("a/pay.py.bak", "a/pay.py"),
    "an editor's backup": ("a/pay.py~", "a/pay.py"),
    "no suffix": ("bin/pay-new", "bin/pay"),
    "a folder more": ("a/backup/pay.py", "a/pay.py"),
    "a folder around all": ("old/a/pay.py", "a/pay.py"),
    "another folder": ("a_v2/pay.py", "a/pay.py"),
}


def originals(path: str, other: str) -> list[str]:
    tree = Tree("1" * 40, Texts({path: "", other: ""}), Index())
    return [each.original for each in told(tree, path)]


@pytest.mark.parametrize(("path", "other"), SILENT.values(), ids=SILENT.keys())
def test_a_name_that_says_nothing(path: str, other: str) -> None:
    assert originals(path, other) == []


@pytest.mark.parametrize(("path", "other"), TOLD.values(), ids=TOLD.keys())
def test_a_name_that_tells(path: str, other: str) -> None:
    assert originals(path, other) == [other]
