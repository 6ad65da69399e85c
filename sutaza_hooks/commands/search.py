"""`sutaza search`: what the repository has that is like a function."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence

import click

from sutaza_hooks import config as configuration
from sutaza_hooks.change import Tree
from sutaza_hooks.diagnostic import printable
from sutaza_hooks.errors import SutazaError
from sutaza_hooks.git import Repository
from sutaza_hooks.indexing import build
from sutaza_hooks.reuse.alike import alike, function_at
from sutaza_hooks.reuse.search import Find
from sutaza_hooks.reuse.site import Site


@click.command()
@click.option(
    "--like", "place", metavar="FILE:LINE", required=True, help="The function at this staged line."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--most", type=click.IntRange(1), default=10, help="So many finds at most.")
def command(place: str, form: str, most: int) -> None:
    """Find the functions that are most like one, over the whole staged tree.

    The score is from 0 to 1; 1 is a copy. What was not read before is read first.
    """
    repository = Repository(os.getcwd())
    tree = repository.everything().after
    tree = tree.speaking(configuration.load(tree).language)
    asked = function_at(tree, *_asked(repository, place))
    build(repository, tree, lambda _: None)
    finds = alike(tree, asked, most)
    click.echo(_as_json(asked, finds) if form == "json" else _as_text(tree, asked, finds))
    repository.index.close()


def _asked(repository: Repository, place: str) -> tuple[str, int]:
    """The path from the root of the repository, and the line."""
    name, _, line = place.rpartition(":")
    if not name or not line.isdecimal():
        raise SutazaError(f"`{place}` is no place; write FILE:LINE, such as `lib/text.py:14`")
    root = repository.root or repository.common_dir
    path = os.path.relpath(os.path.abspath(name), os.path.realpath(root))
    return path.replace(os.sep, "/"), int(line)


def _as_text(tree: Tree, asked: Site, finds: Sequence[Find]) -> str:
    if not finds:
        return f"nothing in {len(tree)} files is like `{printable(asked.own_name)}`"
    return "\n".join(
        f"{each.likeness.score:.2f}  {printable(each.old.path)}:{each.old.line}  "
        f"{printable(each.old.name)}"
        for each in finds
    )


def _as_json(asked: Site, finds: Sequence[Find]) -> str:
    found = [{**_told(each.old), "score": round(each.likeness.score, 3)} for each in finds]
    return json.dumps({"asked": _told(asked), "finds": found}, indent=2)


def _told(site: Site) -> dict[str, str | int]:
    return {"path": site.path, "line": site.line, "end_line": site.end_line, "name": site.name}
