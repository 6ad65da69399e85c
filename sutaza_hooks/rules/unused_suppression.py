"""Rule: a suppression must suppress something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sutaza_hooks import suppression
from sutaza_hooks.change import Change
from sutaza_hooks.diagnostic import Diagnostic
from sutaza_hooks.errors import nearest
from sutaza_hooks.rule import Rule
from sutaza_hooks.suppression import Suppression


@dataclass(frozen=True, eq=False)
class UnusedSuppression(Rule):
    """An added suppression that has expired, names no rule, or suppresses nothing.

    ## Why is this bad?
    A suppression that no longer holds anything back hides the next breach on its line.

    ## Example
    ```python title="pay.py"
    # sutaza: allow todo-comment -- agreed with the bank (until 2020-01-31)
    fee = 3  # TODO: read the fee from the contract
    ```

    ## Use instead
    ```python title="pay.py"
    fee = contract.fee
    ```
    """

    charter = "triggers"

    def check(self, change: Change) -> Iterator[Diagnostic]:
        today = change.date.date()
        for _, each in suppression.added(change):
            if each.expired(today):
                no_day = each.until == suppression.NO_DAY
                yield self.diagnostic(
                    each.location,
                    "suppression ends on no day of the calendar"
                    if no_day
                    else f"suppression expired on {each.until:%Y-%m-%d}",
                    help="write the date as YYYY-MM-DD"
                    if no_day
                    else "mend what it allows and delete it, or set a new date",
                    source=each.source,
                )
            yield from self._misnamed(each)
            yield from self._powerless(each)

    def unused(self, each: Suppression, names: Sequence[str]) -> Diagnostic:
        """What is said of a suppression that is in force, of the names that allowed nothing."""
        listed = ", ".join(names)
        return self.diagnostic(
            each.location,
            f"suppression of `{listed}` suppresses nothing",
            help="delete it" if len(names) == len(each.rules) else f"delete `{listed}` from it",
            source=each.source,
        )

    def _misnamed(self, each: Suppression) -> Iterator[Diagnostic]:
        known = {rule.named() for rule in Rule.__subclasses__()} - suppression.POLICING
        for name in each.rules:
            if name in suppression.POLICING:
                said, help = f"no comment can allow `{name}`", f"delete `{name}` from it"
            elif name not in known:
                near = nearest(name, sorted(known))
                said = f"suppression names no rule: `{name}`"
                help = f"write `{near}`" if near else "delete it, or see `sutaza rules`"
            else:
                continue
            yield self.diagnostic(each.location, said, help=help, source=each.source)

    def _powerless(self, each: Suppression) -> Iterator[Diagnostic]:
        for name in each.rules:
            if name in about_change():
                yield self.diagnostic(
                    each.location,
                    f"suppression cannot allow `{name}`, which is about the change",
                    help=f"delete it, and see `sutaza explain {name}` for what can",
                    source=each.source,
                )


def about_change() -> frozenset[str]:
    """The rules that no comment can allow."""
    return frozenset(rule.named() for rule in Rule.__subclasses__() if rule.exception)
