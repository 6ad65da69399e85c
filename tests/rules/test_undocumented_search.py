"""`undocumented-search`: what it allows first."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sutaza_hooks.reuse.evidence import Evidence, documented, gathered
from sutaza_hooks.rules.undocumented_search import UndocumentedSearch
from tests.changes import change, says
from tests.conftest import Checkout

RULE = UndocumentedSearch()
FEE = """
def fee(amount, rates):
    due = sum(rate.share * amount for rate in rates if rate.is_open)
    return round(max(due, MINIMUM), 2)
"""
BEFORE = {"pay.py": "A = 1\n"}
AFTER = {"pay.py": f"A = 1\n{FEE}"}
TREE = "1".rjust(40, "0")[:12]
TOLD = f"Reuse-Search: 1 definition against 0; nothing is near; tree {TREE}"


ALLOWED = {
    "told": (AFTER, {"message": f"Do it\n\n{TOLD}\n"}),
    "told, with other trailers": (AFTER, {"message": f"Do it\n\n{TOLD}\nSigned-off-by: A\n"}),
    "the last one counts": (
        AFTER,
        {"message": f"Do it\n\n{TOLD.replace(TREE, '9' * 12)}\n{TOLD}\n"},
    ),
    "no function": ({"pay.py": "A = 2\n"}, {"message": "Do it\n"}),
    "a short function": ({"pay.py": "A = 1\ndef f(a):\n    return a\n"}, {"message": "Do it\n"}),
    "no message yet": (AFTER, {"message": None}),
    "a merge": (AFTER, {"message": "Merge\n", "commit": "merge"}),
    "a revert": (AFTER, {"message": "Revert\n", "commit": "revert"}),
    "a fixup": (AFTER, {"message": "fixup! Do it\n", "commit": "fixup"}),
}


@pytest.mark.parametrize(("after", "about"), ALLOWED.values(), ids=ALLOWED)
def test_allowed(after: dict[str, str], about: dict[str, str]) -> None:
    assert says(RULE, change(BEFORE, after, **about)) == []


FLAGGED = {
    "nothing is told": ("Do it\n", "is missing"),
    "of another tree": (f"Do it\n\n{TOLD.replace(TREE, '9' * 12)}\n", "is of another change"),
    "of another number of functions": (
        f"Do it\n\n{TOLD.replace('1 definition ', '2 definitions ')}\n",
        "is of another change",
    ),
    "not in its form": ("Do it\n\nReuse-Search: yes, I have searched\n", "is missing"),
}


@pytest.mark.parametrize(("message", "why"), FLAGGED.values(), ids=FLAGGED)
def test_flagged(message: str, why: str) -> None:
    said = says(RULE, change(BEFORE, AFTER, message=message))
    assert said == [f"pay.py:3:1: the trailer `Reuse-Search` of the commit message {why}"]


def test_what_is_gathered() -> None:
    found, near = gathered(change({"a.py": FEE}, {"a.py": FEE, "b.py": FEE}))
    assert found == Evidence(1, 1, 1.0, "a.py:2 fee", TREE)
    assert [each.new.path for each in near] == ["b.py"]


@given(
    st.builds(
        Evidence,
        st.integers(0, 9999),
        st.integers(0, 10**9),
        st.sampled_from([0.0, 0.25, 1.0]),
        st.sampled_from(["", "a.py:2 f", "a; tree b.py:2 f", "a b.js:1"]),
        st.from_regex("[0-9a-f]{12}", fullmatch=True),
    )
)
def test_what_is_told_is_read_again(evidence: Evidence) -> None:
    read = documented(f"Subject\n\n{evidence.trailer}\n")
    assert read is not None
    assert read == evidence._replace(score=read.score)
    assert read.agrees(evidence) or not evidence.place


@pytest.fixture
def searched(repo: Checkout) -> Checkout:
    repo.stage(".sutaza.yaml", "rules: {undocumented-search: {}}\n")
    repo.stage("lib/fees.py", FEE)
    repo.git("commit", "-qm", "Begin")
    repo.stage("shop/pay.py", FEE.replace("fee", "charge").replace("MINIMUM", "LEAST"))
    return repo


def test_the_hook_at_the_message_writes_the_line(searched: Checkout) -> None:
    searched.write(".git/COMMIT_EDITMSG", "Take a charge\n\n# Please enter\n")
    said = searched.sutaza("check", "--message", ".git/COMMIT_EDITMSG", "--rule", RULE.name)
    assert (said.returncode, said.stdout) == (0, "")
    message = (searched.path / ".git/COMMIT_EDITMSG").read_text()
    assert re.fullmatch(
        r"Take a charge\n\n"
        r"Reuse-Search: 1 definition against 1; nearest 0\.\d\d lib/fees\.py:2 fee; "
        r"tree [0-9a-f]{12}\n\n# Please enter\n",
        message,
    )


def test_what_the_staged_change_adds(searched: Checkout) -> None:
    said = searched.sutaza("search", "--staged")
    where, nearest, trailer = said.stdout.splitlines()
    assert where == "shop/pay.py:2  charge"
    assert re.fullmatch(r"    0\.\d\d  lib/fees\.py:2  fee", nearest)
    assert trailer.startswith("Reuse-Search: 1 definition against 1; nearest ")
    told = json.loads(searched.sutaza("search", "--staged", "--format", "json").stdout)
    assert told["trailer"] == trailer
    assert told["searched"][0]["nearest"]["name"] == "fee"


def test_verify(searched: Checkout) -> None:
    trailer = searched.sutaza("search", "--staged").stdout.splitlines()[-1]
    searched.git("commit", "-qm", f"Take a charge\n\n{trailer}")
    said = searched.sutaza("verify", "HEAD^..HEAD")
    assert (said.returncode, said.stdout[12:]) == (0, "  tells what is so\n")
    forged = re.sub(r"nearest .*; tree", "nothing is near; tree", trailer)
    searched.git("commit", "-q", "--amend", "-m", f"Take a charge\n\n{forged}")
    said = searched.sutaza("verify", "HEAD^..HEAD")
    assert said.returncode == 1
    assert f"tells `{forged}`, but it is `{trailer}`" in said.stdout
    searched.git("commit", "-q", "--amend", "-m", "Take a charge")
    said = searched.sutaza("verify", "HEAD^..HEAD")
    assert (said.returncode, said.stdout[12:]) == (0, "  tells of no search\n")


def test_after_a_rebase_it_still_is_so(searched: Checkout) -> None:
    trailer = searched.sutaza("search", "--staged").stdout.splitlines()[-1]
    searched.git("commit", "-qm", f"Take a charge\n\n{trailer}")
    searched.git("checkout", "-q", "-b", "side", "HEAD^")
    searched.stage("other.py", "A = 1\n")
    searched.git("commit", "-qm", "Other")
    searched.git("cherry-pick", "-")
    said = searched.sutaza("verify", "HEAD^..HEAD")
    assert (said.returncode, said.stdout[12:]) == (
        0,
        "  tells what is so, though it was searched for another tree\n",
    )


def test_a_range_has_two_ends(searched: Checkout) -> None:
    assert searched.sutaza("verify", "HEAD").returncode == 2
    said = searched.sutaza("verify", "nowhere..HEAD")
    assert said.returncode == 2
    assert said.stderr.startswith("error: `nowhere` is not in this clone")
