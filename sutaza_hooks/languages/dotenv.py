"""Files of environment variables."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import DOUBLE, SINGLE, Syntax

LANGUAGE = Language(
    name="dotenv",
    suffixes=(".env",),
    filenames=(".env", ".env.*", ".flaskenv"),
    syntax=Syntax(line=("#",), where="spaced", quotes=(DOUBLE, SINGLE)),
)
