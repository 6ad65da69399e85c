"""Rule: no production code that needs what is there for development alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from sutaza_hooks.change import Change
from sutaza_hooks.diagnostic import Diagnostic, Location, Related
from sutaza_hooks.imported import Imported, imported
from sutaza_hooks.paths import first_test_line, path_class
from sutaza_hooks.pattern import Pattern
from sutaza_hooks.rule import Paths, Rule

_BUNDLERS = frozenset(
    """vite webpack rollup esbuild parcel next nuxt astro tsup @sveltejs/kit react-scripts gatsby
    @angular/cli @rspack/core @vue/cli-service snowpack turbo electron expo svelte-package
    @docusaurus/core bunchee unbuild tsdown rolldown @rslib/core pkgroll""".split()
)
"""With one of them, what is imported is built in, wherever it is declared."""

_TOOLING = Pattern(
    r"(^|/)(scripts?|tools?|dev|ci|bin|hack|utils/dev|benchmarks?|bench|build|release|docs?|\.\w+)/"
    r"|(^|/)(setup|noxfile|tasks|fabfile|dodo|conf|manage|build|gulpfile|Gruntfile)\.\w+$"
    r"|[\w.-]+\.config\.\w+$|rc\.[cm]?[jt]s$|(^|/)[^/.]+$"
)
"""What works on the project, and is run where its tools are installed."""


@dataclass(frozen=True, eq=False)
class TestOnlyImport(Rule):
    """An added import, in production code, of what is declared for development alone.

    An import that is guarded or only made for types is allowed, and so are packages of npm whose
    code is bundled.

    ## Why is this bad?
    The package is not installed where the code runs.

    ## Example
    ```toml title="pyproject.toml"
    [project]
    name = "pay"
    [dependency-groups]
    dev = ["pytest"]
    ```
    ```python title="pay.py"
    import pytest
    ```

    ## Use instead
    ```toml title="pyproject.toml"
    [project]
    name = "pay"
    [dependency-groups]
    dev = ["pytest"]
    ```
    ```python title="tests/test_pay.py"
    import pytest
    ```
    """

    charter = 1

    paths: Paths = field(default_factory=dict, metadata={"shared": True})

    def check(self, change: Change) -> Iterator[Diagnostic]:
        for each in imported(change):
            scopes = {declared.scope for declared in each.verdict.declared}
            if scopes == {"development"} and self._is_production(change, each):
                yield self._diagnostic(change, each)

    def _is_production(self, change: Change, each: Imported) -> bool:
        path = each.patch.path
        if each.what.guard or _is_bundled(each) or _TOOLING.search(path):
            return False
        if each.what.line >= first_test_line(path, change.after.get(path, "")):
            return False
        return path_class(each.patch.path, self.paths) == "production"

    def _diagnostic(self, change: Change, each: Imported) -> Diagnostic:
        declared = each.verdict.declared[0]
        group = f" (`{declared.group}`)" if declared.group else ""
        return self.diagnostic(
            each.place,
            f"`{declared.name}` is declared for development alone{group}",
            help="declare it as a dependency of the code, or move the code to the tests",
            source=change.source(each.place),
            related=[*_where(each)],
        )


def _where(each: Imported) -> Iterator[Related]:
    wanted = set(each.verdict.declared)
    for manifest in each.project.manifests if each.project else ():
        for declared in manifest.says.dependencies:
            if declared in wanted:
                yield Related(Location(manifest.path, declared.line), "declared here")


def _is_bundled(each: Imported) -> bool:
    project = each.project
    if project is None or project.own[0].says.ecosystem != "npm":
        return False
    return any(declared.name in _BUNDLERS for declared in project.dependencies)
