"""What keeps a gate from firing, looked at from Git's version to each hook file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sutaza_hooks import config as configuration
from sutaza_hooks import debt
from sutaza_hooks.change import Tree
from sutaza_hooks.checkup.remark import Remark, Standing
from sutaza_hooks.config import Config
from sutaza_hooks.errors import SutazaError
from sutaza_hooks.files import read
from sutaza_hooks.git import Repository
from sutaza_hooks.git.site import Site
from sutaza_hooks.precommit import config as precommit
from sutaza_hooks.precommit.config import HookConfig
from sutaza_hooks.precommit.hook_ids import GIT_STAGES, RECOMMENDED, stages
from sutaza_hooks.precommit.installation import hook_file, runner

OLDEST_GIT = (2, 31)
_BLOCKING = ("pre-commit", "commit-msg")
"""An ordinary commit passes both; a gate at neither of them lets it through."""


def git_version(found: str) -> Remark:
    numbers = tuple(int(part) for part in found.split(".")[:2])
    if numbers < OLDEST_GIT:
        wanted = ".".join(map(str, OLDEST_GIT))
        return Remark("problem", "Git", f"{found}; install {wanted} or later")
    return Remark("ok", "Git", found)


def examine(repository: Repository, tree: Tree) -> Iterator[Remark]:
    """One remark on each thing that has to be right for a breach to be blocked."""
    yield Remark("ok", "repository", f"files staged: {len(tree)}")
    yield from _configuration(tree, repository.root)
    yield _index(repository)
    yield from _hooks(repository, tree)


def _configuration(tree: Tree, root: Path) -> Iterator[Remark]:
    name = configuration.FILE
    on_disk = read(root / name)
    try:
        config = configuration.load(tree)
    except SutazaError as error:
        yield Remark("problem", name, str(error))
        return
    if name not in tree:
        yield Remark("note", name, "none is staged: the defaults are in force")
    else:
        yield Remark("ok", name, f"rules on: {len(config.rules)}")
    if on_disk is not None and on_disk != tree.get(name):
        yield Remark(
            "note", name, f"differs from what is staged; `git add {name}` puts it in force"
        )
    if config.baseline:
        yield _baseline(tree, config)


def _baseline(tree: Tree, config: Config) -> Remark:
    text = tree.get(config.baseline)
    if text is None:
        said = f"not staged; run `sutaza baseline` and `git add {config.baseline}`"
        return Remark("problem", config.baseline, said)
    try:
        count = len(debt.loaded(text, config.baseline)["diagnostics"])
    except SutazaError as error:
        return Remark("problem", config.baseline, str(error))
    return Remark("ok", config.baseline, f"diagnostics let pass: {count}")


def _index(repository: Repository) -> Remark:
    status = repository.index.status()
    if repository.index.trouble:
        return Remark("note", "index", repository.index.trouble)
    return Remark("ok", "index", f"rows: {status['facts']}, bytes: {status['bytes']}")


def _hooks(repository: Repository, tree: Tree) -> Iterator[Remark]:
    try:
        text = read(repository.root / precommit.FILE)
        hooks = precommit.parse(text) if text is not None else None
    except SutazaError as error:
        yield Remark("problem", precommit.FILE, str(error))
        return
    if hooks is None or not hooks.ours:
        what = "there is none" if hooks is None else "it names no hook of this project"
        yield Remark("problem", precommit.FILE, f"{what}; run `sutaza init`")
        return
    yield Remark("ok", precommit.FILE, ", ".join(hook.id for hook in hooks.ours))
    if text != tree.get(precommit.FILE):
        said = f"differs from what is staged; no runner commits before `git add {precommit.FILE}`"
        yield Remark("note", precommit.FILE, said)
    folder = Site(repository.root).hooks
    moved = folder.resolve() != (repository.common_dir / "hooks").resolve()
    for stage in GIT_STAGES:
        yield _stage(folder, moved, hooks, stage)


def _stage(folder: Path, moved: bool, hooks: HookConfig, stage: str) -> Remark:
    named = ", ".join(hooks.at(stage))
    if not named:
        missing = next(id for id in RECOMMENDED if stage in stages()[id])
        guarded = any(hooks.at(each) for each in _BLOCKING)
        standing: Standing = "note" if guarded or stage not in _BLOCKING else "problem"
        return Remark(standing, stage, f"no hook of ours runs there; add `{missing}`")
    found = hook_file(folder, stage)
    if found.trouble:
        said = f"`{named}` cannot fire: {found.trouble}; run `{_installing(folder, moved, stage)}`"
        return Remark("problem", stage, said)
    maker = f"installed by {found.maker}" if found.maker else f"{folder / stage} is not a runner's"
    return Remark("ok" if found.maker else "note", stage, f"{named}: {maker}")


def _installing(folder: Path, moved: bool, stage: str) -> str:
    """The command that installs a hook; pre-commit refuses while `core.hooksPath` is set."""
    name = runner(folder, GIT_STAGES)
    first = "git config --unset-all core.hooksPath && " if moved and name == "pre-commit" else ""
    return f"{first}{name} install --hook-type {stage}"
