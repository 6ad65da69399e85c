"""Less."""

from __future__ import annotations

from sutaza_hooks.languages import scss
from sutaza_hooks.languages.language import Language

LANGUAGE = Language(name="less", suffixes=(".less",), syntax=scss.SYNTAX)
