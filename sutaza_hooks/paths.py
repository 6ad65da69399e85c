"""What a path alone says of a file: whether it is documentation, a test, build, or code."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal, get_args

from sutaza_hooks.globs import matches
from sutaza_hooks.pattern import IGNORECASE, Pattern

PathKind = Literal["documentation", "test", "build", "code"]

PathClass = Literal[
    "production",
    "test",
    "documentation",
    "example",
    "template",
    "vendored",
    "generated",
    "detector",
]
"""What a file is for. A detector looks for what the rules look for, and so speaks of it."""

PATH_CLASSES: tuple[PathClass, ...] = get_args(PathClass)

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


_EXPERIMENT = re.compile(
    r"(^|/)(?:(?:ab|a_b|a-b|split|multivariate|mvt)[-_]test(?:s|ing)?(?=/)"
    r"|(?:ab|a_b|a-b|multivariate|mvt)[-_]test(?:s|ing)?(?=\.(?!go$)))",
    re.IGNORECASE,
)
"""What is called a test because it tries something out on users; in Go the file would be one."""


def path_kind(path: str) -> PathKind:
    """The first that fits of build, test and documentation; everything else is code."""
    path = _EXPERIMENT.sub(r"\1experiment", path)
    if _BUILD.search(path) or _TEXT_FOR_BUILDS.search(path):
        return "build"
    if _TEST.search(path):
        return "test"
    return "documentation" if _DOCUMENTATION.search(path) else "code"


_CLASSES: Mapping[PathClass, Pattern] = {
    "vendored": Pattern(
        r"(^|/)(vendor|vendored|_vendor|third[-_]?party|3rdparty|node_modules|site-packages"
        r"|externals?"
        r"|\.?venv|bower_components|extern)/",
        IGNORECASE,
    ),
    "generated": Pattern(
        r"(^|/)(generated(\.[\w-]+)?|__generated__|gen)/|(^|/)repomix-output[^/]*$|\.(min|bundle)\.[a-z]+$|_pb2(_grpc)?\.pyi?$"
        r"|\.pb\.\w+$"
        r"|(^|/)zz_generated|\.g\.dart$|\.designer\.cs$|\.(lock|map|snap)$|\.generated\.\w+$"
        r"|(^|/)(gradlew|mvnw)(\.\w+)?$|\.svg$",
        IGNORECASE,
    ),
    "detector": Pattern(
        r"(^|/)\.sutaza\.ya?ml$|(?:^|(?:^|/)(?:scripts?|tools?|bin|ci|hack)/(?:.*/)?)[^/]*"
        r"(?:(?<![a-z])(?:check|verify|validate|lint|audit|gate|preflight)[-_]|[-_](?:check|verify|lint"
        r"|audit|gate)\.)[^/]*$"
        r"|(placeholder|todo|fixme|fantasy|stub|mock|slop)\w*[-_]?\w*(check|detect|lint|rule"
        r"|enforc|scan"
        r"|find|guard|valid)|(check|detect|lint|no|enforc\w*|scan|find|guard|validate)[-_]\w*"
        r"(placeholder|todo|fixme|fantasy|stub|mock|slop)",
        IGNORECASE,
    ),
    "test": Pattern(
        r"(^|/)(?:[\w.]+[-_.])?(?:Unit|Integration|System)?Tests?/"
        r"|(^|/)(\w+[-_])?(tests?|testing|specs?|__tests__|__mocks__|mocks?|fakes?|stubs?|fixtures?"
        r"|testdata|test[-_]?(utils?|helpers?|data|files|support|cases|kit|lib|doubles|harness)|e2e|cypress|playwright"
        r"|benches|benchmarks|fuzz(_targets)?)/|(^|/)(test_[^/]*|conftest|tests)\.py$|[._-](tests?|specs?|mocks?|e2e)\.\w+$"
        r"|(Tests?|Spec|IT|TestCase)\.(java|kt|cs|scala|swift|php|groovy)$"
        r"|(^|/)(jest|vitest|karma|cypress|playwright|test[-_]setup|setup[-_]?tests?)[^/]*\.\w+$"
        r"|(^|/)(mocks|fakes|stubs|fixtures?|mock\.go|conftest)(\.\w+)?$"
        r"|(^|/)test[-_]?(utils?|helpers?|support|lib)\.\w+$|(^|/)tests?[-_][^/]*\.(html?|php|sh|rb|[cm]?[jt]sx?)$"
        r"|(^|/)[^/]*[-_]tests?[-_][^/]*\.html?$"
        r"|(^|/)(mock|fake|dummy)[-_][^/]*\.\w+$|(^|/)(Mock|Fake|Dummy|InMemory)[A-Z][^/]*\.\w+$",
    ),
    "example": Pattern(
        r"(^|/)(\w+[-_])?(examples?|samples?|demos?|tutorials?|playgrounds?|snippets?|quickstarts?"
        r"|cookbooks?|notebooks?|seed(?:s|er|ers)?)/|(^|/)(?:demo|example|sample|seed|(?:\w+[-_])?examples)[-_.][^/]*$"
        r"|[-_.](demo|example|sample|seed(?:s|er|ers)?)\.\w+$"
        r"|[-_](sample|demo|seed)[-_](data|users?|rows|records|orders|products)[^/]*$",
        IGNORECASE,
    ),
    "template": Pattern(
        r"\.(example|sample|template|tmpl|tpl|dist|j2|jinja2?|erb|hbs|mustache|in|skel"
        r"|stub)(\.\w+)?$"
        r"|(^|/)_?(templates?|[A-Z]+_TEMPLATE|cookiecutter[^/]*|scaffold(s|ing)?|boilerplates?"
        r"|skeletons?)/"
        r"|(^|/)\.?(template|env)[-_.](\w+[-_.])?(example|sample|template)|\{\{|(^|/)\.[a-z]+ignore$",
        IGNORECASE,
    ),
}


_PACKAGES = re.compile(r"(^|/)src/(?:main/)?(?:java|kotlin|scala|groovy)/.*/")
"""Below it folders are the names of packages, such as `org/springframework/samples`."""


def path_class(path: str, configured: Mapping[str, tuple[str, ...]]) -> PathClass:
    """The class that the configuration gives to a path, else the first default that fits."""
    for name in PATH_CLASSES:
        if matches(path, configured.get(name, ())):
            return name
    return _by_default(path)


@lru_cache(maxsize=1024)
def _by_default(path: str) -> PathClass:
    if path_kind(path) == "documentation":
        return "documentation"
    plain = _EXPERIMENT.sub(r"\1experiment", _PACKAGES.sub(r"\1", path))
    found = (name for name, pattern in _CLASSES.items() if pattern.search(plain))
    return next(found, "production")


_OWN_TESTS = re.compile(r"^[ \t]*#\[(?:cfg\(test\)|(?:\w+::)?test)\]", re.MULTILINE)


def first_test_line(path: str, text: str) -> int:
    """The line from which on a file holds its own tests, as one of Rust does; else a huge one."""
    found = _OWN_TESTS.search(text) if path.endswith(".rs") else None
    return text.count("\n", 0, found.start()) + 1 if found else sys.maxsize


_GENERATED = re.compile(
    r"^\W*Code generated .* DO NOT EDIT\.?\s*$"  # https://go.dev/s/generatedcode
    r"|^\W*@generated\b"
    r"|^\W*(?:.*\b(?:auto(?:matically)?[ -]?)?generated (?:by|from|using)\b)(?:.*\n){0,4}?.*"
    r"\bdo not (?:edit|modify|change)\b"
    r"|^\W*.*\bdo not (?:edit|modify|change)\b(?:.*\n){0,4}?.*\bgenerated (?:by|from|using)\b",
    re.MULTILINE | re.IGNORECASE,
)


def says_generated(text: str) -> bool:
    """Whether a file says that a tool made it: in its head, or by what a bundler adds below."""
    head = "\n".join(text[:2000].split("\n")[:20])
    if "generated" in head.lower() and _GENERATED.search(head):
        return True
    return "\n//# sourceMappingURL=" in text[-2000:]
