"""The versions of entries: SemVer, PEP 440, or `Unreleased`."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:  # both are imported where they are used: 15 ms that most checks do without
    import semver
    from packaging.version import Version

UNRELEASED = "unreleased"


def is_unreleased(text: str) -> bool:
    return text.casefold() == UNRELEASED


def is_version(text: str) -> bool:
    return is_unreleased(text) or _semantic(text) is not None or _python(text) is not None


def looks_like_version(text: str) -> bool:
    """Whether the text is a version even outside its field: a bare number is not."""
    telling = "." in text or text[:1] in ("v", "V") or is_unreleased(text)
    return telling and is_version(text)


def compare(one: str, other: str) -> Literal[-1, 0, 1] | None:
    """The order of two versions, or None where they have none.

    Two SemVer versions are compared as such, since `1.0.0-1` comes before `1.0.0` there and after
    it by PEP 440. `Unreleased` is newer than every release.
    """
    if is_unreleased(one) or is_unreleased(other):
        return _unreleased_order(one, other)
    if (first := _semantic(one)) and (second := _semantic(other)):
        return _sign(first.compare(second))
    if (left := _python(one)) and (right := _python(other)):
        return _sign((left > right) - (left < right))
    return None


def _unreleased_order(one: str, other: str) -> Literal[-1, 0, 1] | None:
    if not (is_version(one) and is_version(other)):
        return None
    return _sign(is_unreleased(one) - is_unreleased(other))


def _sign(order: int) -> Literal[-1, 0, 1]:
    if order == 0:
        return 0
    return 1 if order > 0 else -1


@lru_cache(maxsize=4096)  # the entries of one release have one version
def _semantic(text: str) -> semver.Version | None:
    import semver

    try:
        return semver.Version.parse(text[1:] if text[:1] in ("v", "V") else text)
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def _python(text: str) -> Version | None:
    from packaging.version import Version

    try:
        return Version(text)
    except ValueError:
        return None
