"""JavaScript, with JSX; most of its data serves TypeScript too."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import C_BLOCK, DOUBLE, SINGLE, Quote, Syntax

FUNCTION = "[(arrow_function) (function_expression) (generator_function)]"

DEFINITIONS = f"""
(function_declaration name: (_) @name) @function
(generator_function_declaration name: (_) @name) @function
(class_declaration name: (_) @name) @class
(method_definition name: (_) @name) @method
(pair key: (_) @name value: {FUNCTION}) @function
(variable_declarator name: (identifier) @name value: {FUNCTION}) @function
(variable_declarator name: (identifier) @name value: (class)) @class
(variable_declarator name: (identifier) @name value: (object)) @scope
(assignment_expression left: (_) @name right: {FUNCTION} (#match? @name "^[\\\\w$.]+$")) @function
(assignment_expression left: (_) @name right: (class) (#match? @name "^[\\\\w$.]+$")) @class
(assignment_expression left: (_) @name right: (object) (#match? @name "^[\\\\w$.]+$")) @scope
(export_statement "default" value: {FUNCTION} (#set! name "default")) @function
(export_statement "default" value: (class) (#set! name "default")) @class
"""

FIELDS = f"(field_definition property: (_) @name value: {FUNCTION}) @method"

IMPORTS = """
(import_statement source: (string (string_fragment) @module)) @import
(import_statement
  (import_clause (identifier))
  source: (string (string_fragment) @module) (#set! name "default")) @import
(import_statement
  (import_clause (namespace_import))
  source: (string (string_fragment) @module) (#set! name "*")) @import
(import_statement
  (import_clause (named_imports (import_specifier name: (_) @name)))
  source: (string (string_fragment) @module)) @import
(export_statement source: (string (string_fragment) @module)) @import
(export_statement "*" source: (string (string_fragment) @module) (#set! name "*")) @import
(export_statement
  (namespace_export) source: (string (string_fragment) @module) (#set! name "*")) @import
(export_statement
  (export_clause (export_specifier name: (_) @name))
  source: (string (string_fragment) @module)) @import
(call_expression
  function: (identifier) @_require
  arguments: (arguments . (string (string_fragment) @module))
  (#eq? @_require "require")) @import
(call_expression
  function: (import)
  arguments: (arguments . (string (string_fragment) @module))) @import
"""

GUARDS = '(try_statement body: (statement_block) @guard (#set! guard "optional"))'

FUNCTION_BODY = """[
  (arrow_function body: (_) @inside)
  (function_expression body: (_) @inside)
  (generator_function body: (_) @inside)]"""

BODIES = f"""
(function_declaration body: (_) @inside) @whole
(generator_function_declaration body: (_) @inside) @whole
(method_definition body: (_) @inside) @whole
(pair value: {FUNCTION_BODY}) @whole
(variable_declarator value: {FUNCTION_BODY}) @whole
(assignment_expression right: {FUNCTION_BODY}) @whole
"""

STRINGS = "[(string) (template_string)] @string"

REGEX = r"/(?<=[=(,:;!&|?{}\[\s]/)(?![*/\s])(?:\\.|\[(?:\\.|[^\]\\\n]){0,99}\]|[^/\\\n\[]){1,99}/"
"""A regular expression literal that is short, where no division can be."""

SYNTAX = Syntax(
    line=("//",),
    block=(C_BLOCK,),
    quotes=(DOUBLE, SINGLE, Quote("`", "`", multiline=True)),
    skip=(REGEX,),
)

KEYWORDS = """
async await break case catch class const continue default do else export extends
finally for from function if import in instanceof let new null of return static
super switch throw try typeof undefined var void while with yield
true false
"""

LANGUAGE = Language(
    name="javascript",
    suffixes=(".js", ".mjs", ".cjs", ".jsx"),
    filenames=("Jakefile",),
    interpreters=("node", "nodejs", "bun", "zx", "qjs"),
    grammar="tree_sitter_javascript",
    syntax=SYNTAX,
    comments="[(comment) (html_comment)] @comment",
    definitions=DEFINITIONS + FIELDS,
    imports=IMPORTS + GUARDS,
    strings=STRINGS,
    bodies=f"{BODIES}(field_definition value: {FUNCTION_BODY}) @whole",
    keywords=KEYWORDS,
)
