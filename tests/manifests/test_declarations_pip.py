"""What requirements files, Pipfiles and conda environments declare."""

from __future__ import annotations

import pytest

from sutaza_hooks.manifests.declaring import declarations, declares
from tests.manifests.said import read, said

CASES = {
    "a name, a version, an extra, a marker": (
        "requirements.txt",
        """\
        apple
        pear>=2, <3
        plum[sweet,ripe] ~= 1.4 ; python_version < "3.12"
        quince (==1.0)
        """,
        [
            "1 runtime - apple",
            "2 runtime - pear >=2, <3",
            "3 runtime - plum ~= 1.4",
            "4 runtime - quince (==1.0)",
        ],
    ),
    "comments, options and blank lines declare nothing": (
        "requirements.txt",
        """\
        # apple
        --index-url https://example.org/simple
        -f wheels/

        pear  # not plum
        """,
        ["5 runtime - pear"],
    ),
    "hashes on lines that go on": (
        "requirements.txt",
        """\
        apple==1.0 \\
            --hash=sha256:00 \\
            --hash=sha256:11
            # via pear
        pear==2.0
        """,
        ["1 runtime - apple ==1.0", "5 runtime - pear ==2.0"],
    ),
    "a comment ends a line that goes on": (
        "requirements.txt",
        "apple==1 \\\n# why\npear==2\n",
        ["1 runtime - apple ==1", "3 runtime - pear ==2"],
    ),
    "included files, which constraints are not": (
        "requirements/all.txt",
        """\
        -r base.txt
        --requirement=../more.txt
        -rother.in
        -c constraints.txt
        """,
        ["include base.txt", "include ../more.txt", "include other.in"],
    ),
    "a file elsewhere is not read": (
        "requirements.txt",
        "-r https://example.org/r.txt\napple\n",
        [
            "2 runtime - apple",
            "fault 1: `https://example.org/r.txt` is not in the repository, and is not read",
        ],
    ),
    "folders are members": (
        "requirements.txt",
        "-e .\n-e ./libs/apple[ripe]\nlibs/pear\n--editable file:libs/plum\n",
        ["member .", "member libs/apple", "member libs/pear", "member libs/plum"],
    ),
    "places tell their names in egg, in the file's name, or in the repository's": (
        "requirements.txt",
        """\
        apple @ https://example.org/a.zip
        -e git+https://example.org/x/y.git@v1#egg=pear&subdirectory=z
        https://example.org/plum_tree-1.2-py3-none-any.whl
        git+ssh://git@example.org/x/quince.git@main
        https://example.org/x/fig/archive/main.zip
        """,
        [
            "1 runtime - apple @ https://example.org/a.zip",
            "2 runtime - pear @ git+https://example.org/x/y.git@v1#egg=pear&subdirectory=z",
            "3 runtime - plum_tree @ https://example.org/plum_tree-1.2-py3-none-any.whl",
            "4 runtime - quince @ git+ssh://git@example.org/x/quince.git@main",
            "5 runtime - fig @ https://example.org/x/fig/archive/main.zip",
        ],
    ),
    "the name of the file tells what it is for": (
        "requirements-dev.in",
        "apple\n",
        ["1 development dev apple"],
    ),
    "so does its folder": ("docs/requirements.txt", "apple\n", ["1 development docs apple"]),
    "and a name of several parts": (
        "a/test-requirements-0.txt",
        "apple\n",
        ["1 development test-0 apple"],
    ),
    "a group that is not for development": (
        "requirements/prod.txt",
        "apple\n",
        ["1 runtime prod apple"],
    ),
    "what is wrong is told, and the rest is read": (
        "requirements.txt",
        "apple=>1\n{{ pear }}\n<<<<<<< HEAD\nplum >= 1 banana\nfig\n",
        [
            "1 runtime - apple =>1",
            "4 runtime - plum >= 1 banana",
            "5 runtime - fig",
            "fault 1: is not a requirement: `apple=>1`",
            "fault 2: is not a requirement: `{{ pear }}`",
            "fault 3: is not a requirement: `<<<<<<< HEAD`",
            "fault 4: is not a requirement: `plum >= 1 banana`",
        ],
    ),
    "prose is no list of names": (
        "requirements.txt",
        "apples should be red\n",
        ["fault 1: is not a requirement: `apples should be red`"],
    ),
    "CRLF and a byte order mark": (
        "requirements.txt",
        "\ufeffapple==1\r\npear \\\r\n  ==2\r\n",
        ["1 runtime - apple ==1", "2 runtime - pear ==2"],
    ),
    "an open end": ("requirements.txt", "apple==1 \\", ["1 runtime - apple ==1"]),
    "Pipenv's categories": (
        "Pipfile",
        """\
        [[source]]
        url = "https://example.org"
        [requires]
        python_version = "3.12"
        [packages]
        apple = "*"
        pear = {version = ">=2", extras = ["ripe"]}
        plum = {git = "https://example.org/plum.git", ref = "v1"}
        own = {path = ".", editable = true}
        [dev-packages]
        quince = "==1"
        [docs]
        fig = "*"
        """,
        [
            "6 runtime - apple *",
            "7 runtime - pear >=2",
            "8 runtime - plum @ https://example.org/plum.git@v1",
            "9 runtime - own @ .",
            "11 development dev quince ==1",
            "13 development docs fig *",
            "member .",
        ],
    ),
    "conda's packages, and pip's among them": (
        "environment.yml",
        """\
        name: orchard
        channels: [conda-forge]
        dependencies:
          - python=3.12
          - apple
          - conda-forge::pear=2.1=py312_0
          - plum >=3,<4
          - "quince[version='>=1']"
          - pip
          - pip:
            - fig==1
            - -r requirements.txt
            - -e .
        """,
        [
            "5 runtime conda apple",
            "6 runtime conda pear =2.1=py312_0",
            "7 runtime conda plum >=3,<4",
            "8 runtime conda quince [version='>=1']",
            "9 runtime conda pip",
            "11 runtime pip fig ==1",
            "name orchard",
            "include requirements.txt",
            "member .",
        ],
    ),
    "conda's file for development": (
        "environment-dev.yaml",
        "dependencies: [apple]\n",
        ["1 development conda apple"],
    ),
    "conda's file is read as far as it is YAML": (
        "environment.yml",
        "dependencies:\n  - apple\n  - pear\nx: [\n",
        ["2 runtime conda apple", "3 runtime conda pear", "fault 5: is not YAML"],
    ),
}


@pytest.mark.parametrize(("path", "text", "expected"), CASES.values(), ids=CASES)
def test_what_is_declared(path: str, text: str, expected: list[str]) -> None:
    assert said(path, text) == expected


def test_a_file_is_read_as_the_one_that_includes_it() -> None:
    assert declarations("deps/base.lst", "apple\n") is None
    found = read("deps/base.lst", "apple\n", included_by="setup.py")
    assert [each.name for each in found.dependencies] == ["apple"]


def test_which_files_declare() -> None:
    ours = [
        "requirements.txt",
        "a/dev-requirements.in",
        "requirements_test.txt",
        "a/requirements/x.txt",
    ]
    others = [
        "constraints.txt",
        "requirements/constraints.txt",
        "requirements.md",
        "requirements/a/b.txt",
        "requirements.txt/x",
        "environments.yml",
    ]
    assert [path for path in (*ours, *others) if declares(path)] == ours
    assert declarations("environment.yml", "stage: production\n") is None
