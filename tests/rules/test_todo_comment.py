"""`todo-comment`: what it allows first, and more of it than what it flags."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sutaza_hooks.check import check
from sutaza_hooks.diagnostic import Severity
from sutaza_hooks.due import due
from sutaza_hooks.rules.todo_comment import TodoComment
from tests.changes import audit, change, says, shown

RULE = TodoComment()

ALLOWED = {
    # strings, names and data are not comments
    "a Python string": ("a.py", 's = "# TODO: x"\n'),
    "a Python docstring": ("a.py", 'def f():\n    """TODO: x"""\n    return 1\n'),
    "a raw f-string": ("a.py", "s = rf'# TODO {x}'\n"),
    "a triple-quoted string over lines": ("a.py", "s = '''\n# TODO: x\n'''\n"),
    "a name": ("a.py", "TODO = 1\n"),
    "a call": ("a.go", "package a\nvar c = context.TODO()\n"),
    "a JavaScript template": ("a.js", "const s = `// TODO: x`;\n"),
    "a regular expression": ("a.js", "const r = /\\/\\/ TODO/;\n"),
    "a JSX text": ("a.jsx", "const x = <p>// TODO: write</p>;\n"),
    "an address in a string": ("a.js", 'const u = "http://x/TODO";\n'),
    "a Rust raw string": ("a.rs", 'const S: &str = r#"// TODO: x"#;\n'),
    "a Rust macro": ("a.rs", "fn f() { todo!() }\n"),
    "a Go raw string": ("a.go", "package a\nvar s = `// TODO`\n"),
    "a Java text block": ("A.java", 'class A { String s = """\n  // TODO\n  """; }\n'),
    "a C string": ("a.c", 'char *s = "/* TODO */";\n'),
    "a C# verbatim string": ("a.cs", 'class A { string s = @"// TODO"; }\n'),
    "a Ruby heredoc": ("a.rb", "x = <<~EOS\n  # TODO: x\nEOS\n"),
    "a PHP string": ("a.php", '<?php $s = "// TODO";\n'),
    "a Kotlin function": ("a.kt", "fun f() { TODO() }\n"),
    "a shell string": ("a.sh", 'echo "# TODO: x"\n'),
    "a shell parameter": ("a.sh", "echo ${x#TODO} $#TODO\n"),
    "a shell heredoc of text": ("a.sh", "cat <<EOF\n# TODO\nEOF\n"),
    "a YAML value": ("a.yml", "title: 'x # TODO: y'\nkey: a#TODO\n"),
    "a YAML text block": ("a.yml", "body: |\n  # TODO\n  text\n"),
    "a TOML string": ("a.toml", 'x = "# TODO"\n'),
    "an SQL string": ("a.sql", "select '-- TODO';\n"),
    "a CSS string": ("a.css", 'a::after { content: "/* TODO */" }\n'),
    "HTML text": ("a.html", "<p>TODO: buy milk</p>\n"),
    "JSON has no comments": ("a.json", '{"a": "// TODO"}\n'),
    "Markdown is prose": ("a.md", "# TODO\n\n- TODO: write\n"),
    "plain text is prose": ("TODO.txt", "TODO: write\n"),
    # words that only contain a tag
    "Todoist": ("a.py", "# Sync with Todoist\n"),
    "todos in Spanish": ("a.py", "# todos los usuarios\n"),
    "a file name": ("a.py", "# See TODO.md for the plan\n"),
    "a path": ("a.py", "# docs/TODO is generated\n"),
    "a constant's name": ("a.py", "# MAX_TODO is the limit\n"),
    "a hyphenated word": ("a.py", "# the TODO-list parser\n"),
    "mktemp's letters": ("a.sh", "# made from /tmp/fooXXXXXX\n"),
    "a masked number": ("a.py", "# format: XXX-XX-XXXX\n"),
    "hacker": ("a.py", "# HACKERS may try this\n"),
    "hackathon": ("a.py", "# from the hackathon\n"),
    "a method in a comment": ("a.go", "package a\n// use context.TODO() here\n"),
    "a tag of markup": ("a.py", "# <TODO> elements are parsed\n"),
    "a variable": ("a.sh", "# expands $TODO first\n"),
    # the tag as the subject
    "a to-do list": ("a.py", "# Adds an item to the TODO list\n"),
    "to-do items": ("a.js", "// TODO items are rendered here\n"),
    "comments that are tags": ("a.py", "# Finds FIXME comments in the source\n"),
    "a to-do app": ("a.js", "// todo app component\n"),
    "the article before it": ("a.py", "# Count the TODO that a file holds\n"),
    "any": ("a.py", "# True when any FIXME is left\n"),
    "a Go type": (
        "a.go",
        "package a\n// Todo represents one item of the list.\ntype Todo struct{}\n",
    ),
    "in backticks": ("a.py", "# Warns about `TODO: x` in comments\n"),
    "in double quotes": ("a.py", '# Lines that hold "TODO" are counted\n'),
    "in single quotes": ("a.py", "# the word 'FIXME' is found too\n"),
    "tags in a pair": ("a.py", "# TODO/FIXME markers are found\n"),
    "what somebody else wrote": ("third_party/a.c", "// TODO: y\n"),
    "what a tool wrote": ("src/generated/client.ts", "// TODO: y\n"),
    "a command and what it does": ("a.js", "// todo done <file>      marks it as done\n"),
    "values that it marks": ("a.ts", "// the pins hold TODO placeholders\n"),
    "what is returned for it": ("a.ts", "// Returns false for TODO and the like\n"),
    "a Rust macro in an example": ("a.rs", "/// # todo!()\nfn f() { g() }\n"),
    "a path of a file": ("a.py", "# todo/app.py holds the app\n"),
    "a to-do app by its name": ("a.py", "# TODO-app\n"),
    "Title case, a name": ("a.py", "# Todo lists are sorted\n"),
    "Title case, a thing": ("a.ts", "// Todo handler\n"),
    "tags as subjects": ("a.py", "# TODO and FIXME are reported\n"),
    "comments as subjects": ("a.py", "# FIXME comments are reported\n"),
    "a list of tags": ("a.py", "# Tags: TODO, FIXME, XXX\n"),
    "tags parted by slashes": ("a.py", "# Finds TODO/FIXME markers\n"),
    "tags joined by a bar": ("a.py", "# matches TODO|FIXME\n"),
    "lower case inside a sentence": ("a.py", "# what is left to todo later\n"),
    "hack in a sentence": ("a.py", "# this is no hack but documented\n"),
    "capital Hack in a sentence": ("a.py", "# Hack is a language by Meta\n"),
    "the article in another case": ("a.py", "# The FIXME that is left\n"),
    "as an example": ("a.py", "# it is marked as TODO in the table\n"),
    "a filler for a name": ("a.py", "# Python does not support XXX because of this\n"),
    "a filler in braces": ("a.ts", "// the !~{XXX}~ placeholder\n"),
    "a filler between signs": ("a.rb", "# where +XXX+ is the attribute\n"),
    "a banner in lower case": ("a.go", "package a\n// ===== todo done =====\n"),
    "lower case on a wrapped line": (
        "a.ts",
        "// it is obviously a terrible\n// hack you can end\n",
    ),
    "a compound in another case": ("a.sh", "# TODO App\n"),
    # what looks for tags
    "a scanner": ("a.py", "# TODO scanner for the nightly report\n"),
    "a verb that seeks": ("a.py", "# Detect TODO: in added lines\n"),
    "a verb with for": ("a.ts", "// Looks for TODO: and stops\n"),
    "a count of tags": ("a.go", "package a\n// counts TODO and says how many\n"),
    "a rate": ("a.py", "# Count TODO per file\n"),
    "a plural in brackets": ("a.py", "# TODO(s) found in the file\n"),
    "each tag": ("a.py", "# each TODO must have an id\n"),
    # linked
    "an issue of another repository": ("a.ts", "// TODO: GH#18217 and owner/repo#23\n"),
    "an issue's number": ("a.py", "# TODO(#123): read the rate\n"),
    "a tracker's key": ("a.py", "# TODO: read the rate (PAY-42)\n"),
    "an address": ("a.py", "# FIXME: https://example.com/issues/7\n"),
    "a link before the tag": ("a.py", "# see #12. TODO: drop this\n"),
    "a link on the next line": ("a.py", "# TODO: drop this when the new\n# API is out, see #77\n"),
    "a link at the end of a block": ("a.js", "/* TODO: drop this\n * when ready: PAY-7 */\n"),
    # not code that we read
    "generated by Go's convention": (
        "a.go",
        "// Code generated by applygen. DO NOT EDIT.\n\npackage a\n\n// TODO: y\n",
    ),
    "generated, as it says": ("a.js", "// Generated by wasm-bindgen\n// do not edit\n// TODO: y\n"),
    "marked as generated": ("a.py", "# @generated by a tool\n# TODO: y\n"),
    "a file without a language": ("data.xyz", "# TODO: x\n"),
    "a comment without a tag": ("a.py", "# later we add the rate\n"),
    "an empty file": ("a.py", ""),
}

