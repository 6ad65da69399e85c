"""The versions that manifests declare."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sutaza_hooks.errors import SutazaError
from sutaza_hooks.manifests import followed, is_manifest, version

POM = '<project xmlns="http://maven.apache.org/POM/4.0.0">{}</project>'
CSPROJ = '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup>{}</PropertyGroup></Project>'

DECLARED = {
    "the project table": ("pyproject.toml", '[project]\nname = "a"\nversion = "1.2.3"\n', "1.2.3"),
    "Poetry's table": ("pyproject.toml", '[tool.poetry]\nversion = "1.2.3"\n', "1.2.3"),
    "Poetry 2 calls its own version dynamic": (
        "pyproject.toml",
        '[project]\ndynamic = ["version"]\n[tool.poetry]\nversion = "1.2.3"\n',
        "1.2.3",
    ),
    "a dynamic version": ("pyproject.toml", '[project]\ndynamic = ["version"]\n', None),
    "the version of something else": ("pyproject.toml", '[tool.x]\nversion = "9"\n', None),
    "a project that is no table": ("pyproject.toml", 'project = "x"\n', None),
    "CRLF": ("pyproject.toml", '[project]\r\nversion = "1.2.3"\r\n', "1.2.3"),
    "a byte order mark": ("pyproject.toml", '\ufeff[project]\nversion = "1.2.3"\n', "1.2.3"),
    "below a folder": ("packages/a/pyproject.toml", '[project]\nversion = "1.2.3"\n', "1.2.3"),
    "setup.cfg": ("setup.cfg", "[metadata]\nname = a\nversion = 1.2.3\n", "1.2.3"),
    "setup.cfg with a percent sign": (
        "setup.cfg",
        "[metadata]\nversion = 1.2.3\n[x]\ny = 100%\n",
        "1.2.3",
    ),
    "setup.cfg from an attribute": (
        "setup.cfg",
        "[metadata]\nversion = attr: a.__version__\n",
        None,
    ),
    "setup.cfg from a file": ("setup.cfg", "[metadata]\nversion = file: VERSION\n", None),
    "setup.cfg without metadata": ("setup.cfg", "[flake8]\nversion = 1\n", None),
    "package.json": ("package.json", '{"name": "a", "version": "1.2.3"}', "1.2.3"),
    "package.json without": ("package.json", '{"private": true}', None),
    "package.json with a number": ("package.json", '{"version": 1}', None),
    "package.json with the version of a dependency": (
        "package.json",
        '{"engines": {"version": "1"}}',
        None,
    ),
    "a list is no package": ("package.json", "[]", None),
    "composer.json": ("composer.json", '{"version": "1.2.3"}', "1.2.3"),
    "a crate": ("Cargo.toml", '[package]\nversion = "1.2.3"\n', "1.2.3"),
    "a workspace": ("Cargo.toml", '[workspace.package]\nversion = "1.2.3"\n', "1.2.3"),
    "a crate that takes the version of a workspace elsewhere": (
        "Cargo.toml",
        "[package]\nversion.workspace = true\n",
        None,
    ),
    "a crate and its workspace in one file": (
        "Cargo.toml",
        '[package]\nversion.workspace = true\n[workspace.package]\nversion = "1.2.3"\n',
        "1.2.3",
    ),
    "the version of a dependency": ("Cargo.toml", '[dependencies.a]\nversion = "9"\n', None),
    "VERSION": ("VERSION", "1.2.3\n", "1.2.3"),
    "version.txt": ("version.txt", "\nv1.2.3  \r\n", "v1.2.3"),
    "VERSION in words": ("VERSION", "see setup.py\n", None),
    "VERSION, empty": ("VERSION", "", None),
    "Maven": ("pom.xml", POM.format("<version> 1.2.3 </version>"), "1.2.3"),
    "Maven without a namespace": (
        "pom.xml",
        "<?xml version='1.0' encoding='UTF-8'?>\n<project><version>1.2.3</version></project>",
        "1.2.3",
    ),
    "Maven, inherited": (
        "pom.xml",
        POM.format("<parent><version>1.2.3</version></parent>"),
        "1.2.3",
    ),
    "Maven, own before inherited": (
        "pom.xml",
        POM.format("<parent><version>9</version></parent><version>1.2.3</version>"),
        "1.2.3",
    ),
    "Maven, of a property": ("pom.xml", POM.format("<version>${revision}</version>"), None),
    "Maven, of a dependency": (
        "pom.xml",
        POM.format("<dependencies><dependency><version>9</version></dependency></dependencies>"),
        None,
    ),
    ".NET": ("src/A.csproj", CSPROJ.format("<Version>1.2.3</Version>"), "1.2.3"),
    ".NET in parts": (
        "A.csproj",
        CSPROJ.format("<VersionPrefix>1.2.3</VersionPrefix><VersionSuffix>rc.1</VersionSuffix>"),
        "1.2.3-rc.1",
    ),
    ".NET without a suffix": (
        "Directory.Build.props",
        CSPROJ.format("<VersionPrefix>1.2.3</VersionPrefix>"),
        "1.2.3",
    ),
    ".NET of a property": ("A.csproj", CSPROJ.format("<Version>$(V)</Version>"), None),
    ".NET without": ("A.csproj", CSPROJ.format(""), None),
    "Gradle": ("gradle.properties", "# version=9\ngroup=a\nversion = 1.2.3\n", "1.2.3"),
    "Gradle with a colon, the last of two": (
        "gradle.properties",
        "version=1\nversion: 1.2.3\r\n",
        "1.2.3",
    ),
    "Gradle, another property": ("gradle.properties", "versionCode=9\nkotlin.version=9\n", None),
    "Gradle, the end of another property": ("gradle.properties", "x=a\\\nversion=9\n", None),
    "Dart": ("pubspec.yaml", "name: a\nversion: 1.2.3+4\n", "1.2.3+4"),
    "Dart, a version that YAML takes for a number": ("pubspec.yaml", "version: 1.10\n", "1.10"),
    "Dart without": ("pubspec.yaml", "name: a\n", None),
    "Dart, empty": ("pubspec.yaml", "", None),
    "setup.py": ("setup.py", 'from setuptools import setup\nsetup(version="1.2.3")\n', "1.2.3"),
    "setup.py, by the module's name": (
        "setup.py",
        'import setuptools\nsetuptools.setup(name="a", version=" 1.2.3")\n',
        "1.2.3",
    ),
    "setup.py, by a name that it sets": ("setup.py", 'V = "1.2.3"\nsetup(version=V)\n', "1.2.3"),
    "setup.py that computes it": ("setup.py", "setup(version=read())\n", None),
    "setup.py without": ("setup.py", "setup()\n__version__ = '9'\n", None),
    "setup.py of another call": ("setup.py", 'require(version="9")\n', None),
    "setup.py of Python 2, which is not ours to mend": ("setup.py", "print 'a'\n", None),
    "a Python module": ("a/__init__.py", '"""A."""\n__version__ = "1.2.3"\n', "1.2.3"),
    "a Python module with a type": ("_version.py", '__version__: str = "1.2.3"\n', "1.2.3"),
    "a Python module, twice named": ("_version.py", 'version = __version__ = "1.2.3"', "1.2.3"),
    "a Python module that computes it": ("a.py", "__version__ = read()\n", None),
    "a Python module, inside a function": ("a.py", 'def f():\n    __version__ = "9"\n', None),
    "a Python module, in a string": ("a.py", "x = '''\n__version__ = \"9\"\n'''\n", None),
    "a Python module with an odd escape": ("a.py", '__version__ = "1"\nx = "\\d"\n', "1"),
}


@pytest.mark.parametrize(("path", "text", "expected"), DECLARED.values(), ids=DECLARED)
def test_what_a_manifest_declares(path: str, text: str, expected: str | None) -> None:
    assert version(path, text) == expected


DYNAMIC = '[project]\nname = "my-shop"\ndynamic = ["version"]\n'
FLIT = DYNAMIC + '[build-system]\nbuild-backend = "flit_core.buildapi"\n'
SETUPTOOLS = DYNAMIC + "[tool.setuptools.dynamic]\nversion = "
ABOUT = '__version__ = "1.2.3"\n'
FOLLOWED = {
    "Hatch": (
        {"pyproject.toml": DYNAMIC + '[tool.hatch.version]\npath = "a/b.py"\n', "a/b.py": ABOUT},
        ("a/b.py", "1.2.3"),
    ),
    "Hatch, by its other name": (
        {
            "pyproject.toml": DYNAMIC + '[tool.hatch.version]\npath = "a.py"\n',
            "a.py": 'VERSION = "1.2.3"\n',
        },
        ("a.py", "1.2.3"),
    ),
    "setuptools, an attribute of a package": (
        {"pyproject.toml": SETUPTOOLS + '{attr = "a.__version__"}\n', "a/__init__.py": ABOUT},
        ("a/__init__.py", "1.2.3"),
    ),
    "setuptools, an attribute of a module below src": (
        {"pyproject.toml": SETUPTOOLS + '{attr = "a.b.V"}\n', "src/a/b.py": 'V = "1.2.3"\n'},
        ("src/a/b.py", "1.2.3"),
    ),
    "setuptools, a file": (
        {"pyproject.toml": SETUPTOOLS + '{file = "VER"}\n', "VER": "1.2.3\n"},
        ("VER", "1.2.3"),
    ),
    "setuptools, a file in a list": (
        {"pyproject.toml": SETUPTOOLS + '{file = ["VER"]}\n', "VER": "1.2.3\n"},
        ("VER", "1.2.3"),
    ),
    "PDM": (
        {
            "pyproject.toml": DYNAMIC + '[tool.pdm.version]\nsource = "file"\npath = "a.py"\n',
            "a.py": ABOUT,
        },
        ("a.py", "1.2.3"),
    ),
    "Flit, by the project's name": (
        {"pyproject.toml": FLIT, "my_shop/__init__.py": ABOUT},
        ("my_shop/__init__.py", "1.2.3"),
    ),
    "Flit, by the module's name": (
        {"pyproject.toml": FLIT + '[tool.flit.module]\nname = "shop"\n', "src/shop.py": ABOUT},
        ("src/shop.py", "1.2.3"),
    ),
    "Flit, as it once was": (
        {"pyproject.toml": '[tool.flit.metadata]\nmodule = "shop"\n', "shop.py": ABOUT},
        ("shop.py", "1.2.3"),
    ),
    "setup.cfg, an attribute": (
        {"setup.cfg": "[metadata]\nversion = attr: a.__version__\n", "a.py": ABOUT},
        ("a.py", "1.2.3"),
    ),
    "setup.cfg, a file": (
        {"setup.cfg": "[metadata]\nversion = file: VER\n", "VER": "1.2.3"},
        ("VER", "1.2.3"),
    ),
    "beside a manifest below a folder": (
        {
            "p/pyproject.toml": DYNAMIC + '[tool.hatch.version]\npath = "src/../a.py"\n',
            "p/a.py": ABOUT,
        },
        ("p/a.py", "1.2.3"),
    ),
    "its own": ({"pyproject.toml": '[project]\nversion = "1.2.3"\n'}, ("pyproject.toml", "1.2.3")),
}
NOT_READ = {
    "from Git": {"pyproject.toml": DYNAMIC + '[tool.hatch.version]\nsource = "vcs"\n'},
    "from Git, by default": {"pyproject.toml": DYNAMIC},
    "by a pattern": {
        "pyproject.toml": DYNAMIC + '[tool.hatch.version]\npath = "a.py"\npattern = "x"\n',
        "a.py": ABOUT,
    },
    "from a file that is not there": {"pyproject.toml": SETUPTOOLS + '{file = "VER"}\n'},
    "from a file above the repository": {"pyproject.toml": SETUPTOOLS + '{file = "../../VER"}\n'},
    "from two files": {"pyproject.toml": SETUPTOOLS + '{file = ["A", "B"]}\n', "A": "1", "B": "2"},
    "from a file of many words": {"pyproject.toml": SETUPTOOLS + '{file = "A"}\n', "A": "see B"},
    "from a name that is computed": {
        "pyproject.toml": SETUPTOOLS + '{attr = "a.V"}\n',
        "a.py": "V = read()\n",
    },
    "from a module that is broken": {
        "pyproject.toml": SETUPTOOLS + '{attr = "a.V"}\n',
        "a.py": "(",
    },
    "by setup.py": {"setup.py": "setup(version=read())\n"},
    "by a setup.py of Python 2": {"setup.py": "print 'a'\n"},
}


@pytest.mark.parametrize(("files", "found"), FOLLOWED.values(), ids=FOLLOWED)
def test_a_version_in_another_file_is_followed(
    files: dict[str, str], found: tuple[str, str]
) -> None:
    assert followed(next(iter(files)), files)[:2] == found


@pytest.mark.parametrize("files", NOT_READ.values(), ids=NOT_READ)
def test_a_version_that_only_running_something_would_tell(files: dict[str, str]) -> None:
    version = followed(next(iter(files)), files)
    assert (version.text, version.elsewhere) == (None, True)


@pytest.mark.parametrize("text", ["", '[project]\nname = "a"\n', '[tool.x]\nversion = "1"\n'])
def test_a_manifest_may_say_nothing_of_a_version(text: str) -> None:
    assert followed("pyproject.toml", {"pyproject.toml": text})[1:] == (None, False)


BROKEN = {
    "TOML": ("pyproject.toml", "[project]\nversion = \n", "pyproject.toml:2: is not TOML: "),
    "TOML that ends early": (
        "Cargo.toml",
        '[package]\nversion = "1',
        "Cargo.toml:2: is not TOML: ",
    ),
    "TOML with a key twice": ("pyproject.toml", "[a]\nb = 1\nb = 2\n", "pyproject.toml:3: is not "),
    "JSON": ("web/package.json", '{\n  "version": "1",\n}', "web/package.json:"),
    "JSON, empty": ("package.json", "", "package.json:1: is not JSON: expecting value"),
    "JSON nested deeply": ("package.json", "[" * 200_000, "package.json:1: holds a number"),
    "JSON with a long number": ("package.json", "1" * 9_999, "package.json:1: holds a number"),
    "INI without a section": ("setup.cfg", "\nversion = 1\n", "setup.cfg:2: is not an INI file"),
    "INI with a section twice": ("setup.cfg", "[a]\n[a]\n", "setup.cfg:2: is not an INI file"),
    "INI with a bare word": ("setup.cfg", "[a]\nb = 1\nc\n", "setup.cfg:3: is not an INI file"),
    "XML": ("pom.xml", "<project>\n<version>\n</project>", "pom.xml:3: is not XML"),
    "XML that would grow": (
        "pom.xml",
        '<!DOCTYPE a [<!ENTITY b "c">]>\n<project>&b;</project>',
        "pom.xml:1: has a document type",
    ),
    "YAML": ("pubspec.yaml", "name: a\nversion: [1\n", "pubspec.yaml:3: is not YAML"),
    "YAML nested deeply": ("pubspec.yaml", "[" * 20_000, "pubspec.yaml:1: is not YAML"),
    "YAML with a control character": ("pubspec.yaml", "a: \x00", "pubspec.yaml:1: is not YAML"),
    "Python": ("a.py", "x = 1\n__version__ = \n", "a.py:2: is not Python"),
    "Python with a null": ("a.py", "x\0", "a.py:1: is not Python"),
    "Python nested deeply": ("a.py", "(" * 20_000, "a.py:1: is not Python"),
    "another file": ("README.md", "1.2.3", "README.md: not a file whose version can be read"),
}


@pytest.mark.parametrize(("path", "text", "message"), BROKEN.values(), ids=BROKEN)
def test_what_is_broken_is_told_in_one_line(path: str, text: str, message: str) -> None:
    with pytest.raises(SutazaError) as raised:
        version(path, text)
    assert str(raised.value).startswith(message)
    assert "\n" not in str(raised.value)


def test_which_files_are_manifests_by_their_name() -> None:
    paths = ["a/pyproject.toml", "package.json", "A.csproj", "a\\Cargo.toml", "VERSION"]
    others = ["a/__init__.py", "_version.py", "package.json.bak", "README.md", "VERSION/x", ""]
    assert [path for path in (*paths, *others) if is_manifest(path)] == paths


NAMES = sorted({path.rpartition("/")[2] for path, _, _ in DECLARED.values()})
SNIPPETS = sorted({text for _, text, _ in DECLARED.values()})


@given(
    st.sampled_from(NAMES), st.text() | st.sampled_from(SNIPPETS) | st.text("[]{}<>:=\"'\n a1&*#")
)
def test_any_text_gives_a_version_or_one_clear_line(name: str, text: str) -> None:
    found = outcome(name, text)
    if isinstance(found, SutazaError):
        assert str(found).startswith(f"{name}:")
    else:
        assert found is None or found.strip()


def outcome(path: str, text: str) -> str | SutazaError | None:
    try:
        return version(path, text)
    except SutazaError as error:
        return error
