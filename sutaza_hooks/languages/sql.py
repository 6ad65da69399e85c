"""SQL, by the standard: a backslash in a string is a backslash."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import C_BLOCK, Quote, Syntax

LANGUAGE = Language(
    name="sql",
    suffixes=(".sql", ".psql", ".ddl", ".pgsql", ".mysql"),
    filenames=(".psqlrc",),
    interpreters=("psql", "mysql", "mariadb", "sqlite3", "sqlite", "sqlcmd", "duckdb"),
    syntax=Syntax(
        line=("--",),
        block=(C_BLOCK,),
        quotes=(
            Quote(r"'(?<=\b[eE]')", "'", multiline=True),
            *(Quote(each, each, escape="", multiline=True) for each in ("'", '"', "`")),
        ),
    ),
)
