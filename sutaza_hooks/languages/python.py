"""Python, with its stubs."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import DOUBLE, SINGLE, Quote, Syntax

DEFINITIONS = """
(function_definition name: (identifier) @name) @function
(class_definition name: (identifier) @name) @class
(type_alias_statement left: (type (identifier) @name)) @type
"""

IMPORTS = """
(import_statement name: [
  (dotted_name) @module
  (aliased_import name: (dotted_name) @module)]) @import
(import_from_statement
  module_name: (_) @module
  name: [(dotted_name) @name (aliased_import name: (dotted_name) @name)]) @import
(import_from_statement module_name: (_) @module (wildcard_import) @name) @import
(future_import_statement
  "__future__" @module
  name: [(dotted_name) @name (aliased_import name: (dotted_name) @name)]) @import
"""

DYNAMIC = """
(call
  function: (_) @_load
  arguments: (argument_list . (string . (string_start) . (string_content) @module . (string_end)))
  (#match? @_load "^(importlib[.])?import_module$|^__import__$")
  (#not-match? @module "^[.]")) @import
"""

GUARDS = """
(if_statement
  condition: (_) @_when consequence: (block) @guard
  (#match? @_when "TYPE_CHECKING") (#set! guard "types"))
(if_statement
  condition: (_) @_when consequence: (block) @guard
  (#match? @_when "find_spec|is_[a-z0-9_]+_(available|installed)") (#set! guard "optional"))
(try_statement
  (except_clause) @_except
  (#match? @_except "^except[^:]*(ImportError|ModuleNotFoundError)")
  (#set! guard "optional")) @guard
(with_statement
  (with_clause) @_with
  (#match? @_with "suppress.*(ImportError|ModuleNotFoundError)")
  (#set! guard "optional")) @guard
"""

DOCSTRINGS = """
(module . (comment)* . (expression_statement (string) @docstring))
(function_definition body: (block . (expression_statement (string) @docstring)))
(class_definition body: (block . (expression_statement (string) @docstring)))
"""

KEYWORDS = """
and as assert async await break class continue def del elif else except finally for
from global if import in is lambda nonlocal not or pass raise return try while with
yield None
True False
"""

LANGUAGE = Language(
    name="python",
    suffixes=(".py", ".pyi", ".pyw"),
    filenames=("SConstruct", "SConscript", "wscript"),
    interpreters=("python", "pypy", "pythonw", "ipython"),
    grammar="tree_sitter_python",
    syntax=Syntax(
        line=("#",),
        quotes=(
            Quote('"""', '"""', multiline=True),
            Quote("'''", "'''", multiline=True),
            DOUBLE,
            SINGLE,
        ),
    ),
    definitions=DEFINITIONS,
    imports=IMPORTS + DYNAMIC + GUARDS,
    docstrings=DOCSTRINGS,
    strings="(string) @string",
    bodies="(function_definition body: (block) @inside) @whole",
    keywords=KEYWORDS,
)
