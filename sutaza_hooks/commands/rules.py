"""`sutaza rules`: every rule in one line."""

from __future__ import annotations

import click

from sutaza_hooks.commands.config import in_force
from sutaza_hooks.page import summary
from sutaza_hooks.rules import RULES


@click.command()
def command() -> None:
    """List every rule, and whether this repository's staged configuration has it on."""
    active = {rule.name: rule.severity.value for rule in in_force().rules}
    width = max(map(len, RULES))
    for name, rule in RULES.items():
        click.echo(f"{name:{width}}  {active.get(name, 'off'):7}  {summary(rule)}")
