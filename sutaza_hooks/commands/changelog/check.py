"""`sutaza changelog check`: the rules about the changelog, and no others."""

from __future__ import annotations

import click

from sutaza_hooks import reporters
from sutaza_hooks.commands import check
from sutaza_hooks.rules import RULES


@click.command("check")
@click.option("--range", "between", metavar="A..B", help="Judge what B brings over A.")
@click.option("--all-files", is_flag=True, help="Judge the whole changelog.")
@click.option(
    "--format", "form", type=click.Choice(reporters.names()), default="text", show_default=True
)
@click.pass_context
def command(context: click.Context, between: str | None, all_files: bool, form: str) -> None:
    """Judge the staged change by the rules about the changelog alone."""
    names = tuple(name for name, rule in RULES.items() if rule.charter == 19)
    context.invoke(check.command, names=names, all_files=all_files, between=between, form=form)
