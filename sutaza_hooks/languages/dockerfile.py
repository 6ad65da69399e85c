"""Dockerfiles."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import Syntax

LANGUAGE = Language(
    name="dockerfile",
    suffixes=(".dockerfile", ".Dockerfile", ".containerfile"),
    filenames=("Dockerfile", "Dockerfile.*", "Containerfile", "Containerfile.*"),
    syntax=Syntax(
        line=("#",),
        where="first",
        heredoc=r"""(?<=\s)<<-?(?P<quote>["']?)(?P<tag>[A-Za-z_]\w{0,99})(?P=quote)""",
    ),
)
