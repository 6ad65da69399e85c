"""What a repository holds that its configuration should know of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sutaza_hooks.change import Tree
from sutaza_hooks.config import EXCLUDED
from sutaza_hooks.errors import SutazaError
from sutaza_hooks.globs import matches
from sutaza_hooks.languages import language_of
from sutaza_hooks.manifests import is_manifest, version
from sutaza_hooks.record import ChangelogPolicy
from sutaza_hooks.setup.components import Patterns, components

_CHANGELOG = re.compile(
    r"(docs?/)?(CHANGELOG|CHANGES|HISTORY|NEWS)(\.(md|markdown|rst|txt))?", re.IGNORECASE
)
_FITTING = re.compile(r"(docs?/)?CHANGELOG\.(md|markdown)", re.IGNORECASE)


@dataclass(frozen=True)
class Survey:
    """What was found. Paths are relative to the repository's root."""

    changelog: str
    """Where the changelog is, or where it will be made."""
    other_changelogs: tuple[str, ...]
    components: Patterns
    languages: tuple[tuple[str, int], ...]
    """Names and numbers of files, most frequent first."""
    versions: Mapping[str, str]
    """The manifests at the root that hold the project's version, each with that version."""


def survey(tree: Tree) -> Survey:
    paths = [path for path in tree if not matches(path, EXCLUDED)]
    known = {path: language.name for path in paths if (language := language_of(path))}
    changelogs = [path for path in paths if _CHANGELOG.fullmatch(path)]
    chosen = _chosen(changelogs)
    return Survey(
        changelog=chosen,
        other_changelogs=tuple(path for path in changelogs if path != chosen),
        components=components(known, paths),
        languages=tuple(Counter(sorted(known.values())).most_common()),
        versions=_versions(tree, paths),
    )


def _chosen(changelogs: Sequence[str]) -> str:
    """The default place, unless only another file is there that can be kept on."""
    default = ChangelogPolicy().path
    fitting = [path for path in changelogs if _FITTING.fullmatch(path)]
    return default if default in fitting or not fitting else fitting[0]


def _versions(tree: Tree, paths: Sequence[str]) -> Mapping[str, str]:
    manifests = [path for path in paths if "/" not in path and is_manifest(path)]
    found = {path: _version(path, tree.get(path, "")) for path in manifests}
    return {path: text for path, text in found.items() if text}


def _version(path: str, text: str) -> str | None:
    try:
        return version(path, text)
    except SutazaError:  # a manifest that cannot be read is reported when a change is judged
        return None
