"""The imports that a change adds, each with what is found about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sutaza_hooks.change import Change, Patch
from sutaza_hooks.dependencies.ecosystems import Judge, ecosystem_of, judge_of
from sutaza_hooks.dependencies.verdict import Verdict
from sutaza_hooks.diagnostic import Location
from sutaza_hooks.facts import Import

if TYPE_CHECKING:
    from sutaza_hooks.dependencies.project import Project
    from sutaza_hooks.manifests.declaring import Ecosystem


_TYPES = (".d.ts", ".d.mts", ".d.cts")


class Imported(NamedTuple):
    """An added import, and the project that governs its file; None where no manifest does."""

    patch: Patch
    what: Import
    project: Project | None
    verdict: Verdict

    @property
    def place(self) -> Location:
        return Location(self.patch.path, self.what.line, self.what.column, self.what.end_line)


class _Same:
    """A change that equals itself alone, so that what was found of it can be kept."""

    def __init__(self, change: Change) -> None:
        self.change = change

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.change is self.change

    def __hash__(self) -> int:
        return id(self.change)


def imported(change: Change, roots: Sequence[str] = ()) -> Sequence[Imported]:
    """The imports on added lines; one that the file had before is not new.

    Several rules ask for them, one after another.
    """
    return _imported(_Same(change), tuple(roots))


@lru_cache(maxsize=1)
def _imported(same: _Same, roots: tuple[str, ...]) -> Sequence[Imported]:
    return tuple(_found(same.change, roots))


def _found(change: Change, roots: Sequence[str]) -> Iterator[Imported]:
    from sutaza_hooks.dependencies.project import Projects  # 20 ms, needed only for source files

    projects = Projects(change.after)
    judges: dict[int, Judge] = {}
    for patch in change.judged:
        ecosystem = _ecosystem(change, patch)
        facts = change.after.facts(patch.path) if ecosystem else None
        added = tuple(_added(change, patch, facts.imports)) if facts else ()
        if ecosystem is None or not added:
            continue
        project = projects.of(patch.path, ecosystem)
        for what in added:
            if project is None:
                yield Imported(patch, what, None, Verdict("undeclared"))
                continue
            if id(project) not in judges:  # `projects` keeps each of them
                judges[id(project)] = judge_of(ecosystem)(change.after, project, roots)
            yield Imported(patch, what, project, judges[id(project)].judge(patch.path, what))


def _ecosystem(change: Change, patch: Patch) -> Ecosystem | None:
    if patch.path not in change.after:
        return None
    language = change.after.language(patch.path)
    return ecosystem_of(language.name) if language else None


def _added(change: Change, patch: Patch, imports: Sequence[Import]) -> Iterator[Import]:
    new = [each for each in imports if patch.adds(each.line, each.end_line)]
    before = _before(change, patch) if new and not patch.whole else ()
    known = {(each.module, each.names) for each in before}
    are_types = patch.path.endswith(_TYPES)
    for each in new:
        if (each.module, each.names) not in known:
            yield each._replace(guard="types") if are_types else each


def _before(change: Change, patch: Patch) -> Sequence[Import]:
    facts = change.before.facts(patch.old_path or patch.path)
    return facts.imports if facts else ()
