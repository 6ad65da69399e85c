"""What looks like a placeholder in each language and is none: no rule says a word of it."""

from __future__ import annotations

import pytest

from sutaza_hooks.rule import Rule
from sutaza_hooks.rules.elided_code import ElidedCode
from sutaza_hooks.rules.fantasy_name import FantasyName
from sutaza_hooks.rules.not_implemented import NotImplemented
from sutaza_hooks.rules.placeholder_value import PlaceholderValue
from sutaza_hooks.rules.simulated_behaviour import SimulatedBehaviour
from sutaza_hooks.rules.stub_body import StubBody
from sutaza_hooks.rules.todo_comment import TodoComment
from tests.changes import change, says

RULES: tuple[Rule, ...] = (
    *(ElidedCode(), FantasyName(), NotImplemented(), PlaceholderValue()),
    *(SimulatedBehaviour(), StubBody(), TodoComment()),
)

TRAPS = {
    # what is left to others on purpose
    "Python: an abstract method": (
        "a.py",
        "class Store(ABC):\n    @abstractmethod\n    def load(self):\n"
        '        """Load it; must be implemented by subclasses."""\n'
        "        raise NotImplementedError\n",
    ),
    "Python: a protocol": (
        "a.py",
        'class Loads(Protocol):\n    def load(self) -> str:\n        """Load it."""\n        ...\n',
    ),
    "Python: an overload": (
        "a.py",
        "@overload\ndef check(x: int) -> int: ...\n@overload\ndef check(x: str) -> str: ...\n",
    ),
    "Python: the operand is of another type": (
        "a.py",
        "class A:\n    def __eq__(self, other):\n        return NotImplemented\n",
    ),
    "TypeScript: an abstract method": (
        "a.ts",
        "export abstract class Store {\n  abstract load(): Promise<string>;\n}\n",
    ),
    "TypeScript: an interface": (
        "a.ts",
        "export interface Store { validate(x: string): boolean; }\n",
    ),
    "Java: an interface's default": (
        "A.java",
        "interface A { default void onStop() { /* nothing by default */ } }\n",
    ),
    "Java: what is deliberately not supported": (
        "A.java",
        "class A {\n  public void remove() {\n"
        '    throw new UnsupportedOperationException("views are read only");\n  }\n}\n',
    ),
    "Java: an adapter": (
        "A.java",
        "class MouseAdapter implements MouseListener {\n  public void mouseExited(Event e) {}\n}\n",
    ),
    "C#: an abstract method": ("A.cs", "abstract class A { protected abstract bool Verify(); }\n"),
    "C#: a virtual hook": ("A.cs", "class A { protected virtual void OnClosed() { } }\n"),
    "Go: an interface": ("a.go", "package a\n\ntype Checker interface{ Check(x string) error }\n"),
    "Go: a null object": ("a.go", "package a\n\nfunc (nopLogger) Log(string) {}\n"),
    "Rust: a trait's default": ("a.rs", "pub trait Sink {\n    fn flush(&mut self) {}\n}\n"),
    "Rust: an implementation that has nothing to do": (
        "a.rs",
        "impl Visitor for Null {\n    fn visit(&mut self) {}\n}\n",
    ),
    "C: an empty loop": ("a.c", "void wait_for(int *p) { while (*p) ; }\n"),
    "C++: a pure virtual function": ("a.cpp", "struct A { virtual bool verify() = 0; };\n"),
    "C++: an empty destructor": ("a.cpp", "A::~A() {}\n"),
    "Ruby: a hook": (
        "a.rb",
        "class A\n  # called when it is included; override it\n  def self.inherited(k); end\nend\n",
    ),
    "PHP: an abstract method": (
        "a.php",
        "<?php\nabstract class A { abstract protected function check(string $x): bool; }\n",
    ),
    "shell: a command that does nothing": ("a.sh", "noop() {\n  :\n}\n"),
    # words that mean something else
    "Go: context.TODO": ("a.go", "package a\n\nvar ctx = context.TODO()\n"),
    "Python: magic": ("a.py", "MAGIC_NUMBER = 0x2A\n"),
    "Python: a black box": ("a.py", "class BlackBoxExporter:\n    port = 9115\n"),
    "JavaScript: a to-do list": (
        "a.js",
        "// shows the todo list of the user\nconst todos = load();\n",
    ),
    "JavaScript: a placeholder of React": (
        "a.jsx",
        'const a = <input placeholder="your-api-key" type="text" />;\n',
    ),
    "TSX: a wizard": ("a.tsx", "export function SetupWizard() {\n  return <Steps />;\n}\n"),
    "HTML: a placeholder": ("a.html", '<input placeholder="Enter your API key">\n'),
    "Vue: a placeholder": (
        "a.vue",
        "<template><input :placeholder=\"$t('search')\"></template>\n",
    ),
    "CSS: a placeholder": ("a.css", "input::placeholder { color: gray; }\n"),
    "SQL: placeholders": ("a.sql", "-- one placeholder for each column\nSELECT $1, $2;\n"),
    "Java: placeholders of a format": (
        "A.java",
        "class A {\n  // replaces the placeholders by the arguments\n  String f(String s) {\n"
        "    return s.formatted(1);\n  }\n}\n",
    ),
    "C#: a mocked word": ("A.cs", "class A { string Mockingbird() => Sing(); }\n"),
    "Ruby: a stub of a domain": (
        "a.rb",
        "# the stub of a ticket is torn off\ndef tear(t)\n  t.cut\nend\n",
    ),
    "Rust: a simulation": (
        "simulation/a.rs",
        "/// Simulates one step.\nfn step(s: &mut S) { s.t += 1; }\n",
    ),
    "C: a dummy head": ("a.c", "/* dummy head of the list */\nstatic node head;\n"),
    "PHP: a fake": (
        "a.php",
        "<?php\n// a fake news filter\nfunction isFake($x) { return score($x) > 1; }\n",
    ),
    # what speaks of placeholders
    "Python: a check of settings": (
        "a.py",
        'if settings.SECRET_KEY == "changeme":\n    raise ValueError("set SECRET_KEY")\n',
    ),
    "shell: a check of settings": (
        "a.sh",
        'if [ "$KEY" = "your-api-key" ]; then\n  echo "set KEY" >&2\nfi\n',
    ),
    "JavaScript: help": ("a.js", "console.log('usage: a --key <your-api-key>');\n"),
    "an environment's template": (".env.example", "API_KEY=your-api-key-here\n"),
    "a template in a folder": ("deploy/.env.production.template", "API_KEY=changeme\n"),
    "YAML: a secret that a pipeline gives": ("a.yaml", "key: ${{ secrets.YOUR_API_KEY }}\n"),
    "TOML: a comment": ("a.toml", "# the rest of the settings has defaults\nport = 1\n"),
    "Dockerfile: a stage": ("Dockerfile", "# the stub zone of the resolver\nFROM alpine:3.20\n"),
    # tests
    "Python: a test double": (
        "tests/test_a.py",
        "class FakeBank:\n    def charge(self):\n        return True  # mock\n",
    ),
    "TypeScript: a mock in a test": ("src/a.spec.ts", "const mockUsers = [{ id: 1 }];\n"),
    "Go: a fake": (
        "a_test.go",
        "package a\n\n// returns mock data\nfunc fake() int { return 1 }\n",
    ),
    "Java: a fixture": ("src/test/java/A.java", "class A { /* mock data */ int x = 1; }\n"),
    "Rust: its own tests": (
        "a.rs",
        "#[cfg(test)]\nmod tests {\n    // mock data\n    fn f() { g() }\n}\n",
    ),
}


