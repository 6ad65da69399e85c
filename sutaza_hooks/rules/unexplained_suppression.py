"""Rule: a suppression must give its reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sutaza_hooks import suppression
from sutaza_hooks.change import Change
from sutaza_hooks.diagnostic import Diagnostic
from sutaza_hooks.rule import Rule


@dataclass(frozen=True, eq=False)
class UnexplainedSuppression(Rule):
    """An added suppression that gives no reason.

    ## Why is this bad?
    The next reader cannot tell an agreed exception from a way round the gate.

    ## Example
    ```python title="pay.py"
    fee = 3  # TODO: read the fee from the contract  # sutaza: allow todo-comment
    ```

    ## Use instead
    ```python title="pay.py"
    fee = 3  # TODO: read the fee from the contract  # sutaza: allow todo-comment -- due with v2
    ```
    """

    charter = "triggers"

    def check(self, change: Change) -> Iterator[Diagnostic]:
        for _, each in suppression.added(change):
            if not each.reason:
                yield self.diagnostic(
                    each.location,
                    f"suppression of `{', '.join(each.rules)}` gives no reason",
                    help="write why after two dashes: `-- <reason>`",
                    source=each.source,
                )
