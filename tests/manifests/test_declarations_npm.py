"""What the manifests of npm and its kin declare."""

from __future__ import annotations

import pytest

from tests.manifests.said import said

CASES = {
    "every section": (
        "package.json",
        """\
        {
          "name": "@orchard/tree",
          "dependencies": {"apple": "^1.0.0", "@x/pear": "workspace:*"},
          "devDependencies": {
            "plum": "npm:prune@2"
          },
          "peerDependencies": {"quince": ">=1", "fig": "*"},
          "peerDependenciesMeta": {"fig": {"optional": true}},
          "optionalDependencies": {"lime": "1"},
          "bundleDependencies": ["apple", "kiwi"],
          "overrides": {"date": "1"}
        }
        """,
        [
            "3 runtime - apple ^1.0.0",
            "3 runtime - @x/pear workspace:*",
            "5 development devDependencies plum npm:prune@2",
            "7 runtime peerDependencies quince >=1",
            "7 optional peerDependencies fig *",
            "9 optional optionalDependencies lime 1",
            "10 runtime bundleDependencies kiwi",
            "name @orchard/tree",
        ],
    ),
    "workspaces as a list": (
        "package.json",
        '{"workspaces": ["packages/*", "./apps/web/", "!packages/old"]}',
        ["member packages/*", "member apps/web", "member !packages/old"],
    ),
    "workspaces as a table": (
        "package.json",
        '{"workspaces": {"packages": ["a"], "nohoist": ["**/b"]}}',
        ["member a"],
    ),
    "names for its own modules": (
        "package.json",
        '{"imports": {"#db": "./src/db.js",\n'
        '"#x/*": {"node": "./n/*.js", "default": ["./d/*.js"]}}}',
        ["alias #db ./src/db.js", "alias #x/* ./n/*.js ./d/*.js"],
    ),
    "a key twice: the last counts": (
        "package.json",
        '{"dependencies": {"apple": "1",\n"apple": "2"}}',
        ["2 runtime - apple 2"],
    ),
    "keys with escapes": (
        "package.json",
        '{"dependencies": {"\\u0061pple": "\\u003e1"}}',
        ["1 runtime - apple >1"],
    ),
    "around a missing comma, a comment and an open end": (
        "package.json",
        '{"dependencies": {\n"apple": "1"\n"pear": "2", // why\n"plum": , "fig": "3"',
        [
            "2 runtime - apple 1",
            "3 runtime - pear 2",
            "4 runtime - fig 3",
            "fault 3: is not JSON: expecting ',' delimiter",
        ],
    ),
    "what is no text has no version": (
        "package.json",
        '{"dependencies": {"apple": 1.5, "pear": null, "plum": {}}}',
        ["1 runtime - apple 1.5", "1 runtime - pear", "1 runtime - plum"],
    ),
    "no package": ("package.json", "[1, 2]", []),
    "pnpm's workspaces": (
        "pnpm-workspace.yaml",
        "packages:\n  - packages/*\n  - '!**/test/**'\ncatalog:\n  apple: ^1\n",
        ["member packages/*", "member !**/test/**"],
    ),
    "tsconfig with comments and trailing commas": (
        "tsconfig.app.json",
        """\
        {
          // "extends": "./no.json",
          "extends": ["@x/base", "./tsconfig.json"],
          "compilerOptions": {
            /* where from */
            "baseUrl": "./src/",
            "paths": {"@/*": ["*"], "own": ["../own.ts", "/abs",],},
            "types": ["node"], // "https://a"
          },
          "references": [{"path": "./tsconfig.node.json"}],
        }
        """,
        [
            "include @x/base",
            "include ./tsconfig.json",
            "member tsconfig.node.json",
            "root src",
            "type node",
            "alias @/* src/*",
            "alias own own.ts /abs",
        ],
    ),
    "paths without a base": (
        "jsconfig.json",
        '{"compilerOptions": {"paths": {"~/*": ["./app/*"]}}}',
        ["alias ~/* app/*"],
    ),
    "tsconfig, broken": (
        "tsconfig.json",
        '{"compilerOptions": {"baseUrl": ".",\n"paths": {"@/*": ["a/*"]}}\n/* never ends',
        ["root .", "alias @/* a/*", "fault 3: is not JSON: expecting ',' delimiter"],
    ),
    "Deno": (
        "deno.jsonc",
        """\
        {
          "name": "@orchard/deno", // here
          "imports": {
            "apple": "npm:apple@1",
            "@std/path": "jsr:@std/path@^1",
            "own/": "./src/",
            "far": "https://example.org/far.ts"
          },
          "scopes": {"./old/": {"pear": "npm:pear@0"}},
          "importMap": "./map.json",
          "workspace": ["./one"]
        }
        """,
        [
            "4 runtime - apple npm:apple@1",
            "5 runtime - @std/path jsr:@std/path@^1",
            "9 runtime - pear npm:pear@0",
            "name @orchard/deno",
            "include map.json",
            "member one",
            "alias apple npm:apple@1",
            "alias @std/path jsr:@std/path@^1",
            "alias own/* ./src/*",
            "alias far https://example.org/far.ts",
            "alias pear npm:pear@0",
        ],
    ),
    "an import map": (
        "web/import_map.json",
        '{"imports": {"vue": "https://example.org/vue.js"}}',
        ["alias vue https://example.org/vue.js"],
    ),
}


@pytest.mark.parametrize(("path", "text", "expected"), CASES.values(), ids=CASES)
def test_what_is_declared(path: str, text: str, expected: list[str]) -> None:
    assert said(path, text) == expected
