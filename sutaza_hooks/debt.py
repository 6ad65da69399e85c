"""A baseline as text: a saved report of what is let pass, and what a change does to it."""

from __future__ import annotations

import json
import re
from collections import Counter
from contextlib import suppress
from typing import Any

from sutaza_hooks.change import Change, Tree
from sutaza_hooks.diagnostic import encodable, fingerprint, fingerprints
from sutaza_hooks.errors import SutazaError

FILE = ".sutaza-baseline.json"
_NAMED = re.compile(r"^baseline:[ \t]*[\"']?([^\"'#\s]+)", re.MULTILINE)

Document = dict[str, Any]


def loaded(text: str, path: str) -> Document:
    """The saved report. Raises SutazaError when it is none."""
    try:
        document: Document = json.loads(text)
        fingerprints(document)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise SutazaError(f"{path}: not a JSON report: {error}") from error
    return document


def carried(document: Document, change: Change) -> Document:
    """The report in which what is about a file that the change renames is about its new path."""
    renames = {encodable(each.old_path): each for each in change.patches if each.old_path}
    if not renames:
        return document
    moved = []
    for each in document["diagnostics"]:
        patch = renames.get(each.get("path", ""))
        place = _place(each, change.before, patch.old_path) if patch else None
        if patch and place is not None:
            now = fingerprint(each["rule"], patch.path, place)
            each = {**each, "path": encodable(patch.path), "fingerprint": now}
        moved.append(each)
    return {**document, "diagnostics": moved}


def allowed(document: Document, change: Change, path: str) -> Counter[str]:
    """What the baseline of the tree after a change lets pass.

    Where there was one before, it lets pass no more than that one did.
    """
    now = fingerprints(carried(document, change))
    was = earlier(change, path)
    return now if was is None else now & was


def earlier(change: Change, path: str) -> Counter[str] | None:
    """What the baseline before the change held, or None where there was none that can be read.

    A merge may keep what any of its parents had; in a range the merges are a part of the change.
    """
    merges = () if change.mode == "range" else change.merges
    trees = [change.before, *(parent for merge in merges for parent in merge.parents)]
    names = (path, *(patch.old_path for patch in change.patches if patch.path == path))
    texts = (tree.get(name) for tree in trees for name in (*names, _named(tree)))
    found = None
    for text in texts:
        with suppress(SutazaError):
            if text is not None:
                held = fingerprints(carried(loaded(text, path), change))
                found = held if found is None else found | held
    return found


def _named(tree: Tree) -> str:
    """The path that the configuration of a tree gives, so that another name is no new beginning."""
    found = _NAMED.search(tree.get(".sutaza.yaml", ""))
    return found[1] if found else ""


def _place(saved: Document, tree: Tree, path: str) -> str | None:
    """The words by which a saved diagnostic knows its place: a line of the file, or its message."""
    rows = {" ".join(row.split()) for row in tree.get(path, "").split("\n")}
    for place in (*rows, str(saved.get("message", ""))):
        if fingerprint(saved["rule"], path, place) == saved["fingerprint"]:
            return place
    return None
