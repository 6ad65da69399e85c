"""Text that stands inside another language: which language it is judged in, and where it is."""

from __future__ import annotations

import pytest

from sutaza_hooks.facts.extraction import extract
from sutaza_hooks.languages import LANGUAGES
from sutaza_hooks.languages.embedding import read_by

COMMANDS = {
    "a shell": ("bash <<EOF", "shell"),
    "as another user": ("sudo -u me bash -s <<'EOF'", "shell"),
    "on another machine": ("ssh -p 22 me@host <<EOF", "shell"),
    "on another machine, another program": ("ssh host python3 - <<EOF", "python"),
    "on another machine, an unknown program": ("ssh host wc -l <<EOF", None),
    "in a container": ("docker exec -i db psql -U me <<SQL", "sql"),
    "its options": ("bash -eu -o pipefail <<-EOF", "shell"),
    "standard input by name": ("python3 - a b <<EOF", "python"),
    "a version": ("/usr/bin/python3.11 <<EOF", "python"),
    "a database, with its name": ("mysql -u root shop <<SQL", "sql"),
    "through a pipe": ("cat <<EOF | ssh host", "shell"),
    "with variables": ("A=1 B=2 node <<EOF", "javascript"),
    "a script of its own reads it": ("bash script.sh <<EOF", None),
    "code of its own reads it": ("python3 -c 'import sys' <<EOF", None),
    "a module reads it": ("python3 -m json.tool <<EOF", None),
    "another program reads it": ("cat <<EOF | grep x", None),
    "nothing but shown": ("cat <<EOF", None),
    "a loop reads it": ("done <<EOF", None),
    "written to a file": ("cat > x.sh <<EOF", "shell"),
    "written to a file, named after": ("cat <<EOF >> ~/.bashrc", "shell"),
    "written to a file, quoted": ("cat <<'EOF' > \"$DIR/x.py\" && echo", "python"),
    "written by tee": ("tee script.py <<EOF", "python"),
    "written by tee, through a pipe": ("cat <<EOF | sudo tee -a /etc/x.yml > /dev/null", "yaml"),
    "written to a file of no language": ("cat > x.md <<EOF", None),
    "messages elsewhere": ("cat 2> x.sh <<EOF", None),
    "an instruction": ("RUN <<EOF", "shell"),
    "an instruction with another program": ("RUN --mount=type=cache python3 <<EOF", "python"),
    "an instruction that copies": ("COPY <<EOF /app/x.sh", "shell"),
    "an instruction that copies text": ("ADD <<EOF /app/x.md", None),
}


@pytest.mark.parametrize(("command", "name"), COMMANDS.values(), ids=COMMANDS.keys())
def test_the_reader_of_a_here_document(command: str, name: str | None) -> None:
    assert read_by(f"{command}\n", "text") is (name and LANGUAGES[name])


def test_a_here_document_may_name_its_interpreter() -> None:
    assert read_by("cat <<EOF\n", "#!/usr/bin/env python3\n") is LANGUAGES["python"]


CASES = {
    "shell in a here-document": ("shell", "bash <<'A'\necho # yes\nA\n", ["2:6 # yes"]),
    "shell, its tabs taken off": ("shell", "bash <<-A\n\t\techo # yes\n\tA\n", ["2:8 # yes"]),
    "Python, in its own language": ("shell", "python3 <<A\nx = '# no' # yes\nA\n", ["2:12 # yes"]),
    "Markdown is a string": ("shell", "cat > a.md <<A\n# no\nA\n", []),
    "Dockerfile, its instruction": ("dockerfile", "RUN <<A\necho # yes\nA\n", ["2:6 # yes"]),
    "HTML, a script on one line": (
        "html",
        "<script>let a = '// no' // yes</script>",
        ["1:25 // yes"],
    ),
    "HTML, a style": ("html", "<style>\na {} /* yes */\n</style>", ["2:6 /* yes */"]),
    "HTML, a module": ("html", '<script type="module">\n// yes\n</script>', ["2:1 // yes"]),
    "HTML, data": ("html", '<script type="application/json">\n// no\n</script>', []),
    "HTML, a template": ("html", '<script type="text/template"><!-- no -->\n// no\n</script>', []),
    "Vue, by its language": (
        "vue",
        "<script setup lang='ts'>\nlet a: T // yes\n</script>\n"
        "<style lang='scss'>\n// too\n</style>",
        ["2:10 // yes", "5:1 // too"],
    ),
    "Svelte, a tag with a sign in a value": (
        "svelte",
        '<script generics="T extends A<B>">\n// yes\n</script>',
        ["2:1 // yes"],
    ),
    "YAML, a step": ("yaml", "- run: |\n    a # yes\n    b\n", ["2:7 # yes"]),
    "YAML, a quoted key": ("yaml", '- "run": |\n    a # yes\n', ["2:7 # yes"]),
    "YAML, a list of commands": ("yaml", "script:\n  - a\n  - |\n    # yes\n", ["4:5 # yes"]),
    "YAML, another key": ("yaml", "description: |\n  # no\n", []),
    "YAML, the shell is Python": (
        "yaml",
        "- run: |\n    x = '''\n    # no\n    '''\n  shell: python\n",
        [],
    ),
    "YAML, the shell stands first": (
        "yaml",
        "- shell: python\n  run: |\n    # yes\n",
        ["3:5 # yes"],
    ),
    "YAML, a shell that is not known": ("yaml", "- run: |\n    # no\n  shell: cmd\n", []),
    "YAML, a shell with options": (
        "yaml",
        "- run: |\n    # y\n  shell: bash -e {0}\n",
        ["2:5 # y"],
    ),
    "YAML, the input of an action": ("yaml", "- with:\n    script: |\n      # no\n", []),
    "YAML, a template in the shell": (
        "yaml",
        "- run: |\n    a ${{ b }} # c ${{ d }}\n",
        ["2:16 # c ${{ d }}"],
    ),
    "YAML, shell, Python": (
        "yaml",
        "- run: |\n    python3 <<A\n    x = '# é' # 😀\n    A\n",
        ["3:15 # 😀"],
    ),
}


@pytest.mark.parametrize(("language", "text", "expected"), CASES.values(), ids=CASES.keys())
def test_comments_inside(language: str, text: str, expected: list[str]) -> None:
    found = extract(LANGUAGES[language], text)
    assert [f"{each.line}:{each.column} {each.text}" for each in found.comments] == expected
    assert found.complete


def test_definitions_and_imports_inside() -> None:
    text = "- shell: python\n  run: |\n    import a\n    def f():\n        pass\n"
    found = extract(LANGUAGES["yaml"], text)
    assert [(each.module, each.line, each.column) for each in found.imports] == [("a", 3, 5)]
    (function,) = found.definitions
    assert function == ("f", "function", 4, 5, 5)


def test_depth_has_an_end() -> None:
    text = "".join(f"bash <<A{depth}\n" for depth in range(50))
    text += "".join(f"A{depth}\n" for depth in reversed(range(50)))
    assert extract(LANGUAGES["shell"], text).comments == ()
