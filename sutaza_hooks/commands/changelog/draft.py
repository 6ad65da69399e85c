"""The entry that `sutaza changelog add` is about to write, and whether the gate would take it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sutaza_hooks.changelog import (
    DEFAULT_STYLE,
    DESCRIBE,
    Entry,
    FieldName,
    Fields,
    parse,
    render,
    type_named,
    wording,
)
from sutaza_hooks.commands.changelog.asking import Objection, answer
from sutaza_hooks.config import Config
from sutaza_hooks.diagnostic import Diagnostic, NotEvaluated
from sutaza_hooks.errors import SutazaError, one_of
from sutaza_hooks.record import Record, key
from sutaza_hooks.rules.unmatched_changelog_entry import UnmatchedChangelogEntry


class Draft(NamedTuple):
    """The entry that is about to be written, and what it is held beside.

    What is wrong with a component, a type or a description can be mended by another answer; all
    else that the gate would refuse ends the command, before a description is asked for.
    """

    record: Record
    config: Config
    text: str
    """The changelog as it is on disk."""

    def fields(self, version: str | None, component: str | None, type_: str | None) -> Fields:
        """All but the description, which stands as what it should say."""
        draft = self.record.draft._replace(description=DESCRIBE)
        if version is not None:
            draft = draft._replace(version=words(version))
        if component is not None:
            word = answer("component", component, self._wrong_component)
            draft = draft._replace(component=words(word))
        if type_ is not None:
            word = answer("type", type_, self._wrong_type)
            draft = draft._replace(type=type_named(word, self.record.policy.types) or word)
        self._refuse(draft)
        return draft

    def described(self, fields: Fields, given: str | None) -> Fields:
        """The fields with the description that is given, or typed."""
        told = answer(
            "description",
            given,
            lambda text: self._wrong_description(fields._replace(description=words(text))),
        )
        return fields._replace(description=words(told))

    def _wrong_component(self, text: str) -> Objection | None:
        if found := self._fault(self.record.draft._replace(component=words(text)), "component"):
            return found
        for rule in self._rules:
            for name in rule.unknown(words(text)):
                reason = f"component `{name}` is not configured"
                return Objection(reason, f"write {one_of(name, self.config.components)}")
        return None

    def _wrong_type(self, word: str) -> Objection | None:
        types = self.record.policy.types
        if type_named(word, types):
            return None
        return Objection(f"`{word}` is no type", f"write {one_of(word, types)}")

    def _wrong_description(self, fields: Fields) -> Objection | None:
        if found := self._fault(fields, "description"):
            return found
        said = wording(fields.description)
        there = {wording(each.fields.description) for each in parse(self.text).entries}
        if said in there or self.record.wordings[said]:
            return Objection("another entry has this description", "say what this change does")
        return None

    def _fault(self, fields: Fields, field: FieldName) -> Objection | None:
        faults = self.record.faults(_entry(fields))
        return next((Objection(each.reason) for each in faults if each.field == field), None)

    @property
    def _rules(self) -> Sequence[UnmatchedChangelogEntry]:
        return [each for each in self.config.rules if isinstance(each, UnmatchedChangelogEntry)]

    def _refuse(self, fields: Fields) -> None:
        """Raise SutazaError for what the gate would refuse, whatever the description is."""
        for fault in self.record.faults(_entry(fields)):
            if fault.field != "description":
                raise SutazaError(f"{fault.reason}; give another with `--{fault.field}`")
        for rule in self._rules:
            self._refuse_unmatched(rule, _entry(fields))

    def _refuse_unmatched(self, rule: UnmatchedChangelogEntry, entry: Entry) -> None:
        path = self.record.policy.path
        alone = rule.alone(self.record, path, entry)
        beside = [(path, entry), *_beside(self.record, self.text)]
        for outcome in (*alone, *rule.together(self.record, beside)):
            if isinstance(outcome, Diagnostic) and outcome.source == entry.text:
                raise SutazaError(f"{outcome.message}; {outcome.help}")
            if isinstance(outcome, NotEvaluated) and outcome.trouble:
                raise SutazaError(outcome.reason)


def _entry(fields: Fields) -> Entry:
    return Entry(1, render(fields), fields, DEFAULT_STYLE)


def words(text: str) -> str:
    """On one line, as a field has them."""
    return " ".join(text.split())


def _beside(record: Record, text: str) -> list[tuple[str, Entry]]:
    """The other entries for the change: those of the file on disk, and of staged fragments."""
    path = record.policy.path
    old = {key(entry) for entry in record.before.entries}
    new = [(path, entry) for entry in parse(text).entries if key(entry) not in old]
    return [*new, *(each for each in record.entries if each[0] != path)]
