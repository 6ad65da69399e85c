"""C#."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import C_BLOCK, CHARACTER, DOUBLE, Quote, Syntax

DEFINITIONS = """
(class_declaration name: (_) @name) @class
(record_declaration name: (_) @name) @class
(struct_declaration name: (_) @name) @struct
(interface_declaration name: (_) @name) @interface
(enum_declaration name: (_) @name) @enum
(delegate_declaration name: (_) @name) @type
(namespace_declaration name: (_) @name) @module
(method_declaration name: (_) @name) @method
(constructor_declaration name: (_) @name) @method
(local_function_statement name: (_) @name) @function
"""

IMPORTS = """
(using_directive !name [(identifier) (qualified_name) (alias_qualified_name)] @module) @import
(using_directive
  name: (_) "=" . [(identifier) (qualified_name) (alias_qualified_name)] @module) @import
"""

KEYWORDS = """
as async await break case catch class const continue default do else enum finally
for foreach if in is lock namespace new null private protected public return static
struct switch throw try typeof using var void when where while yield
true false
"""

LANGUAGE = Language(
    name="csharp",
    suffixes=(".cs", ".csx"),
    interpreters=("dotnet-script", "csi"),
    grammar="tree_sitter_c_sharp",
    syntax=Syntax(
        line=("//",),
        block=(C_BLOCK,),
        quotes=(
            Quote('"""', '"""', escape="", multiline=True),
            Quote(r'"(?:(?<=@")|(?<=@\$"))', '"', escape='"', multiline=True),
            DOUBLE,
        ),
        skip=(CHARACTER,),
    ),
    definitions=DEFINITIONS,
    imports=IMPORTS,
    strings="""
[(string_literal) (verbatim_string_literal) (raw_string_literal)
 (interpolated_string_expression)] @string
""",
    bodies="""
(method_declaration body: (_) @inside) @whole
(local_function_statement body: (_) @inside) @whole
""",
    keywords=KEYWORDS,
)
