"""Ruby."""

from __future__ import annotations

from sutaza_hooks.languages.language import Language
from sutaza_hooks.languages.syntax import Quote, Syntax

DEFINITIONS = """
(method name: (_) @name) @method
(singleton_method object: (self) name: (_) @name) @method
(singleton_method object: [(identifier) (constant)] @owner name: (_) @name) @method
(class name: (_) @name) @class
(module name: (_) @name) @module
"""

IMPORTS = """
(call
  !receiver
  method: (identifier) @_require
  arguments: (argument_list . (string (string_content) @module))
  (#any-of? @_require "require" "require_relative" "load")) @import
"""

KEYWORDS = """
and break case class def do else elsif end ensure for if in module next nil not or
rescue return super then unless until when while yield
true false
"""

LANGUAGE = Language(
    name="ruby",
    suffixes=(".rb", ".rake", ".gemspec", ".ru", ".rbi", ".podspec", ".jbuilder", ".thor"),
    filenames=(
        *("Rakefile", "Gemfile", "Guardfile", "Capfile", "Podfile", "Fastfile", "Appfile"),
        *("Vagrantfile", "Brewfile", "Berksfile", "Dangerfile", "Thorfile", ".irbrc", ".pryrc"),
    ),
    interpreters=("ruby", "jruby", "irb", "rake"),
    grammar="tree_sitter_ruby",
    syntax=Syntax(
        line=("#",),
        where="spaced",
        quotes=(
            Quote('"', '"', multiline=True),
            Quote("'", "'", multiline=True),
            Quote("`", "`", multiline=True),
        ),
        heredoc=r"""<<[~-]?(?P<quote>["'`]?)(?P<tag>[A-Z_]\w{0,99})(?P=quote)""",
    ),
    definitions=DEFINITIONS,
    imports=IMPORTS,
    strings="(string) @string",
    bodies="""
(method body: (_) @inside) @whole
(singleton_method body: (_) @inside) @whole
""",
    keywords=KEYWORDS,
)
