"""Where the functions of a text are, in every language in which we find them."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from sutaza_hooks.languages import grammar
from sutaza_hooks.languages.heads import headed
from sutaza_hooks.languages.language import Language


@functools.lru_cache(maxsize=8)
def functions(language: Language, text: str) -> Sequence[tuple[int, int, int]] | None:
    """Where each function begins, its body, and its end; None if the grammar is lost in `text`."""
    if language.bodies:
        return grammar.functions(language, text)
    return [each[:3] for each in headed(language, text)] if language.heads else ()
