"""`sutaza search`: what the repository has for a job, or that is like a function."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence

import click

from sutaza_hooks import config as configuration
from sutaza_hooks.change import Tree
from sutaza_hooks.commands.index import progress
from sutaza_hooks.description.words import telling
from sutaza_hooks.diagnostic import printable
from sutaza_hooks.errors import SutazaError
from sutaza_hooks.git import Repository
from sutaza_hooks.index.glossary import Shown
from sutaza_hooks.indexing import build, build_glossary
from sutaza_hooks.reuse.alike import alike, function_at
from sutaza_hooks.reuse.asked import answers
from sutaza_hooks.reuse.calling import import_line
from sutaza_hooks.reuse.coverage import lacking
from sutaza_hooks.reuse.evidence import gathered
from sutaza_hooks.reuse.search import Find, Near
from sutaza_hooks.reuse.site import Site, named

_NOTHING = "nothing in {} files has these words"


@click.command()
@click.argument("text", nargs=-1)
@click.option("--like", "place", metavar="FILE:LINE", help="The function at this staged line.")
@click.option("--staged", is_flag=True, help="The functions that the staged change adds.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--most", type=click.IntRange(1), default=10, help="So many finds at most.")
def command(text: Sequence[str], place: str | None, staged: bool, form: str, most: int) -> None:
    """Find what the staged tree has for a job, or what is like functions of it.

    TEXT tells in a few words what is looked for; it is held against names, documentation and
    code. What was not read before is read first.
    """
    if bool(text) + (place is not None) + staged != 1:
        raise SutazaError("say in a few words what to look for, or name a place with --like")
    repository = Repository(os.getcwd())
    tree = repository.everything().after
    tree = tree.speaking(configuration.load(tree).language)
    if staged:
        said = _added(repository, form)
    elif place is None:
        said = _answered(repository, tree, " ".join(text), form, most)
    else:
        said = _liked(repository, tree, place, form, most)
    click.echo(said)
    repository.index.close()


def _answered(repository: Repository, tree: Tree, text: str, form: str, most: int) -> str:
    if not any(telling(text)):
        raise SutazaError(f"no word of `{text}` tells what to look for; name what is done, to what")
    with progress(len(lacking(tree, tree.glossary).blobs)) as step:
        build_glossary(repository, tree, step)
    found = answers(tree, text, most)
    if form == "json":
        return json.dumps({"asked": text, "finds": [_fields(tree, *each) for each in found]})
    return "\n".join(_lines(tree, each.shown) for each in found) or _NOTHING.format(len(tree))


def _fields(tree: Tree, shown: Shown, score: float) -> dict[str, str | int | float]:
    told = {name: value for name, value in shown._asdict().items() if name != "blob"}
    return {**told, "import": import_line(tree, shown), "score": round(score, 3)}


def _lines(tree: Tree, shown: Shown) -> str:
    """The place and the name, and below them what it does and how to have it."""
    head = f"{printable(shown.path)}:{shown.line}  {printable(shown.name)}"
    below = (shown.summary or shown.signature, import_line(tree, shown))
    return "\n".join((head, *(f"    {printable(each)}" for each in below if each)))


def _added(repository: Repository, form: str) -> str:
    """What is nearest to each function that the staged change adds, and the trailer for it."""
    change = repository.staged()
    configured = configuration.load(change.after)
    change = change.speaking(configured.language).without(configured.excludes)
    with progress(len(lacking(change.before, change.before.corpus).blobs)) as step:
        build(repository, change.before, step)
    evidence, near = gathered(change)
    rows = [(named(change.after, each.new), _nearest(change.after, each)) for each in near]
    if form == "json":
        found = [{"new": _told(new), "nearest": old and _find(old)} for new, old in rows]
        return json.dumps({"searched": found, "trailer": evidence.trailer}, indent=2)
    said = [f"{_where(new)}\n    {_score(old)}" for new, old in rows]
    return "\n".join((*said, evidence.trailer))


def _nearest(tree: Tree, near: Near) -> Find | None:
    find = next(iter(near.finds), None)
    return find and find._replace(old=named(tree, find.old))


def _score(find: Find | None) -> str:
    return f"{find.likeness.score:.2f}  {_where(find.old)}" if find else "nothing is near"


def _where(site: Site) -> str:
    return f"{printable(site.path)}:{site.line}  {printable(site.name)}"


def _find(find: Find) -> dict[str, str | int | float]:
    return {**_told(find.old), "score": round(find.likeness.score, 3)}


def _liked(repository: Repository, tree: Tree, place: str, form: str, most: int) -> str:
    asked = function_at(tree, *_asked(repository, place))
    with progress(len(lacking(tree, tree.corpus).blobs)) as step:
        build(repository, tree, step)
    finds = alike(tree, asked, most)
    return _as_json(asked, finds) if form == "json" else _as_text(tree, asked, finds)


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
    return "\n".join(map(_score, finds))


def _as_json(asked: Site, finds: Sequence[Find]) -> str:
    return json.dumps({"asked": _told(asked), "finds": list(map(_find, finds))}, indent=2)


def _told(site: Site) -> dict[str, str | int]:
    return {"path": site.path, "line": site.line, "end_line": site.end_line, "name": site.name}
