"""The components that a repository's folders suggest."""

from __future__ import annotations

import pytest

from sutaza_hooks.globs import matches
from sutaza_hooks.setup.components import components

ROOT = ("/*", "!/*/")
FOUND: dict[str, tuple[list[str], dict[str, tuple[str, ...]]]] = {
    "nothing": ([], {}),
    "loose files only": (["main.py", "setup.py"], {}),
    "top-level folders": (
        ["api/a.py", "web/a.ts", "web/deep/b.ts"],
        {"api": ("/api/",), "web": ("/web/",)},
    ),
    "packages under src": (
        ["src/shop/a.py", "src/bank/deep/b.py", "src/conftest.py"],
        {"bank": ("/src/bank/",), "shop": ("/src/shop/",)},
    ),
    "src without packages": (["src/main.c"], {"src": ("/src/",)}),
    "one name in two groups": (
        ["apps/pay/a.ts", "services/pay/b.go"],
        {"pay": ("/apps/pay/", "/services/pay/")},
    ),
    "docs, tests and ci come last": (
        ["docs/conf.py", "tests/a.py", "zoo/a.py", ".github/workflows/a.yml", ".gitlab-ci.yml"],
        {
            "zoo": ("/zoo/",),
            "docs": ("/docs/",),
            "tests": ("/tests/",),
            "ci": ("/.github/", "/.gitlab-ci.yml"),
        },
    ),
    "hidden folders are tools' own": ([".vscode/tasks.json"], {}),
    "a source folder that is called docs elsewhere": (
        ["api/docs/a.py"],
        {"api": ("/api/",)},
    ),
    "a name that a pattern would misread": (["a[b]*/x.py"], {"a[b]*": (r"/a\[b]\*/",)}),
    "a name that no one can type": (["a\nb/x.py"], {}),
}


@pytest.mark.parametrize(("paths", "expected"), FOUND.values(), ids=FOUND.keys())
def test_components(paths: list[str], expected: dict[str, tuple[str, ...]]) -> None:
    found = dict(components(paths, paths))
    assert found.pop("project", ROOT)[:2] == ROOT
    assert found == expected
    assert list(found) == list(expected)


@pytest.mark.parametrize("name", ["a[b]*", "a?", "#a", "!a", "a b", r"a\b"])
def test_a_pattern_matches_its_folder(name: str) -> None:
    patterns = next(iter(components([f"{name}/x.py"], []).values()))
    assert matches(f"{name}/deep/x.py", patterns)
    assert not matches(f"other/{name}/x.py", patterns)


AT_ROOT = {
    "README.md": True,
    ".sutaza.yaml": True,
    "Jenkinsfile": False,
    "api/a.py": False,
    "api/deep/a.py": False,
    ".github/a.yml": False,
}


@pytest.mark.parametrize(("path", "belongs"), AT_ROOT.items(), ids=AT_ROOT.keys())
def test_the_files_at_the_root_are_a_component_of_their_own(path: str, belongs: bool) -> None:
    found = components(["api/a.py"], ["api/a.py", "Jenkinsfile", ".github/a.yml"])
    assert matches(path, found["project"]) == belongs


def test_a_folder_may_have_the_name_of_what_is_at_the_root() -> None:
    patterns = components(["project/a.py"], [])["project"]
    assert matches("project/a.py", patterns)
    assert matches("README.md", patterns)
    assert not matches("api/a.py", patterns)
