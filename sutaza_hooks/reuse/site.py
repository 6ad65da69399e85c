"""A fragment where it stands: in a file of a tree, under a name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sutaza_hooks.change import Tree
from sutaza_hooks.diagnostic import Location
from sutaza_hooks.fingerprints.fragment import Fragment, fragment, fragments
from sutaza_hooks.languages import Language


class Site(NamedTuple):
    """A fragment of a file. Lines are 1-based, the last one included."""

    path: str
    name: str
    line: int
    end_line: int
    language: Language
    fragment: Fragment

    @property
    def location(self) -> Location:
        return Location(self.path, self.line, 1, self.end_line)

    @property
    def own_name(self) -> str:
        """The name without those around it."""
        return self.name.rpartition(".")[2]

    @property
    def owner(self) -> str:
        """The names around it."""
        return self.name.rpartition(".")[0]

    def holds(self, other: Site) -> bool:
        """Whether the other stands within it."""
        return (
            self.path == other.path and self.line <= other.line <= other.end_line <= self.end_line
        )


def sites(tree: Tree, path: str, *, nameless: bool = False) -> Sequence[Site]:
    """The fragments of a file that is in the tree, in their order; see `named`."""
    language, text = tree.language(path), tree.get(path)
    if language is None or text is None or not language.bodies:
        return ()
    found = fragments(language, text)
    names = _names(tree, path) if found and not nameless else {}
    return [_site(path, language, text, each, names) for each in found]


def site(tree: Tree, path: str, start: int, inside: int, end: int) -> Site | None:
    """The fragment at an offset of a file, as the corpus knows it."""
    language, text = tree.language(path), tree.get(path)
    if language is None or text is None or end > len(text):
        return None
    found = fragment(language, text, start, inside, end)
    return _site(path, language, text, found, {})


def named(tree: Tree, found: Site) -> Site:
    """The same with its name, which takes reading the whole file."""
    return (
        found if found.name else found._replace(name=_names(tree, found.path).get(found.line, ""))
    )


def _site(path: str, language: Language, text: str, found: Fragment, names: dict[int, str]) -> Site:
    line = text.count("\n", 0, found.start) + 1
    end_line = line + text.count("\n", found.start, found.end - 1)
    return Site(path, names.get(line, ""), line, end_line, language, found)


def _names(tree: Tree, path: str) -> dict[int, str]:
    """The qualified name of the definition that begins on each line; of several, the first."""
    facts = tree.facts(path)
    every = facts.definitions if facts else ()
    return {each.line: each.name for each in reversed(every)}
