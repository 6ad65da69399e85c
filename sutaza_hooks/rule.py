"""What a rule is."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import ClassVar

from sutaza_hooks.change import Change
from sutaza_hooks.diagnostic import (
    Charter,
    Diagnostic,
    Exemption,
    Location,
    NotEvaluated,
    Outcome,
    Related,
    Severity,
)

Paths = Mapping[str, tuple[str, ...]]
"""Patterns of paths by the class that the configuration gives them."""

_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


@dataclass(frozen=True, eq=False)
class Rule(ABC):
    """One thing that is forbidden. The fields of a subclass are its options.

    One comparison serves all: making one for each class would be 6 ms of every check.

    The docstring of a subclass is its page; its first line says what is flagged.
    """

    charter: ClassVar[Charter]
    default_on: ClassVar[bool] = True
    exception: ClassVar[str] = ""
    """What lets a breach pass where the rule is about the change, which no comment can allow."""

    reads_corpus: ClassVar[bool] = False
    """It searches the whole repository, which an audit reads beforehand on all cores."""

    severity: Severity = Severity.ERROR

    @classmethod
    def named(cls) -> str:
        """The rule's name: the class's, in kebab case."""
        return _CAPITAL.sub("-", cls.__name__).lower()

    @property
    def name(self) -> str:
        return self.named()

    def __eq__(self, other: object) -> bool:
        names = [each.name for each in fields(self)]
        return type(self) is type(other) and all(
            getattr(self, name) == getattr(other, name) for name in names
        )

    def __hash__(self) -> int:
        return hash(type(self))

    @abstractmethod
    def check(self, change: Change) -> Iterator[Outcome]:
        """What the rule says of a change."""

    def diagnostic(
        self,
        location: Location,
        message: str,
        *,
        help: str,
        source: str = "",
        related: Sequence[Related] = (),
        about_change: bool = False,
    ) -> Diagnostic:
        return Diagnostic(
            location=location,
            rule=self.name,
            message=message,
            help=help,
            charter=self.charter,
            severity=self.severity,
            source=source,
            related=tuple(related),
            about_change=about_change,
        )

    def not_evaluated(self, reason: str, *, trouble: bool = False) -> NotEvaluated:
        return NotEvaluated(self.name, reason, trouble)

    def exempt(self, reason: str) -> Exemption:
        return Exemption(self.name, reason)
