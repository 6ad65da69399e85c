"""`sutaza search`, as it is called."""

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


DOCUMENTED = '''
class Titles:
    def handle(self, title):
        """Turn a title into what can stand in an address.

        Small words are left out.
        """
        return "-".join(title.lower().split())
'''


@pytest.fixture
def library(repo: Checkout) -> Checkout:
    repo.stage("src/shop/__init__.py", "")
    repo.stage("src/shop/titles.py", DOCUMENTED)
    repo.stage("tests/test_titles.py", "def test_a_title_can_stand_in_an_address():\n    pass\n")
    repo.stage("web/time.js", "// Wait, then try again.\nexport const retry = (f) => { f(); };\n")
    repo.stage("vendor/titles.py", DOCUMENTED)
    return repo


def test_what_does_a_job_is_found_by_what_it_says(library: Checkout) -> None:
    said = library.sutaza("search", "titles", "for", "addresses", "--most", "1")
    assert (said.returncode, said.stdout) == (
        0,
        "src/shop/titles.py:3  Titles.handle\n"
        "    Turn a title into what can stand in an address.\n"
        "    from shop.titles import Titles\n",
    )


ASKED = {
    "by other words for it": ("call a function once more: repeat", "retry"),
    "by inflected words": ("trying waits", "retry"),
    "by the code": ("lower split join", "Titles.handle"),
}


@pytest.mark.parametrize(("text", "name"), ASKED.values(), ids=ASKED)
def test_it_is_found(library: Checkout, text: str, name: str) -> None:
    said = json.loads(library.sutaza("search", text, "--format", "json").stdout)
    assert said["finds"][0]["name"] == name


def test_an_answer_as_json(library: Checkout) -> None:
    said = json.loads(library.sutaza("search", "try again", "--format", "json").stdout)
    score = said["finds"][0].pop("score")
    assert score > 0
    assert said == {
        "asked": "try again",
        "finds": [
            {
                "path": "web/time.js",
                "name": "retry",
                "kind": "function",
                "line": 2,
                "end_line": 2,
                "signature": "retry = (f)",
                "summary": "Wait, then try again.",
                "import": 'import { retry } from "web/time"',
            }
        ],
    }


def test_production_code_comes_before_tests_and_vendored_code_never(library: Checkout) -> None:
    said = library.sutaza("search", "a title that can stand in an address").stdout
    paths = [line.partition(":")[0] for line in said.splitlines() if not line.startswith(" ")]
    assert paths[0] == "src/shop/titles.py"
    assert "tests/test_titles.py" in paths
    assert "vendor/titles.py" not in paths


def test_what_is_not_staged_any_more_is_no_answer(library: Checkout) -> None:
    library.sutaza("search", "try again")
    library.stage("web/time.js", "// Nothing.\nexport const pause = (f) => { f(); };\n")
    assert "retry" not in library.sutaza("search", "try again").stdout
    library.git("rm", "-q", "--cached", "web/time.js")
    assert library.sutaza("search", "try", "again").stdout == "nothing in 4 files has these words\n"


def test_where_a_file_was_renamed_it_is_found_at_its_new_place(library: Checkout) -> None:
    library.sutaza("search", "try again")
    library.git("mv", "web/time.js", "web/again.js")
    assert library.sutaza("search", "retry", "--most", "1").stdout.startswith("web/again.js:2  ")


QUESTIONS = {
    "nothing": ([], "say in a few words what to look for"),
    "both": (["words", "--like", "a.py:3"], "say in a few words what to look for"),
    "small words only": (["what", "is", "it"], "no word of `what is it` tells"),
    "signs only": (['"* (', "-"], 'no word of `"* ( -` tells'),
}


@pytest.mark.parametrize(("arguments", "said"), QUESTIONS.values(), ids=QUESTIONS)
def test_what_is_no_question_is_said(library: Checkout, arguments: list[str], said: str) -> None:
    done = library.sutaza("search", *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"error: {said}")
    assert done.stderr.count("\n") == 1


IMPORTS = {
    "a package": ("shop/a.py", "def f():\n    go()\n", "from shop.a import f"),
    "a package itself": ("shop/__init__.py", "def f():\n    go()\n", "from shop import f"),
    "a package below a folder": (
        "api/shop/a.py",
        "def f():\n    go()\n",
        "from api.shop.a import f",
    ),
    "a module alone": ("a.py", "def f():\n    go()\n", "from a import f"),
    "a module below src": ("src/a.py", "def f():\n    go()\n", "from a import f"),
    "a class's method": (
        "a.py",
        "class C:\n    def f(self):\n        go()\n",
        "from a import C",
    ),
    "an exported function": (
        "a/b.ts",
        "export function f() { go(); }\n",
        'import { f } from "a/b"',
    ),
    "a list of exports": (
        "b.js",
        "function f() { go(); }\nexport {\n  g,\n  f };\n",
        'import { f } from "b"',
    ),
    "a function of the file's own": ("b.js", "function f() { go(); }\nexport { g };\n", ""),
    "Go, with a capital": ("p/a.go", "package p\n\nfunc F() { g() }\n", 'import "e.org/m/p"'),
    "Go, at the root": ("a.go", "package m\n\nfunc F() { g() }\n", 'import "e.org/m"'),
    "Go, of the package's own": ("p/a.go", "package p\n\nfunc f() { g() }\n", ""),
    "Rust": ("src/a/b.rs", "pub fn f() { g(); }\n", "use crate::a::b::f;"),
    "Rust, of a folder's module": ("src/a/mod.rs", "pub fn f() { g(); }\n", "use crate::a::f;"),
    "Rust, of the crate": ("src/lib.rs", "pub fn f() { g(); }\n", "use crate::f;"),
    "Java": ("C.java", "package e.m;\nclass C { void f() { g(); } }\n", "import e.m.C;"),
    "C#": ("C.cs", "namespace E.M;\nclass C { void f() { g(); } }\n", "using E.M;"),
    "PHP": ("C.php", "<?php\nnamespace E\\M;\nclass C { function f() { g(); } }\n", "use E\\M\\C;"),
    "shell has none": ("a.sh", "f() {\n  go\n}\n", ""),
}


@pytest.mark.parametrize(("path", "text", "line"), IMPORTS.values(), ids=IMPORTS)
def test_the_line_that_imports_it(repo: Checkout, path: str, text: str, line: str) -> None:
    repo.stage("go.mod", "module e.org/m\n\ngo 1.22\n")
    repo.stage("shop/__init__.py", "")
    repo.stage("api/shop/__init__.py", "")
    repo.stage("api/__init__.py", "")
    repo.stage(path, text)
    said = json.loads(repo.sutaza("search", "f", "--format", "json").stdout)
    assert said["finds"][0]["import"] == line
