"""Words out of names and sentences, and which of them mean the same."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping

_TURN = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
"""Where a name goes on with another word: `parseHTTPDate` is parse, HTTP, Date."""
_PARTS = re.compile(r"[^\W\d_]+|\d+")

_SILENT = frozenset(
    """
    a an and any are as at be been being both but by can could do does each either for from get
    given has have how i if in into is it its just me my need of on one or our out over please
    return returns self should so some such than that the their them then there these they this
    to up use used using want we what when where whether which while who whose will with would
    you your function method class def way something thing
    """.split()
)
"""Words that tell nothing about what is looked for."""

_KIN = """
add append insert push register attach
allow permit enable
begin start open launch
build make create construct generate compose produce new
cache memo memoize remember lru
change modify alter update edit adjust
check verify validate ensure assert test is valid
clean sanitize strip scrub normalize trim
clone copy duplicate replicate
close end finish stop shutdown terminate
combine merge join concat concatenate unite
compare equal match diff
compress gzip zip deflate pack
configure setup config configuration setting settings option options preference
connect attach bind link
convert transform translate turn cast coerce adapt to
count number total tally len length size
date day datetime time timestamp moment
debounce throttle delay wait sleep pause
delete remove drop discard erase unlink purge clear
directory folder dir
display show print render draw
download fetch retrieve load get pull
encode serialize dump marshal stringify escape quote
decode deserialize parse load unmarshal unescape unquote read
encrypt cipher encipher
error exception failure fail fault
execute run invoke call perform apply
expand extend grow
file document path filename
filter select pick choose keep
find search locate lookup seek discover
flatten squash unnest
format pretty humanize stringify
group bucket partition chunk batch
hash digest checksum fingerprint
header headers
http request url uri address link
iterate loop walk traverse visit each every
list array sequence collection items
log record trace
map dict dictionary mapping hash table
max maximum largest biggest highest
min minimum smallest lowest
mean average
money currency price amount
move rename relocate shift
name title label caption
order sort arrange rank
password secret credential credentials
random arbitrary shuffle
replace substitute swap
retry repeat again reattempt
reverse invert flip
round truncate floor ceil
save store persist write
send post emit dispatch publish submit deliver
sign signature
slug slugify url
split divide break separate partition
string text str
throw raise
token tokenize lex
unique distinct dedupe deduplicate uniq
upload send
user account member person
wrap fold indent
"""

_ENDINGS = (
    ("ies", "y"),
    ("es", "e"),
    ("s", ""),
    ("ing", "e"),
    ("ing", ""),
    ("ed", "e"),
    ("ed", ""),
)


def parts(name: str) -> list[str]:
    """What a name is made of, in lower case."""
    return [each.lower() for each in _PARTS.findall(_TURN.sub(" ", name))]


def telling(text: str) -> Iterator[str]:
    """The words of a text that tell what is looked for, in lower case, each once."""
    found = dict.fromkeys(parts(text))
    return (each for each in found if each not in _SILENT)


def kin(word: str) -> frozenset[str]:
    """The words that a programmer may have taken instead of this one, itself included."""
    groups = _groups()
    forms = (word, *(_bare(word, ending, by) for ending, by in _ENDINGS))
    found = next((groups[each] for each in forms if each in groups), frozenset())
    return found | {word}


def _bare(word: str, ending: str, by: str) -> str:
    """The word without an ending; `splitting` and `split` are one word too."""
    if not word.endswith(ending):
        return ""
    stem = word.removesuffix(ending)
    doubled = not by and len(stem) > 3 and stem[-1] == stem[-2]
    return stem[:-1] if doubled else stem + by


@functools.cache
def _groups() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in map(str.split, _KIN.splitlines()):
        for word in row:
            found.setdefault(word, set()).update(row)
    return {word: frozenset(every) for word, every in found.items()}
