"""Go's `go.mod` and `go.work`."""

from __future__ import annotations

from collections.abc import Iterator

from sutaza_hooks.manifests.declaring.declared import Alias, Declared, Fault, Statement, Told
from sutaza_hooks.manifests.declaring.format import Format
from sutaza_hooks.manifests.declaring.placed import Placed, folder
from sutaza_hooks.text import lines

_QUOTES = "\"'`"


def _declares(_: str, text: str) -> Iterator[Statement]:
    """What a `tool` is a package of is required, too; its version stands there."""
    for verb, line in _directives(text):
        told, _, remark = line.partition("//")
        words = [word for each in told.split() if (word := each.strip(_QUOTES))]
        if words:
            yield from _directive(verb, [line.saying(word) for word in words], remark.strip())


def _directives(text: str) -> Iterator[tuple[str, Placed]]:
    """Each with its verb, also within the brackets that follow one verb."""
    block = ""
    for number, line in lines(text):
        told = line.partition("//")[0].strip()
        if block and told == ")":
            block = ""
        elif block:
            yield block, Placed(line, number)
        elif told:
            verb, _, rest = line.strip().partition(" ")
            verb = verb.removesuffix("(")
            if told.endswith("("):
                block = verb
            else:
                yield verb, Placed(rest, number)


def _directive(verb: str, words: list[Placed], remark: str) -> Iterator[Statement]:
    first = words[0]
    if verb == "module":
        yield Told("name", first)
    elif verb == "require":
        group = "indirect" if remark.startswith("indirect") else ""
        version = words[1] if len(words) > 1 else ""
        yield Declared(first, first.line, "runtime", group, version)
        if not version:
            yield Fault(first.line, f"requires `{first}` without a version")
    elif verb == "replace" and "=>" in words[:-1]:
        yield Alias(first, (words[words.index(first.saying("=>")) + 1],))
    elif verb == "tool":
        yield Declared(first, first.line, "development", "tool")
    elif verb == "use":
        yield Told("member", folder(first))


FORMAT = Format(names=("go.mod", "go.work"), declares=_declares, ecosystem="go")
