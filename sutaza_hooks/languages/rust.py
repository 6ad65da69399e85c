"""Rust."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import CHARACTER, Block, Quote, Syntax

DEFINITIONS = """
(function_item name: (_) @name) @function
(function_signature_item name: (_) @name) @function
(struct_item name: (_) @name) @struct
(union_item name: (_) @name) @struct
(enum_item name: (_) @name) @enum
(trait_item name: (_) @name) @trait
(type_item name: (_) @name) @type
(mod_item name: (_) @name body: (_)) @module
(macro_definition name: (_) @name) @macro
(impl_item type: (reference_type type: (_) @name)) @scope
(impl_item type: (_) @name) @scope
"""

# One pattern for each shape: the engine misses some matches of alternations in alternations.
IMPORTS = """
(use_declaration argument: [(identifier) (scoped_identifier) (crate) (super)] @module) @import
(use_declaration argument: (use_as_clause path: (_) @module)) @import
(use_declaration argument: (use_wildcard (_) @module) (#set! name "*")) @import
(use_declaration argument: (use_list [(identifier) (scoped_identifier)] @module)) @import
(use_declaration argument: (use_list (use_as_clause path: (_) @module))) @import
(use_declaration argument: (use_list (use_wildcard (_) @module)) (#set! name "*")) @import
(use_declaration argument: (use_list (scoped_use_list path: (_) @module))) @import
(use_declaration argument: (scoped_use_list path: (_) @module)) @import
(use_declaration argument: (scoped_use_list
  path: (_) @module
  list: (use_list
    [(identifier) (scoped_identifier) (self) (use_wildcard) (scoped_use_list)] @name))) @import
(use_declaration argument: (scoped_use_list
  path: (_) @module
  list: (use_list (use_as_clause path: (_) @name)))) @import
(extern_crate_declaration name: (identifier) @module) @import
"""

KEYWORDS = """
as async await break const continue else enum fn for if impl in let loop match mod
mut return static struct trait type unsafe use where while
true false
"""

LANGUAGE = Language(
    name="rust",
    suffixes=(".rs",),
    interpreters=("rust-script", "cargo"),
    grammar="tree_sitter_rust",
    syntax=Syntax(
        line=("//",),
        block=(Block("/*", "*/", nested=True),),
        quotes=(
            Quote(r'"(?<=r")', '"', escape="", multiline=True),
            Quote('r#"', '"#', escape="", multiline=True),
            Quote('r##"', '"##', escape="", multiline=True),
            Quote('"', '"', multiline=True),
        ),
        skip=(CHARACTER,),
    ),
    comments="[(line_comment) (block_comment)] @comment",
    definitions=DEFINITIONS,
    imports=IMPORTS,
    strings="[(string_literal) (raw_string_literal)] @string",
    bodies="(function_item body: (block) @inside) @whole",
    keywords=KEYWORDS,
)