FLAGGED = {
    "a scanner that is to come": ("a.py", "# TODO: add a scanner\n", "1:3"),
    "to count something": ("a.py", "# TODO count the words\n", "1:3"),
    "to detect something": ("a.py", "# TODO detect cycles\n", "1:3"),
    "seeking something else": ("a.py", "# finds the rate TODO: cache it\n", "1:18"),
    "an id of no known tracker": ("a.go", "package a\n// TODO(be-yinl4d-iter): x\n", "2:4"),
    "lower case alone in a block": ("a.js", "/* todo */\n", "1:4"),
    "lower case alone, behind code": ("a.c", "int x; /* fixme */\n", "1:11"),
    "beside a colour": ("a.css", "/* TODO: use #123456 here */\n", "1:4"),
    "beside an encoding": ("a.py", "# TODO: read LATIN-1 too\n", "1:3"),
    "below a reference to a manual": (
        "a.py",
        "# see https://docs.example.org/3\n# TODO: fix it\n",
        "2:3",
    ),
    "two tags for one thing": ("a.py", "# TODO/FIXME: y\n", "1:3"),
    "two tags without a colon": ("a.py", "# FIXME/TODO handle it\n", "1:3"),
    "a noun that is to be done": ("a.py", "# TODO file handling is missing\n", "1:3"),
    "a heading of what is to be done": ("a.py", "# TODO list: implement pages\n", "1:3"),
    "a component": ("a.ts", "// TODO component must be split\n", "1:4"),
    "a name in braces": ("a.py", "# TODO{ada}: y\n", "1:3"),
    "joined by a hyphen": ("a.py", "# TODO-fix this\n", "1:3"),
    "Title case and a verb": ("a.py", "# Todo implement this\n", "1:3"),
    "the link of a neighbour": ("a.py", "a = 1  # TODO: y\nb = 2  # see #123\n", "1:10"),
    "a neighbour in Go": (
        "a.go",
        "package a\nvar a = 1 // TODO: y\nvar b = 2 // https://x.io/1\n",
        "2:14",
    ),
    "lower case behind other code": ("a.py", "c = 3  # number\nd = 4  # todo refactor\n", "2:10"),
    "Python": ("a.py", "x = 1  # TODO: y\n", "1:10"),
    "without a colon": ("a.py", "# TODO handle the error\n", "1:3"),
    "alone": ("a.py", "# TODO\n", "1:3"),
    "with a name": ("a.py", "# TODO(ada): y\n", "1:3"),
    "after words": ("a.py", "# Rounds up. TODO: ask why\n", "1:14"),
    "FIXME": ("a.py", "# FIXME y\n", "1:3"),
    "XXX": ("a.py", "# XXX: y\n", "1:3"),
    "HACK": ("a.py", "# HACK: y\n", "1:3"),
    "lower case at the start": ("a.py", "# todo: y\n", "1:3"),
    "lower case without a colon": ("a.py", "# fixme later\n", "1:3"),
    "an encoding is no link": ("a.py", "# TODO: support UTF-8\n", "1:3"),
    "a tracker's key in another block": ("a.py", "# TODO: y\n\n# see PAY-1\n", "1:3"),
    "only the second is linked": ("a.py", "# TODO: y\n# TODO: z #1\n", "1:3"),
    "the article before it and a colon behind": ("a.py", "# the TODO: y\n", "1:7"),
    "glued to its mark": ("a.py", "#TODO: y\n", "1:2"),
    "glued to slashes": ("a.js", "//TODO y\n", "1:3"),
    "glued to dashes": ("a.sql", "--TODO: y\n", "1:3"),
    "glued to an opening tag": ("a.html", "<!--TODO: y-->\n", "1:5"),
    "behind a bullet": ("a.py", "# - TODO: y\n", "1:5"),
    "with a verb behind it": ("a.py", "# TODO is there a better way?\n", "1:3"),
    "in Title case": ("a.py", "# Todo: y\n", "1:3"),
    "in camel case": ("a.ts", "// ToDo: y\n", "1:4"),
    "in lower case with a dash": ("a.py", "# todo - because of y\n", "1:3"),
    "an address above is a reference": (
        "a.py",
        "# See https://docs.example.com/rates for more.\n# TODO: y\n",
        "2:3",
    ),
    "a key in another paragraph": ("a.py", "# See PAY-1.\n#\n# TODO: y\n", "3:3"),
    "editing is not generated": ("a.py", "# Do not edit lightly.\n# TODO: y\n", "2:3"),
    "JavaScript": ("a.js", "f(); // TODO: y\n", "1:9"),
    "a block comment": ("a.ts", "/**\n * TODO: y\n */\n", "2:4"),
    "a documentation tag": ("a.php", "<?php\n/**\n * @todo y\n */\n", "3:5"),
    "JSX": ("a.tsx", "const x = <p>{/* TODO: y */}</p>;\n", "1:18"),
    "Go": ("a.go", "package a\n\n// TODO: y\n", "3:4"),
    "Rust": ("a.rs", "/// TODO: y\nfn f() {}\n", "1:5"),
    "Java": ("A.java", "class A { int x; /* FIXME: y */ }\n", "1:21"),
    "C": ("a.c", "int x; /* XXX y */\n", "1:11"),
    "C++": ("a.cpp", "int x; // TODO y\n", "1:11"),
    "C#": ("a.cs", "class A { } // TODO: y\n", "1:16"),
    "Ruby": ("a.rb", "x = 1 # TODO: y\n", "1:9"),
    "shell": ("a.sh", "ls # TODO: y\n", "1:6"),
    "shell in YAML": ("ci.yml", "steps:\n  - run: |\n      # TODO: y\n      ls\n", "3:9"),
    "shell in a heredoc": ("a.sh", "bash <<'EOF'\n# TODO: y\nEOF\n", "2:3"),
    "YAML": ("a.yml", "a: 1 # TODO: y\n", "1:8"),
    "TOML": ("a.toml", "a = 1 # TODO: y\n", "1:9"),
    "SQL": ("a.sql", "select 1; -- TODO: y\n", "1:14"),
    "Dockerfile": ("Dockerfile", "# TODO: y\nFROM x\n", "1:3"),
    "Makefile": ("Makefile", "all: # TODO: y\n", "1:8"),
    "HTML": ("a.html", "<p>x</p><!-- TODO: y -->\n", "1:14"),
    "Vue": ("a.vue", "<script>\n// TODO: y\n</script>\n", "2:4"),
    "CSS": ("a.css", "a { } /* TODO: y */\n", "1:10"),
    "Terraform": ("a.tf", "# TODO: y\n", "1:3"),
    "an environment file": (".env", "# TODO: y\nA=1\n", "1:3"),
    "a script known by its first line": ("run", "#!/bin/sh\n# TODO: y\n", "2:3"),
    "CRLF": ("a.py", "x = 1\r\n# TODO: y\r\n", "2:3"),
    "Latin-1": ("a.py", b"# caf\xe9 TODO: y\n", "1:8"),
    "UTF-16": ("a.py", "# TODO: y\n".encode("utf-16"), "1:3"),
    "columns count characters": ("a.py", 'x = "🚀é" # TODO: y\n', "1:12"),
    "what only begins like an LFS pointer": (
        "a.sh",
        b"version https://git-lfs.github.com/spec/v1\n# TODO: y\n",
        "2:3",
    ),
    "a broken file": ("a.py", "def f(:\n  # TODO: y\n", "2:5"),
    "after a form feed": ("a.py", "x = 1\n\x0c\n# TODO: y\n", "3:3"),
    "beside a stray NUL in a short file": ("a.py", "# TODO: \0\n", "1:3"),
    "beside a stray NUL": ("a.js", "// TODO: \0 y\n" + "f();\n" * 20, "1:4"),
}


