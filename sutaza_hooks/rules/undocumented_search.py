"""Rule: that the repository was searched is written down with the change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sutaza_hooks.change import Change
from sutaza_hooks.diagnostic import Diagnostic, NotEvaluated
from sutaza_hooks.reuse.added import added
from sutaza_hooks.reuse.evidence import TRAILER, definitions, documented
from sutaza_hooks.rule import Rule


@dataclass(frozen=True, eq=False)
class UndocumentedSearch(Rule):
    """A commit that adds functions, and whose message does not tell what a search for them found.

    The hooks at the commit message search and write the line themselves, such as
    `Reuse-Search: 4 definitions against 58211; nearest 0.41 lib/text.py:14 slug; tree 3f2a9c1b0d4e`
    It is of one tree: where another change is committed than was searched, it tells nothing.
    `sutaza verify A..B` searches again, and holds what was found against what is told. Off by
    default.

    ## Why is this bad?
    Who reviews cannot see whether anybody looked for what is there before writing it again.

    ## Example
    ```python title="pay.py"
    def fee(amount, rates):
        due = sum(rate.share * amount for rate in rates if rate.is_open)
        return round(max(due, MINIMUM), 2)
    ```

    ## Use instead
    The hook `sutaza-prepare-message` or `sutaza-message`, of which either writes the line; or what
    the search has found:
    ```python title="pay.py"
    due = fees.fee(amount, fees.rates())
    ```
    """

    charter = 4
    default_on = False
    exception = "The line is written by the hooks; a commit that adds no function needs none."

    def check(self, change: Change) -> Iterator[Diagnostic | NotEvaluated]:
        if change.message is None or change.commit in ("merge", "revert", "fixup"):
            return
        count = definitions(change)
        told = documented(change.message)
        if not count or (told and told.definitions == count and told.tells_of(change.after.id)):
            return
        first = next(iter(added(change)))
        why = "is of another change" if told else "is missing"
        yield self.diagnostic(
            first.location,
            f"the trailer `{TRAILER}` of the commit message {why}",
            help="install the hook: `pre-commit install -t prepare-commit-msg`, then commit again",
            source=change.after.line(first.path, first.line),
            about_change=True,
        )
