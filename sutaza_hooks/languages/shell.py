"""The POSIX shell and those that grew out of it."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import Quote, Syntax

IMPORTS = """
(command
  name: (command_name (word) @_source)
  . argument: [(word) (string) (raw_string) (concatenation)] @module
  (#any-of? @_source "source" ".")) @import
"""

KEYWORDS = """
case do done elif else esac fi for function if in local return select then until
while export
"""

LANGUAGE = Language(
    name="shell",
    suffixes=(".sh", ".bash", ".zsh", ".ksh", ".bats", ".dash", ".ash", ".command"),
    filenames=(
        *(".bashrc", ".bash_profile", ".bash_login", ".bash_logout", ".bash_aliases", ".profile"),
        *(".zshrc", ".zshenv", ".zprofile", ".zlogin", ".zlogout", ".kshrc", ".envrc"),
        *("bashrc", "bash.bashrc", "zshrc", "PKGBUILD", "APKBUILD", ".xinitrc", ".xprofile"),
    ),
    interpreters=("sh", "bash", "zsh", "ksh", "mksh", "dash", "ash", "bats", "rbash"),
    grammar="tree_sitter_bash",
    syntax=Syntax(
        line=("#",),
        where="spaced",
        quotes=(
            Quote('"', '"', multiline=True),
            Quote(r"\$'", "'", multiline=True),
            Quote("'", "'", escape="", multiline=True),
        ),
        skip=(r"\\.", "<<<"),
        heredoc=r"""<<-?[ \t]*(?P<quote>["']?)(?P<tag>[A-Za-z_][\w-]{0,99})(?P=quote)""",
    ),
    definitions="(function_definition name: (word) @name) @function",
    imports=IMPORTS,
    strings="""
[(string) (raw_string)] @string
(variable_assignment value: (word) @string)
""",
    bodies="(function_definition body: (compound_statement) @inside) @whole",
    embedded="(redirected_statement (heredoc_redirect (heredoc_body) @body)) @command",
    keywords=KEYWORDS,
)
