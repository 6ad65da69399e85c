"""Svelte components."""

from __future__ import annotations

from sutaza_hooks.languages import html
from sutaza_hooks.languages.language import Language

LANGUAGE = Language(name="svelte", suffixes=(".svelte",), syntax=html.SYNTAX)
