"""CSS."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import C_BLOCK, DOUBLE, SINGLE, Syntax

LANGUAGE = Language(
    name="css", suffixes=(".css", ".pcss"), syntax=Syntax(block=(C_BLOCK,), quotes=(DOUBLE, SINGLE))
)
