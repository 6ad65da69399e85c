"""What `setup.cfg` and `setup.py` declare."""

from __future__ import annotations

import pytest

from sutaza_hooks.manifests.declaring import declarations
from tests.manifests.said import said

SETUP_CFG = {
    "all that it may say": (
        """\
        [metadata]
        name = orchard
        [options]
        packages = find:
        package_dir =
            = src
        py_modules = tool
        install_requires =
            apple>=1
            # why
            pear; python_version < "3.12"
        setup_requires = plum; quince
        tests_require = fig
        [options.packages.find]
        where = lib
        [options.extras_require]
        red = lime
        dev =
            kiwi
        """,
        [
            "9 runtime - apple >=1",
            "11 runtime - pear",
            "12 build build plum",
            "12 build build quince",
            "13 development tests fig",
            "17 optional red lime",
            "19 development dev kiwi",
            "name orchard",
            "root src",
            "root lib",
            "module tool",
        ],
    ),
    "from files": (
        "[options]\ninstall_requires = file: requirements.txt, more.txt\n",
        ["include requirements.txt", "include more.txt"],
    ),
    "another tool's": ("[flake8]\nmax-line-length = 100\n", []),
    "around what is broken": (
        "[options]\ninstall_requires =\n    apple\nwhat is this\n"
        "[options.extras_require]\nx = pear\n",
        ["3 runtime - apple", "6 optional x pear", "fault 4: is not an INI file"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), SETUP_CFG.values(), ids=SETUP_CFG)
def test_setup_cfg(text: str, expected: list[str]) -> None:
    assert said("setup.cfg", text) == expected


SETUP_PY = {
    "written out": (
        """\
        from setuptools import setup, find_packages
        setup(
            name="orchard",
            install_requires=["apple>=1", "pear"],
            extras_require={"red": ["plum"], "test": "quince", ":os_name=='nt'": ["fig"]},
            setup_requires=["lime"],
            tests_require=["kiwi"],
            packages=find_packages("src"),
            package_dir={"": "src"},
            py_modules=["tool"],
        )
        """,
        [
            "4 runtime - apple >=1",
            "4 runtime - pear",
            "6 build build lime",
            "7 development tests kiwi",
            "5 optional red plum",
            "5 development test quince",
            "5 runtime - fig",
            "name orchard",
            "root src",
            "module tool",
        ],
    ),
    "through names, in branches, and grown": (
        """\
        import sys
        import setuptools
        NAME = "orchard"
        base: list[str] = ["apple"]
        if sys.version_info < (3, 11):
            base.append("pear")
        else:
            base += ["plum"]
        extras = dict(red=["quince"])
        extras["all"] = base + extras["red"] + ["fig"]
        arguments = {"name": NAME, "install_requires": [*base, "lime"]}
        setuptools.setup(extras_require=extras, **arguments)
        """,
        [
            "4 runtime - apple",
            "6 runtime - pear",
            "8 runtime - plum",
            "11 runtime - lime",
            "9 optional red quince",
            "4 optional all apple",
            "6 optional all pear",
            "8 optional all plum",
            "9 optional all quince",
            "10 optional all fig",
            "name orchard",
        ],
    ),
    "inside a function": (
        "def main():\n    needs = ['apple']\n    setup(install_requires=needs)\nmain()\n",
        ["2 runtime - apple"],
    ),
    "from a file, opened and read": (
        """\
        with open("requirements.txt") as file:
            lines = file.read().splitlines()
        setup(install_requires=[line for line in lines if line])
        """,
        ["include requirements.txt"],
    ),
    "from a file, through a function and a joined path": (
        """\
        def needed(name):
            return open(os.path.join("requirements", name)).readlines()
        def base():
            return Path(HERE / "requirements" / "base.txt").read_text().split()
        setup(install_requires=base(), extras_require={"dev": needed("dev.txt")},
              tests_require=read(os.path.join(HERE, "requirements", "test.txt")))
        """,
        [
            "include requirements/base.txt",
            "include requirements/test.txt",
            "include dev.txt",
        ],
    ),
    "chosen among what is written out": (
        """\
        needs = ["apple", "pear"]
        setup(install_requires=[each for each in needs if wanted(each)])
        """,
        ["1 runtime - apple", "1 runtime - pear"],
    ),
    "made by a function, of what is written out there": (
        """\
        def needed():
            more = ["apple"]
            return more
        setup(install_requires=needed(), extras_require={"dev": always()})
        def always():
            return ["pear"]
        """,
        ["2 runtime - apple", "6 development dev pear"],
    ),
    "texts with holes": (
        """\
        V = "1.0"
        setup(install_requires=[
            f"apple=={V}", f"pear>={v()}", "plum==%s" % v(), "fig>={}".format(v())
        ])
        """,
        [
            "3 runtime - apple ==1.0",
            "3 runtime - pear >={…}",
            "3 runtime - plum =={…}",
            "3 runtime - fig >={…}",
        ],
    ),
    "what is not written out is told": (
        "from x import y\nsetup(\n    install_requires=y(),\n"
        "    extras_require={'a': ['apple', z]},\n)\n",
        [
            "4 optional a apple",
            "fault 3: `install_requires` is not read statically",
            "fault 4: `extras_require` is not read statically",
        ],
    ),
    "lists inside themselves": (
        "a = ['apple']\na.append(a)\n"
        + "a = a + a\na.extend(a)\n" * 40
        + "b = [a, a]\nb = [b, b]\nsetup(install_requires=b)\n",
        ["1 runtime - apple"],
    ),
    "no Python": ("setup(install_requires=[\n", ["fault 1: is not Python"]),
}


@pytest.mark.parametrize(("text", "expected"), SETUP_PY.values(), ids=SETUP_PY)
def test_setup_py(text: str, expected: list[str]) -> None:
    assert said("setup.py", text) == expected


def test_a_module_that_sets_nothing_up_is_no_manifest() -> None:
    assert declarations("core/setup.py", "def prepare():\n    return 1\n") is None
