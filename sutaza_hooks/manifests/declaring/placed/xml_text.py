"""XML, of which the part above a fault is still read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sutaza_hooks.manifests.declaring.declared import Fault
from sutaza_hooks.manifests.declaring.placed import Placed, as_git_counts
from sutaza_hooks.manifests.manifest import Unreadable
from sutaza_hooks.manifests.reading import without_types


@dataclass
class Element:
    """An element by its name without the namespace, and the text that it begins with."""

    tag: str
    line: int
    words: str = ""
    inner: list[Element] = field(default_factory=list)

    def all(self, *path: str) -> Iterator[Element]:
        """The elements below a path of names."""
        if not path:
            yield self
            return
        for each in self.inner:
            if each.tag == path[0]:
                yield from each.all(*path[1:])

    def text(self, *path: str) -> Placed | None:
        """The first text below a path of names, if there is one."""
        filled = (each for each in self.all(*path) if each.words.strip())
        return next((Placed(each.words.strip(), each.line) for each in filled), None)


def read(text: str) -> tuple[Element, tuple[Fault, ...]]:
    """The root element. A text with a document type is not read at all, as in `reading.xml`."""
    from xml.parsers import expat

    reader = _Reader()
    try:
        without_types(text)
        parser = expat.ParserCreate("utf-8", namespace_separator="}")
        parser.buffer_text = True
        parser.StartElementHandler = lambda tag, _: reader.start(tag, parser.CurrentLineNumber)
        parser.EndElementHandler = reader.end
        parser.CharacterDataHandler = reader.text
        parser.Parse(as_git_counts(text).encode("utf-8", "replace"), True)
    except expat.ExpatError as error:
        return reader.root, (Fault(error.lineno, "is not XML"),)
    except Unreadable as error:
        return reader.root, (Fault(error.line, error.reason),)
    return reader.root, ()


class _Reader:
    def __init__(self) -> None:
        self.open = [Element("", 1)]

    @property
    def root(self) -> Element:
        inner = self.open[0].inner
        return inner[0] if inner else self.open[0]

    def start(self, tag: str, line: int) -> None:
        element = Element(tag.rpartition("}")[2], line)
        self.open[-1].inner.append(element)
        self.open.append(element)

    def end(self, _: str) -> None:
        self.open.pop()

    def text(self, words: str) -> None:
        if not self.open[-1].inner:
            self.open[-1].words += words
