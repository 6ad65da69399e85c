"""Rule: every change is documented in the changelog."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sutaza_hooks.change import Change
from sutaza_hooks.diagnostic import Location, Outcome
from sutaza_hooks.record import ChangelogPolicy, Record
from sutaza_hooks.rule import Rule


@dataclass(frozen=True, eq=False)
class MissingChangelogEntry(Rule):
    """A change that adds no entry to the changelog.

    What needs none is named and counted: a change to the changelog alone, a merge without changes
    of its own, a fixup that will be squashed, the exact revert of a commit, and a change to
    excluded paths only.

    ## Why is this bad?
    What is not written down when it is done is not written down. Who reads the changelog later
    must be able to trust that it is whole.

    ## Example
    ```python title="pay.py"
    FEE = 3
    ```

    ## Use instead
    ```python title="pay.py"
    FEE = 3
    ```
    ```markdown title="docs/CHANGELOG.md"
    # Changelog

    - [2026-03-14] - [Unreleased] - [payments] - [Added] - [A fee of 3 on every payment]
    ```
    """

    charter = 19
    exception = (
        "Name the paths that need no entry under `exclude` in the "
        "[configuration](../configuration.md)."
    )

    changelog: ChangelogPolicy = field(default=ChangelogPolicy(), metadata={"shared": True})

    def check(self, change: Change) -> Iterator[Outcome]:
        if not change.has_base:
            yield self.not_evaluated("nothing to compare with; use `--range A..B`")
            return
        record = Record(change, self.changelog)
        if not record.documented:
            reason = _no_change(change)
            if reason:
                yield self.exempt(reason)
        elif change.commit in ("fixup", "revert", "merge"):
            yield self.exempt(change.commit_reason)
        elif not record.added:
            yield self._missing(change)

    def _missing(self, change: Change) -> Outcome:
        path = self.changelog.path
        message = f"the change has no entry in `{path}`"
        if path not in change.after:
            linked = change.after.exists(path)
            message += ", which is no regular file" if linked else ", which does not exist"
        return self.diagnostic(
            Location(path),
            message,
            help=f"run `sutaza changelog add`, then `git add {path}`",
            about_change=True,
        )


def _no_change(change: Change) -> str:
    """Why there is nothing to document, or nothing to say where nothing was changed."""
    if change.patches:
        return "changelog-only change"
    if change.commit == "merge":
        return change.commit_reason
    if change.excluded:
        many = change.excluded > 1
        which = f"all {change.excluded} changed files are" if many else "the changed file is"
        return f"{which} excluded by the configuration"
    return ""
