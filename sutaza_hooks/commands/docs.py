"""`sutaza docs`: write the files of this project that follow from its rules."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sutaza_hooks.errors import SutazaError
from sutaza_hooks.generated import generated


@click.command(hidden=True)
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 when a file differs.")
def command(check: bool) -> None:
    """Write the pages, the README's table, the hook ids and the JSON Schema."""
    readme = Path("README.md")
    if not Path("sutaza_hooks", "rules").is_dir() or not readme.is_file():
        raise SutazaError("`docs` runs only at the root of a checkout of sutaza_hooks itself")
    stale = {
        path: text
        for path, text in generated(readme.read_text(encoding="utf-8")).items()
        if not Path(path).exists() or Path(path).read_text(encoding="utf-8") != text
    }
    for path, text in stale.items():
        click.echo(f"{'stale' if check else 'wrote'}: {path}")
        if not check:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            Path(path).write_text(text, encoding="utf-8")
    sys.exit(1 if check and stale else 0)