@pytest.mark.parametrize(("path", "text"), TRAPS.values(), ids=TRAPS.keys())
def test_no_rule_says_a_word(path: str, text: str) -> None:
    given = change({}, {path: text})
    assert [said for rule in RULES for said in says(rule, given)] == []


_ADMISSION = "In a real implementation, this would call the bank."
SPOKEN = {
    "Python": ("a.py", f"# {_ADMISSION}\n"),
    "JavaScript": ("a.js", f"// {_ADMISSION}\n"),
    "TypeScript": ("a.ts", f"/* {_ADMISSION} */\n"),
    "TSX": ("a.tsx", f"const a = <p>{{/* {_ADMISSION} */}}</p>;\n"),
    "Go": ("a.go", f"package a\n\n// {_ADMISSION}\n"),
    "Rust": ("a.rs", f"// {_ADMISSION}\n"),
    "Java": ("A.java", f"class A {{ // {_ADMISSION}\n}}\n"),
    "C": ("a.c", f"/* {_ADMISSION} */\n"),
    "C++": ("a.cpp", f"// {_ADMISSION}\n"),
    "C#": ("A.cs", f"// {_ADMISSION}\n"),
    "Ruby": ("a.rb", f"# {_ADMISSION}\n"),
    "PHP": ("a.php", f"<?php\n// {_ADMISSION}\n"),
    "Kotlin": ("a.kt", f"// {_ADMISSION}\n"),
    "Swift": ("a.swift", f"// {_ADMISSION}\n"),
    "shell": ("a.sh", f"# {_ADMISSION}\n"),
    "a heredoc of shell": ("a.sh", f"cat > a.py <<'EOF'\n# {_ADMISSION}\nEOF\n"),
    "a step of a pipeline": ("a.yml", f"steps:\n  - run: |\n      # {_ADMISSION}\n      f\n"),
    "YAML": ("a.yaml", f"# {_ADMISSION}\na: 1\n"),
    "TOML": ("a.toml", f"# {_ADMISSION}\n"),
    "SQL": ("a.sql", f"-- {_ADMISSION}\n"),
    "Dockerfile": ("Dockerfile", f"# {_ADMISSION}\n"),
    "HTML": ("a.html", f"<!-- {_ADMISSION} -->\n"),
    "Vue": ("a.vue", f"<script>\n// {_ADMISSION}\n</script>\n"),
    "CSS": ("a.css", f"/* {_ADMISSION} */\n"),
}


@pytest.mark.parametrize(("path", "text"), SPOKEN.values(), ids=SPOKEN.keys())
def test_the_same_words_are_heard_in_each_language(path: str, text: str) -> None:
    assert len(says(SimulatedBehaviour(), change({}, {path: text}))) == 1
