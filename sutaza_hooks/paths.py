"""What a path alone says of a file: whether it is documentation, a test, build, or code."""

from __future__ import annotations

import re
from typing import Literal

PathKind = Literal["documentation", "test", "build", "code"]

_TEST = re.compile(
    r"(^|/)(tests?|testing|spec|specs|__tests__|__mocks__|e2e|fixtures)/"
    r"|(^|/)(test_[^/]*|conftest)\.py$"
    r"|[._-](test|tests|spec)\.[a-z]+$"
    r"|(Test|Tests|Spec)\.(java|kt|cs|scala|swift|php)$"
)
_DOCUMENTATION = re.compile(
    r"(^|/)docs?/|\.(md|mdx|rst|adoc|txt)$|(^|/)(LICENSE|NOTICE|AUTHORS|COPYING)[^/]*$",
    re.IGNORECASE,
)
_TEXT_FOR_BUILDS = re.compile(r"(^|/)(requirements|constraints)[^/]*\.txt$|(^|/)CMakeLists\.txt$")
_BUILD = re.compile(
    r"(^|/)\.(github|gitlab|circleci|ci|buildkite)/"
    r"|(^|/)(Makefile|Dockerfile|Jenkinsfile|justfile|Justfile|Taskfile)[^/]*$"
    r"|(^|/)(pyproject|Cargo|uv|poetry|Pipfile)\.(toml|lock)$"
    r"|(^|/)(package|package-lock|tsconfig|composer)\.(json|lock)$"
    r"|(^|/)(setup\.(py|cfg)|tox\.ini|noxfile\.py|go\.(mod|sum)|pom\.xml|build\.gradle[^/]*)$"
    r"|(^|/)(yarn\.lock|pnpm-lock\.yaml|Gemfile[^/]*|\.pre-commit-[^/]*|\.gitlab-ci\.yml)$"
    r"|(^|/)\.[a-z]+(ignore|attributes)$"
)


def path_kind(path: str) -> PathKind:
    """The first that fits of build, test and documentation; everything else is code."""
    if _BUILD.search(path) or _TEXT_FOR_BUILDS.search(path):
        return "build"
    if _TEST.search(path):
        return "test"
    return "documentation" if _DOCUMENTATION.search(path) else "code"


_GENERATED = re.compile(
    r"^\W*Code generated .* DO NOT EDIT\.?\s*$"  # https://go.dev/s/generatedcode
    r"|^\W*@generated\b"
    r"|^\W*(?:.*\b(?:auto(?:matically)?[ -]?)?generated (?:by|from|using)\b)(?:.*\n){0,4}?.*"
    r"\bdo not (?:edit|modify|change)\b"
    r"|^\W*.*\bdo not (?:edit|modify|change)\b(?:.*\n){0,4}?.*\bgenerated (?:by|from|using)\b",
    re.MULTILINE | re.IGNORECASE,
)


def says_generated(text: str) -> bool:
    """Whether the head of a file says that a tool made it and that nobody should edit it."""
    head = "\n".join(text[:2000].split("\n")[:20])
    return "generated" in head.lower() and _GENERATED.search(head) is not None
