"""`stub-body`: what it allows first, and more of it than what it flags."""

from __future__ import annotations

import pytest

from sutaza_hooks.rules.stub_body import StubBody
from tests.changes import change, says

RULE = StubBody()

ALLOWED = {
    "an abstract method": (
        "a.py",
        "class A(ABC):\n    @abstractmethod\n    def f(self):\n        # to be implemented\n"
        "        pass\n",
    ),
    "a decorated abstract method of a plain class": (
        "a.py",
        'class A:\n    @abc.abstractmethod\n    def check(self):\n        """Check it."""\n',
    ),
    "a protocol": (
        "a.py",
        'class A(Protocol):\n    def check(self) -> bool:\n        """Check it."""\n        ...\n',
    ),
    "an overload": ("a.py", "@overload\ndef f(x: int) -> int: ...  # placeholder\n"),
    "a stub file": ("a.pyi", "def validate(x) -> bool: ...  # stub\n"),
    "declarations of TypeScript": ("a.d.ts", "class A { f() {} /* stub */ }\n"),
    "a base class": ("a.py", "class BaseCheck:\n    def check(self):\n        pass  # stub\n"),
    "a docstring for those who override it": (
        "a.py",
        "class Events(Target):\n    def executed(self, statement):\n"
        '        """The handler should return the statement."""\n',
    ),
    "a class that others derive from": (
        "a.py",
        'class Part:\n    def scan(self):\n        """Perform the scan."""\n        pass\n\n\n'
        "class Whole(Part):\n    x = 1\n",
    ),
    "a declaration below a remark": (
        "a.py",
        "if TYPE_CHECKING:\n    # TODO: no sources for these stubs\n"
        "    def index(self, value): ...\n",
    ),
    "a hook": ("a.py", "class A:\n    def f(self):\n        # hook for subclasses\n        pass\n"),
    "a documented no-op": ("a.py", 'def close():\n    """No-op: there is nothing to close."""\n'),
    "nothing to do": ("a.go", "package a\nfunc (s *S) Close() { // nothing to do\n}\n"),
    "a null object": ("a.py", "class NullLock:\n    def acquire(self):\n        pass  # stub\n"),
    "a double": ("a.py", "class FakeBank:\n    def charge(self):\n        return True  # fake\n"),
    "a constructor": ("a.ts", "class A { constructor(private a: B) { /* placeholder */ } }\n"),
    "a dunder method": ("a.py", "class A:\n    def __init__(self):\n        pass  # TODO later\n"),
    "an override": ("A.java", "class A { @Override public void close() { /* stub */ } }\n"),
    "an interface's default": ("A.java", "interface A { default void f() { /* stub */ } }\n"),
    "a trait's default": ("a.rs", "trait A { fn f(&self) { /* placeholder */ } }\n"),
    "an implementation of a trait": (
        "a.rs",
        "impl Log for L {\n    fn enabled(&self) -> bool {\n"
        "        // The level is set elsewhere, so we don't need to implement it here.\n"
        "        true\n    }\n}\n",
    ),
    "a virtual method": ("a.cpp", "struct A { virtual void f() {} /* stub */ };\n"),
    "an empty method without a word": ("a.py", "def on_start():\n    pass\n"),
    "a constant without a promise": (
        "a.py",
        "class A:\n    def is_open(self):\n        return True\n",
    ),
    "a property": (
        "a.py",
        'class A:\n    @property\n    def score(self):\n        """Score."""\n        return 1.0\n',
    ),
    "a check that its base class asks for": (
        "a.py",
        'class A(Rule):\n    def check(self):\n        """Check nothing."""\n        return True\n',
    ),
    "a default that is documented": (
        "a.py",
        'class A:\n    def validate(self):\n        """Validate; by default all is valid."""\n'
        "        return True\n",
    ),
    "a callback": ("a.js", "const noop = () => {};\n"),
    "a body that works": ("a.py", "def validate(x):\n    # placeholder\n    return bool(x.ok)\n"),
    "a test": ("tests/test_a.py", "def validate(x):\n    # Add validation here\n    return True\n"),
    "a mock in a folder of them": ("mocks/a.js", "function f() { return 1; /* stub */ }\n"),
    "an example": ("examples/a.py", "def validate(x):\n    # Add validation here\n    pass\n"),
    "printing": ("a.py", 'def main():\n    print("ready")\n'),
}

