"""`not-implemented`: what it allows first, and more of it than what it flags."""

from __future__ import annotations

import pytest

from sutaza_hooks.check import check
from sutaza_hooks.diagnostic import Severity
from sutaza_hooks.rules.not_implemented import NotImplemented
from tests.changes import change, says

RULE = NotImplemented()

ALLOWED = {
    "a value that somebody has to give": ("a.sh", 'fail "$key is still a placeholder"\n'),
    "the same in Python": ("a.py", 'raise ValueError(f"{name} is a placeholder")\n'),
    "the definition of an error": (
        "a.py",
        'class NotImplementedInPlan(Exception):\n    title = "This is not implemented"\n',
    ),
    "an abstract method": (
        "a.py",
        "class A:\n    def f(self):\n        raise NotImplementedError\n",
    ),
    "an abstract method with a message": (
        "a.py",
        "class A:\n    def f(self):\n"
        '        raise NotImplementedError("subclasses must implement f()")\n',
    ),
    "a case that is not supported": (
        "a.py",
        'raise NotImplementedError("distinct() with fields is not implemented.")\n',
    ),
    "the same over lines": (
        "a.py",
        'raise NotImplementedError(\n    "nested queries "\n    "are not implemented."\n)\n',
    ),
    "not supported in Java": (
        "A.java",
        'class A { void f() { throw new UnsupportedOperationException("read only"); } }\n',
    ),
    "an error that is caught": ("a.py", "try:\n    f()\nexcept NotImplementedError:\n    g()\n"),
    "the value NotImplemented": ("a.py", "def __eq__(self, o):\n    return NotImplemented\n"),
    "an argument that is refused": (
        "a.py",
        'raise ValueError("Adding ranges with a gap is not implemented")\n',
    ),
    "a reason": (
        "a.py",
        'raise Closed("accessor is not implemented as the row may be gone")\n',
    ),
    "an example in a documenting comment": (
        "a.rs",
        "/// ```\n/// fn f() -> A {\n///     // ...\n///     # unimplemented!()\n/// }\n"
        "/// ```\npub fn g() { h() }\n",
    ),
    "code that a macro writes": ("a.rs", "fn f() { quote! { ::std::unimplemented!() } }\n"),
    "a text that Rust compares": ("a.rs", 'fn f() { g(s == "not implemented yet") }\n'),
    "what another part adds later": ("a.cs", "// the summary will be added later by the worker\n"),
    "what is empty at first": ("a.py", "x = []  # Initially empty, rows will be added later\n"),
    "a converter of one way": (
        "A.cs",
        "class A : IValueConverter {\n  public object ConvertBack(object v) {\n"
        "    throw new NotImplementedException();\n  }\n}\n",
    ),
    "a platform": ("a.go", 'package a\nvar e = errors.New("not implemented on Windows")\n'),
    "the reason phrase of HTTP": ("a.py", 'REASONS[501] = "Not Implemented"\n'),
    "it in a table": ("a.js", "const reasons = { 501: 'Not Implemented' };\n"),
    "a comparison": ("a.py", 'if message == "not implemented":\n    retry()\n'),
    "a search": ("a.py", 'found = "not implemented" in text\n'),
    "a pattern": ("a.js", "if (/not implemented/.test(s)) { f(); }\n"),
    "a list of what is searched for": ("a.py", 'WORDS = ["not implemented yet", "stub"]\n'),
    "a help text": ("a.py", 'parser.add_argument("--x", help="not implemented yet")\n'),
    "a test": ("tests/test_a.py", 'raise ValueError("not implemented yet")\n'),
    "a test in Rust": ("a.rs", "fn f() { g() }\n#[cfg(test)]\nmod tests { fn f() { todo!() } }\n"),
    "a comment about others": ("a.py", "# some servers have not implemented the header\n"),
    "a condition": ("a.py", "# if not implemented, the close method is not called\n"),
    "a comment on a macro": ("a.rs", "// todo!() panics\nfn f() { g() }\n"),
    "a string with a macro": ("a.rs", 'fn f() -> &str { "todo!()" }\n'),
    "context.TODO": ("a.go", "package a\nvar c = context.TODO()\n"),
    "must be implemented by subclasses": (
        "a.py",
        'raise TypeError("get() must be implemented by subclasses")\n',
    ),
    "a page that says it is not one": ("a.ts", '// An empty state, NOT a "coming soon" page\n'),
    "a message that speaks of a text": ("a.py", "text = 'the \"Coming soon\" badge is hidden'\n"),
    "a comment that quotes a longer text": (
        "a.ts",
        '// products with "New: coming soon" labels are listed last\n',
    ),
    "a tagged comment, which another rule judges": ("a.py", "# TODO: not implemented yet\n"),
    "documentation": ("docs/a.py", 'raise ValueError("not implemented yet")\n'),
}

