"""Answers at a terminal: one that is wrong is asked for again; elsewhere it ends the command."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import NamedTuple

import click

from sutaza_hooks.changelog import FieldName
from sutaza_hooks.errors import SutazaError

_QUESTIONS: dict[FieldName, str] = {"description": "What changed, for whom"}
_OPTIONS: dict[FieldName, str] = {"description": "message"}


class Objection(NamedTuple):
    """What is wrong with an answer, and what would be right where that can be told."""

    reason: str
    help: str = ""


def answer(field: FieldName, given: str | None, wrong: Callable[[str], Objection | None]) -> str:
    """What is given for a field, or else typed, as soon as nothing is wrong with it.

    Raises SutazaError where nobody is there to be asked.
    """
    option = f"`--{_OPTIONS.get(field, field)}`"
    asks = all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))
    if given is None and not asks:
        raise SutazaError(f"no {field}; give it with {option}")
    text = _typed(field) if given is None else given
    while found := wrong(text):
        if not asks:
            raise SutazaError(f"{found.reason}; {found.help or f'give another with {option}'}")
        click.echo("; ".join(filter(None, found)), err=True)
        text = _typed(field)
    return text


def _typed(field: FieldName) -> str:
    typed: str = click.prompt(_QUESTIONS.get(field, field.capitalize()), err=True)
    return typed
