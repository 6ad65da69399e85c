"""`sutaza config`: check the configuration, show what is in force, print its schema."""

from __future__ import annotations

import json
import os
from pathlib import Path

import click

from sutaza_hooks import config as configuration
from sutaza_hooks.config import Config
from sutaza_hooks.errors import SutazaError
from sutaza_hooks.files import read
from sutaza_hooks.git import Repository
from sutaza_hooks.globs import matches
from sutaza_hooks.notation import effective


@click.group()
def command() -> None:
    """Check the configuration, show what is in force, or print its JSON Schema."""


@command.command("validate")
@click.argument("file", required=False)
def validate(file: str | None) -> None:
    """Check a file on disk: FILE, or the repository's own."""
    path = Path(file) if file else Repository(os.getcwd()).root / configuration.FILE
    name = file or configuration.FILE
    text = read(path)
    if text is None and file:
        raise SutazaError(f"{file}: no such file")
    if text is None:
        click.echo(f"no {name}: the defaults are in force")
        return
    _try_patterns(configuration.parse(text, name), name)
    click.echo(f"{name}: valid")


@command.command("show")
def show() -> None:
    """Print the staged configuration with every default: what a commit is judged by."""
    click.echo(effective(in_force()), nl=False)


@command.command("schema")
def schema() -> None:
    """Print the JSON Schema, for editors."""
    click.echo(json.dumps(configuration.json_schema(), indent=2))


def in_force() -> Config:
    """The staged configuration, or the defaults outside a repository."""
    try:
        repository = Repository(os.getcwd())
    except SutazaError:
        return Config()
    return configuration.load(repository.everything().after)


def _try_patterns(config: Config, name: str) -> None:
    """Raise SutazaError for a pattern that would fail only when a path is held against it."""
    groups = (config.exclude, *config.components.values(), *config.languages.values())
    for patterns in groups:
        try:
            matches("-", patterns)
        except SutazaError as error:
            raise SutazaError(f"{name}: {error}") from error