@pytest.mark.parametrize(("path", "text"), ALLOWED.values(), ids=ALLOWED.keys())
def test_allowed(path: str, text: str | bytes) -> None:
    assert says(RULE, change({}, {path: text})) == []


NOT_TEXT = {
    "a binary file": b"\x00\x01# TODO\x00" * 90,
    "an LFS pointer": b"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12\n",
}


@pytest.mark.parametrize("content", NOT_TEXT.values(), ids=NOT_TEXT.keys())
def test_a_source_file_that_is_no_text_is_said(content: bytes) -> None:
    assert says(RULE, change({}, {"a.py": content})) == ["not evaluated: a.py: not text"]
    assert says(RULE, change({}, {"a.png": content})) == []


@pytest.mark.parametrize(("path", "text", "place"), FLAGGED.values(), ids=FLAGGED.keys())
def test_flagged(path: str, text: str | bytes, place: str) -> None:
    (said,) = says(RULE, change({}, {path: text}))
    assert said.startswith(f"{path}:{place}: added comment is marked `")


OLD = "def f():\n    # TODO: y\n    return 1\n"
NEW = {
    "the line beside it changed": OLD.replace("return 1", "return 2"),
    "moved down": "x = 1\n\n\n" + OLD,
    "re-indented": "if x:\n    def f():\n        # TODO: y\n        return 1\n",
    "moved behind code": "def f():\n    return 1  # TODO: y\n",
    "removed": "def f():\n    return 1\n",
}


