"""Dart's `pubspec.yaml`."""

from __future__ import annotations

from sutaza_hooks.manifests.manifest import Manifest, Unreadable
from sutaza_hooks.manifests.reading import text_at


def _version(text: str) -> str | None:
    import yaml

    try:
        data = yaml.load(text, Loader=yaml.BaseLoader)  # makes text of every scalar, and no objects
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise Unreadable(mark.line + 1 if mark else 1, "is not YAML") from None
    except (yaml.YAMLError, RecursionError):
        raise Unreadable(1, "is not YAML, or nests too deeply to be read") from None
    return text_at(data, "version")


MANIFEST = Manifest(names=("pubspec.yaml",), version=_version)
