"""The imports that a change adds, each with what is found about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sutaza_hooks.change import Change, Patch
from sutaza_hooks.dependencies import JUDGES, Judge, Project, Projects, Verdict, judge_of
from sutaza_hooks.diagnostic import Location
from sutaza_hooks.facts import Import
from sutaza_hooks.manifests.declaring import Ecosystem


class Imported(NamedTuple):
    """An added import, and the project that governs its file; None where no manifest does."""

    patch: Patch
    what: Import
    project: Project | None
    verdict: Verdict

    @property
    def place(self) -> Location:
        return Location(self.patch.path, self.what.line, self.what.column, self.what.end_line)


def imported(change: Change, roots: Sequence[str] = ()) -> Iterator[Imported]:
    """The imports on added lines; one that the file had before is not new."""
    projects = Projects(change.after)
    judges: dict[int, Judge] = {}
    for patch in change.judged:
        ecosystem = _ecosystem(change, patch)
        facts = change.after.facts(patch.path) if ecosystem else None
        if ecosystem is None or facts is None or not facts.imports:
            continue
        project = projects.of(patch.path, ecosystem)
        for what in _added(change, patch, facts.imports):
            if project is None:
                yield Imported(patch, what, None, Verdict("undeclared"))
                continue
            if id(project) not in judges:  # `projects` keeps each of them
                judges[id(project)] = JUDGES[ecosystem](change.after, project, roots)
            yield Imported(patch, what, project, judges[id(project)].judge(patch.path, what))


def _ecosystem(change: Change, patch: Patch) -> Ecosystem | None:
    if patch.path not in change.after:
        return None
    language = change.after.language(patch.path)
    return judge_of(language.name) if language else None


def _added(change: Change, patch: Patch, imports: Sequence[Import]) -> Iterator[Import]:
    before = () if patch.whole else _before(change, patch)
    known = {(each.module, each.names) for each in before}
    for each in imports:
        if patch.adds(each.line, each.end_line) and (each.module, each.names) not in known:
            yield each


def _before(change: Change, patch: Patch) -> Sequence[Import]:
    facts = change.before.facts(patch.old_path or patch.path)
    return facts.imports if facts else ()