@pytest.mark.parametrize("text", NEW.values(), ids=NEW.keys())
def test_what_stood_there_before_is_not_new(text: str) -> None:
    assert says(RULE, change({"a.py": OLD}, {"a.py": text})) == []


def test_a_file_that_moved_to_another_place_in_one_change_is_not_new() -> None:
    assert says(RULE, change({"a.py": OLD}, {"b.py": OLD})) == []


def test_prose_that_goes_is_no_comment_that_moved() -> None:
    assert says(RULE, change({"TODO.md": "# TODO\n"}, {"a.py": "# TODO\n"})) == [
        "a.py:1:3: added comment is marked `TODO`"
    ]


def test_a_copy_is_new() -> None:
    before = {"a.py": OLD}
    assert says(RULE, change(before, {**before, "b.py": OLD})) == [
        "b.py:2:7: added comment is marked `TODO`"
    ]


def test_one_moved_line_excuses_one_line_only() -> None:
    before, after = {"a.py": "# TODO: y\n"}, {"b.py": "# TODO: y\nx = 1\n\n# TODO: y\n"}
    assert len(says(RULE, change(before, after))) == 1


@pytest.mark.parametrize("old", ["# TODO: y\n", "# TODO: z and more\n", "# TODO: z2\n"])
def test_a_todo_whose_text_changed_is_new(old: str) -> None:
    said = says(RULE, change({"a.py": old}, {"a.py": "# TODO: z\n"}))
    assert said == ["a.py:1:3: added comment is marked `TODO`"]


