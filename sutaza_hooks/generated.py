"""The files that follow from others: pages, the README's table, hook ids, the JSON Schema."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from sutaza_hooks.config import json_schema
from sutaza_hooks.diagnostic import Charter
from sutaza_hooks.languages.catalogue import catalogue
from sutaza_hooks.page import charter, page, summary
from sutaza_hooks.rules import RULES

_TABLE = re.compile(r"(<!-- rules -->\n).*(<!-- /rules -->)", re.DOTALL)
_HOOK = """\
- id: {id}
  name: {id}
  description: {description}
  entry: {entry}
  language: python
  stages: [{stages}]
  always_run: true
  require_serial: true
  verbose: true
"""
# `verbose` because both runners keep the output of a hook that passes to themselves, and what was
# exempt or could not be judged must be seen.
_HOOKS = (
    (
        "sutaza",
        "judge the staged change, or the files, by every rule",
        "sutaza check",
        "pre-commit, pre-merge-commit, manual",
    ),
    (
        "sutaza-message",
        "judge the commit again, now with its message",
        "sutaza check --message",
        "commit-msg",
    ),
    (
        "sutaza-prepare-message",
        "judge the commit also where `--no-verify` skipped the other hooks",
        "sutaza check --message",
        "prepare-commit-msg",
    ),
    ("sutaza-push", "judge what is pushed", "sutaza check", "pre-push"),
)


def generated(readme: str) -> Mapping[str, str]:
    """Each file, by its path from the repository's root, with what it must hold."""
    pages = {f"docs/rules/{name}.md": page(rule) for name, rule in RULES.items()}
    return {
        **pages,
        "README.md": _TABLE.sub(lambda found: found[1] + _table() + found[2], readme),
        ".pre-commit-hooks.yaml": "".join(_hooks()),
        "docs/sutaza.schema.json": json.dumps(json_schema(), indent=2) + "\n",
        "sutaza_hooks/languages/names.py": catalogue(),
    }


def _table() -> str:
    rows = [
        f"| [`{name}`](docs/rules/{name}.md) | {charter(rule)} | {summary(rule)} |\n"
        for name, rule in RULES.items()
    ]
    return "| rule | charter | what it flags |\n|---|---|---|\n" + "".join(rows)


def _hooks() -> Iterator[str]:
    for id, description, entry, stages in _HOOKS:
        yield _HOOK.format(id=id, description=description, entry=entry, stages=stages)
    for number, names in _groups().items():
        yield _HOOK.format(
            id=f"sutaza-{f'rule-{number}' if isinstance(number, int) else number}",
            description=f"only {', '.join(names)}",
            entry=" ".join(["sutaza check", *(f"--rule {name}" for name in names)]),
            stages="pre-commit, pre-merge-commit, manual",
        )


def _groups() -> Mapping[Charter, list[str]]:
    groups: dict[Charter, list[str]] = {}
    for name, rule in RULES.items():
        groups.setdefault(rule.charter, []).append(name)
    return dict(sorted(groups.items(), key=lambda group: str(group[0]).zfill(3)))
