"""PHP, in the HTML that it stands in."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import C_BLOCK, Quote, Syntax

DEFINITIONS = """
(function_definition name: (_) @name) @function
(method_declaration name: (_) @name) @method
(class_declaration name: (_) @name) @class
(interface_declaration name: (_) @name) @interface
(trait_declaration name: (_) @name) @trait
(enum_declaration name: (_) @name) @enum
(namespace_definition name: (_) @name body: (_)) @module
"""

IMPORTS = """
(namespace_use_declaration
  (namespace_use_clause . [(qualified_name) (name)] @module)) @import
(namespace_use_declaration
  (namespace_name) @module
  body: (namespace_use_group (namespace_use_clause . (_) @name))) @import
""" + "".join(
    f"""
({statement}_expression [
  (string (string_content) @module)
  (encapsed_string) @module
  (binary_expression) @module
  (parenthesized_expression [
    (string (string_content) @module) (encapsed_string) @module (binary_expression) @module])
]) @import"""
    for statement in ("require", "require_once", "include", "include_once")
)

KEYWORDS = """
and as break case catch class const continue default do else elseif extends final
finally fn for foreach function global goto if implements import instanceof
interface match namespace new null or private protected public return static switch
throw trait try use var while yield
true false
"""

LANGUAGE = Language(
    name="php",
    suffixes=(".php", ".phtml", ".php3", ".php4", ".php5", ".phps"),
    interpreters=("php",),
    grammar="tree_sitter_php",
    entry="language_php",
    syntax=Syntax(
        line=("//", "#"),
        block=(C_BLOCK,),
        quotes=(
            Quote('"', '"', multiline=True),
            Quote("'", "'", multiline=True),
            Quote("`", "`", multiline=True),
        ),
        skip=(r"#\[",),
        heredoc=r"""<<<[ \t]*(?P<quote>["']?)(?P<tag>[A-Za-z_]\w{0,99})(?P=quote)""",
    ),
    definitions=DEFINITIONS,
    imports=IMPORTS,
    strings="[(string) (encapsed_string)] @string",
    bodies="""
(function_definition body: (_) @inside) @whole
(method_declaration body: (_) @inside) @whole
""",
    keywords=KEYWORDS,
)
