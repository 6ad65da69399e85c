"""A fragment where it stands: in a file of a tree, under a name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from sutaza_hooks.change import Tree
from sutaza_hooks.diagnostic import Location
from sutaza_hooks.facts.lines import Lines
from sutaza_hooks.fingerprints.fragment import LEAST, Fragment, fragment, is_readable
from sutaza_hooks.languages import Language
from sutaza_hooks.languages.functions import functions


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


def sites(tree: Tree, path: str, wanted: Callable[[int, int], bool]) -> Iterator[Site]:
    """The functions of a file whose first and last line `wanted` wants; see `named`.

    They come from the facts, which other rules ask for too.
    """
    language, text = tree.language(path), tree.get(path)
    if language is None or text is None or not is_readable(language, text):
        return
    facts = tree.facts(path)
    yield from _sites(path, language, text, facts.functions if facts else (), wanted)


def every_site(tree: Tree, path: str) -> Sequence[Site]:
    """All functions of a file, without asking for its facts: an audit reads every file."""
    language, text = tree.language_by_name(path), tree.get(path)
    if language is None or text is None or not is_readable(language, text):
        return ()
    spans = functions(language, text) or ()
    return list(_sites(path, language, text, spans, lambda *_: True))


def site(tree: Tree, path: str, start: int, inside: int, end: int) -> Site | None:
    """The fragment at an offset of a file, as the corpus knows it."""
    language, text = tree.language_by_name(path), tree.get(path)
    if language is None or text is None or end > len(text):
        return None
    line = text.count("\n", 0, start) + 1
    end_line = line + text.count("\n", start, end - 1)
    return Site(path, "", line, end_line, language, fragment(language, text, start, inside, end))


def sites_of(tree: Tree, fragment: int) -> Iterator[Site]:
    """Where a fragment of the corpus stands in a tree."""
    for span in tree.corpus.spans(fragment):
        if tree.blob(span.path) == span.blob and (found := site(tree, *span[1:5])):
            yield found


def named(tree: Tree, found: Site) -> Site:
    """The same with the name of the definition that begins on its line; of several, the first."""
    facts = None if found.name else tree.facts(found.path)
    every = facts.definitions if facts else ()
    name = next((each.name for each in every if each.line == found.line), found.name)
    return found._replace(name=name)


def _sites(
    path: str,
    language: Language,
    text: str,
    spans: Sequence[tuple[int, int, int]],
    wanted: Callable[[int, int], bool],
) -> Iterator[Site]:
    lines = Lines(text)
    for start, inside, end in spans:
        first, last = lines.position(start).line, lines.position(end - 1).line
        if wanted(first, last):
            found = fragment(language, text, start, inside, end)
            if found.size >= LEAST:
                yield Site(path, "", first, last, language, found)
