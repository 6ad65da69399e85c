"""In which language a text is that stands inside another, by what is said around it."""

from __future__ import annotations

import re

from sutaza_hooks.languages import interpreted_by, language_called, language_of
from sutaza_hooks.languages.language import Language

_COPIERS = ("cat", "tee", "dd")
_WRAPPERS = (
    *(
        "sudo",
        "doas",
        "su",
        "env",
        "exec",
        "command",
        "builtin",
        "time",
        "timeout",
        "nohup",
        "nice",
    ),
    *("chroot", "ssh", "docker", "podman", "kubectl", "oc", "lxc", "nsenter", "vagrant", "flock"),
)
_OPTIONS = "oOWX"
_SSH_OPTIONS = "bcDEeFIiJLlmOopQRSWw"
"""Options that have a value of their own, of interpreters and of ssh."""
_QUERIES = "sql"
"""Programs that read this take names of databases as arguments, not files to run."""

_PIECES = re.compile(r"\|\|?|&&|;|\n")
_WORD = re.compile(r"""(?:"[^"\n]*"|'[^'\n]*'|\\.|[^\s"'\\])+""")
_HEREDOC = re.compile(r"""<<-?[ \t]*(?:"[^"\n]*"|'[^'\n]*'|[\w\\-]+)""")
_OUTPUT = re.compile(r"""(?<!\d)>{1,2}\|?[ \t]*("[^"\n]*"|'[^'\n]*'|[^\s;|&<>"']+)""")
_REDIRECTION = re.compile(r"""\d*[<>]{1,2}&?[ \t]*(?:"[^"\n]*"|'[^'\n]*'|[^\s;|&<>"']+)""")
_SCRIPT_TYPES = re.compile(r"(?:text|application)/(?:x-)?(?:java|ecma|babel|jsx)\w*|module|babel")


def read_by(command: str, body: str) -> Language | None:
    """The language of a here-document: that of its reader, of the file it goes to, or of its `#!`.

    `command` is the shell command up to the document, or the instruction of a Dockerfile.
    """
    pieces = _PIECES.split(command.replace("\\\n", " "))
    first = next((at for at, piece in enumerate(pieces) if "<<" in piece), 0)
    for piece in pieces[first:]:
        words = _words(piece)
        if not _copies(words):
            return _read(words) or language_of("", body)
        if target := _target(piece, words):
            return language_of(target, body)
    return language_of("", body)


def tagged(tag: str) -> Language | None:
    """The language of the content of `<script ...>` or `<style ...>`."""
    named = re.search(r"""\blang\s*=\s*["']?([\w-]+)""", tag, re.I)
    if named:
        return language_called(named[1])
    if tag[:6].lower() == "<style":
        return language_called("css")
    kind = re.search(r"""\btype\s*=\s*["']?([\w/+.-]+)""", tag, re.I)
    if not kind or _SCRIPT_TYPES.fullmatch(kind[1].lower()):
        return language_called("javascript")
    return language_called(kind[1].rpartition("/")[2])


def hinted(hint: str) -> Language | None:
    """The language that is named by a word, or by the command that runs it: `bash -e {0}`."""
    words = _words(hint)
    return language_called(words[0]) if words else None


def _words(piece: str) -> list[str]:
    """The words of a command without its redirections and leading assignments, unquoted."""
    plain = _REDIRECTION.sub(" ", _HEREDOC.sub(" ", piece))
    words = [re.sub(r"""["'\\]""", "", word) for word in _WORD.findall(plain)]
    if words[:1] == ["RUN"]:
        words = [word for word in words[1:] if not word.startswith("--")] or ["sh"]
    while words and re.match(r"\w+=", words[0]):
        del words[0]
    return words


def _copies(words: list[str]) -> bool:
    program = _program(words)
    return bool(program) and (program[0] in _COPIERS or program[0] in ("COPY", "ADD"))


def _program(words: list[str]) -> list[str]:
    """The words from the program that reads: after `sudo -u me`, the first that is known."""
    if not words or words[0] not in _WRAPPERS:
        return words
    known = (at for at, word in enumerate(words) if word in _COPIERS or interpreted_by(word))
    if at := next(known, 0):
        return words[at:]
    login = words[words.index("ssh") + 1 :] if "ssh" in words else []
    return ["sh"] if len(_operands(login, _SSH_OPTIONS)) == 1 else []


def _read(words: list[str]) -> Language | None:
    """What the program reads from its standard input, if that is what it runs.

    With a script among its arguments, or code after `-c`, it takes the document for data.
    """
    program, *arguments = _program(words) or [""]
    language = interpreted_by(program)
    if language is None or language.name == _QUERIES:
        return language
    is_run = not _operands(arguments, _OPTIONS) or {"-", "-s", "/dev/stdin"} & set(arguments)
    return language if is_run else None


def _operands(arguments: list[str], options: str) -> list[str]:
    """The arguments that are neither options nor the values of those letters in `options`."""
    return [
        word
        for last, word in zip(("", *arguments), arguments, strict=False)
        if not word.startswith(("-", "+")) and not re.fullmatch(rf"[-+]\w*[{options}]", last)
    ]


def _target(piece: str, words: list[str]) -> str:
    """The file to which a program that copies its input writes it."""
    program = _program(words)
    if program[0] in ("COPY", "ADD"):
        return program[-1]
    files = [word for word in program[1:] if not word.startswith("-")]
    if program[0] == "tee" and files:
        return files[0]
    if program[0] == "dd":
        return next((word[3:] for word in files if word.startswith("of=")), "")
    written = _OUTPUT.search(piece)
    return written[1].strip("\"'") if written else ""
