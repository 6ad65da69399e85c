"""The changelog as data: parsed, judged, put right, added to, merged."""

from __future__ import annotations

from sutaza_hooks.changelog.collection import Collection, add, collect, fragment_name, strays
from sutaza_hooks.changelog.conflict import conflicts
from sutaza_hooks.changelog.correction import corrected
from sutaza_hooks.changelog.document import Changelog, Section
from sutaza_hooks.changelog.entry import (
    DEFAULT_STYLE,
    FIELDS,
    Attempt,
    Entry,
    Fault,
    FieldName,
    Fields,
    Style,
)
from sutaza_hooks.changelog.judgement import DESCRIBE, faults, wording
from sutaza_hooks.changelog.kind import TYPES, nearest_type, type_named
from sutaza_hooks.changelog.layout import newest_first, style_of
from sutaza_hooks.changelog.moment import Moment, is_later, moment
from sutaza_hooks.changelog.parser import parse
from sutaza_hooks.changelog.policy import ChangelogPolicy
from sutaza_hooks.changelog.three_way import merge
from sutaza_hooks.changelog.version import compare, is_unreleased, is_version
from sutaza_hooks.changelog.writing import render

__all__ = [
    "DEFAULT_STYLE",
    "DESCRIBE",
    "FIELDS",
    "TYPES",
    "Attempt",
    "Changelog",
    "ChangelogPolicy",
    "Collection",
    "Entry",
    "Fault",
    "FieldName",
    "Fields",
    "Moment",
    "Section",
    "Style",
    "add",
    "collect",
    "compare",
    "conflicts",
    "corrected",
    "faults",
    "fragment_name",
    "is_later",
    "is_unreleased",
    "is_version",
    "merge",
    "moment",
    "nearest_type",
    "newest_first",
    "parse",
    "render",
    "strays",
    "style_of",
    "type_named",
    "wording",
]