@pytest.mark.parametrize(
    "text",
    [
        "# TODO(#1): " + "“" * 100_000,
        "# TODO " + '"' * 99_999,
        "# TODO\n" * 5000,
        "# todo " + "=" * 40_000,
        "# " + "=" * 40_000 + " todo",
        "# ### " + "#" * 40_000 + " todo x",
        "# todo *** " + "*** " * 20_000 + "x",
    ],
    ids=["quotes", "straight quotes", "tags", "ruler", "ruler before", "rulers", "many rulers"],
)
def test_no_comment_takes_long(text: str) -> None:
    start = time.process_time()
    says(RULE, change({}, {"a.py": text + "\n"}))
    assert time.process_time() - start < 5


def test_an_audit_judges_every_line() -> None:
    assert says(RULE, audit({"a.py": OLD, "b.js": "// FIXME x\n"})) == [
        "a.py:2:7: comment is marked `TODO`",
        "b.js:1:4: comment is marked `FIXME`",
    ]


def test_the_options() -> None:
    rule = TodoComment(tags=("LATER",), links=(r"JIRA/\d+",))
    files = {"a.py": "# LATER: y\n\n# later: z\n\n# LATER: JIRA/1\n\n# TODO: w\n"}
    assert says(rule, change({}, files)) == [
        "a.py:1:3: added comment is marked `LATER`",
        "a.py:3:3: added comment is marked `later`",
    ]


