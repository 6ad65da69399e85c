"""Java."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import C_BLOCK, DOUBLE, SINGLE, Quote, Syntax

DEFINITIONS = """
(class_declaration name: (_) @name) @class
(record_declaration name: (_) @name) @class
(interface_declaration name: (_) @name) @interface
(annotation_type_declaration name: (_) @name) @interface
(enum_declaration name: (_) @name) @enum
(method_declaration name: (_) @name) @method
(constructor_declaration name: (_) @name) @method
(compact_constructor_declaration name: (_) @name) @method
"""

IMPORTS = """
(import_declaration [(scoped_identifier) (identifier)] @module) @import
(import_declaration
  [(scoped_identifier) (identifier)] @module (asterisk) (#set! name "*")) @import
"""

KEYWORDS = """
assert break case catch class const continue default do else enum extends final
finally for if implements import instanceof interface new null private protected
public return static super switch synchronized throw throws try var void while
true false
"""

LANGUAGE = Language(
    name="java",
    suffixes=(".java",),
    grammar="tree_sitter_java",
    syntax=Syntax(
        line=("//",),
        block=(C_BLOCK,),
        quotes=(Quote('"""', '"""', multiline=True), DOUBLE, SINGLE),
    ),
    comments="[(line_comment) (block_comment)] @comment",
    definitions=DEFINITIONS,
    imports=IMPORTS,
    strings="(string_literal) @string",
    bodies="(method_declaration body: (block) @inside) @whole",
    keywords=KEYWORDS,
)
