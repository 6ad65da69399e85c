"""The proof that the gate is live: a breach of each rule is committed, and has to be blocked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain
from typing import NamedTuple

from sutaza_hooks import changelog
from sutaza_hooks.check import check
from sutaza_hooks.checkup.remark import Remark
from sutaza_hooks.checkup.scratch import Attempt, Files, Scratch
from sutaza_hooks.config import Config
from sutaza_hooks.diagnostic import Report, Severity
from sutaza_hooks.git import Repository
from sutaza_hooks.globs import matches
from sutaza_hooks.index import Index
from sutaza_hooks.page import Fence, fences, section
from sutaza_hooks.precommit import FILE as RUNNERS
from sutaza_hooks.precommit.filters import filters
from sutaza_hooks.record import ChangelogPolicy
from sutaza_hooks.rule import Rule

CLEAN = "a clean commit"
_DAY = re.compile(r"\b\d{4}-\d\d-\d\d\b")


class Example(NamedTuple):
    """The files before a change, and those that the change writes."""

    before: Files
    change: Files


def prove(scratch: Scratch, config: Config, today: date) -> Iterator[Remark]:
    """One remark on a clean commit, and one on a breach of each active rule."""
    yield _clean(scratch, config, today)
    breaches = 0
    for rule in config.rules:
        remark = _breach(scratch, config, rule, today)
        warns = rule.severity is Severity.WARNING  # what blocks nothing proves no gate
        breaches += remark.standing != "not proved" and not warns
        yield remark
    if not breaches:
        yield Remark("problem", "proof", "no rule could be proved under this configuration")


def _breach(scratch: Scratch, config: Config, rule: Rule, today: date) -> Remark:
    example = _fitted(section(type(rule), "Example"), config, today)
    scratch.lay(*example)
    reason = _unprovable(_expected(scratch, config), rule, example, config)
    if reason:
        return Remark("not proved", rule.name, reason)
    hidden = "" if rule.exception else _filtered(scratch, example)
    if hidden:
        said = f"`{hidden}`, where its example stands, is left out by the filters of {RUNNERS}"
        return Remark("not proved", rule.name, said)
    attempt = scratch.commit()
    if rule.severity is Severity.WARNING:
        return _warned(rule, attempt)
    if attempt.committed:
        return Remark("problem", rule.name, "its breach was committed")
    if f"[{rule.name}]" not in attempt.output:
        return Remark("problem", rule.name, f"blocked, but not by this rule{_told(attempt)}")
    return Remark("ok", rule.name, "its breach was blocked")


def _warned(rule: Rule, attempt: Attempt) -> Remark:
    """What is said of a rule that only warns: a runner may keep the output of hooks that pass."""
    if f"[{rule.name}]" in attempt.output:
        return Remark("ok", rule.name, "its breach was told, as a warning")
    said = "its severity is `warning`, and nothing is shown of a commit that passes"
    return Remark("not proved", rule.name, said)


def _unprovable(report: Report, rule: Rule, example: Example, config: Config) -> str:
    """Why the rule's example is no breach under this configuration, if it is none."""
    if any(each.rule == rule.name for each in report.diagnostics):
        return ""
    excluded = [path for path in example.change if config.excludes(path)]
    if excluded:
        return f"`{excluded[0]}`, where its example stands, is excluded by the configuration"
    return "its example is no breach under its options"


def _filtered(scratch: Scratch, example: Example) -> str:
    """A path of the example, if a runner's filters keep all of them from the gate."""
    tree = Repository(str(scratch.root), Index()).staged().after
    users = filters(tree, Index())
    hidden = [path for path in example.change if users.leave_out(path, ("pre-commit",))]
    return hidden[0] if len(hidden) == len(example.change) else ""


def _clean(scratch: Scratch, config: Config, today: date) -> Remark:
    """Commit what some rule's page says to use instead, or nothing at all where all of it fails."""
    for rule in config.rules:
        example = _fitted(section(type(rule), "Use instead"), config, today)
        scratch.lay(*example)
        report = _expected(scratch, config)
        if not report.diagnostics and not report.troubled:
            break
    else:
        scratch.lay({}, {})
    attempt = scratch.commit()
    if attempt.committed:
        return Remark("ok", CLEAN, "it passed")
    return Remark("problem", CLEAN, f"it was blocked{_told(attempt)}")


def _expected(scratch: Scratch, config: Config) -> Report:
    """What the staged change gets here, in this process: what the hooks should say."""
    change = Repository(str(scratch.root), Index()).staged()
    return check(change.speaking(config.language).without(config.excludes), config.rules)


def _told(attempt: Attempt) -> str:
    """The line of the output that tells most: an error if there is one, else the last."""
    lines = [line.strip() for line in attempt.output.splitlines() if line.strip()]
    errors = [line for line in lines if "error" in line.lower()]
    told = next(chain(errors, reversed(lines)), "")
    return f": {told}" if told else ""


def _fitted(text: str, config: Config, today: date) -> Example:
    """The example on a page, as it would be written today in this repository."""
    page = [_moved(fence, config.changelog.path) for fence in fences(text)]
    logs = [fence for fence in page if config.changelog.holds(fence.path)]
    days = [day for fence in logs for word in _DAY.findall(fence.text) if (day := _date(word))]
    later = today - max(days) if days else timedelta()
    component = _component([fence.path for fence in page if fence not in logs], config)
    written = [
        fence._replace(text=_entries(fence.text, later, component)) if fence in logs else fence
        for fence in page
    ]
    return Example(_files(written, before=True), _files(written, before=False))


def _moved(fence: Fence, path: str) -> Fence:
    return fence._replace(path=path) if fence.path == ChangelogPolicy().path else fence


def _entries(text: str, later: timedelta, component: str) -> str:
    """The text of a changelog with its days later, and with a component that is configured."""
    if component:
        for name in {entry.fields.component for entry in changelog.parse(text).entries}:
            text = text.replace(f"[{name}]", f"[{component}]")
    return _DAY.sub(lambda word: _later(word[0], later), text)


def _later(word: str, later: timedelta) -> str:
    day = _date(word)
    return (day + later).isoformat() if day else word


def _date(word: str) -> date | None:
    try:
        return date.fromisoformat(word)
    except ValueError:  # an example of a day that does not exist
        return None


def _component(paths: Sequence[str], config: Config) -> str:
    """What an entry about the paths has to name; empty where no components are configured."""
    touched = [
        name
        for name, patterns in config.components.items()
        if any(matches(path, patterns) for path in paths)
    ]
    return ", ".join(touched) or next(iter(config.components), "")


def _files(page: Sequence[Fence], *, before: bool) -> Mapping[str, str]:
    return {fence.path: fence.text for fence in page if fence.before is before}
