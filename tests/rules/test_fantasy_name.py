"""`fantasy-name`: what it allows first, and more of it than what it flags."""

from __future__ import annotations

import pytest

from sutaza_hooks.rules.fantasy_name import FantasyName, spelled
from tests.changes import change, says

RULE = FantasyName()

ALLOWED = {
    "magic": ("a.py", "MAGIC_NUMBER = 7\ndef magic_bytes(): return b'SQ'\n"),
    "a frame called magic": ("a.ts", "class MagicFrame {}\n"),
    "a figure of speech": ("a.py", '"""This is where the magic happens."""\n'),
    "a wizard": ("a.ts", "class SetupWizard {}\n"),
    "quantum": ("a.py", "class QuantumCircuit: pass\n"),
    "a quantum gate": ("a.py", "def apply_quantum_gate(q): return q\n"),
    "a black box": ("a.py", "class BlackBoxExporter: pass\n"),
    "an oracle": ("A.java", "class OracleChatMemoryStore {}\n"),
    "a singularity of mathematics": ("a.py", "def removable_singularity(f): return f\n"),
    "teleporting in Vue": ("a.ts", "class TeleportTarget {}\n"),
    "transcendental functions": ("a.py", "def transcendental(x): return x\n"),
    "a conscious choice": ("a.py", "# a conscious decision: we never retry\n"),
    "reality": ("a.py", "class RealityCheck: pass\n"),
    "virtual reality": ("a.ts", "class VirtualRealityView {}\n"),
    "a brain": ("a.py", "class BrainScan: pass\n"),
    "neural": ("a.py", "class NeuralNetwork: pass\n"),
    "agile": ("a.py", "class AgileBoard: pass\n"),
    "time travel of a debugger": ("a.py", "class TimeTravelDebugger: pass\n"),
    "a user's self-awareness": ("a.py", "# asks the user to reflect, which helps self-awareness\n"),
    "a patient's consciousness": ("a.py", "class ConsciousnessLevel: pass\n"),
    "a field of a patient": ("a.go", "package a\nfunc ConsciousnessScore() int { return n }\n"),
    "a prompt about the self": (
        "a.ts",
        "const x = 1; // journal prompts that grow self-awareness\n",
    ),
    "a sentient being in a story": ("a.py", '"""Stories about sentient beings."""\n'),
    "a string": ("a.py", 's = "ConsciousnessBridge"\n'),
    "an example in a docstring": (
        "a.py",
        'def f():\n    """Ask.\n\n    >>> ask("Explain quantum entanglement.")\n    """\n',
    ),
    "a test": ("tests/test_a.py", "class ConsciousnessBridge: pass\n"),
    "documentation": ("docs/a.py", "class ConsciousnessBridge: pass\n"),
}

FLAGGED = {
    "a class": ("a.py", "class ConsciousnessError(Exception): ...\n", "1:7"),
    "a method": ("a.py", "class A:\n    def _consciousness_loop(self): ...\n", "2:9"),
    "an aware system": ("a.py", "# The system achieves self-awareness over time.\n", "1:23"),
    "a self-aware agent": ("a.py", "class SentientAgent: ...\n", "1:7"),
    "artificial consciousness": ("a.py", "# digital consciousness of the swarm\n", "1:11"),
    "words in capitals": ("a.ts", "class AGIBrain {}\n", "1:7"),
    "snake case": ("a.py", "def show_agi_neural_engine(): ...\n", "1:5"),
    "one word of two": ("a.go", "package a\ntype SuperIntelligence struct{}\n", "2:6"),
    "an entanglement": ("a.rs", "struct QuantumEntanglement;\n", "1:8"),
    "a reality": ("A.java", "class RealityProjector {}\n", "1:7"),
    "a docstring": ("a.py", '"""AGI Brain: the central coordinator."""\n', "1:4"),
    "a comment": ("a.js", "// Maintain consciousness between calls\n", "1:13"),
}


@pytest.mark.parametrize(("path", "text"), ALLOWED.values(), ids=ALLOWED.keys())
def test_allowed(path: str, text: str) -> None:
    assert says(RULE, change({}, {path: text})) == []


@pytest.mark.parametrize(("path", "text", "place"), FLAGGED.values(), ids=FLAGGED.keys())
def test_flagged(path: str, text: str, place: str) -> None:
    (said,) = says(RULE, change({}, {path: text}))
    assert said.startswith(f"{path}:{place}: ")
    assert "what no program does: `" in said


def test_the_options() -> None:
    rule = FantasyName(claims=("warp field",), allow=("WarpFieldSolver",))
    files = {"a.py": "class WarpField: ...\nclass WarpFieldSolver: ...\nclass Multiverse: ...\n"}
    assert says(rule, change({}, files)) == [
        "a.py:1:7: `WarpField` claims what no program does: `warp field`"
    ]


@pytest.mark.parametrize(
    ("name", "words"),
    [("AGIBrain_v2", "agi brain v 2"), ("_selfAware", "self aware"), ("HTTPServer", "http server")],
)
def test_words_of_a_name(name: str, words: str) -> None:
    assert spelled(name) == words


@pytest.mark.parametrize(
    ("manifest", "text", "path", "code"),
    [
        ("requirements.txt", "multiverse==2.0\n", "a.py", "class MultiverseClient: ...\n"),
        (
            "pyproject.toml",
            '[project]\nname = "a"\ndependencies = ["warp-drive"]\n',
            "a.py",
            "def warp_drive(): ...\n",
        ),
        (
            "package.json",
            '{"name": "a", "dependencies": {"@x/telepathy": "1"}}',
            "a.ts",
            "class Telepathy {}\n",
        ),
        (
            "Cargo.toml",
            '[package]\nname = "a"\n[dependencies]\nsentient = "1"\n',
            "src/a.rs",
            "/// Calls sentient software.\nfn f() { g() }\n",
        ),
    ],
    ids=["requirements", "a project", "a scope of npm", "a crate, in a description"],
)
def test_the_name_of_a_dependency(manifest: str, text: str, path: str, code: str) -> None:
    assert says(RULE, change({}, {manifest: text, path: code})) == []
    assert len(says(RULE, change({}, {manifest: text.replace("e", "i"), path: code}))) == 1
