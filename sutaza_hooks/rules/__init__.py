"""The rules, gathered by walking this package: a new file is a new rule."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from types import MappingProxyType

from sutaza_hooks.rule import Rule


def _gathered() -> Mapping[str, type[Rule]]:
    for module in pkgutil.iter_modules(__path__, f"{__name__}."):
        importlib.import_module(module.name)
    by_name = {cls.named(): cls for cls in Rule.__subclasses__()}
    return MappingProxyType(dict(sorted(by_name.items())))


RULES: Mapping[str, type[Rule]] = _gathered()
