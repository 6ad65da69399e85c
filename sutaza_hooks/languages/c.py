"""C; most of its data serves C++ too."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import C_BLOCK, CHARACTER, DOUBLE, Quote, Syntax

TYPES = """
(struct_specifier name: (_) @name body: (_)) @struct
(union_specifier name: (_) @name body: (_)) @struct
(enum_specifier name: (_) @name body: (_)) @enum
(type_definition
  type: [(struct_specifier !name) (union_specifier !name)]
  declarator: (type_identifier) @name) @struct
(type_definition type: (enum_specifier !name) declarator: (type_identifier) @name) @enum
(type_definition
  type: [
    (struct_specifier name: (_)) (union_specifier name: (_)) (enum_specifier name: (_))
    (primitive_type) (sized_type_specifier) (type_identifier)]
  declarator: [
    (type_identifier) @name @type
    (pointer_declarator declarator: (type_identifier) @name @type)
    (function_declarator (parenthesized_declarator
      (pointer_declarator declarator: (type_identifier) @name @type)))])
"""

FUNCTIONS = """
(function_definition declarator: [
  (function_declarator declarator: (identifier) @name)
  (pointer_declarator declarator: (function_declarator declarator: (identifier) @name))
  (pointer_declarator declarator: (pointer_declarator
    declarator: (function_declarator declarator: (identifier) @name)))]) @function
"""

IMPORTS = """
(preproc_include path: (system_lib_string) @module) @import
(preproc_include path: (string_literal (string_content) @module)) @import
"""

STRINGS = "(string_literal) @string"

BODIES = "(function_definition body: (compound_statement) @inside) @whole"

EMBEDDED = '((preproc_arg) @body (#match? @body "/[/*]") (#set! language "preprocessor"))'

SYNTAX = Syntax(
    line=("//",),
    block=(C_BLOCK,),
    quotes=(Quote(r'R"\(', ')"', escape="", multiline=True), DOUBLE),
    skip=(CHARACTER,),
)

KEYWORDS = """
break case const continue default do else enum for goto if return sizeof static
struct switch void while
true false
"""

LANGUAGE = Language(
    name="c",
    suffixes=(".c", ".h"),
    grammar="tree_sitter_c",
    syntax=SYNTAX,
    definitions=TYPES + FUNCTIONS,
    imports=IMPORTS,
    strings=STRINGS,
    bodies=BODIES,
    embedded=EMBEDDED,
    keywords=KEYWORDS,
)
