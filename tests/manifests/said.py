"""Declarations in one line each, as the tables of the tests have them."""

from __future__ import annotations

from textwrap import dedent

from sutaza_hooks.manifests.declaring import Declarations, declarations


def read(path: str, text: str, included_by: str = "") -> Declarations:
    found = declarations(path, dedent(text), included_by)
    assert found is not None
    return found


def said(path: str, text: str) -> list[str]:
    """Each dependency as `line scope group name requirement`, then all else."""
    found = read(path, text)
    told = [
        " ".join((str(each.line), each.scope, each.group or "-", each.name, each.requirement))
        for each in found.dependencies
    ]
    told += [f"name {found.name}"] if found.name else []
    told += [f"include {each}" for each in found.includes]
    told += [f"member {each}" for each in found.members]
    told += [f"root {each}" for each in found.roots]
    told += [f"module {each}" for each in found.modules]
    told += [f"type {each}" for each in found.types]
    told += [f"unread {each}" for each in found.unread]
    told += [f"alias {each.pattern} {' '.join(each.targets)}" for each in found.aliases]
    told += [f"fault {each.line}: {each.reason}" for each in found.faults]
    return [each.strip() for each in told]
