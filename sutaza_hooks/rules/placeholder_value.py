"""Rule: no value that somebody was meant to replace."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sutaza_hooks.change import Change, Patch
from sutaza_hooks.diagnostic import Diagnostic, Location
from sutaza_hooks.facts import String
from sutaza_hooks.paths import path_class
from sutaza_hooks.pattern import IGNORECASE, Pattern
from sutaza_hooks.remark import Added, readings
from sutaza_hooks.rule import Paths, Rule

VALUE = Pattern(
    r"(?<![\w-])(?:"
    r"your[-_](?:\w+[-_])*?(?:key|secret|token|password|domain|url|host|project|bucket"
    r"|account|here|credential)s?(?:[-_]\w+)*"
    r"|your (?:\w+ )?(?:api ?key|secret|token|password)(?: here)?"
    r"|(?:please[-_])?change[-_]?(?:me|this|it)(?:[-_]\w+)*"
    r"|(?:replace|change)[-_](?:with|this|in|me|before|for)(?:[-_]\w+)+"
    r"|(?:insert|enter|put|add|set)[-_](?:your|a|the|real)[-_]\w+|(?:insert|enter|put"
    r"|add)[-_]\w*(?:key|secret|token|password)\w*[-_]here"
    r"|<(?:your|insert|enter|replace|add)[-_ ][\w -]{1,40}>"
    r"|(?:placeholder|dummy|fake|example|sample|todo)[-_](?:\w+[-_])?(?:api[-_]?key|key|secret"
    r"|token|password)"
    r"|(?:mock|dummy)[-_](?:\w+[-_])*(?:jwt|token|key|secret|password|credential)s?(?:[-_]\w+)*"
    r"|mock[-_]\w+[-_]\d+"
    r"|sk-x{4,}|x{8,}|latest_\w*(?:secure|version)\w*|super[-_]?secret[-_](?:key|password"
    r"|token)[-_]change\w*"
    r")(?![\w-])",
    IGNORECASE,
)
_WORDY = Pattern(r"[\s\S]*\s[\s\S]*\s[\s\S]*\s")
_DSN = Pattern(r"^[rfbu]*[\"'`]?[a-z][a-z+]*://[^\s:@/]*:(?P<password>[^\s@]+)@", IGNORECASE)
_ASKED = Pattern(
    r"(?:==|!=|===|\bin\b|\bnot in\b|=~|contains|includes|startswith|endswith|match|search|find"
    r"|grep|test|replace\w*"
    r"|sub|split|assert\w*|expect\w*|raise|throw|Error|print\w*|log\w*(?:\.\w+)?|echo|warn|info"
    r"|help|usage|description|label"
    r"|placeholder|title|aria-\w+|message|msg|hint|text|prompt|example|examples|note|click\.\w+"
    r"|console\.\w+)"
    r"\W{0,3}$|\bplaceholder\s*=|\b(?:print\w*|echo|log\w*(?:\.\w+)?|console\.\w+|raise|throw"
    r"|grep|sed|help\s*=)\b[\s(\"'$]"
    r"|\[\s*(?:[\"'][^\"']*[\"'],\s*)*$|\{\s*(?:[\"'][^\"']*[\"'],\s*)*$|\b(?:if|elif|while|case"
    r"|when|until)\b",
    IGNORECASE,
)
_PASSED = Pattern(r"\w\((?:[^()]*,)?\s*$")
_MADE_UP = Pattern(r"(?:mock|dummy)[-_]", IGNORECASE)
"""A value that nobody would read as a name: it is one also where it is passed on."""
_COMPARED = Pattern(r"(?:in|not in|==|!=|===)(?!\w)")
_ASSIGNED = Pattern(
    r"(?:[\w\])\"']\s*(?::\s*[\w\[\], |.]+)?\s*(?::?=)\s*(?:[\w.]+\s*(?:\|\||\?\?"
    r"|\bor\b)\s*)*[rfbu(]*$)"
    r"|[\w\"'\])]\s*:\s*[rfbu(]*$|=>\s*$|(?:\|\||\?\?|\bor\b|\belse\b|\breturn\b)\s*[rfbu(]*$"
    r"|\b(?:get\w*|env\w*|getenv|environ\.get|setdefault|default\w*|Field|config\w*|Setting\w*"
    r"|option)\s*\((?:[^()]*,)?\s*(?:\w+\s*=\s*)?$"
    r"|\bdefault\s*[=:]\s*$|\bconst\b.*=\s*$|:-$",
    IGNORECASE,
)
_SHORT_ASSIGNED = Pattern(r"^\s*(?:export |ENV |ARG |set |- )?[\"']?[\w.-]{2,60}[\"']?\s*[:=]\s*")
_NAME = Pattern(r"\b(?:\w+\.)*(\w+)\s*(?::\s*[\w\[\]., ]+)?\s*:?=\s*[rfbu(]*$")
_OF_TEMPLATE = Pattern(
    r"(?:template|placeholder|example|sample|pattern|regex|forbidden|insecure|weak|invalid|banned"
    r"|denylist|blocklist)\w*[\"']?\s*(?::\s*[\w\[\]., ]+)?\s*[:=]+\s*[\[({\w]*\W*$",
    IGNORECASE,
)
"""A name that says that the value is one to fill in, or to refuse."""
_LINE_FILES = Pattern(
    r"\.(?:ya?ml|toml|ini|cfg|conf|env|properties|json5?|jsonc|tf|tfvars|hcl|sh|bash|zsh)$|(?:^"
    r"|/)(?:\.env[^/]*|Dockerfile[^/]*|"
    r"docker-compose[^/]*|[^/]*\.env(?:\.\w+)?)$",
    IGNORECASE,
)


@dataclass(frozen=True, eq=False)
class PlaceholderValue(Rule):
    """An added value that somebody was meant to replace.

    Such as `your-api-key` or `changeme`, where it is assigned, a default, or the password of an
    address. Comparisons, searches, help texts and messages may speak of such values, files and
    names that are templates, such as `.env.example`, may hold them, and so may a file that refuses
    them itself; see `paths`.

    ## Why is this bad?
    It is deployed. Then it fails where nobody looks, or works as a password that everybody knows.

    ## Example
    ```python title="settings.py"
    API_KEY = os.getenv("API_KEY", "your-api-key-here")
    ```

    ## Use instead
    ```python title="settings.py"
    API_KEY = os.environ["API_KEY"]
    ```
    """

    charter = 1

    paths: Paths = field(default_factory=dict, metadata={"shared": True})

    def check(self, change: Change) -> Iterator[Diagnostic]:
        added = Added(change, _ROUGH)
        said: set[tuple[str, int]] = set()
        for reading in readings(change, _ROUGH, self.paths):
            for string in reading.facts.strings:
                found = _in_string(string)
                lines = range(string.line, string.end_line + 1)
                if found and _is_refused(string, reading.text):
                    said.add((reading.patch.path, string.line))
                elif found and added.holds(reading.patch, lines):
                    said.add((reading.patch.path, string.line))
                    yield self._diagnostic(change, Location(reading.patch.path, *string[:4]), found)
        for patch in change.judged:
            is_read = _LINE_FILES.search(patch.path) and _ROUGH.search(patch.new_text)
            if is_read and path_class(patch.path, self.paths) == "production":
                yield from self._in_lines(change, patch, added, said)

    def _in_lines(
        self, change: Change, patch: Patch, added: Added, said: set[tuple[str, int]]
    ) -> Iterator[Diagnostic]:
        for number, text in enumerate(change.after.get(patch.path, "").split("\n"), 1):
            head = _SHORT_ASSIGNED.match(text)
            value = text[head.end() :].strip("\"' ,;") if head else ""
            found = VALUE.match(value) or _dsn(value)
            plain = found and "${{" not in value and not _WORDY.match(value.split("#")[0])
            if plain and (patch.path, number) not in said and added.holds(patch, [number]):
                place = Location(
                    patch.path, number, head.end() + 1 if head else 1, number, len(text)
                )
                yield self._diagnostic(change, place, found[0] if found else "")

    def _diagnostic(self, change: Change, place: Location, value: str) -> Diagnostic:
        return self.diagnostic(
            place,
            f"value was meant to be replaced: `{value[:60]}`",
            help="read the real value from the environment, and fail where it is missing",
            source=change.source(place),
        )


_ROUGH = Pattern(
    r"your[-_ ]|change[-_]?(?:me|this|it|in)|replace[-_]|insert[-_]|enter[-_]|<(?:your|insert"
    r"|enter|replace|add)"
    r"|(?:placeholder|mock|dummy|fake|example|sample|todo)[-_]\w|x{4,}|latest_|change_|put[-_]"
    r"|add[-_]your|set[-_]your",
    IGNORECASE,
)


def _in_string(string: String) -> str:
    """The placeholder that a literal holds in a place where a value is asked for."""
    inside = string.text.lstrip("rfbuRFBU").strip("\"'`")
    ahead = string.ahead
    if dsn := _dsn(inside):
        return dsn[0]
    if _WORDY.match(inside) or _ASKED.search(ahead) or _OF_TEMPLATE.search(ahead):
        return ""
    if _COMPARED.match(string.behind):
        return ""
    found = VALUE.match(inside) or (VALUE.search(inside) if "==" in inside else None)
    is_passed = _MADE_UP.match(inside) and _PASSED.search(ahead)
    return found[0] if found and (is_passed or _ASSIGNED.search(ahead)) else ""


def _is_refused(string: String, text: str) -> bool:
    """Whether the file compares with the value, or with the name that it gives to the value."""
    value = re.escape(string.text.lstrip("rfbuRFBU").strip("\"'`"))
    name = _NAME.search(string.ahead)
    every = rf"[\"'`]{value}[\"'`]" + (rf"|\b{re.escape(name[1])}\b" if name else "")
    asks = rf"(?:[!=]==?|\b(?:not )?in|\b(?:equals|includes|contains|startsWith)\()\s*(?:{every})"
    return re.search(asks, text) is not None


def _dsn(value: str) -> re.Match[str] | None:
    """A placeholder as the password of an address."""
    found = _DSN.match(value)
    return VALUE.match(found["password"]) if found else None
