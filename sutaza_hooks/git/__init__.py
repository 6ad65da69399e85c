"""Git's side of the house: the only room that knows gitpython and unidiff."""

from __future__ import annotations

from sutaza_hooks.git.repository import Repository

__all__ = ["Repository"]
