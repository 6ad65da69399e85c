"""Rule: no dependency of any version."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sutaza_hooks.change import Change, Patch
from sutaza_hooks.diagnostic import Diagnostic, Location, Outcome, Severity
from sutaza_hooks.rule import Rule

if TYPE_CHECKING:
    from sutaza_hooks.manifests.declaring import Declarations, Declared

_SOURCES = (
    ".md",
    ".py",
    ".js",
    ".ts",
    ".tsx",
    ".go",
    ".rs",
    ".java",
    ".c",
    ".h",
    ".rb",
    ".html",
    ".css",
)
_LOCKS = (
    *("poetry.lock", "uv.lock", "pdm.lock", "Pipfile.lock", "pixi.lock", "requirements.lock"),
    *("package-lock.json", "yarn.lock", "pnpm-lock.yaml", "bun.lockb", "bun.lock"),
    *("npm-shrinkwrap.json", "deno.lock", "Cargo.lock", "go.sum", "conda-lock.yml", "pylock.toml"),
)
_ANY = ("", "*", "latest", "x", ">=0", ">=0.0", ">=0.0.0")
_ANY_OF_JVM = ("LATEST", "RELEASE", "+", "latest.release", "latest.integration", "[0,)", "(,)")
"""Without a version, Maven and Gradle take the one that a parent or a platform manages."""
_FREE = (
    *("tool", "indirect", "workspace", "build-system", "peerDependencies", "conda"),
    "environment",
)
"""Groups whose version is told elsewhere, or where a range is the point."""


@dataclass(frozen=True, eq=False)
class UnpinnedDependency(Rule):
    """An added dependency of which the manifest takes any version.

    Where a lock file stands beside the manifest, or above it, the versions are pinned by that.
    Build requirements, peers, the input of pip-compile, and what is taken from a path or an address
    are allowed. What the code does not need where it runs is a warning. A manifest
    that cannot be read is said, and judged by what can be read of it.

    ## Why is this bad?
    Tomorrow's release is installed untested, by everybody at once.

    ## Example
    ```text title="requirements.txt"
    requests
    ```

    ## Use instead
    ```text title="requirements.txt"
    requests>=2.32,<3
    ```
    """

    charter = 1

    exact: bool = False

    def check(self, change: Change) -> Iterator[Outcome]:
        for patch in change.judged:
            is_source = patch.path.endswith(_SOURCES) and not patch.path.endswith("setup.py")
            if not is_source:
                yield from self._in_file(change, patch)

    def _in_file(self, change: Change, patch: Patch) -> Iterator[Outcome]:
        from sutaza_hooks.manifests.declaring import declarations, declares  # 20 ms

        text = change.after.get(patch.path) if declares(patch.path) else None
        says = None if text is None else declarations(patch.path, text)
        if says is None:
            return
        for fault in says.faults:
            if patch.adds(fault.line):
                yield self._fault(change, patch, fault.line, fault.reason)
        if not patch.path.endswith(".in") and (self.exact or not _is_locked(change, patch.path)):
            yield from self._loose(change, patch, says)

    def _loose(self, change: Change, patch: Patch, says: Declarations) -> Iterator[Diagnostic]:
        for each in says.dependencies:
            if patch.adds(each.line) and each.group not in _FREE and self._is_loose(each, says):
                taken = "any version" if each.requirement.strip() in _ANY else each.requirement
                place = Location(patch.path, each.line)
                diagnostic = self.diagnostic(
                    place,
                    f"`{each.name}` is taken in {taken}",
                    help=f"say which: `{_example(each, says)}`",
                    source=change.source(place),
                )
                is_shipped = each.scope == "runtime"
                yield diagnostic if is_shipped else replace(diagnostic, severity=Severity.WARNING)

    def _is_loose(self, each: Declared, says: Declarations) -> bool:
        wanted = each.requirement.strip()
        if "://" in wanted or wanted.startswith(("@", "file:", "workspace:")):
            return False
        if each.scope == "build" or each.name == says.name:
            return False
        if self.exact and says.ecosystem in ("python", "npm"):
            return (
                not wanted.startswith("==") if says.ecosystem == "python" else wanted[:1] in "^~>*"
            )
        return wanted in (_ANY_OF_JVM if says.ecosystem == "jvm" else _ANY)

    def _fault(self, change: Change, patch: Patch, line: int, reason: str) -> Diagnostic:
        place = Location(patch.path, line)
        return self.diagnostic(
            place,
            f"manifest cannot be read here: {reason}",
            help="mend it; what it declares from here on may not be seen",
            source=change.source(place),
        )


def _is_locked(change: Change, path: str) -> bool:
    """Whether a lock file stands beside the manifest, or above it as in a workspace."""
    folder = posixpath.dirname(path)
    while True:
        if any(change.after.exists(posixpath.join(folder, name)) for name in _LOCKS):
            return True
        if not folder:
            return False
        folder = posixpath.dirname(folder)


def _example(each: Declared, says: Declarations) -> str:
    forms = {
        "python": "{}>=1.2,<2",
        "npm": '"{}": "^1.2.3"',
        "cargo": '{} = "1.2"',
        "jvm": "{}:1.2.3",
    }
    return forms.get(says.ecosystem, "{} 1.2.3").format(each.name)
