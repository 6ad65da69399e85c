"""`sutaza changelog`: write, check, mend, collect and merge the changelog; one file each."""

from __future__ import annotations

import click

from sutaza_hooks.commands.changelog import add, check, collect, fix, merge_driver


@click.group()
def command() -> None:
    """Write, check, mend, collect and merge the entries of the changelog."""


for _each in (add, check, collect, fix, merge_driver):
    command.add_command(_each.command)
