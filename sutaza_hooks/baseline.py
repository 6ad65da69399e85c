"""The debt that is let pass: a saved JSON report of an audit, which only shrinks."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from typing import NamedTuple

from sutaza_hooks.change import Change
from sutaza_hooks.check import check
from sutaza_hooks.config import Config
from sutaza_hooks.debt import Document, carried, earlier, loaded
from sutaza_hooks.diagnostic import Judged, Report
from sutaza_hooks.errors import SutazaError
from sutaza_hooks.git import Repository
from sutaza_hooks.reporters import render


class Shrunk(NamedTuple):
    """A baseline without what is gone, and how many of its diagnostics became what."""

    text: str
    kept: int
    gone: int
    new: int
    """Diagnostics that the baseline does not hold, and that are not added to it."""


def audit(repository: Repository, config: Config) -> Report:
    """The report on everything that is staged. Raises SutazaError when it would not be whole."""
    change = repository.everything().speaking(config.language).without(config.excludes)
    report = check(change, config.rules)
    if report.troubled:
        missing = next(each for each in report.not_evaluated if each.trouble)
        raise SutazaError(f"the audit is not whole: {missing.rule}: {missing.reason}")
    return report


def created(report: Report) -> str:
    """The report as a baseline, without what would differ from one commit to the next."""
    judged = Judged(report.change.mode, "", "")
    bare = replace(report, change=judged, not_evaluated=(), exempt=(), suppressed=0)
    return render("json", bare)


def shrunk(baseline: str, report: Report, change: Change, path: str) -> Shrunk:
    """The baseline without what the report no longer has, and without what was put in by hand.

    The change tells which files are renamed, and what stood in the baseline before. Raises
    SutazaError for a text that is no JSON report; `path` is named in it.
    """
    document = loaded(baseline, path)
    held = earlier(change, path)
    found = report.fingerprints
    left = _limited(carried(document, change), found if held is None else found & held)
    kept, gone = (len(each["diagnostics"]) for each in (left, document))
    text = json.dumps(left, ensure_ascii=False, indent=2) + "\n"
    return Shrunk(baseline if left == document else text, kept, gone - kept, found.total() - kept)


def _limited(document: Document, counts: Counter[str]) -> Document:
    left = counts.copy()
    kept = []
    for each in document["diagnostics"]:
        if left[each["fingerprint"]] > 0:
            left[each["fingerprint"]] -= 1
            kept.append(each)
    return {**document, "diagnostics": kept}


def unspent(known: Counter[str], report: Report, change: Change) -> Counter[str]:
    """What a baseline still lets pass of a change.

    It counts whole files, so it is spent first on the lines that stand there and are not part of
    the change: a copy of an old breach is a new one.
    """
    whole = {patch.path for patch in change.judged if patch.whole}
    reported = report.fingerprints
    left = known.copy()
    for fingerprint, each in {each.fingerprint: each for each in report.diagnostics}.items():
        if each.source and each.location.path not in whole:
            standing = _standing(change.after.get(each.location.path, ""), each.source)
            left[fingerprint] -= max(0, standing - reported[fingerprint])
    return +left


def _standing(text: str, source: str) -> int:
    """How often a line stands in a text, however it is indented."""
    wanted = source.split()
    return sum(row.split() == wanted for row in text.split("\n"))
