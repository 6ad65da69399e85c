"""`sutaza search --like`, as it is called."""

from __future__ import annotations

import json

import pytest

from tests.conftest import Checkout

SLUG = """
def slug(title, separator="-"):
    words = re.findall(r"[a-z0-9]+", title.lower())
    kept = [word for word in words if word not in STOP_WORDS]
    return separator.join(kept)[:LONGEST].strip(separator)
"""
HANDLE = """
class Shop:
    def handle(self, name, glue="_"):
        good = []
        for part in re.findall(r"[a-z0-9]+", name.lower()):
            if part in STOP_WORDS:
                continue
            good.append(part)
        return glue.join(good)[:LONGEST].strip(glue)
"""
TOTAL = """
def total(basket, rates):
    due = sum(item.price * item.count for item in basket.items)
    if basket.country in rates:
        due += round(due * rates[basket.country].tax, 2)
    return due - min(basket.voucher or 0, due)
"""


@pytest.fixture
def shop(repo: Checkout) -> Checkout:
    repo.stage("lib/text.py", SLUG + TOTAL)
    repo.stage("copy.py", f"# a copy\n{SLUG}")
    repo.stage("shop.py", HANDLE)
    return repo


def test_the_most_alike_come_first(shop: Checkout) -> None:
    said = shop.sutaza("search", "--like", "lib/text.py:4")
    first, second = said.stdout.splitlines()
    assert (said.returncode, first) == (0, "1.00  copy.py:3  slug")
    assert second.endswith("  shop.py:3  Shop.handle")


def test_as_json(shop: Checkout) -> None:
    said = json.loads(shop.sutaza("search", "--like", "copy.py:3", "--format", "json").stdout)
    assert said["asked"] == {"path": "copy.py", "line": 3, "end_line": 6, "name": "slug"}
    assert said["finds"][0] == {
        "path": "lib/text.py",
        "line": 2,
        "end_line": 5,
        "name": "slug",
        "score": 1.0,
    }


def test_so_many_at_most(shop: Checkout) -> None:
    said = shop.sutaza("search", "--like", "lib/text.py:4", "--most", "1")
    assert said.stdout == "1.00  copy.py:3  slug\n"


def test_nothing_is_like_it(shop: Checkout) -> None:
    said = shop.sutaza("search", "--like", "lib/text.py:8")
    assert (said.returncode, said.stdout) == (0, "nothing in 3 files is like `total`\n")


def test_neither_itself_nor_what_it_holds_is_a_find(shop: Checkout) -> None:
    inner = SLUG.replace("\n", "\n    ").replace("slug", "inner")
    shop.stage("outer.py", f"def outer(prices):{inner}\n    return sorted(prices, key=inner)\n")
    said = shop.sutaza("search", "--like", "outer.py:7").stdout
    assert "outer.py" not in said
    assert "copy.py:3  slug" in said


MISTAKES = {
    "no line": ("lib/text.py", "`lib/text.py` is no place; write FILE:LINE"),
    "a word for a line": ("lib/text.py:four", "`lib/text.py:four` is no place"),
    "no file": (":4", "`:4` is no place"),
    "a file that is not staged": ("later.py:1", "later.py is not staged; run `git add later.py`"),
    "a line without a function": ("copy.py:1", "copy.py:1: no function"),
    "a line that the file does not have": ("copy.py:99", "copy.py:99: no function"),
}


@pytest.mark.parametrize(("place", "said"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_one_line_that_says_what_to_write(
    shop: Checkout, place: str, said: str
) -> None:
    done = shop.sutaza("search", "--like", place)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"error: {said}")
    assert done.stderr.count("\n") == 1
