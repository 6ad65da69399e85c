"""`simulated-behaviour`: what it allows first, and more of it than what it flags."""

from __future__ import annotations

import pytest

from sutaza_hooks.check import check
from sutaza_hooks.diagnostic import Severity
from sutaza_hooks.rules.simulated_behaviour import SimulatedBehaviour
from tests.changes import change, says

RULE = SimulatedBehaviour()

ALLOWED = {
    "a simulator": ("a.py", "# Simulates a quantum register of n bits.\n"),
    "a simulated user": ("a.js", "// Simulate a user's click on the row\n"),
    "a technique": ("a.rs", "// Simulate a priority channel: the flag goes before the messages.\n"),
    "small chunks": ("a.py", "# simulate reading small chunks of the content\n"),
    "what something normally is": ("a.rs", "// On Linux, this would normally be glibc's.\n"),
    "a consequence": ("a.py", "# otherwise this would return the wrong answer\n"),
    "an alternative that fails": ("a.py", "# This would call f() twice and break the count.\n"),
    "none of this": ("a.rs", "// Without the mode, none of this would be needed.\n"),
    "in practice": ("a.py", "# it could be removed if it became a problem in practice\n"),
    "production as a place": ("a.js", "// The check is skipped in production builds.\n"),
    "it fails in production": ("a.ts", "// These will throw in production.\n"),
    "a mock that a test makes": ("a.py", "# lets tests put a mock response in its place\n"),
    "a mock object for tests": ("a.ts", "// Unit tests assign a mock object to this field.\n"),
    "a never": ("a.ts", "// Read from the map, never hardcoded at call sites.\n"),
    "fake instances": ("a.py", "# Wrap any foreign keys in fake model instances.\n"),
    "a dummy": ("a.py", "# the dummy model is built to copy the table\n"),
    "a dummy argument": ("a.c", "// dummy head of the list\n"),
    "placeholders of SQL": ("a.go", "package a\n// one placeholder for each column\n"),
    "a placeholder attribute": ("a.html", '<input placeholder="Mock data">\n'),
    "for later use": ("a.py", "# keeps the token for later use\n"),
    "an algorithm's name": ("a.py", "# Douglas-Peucker gives the simplified line\n"),
    "simplifying": ("a.py", "# (simplify the fraction first)\n"),
    "a platform that is not supported": (
        "a.rs",
        "// Placeholder implementation to allow compiling on other platforms.\n",
    ),
    "spoken of": ("a.py", '# rejects comments such as "in a real implementation"\n'),
    "a word of geometry": ("a.py", "# Simplified polygon of the border\n"),
    "a placeholder of a form": ("a.js", "// Placeholder for the search field\n"),
    "a simulator's own words": ("simulator/a.py", "# Simulate quantum noise\n"),
    "a typing user": ("a.js", "// Simulate typing in the field\n"),
    "replaced in a sentence": ("a.py", "# the old row would be replaced by the new one twice\n"),
    "a benchmark": ("benchmarks/a.py", "# Simulate work\n"),
    "a fuzz target": ("fuzz/fuzz_targets/a.rs", "// Mock signature\n"),
    "a string": ("a.py", 's = "In a real implementation, this would call the bank"\n'),
    "a docstring": ("a.py", 'def f():\n    """A mock implementation."""\n    return g()\n'),
    "a dry run": ("a.py", 'print(f"Would delete {path}")\n'),
    "jitter": ("a.py", "delay = base * (1 + random.random())\n"),
    "an identifier": ("a.js", "const id = Math.random().toString(36);\n"),
    "a shuffled order": ("a.py", "order = random.sample(items, len(items))\n"),
    "noise for training": ("a.py", "x = x + np.random.normal(0, 0.1, x.shape)\n"),
    "a seed": ("a.py", "seed = random.randint(0, 2**32)\n"),
    "a mocking library": ("a.py", "import mockito\n"),
    "a call of a mock": ("a.js", "jest.mock('./a');\n"),
    "a test": ("tests/test_a.py", "# mock data\nmock_data = {}\n"),
    "a test in Rust": ("a.rs", "fn f() { g() }\n#[cfg(test)]\nmod tests {\n  // mock data\n}\n"),
    "a fake package": ("client/fake/a.go", "package fake\n// a mock implementation\n"),
    "an example": ("examples/a.py", "# In a real application, this would be a database.\n"),
    "documentation": ("docs/a.py", "# In a real application, this would be a database.\n"),
    "no fake data": ("a.py", "# There is no fake data here.\n"),
    "a negation some words before": ("a.ts", "// Reads the ledger rather than any mock data\n"),
    "do not use": ("a.ts", "// Don't use a mock response\n"),
    "never returns": ("a.go", "package a\n// It never returns dummy values.\n"),
    "instead of a placeholder": ("a.py", "# counts rows instead of a placeholder value\n"),
    "replaces the mock": ("a.py", "# This replaces the mock implementation of v1.\n"),
    "praise": ("a.py", "# Optimized for production use, with a pool of connections\n"),
    "advice of a stock template": (
        "a.cs",
        "// You may want to change this for production scenarios, see https://aka.ms/hsts\n",
    ),
    "what a build fills in": (
        "a.html",
        "<!-- This is a placeholder for base href that will be replaced by the value given. -->\n",
    ),
    "a mask for secrets": ("a.py", "# Replaced with a placeholder: [REDACTED] masks data\n"),
    "a class whose job is mocking": (
        "a.ts",
        "class MockServer {\n  // Return a mock response\n  f() { return g(); }\n}\n",
    ),
    "a file of a mock server": ("mock_routes.py", "# returns the mock responses of the user\n"),
    "a message that denies it": ("a.py", 'print("Live rates, not using mock data")\n'),
    "the definition of a mocking function": ("a.ts", "function mockTaxValidation(x) {\n}\n"),
    "a method of a mocking library": ("a.js", "spy.mockReturnValue(3);\n"),
    "what looks for fakes": ("a.py", "score = fake_score(review)\n"),
    "a class that adapts": ("a.py", "r = MockRequest(request)\n"),
    "fake news": ("a.py", "class FakeNewsDetector: ...\n"),
    "a dummy in the middle of a name": ("a.py", "class NoDummyRows: ...\n"),
    "production as a fact": ("a.py", "# In production, store is a bucket.\n"),
    "production inside a sentence": ("a.py", "# Workers that run in production, fetch rows.\n"),
    "production beside development": (
        "a.cs",
        "// Strict in production environment, and Lax in development\n",
    ),
    "directions": ("a.yaml", "# Override with b.yaml for production deployments:\n"),
    "what the code below does": (
        "a.ts",
        "// In production, hash the name\nif (isProduction) { name = hash(name); }\n",
    ),
    "what was mended": ("a.ts", "// SECURITY FIX: Remove mock user data from the page\n"),
    "what is kept out": ("a.sh", "# Mock data must not reach production\n"),
    "a gate against it": ("a.sh", "# Mock data gate\n"),
    "rows that a script inserts": ("setup.sql", "-- creates tables and inserts dummy data\n"),
    "a refusal to seed": ("a.py", 'raise ValueError("Dummy data seeding is off")\n'),
    "what a program replaces": ("a.ts", "// Replace with real data when the response arrives\n"),
    "what is filled in later": ("a.ts", "x = ''; // placeholder, filled after the upload\n"),
    "what is no placeholder": ("a.go", "package a\n// a real (non-placeholder) key\n"),
    "a word that only begins so": ("a.js", "// makes the mock content-specific\n"),
    "by what means": ("a.js", "// Simulate the search using web scraping\n"),
    "streaming without": ("a.go", "package a\n// This simulates streaming without loading it\n"),
    "a test mode": ("a.js", "log.info('test mode: using mock user');\n"),
    "whether to mock": ("a.py", "if mock_mode_enabled():\n    pass\n"),
    "an example in a documenting comment": (
        "a.rs",
        "/// ```\n/// // or return some mock data\n/// f();\n/// ```\npub fn g() { h() }\n",
    ),
    "a reason from real life": ("a.js", "// likely in real-world applications, hence the limit\n"),
    "a relative sentence": ("a.py", "# skip what would be generated by the flag\n"),
    "a type that it would be": ("a.py", "# Would be Sequence\n"),
    "what is seen elsewhere": ("a.py", "# a nested query - see test_nested for demo.\n"),
    "a technical fake": ("a.py", "# create a fake cursor result from the rows\n"),
    "a setting": ("a.yaml", "MOCK_CHECKS: ${MOCK_CHECKS:-false}\n"),
    "files that a script finds": ("a.sh", "MOCK_FILES=$(grep -rl mock tests)\n"),
    "a mode": ("a.ts", "if (MOCK_MODE) { f(); }\n"),
    "an empty list": ("a.py", "found = not mocks\nmock_rows = []\n"),
    "a simulation that is the job": ("a.py", "state = simulate_step(state, dt)\n"),
    "the definition of a simulation": ("a.ts", "function simulateUpload(file) {\n}\n"),
    "a setter of a random place": ("a.ts", "setPosition(Math.random() * width);\n"),
    "a mocking library as a module": ("a.ts", "import { mock } from 'vitest-mock-extended';\n"),
    "the module of a mock server": ("a.ts", "import { start } from './mock-server';\n"),
    "a library of mocks": ("a.py", "from unittest.mock import MagicMock\n"),
    "types of a mock": ("a.ts", "import type { Row } from './mockData';\n"),
    "a pause before a retry": (
        "a.ts",
        "async function f() {\n  for (let i = 0; i < 3; i++) {\n"
        "    await new Promise(r => setTimeout(r, 100));\n  }\n"
        "  return { a: 1, b: 2, c: 3, d: 4 };\n}\n",
    ),
    "a pause beside a question": (
        "a.ts",
        "async function f() {\n  await delay(100);\n  const x = await load();\n"
        "  return { a: 1, b: 2, c: 3, d: x };\n}\n",
    ),
    "a pause after which something is computed": (
        "a.py",
        "def f(x):\n    time.sleep(1)\n    return {'a': x, 'b': g(x)}\n",
    ),
    "a name that ends so": ("a.js", 'return name + ".people (stub)";\n'),
    "what production must have": ("a.py", 'raise Missing("KEY must be set in production")\n'),
    "what has been removed": ("a.ts", "// All mock data and fallbacks have been removed\n"),
    "what a flag stands for": ("a.py", "is_mock = 0  # 1 = mock data, 0 = real\n"),
    "rows for a fresh database": ("a.sh", "# Apply the demo seed data, twice if need be.\n"),
    "a file of them": ("a.yml", "# Demo data (seed.sql) comes behind the migration\n"),
    "what something would be": ("a.py", "# Check for rows without a value (would be NaN)\n"),
    "a plugin of a build": ("vite.config.ts", "const plugins = [mockApiPlugin()];\n"),
    "a simulator's noise": ("simulation/a.py", "response_time = random.uniform(1, 9)\n"),
    "what the branch above is": (
        "a.py",
        'if ENVIRONMENT == "production":\n    # In production, use the folder of logs\n    f()\n',
    ),
    "a docstring about stubs": (
        "a.py",
        'def f():\n    """Find stubs (stub files) in it."""\n    g()\n',
    ),
    "what production code must not do": (
        "a.ts",
        "// Callers in production code should NOT use it\n",
    ),
    "what must not happen": ("a.ts", "// in production, this should never be reached\n"),
    "what was stripped": ("a.ts", "// Phase 0 stripped mock data from it\n"),
    "what the server would do": ("a.ts", "// no id is sent (it would be ignored anyway)\n"),
    "a tagged comment, which another rule judges": ("a.py", "# TODO: replace the mock data\n"),
}

