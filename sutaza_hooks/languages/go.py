"""Go."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import C_BLOCK, CHARACTER, DOUBLE, Quote, Syntax

DEFINITIONS = """
(function_declaration name: (identifier) @name) @function
(method_declaration
  receiver: (parameter_list (parameter_declaration type: [
    (type_identifier) @owner
    (generic_type type: (type_identifier) @owner)
    (pointer_type (type_identifier) @owner)
    (pointer_type (generic_type type: (type_identifier) @owner))]))
  name: (field_identifier) @name) @method
(type_spec name: (type_identifier) @name type: (struct_type)) @struct
(type_spec name: (type_identifier) @name type: (interface_type)) @interface
(type_spec name: (type_identifier) @name) @type
(type_alias name: (type_identifier) @name) @type
(method_elem name: (field_identifier) @name) @method
(var_spec name: (identifier) @name value: (expression_list . (func_literal) .)) @function
(short_var_declaration
  left: (expression_list . (identifier) @name .)
  right: (expression_list . (func_literal) .)) @function
"""

IMPORTS = """
(import_spec path: [
  (interpreted_string_literal (interpreted_string_literal_content) @module)
  (raw_string_literal (raw_string_literal_content) @module)]) @import
"""

KEYWORDS = """
break case const continue default defer else fallthrough for func go goto if import
interface nil range return select struct switch type var
true false
"""

LANGUAGE = Language(
    name="go",
    suffixes=(".go",),
    interpreters=("gorun",),
    grammar="tree_sitter_go",
    syntax=Syntax(
        line=("//",),
        block=(C_BLOCK,),
        quotes=(DOUBLE, Quote("`", "`", escape="", multiline=True)),
        skip=(CHARACTER,),
    ),
    definitions=DEFINITIONS,
    imports=IMPORTS,
    strings="[(interpreted_string_literal) (raw_string_literal)] @string",
    bodies="""
(function_declaration body: (block) @inside) @whole
(method_declaration body: (block) @inside) @whole
""",
    keywords=KEYWORDS,
)