def test_docstrings_by_option() -> None:
    files = {
        "a.py": 'def f():\n    """Pay.\n\n    TODO: handle a declined card\n    """\n    return 1\n'
    }
    assert says(RULE, change({}, files)) == []
    assert says(TodoComment(docstrings=True), change({}, files)) == [
        "a.py:4:5: added comment is marked `TODO`"
    ]


IN_TIME = {
    "a day to come": "TODO(#1) by 2099-01-01: x",
    "the day itself": "TODO(#1) by 2026-03-14: x",
    "a month that has not ended": "TODO(#1) until 2026-03: x",
    "when it was written": "TODO(#1): x, seen 2020-01-01",
    "when it was signed": "TODO(#1): x -- Ann, 2020-01-01",
    "when it was written, in brackets": "TODO(#1): x (2020-01-01)",
    "what is older": "TODO(#1): rows written before 2020-01-01 lack it",
    "when it was found": "TODO(#1): broken since 2020-01-01",
    "no day of the calendar": "TODO(#1) by 2020-13-45: x",
    "a version": "TODO(#1): remove by 3.12-2020",
    "a date before the tag": "by 2020-01-01 TODO(#1): x",
    "part of a longer number": "TODO(#1) by 2020-01-011: x",
    "a moment": "TODO(#1): sent (2020-01-01T12:00) in vain",
    "a number of an issue": "TODO(PAY-2020-01): x",
    "no day": "TODO(#1): x",
}
LATE = {
    "by": "TODO(#1) by 2020-01-01: x",
    "until": "TODO(#1): keep until 2020-01-01",
    "expires": "FIXME(#1) expires 2020-01-01",
    "expires on": "TODO(#1): expires on: 2020-01-01",
    "in brackets": "TODO [2020-01-01] (#1): x",
    "in the tag's brackets": "TODO(2020-01-01): see #1",
    "after the link": "TODO(#1, 2020-01-01): x",
    "after an at sign": "TODO(#1) @2020-01-01: x",
    "a month that has ended": "TODO(#1) due 2020-02: x",
}


@pytest.mark.parametrize("text", IN_TIME.values(), ids=IN_TIME.keys())
def test_a_linked_tag_in_time_is_allowed(text: str) -> None:
    assert says(RULE, change({}, {"a.py": f"# {text}\n"})) == []


@pytest.mark.parametrize("text", LATE.values(), ids=LATE.keys())
def test_a_linked_tag_that_is_late_is_a_warning(text: str) -> None:
    report = check(change({}, {"a.py": f"# {text}\n"}), [RULE])
    assert [each.severity for each in report.diagnostics] == [Severity.WARNING]
    assert "was due by 2020-0" in report.diagnostics[0].message


def test_a_date_is_no_link() -> None:
    report = check(change({}, {"a.py": "# TODO(2020-01-01): x\n"}), [RULE])
    assert [each.severity for each in report.diagnostics] == [Severity.ERROR]


@given(st.text())
def test_no_text_breaks_the_search_for_a_day(text: str) -> None:
    due(f"TODO by {text}")


@given(st.dates())
def test_a_day_is_read_as_it_is_written(day: date) -> None:
    assert due(f" by {day.isoformat()}: x") == day


def test_what_the_user_reads() -> None:
    text = shown(
        RULE, change({}, {"pay.py": "def charge(card):\n    # TODO: call the bank\n    ...\n"})
    )
    assert text == (
        "pay.py:2:7: [todo-comment] added comment is marked `TODO`\n"
        "    # TODO: call the bank\n"
        "      ^^^^\n"
        "  help: finish it, or link an open issue: `TODO(#123): …`\n"
        "\n"
        "1 error; see: sutaza explain todo-comment\n"
    )
