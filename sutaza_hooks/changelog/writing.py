"""Fields to text."""

from __future__ import annotations

from collections.abc import Sequence

from sutaza_hooks.changelog.entry import DEFAULT_STYLE, FIELDS, FieldName, Fields, Style
from sutaza_hooks.changelog.row import split


def render(fields: Fields, style: Style = DEFAULT_STYLE, details: Sequence[str] = ()) -> str:
    """The entry as text, without a line end after it.

    A field that would not be read back as it is (it holds ` - `) is put into brackets or out of
    them. The brackets inside each of the first four fields must be balanced.
    """
    named = zip(FIELDS, fields, style.brackets, strict=True)
    first = style.prefix + " - ".join(_written(*each) for each in named)
    return "\n".join((first, *(_indented(line, style.indent) for line in details)))


def _written(field: FieldName, text: str, bracketed: bool) -> str:
    for candidate in (f"[{text}]", text) if bracketed else (text, f"[{text}]"):
        if field == FIELDS[-1]:
            read = split(f"0 - {candidate}", 2)[1:]
        else:
            read = split(f"0 - {candidate} - 0")[1:-1]
        if [part.text for part in read] == [text]:
            return candidate
    return f"[{text}]"


def _indented(line: str, indent: str) -> str:
    return line if not line.strip() or line[0] in " \t" else indent + line
