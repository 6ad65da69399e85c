"""Rule: no import that no manifest declares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sutaza_hooks.change import Change
from sutaza_hooks.diagnostic import Diagnostic, Location, Outcome, Related, Severity
from sutaza_hooks.imported import Imported, imported
from sutaza_hooks.paths import path_class
from sutaza_hooks.rule import Paths, Rule

if TYPE_CHECKING:
    from sutaza_hooks.dependencies.project import Governed

_NO_PLACE = (
    "tsconfig",
    "jsconfig",
    "pytest.ini",
    ".pytest.ini",
    "mypy.ini",
    ".mypy.ini",
    "tox.ini",
)
"""How manifests begin that say where modules lie, or what only an environment has."""


@dataclass(frozen=True, eq=False)
class UndeclaredImport(Rule):
    """An added import of a package that no governing manifest declares.

    The manifests nearest to the file govern it, with what they include, the workspace around them
    and projects that they take by path; extras, groups and build requirements count as declared.
    From a declared distribution follows which modules it ships, by a table that comes with the
    gate: nothing has to be installed, and nothing is run. All imports of a package in a file are
    one diagnostic. An import that is guarded by
    `ImportError`, or only made for types, is a warning. The message tells a package that exists
    from one that nobody knows, which is likely made up. Read are Python, JavaScript, TypeScript,
    Go and Rust.

    ## Why is this bad?
    It works where somebody happened to install the package, and fails on the next machine. A
    name that does not exist is an invitation to whoever registers it.

    ## Example
    ```toml title="pyproject.toml"
    [project]
    name = "pay"
    dependencies = ["requests"]
    ```
    ```python title="pay.py"
    import yaml
    ```

    ## Use instead
    ```toml title="pyproject.toml"
    [project]
    name = "pay"
    dependencies = ["pyyaml", "requests"]
    ```
    ```python title="pay.py"
    import yaml
    ```
    """

    charter = 1

    roots: tuple[str, ...] = ()
    provided: tuple[str, ...] = ()
    paths: Paths = field(default_factory=dict, metadata={"shared": True})

    def check(self, change: Change) -> Iterator[Outcome]:
        ungoverned: dict[str, None] = {}
        breaches: dict[tuple[str, str], list[Imported]] = {}
        for each in imported(change, self.roots):
            if each.project is None:
                ungoverned.setdefault(each.patch.path)
            elif self._is_breach(each):
                breaches.setdefault((each.patch.path, each.verdict.package), []).append(each)
        yield from (self._diagnostic(change, found) for found in breaches.values())
        for path in list(ungoverned)[:1]:
            more = f" and {len(ungoverned) - 1} other files" if len(ungoverned) > 1 else ""
            yield self.not_evaluated(f"no manifest governs {path}{more}")

    def _is_breach(self, each: Imported) -> bool:
        if each.verdict.finding in ("covered", "declared"):
            return False
        first = each.what.module.replace("::", ".").partition(".")[0]
        if first in self.provided or each.verdict.package in self.provided:
            return False
        kept = ("template", "vendored", "generated", "documentation")
        return path_class(each.patch.path, self.paths) not in kept

    def _diagnostic(self, change: Change, found: Sequence[Imported]) -> Diagnostic:
        """One for all imports of a package in a file, at the first that is certain."""
        certain = [each for each in found if not each.what.guard]
        each = (certain or found)[0]
        message, help = _words(each)
        lines = sorted({other.what.line for other in found} - {each.what.line})
        diagnostic = self.diagnostic(
            each.place,
            message,
            help=f"{help}; the file imports it again: {_few(lines)}" if lines else help,
            source=change.source(each.place),
            related=[*_consulted(each)],
        )
        return diagnostic if certain else replace(diagnostic, severity=Severity.WARNING)


def _few(lines: Sequence[int]) -> str:
    more = f" and {len(lines) - 3} more" if len(lines) > 3 else ""
    return f"line {', '.join(map(str, lines[:3]))}{more}"


def _words(each: Imported) -> tuple[str, str]:
    finding, package, _, near = each.verdict
    nearest = _nearest(each.project.own) if each.project else ""
    if finding == "unresolved":
        return f"`{package}` leads to no file", "name a file that exists, or write it"
    if finding == "unknown":
        from sutaza_hooks.modules import AS_OF  # needed only where something is unknown

        meant = f"is `{near[0]}` meant? " if near else ""
        return (
            f"`{package}` is declared by no manifest, and no known package ships it ({AS_OF})",
            f"{meant}import what exists, or declare in {nearest} what ships it",
        )
    module = package if "::" in each.what.module else each.what.module
    said = module if package in module else f"{module}` of `{package}"
    return (
        f"`{said}` is declared by no manifest",
        f"declare `{package}` in {nearest}, or use what is",
    )


def _nearest(own: Sequence[Governed]) -> str:
    """The nearest manifest to which a dependency can be added."""
    fitting = (each.path for each in own if not _name(each).startswith(_NO_PLACE))
    return next(fitting, own[0].path)


def _name(manifest: Governed) -> str:
    return manifest.path.rpartition("/")[2]


def _consulted(each: Imported) -> Iterator[Related]:
    for manifest in each.project.manifests[:5] if each.project else ():
        count = len(manifest.says.dependencies)
        yield Related(Location(manifest.path), f"declares {count} dependencies, not this one")
