"""GraphQL."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import DOUBLE, Quote, Syntax

LANGUAGE = Language(
    name="graphql",
    suffixes=(".graphql", ".gql"),
    syntax=Syntax(line=("#",), quotes=(Quote('"""', '"""', multiline=True), DOUBLE)),
)