FLAGGED = {
    "what a real implementation would do": (
        "a.py",
        "# In a real implementation, this would call the bank.\n",
        "1:3",
    ),
    "over two lines": ("a.js", "// In a real\n// implementation, you would wait.\nf();\n", "1:4"),
    "in production": ("a.py", "# In production, this would query the database\n", "1:3"),
    "in practice": ("a.rs", "// In practice, this would load the model.\n", "1:4"),
    "behind code": ("a.go", "package a\nvar x = 1 // this would use the real rate\n", "2:14"),
    "this would call": ("a.ts", "// This would integrate with the payment API\n", "1:4"),
    "a field that would need work": (
        "a.ts",
        "const x = { cpu: 0 }; // Would need metrics\n",
        "1:26",
    ),
    "a mock implementation": ("a.js", "// Mock implementation\n", "1:4"),
    "mock data": ("a.py", "# Return mock data\n", "1:3"),
    "labelled mock": ("a.js", "const x = 0.5; // Mock: 10-90%\n", "1:19"),
    "a dummy response": ("a.py", "# Return a dummy response\n", "1:3"),
    "for demo purposes": ("a.py", "# For demo purposes, accept any password\n", "1:3"),
    "a placeholder implementation": ("a.java", "// Placeholder implementation\n", "1:4"),
    "it is a placeholder": ("a.cs", "// This is a placeholder\n", "1:4"),
    "a placeholder value": ("a.js", "return 100; // Placeholder\n", "1:16"),
    "simplified": ("a.py", "# Store the connection (simplified for now)\n", "1:24"),
    "simplified beside the real": (
        "a.py",
        "# Simplified version, the real one would ask the bank\n",
        "1:3",
    ),
    "simplified to a constant": (
        "a.py",
        "def f(x):\n    # Simplified implementation\n    return True\n",
        "2:7",
    ),
    "a negation of something else": (
        "a.py",
        "# The bank is not asked yet. Return mock data\n",
        "1:30",
    ),
    "a negation with a but": ("a.py", "# not final but returns mock data\n", "1:17"),
    "a mock that is to be replaced": ("a.py", "# Mock data, replace with API\n", "1:3"),
    "a mocked service": (
        "a.ts",
        "class PaymentService {\n  // Return a mock response\n  f() { return g(); }\n}\n",
        "2:6",
    ),
    "what to do in production": ("a.ts", "// In production, fetch it from the bank\n", "1:4"),
    "to compute in production": ("a.py", "x = 1  # In production, compute the mean\n", "1:10"),
    "a placeholder that would": ("a.py", "x = 1  # rate (placeholder - would ask)\n", "1:15"),
    "stub data for now": ("a.py", "# returning stub data for now\n", "1:3"),
    "a message about stub data": ("a.py", 'print("Offline, returning stub data")\n', "1:7"),
    "a call of a mock": ("a.ts", "const ok = mockTaxValidation(id);\n", "1:12"),
    "a call of a fake": ("a.py", "return fake_embedding(text)\n", "1:8"),
    "mocks that are generated": ("a.ts", "return generateMockRows(3);\n", "1:8"),
    "a method that makes mocks": ("a.py", "rows = self._generate_mock_rows(3)\n", "1:8"),
    "a pause for work": (
        "a.ts",
        "async function verify(x) {\n  await new Promise(r => setTimeout(r, 900));\n"
        "  return { ok: true, score: 98, bank: 'A', rate: 0.5 };\n}\n",
        "2:3",
    ),
    "a pause for work in Python": (
        "a.py",
        "def load():\n    time.sleep(2)\n    return [{'id': 1, 'name': 'A'}, {'id': 2, 'b': 0}]\n",
        "2:5",
    ),
    "a pause before a state": (
        "a.tsx",
        "const load = async () => {\n  await new Promise((resolve) => setTimeout(resolve, 50));\n"
        "  setRows([{ id: 1, name: 'A' }, { id: 2, name: 'B' }]);\n};\n",
        "2:3",
    ),
    "rows that are made up": ("a.ts", "const mockNews = [\n  { id: 1 },\n];\n", "1:7"),
    "the same in capitals": ("a.ts", "const MOCK_BILLS: Bill[] = [{ id: 1 }];\n", "1:7"),
    "a module of what is made up": ("a.ts", "import { rows } from '../api/mockData';\n", "1:1"),
    "the same in Python": ("a.py", "from app.mock_data import rows\n", "1:1"),
    "a simulated call": ("a.tsx", "  simulateAuth({ name });\n", "1:3"),
    "a simulated call in Python": ("a.py", "rate = simulate_api_call(x)\n", "1:8"),
    "a random state": ("a.tsx", "setScore(Math.floor(Math.random() * 15) + 85);\n", "1:1"),
    "a random measurement of a page": (
        "simulationUtils.js",
        "const health = 85 + Math.random() * 15;\n",
        "1:7",
    ),
    "a random temperature": ("a.js", "  tempMax: 20 + Math.random() * 10,\n", "1:3"),
    "a message that calls itself a stub": (
        "a.go",
        'package a\nvar s = "Rebuilt it (stub)"\n',
        "2:9",
    ),
    "a message that is simulated": (
        "a.ts",
        "fail(`Could not move the file (simulated)`);\n",
        "1:6",
    ),
    "a message of what would be": ("a.js", 'alert("Would send you on in production.");\n', "1:7"),
    "a docstring that calls itself a stub": (
        "a.py",
        'def login(x):\n    """Take the callback (stub)."""\n    return g(x)\n',
        "2:5",
    ),
    "a module called mock": ("a.tsx", "import { rows } from '../data/mock.ts'\n", "1:1"),
    "a delay": ("a.py", "time.sleep(1)  # Simulate response time\n", "1:18"),
    "a call": ("a.ts", "// Simulate API call\n", "1:4"),
    "an imperative": ("a.ts", "// Simulate resource allocation\n", "1:4"),
    "a placeholder for work": ("a.ts", "// Placeholder for message persistence\n", "1:4"),
    "a placeholder at the end": ("a.rs", "let u = 1; // Empty frame (placeholder)\n", "1:27"),
    "a mock at the start": ("a.go", "package a\n// Mock network state\n", "2:4"),
    "a mock that is made": ("a.js", "// Create a mock context for the command\n", "1:4"),
    "what the real one would do": ("a.rs", "// Real implementation would tune it\n", "1:4"),
    "what it would be replaced by": (
        "a.ts",
        "// Scores (would be replaced by the model)\n",
        "1:11",
    ),
    "used otherwise in production": (
        "a.py",
        "# Session storage (use Redis in production)\n",
        "1:19",
    ),
    "with a slash": ("a.ts", "// Rate limits (use Redis/Upstash in production)\n", "1:16"),
    "to be replaced for production": (
        "a.ts",
        "f('*'); // Restrict to our hosts in production\n",
        "1:12",
    ),
    "what should be in production": (
        "a.js",
        "const k = 1; // Should be in .env in production\n",
        "1:17",
    ),
    "in a real-world application": (
        "a.js",
        "x, // should be hashed in a real-world application\n",
        "1:7",
    ),
    "after a dash": ("a.go", "package a\n// Simple - in production, parse the key\n", "2:11"),
    "what this would be": ("a.js", "// This would be the original implementation\n", "1:4"),
    "what this would need": ("a.js", "// This would require real API access\n", "1:4"),
    "a stub in brackets": ("a.rs", "/// Train the model (stub)\nfn f() { g() }\n", "1:21"),
    "a simulation in brackets": ("a.ts", "// Shreds the file (simulation).\n", "1:20"),
    "a label below": (
        "a.go",
        "package a\n// Rebuild handles the call\n// Stub: tells success\nfunc f() { g() }\n",
        "3:4",
    ),
    "a label with a dash": ("a.ts", "/**\n * Mail.\n *\n * Stub — write it later\n */\n", "4:4"),
    "what is surest of a comment": (
        "a.py",
        "# For now, keep the rows\n# In a real system, this would ask the bank\n",
        "2:3",
    ),
    "for a demonstration": ("a.py", "score = 0.6  # Static score for demo\n", "1:29"),
    "data that is hard-coded": ("a.rb", "# returns hard-coded results\n", "1:11"),
    "to be replaced": ("a.php", "<?php\n// replace with your own validation\n", "2:4"),
    "in a page of a shell script": (
        "a.sh",
        "cat > a.html <<'EOF'\n<script>\n// Simulate data refresh\n</script>\nEOF\n",
        "3:4",
    ),
    "a random measurement": ("a.js", "const m = { cpu: Math.random() * 100 };\n", "1:13"),
    "a random accuracy": ("a.py", "    'accuracy': np.random.uniform(0.8, 0.9),\n", "1:5"),
    "a random score": ("a.ts", "const score = Math.random() * 0.5;\n", "1:7"),
    "a message of a mock": ("a.js", "const m = { message: 'Mock cleanup completed' };\n", "1:22"),
    "a demo result": ("a.py", 'return {"status": "success", "result": "Demo result"}\n', "1:40"),
}

