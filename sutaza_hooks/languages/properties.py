"""Java properties."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import Syntax

LANGUAGE = Language(
    name="properties",
    suffixes=(".properties",),
    syntax=Syntax(line=("#", "!"), where="first"),
)
