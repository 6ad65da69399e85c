"""C++."""

from __future__ import annotations

from sutaza_hooks.languages import c
from sutaza_hooks.languages.language import Language

NAME = """[
  (identifier) (field_identifier) (qualified_identifier)
  (destructor_name) (operator_name) (template_function)] @name"""

FUNCTIONS = f"""
(function_definition declarator: [
  (function_declarator declarator: {NAME})
  (reference_declarator (function_declarator declarator: {NAME}))
  (pointer_declarator declarator: (function_declarator declarator: {NAME}))
  (pointer_declarator declarator: (pointer_declarator
    declarator: (function_declarator declarator: {NAME})))]) @function
(class_specifier name: (_) @name body: (_)) @class
(alias_declaration name: (_) @name) @type
(concept_definition name: (_) @name) @type
(namespace_definition name: (_) @name) @module
"""

KEYWORDS = f"{c.KEYWORDS} catch class namespace new private protected public throw try using"

LANGUAGE = Language(
    name="cpp",
    suffixes=(
        *(".cc", ".cpp", ".cxx", ".c++", ".C", ".ipp", ".tpp", ".cppm", ".ixx", ".ino", ".cu"),
        *(".hh", ".hpp", ".hxx", ".h++", ".cuh"),
    ),
    grammar="tree_sitter_cpp",
    syntax=c.SYNTAX,
    definitions=c.TYPES + FUNCTIONS,
    imports=c.IMPORTS,
    strings="[(string_literal) (raw_string_literal)] @string",
    bodies=c.BODIES,
    embedded=c.EMBEDDED,
    keywords=KEYWORDS,
)
