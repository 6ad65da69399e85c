"""What the name of a function says of its job, whatever the order and the form of its words."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from zlib import crc32

from sutaza_hooks.description.words import parts
from sutaza_hooks.fingerprints.sketch import salt
from sutaza_hooks.languages.functions import functions
from sutaza_hooks.languages.language import Language

_KEYWORD = re.compile(
    r"(?:^|[ \t])(?:def|function|func|fn|fun|sub|proc)\b[ \t*]*(?:\([^()]*\)[ \t]*)?"
    r"(?:<[^<>]*>[ \t]*)?(?:[\w$]+\??\.)*(?P<name>[\w$]+)"
)
_ASSIGNED = re.compile(r"(?P<name>[\w$]+)[ \t]*(?::[^=\n]*)?=(?!=)|^[ \t]*(?P<key>[\w$]+)[ \t]*:")
_CALLED = re.compile(r"(?<![@\w.$])(?P<name>[\w$~]+)[ \t]*(?:<[^<>()]*>)?[ \t]*\(")
_ANNOTATION = re.compile(r"@[\w.]+(?:\([^()]*\))?")
_LONGEST_HEAD = 400

_EMPTY = frozenset(
    """
    a an the do safe safely new enhanced improved better fast faster quick quickly simple simplified
    basic advanced custom my own helper util utils impl implementation func final optimized
    optimised robust smart proper properly correct correctly real actual updated refactored fixed
    perform v
    """.split()
)
"""Words that a second function of the same job gets, and that say nothing of the job."""
_VAGUE = frozenset("string str text value data result".split())
"""Words that say little beside others: what is taken or given, and not what is done to what."""
_ORDERED = frozenset(("to", "from", "into", "as", "per", "than"))
"""Beside these words the order of the others matters."""
_ANSWERS = frozenset("on handle visit test should".split())
"""First words of functions that somebody else calls, of which each type has one."""
_KIN = """
calculate calc compute
check verify validate
combine merge join concat concatenate
configuration config cfg conf
convert transform
create make build construct generate
database db
delete remove erase
directory dir folder
display show
error err
extract pull
fetch retrieve download
find search lookup locate
image img
initialize initialise init setup
message msg
number num
parameter param
send dispatch
start begin launch
stop halt
store save persist
update modify
"""
"""Words of which one is taken as well as another; the first of a row stands for all."""
_ENDINGS = (("tting", "t"), ("tted", "t"), ("ing", ""), ("ed", ""))


class Name(NamedTuple):
    """A function that has a telling name, by offsets of its head in the text."""

    hash: int
    start: int
    inside: int


def names(language: Language, text: str) -> Iterator[Name]:
    """The functions of a text, but for those whose names do not tell what they do."""
    for start, inside, _ in functions(language, text) or ():
        if key := key_of(language, called(text[start:inside])):
            yield Name(key, start, inside)


def key_of(language: Language, name: str) -> int:
    """The same for each name of a job, in languages that can be copied; 0 of one without a job."""
    words = job(name)
    return crc32(" ".join(words).encode("utf-8", "surrogatepass"), salt(language)) if words else 0


def called(head: str) -> str:
    """The name that stands in the head of a function; empty where there is none."""
    text = _ANNOTATION.sub("", head[:_LONGEST_HEAD])
    if found := _KEYWORD.search(text):
        return found["name"]
    every = [each for form in (_ASSIGNED, _CALLED) if (each := form.search(text))]
    first = min(every, key=lambda each: each.start(), default=None)
    return next(filter(None, first.groups()), "") if first else ""


@functools.lru_cache(maxsize=20_000)
def job(name: str) -> tuple[str, ...]:
    """The words that tell what a function does: at least two, else none at all."""
    if name.startswith("__") and name.endswith("__"):
        return ()
    words = parts(name)
    if words[:1] and words[0] in _ANSWERS:
        return ()
    if words[-1:] and words[-1].isdigit():
        words.pop()
    telling = [_plain(each) for each in words if each not in _EMPTY]
    if _ORDERED.intersection(telling):
        return tuple(telling) if len(telling) > 2 else ()
    clear = [each for each in telling if each not in _VAGUE]
    kept = set(clear if len(clear) > 1 else telling)
    return tuple(sorted(kept)) if len(kept) > 1 else ()


@functools.lru_cache(maxsize=20_000)
def _plain(word: str) -> str:
    """The word without its ending, or what stands for it."""
    kin = _kin()
    if word in kin:
        return kin[word]
    for ending, by in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 3:
            stem = word.removesuffix(ending) + by
            return kin.get(stem) or kin.get(f"{stem}e") or stem
    return word


@functools.cache
def _kin() -> Mapping[str, str]:
    rows = (row.split() for row in _KIN.split("\n") if row)
    return {word: row[0] for row in rows for word in row}
