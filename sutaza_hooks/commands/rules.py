"""`sutaza rules`: every rule in one line."""

from __future__ import annotations

import os

import click

from sutaza_hooks import config as configuration
from sutaza_hooks.config import Config
from sutaza_hooks.errors import SutazaError
from sutaza_hooks.git import Repository
from sutaza_hooks.page import summary
from sutaza_hooks.rules import RULES


@click.command()
def command() -> None:
    """List every rule, and whether this repository's staged configuration has it on."""
    active = {rule.name: rule.severity.value for rule in _config().rules}
    width = max(map(len, RULES))
    for name, rule in RULES.items():
        click.echo(f"{name:{width}}  {active.get(name, 'off'):7}  {summary(rule)}")


def _config() -> Config:
    try:
        repository = Repository(os.getcwd())
    except SutazaError:  # outside a repository the defaults are listed
        return Config()
    return configuration.load(repository.everything().after)
