"""What a change takes away, so that a line that it only moved is not called new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from sutaza_hooks.change import Change, Patch

_CLOSERS = ("*/", "-->")


class Removed:
    """The removed lines that may matter; each answers for one added line that holds the same."""

    def __init__(self, change: Change, matters: Callable[[str], object] = bool) -> None:
        self._left = Counter(
            _plain(line.text)
            for patch in change.patches
            if _is_read(change, patch)
            for line in patch.removed
            if matters(line.text)
        )

    def had(self, text: str) -> bool:
        """Whether a removed line ended with this text, whatever its white space: then it moved."""
        said = _plain(text)
        for line, count in self._left.items():
            if count and (line.endswith(said) or (said.endswith(_CLOSERS) and said in line)):
                self._left[line] -= 1
                return True
        return False


def _is_read(change: Change, patch: Patch) -> bool:
    """Whether a file is in a language that we know: prose that goes is no comment that moved."""
    path = patch.old_path or patch.path
    if not patch.removed:
        return False
    return path.endswith(".json") or change.before.language(path) is not None


def _plain(text: str) -> str:
    return " ".join(text.split())
