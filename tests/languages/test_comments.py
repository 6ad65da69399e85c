"""In each language: what is a comment, and what only looks like one."""

from __future__ import annotations

import pytest

from sutaza_hooks.facts.extraction import extract
from sutaza_hooks.languages import LANGUAGES

CASES = {
    "python: a string": ("python", 'x = "# no"  # yes', ["# yes"]),
    "python: a docstring is a string": ("python", 'def f():\n    """# no"""', []),
    "python: a triple quoted string": ("python", "x = '''\n# no\n'''\n# yes", ["# yes"]),
    "python: a format of an f-string": ("python", "f'{x:#>{9}}'  # yes", ["# yes"]),
    "python: an escaped quote": ("python", r"x = '\' # no'", []),
    "python: the first line names the interpreter": ("python", "#!/bin/x\n#!yes", ["#!yes"]),
    "python: the same after a byte order mark": ("python", "\ufeff#!/bin/x\n", []),
    "python: lines stay apart": ("python", "# a\n# b\n", ["# a", "# b"]),
    "python: a line end of Windows is not part": ("python", "# a\r\nx = 1 # b\r\n", ["# a", "# b"]),
    "python: a string never closed": ("python", 'x = "open # no\ny = 1  # yes', ["# yes"]),
    "javascript: strings": ("javascript", "a = '// no' + \"/* no */\" // yes", ["// yes"]),
    "javascript: a regular expression": ("javascript", "a = /[/*]// 2; // yes", ["// yes"]),
    "javascript: a template, and code in it": (
        "javascript",
        "a = `// no ${1 /* yes */} /* no */`",
        ["/* yes */"],
    ),
    "javascript: an element, and code in it": (
        "javascript",
        "a = <p>// no {/* yes */}</p>",
        ["/* yes */"],
    ),
    "javascript: the first line names the interpreter": ("javascript", "#!/usr/bin/env node", []),
    "typescript: a comment between types": ("typescript", "let a: /* yes */ T", ["/* yes */"]),
    "tsx: an element": ("tsx", "a = <p title='// no'>// no</p> // yes", ["// yes"]),
    "go: a raw string": ("go", "package p\nvar a = `// no` // yes", ["// yes"]),
    "go: a rune": ("go", "package p\nvar a = '\"' // yes", ["// yes"]),
    "rust: a raw string": ("rust", 'let a = r#"" // no"#; // yes', ["// yes"]),
    "rust: nested": ("rust", "/* a /* b */ c */ fn f() {}", ["/* a /* b */ c */"]),
    "rust: documentation is a comment, its line end is not": (
        "rust",
        "/// a\nfn f() {}",
        ["/// a"],
    ),
    "rust: an attribute": ("rust", "#![allow(x)] // yes", ["// yes"]),
    "rust: a lifetime": ("rust", "fn f<'a>(x: &'a str) {} // it's", ["// it's"]),
    "java: a text block": ("java", 'class A { String s = """\n// no\n"""; } // yes', ["// yes"]),
    "c: a string": ("c", 'char *s = "/* no */"; /* yes */', ["/* yes */"]),
    "c: after a directive": ("c", "#define A 1 // yes\n", ["// yes"]),
    "c: in a directive, a string": ("c", '#define A "http://no" /* yes */\n', ["/* yes */"]),
    "cpp: a raw string": ("cpp", 'auto s = R"(// no)"; // yes', ["// yes"]),
    "cpp: digits in groups": ("cpp", "int n = 1'000; // it's", ["// it's"]),
    "csharp: a verbatim string": ("csharp", 'var s = @"\\ ""// no"; // yes', ["// yes"]),
    "ruby: a string, and code in it": ("ruby", "a = '# no' # yes", ["# yes"]),
    "ruby: a here-document": ("ruby", "puts <<~A # yes\n  # no\nA\n", ["# yes"]),
    "ruby: a block": ("ruby", "=begin\nyes\n=end\n", ["=begin\nyes\n=end"]),
    "ruby: what follows the end": ("ruby", "x = 1\n__END__\n# no\n", []),
    "php: three markers": ("php", "<?php # a\n// b\n/* c */", ["# a", "// b", "/* c */"]),
    "php: an attribute": ("php", "<?php #[A]\nfunction f() {}", []),
    "php: outside the code": ("php", "// no <?php // yes\n?> # no", ["// yes"]),
    "shell: words that hold the marker": ("shell", "echo a#b ${x#y} $# $((2#1)) # yes", ["# yes"]),
    "shell: strings": ("shell", "echo '# no' \"# no\" # it's", ["# it's"]),
    "shell: help in a here-document": ("shell", "cat <<EOF\n# no\nEOF\n# yes", ["# yes"]),
    "yaml: a quoted scalar": ("yaml", "a: 'x # no' # yes", ["# yes"]),
    "yaml: a plain scalar": ("yaml", "a: x#no", []),
    "yaml: a block scalar": ("yaml", "a: |\n  # no\nb: 1 # yes", ["# yes"]),
    "toml: strings": ("toml", 'a = \'# no\' # yes\nb = """\n# no\n"""', ["# yes"]),
    "html: an attribute": ("html", '<p title="<!-- no -->"><!-- yes --></p>', ["<!-- yes -->"]),
    "html: never closed": ("html", "<p><!-- no", []),
    "vue: text is no code": ("vue", "<template>// no <!-- yes --></template>", ["<!-- yes -->"]),
    "svelte: text is no code": ("svelte", "{#if a < b}<!-- yes -->{/if}", ["<!-- yes -->"]),
    "xml: verbatim text": ("xml", "<a><![CDATA[<!-- no -->]]><!-- yes --></a>", ["<!-- yes -->"]),
    "sql: a doubled quote": ("sql", "select 'it''s -- no' -- yes", ["-- yes"]),
    "sql: a backslash is one": ("sql", r"select '\' -- yes", ["-- yes"]),
    "sql: unless the string says so": ("sql", r"select E'\' -- no'", []),
    "dockerfile: first on its line only": (
        "dockerfile",
        "# syntax=docker/dockerfile:1\nRUN echo # no\n  # yes",
        ["# syntax=docker/dockerfile:1", "# yes"],
    ),
    "dockerfile: a file that is written": (
        "dockerfile",
        "COPY <<EOF /a.txt\n# no\nEOF\n# y",
        ["# y"],
    ),
    "makefile: a quoted or escaped marker": ("makefile", "a:\n\techo '# no' \\# # yes", ["# yes"]),
    "css: an address": ("css", "a { b: url(http://no) } /* yes */", ["/* yes */"]),
    "css: a string": ("css", "a { content: '/* no */' }", []),
    "scss: an address": ("scss", "a: url(//no); // yes", ["// yes"]),
    "less: both markers": ("less", "// a\n/* b */", ["// a", "/* b */"]),
    "lua: long strings and long comments": (
        "lua",
        "a = [[ -- no ]] --[==[ b ]] ]==] -- c",
        ["--[==[ b ]] ]==]", "-- c"],
    ),
    "kotlin: nested, and a raw string": (
        "kotlin",
        'val a = """\\""" /* b /* c */ */ // d',
        ["/* b /* c */ */", "// d"],
    ),
    "swift: a raw string": ("swift", 'a = #"" // no"# // yes', ["// yes"]),
    "scala: a character": ("scala", "val a = '\"' // yes", ["// yes"]),
    "dart: a raw string": ("dart", r"var a = r'\'; // yes", ["// yes"]),
    "groovy: a pattern": ("groovy", r"a = ~/x\/\/*b/ // yes", ["// yes"]),
    "hcl: three markers": ("hcl", "# a\n// b\n/* c */", ["# a", "// b", "/* c */"]),
    "hcl: a here-document": ("hcl", "a = <<-EOT\n  # no\n  EOT\n# yes", ["# yes"]),
    "ini: first on its line only": ("ini", "; a\n# b\nc = d ; no # no", ["; a", "# b"]),
    "properties: first on its line only": ("properties", "! a\nb=c # no", ["! a"]),
    "dotenv: a quoted value": ("dotenv", "A='x # no' # yes\nB=a#no", ["# yes"]),
    "gitignore: first on its line only": ("gitignore", "# a\nb # no", ["# a"]),
    "protobuf: a string": ("protobuf", 'a = "// no"; // yes', ["// yes"]),
    "graphql: a description": ("graphql", '"""\n# no\n"""\n# yes', ["# yes"]),
    "jsonc: a string": ("jsonc", '{"a": "http://no"} // yes', ["// yes"]),
    "r: a raw string": ("r", 'a <- r"(# no " )" # yes', ["# yes"]),
    "elixir: sigils and interpolation": ("elixir", 'a = ~r/# no/ <> "#{b}" # yes', ["# yes"]),
    "haskell: operators": ("haskell", "a --> b |-- c -- yes", ["-- yes"]),
    "haskell: nested": ("haskell", "{- a {- b -} -} c", ["{- a {- b -} -}"]),
    "powershell: a here-string": ("powershell", '@"\n# no\n"@ # a <# b #>', ["# a <# b #>"]),
    "powershell: its own escape": ("powershell", '"`" # no" <# yes #>', ["<# yes #>"]),
}


@pytest.mark.parametrize(("language", "text", "expected"), CASES.values(), ids=CASES.keys())
def test_comments(language: str, text: str, expected: list[str]) -> None:
    found = extract(LANGUAGES[language], text).comments
    assert [each.text for each in found] == expected


def test_every_language_has_a_case() -> None:
    shown = {language for language, _, _ in CASES.values()}
    assert shown == LANGUAGES.keys() - {"preprocessor"}  # shown as a part of C
