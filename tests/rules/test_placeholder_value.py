"""`placeholder-value`: what it allows first, and more of it than what it flags."""

from __future__ import annotations

import pytest

from sutaza_hooks.rules.placeholder_value import PlaceholderValue
from tests.changes import change, says

RULE = PlaceholderValue()

ALLOWED = {
    "a made-up value that is compared": ("a.js", "if (token !== 'mock_jwt_token') f();\n"),
    "a made-up value that is looked for": ("a.py", 'find("mock_api_key")\n'),
    "the name of an event": ("a.ts", "const e = { type: 'fake_token_attempt' };\n"),
    "a name that only begins so": ("a.py", 'f("mocking_style")\n'),
    "the template of an environment": (".env.example", "API_KEY=your-api-key-here\n"),
    "another spelling of it": ("config/.env.sample", "API_KEY=changeme\n"),
    "a template": ("templates/settings.py", 'API_KEY = "your-api-key"\n'),
    "documentation": ("docs/conf.py", 'API_KEY = "your-api-key"\n'),
    "a test": ("tests/test_a.py", 'API_KEY = "your-api-key"\n'),
    "an example": ("examples/a.py", 'API_KEY = "your-api-key"\n'),
    "a comparison": ("a.py", 'if key == "changeme":\n    sys.exit("set a key")\n'),
    "a membership": ("a.py", 'if "your-api-key" in key:\n    stop()\n'),
    "a list of what is refused": ("a.py", 'WEAK = ["changeme", "your-api-key"]\n'),
    "a set of what is refused": ("a.js", "const weak = new Set(['changeme']);\n"),
    "a constant that is compared with": (
        "a.py",
        'DEFAULT = "changeme"\n\ndef check(key):\n    if key == DEFAULT:\n        raise Weak\n',
    ),
    "a default that the file refuses": (
        "a.go",
        'package a\nvar k = env("K", "changeme")\nfunc f() { if k == "changeme" { panic(1) } }\n',
    ),
    "a value that ends up in a verdict": ("a.ts", "const isUnset = key === 'your-api-key';\n"),
    "a name of a template": ("a.py", 'ENV_TEMPLATE = "your-api-key"\n'),
    "a name of an example": ("a.ts", "const exampleKey: string = 'your-api-key';\n"),
    "a name of what is refused": ("a.py", 'WEAK_PASSWORD = "changeme"\n'),
    "a wrapper of a build": ("gradlew", 'DEFAULT_JVM_OPTS="your-api-key"\n'),
    "a drawing": ("logo.svg", '<svg id="your-api-key"/>\n'),
    "a search": ("a.sh", 'grep -q "changeme" .env && exit 1\n'),
    "a replacement": ("a.sh", "sed -i 's/changeme/x/' .env\n"),
    "a condition of the shell": ("a.sh", 'if [ "$KEY" = "changeme" ]; then exit 1; fi\n'),
    "a help text": ("a.py", 'parser.add_argument("--key", help="your-api-key")\n'),
    "an attribute of an input": ("a.tsx", 'const x = <input placeholder="your-api-key" />;\n'),
    "what is printed": ("a.sh", 'echo "export API_KEY=your-api-key"\n'),
    "an error": ("a.py", 'raise ValueError("change-me is no key")\n'),
    "a sentence": ("a.py", 'text = "replace with your own key before you run it"\n'),
    "placeholders of SQL": ("a.py", 'q = "values (?, ?)"\nplaceholder = "%s"\n'),
    "a placeholder of a form": ("a.yml", "placeholder: Tell us what happened\n"),
    "a real value": ("a.py", 'API_KEY = os.environ["API_KEY"]\n'),
    "a name that only holds it": ("a.py", 'action = "password-change"\n'),
    "an exchange": ("a.js", "const event = 'changeMetadata';\n"),
    "a secret of CI": ("a.yml", "key: ${{ secrets.YOUR_API_KEY }}\n"),
    "an address without a password": ("a.py", 'URL = "https://example.com/your-page"\n'),
    "a comment": ("a.py", "# set it to your-api-key\n"),
    "an empty value": (".env", "API_KEY=\n"),
    "masked digits": ("a.py", 'mask = "XXXX-XXXX"\n'),
}

