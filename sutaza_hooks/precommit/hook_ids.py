"""The hook ids that this project offers, and the stage of each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import yaml

from sutaza_hooks.generated import generated

RECOMMENDED = ("sutaza", "sutaza-message", "sutaza-prepare-message", "sutaza-push")
"""One for each stage; together they leave no way past the gate that a hook can close."""

GIT_STAGES = ("pre-commit", "pre-merge-commit", "commit-msg", "prepare-commit-msg", "pre-push")
"""The hooks that Git itself runs, for which a file must be installed."""


@cache
def stages() -> Mapping[str, tuple[str, ...]]:
    """The stages of every hook id, as the manifest says them."""
    manifest = yaml.safe_load(generated("")[".pre-commit-hooks.yaml"])
    return {hook["id"]: tuple(hook["stages"]) for hook in manifest}
