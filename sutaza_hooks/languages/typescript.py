"""TypeScript."""

from __future__ import annotations

from sutaza_hooks.languages import javascript
from sutaza_hooks.languages.language import Language

DEFINITIONS = f"""
{javascript.DEFINITIONS}
(public_field_definition name: (_) @name value: {javascript.FUNCTION}) @method
(function_signature name: (_) @name) @function
(method_signature name: (_) @name) @method
(abstract_method_signature name: (_) @name) @method
(abstract_class_declaration name: (_) @name) @class
(interface_declaration name: (_) @name) @interface
(enum_declaration name: (_) @name) @enum
(type_alias_declaration name: (_) @name) @type
(internal_module name: (_) @name) @module
(module name: (_) @name) @module
"""

IMPORTS = f"""
{javascript.IMPORTS}
(import_statement
  (import_require_clause source: (string (string_fragment) @module)) (#set! name "*")) @import
"""

GUARDS = f"""
{javascript.GUARDS}
(import_statement "type" (#set! guard "types")) @guard
(export_statement "type" source: (_) (#set! guard "types")) @guard
"""

BODIES = f"{javascript.BODIES}(public_field_definition value: {javascript.FUNCTION_BODY}) @whole"

KEYWORDS = f"{javascript.KEYWORDS} enum implements interface namespace private protected public"

LANGUAGE = Language(
    name="typescript",
    suffixes=(".ts", ".mts", ".cts"),
    interpreters=("ts-node", "tsx", "deno"),
    grammar="tree_sitter_typescript",
    entry="language_typescript",
    syntax=javascript.SYNTAX,
    comments=javascript.LANGUAGE.comments,
    definitions=DEFINITIONS,
    imports=IMPORTS + GUARDS,
    strings=javascript.STRINGS,
    bodies=BODIES,
    keywords=KEYWORDS,
)
