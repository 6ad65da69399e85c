"""What pre-commit and prek tell in the environment of a hook."""

from __future__ import annotations

from collections.abc import Mapping


def runner_range(environment: Mapping[str, str]) -> tuple[str, str] | None:
    """The two ends of the range that is pushed or was asked for, or None.

    A first push to an empty remote has no beginning: the runners then name a remote and no refs.
    """
    since = environment.get("PRE_COMMIT_FROM_REF", "")
    until = environment.get("PRE_COMMIT_TO_REF", "")
    if until:
        return since, until
    if environment.get("PRE_COMMIT_REMOTE_NAME"):
        return "", environment.get("PRE_COMMIT_LOCAL_BRANCH") or "HEAD"
    return None
