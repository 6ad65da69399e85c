"""TypeScript with JSX: another grammar, for `<T>x` is an element in one and a cast in the other."""

from __future__ import annotations

from dataclasses import replace

from sutaza_hooks.languages import typescript

LANGUAGE = replace(
    typescript.LANGUAGE, name="tsx", suffixes=(".tsx",), interpreters=(), entry="language_tsx"
)
