"""What is known of one language: which files are written in it, and what its text looks like."""

from __future__ import annotations

from dataclasses import dataclass

from sutaza_hooks.languages.syntax import Syntax


@dataclass(frozen=True)
class Language:
    """The data of one language; a language file holds one of these, called `LANGUAGE`.

    The queries are tree-sitter queries whose captures have fixed names:

    - comments: `@comment`.
    - definitions: `@name`, and the whole definition under its kind (`@function`, `@class`, ...).
      `@scope` is a whole that lends its name to what is in it and is no definition itself;
      `@owner` is a name that goes before `@name`.
    - imports: the statement is `@import`; it has one `@module` and any number of `@name`.
      What lets those in it fail is `@guard`, and `(#set! guard x)` says why.
    - docstrings: `@docstring`. strings: `@string`.
    - bodies: `@inside` is the body of a function that is the whole `@whole`.
    - embedded: `@body` is text in another language: the one set as `language`, or the one named
      by the `@hint` of a match with the same `@block`, or the one that its `@command` reads.

    `(#set! name x)` gives a name that is not in the text. Captures that begin with `_` are only
    for predicates.
    """

    name: str
    syntax: Syntax
    suffixes: tuple[str, ...] = ()
    filenames: tuple[str, ...] = ()
    """Patterns of base names, with `*`."""
    interpreters: tuple[str, ...] = ()
    """Programs that read it, without a version number."""
    grammar: str = ""
    """The module of its tree-sitter grammar; without one, comments come from `syntax` alone."""
    entry: str = "language"
    """The function of that module that gives the grammar."""
    unbearable: str = ""
    """A regular expression of text on which that grammar does not return."""
    comments: str = "(comment) @comment"
    definitions: str = ""
    imports: str = ""
    import_line: str = ""
    """Without a grammar: the regular expression of a line that imports its group `module`, and all
    of that with a group `all`. Such lines come before the first string of several lines."""
    docstrings: str = ""
    strings: str = ""
    bodies: str = ""
    heads: str = ""
    """Without a grammar: the verbose regular expression of a line that begins a function, with
    its group `name`."""
    embedded: str = ""
    placeholder: str = ""
    """A regular expression of what a template writes into embedded text, such as `${{ x }}`."""
    keywords: str = ""
    """The words that are no names, with blanks between; those that tell little are left out."""

    @property
    def has_functions(self) -> bool:
        """Whether functions are found in it."""
        return bool(self.bodies or self.heads)

    @property
    def query(self) -> str:
        """All but the strings, which are asked for only where they matter: there are many."""
        asked = (self.comments, self.definitions, self.imports, self.docstrings, self.bodies)
        return "\n".join((*asked, self.embedded))