WARNED = {
    "a class that stands in": ("a.py", "class StubGateway: ...\n", "1:7"),
    "a struct that stands in": ("a.go", "package a\ntype FakeStore struct{}\n", "2:6"),
    "a part that is called fake": ("a.py", "request = create_fake_request(x)\n", "1:11"),
    "an instance of a mock": ("a.cs", "s.AddSingleton<IBank, MockBank>();\n", "1:15"),
    "another": ("a.rs", "fn f() { let b = DummyBank::new(1); }\n", "1:18"),
    "a third": ("a.ts", "const b = new StubBank();\n", "1:11"),
    "an instance in Python": ("a.py", "return MockBank()\n", "1:8"),
    "a fake client": ("a.ts", "export class FakeClient {}\n", "1:14"),
    "a simplified version": ("a.c", "/* This is a simplified version */\n", "1:4"),
    "simplified work": ("a.rs", "// Simplified critical path calculation\n", "1:4"),
    "a basic check": ("a.ts", "// This is a basic check of the header\n", "1:4"),
    "advice": ("a.go", "package a\n// In production, you might want to use Redis\n", "2:4"),
    "advice with an address": (
        "a.gradle",
        "// In production, you need to sign it, see https://example.org/sign\n",
        "1:4",
    ),
    "a part of a page": ("a.tsx", "const a = <p>\n  {/* Mock Dashboard */}\n</p>;\n", "2:7"),
    "for the first release": ("a.py", "x = 1  # one shop for this MVP\n", "1:19"),
    "for now": ("a.go", "package a\n// Search everything for now.\n", "2:22"),
    "a value called a mock": ("a.ts", "const plan = build(mockPlan);\n", "1:20"),
}


