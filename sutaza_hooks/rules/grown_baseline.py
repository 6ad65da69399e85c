"""Rule: a baseline only shrinks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sutaza_hooks import debt
from sutaza_hooks.change import Change
from sutaza_hooks.diagnostic import Diagnostic, Location, fingerprints
from sutaza_hooks.rule import Rule


@dataclass(frozen=True, eq=False)
class GrownBaseline(Rule):
    """A change that adds to a baseline, or replaces it by one that holds more.

    The first baseline may hold anything. From then on it only shrinks; debt moves along where a
    file is renamed.

    ## Why is this bad?
    A baseline lets a team start with the debt that it has. One that grows is a way past every rule.

    ## Example
    ```json title=".sutaza-baseline.json" before
    {"version": 1, "diagnostics": [{"rule": "todo-comment", "fingerprint": "a1"}]}
    ```
    ```json title=".sutaza-baseline.json"
    {"version": 1, "diagnostics": [{"rule": "todo-comment", "fingerprint": "a1"},
                                   {"rule": "todo-comment", "fingerprint": "b2"}]}
    ```

    ## Use instead
    ```json title=".sutaza-baseline.json" before
    {"version": 1, "diagnostics": [{"rule": "todo-comment", "fingerprint": "a1"},
                                   {"rule": "todo-comment", "fingerprint": "b2"}]}
    ```
    ```json title=".sutaza-baseline.json"
    {"version": 1, "diagnostics": [{"rule": "todo-comment", "fingerprint": "a1"}]}
    ```
    """

    charter = "triggers"
    exception = "The baseline may only shrink; what a rename moves is no growth."

    baseline: str = field(default="", metadata={"shared": True})

    def check(self, change: Change) -> Iterator[Diagnostic]:
        path = self.baseline or debt.FILE
        text = change.after.get(path)
        was = debt.earlier(change, path)
        if text is None or was is None:
            return
        document = debt.loaded(text, path)
        growth = (fingerprints(debt.carried(document, change)) - was).total()
        if growth:
            yield self.diagnostic(
                Location(path),
                f"baseline holds more than before, by {growth}",
                help="mend what it was to let pass, and run `sutaza baseline`",
                about_change=True,
            )
