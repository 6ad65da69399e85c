"""What runners call the types of a file, as far as a suffix alone tells them.

Runners ask `identify`, which also looks at modes and first lines. Here only what is certain counts:
a file is taken from a hook where its suffix rules it out, and is judged wherever that is not known.
"""

from __future__ import annotations

from posixpath import basename, splitext
from typing import NamedTuple

_BY_TAGS = {
    "c": "c",
    "c++": "cc cpp cxx",
    "c c++ header": "h",
    "c++ header": "hh hpp",
    "c#": "cs",
    "css": "css",
    "dart": "dart",
    "elixir": "ex exs",
    "go": "go",
    "graphql": "graphql",
    "haskell": "hs",
    "html": "htm html",
    "java": "java",
    "javascript": "cjs js mjs",
    "jsx": "jsx",
    "json": "json",
    "kotlin": "kt kts",
    "less": "less",
    "lua": "lua",
    "markdown": "md",
    "php": "php",
    "powershell": "ps1",
    "proto": "proto",
    "pyi": "pyi",
    "python": "py",
    "rst": "rst",
    "ruby": "rb",
    "rust": "rs",
    "scala": "scala",
    "scss": "scss",
    "shell": "bash sh zsh",
    "sql": "sql",
    "svelte": "svelte",
    "swift": "swift",
    "terraform": "tf",
    "toml": "toml",
    "ts": "ts",
    "tsx": "tsx",
    "vue": "vue",
    "xml": "xml",
    "yaml": "yaml yml",
}
SUFFIXES = {
    f".{suffix}": frozenset(("file", "text", *tags.split()))
    for tags, suffixes in _BY_TAGS.items()
    for suffix in suffixes.split()
}
KNOWN = frozenset(("binary", "symlink")).union(*SUFFIXES.values())
_NAMED = frozenset(  # names of which any part between dots gives a file more tags
    "Brewfile direnvrc Fastfile Gemfile Pipfile PKGBUILD Rakefile Vagrantfile wscript".split()
)


class Types(NamedTuple):
    """The keys `types`, `types_or` and `exclude_types` of a hook."""

    every: tuple[str, ...] = ()
    some: tuple[str, ...] = ()
    none: tuple[str, ...] = ()

    def allow(self, path: str) -> bool:
        """Whether a regular file of this path may be of these types."""
        tags = _tags(basename(path))
        if tags is None:
            return True
        lacked = KNOWN - tags
        if lacked.intersection(self.every) or tags.intersection(self.none):
            return False
        return not self.some or not lacked.issuperset(self.some)


def _tags(name: str) -> frozenset[str] | None:
    return None if _NAMED.intersection(name.split(".")) else SUFFIXES.get(splitext(name)[1].lower())