@pytest.mark.parametrize(("path", "text"), ALLOWED.values(), ids=ALLOWED.keys())
def test_allowed(path: str, text: str) -> None:
    assert says(RULE, change({}, {path: text})) == []


@pytest.mark.parametrize(("path", "text", "place"), FLAGGED.values(), ids=FLAGGED.keys())
def test_flagged(path: str, text: str, place: str) -> None:
    (found,) = check(change({}, {path: text}), [RULE]).diagnostics
    assert f"{found.location.line}:{found.location.column}" == place
    assert found.severity is Severity.ERROR


@pytest.mark.parametrize(("path", "text", "place"), WARNED.values(), ids=WARNED.keys())
def test_warned(path: str, text: str, place: str) -> None:
    (found,) = check(change({}, {path: text}), [RULE]).diagnostics
    assert f"{found.location.line}:{found.location.column}" == place
    assert found.severity is Severity.WARNING


def test_what_stood_there_before_is_not_new() -> None:
    old = "# Mock implementation\nx = 1\n"
    assert says(RULE, change({"a.py": old}, {"a.py": f"y = 2\n{old}"})) == []


def test_one_thing_is_said_of_a_line() -> None:
    files = {"a.js": "const m = { cpu: Math.random() }; // Mock: random\n"}
    assert len(says(RULE, change({}, files))) == 1


def test_docstrings_by_option() -> None:
    files = {"a.py": 'def f():\n    """A mock implementation."""\n    return g()\n'}
    assert len(says(SimulatedBehaviour(docstrings=True), change({}, files))) == 1