FLAGGED = {
    "pass, with an admission": (
        "a.py",
        "def handle(m):\n    # Add query handling here\n    pass\n",
        "3:5: `handle` does nothing, and a comment admits it",
    ),
    "a comment behind it": (
        "a.py",
        "class A:\n    def save(self):\n        pass  # would be stored in the database\n",
        "3:9: `A.save` does nothing, and a comment admits it",
    ),
    "a placeholder that answers": (
        "a.py",
        "class A:\n    def _estimate(self, c):\n        # Placeholder for the estimation\n"
        "        return 0.9\n",
        "4:9: `A._estimate` always gives `0.9`, and a comment admits it",
    ),
    "a stub by its docstring": (
        "a.py",
        'def optimize(*args):\n    """Stub implementation."""\n    return True\n',
        "3:5: `optimize` always gives `True`, and a comment admits it",
    ),
    "a validation that is always right": (
        "a.py",
        "class A:\n    def _validate_card(self, card) -> bool:\n"
        '        """Validate the number of the card."""\n        return True\n',
        "4:9: `A._validate_card` always gives `True`, whatever it is given",
    ),
    "only steps that nobody takes": (
        "a.py",
        'class A:\n    def _mitigate(self):\n        """Mitigate the load."""\n'
        "        # Potential strategies:\n        # 1. Drop what is old\n        pass\n",
        "6:9: `A._mitigate` does nothing, and a comment admits it",
    ),
    "it says that it is a stub": (
        "a.py",
        'async def restart():\n    logger.info("[STUB] Would restart all services")\n',
        "2:5: `restart` only says something",
    ),
    "a comment above it": (
        "a.js",
        "// Placeholder, implement later\nfunction total(items) {\n  return 100;\n}\n",
        "3:3: `total` always gives `100`, and a comment admits it",
    ),
    "an empty method in TypeScript": (
        "a.ts",
        "class A {\n  save(): void {\n    // to be implemented\n  }\n}\n",
        "2:16: `A.save` does nothing, and a comment admits it",
    ),
    "an object of success": (
        "a.js",
        'const pay = (card) => {\n  // mock\n  return { status: "success" };\n};\n',
        '3:3: `pay` always gives `{ status: "success" }`, and a comment admits it',
    ),
    "a method of Go": (
        "a.go",
        "package a\nfunc (s *S) Verify(t string) bool {\n\t// stubbed for now\n\treturn true\n}\n",
        "4:2: `S.Verify` always gives `true`, and a comment admits it",
    ),
    "a function of Rust": (
        "a.rs",
        "impl C {\n    fn task(&self) -> Result<()> {\n        // implementation would go here\n"
        "        Ok(())\n    }\n}\n",
        "4:9: `C.task` does nothing, and a comment admits it",
    ),
    "a method of Java": (
        "A.java",
        "class A {\n  int score(String s) {\n    return 42; // hard-coded\n  }\n}\n",
        "3:5: `A.score` always gives `42`, and a comment admits it",
    ),
    "a function of C": (
        "a.c",
        "int verify(int x) {\n  /* not yet implemented */\n  return 0;\n}\n",
        "3:3: `verify` always gives `0`, and a comment admits it",
    ),
    "a method of C#": (
        "a.cs",
        "class A {\n  bool Check(int x) {\n    // simplified\n    return true;\n  }\n}\n",
        "4:5: `A.Check` always gives `true`, and a comment admits it",
    ),
    "a function of PHP": (
        "a.php",
        "<?php\nfunction check($x) {\n  // Add validation here\n  return true;\n}\n",
        "4:3: `check` always gives `true`, and a comment admits it",
    ),
    "a function of the shell": (
        "a.sh",
        "rollback() {\n  # implement the rollback\n  :\n}\n",
        "3:3: `rollback` does nothing, and a comment admits it",
    ),
}


@pytest.mark.parametrize(("path", "text"), ALLOWED.values(), ids=ALLOWED.keys())
def test_allowed(path: str, text: str) -> None:
    assert says(RULE, change({}, {path: text})) == []


@pytest.mark.parametrize(("path", "text", "expected"), FLAGGED.values(), ids=FLAGGED.keys())
def test_flagged(path: str, text: str, expected: str) -> None:
    assert says(RULE, change({}, {path: text})) == [f"{path}:{expected}"]


def test_a_stub_that_stood_there_before_is_not_new() -> None:
    old = "def handle(m):\n    # Add query handling here\n    pass\n"
    assert says(RULE, change({"a.py": old}, {"a.py": f"x = 1\n{old}"})) == []
