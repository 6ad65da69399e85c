"""Files of a tree by their content or name, in one pass over it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Checkout

NAMES = (
    "pay.py",
    "a/pay.py",
    "a/b/pay.py",
    "a/ pay.py",
    "a/xpay.py",
    "a/ä\tö.py",
    "a/two\nlines.py",
)


@pytest.fixture(params=["sha1", "sha256"])
def stored(request: pytest.FixtureRequest, tmp_path: Path) -> Checkout:
    checkout = Checkout(tmp_path)
    checkout.git("init", "-q", "-b", "main", f"--object-format={request.param}")
    for name in NAMES:
        checkout.stage(name, f"in {name}\n")
    checkout.stage("same.py", "in a/pay.py\n")
    checkout.stage("run.sh", "in a/pay.py\n")
    checkout.git("update-index", "--chmod=+x", "run.sh")
    (tmp_path / "a" / "link").mkdir()
    (tmp_path / "a" / "link" / "pay.py").symlink_to("../pay.py")
    checkout.git("add", ".")
    return checkout


def test_by_name(stored: Checkout) -> None:
    tree = stored.staged().after
    found = tree.holding((), ("pay.py",))
    assert found == {path: tree.blob(path) for path in NAMES[:3]}


def test_by_content(stored: Checkout) -> None:
    tree = stored.staged().after
    blob = tree.blob("a/pay.py")
    assert blob
    assert sorted(tree.holding((blob,), ())) == ["a/pay.py", "run.sh", "same.py"]


@pytest.mark.parametrize("path", NAMES[-2:])
def test_names_that_git_would_quote(stored: Checkout, path: str) -> None:
    assert list(stored.staged().after.holding((), (path.removeprefix("a/"),))) == [path]


def test_nothing_is_asked(stored: Checkout) -> None:
    assert stored.staged().after.holding((), ()) == {}