FLAGGED = {
    "a text that Rust gives away": (
        "a.rs",
        "fn f() -> String {\n    match x {\n        A => {\n"
        '            "A is not implemented yet".to_string()\n        }\n    }\n}\n',
        "4:13",
    ),
    "raised": ("a.py", 'raise ValueError("refunds are not implemented yet")\n', "1:18"),
    "raised as abstract, but only not yet": (
        "a.py",
        'raise NotImplementedError("not yet implemented")\n',
        "1:27",
    ),
    "thrown": ("a.js", 'throw new Error("Not implemented yet");\n', "1:17"),
    "thrown in TypeScript": ("a.ts", "throw new Error('Method not implemented.');\n", "1:17"),
    "thrown in Java": (
        "A.java",
        'class A { void f() { throw new IllegalStateException("Not implemented yet"); } }\n',
        "1:54",
    ),
    "thrown in .NET": (
        "a.cs",
        "class A { void F() { throw new NotImplementedException(); } }\n",
        "1:22",
    ),
    "thrown in PHP": ("a.php", "<?php throw new Exception('Not implemented yet');\n", "1:27"),
    "raised in Ruby": ("a.rb", 'raise "not implemented yet"\n', "1:7"),
    "a panic": ("a.go", 'package a\nfunc f() { panic("implement me") }\n', "2:18"),
    "an error of Go": (
        "a.go",
        'package a\nfunc f() error { return errors.New("not implemented") }\n',
        "2:36",
    ),
    "todo! of Rust": ("a.rs", "fn f() -> u8 { todo!() }\n", "1:16"),
    "unimplemented! of Rust": ("a.rs", 'fn f() { unimplemented!("later") }\n', "1:10"),
    "bailed out": ("a.rs", 'fn f() { bail!("indexing is not yet implemented") }\n', "1:16"),
    "returned": ("a.ts", "function f() { return 'PDF export not implemented'; }\n", "1:23"),
    "logged": ("a.py", 'logger.warning("rollback is not yet implemented")\n', "1:16"),
    "printed in the shell": ("a.sh", 'warn "rollback not implemented"\n', "1:6"),
    "shown to the user": ("a.py", 'st.info("The editor is coming soon!")\n', "1:9"),
    "in the place of a value": ("a.py", 'text = "PDF parsing not implemented yet"\n', "1:8"),
    "a message beside a quoted name": (
        "a.ts",
        "toast('\"PDF\" export is coming soon');\n",
        "1:7",
    ),
    "a comment": ("a.go", "package a\n// Cascades are not yet implemented here.\n", "2:17"),
    "a comment about later": ("a.yml", "# will be implemented in future versions\na: 1\n", "1:3"),
    "an empty field": (
        "a.ts",
        "const x = { issues: [] }; // would need a separate query\n",
        "1:30",
    ),
}


@pytest.mark.parametrize(("path", "text"), ALLOWED.values(), ids=ALLOWED.keys())
def test_allowed(path: str, text: str) -> None:
    assert says(RULE, change({}, {path: text})) == []


@pytest.mark.parametrize(("path", "text", "place"), FLAGGED.values(), ids=FLAGGED.keys())
def test_flagged(path: str, text: str, place: str) -> None:
    (said,) = says(RULE, change({}, {path: text}))
    assert said.startswith(f"{path}:{place}: ")
    assert "says that this is not implemented: `" in said


def test_what_stood_there_before_is_not_new() -> None:
    old = 'raise ValueError("not implemented yet")\n'
    assert says(RULE, change({"a.py": old}, {"a.py": f"if x:\n    {old}"})) == []


@pytest.mark.parametrize(
    ("path", "text", "place"),
    [
        ("a.tsx", "const a = (\n  <p>Coming soon...</p>\n);\n", "2:6"),
        ("a.jsx", "const a = (\n  <p>\n    Coming soon\n  </p>\n);\n", "3:5"),
    ],
    ids=["on one line", "on its own"],
)
def test_a_page_that_only_promises_is_a_warning(path: str, text: str, place: str) -> None:
    (found,) = check(change({}, {path: text}), [RULE]).diagnostics
    assert f"{found.location.line}:{found.location.column}" == place
    assert found.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.tsx", "const a = <p>Spring is coming soon, they say</p>;\n"),
        ("a.tsx", "const a = <p>Coming soon to a town near you</p>;\n"),
        ("a.md", "Coming soon\n"),
    ],
    ids=["in a sentence", "before more", "a document"],
)
def test_a_page_that_says_more(path: str, text: str) -> None:
    assert says(RULE, change({}, {path: text})) == []
