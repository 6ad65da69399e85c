"""YAML, with the commands that CI systems keep in it."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import DOUBLE, Quote, Syntax

_KEYS = (
    *("run", "script", "before_script", "after_script", "before_install", "install", "shell"),
    *("command", "commands", "cmd", "cmds", "bash", "inlineScript"),
)
_COMMANDS = rf"""(#match? @_key "^\\W?(?:{"|".join(_KEYS)})\\W?$") (#set! language "shell")"""

_POWERSHELL = """(#any-of? @_key "pwsh" "powershell") (#set! language "powershell")"""

_BLOCK = "(block_node (block_scalar) @body)"
_PLAIN = "(flow_node (plain_scalar) @body)"


def _bodies(value: str, predicates: str) -> str:
    """The pattern for the values of some keys."""
    return f"""
(block_mapping
  (block_mapping_pair key: (flow_node) @_key value: {value})
  {predicates}) @block"""


_HINTS = """
(block_mapping
  (block_mapping_pair key: (flow_node) @_key value: (flow_node) @hint)
  (#eq? @_key "shell")) @block
"""

_INPUTS = """
(block_mapping_pair
  key: (flow_node) @_key value: (block_node (block_mapping) @block)
  (#eq? @_key "with") (#set! language "text"))
"""
"""Under `with:` are the inputs of an action, which alone knows the language of its `script`."""

EMBEDDED = "".join(
    (
        _bodies(_BLOCK, _COMMANDS),
        _bodies(_PLAIN, _COMMANDS + '(#not-eq? @_key "shell")'),
        _bodies(f"(block_node (block_sequence (block_sequence_item {_BLOCK})))", _COMMANDS),
        _bodies(f"(block_node (block_sequence (block_sequence_item {_PLAIN})))", _COMMANDS),
        _bodies(_BLOCK, _POWERSHELL),
        _HINTS,
        _INPUTS,
    )
)

LANGUAGE = Language(
    name="yaml",
    suffixes=(".yaml", ".yml"),
    filenames=(".clang-format", ".clang-tidy", ".clangd", ".gemrc", "CITATION.cff"),
    grammar="tree_sitter_yaml",
    # It keeps the column of each level in 1024 bytes, four for one, and writes on behind them.
    unbearable=r"(?m:^[ \t?:-]{200})",
    syntax=Syntax(line=("#",), where="spaced", quotes=(DOUBLE, Quote("'", "'", escape=""))),
    embedded=EMBEDDED,
    placeholder=r"\$\{\{[^\n]{0,999}?\}\}",
)
