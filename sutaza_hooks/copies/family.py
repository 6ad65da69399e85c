"""Files that may be alike: each place, platform, language or package has one of its own."""

from __future__ import annotations

import re
from itertools import islice

from sutaza_hooks.change import Change, Tree
from sutaza_hooks.copies.resemblance import LONGEST, resemblance
from sutaza_hooks.pattern import IGNORECASE, Pattern

_VARIANTS = frozenset(
    # platforms, and what runs there
    "linux windows win win32 win64 darwin macos mac osx ios android web native browser mobile "
    "desktop tv amd64 arm64 arm armv7 x86 x64 386 riscv64 ppc64le s390x mips wasm wasi unix posix "
    "bsd freebsd openbsd netbsd solaris aix plan9 js cjs esm mjs jvm jdk cpu gpu cuda rocm "
    "mysql mariadb postgres postgresql pgsql sqlite mssql sqlserver oracle "
    # environments and releases
    "dev devel development prod production staging stage stg qa uat test testing local ci preview "
    "sandbox debug release canary beta alpha nightly edge stable next default light dark base "
    # languages and countries
    "ar az bg bn br ca cn cs cy da de el em en es et eu fa fi fil fr ga gb gl gu hans hant he hi "
    "hr hu hy id it ja ka kk km kn ko ky lo lt lv mk ml mn mr ms nb ne nl nn pa pl pt ro ru si sk "
    "sl sq sr sv sw ta te th tl tr tw uk ur us uz vi zh".split()
)
_VERSION = re.compile(r"v?\d+")
_RUNTIME = re.compile(r"(?:py|python|php|node|java|jdk|go|ruby|net|netstandard|es|gcc|cuda|v)\d+")
_WORD = re.compile(r"[a-z]+\d*|\d+")
_CAMEL = re.compile(r"(?<=[a-z\d])(?=[A-Z])")

_PAIRS, _COMPARED, _ALIKE = 2, 8, 0.9

CONFIGURATION = Pattern(
    r"(^|/)\.[^/]+$|\.(json[c5]?|ya?ml|toml|ini|cfg|conf|properties|xml|plist|env|gradle|kts|api"
    r"|csproj|pbxproj|storyboard|rc|in|cmake|mk|bazel|nix|tf|hcl)$"
    r"|\.config\.\w+$|(^|/)[^/]*rc\.\w+$|\.config-[^/]*$|\.d\.[cm]?ts$"
    r"|(^|/)(Makefile|Dockerfile|Jenkinsfile|Gemfile|Rakefile|Procfile|Vagrantfile|BUILD"
    r"|CODEOWNERS|LICEN[CS]E|COPYING|NOTICE|gradlew|mvnw)[^/]*$",
    IGNORECASE,
)
"""What a tool looks for at a place of its own."""

OWN = Pattern(
    r"(^|/)(__init__|__main__|conftest|setup|manage|wsgi|asgi|conf|_?version|_?about|build\.rs|doc"
    r"|package-info|module-info|gulpfile|gruntfile|noxfile|env|shims)(\.\w+)?$",
    IGNORECASE,
)
"""Code of which each package has one under this name."""

OWN_TREE = Pattern(
    r"(^|/)(template[-_][^/]*|migrations?|migrate|alembic/versions|__snapshots__|cassettes?|golden"
    r"|docs?[-_](?:src|code|examples?|snippets?)|locales?|i18n|l10n|translations?|patches|versioned_[^/]*)/|\.(patch|diff|snap)$"
    r"|(^|/)(LICEN[CS]E|COPYING|NOTICE|AUTHORS)[^/]*$",
    IGNORECASE,
)
"""Where every file stands for itself: what is made from it may not change with another."""

DATA = Pattern(
    r"(^|/)(snapshots?|testdata|fixtures?|data|resources|langs?|versions|__fixtures__|mocks?)/"
    r"|\.approved\.\w+$",
    IGNORECASE,
)
"""Where files are records of something, and may record the same."""

ASSET = Pattern(
    r"\.(png|jpe?g|gif|ico|icns|webp|avif|bmp|tiff?|svg|ai|eps|ps|pdf|sketch|fig|psd|ttf|otf|woff2?"
    r"|eot|mp[34]|wav|ogg|webm|mov|pem|crt|cer|key|p12|jks|keystore|lottie)$",
    IGNORECASE,
)
"""Images, fonts and the like, which a place of publication has for itself."""


def name_of(path: str) -> str:
    return path.rpartition("/")[2]


def are_variants(path: str, other: str, *, numbers: bool) -> bool:
    """Whether two paths differ only in what names a platform, an environment or a language.

    In folders also in a version; in the name itself if `numbers` may tell two files apart.
    """
    names = _words(name_of(path)) ^ _words(name_of(other))
    if names:
        return all(_is_variant(each, numbers) for each in names)
    folders = _words(path) ^ _words(other)
    return bool(folders) and all(_is_variant(each, True) for each in folders)


def _is_variant(word: str, numbers: bool) -> bool:
    if word in _VARIANTS or _RUNTIME.fullmatch(word):
        return True
    return numbers and _VERSION.fullmatch(word) is not None


def _words(path: str) -> frozenset[str]:
    return frozenset(_WORD.findall(_CAMEL.sub(" ", path).lower()))


def are_mirrored(change: Change, path: str, other: str) -> bool:
    """Whether both stand in folders that already had at least two such pairs before the change."""
    suffix = path.rpartition(".")[2]
    here, there = path.split("/")[:-1], other.split("/")[:-1]
    while here and here != there:
        if _pairs(change.before, "/".join(here), "/".join(there), suffix) >= _PAIRS:
            return True
        if not there or here[-1] != there[-1]:
            return False
        here, there = here[:-1], there[:-1]
    return False


def _pairs(tree: Tree, folder: str, other: str, suffix: str) -> int:
    """How many files of one name are alike in both folders, of the first that there are."""
    common = {*tree.names(folder)}.intersection(tree.names(other))
    names = sorted(each for each in common if each.endswith(suffix) and not OWN.search(each))
    texts = ([tree.get(_joined(each, name), "") for each in (folder, other)] for name in names)
    return sum(_are_alike(one, two) for one, two in islice(texts, _COMPARED))


def _are_alike(one: str, two: str) -> bool:
    return len(one) < LONGEST and (one == two or resemblance(one, two).alike >= _ALIKE)


def _joined(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name
