"""`sutaza explain`: a rule's page."""

from __future__ import annotations

import click

from sutaza_hooks.config import Config
from sutaza_hooks.page import page
from sutaza_hooks.rules import RULES


@click.command()
@click.argument("name")
def command(name: str) -> None:
    """Print what a rule flags, why, and what to do instead."""
    Config().only([name])
    click.echo(page(RULES[name]), nl=False)
