"""`undeclared-import`: what it allows first, and more of it than what it flags."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from sutaza_hooks.check import check
from sutaza_hooks.diagnostic import Severity
from sutaza_hooks.rules.undeclared_import import UndeclaredImport
from tests.changes import change, says

RULE = UndeclaredImport()

Files = Mapping[str, str]


def project(*dependencies: str, more: str = "") -> str:
    listed = ", ".join(f'"{each}"' for each in dependencies)
    return f'[project]\nname = "shop-api"\ndependencies = [{listed}]\n{more}'


def package(more: str = '"dependencies": {"react": "1"}') -> str:
    return f'{{"name": "shop", {more}}}'


ALLOWED: Mapping[str, tuple[Files, str, str]] = {
    # Python: declared
    "declared": ({"pyproject.toml": project("requests")}, "a.py", "import requests\n"),
    "a module of another name": ({"pyproject.toml": project("PyYAML")}, "a.py", "import yaml\n"),
    "a part of a module": (
        {"pyproject.toml": project("Pillow")},
        "a.py",
        "from PIL import Image\n",
    ),
    "a namespace": (
        {"pyproject.toml": project("google-cloud-storage")},
        "a.py",
        "from google.cloud import storage\n",
    ),
    "another spelling": (
        {"pyproject.toml": project("Flask_Login")},
        "a.py",
        "import flask_login\n",
    ),
    "in an extra": (
        {"pyproject.toml": project(more='[project.optional-dependencies]\nx = ["rich"]\n')},
        "a.py",
        "import rich\n",
    ),
    "in a group": (
        {"pyproject.toml": project(more='[dependency-groups]\ndev = ["pytest"]\n')},
        "tests/test_a.py",
        "import pytest\n",
    ),
    "to build it": (
        {"pyproject.toml": '[build-system]\nrequires = ["setuptools"]\n' + project()},
        "setup_tools.py",
        "import setuptools\n",
    ),
    "in requirements": ({"requirements.txt": "requests>=2\n"}, "a.py", "import requests\n"),
    "in included requirements": (
        {"requirements.txt": "-r reqs/more.txt\n", "reqs/more.txt": "attrs\n"},
        "a.py",
        "import attr\n",
    ),
    "requirements that include each other": (
        {"requirements.txt": "-r b.txt\nattrs\n", "b.txt": "-r requirements.txt\nrich\n"},
        "a.py",
        "import attr, rich\n",
    ),
    "a folder of requirements": (
        {"requirements/base.txt": "requests\n", "requirements/dev.txt": "pytest\n"},
        "tests/test_a.py",
        "import pytest, requests\n",
    ),
    "requirements below a folder of requirements": (
        {"requirements/base.txt": "rich\n", "requirements/extras/db.txt": "sqlalchemy\n"},
        "a.py",
        "import sqlalchemy\n",
    ),
    "requirements of the tests and of the project": (
        {"pyproject.toml": project("requests"), "tests/requirements.txt": "respx\n"},
        "tests/test_a.py",
        "import requests, respx\n",
    ),
    "setup.py, which is never run": (
        {"setup.py": "from setuptools import setup\nR = ['requests']\nsetup(install_requires=R)\n"},
        "a.py",
        "import requests\n",
    ),
    "a project that is taken by its path": (
        {
            "pyproject.toml": project("pyjwt"),
            "cloud/pyproject.toml": '[tool.poetry]\nname = "c"\n[tool.poetry.dependencies]\n'
            'shop-api = { path = "../" }\n',
        },
        "cloud/a.py",
        "import jwt\n",
    ),
    "what a project of the workspace has that is taken by name, and what that takes": (
        {
            "back/pyproject.toml": project("shop-core")
            + "[tool.uv.sources]\nshop-core = { workspace = true }\n"
            "[tool.uv.workspace]\nmembers = ['parts/*']\n",
            "back/parts/core/pyproject.toml": '[project]\nname = "shop_core"\n'
            'dependencies = ["rich", "shop-base"]\n'
            '[tool.uv.sources]\nshop-base = { path = "../base" }\n',
            "back/parts/core/shopcore/__init__.py": "",
            "back/parts/base/pyproject.toml": '[project]\nname = "b"\ndependencies = ["attrs"]\n',
        },
        "back/a.py",
        "import shopcore, rich, attr\n",
    ),
    "a project that is taken by a path without dots": (
        {
            "pyproject.toml": '[tool.poetry]\nname = "a"\n[tool.poetry.dependencies]\n'
            'core = { path = "libs/core" }\n',
            "libs/core/pyproject.toml": '[project]\nname = "core"\ndependencies = ["rich"]\n',
        },
        "a.py",
        "import rich\n",
    ),
    "an extra that is called as what it brings": (
        {"pyproject.toml": project("python-jose[cryptography, drafts]>=3")},
        "a.py",
        "from cryptography import x509\n",
    ),
    "an extra in a table of Poetry": (
        {
            "pyproject.toml": '[tool.poetry]\nname = "a"\n[tool.poetry.dependencies]\n'
            'celery = { version = "5", extras = ["redis"] }\n'
        },
        "a.py",
        "import redis\n",
    ),
    "the module of a distribution with an extra": (
        {"requirements.txt": "python-jose[cryptography]\n"},
        "a.py",
        "from jose import jwt\n",
    ),
    "a script that declares what it needs": (
        {},
        "a.py",
        '# /// script\n# dependencies = ["rich"]\n# ///\nimport rich\n',
    ),
    "in the environments of tox, nox and Pixi": (
        {
            "pyproject.toml": project(),
            "tox.ini": "[testenv]\ndeps =\n  rich\n",
            "noxfile.py": "import nox\ndef t(session):\n    session.install('attrs', 'nox')\n",
            "pixi.toml": "[dependencies]\npytorch = '*'\n",
        },
        "tests/a.py",
        "import rich, attr, torch\n",
    ),
    "a root that pytest.ini names": (
        {"pyproject.toml": project(), "pytest.ini": "[pytest]\npythonpath = lib\n", "lib/b.py": ""},
        "a.py",
        "import b\n",
    ),
    "what members have, at the root of their workspace": (
        {
            "pyproject.toml": project(more='[tool.uv.workspace]\nmembers = ["parts/*"]\n'),
            "parts/core/pyproject.toml": '[project]\nname = "core"\ndependencies = ["rich"]\n',
            "parts/core/src/shopcore/__init__.py": "",
        },
        "conftest.py",
        "import shopcore, rich\n",
    ),
    # Python: first-party and the language's own
    "the standard library": ({"pyproject.toml": project()}, "a.py", "import os.path, json\n"),
    "of an older Python": ({"pyproject.toml": project()}, "a.py", "import distutils\n"),
    "of a newer Python": ({"pyproject.toml": project()}, "a.py", "import annotationlib\n"),
    "a file beside it": ({"pyproject.toml": project(), "b.py": ""}, "a.py", "import b\n"),
    "a package in src": (
        {"pyproject.toml": project(), "src/shop/__init__.py": ""},
        "tests/test_a.py",
        "from shop import cart\n",
    ),
    "a namespace in the tree": (
        {"pyproject.toml": project(), "acme/shop/a.py": ""},
        "b.py",
        "import acme.shop\n",
    ),
    "a part of a folder that is called as a distribution": (
        {"pyproject.toml": project(), "alembic/helpers.py": ""},
        "a.py",
        "from alembic import helpers\n",
    ),
    "a module beside a script, in a package": (
        {"pyproject.toml": project(), "shop/__init__.py": "", "shop/redis.py": ""},
        "shop/a.py",
        "import redis\n",
    ),
    "a helper of the tests": (
        {"pyproject.toml": project(), "tests/helpers.py": ""},
        "tests/unit/test_a.py",
        "import helpers\n",
    ),
    "an application that a test has beside it": (
        {"pyproject.toml": project(), "tests/apps/blueprintapp/__init__.py": ""},
        "tests/test_a.py",
        "import blueprintapp\n",
    ),
    "a module that a test makes": (
        {"pyproject.toml": project()},
        "tests/test_a.py",
        "def test_a(tmp_path):\n    import made_by_this_test\n",
    ),
    "in a folder that the file adds to the path": (
        {"pyproject.toml": project(), "scripts/wizard/steps.py": ""},
        "app/deep/a.py",
        "import sys\nROOT = Path(__file__).parents[2]\n"
        'sys.path.insert(0, str(ROOT / "scripts"))\nfrom wizard import steps\n',
    ),
    "in a folder of several parts that conftest.py adds to the path": (
        {
            "pyproject.toml": project(),
            "tools/ci/doctor.py": "",
            "tests/conftest.py": "here = os.path.dirname(__file__)\n"
            'CI = os.path.join(here, "..", "tools", "ci")\nsys.path.append(CI)\n',
        },
        "tests/test_a.py",
        "import doctor\n",
    ),
    "setuptools in setup.py, which pip gives": (
        {"setup.cfg": "[metadata]\nname = a\n"},
        "setup.py",
        "import setuptools\n",
    ),
    "a module of Python 2 that is tried": (
        {"pyproject.toml": project()},
        "a.py",
        "try:\n    import cPickle\nexcept ImportError:\n    import pickle\n",
    ),
    "a relative import": (
        {"pyproject.toml": project(), "shop/b.py": "", "shop/__init__.py": ""},
        "shop/a.py",
        "from .b import c\nfrom . import d\n",
    ),
    "a module that the build makes": (
        {"pyproject.toml": project(), "shop/__init__.py": ""},
        "shop/a.py",
        "from ._version import version\n",
    ),
    "a relative name for import_module": (
        {"pyproject.toml": project()},
        "a.py",
        'import_module(".management", app.name)\n',
    ),
    "text that looks like an import": (
        {"pyproject.toml": project()},
        "a.py",
        's = """\nimport yaml\n"""\n# import yaml\n',
    ),
    # JavaScript and TypeScript
    "a dependency": ({"package.json": package()}, "a.js", "import x from 'react/jsx-runtime';\n"),
    "for development": (
        {"package.json": package('"devDependencies": {"vitest": "1"}')},
        "a.test.ts",
        "import { it } from 'vitest';\n",
    ),
    "of the workspace around it": (
        {
            "package.json": package('"workspaces": ["p/*"], "devDependencies": {"vitest": "1"}'),
            "p/a/package.json": '{"name": "a"}',
        },
        "p/a/a.ts",
        "import { it } from 'vitest';\n",
    ),
    "a sibling of the workspace": (
        {
            "package.json": package('"workspaces": ["p/*"]'),
            "p/a/package.json": '{"name": "a"}',
            "p/b/package.json": '{"name": "@shop/b"}',
        },
        "p/a/a.ts",
        "import b from '@shop/b/deep';\n",
    ),
    "itself": ({"package.json": package()}, "a.test.js", "import x from 'shop';\n"),
    "of a package around it, in one workspace": (
        {
            "package.json": package('"workspaces": ["play/**"]'),
            "play/package.json": '{"name": "play", "dependencies": {"kill-port": "1"}}',
            "play/a/package.json": '{"name": "a"}',
        },
        "play/a/serve.ts",
        "import kill from 'kill-port';\n",
    ),
    "beside a package.json that only says how modules are read": (
        {"package.json": package(), "src/esm/package.json": '{"type": "module"}'},
        "src/esm/a.js",
        "import x from 'react';\n",
    ),
    "in a fixture of the tests": (
        {"package.json": package(), "test/app/package.json": '{"name": "app"}'},
        "test/app/a.js",
        "import x from 'react';\n",
    ),
    "Node's own": (
        {"package.json": package()},
        "a.js",
        "import 'fs/promises';\nrequire('node:os');\n",
    ),
    "Bun's own": ({"package.json": package()}, "a.ts", "import { serve } from 'bun';\n"),
    "a relative file": ({"package.json": package()}, "a.js", "import x from './b';\n"),
    "the types of a package": (
        {"package.json": package('"devDependencies": {"@types/aws-lambda": "1"}')},
        "a.ts",
        "import type { Event } from 'aws-lambda';\n",
    ),
    "types of which no package is meant": (
        {"package.json": package('"devDependencies": {"@types/aws-lambda": "1"}')},
        "a.ts",
        "import { APIGatewayEvent } from 'aws-lambda';\n",
    ),
    "types in a file of types": (
        {"package.json": package('"devDependencies": {"@types/express": "1"}')},
        "a.d.ts",
        "import { Request } from 'express';\n",
    ),
    "what jest brings": (
        {"package.json": package('"devDependencies": {"jest": "29"}')},
        "a.test.js",
        "import { expect } from '@jest/globals';\n",
    ),
    "a path of the compiler": (
        {
            "package.json": package(),
            "tsconfig.json": '{"compilerOptions": {"paths": {"@app/*": ["./src/*"]}}} // x',
            "src/b.ts": "",
        },
        "src/a.ts",
        "import b from '@app/b';\n",
    ),
    "a path to what a tool makes": (
        {
            "package.json": package(),
            "tsconfig.json": '{"compilerOptions": {"paths": {"docs:c/*": ["./.made/*"]}}}',
        },
        "a.ts",
        "import c from 'docs:c/server';\n",
    ),
    "a path to what Git ignores, since a tool makes it": (
        {
            "package.json": package(),
            "tsconfig.json": '{"compilerOptions": {"paths": {"@/*": ["./src/*"]}}}',
            "src/b.ts": "",
            ".gitignore": "# made\n/src/proto/\n",
            "src/.gitignore": "*.gen.ts\n",
        },
        "src/a.ts",
        "import b from '@/proto/common';\nimport c from '@/proto';\nimport d from '@/x.gen';\n",
    ),
    "a relative module that Git ignores": (
        {"pyproject.toml": project(), "shop/__init__.py": "", ".gitignore": "shop/made.py\n"},
        "shop/a.py",
        "from .made import x\n",
    ),
    "an alias that is no name of a package": (
        {"package.json": package()},
        "a.ts",
        "import b from '@/b';\nimport c from '~/c';\nimport d from '#d';\n",
    ),
    "an alias of a bundler": (
        {
            "package.json": package(),
            "vite.config.ts": "export default { resolve: { alias: { '@ui': '/src/ui' } } };\n",
        },
        "a.ts",
        "import b from '@ui/b';\n",
    ),
    "what a framework gives": (
        {"package.json": package('"dependencies": {"@docusaurus/core": "1"}')},
        "a.js",
        "import x from '@theme/Layout';\nimport y from '@site/src/y';\n",
    ),
    "a component of Vue": (
        {"package.json": package('"dependencies": {"vue": "1"}')},
        "a.vue",
        "<script setup>\nimport { ref } from 'vue';\n</script>\n",
    ),
    "a string of JavaScript": ({"package.json": package()}, "a.js", "const s = \"import 'x'\";\n"),
    # Go and Rust
    "the standard library of Go": (
        {"go.mod": "module a.com/b\n"},
        "a.go",
        'package a\nimport "net/http"\n',
    ),
    "a module of Go": (
        {"go.mod": "module a.com/b\nrequire github.com/x/y v1.0.0\n"},
        "a.go",
        'package a\nimport (\n\t"a.com/b/c"\n\t"github.com/x/y/z"\n)\n',
    ),
    "a crate": (
        {"Cargo.toml": '[package]\nname = "a"\n[dependencies]\nserde-json = "1"\n'},
        "src/a.rs",
        "use serde_json::Value;\nuse std::io;\nuse crate::b::C;\n",
    ),
    "a crate of the workspace that the crate takes, and its library by its name": (
        {
            "Cargo.toml": '[workspace]\nmembers = ["a"]\n[workspace.dependencies]\nserde = "1"\n',
            "a/Cargo.toml": '[package]\nname = "a"\n[lib]\nname = "shop"\n'
            "[dependencies]\nserde.workspace = true\n",
        },
        "a/src/main.rs",
        "use serde::Serialize;\nuse shop::cart;\n",
    ),
    "a file of a workspace without a package, which nothing compiles": (
        {"Cargo.toml": '[workspace]\nmembers = ["a"]\n'},
        "src/a.rs",
        "use serde::Value;\n",
    ),
    "a module that comes with all others of its parent": (
        {"Cargo.toml": '[package]\nname = "a"\n', "src/helpers/counting.rs": ""},
        "src/routing/tests.rs",
        "use crate::{\n    b,\n    helpers::{c, *},\n};\nuse counting::Counted;\n",
    ),
    "a module of the crate": (
        {"Cargo.toml": '[package]\nname = "a"\n', "src/b.rs": ""},
        "src/main.rs",
        "mod c { }\nuse b::x;\nuse c::y;\n",
    ),
    # options, and files that are not judged
    "a template": ({"pyproject.toml": project()}, "templates/a.py", "import yaml\n"),
    "a language without manifests": ({"pyproject.toml": project()}, "a.rb", "require 'yaml'\n"),
}

UNDECLARED = "is declared by no manifest"
FLAGGED: Mapping[str, tuple[Files, str, str, str]] = {
    "not declared": (
        {"pyproject.toml": project("requests")},
        "a.py",
        "import rich\n",
        f"a.py:1:1: `rich` {UNDECLARED}",
    ),
    "of another name": (
        {"pyproject.toml": project()},
        "a.py",
        "import yaml\n",
        f"a.py:1:1: `yaml` of `pyyaml` {UNDECLARED}",
    ),
    "another member of the namespace": (
        {"pyproject.toml": project("google-cloud-storage")},
        "a.py",
        "from google.cloud import bigquery\n",
        f"a.py:1:1: `google.cloud` of `google-cloud-bigquery` {UNDECLARED}",
    ),
    "a constraint does not declare": (
        {"requirements.txt": "-c c.txt\n", "c.txt": "rich==1\n", "pyproject.toml": project()},
        "a.py",
        "import rich\n",
        f"a.py:1:1: `rich` {UNDECLARED}",
    ),
    "in a folder that nothing adds to the path": (
        {"pyproject.toml": project(), "scripts/rich/a.py": ""},
        "app/deep/a.py",
        'x = Path("scripts")\nimport rich\n',
        f"app/deep/a.py:2:1: `rich` {UNDECLARED}",
    ),
    "not in the folder that the file adds to the path": (
        {"pyproject.toml": project(), "scripts/a.py": ""},
        "app/a.py",
        'sys.path.insert(0, str(ROOT / "scripts"))\nimport rich\n',
        f"app/a.py:2:1: `rich` {UNDECLARED}",
    ),
    "setuptools elsewhere": (
        {"pyproject.toml": project()},
        "a.py",
        "import setuptools\n",
        f"a.py:1:1: `setuptools` {UNDECLARED}",
    ),
    "a module of Python 2": (
        {"pyproject.toml": project()},
        "a.py",
        "import cPickle\n",
        "a.py:1:1: `cPickle` is declared by no manifest, and no known package ships it (2025-11)",
    ),
    "of an extra that is called otherwise": (
        {"pyproject.toml": project("uvicorn[standard]")},
        "a.py",
        "import httptools\n",
        f"a.py:1:1: `httptools` {UNDECLARED}",
    ),
    "types, of a package that is run": (
        {"package.json": package('"devDependencies": {"@types/express": "1"}')},
        "a.ts",
        "import express from 'express';\n",
        f"a.ts:1:1: `express` {UNDECLARED}",
    ),
    "beside a script that declares something else": (
        {},
        "a.py",
        '# /// script\n# dependencies = ["rich"]\n# ///\nimport attr\n',
        f"a.py:4:1: `attr` of `attrs` {UNDECLARED}",
    ),
    "declared by a member of the same workspace": (
        {
            "pyproject.toml": project(more='[tool.uv.workspace]\nmembers = ["parts/*"]\n'),
            "parts/a/pyproject.toml": '[project]\nname = "a"\ndependencies = ["rich"]\n',
            "parts/b/pyproject.toml": '[project]\nname = "b"\n',
        },
        "parts/b/b.py",
        "import rich\n",
        f"parts/b/b.py:1:1: `rich` {UNDECLARED}",
    ),
    "beside a folder that is only called as the distribution": (
        {"pyproject.toml": project(), "alembic/env.py": ""},
        "alembic/a.py",
        "from alembic import op\n",
        f"alembic/a.py:1:1: `alembic` {UNDECLARED}",
    ),
    "in a module by the same name": (
        {"pyproject.toml": project(), "shop/__init__.py": "", "shop/back/__init__.py": ""},
        "shop/back/redis.py",
        "import redis\n",
        f"shop/back/redis.py:1:1: `redis` {UNDECLARED}",
    ),
    "in a part of a package by the same name": (
        {"pyproject.toml": project(), "shop/__init__.py": "", "shop/openai/__init__.py": ""},
        "shop/openai/a.py",
        "import openai\n",
        f"shop/openai/a.py:1:1: `openai` {UNDECLARED}",
    ),
    "a relative import of nothing, where Git ignores what is compiled": (
        {
            "pyproject.toml": project(),
            "shop/__init__.py": "",
            ".gitignore": "__pycache__/\n*.py[cod]\n*.so\nbuild/\n",
        },
        "shop/a.py",
        "from .nothing import x\n",
        "shop/a.py:1:1: `.nothing` leads to no file",
    ),
    "an alias to nothing, where Git ignores what is compiled": (
        {
            "package.json": package(),
            "tsconfig.json": '{"compilerOptions": {"paths": {"@/*": ["./src/*"]}}}',
            "src/b.ts": "",
            ".gitignore": "node_modules/\n*.js\n*.d.ts\n",
        },
        "src/a.ts",
        "import x from '@/nothing';\n",
        "src/a.ts:1:1: `@/nothing` leads to no file",
    ),
    "declared by a sibling": (
        {"a/pyproject.toml": project(), "b/pyproject.toml": project("rich")},
        "a/a.py",
        "import rich\n",
        f"a/a.py:1:1: `rich` {UNDECLARED}",
    ),
    "a package that nobody knows": (
        {"pyproject.toml": project("streamlit-webrtc")},
        "a.py",
        "import webrtc_streamer\n",
        "a.py:1:1: `webrtc_streamer` is declared by no manifest, and no known package ships it"
        " (2025-11)",
    ),
    "only its types are declared": (
        {"pyproject.toml": project("types-requests")},
        "a.py",
        "import requests\n",
        f"a.py:1:1: `requests` {UNDECLARED}",
    ),
    "by a literal name": (
        {"pyproject.toml": project()},
        "a.py",
        'x = importlib.import_module("rich")\n',
        f"a.py:1:5: `rich` {UNDECLARED}",
    ),
    "a relative import of nothing": (
        {"pyproject.toml": project(), "shop/__init__.py": ""},
        "shop/a.py",
        "from .nothing import x\n",
        "shop/a.py:1:1: `.nothing` leads to no file",
    ),
    "a module that the package lacks": (
        {"pyproject.toml": project(), "src/shop/__init__.py": ""},
        "src/shop/a.py",
        "import shop.nothing\n",
        "src/shop/a.py:1:1: `shop.nothing` leads to no file",
    ),
    "a package of npm": (
        {"package.json": package()},
        "a.ts",
        "import { x } from 'axios/lib';\n",
        f"a.ts:1:1: `axios/lib` {UNDECLARED}",
    ),
    "required": (
        {"package.json": package()},
        "a.js",
        "const x = require('axios');\n",
        f"a.js:1:11: `axios` {UNDECLARED}",
    ),
    "exported": (
        {"package.json": package()},
        "a.js",
        "export * from '@acme/x';\n",
        f"a.js:1:1: `@acme/x` {UNDECLARED}",
    ),
    "in a component of Vue": (
        {"package.json": package()},
        "a.vue",
        "<script>\nimport x from 'axios';\n</script>\n",
        f"a.vue:2:1: `axios` {UNDECLARED}",
    ),
    "an alias to nothing": (
        {
            "package.json": package(),
            "tsconfig.json": '{"compilerOptions": {"paths": {"#/*": ["./src/*"]}}}',
            "src/b.ts": "",
        },
        "src/a.ts",
        "import x from '#/does/not/exist';\n",
        "src/a.ts:1:1: `#/does/not/exist` leads to no file",
    ),
    "an alias to nothing, beside what Git ignores": (
        {
            "package.json": package(),
            "tsconfig.json": '{"compilerOptions": {"paths": {"@/*": ["./src/*"]}}}',
            "src/b.ts": "",
            ".gitignore": "/src/proto/\n*\n!*.*\n!*/\n",
        },
        "src/a.ts",
        "import x from '@/prototype';\n",
        "src/a.ts:1:1: `@/prototype` leads to no file",
    ),
    "a module of Go": (
        {"go.mod": "module a.com/b\n"},
        "a.go",
        'package a\nimport "github.com/x/y/z"\n',
        f"a.go:2:8: `github.com/x/y/z` {UNDECLARED}",
    ),
    "of the package around it, without a workspace": (
        {"package.json": package(), "web/package.json": '{"name": "web"}'},
        "web/a.js",
        "import x from 'react';\n",
        f"web/a.js:1:1: `react` {UNDECLARED}",
    ),
    "a crate, beside a module of that name that no glob brings": (
        {"Cargo.toml": '[package]\nname = "a"\n', "src/helpers/rand.rs": ""},
        "src/routing/tests.rs",
        "use crate::helpers::x;\nuse rand::Rng;\n",
        f"src/routing/tests.rs:2:1: `rand` {UNDECLARED}",
    ),
    "a crate of the workspace that the crate does not take": (
        {
            "Cargo.toml": '[workspace]\nmembers = ["a"]\n[workspace.dependencies]\nserde = "1"\n',
            "a/Cargo.toml": '[package]\nname = "a"\n',
        },
        "a/src/main.rs",
        "use serde::Serialize;\n",
        f"a/src/main.rs:1:1: `serde` {UNDECLARED}",
    ),
    "a crate that only a crate has which is taken by its path": (
        {
            "a/Cargo.toml": '[package]\nname = "a"\n[dependencies]\nb = { path = "../b" }\n',
            "b/Cargo.toml": '[package]\nname = "b"\n[dependencies]\nserde = "1"\n',
        },
        "a/src/main.rs",
        "use b::x;\nuse serde::Serialize;\n",
        f"a/src/main.rs:2:1: `serde` {UNDECLARED}",
    ),
    "a crate": (
        {"Cargo.toml": '[package]\nname = "a"\n'},
        "src/a.rs",
        "use serde_json::Value;\n",
        f"src/a.rs:1:1: `serde_json` {UNDECLARED}",
    ),
}

WARNED = {
    "guarded": ("a.py", "try:\n    import rich\nexcept ImportError:\n    rich = None\n"),
    "in a file of types": ("a.d.ts", "import { X } from 'axios';\n"),
    "for types": ("a.py", "if TYPE_CHECKING:\n    import rich\n"),
    "suppressed": ("a.py", "with suppress(ImportError):\n    import rich\n"),
    "asked for first": ("a.py", 'if find_spec("rich"):\n    import rich\n'),
    "types of TypeScript": ("a.ts", "import type { X } from 'axios';\n"),
    "tried": ("a.js", "try { require('axios'); } catch {}\n"),
}


@pytest.mark.parametrize(("files", "path", "text"), ALLOWED.values(), ids=ALLOWED.keys())
def test_allowed(files: Files, path: str, text: str) -> None:
    assert says(RULE, change(files, {**files, path: text})) == []


@pytest.mark.parametrize(
    ("files", "path", "text", "expected"), FLAGGED.values(), ids=FLAGGED.keys()
)
def test_flagged(files: Files, path: str, text: str, expected: str) -> None:
    assert says(RULE, change(files, {**files, path: text})) == [expected]


@pytest.mark.parametrize(("path", "text"), WARNED.values(), ids=WARNED.keys())
def test_warned(path: str, text: str) -> None:
    files = {"pyproject.toml": project(), "package.json": package()}
    (found,) = check(change(files, {**files, path: text}), [RULE]).diagnostics
    assert found.severity is Severity.WARNING


def test_one_diagnostic_for_a_package_in_a_file() -> None:
    files = {"pyproject.toml": project()}
    text = (
        "try:\n    import rich\nexcept ImportError:\n    pass\n"
        "import rich.console\nfrom rich import a\nfrom rich import b\nfrom rich import c\n"
    )
    found = check(change(files, {**files, "a.py": text}), [RULE]).diagnostics
    assert [(each.location.line, each.severity, each.help) for each in found] == [
        (
            5,
            Severity.ERROR,
            "declare `rich` in pyproject.toml, or use what is; the file imports it again: "
            "line 2, 6, 7 and 1 more",
        )
    ]


def test_the_help_names_where_a_dependency_can_stand() -> None:
    files = {"package.json": package(), "conf/tsconfig.json": '{"compilerOptions": {}}'}
    (found,) = check(change(files, {**files, "conf/a.js": "import 'axios';\n"}), [RULE]).diagnostics
    assert found.help == "declare `axios` in package.json, or use what is"


def test_the_evidence() -> None:
    files = {"pyproject.toml": project("streamlit-webrtc"), "requirements.txt": "rich\nattrs\n"}
    after = {**files, "a.py": "import webrtc_streamer\n"}
    (found,) = check(change(files, after), [RULE]).diagnostics
    assert found.help == (
        "is `streamlit-webrtc` meant? import what exists, or declare in pyproject.toml what ships"
        " it"
    )
    assert [(each.location.path, each.message) for each in found.related] == [
        ("pyproject.toml", "declares 1 dependencies, not this one"),
        ("requirements.txt", "declares 2 dependencies, not this one"),
    ]


def test_an_import_that_the_file_had_is_not_new() -> None:
    files = {"pyproject.toml": project(), "a.py": "import rich\n"}
    after = {**files, "a.py": "import os\n\nimport rich  # again\n"}
    assert says(RULE, change(files, after)) == []


def test_without_a_manifest_nothing_is_judged_and_that_is_said() -> None:
    files = {"a.py": "import rich\n", "b/c.py": "import yaml\n"}
    assert says(RULE, change({}, files)) == [
        "not evaluated: no manifest governs a.py and 1 other files"
    ]


def test_a_declaration_in_the_same_change_counts() -> None:
    before = {"pyproject.toml": project()}
    after = {"pyproject.toml": project("rich"), "a.py": "import rich\n"}
    assert says(RULE, change(before, after)) == []


def test_the_options() -> None:
    files = {"pyproject.toml": project(), "lib/python/b.py": ""}
    after = {**files, "a.py": "import b\nimport rich\n"}
    rule = UndeclaredImport(roots=("lib/python",), provided=("rich",))
    assert says(rule, change(files, after)) == []
