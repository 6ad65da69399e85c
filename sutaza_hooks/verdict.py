"""A report kept under everything that it depends on, so that several hooks share one verdict."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, NamedTuple

from sutaza_hooks import __version__
from sutaza_hooks.change import Change, WholeText
from sutaza_hooks.diagnostic import (
    Diagnostic,
    Exemption,
    Judged,
    Location,
    NotEvaluated,
    Related,
    Report,
    Severity,
)
from sutaza_hooks.text import Line

_FORM = 3
"""Which form the kept verdicts have."""


class Verdict(NamedTuple):
    """What the rules say of a change, and where the baseline stands that lets some of it pass."""

    report: Report
    baseline: str


def key(change: Change, tags: object = "") -> str:
    """A digest of the change, whose trees hold the configuration, and of this version of the gate.

    `tags` stands for the state of the repository's tags, which released sections are held against.
    """
    parts = (
        _FORM,
        __version__,
        change.mode,
        change.before.id,
        change.after.id,
        change.commit,
        [parent.id for merge in change.merges for parent in merge.parents],
        change.message,
        change.date.date().isoformat(),
        [patch.path for patch in change.judged],
        [(_extent(patch.added), _extent(patch.removed)) for patch in change.patches],
        tags,
    )
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogateescape")).hexdigest()


def _extent(lines: Sequence[Line]) -> int:
    """How many, where the trees alone do not tell it."""
    return -1 if isinstance(lines, WholeText) else len(lines)


def dump(verdict: Verdict) -> str:
    return json.dumps([asdict(verdict.report), verdict.baseline], separators=(",", ":"))


def load(text: str) -> Verdict:
    """What `dump` was given. Raises ValueError, KeyError or TypeError for another text."""
    data, baseline = json.loads(text)
    report = Report(
        change=Judged(*data["change"]),
        diagnostics=tuple(_diagnostic(each) for each in data["diagnostics"]),
        not_evaluated=tuple(NotEvaluated(*each) for each in data["not_evaluated"]),
        exempt=tuple(Exemption(*each) for each in data["exempt"]),
        suppressed=data["suppressed"],
        baselined=data["baselined"],
    )
    return Verdict(report, baseline)


def _diagnostic(data: dict[str, Any]) -> Diagnostic:
    related = tuple(Related(Location(*place), message) for place, message in data["related"])
    fixed = {
        "location": Location(*data["location"]),
        "severity": Severity(data["severity"]),
        "related": related,
    }
    return Diagnostic(**{**data, **fixed})
