"""What a reader was told of a change, so that the hooks of one commit say each thing once."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sutaza_hooks.diagnostic import Diagnostic, Outcome, Report
from sutaza_hooks.index import Index


def unsaid(index: Index, report: Report, *, again: bool) -> Report:
    """The report as its reader is given it, and a note of what that tells.

    `again` is for the later hooks of a commit: what an earlier one said, of the same two trees, is
    left out. Only where nothing stops the commit: what has to be mended is always said whole.
    """
    outcomes: Sequence[Outcome] = (*report.diagnostics, *report.not_evaluated, *report.exempt)
    if not outcomes:
        return report
    key = f"said {report.change.before} {report.change.after}"
    known = _noted(index, key)
    index.remember(key, json.dumps(sorted(known.union(map(_words, outcomes)))))
    if not again or report.exit_code:
        return report
    return report.where(lambda outcome: _words(outcome) not in known)


def _noted(index: Index, key: str) -> frozenset[str]:
    try:
        return frozenset(json.loads(index.verdict(key) or "[]"))
    except (ValueError, TypeError):  # a row that was damaged: rather twice than never
        return frozenset()


def _words(outcome: Outcome) -> str:
    """What makes two outcomes the same to a reader."""
    if isinstance(outcome, Diagnostic):
        return f"{outcome.rule} {outcome.location} {outcome.message}"
    return f"{outcome.rule} {outcome.reason}"
