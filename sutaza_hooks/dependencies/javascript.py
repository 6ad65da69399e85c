"""Whether an import of JavaScript or TypeScript is covered."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import cached_property

from sutaza_hooks.change import Tree
from sutaza_hooks.dependencies.ignored import is_ignored
from sutaza_hooks.dependencies.project import Project, above, expanded, placed
from sutaza_hooks.dependencies.verdict import COVERED, Verdict
from sutaza_hooks.facts import Import
from sutaza_hooks.manifests.declaring import Alias, Declared

BUILTIN = frozenset(
    """assert async_hooks buffer child_process cluster console constants crypto dgram
    diagnostics_channel dns domain events fs http http2 https inspector module net os path
    perf_hooks process punycode querystring readline repl stream string_decoder sys timers tls
    trace_events tty url util v8 vm wasi worker_threads zlib test sqlite sea bun""".split()
)
"""The modules of Node.js and Bun, which may also be written `node:fs` and `fs/promises`."""
_NAME = re.compile(r"(?:@[a-z0-9-][a-z0-9._~-]*/)?[a-z0-9][a-z0-9._~-]*", re.IGNORECASE)
_ALIAS_FILES = re.compile(
    r"^(?:vite|vitest|webpack|rollup|rolldown|next|nuxt|svelte|astro|rspack|rsbuild|craco|babel|jest|metro"
    r"|electron\.vite|quasar|vue|docusaurus|\.storybook/main)[\w.-]*\.(?:config\.)?[cm]?[jt]s$"
    r"|^(?:babel|jest|metro)\.config\.\w+$|^\.babelrc(?:\.json)?$"
)
_ALIASES = re.compile(r"\b(?:alias(?:es)?|moduleNameMapper|resolve)\b")
_KEY = re.compile(
    r"""["'](\^?[@~#$\w][\w@~#$/.-]*)(?:\(?[^"'\n]*)?["']\s*:|find:\s*["']([^"']+)["']"""
)
_ONLY_TYPES = frozenset(
    """aws-lambda chrome estree estree-jsx geojson google.maps hast har-format json-schema mdast mdx
    nlcst topojson-specification unist xast""".split()
)
"""Packages of which mostly the types alone are meant, by whatever import."""
_FRAMEWORKS = {
    "@docusaurus/": (
        "@site",
        "@theme",
        "@theme-original",
        "@theme-init",
        "@generated",
        "@docusaurus",
    ),
    "nuxt": ("~", "~~", "@", "@@", "#app", "#imports", "#components", "#build", "#head", "#ui"),
    "@sveltejs/kit": ("$lib", "$app", "$env", "$service-worker"),
    "astro": ("astro",),
    "vitepress": ("vitepress",),
}
"""What a framework gives its projects to import, by the package that declares it."""
_GIVEN = re.compile(
    r"^(?:node|bun|deno|https?|data|virtual|astro|cloudflare|file|jsr|workerd|ext):"
)
_ENDINGS = ("", ".ts", ".tsx")  # what is compiled is mostly ignored, whatever it is called
_MOST = 4000
_OWN_NAME = re.compile(r'"name"\s*:\s*"([^"]+)"')


class JavaScriptImports:
    """Judges the imports of JavaScript and TypeScript files by one project."""

    def __init__(self, tree: Tree, project: Project, roots: Sequence[str] = ()) -> None:
        self._tree = tree
        self._project = project
        self._roots = tuple(roots)
        self._declared: dict[str, list[Declared]] = {}
        for each in project.dependencies:
            self._declared.setdefault(each.name, []).append(each)

    def judge(self, path: str, what: Import) -> Verdict:  # noqa: ARG002
        specifier = what.module.rpartition("!")[2].partition("?")[0]
        name = package(specifier)
        if not specifier or specifier.startswith((".", "/")) or _GIVEN.match(specifier):
            return COVERED
        if specifier.partition("/")[0] in BUILTIN or name in self._project.names:
            return COVERED
        if declared := self._covering(name, what):
            return Verdict("declared", name, declared)
        for folder, alias in self._project.aliases:
            if fits(alias.pattern, specifier):
                return self._resolved(folder, alias, specifier)
        if not name or self._is_given(specifier, name) or self._is_ours(specifier):
            return COVERED
        if name in self._siblings:
            return COVERED
        return Verdict("undeclared", name, near=self._near(name))

    def _covering(self, name: str, what: Import) -> tuple[Declared, ...]:
        """Its own declarations, or those of its types where only types are taken."""
        own = self._declared.get(name, ())
        types = self._declared.get(f"@types/{name.removeprefix('@').replace('/', '__')}", ())
        only_types = what.guard == "types" or not what.names or name in _ONLY_TYPES
        given = self._declared.get("jest", ()) if name == "@jest/globals" else ()
        return tuple(own) or (tuple(types) if only_types else ()) or tuple(given)

    def _resolved(self, folder: str, alias: Alias, specifier: str) -> Verdict:
        """An alias must lead to a file, where its folder is in the tree and not made by a tool."""
        head, star, tail = alias.pattern.partition("*")
        if not star or not alias.targets:
            return COVERED
        part = specifier[len(head) : len(specifier) - len(tail) if tail else None]
        for target in alias.targets:
            base = placed(folder, target.partition("*")[0])
            if not self._tree.exists(base.rstrip("/")):
                return COVERED
            lead = placed(folder, target.replace("*", part, 1))
            if self._leads(lead) or is_ignored(self._tree, lead, _ENDINGS):
                return COVERED
        return Verdict("unresolved", specifier)

    def _leads(self, path: str) -> bool:
        """Whether a path without its ending is a file or a folder of the tree."""
        if self._tree.exists(path):
            return True
        folder, _, name = path.rpartition("/")
        bare = re.sub(r"\.[cm]?jsx?$", "", name)
        return any(each.split(".")[0] == bare.split(".")[0] for each in self._tree.names(folder))

    def _is_given(self, specifier: str, name: str) -> bool:
        """Whether a framework, a bundler or the host gives it."""
        first = specifier.split("/")[0]
        if not _NAME.fullmatch(name) or (name == "vscode" and self._is_extension):
            return True
        if any(fits(key, specifier) or first == key for key in self._bundled):
            return True
        return any(first in given for given in self._frameworks)

    @cached_property
    def _is_extension(self) -> bool:
        manifests = (self._tree.get(each.path, "") for each in self._project.own)
        return any('"vscode"' in text for text in manifests)

    @cached_property
    def _frameworks(self) -> Sequence[tuple[str, ...]]:
        names = self._declared
        return [
            given
            for framework, given in _FRAMEWORKS.items()
            if any(name == framework or name.startswith(framework) for name in names)
        ]

    @cached_property
    def _bundled(self) -> Sequence[str]:
        """The aliases in the configuration of bundlers, read as text and never run."""
        return tuple(
            key
            for folder in above(self._project.folder)
            for name in self._tree.names(folder)
            if _ALIAS_FILES.match(name)
            for key in _keys(self._tree.get(posixpath.join(folder, name), ""))
        )

    @cached_property
    def _siblings(self) -> frozenset[str]:
        """The packages of the workspace, whose folders a manifest names by patterns."""
        folders = (
            folder
            for manifest in self._project.manifests
            for pattern in manifest.says.members
            for folder in expanded(self._tree, manifest.folder, pattern)
        )
        texts = (self._tree.get(posixpath.join(each, "package.json"), "") for each in folders)
        return frozenset(found[1] for text in texts if (found := _OWN_NAME.search(text)))

    def _is_ours(self, specifier: str) -> bool:
        """Whether a root that is configured or declared (`baseUrl`) holds it."""
        first = specifier.split("/")[0]
        said = (
            placed(manifest.folder, root)
            for manifest in self._project.manifests
            for root in manifest.says.roots
        )
        return any(self._leads(posixpath.join(root, first)) for root in (*said, *self._roots))

    def _near(self, name: str) -> tuple[str, ...]:
        return tuple(get_close_matches(name, self._declared, n=2, cutoff=0.75))


def package(specifier: str) -> str:
    """The name of the package in a specifier, or nothing where there can be none."""
    parts = specifier.split("/")
    name = "/".join(parts[:2]) if specifier.startswith("@") else parts[0]
    return name if _NAME.fullmatch(name) else ""


def fits(pattern: str, specifier: str) -> bool:
    """Whether a specifier is what an alias stands for: whole, below it, or by its `*`."""
    head, star, tail = pattern.partition("*")
    if star:
        return specifier.startswith(head) and specifier.endswith(tail)
    return specifier == pattern or (pattern.endswith("/") and specifier.startswith(pattern))


def _keys(text: str) -> Iterator[str]:
    """The keys in those parts of a configuration that are about aliases."""
    for found in _ALIASES.finditer(text):
        for key in _KEY.finditer(text, found.end(), found.end() + _MOST):
            plain = (key[1] or key[2]).lstrip("^").split("(")[0].rstrip("$")
            yield plain
            yield plain.rstrip("/") + "/*"
