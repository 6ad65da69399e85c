"""Families of distributions that share a namespace package, and how their members are spelled.

The published data knows only the top of what they ship: of `google-cloud-storage` it says `google`.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from sutaza_hooks.modules.names import normalised, within

FAMILIES: dict[str, str] = {
    "google-cloud-": "google.cloud",
    "google-": "google",
    "azure-": "azure",
    "opentelemetry-exporter-": "opentelemetry.exporter",
    "opentelemetry-instrumentation-": "opentelemetry.instrumentation",
    "opentelemetry-propagator-": "opentelemetry.propagators",
    "opentelemetry-": "opentelemetry",
    "openinference-instrumentation-": "openinference.instrumentation",
    "openinference-": "openinference",
    "llama-index-": "llama_index",
    "apache-airflow-providers-": "airflow.providers",
    "livekit-plugins-": "livekit.plugins",
    "livekit-": "livekit",
    "zope-": "zope",
    "plone-": "plone",
    "collective-": "collective",
    "z3c-": "z3c",
    "repoze-": "repoze",
    "sphinxcontrib-": "sphinxcontrib",
    "backports-": "backports",
    "jaraco-": "jaraco",
    "ruamel-": "ruamel",
    "keyrings-": "keyrings",
    "flufl-": "flufl",
    "logilab-": "logilab",
    "xstatic-pkg-": "xstatic.pkg",
    "aws-cdk-": "aws_cdk",
    "flytekitplugins-": "flytekitplugins",
    "dissect-": "dissect",
    "diffpy-": "diffpy",
    "pyats-": "pyats",
    "langgraph-checkpoint-": "langgraph.checkpoint",
}
"""The start of a distribution's name, and the package that its modules are in; the longest wins."""

_CLIENTS = ("_v1", "_v2", "_v3", "_v1beta1", "_v1beta2", "_v2beta1", "_v1alpha")


def family(distribution: str) -> tuple[str, str] | None:
    """The root of the namespace that the distribution adds to, and the rest of its name."""
    name = normalised(distribution)
    starts = (start for start in FAMILIES if name.startswith(start) and name != start)
    start = max(starts, key=len, default=None)
    return None if start is None else (FAMILIES[start], name.removeprefix(start))


def members(distribution: str) -> tuple[str, ...]:
    """Every spelling of what a member of a family ships, likeliest first; none for a stranger."""
    found = family(distribution)
    if found is None:
        return ()
    root, rest = found
    spelled = tuple(dict.fromkeys(f"{root}.{each}" for each in _spellings(rest.split("-"))))
    if root.partition(".")[0] != "google":
        return spelled
    return spelled + tuple(f"{each}{client}" for each in spelled for client in _CLIENTS)


@functools.cache
def is_namespace(module: str) -> bool:
    """Whether many distributions ship the package together, so that none is known by it."""
    return any(within(root, module) for root in FAMILIES.values())


def _spellings(words: list[str]) -> Iterator[str]:
    yield ".".join(words)
    yield "_".join(words)
    yield from (f"{'_'.join(words[:at])}.{'_'.join(words[at:])}" for at in range(1, len(words)))
    yield "".join(words)
    yield f"{'.'.join(words[:-2])}.{''.join(words[-2:])}".lstrip(".")
