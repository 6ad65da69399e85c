"""What is remembered between two checks, in SQLite files that nobody has to keep."""

from __future__ import annotations

from sutaza_hooks.index.memory import FILE, LARGEST, Index

__all__ = ["FILE", "LARGEST", "Index"]