FLAGGED = {
    "a value with more behind it": (
        "a.py",
        'K = os.getenv("K", "CHANGE_THIS_IN_PRODUCTION_" + x)\n',
        "1:20",
    ),
    "a made-up value that is passed on": (
        "a.js",
        "const x = read(file, 'mock_jwt_token_1');\n",
        "1:22",
    ),
    "a made-up default": ("a.js", "const s = env.SHEET || 'mock_sheet_123';\n", "1:24"),
    "assigned": ("a.py", 'API_KEY = "your-api-key"\n', "1:11"),
    "the default of an environment": ("a.py", 'K = os.getenv("K", "your-secret-key")\n', "1:20"),
    "a keyword": ("a.py", 'k: str = Field(env="K", default="your-secret-key-change-it")\n', "1:33"),
    "a default of a setting": ("a.py", 'x = secrets.get("K", "change_me_in_production")\n', "1:22"),
    "the password of an address": ("a.py", 'DSN = "postgresql://u:changeme@db:5432/d"\n', "1:7"),
    "an address in a list": ("a.py", 'run(["x", "redis://:change_me_now@r:1/0"])\n', "1:11"),
    "a pair of JavaScript": ("a.js", "const c = { apiKey: 'YOUR_API_KEY' };\n", "1:21"),
    "a constant that is compared in another way": (
        "a.py",
        'API_KEY = "changeme"\nif API_KEY == "":\n    stop()\n',
        "1:11",
    ),
    "another value is refused": (
        "a.py",
        'API_KEY = "your-api-key"\nif API_KEY == "changeme":\n    stop()\n',
        "1:11",
    ),
    "behind or": ("a.ts", "const k = process.env.K || 'your-api-key-here';\n", "1:28"),
    "a constant of Go": ("a.go", 'package a\nconst Key = "changeme"\n', "2:13"),
    "a constant of Rust": ("a.rs", 'const KEY: &str = "your-api-key";\n', "1:19"),
    "a field of Java": ("A.java", 'class A { String key = "changeme"; }\n', "1:24"),
    "YAML": ("config.yml", 'jwt: "PLEASE_CHANGE_ME"\n', "1:6"),
    "TOML": ("config.toml", 'api_key = "REPLACE_WITH_SECURE_KEY"\n', "1:11"),
    "an environment": (".env", "SECRET_KEY=changeme_secret_key\n", "1:12"),
    "a Dockerfile": ("Dockerfile", "FROM a\nENV API_KEY=your-api-key\n", "2:13"),
    "JSON": ("config.json", '{\n  "apiKey": "your-api-key"\n}\n', "2:13"),
    "the shell": ("a.sh", 'PASSWORD="changeme"\n', "1:10"),
    "a here-document": ("a.sh", "cat > .env <<EOF\nKEY=changeme_key\nEOF\n", "2:5"),
    "between angles": ("a.yml", "token: <your-token>\n", "1:8"),
    "a pin that is none": ("a.py", 'return f"{name}==LATEST_SECURE_VERSION"\n', "1:8"),
}


@pytest.mark.parametrize(("path", "text"), ALLOWED.values(), ids=ALLOWED.keys())
def test_allowed(path: str, text: str) -> None:
    assert says(RULE, change({}, {path: text})) == []


@pytest.mark.parametrize(("path", "text", "place"), FLAGGED.values(), ids=FLAGGED.keys())
def test_flagged(path: str, text: str, place: str) -> None:
    (said,) = says(RULE, change({}, {path: text}))
    assert said.startswith(f"{path}:{place}: value was meant to be replaced: `")


def test_what_stood_there_before_is_not_new() -> None:
    old = 'API_KEY = "changeme"\n'
    assert says(RULE, change({"a.py": old}, {"a.py": f"if x:\n    {old}"})) == []
