"""The command line: argv in, an exit code out."""

from __future__ import annotations

import gc
import importlib
import os
import pkgutil
import sys
import traceback
from pathlib import Path

import click

from sutaza_hooks import __version__, commands
from sutaza_hooks.errors import SutazaError

OUR_BUG = 3
COULD_NOT_CHECK = 2


class _Commands(click.Group):
    """The files of `commands/` are the subcommands; one is imported only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return sorted(module.name for module in pkgutil.iter_modules(commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        found: click.Command = importlib.import_module(f"{commands.__name__}.{cmd_name}").command
        return found


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sutaza")
def sutaza() -> None:
    """Enforce a repository's rules on every change: the staged change in, a verdict out."""


def main() -> None:
    """Run, and exit: 0 clean, 1 breach, 2 could not check, 3 our bug. Nothing fails open."""
    gc.set_threshold(100_000, 50, 100)  # a short process makes no garbage worth looking for
    for stream in filter(None, (sys.stdout, sys.stderr)):  # a closed one is None
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        sutaza(prog_name="sutaza", standalone_mode=False)
    except SutazaError as error:
        _say(f"error: {error}", COULD_NOT_CHECK)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(COULD_NOT_CHECK)
    except (click.Abort, KeyboardInterrupt):
        _say("error: interrupted; nothing was checked", COULD_NOT_CHECK)
    except OSError as error:
        _drop_output()
        _say(f"error: {error.filename or 'output'}: {error.strerror or error}", COULD_NOT_CHECK)
    except Exception as error:
        _say(_internal(error), OUR_BUG)


def _drop_output() -> None:
    """What could not be written must not fail again when the interpreter ends."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(text: str, code: int) -> None:
    click.echo(text, err=True)
    sys.exit(code)


def _internal(error: Exception) -> str:
    where = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(where.filename).name}:{where.lineno}"
    return (
        f"error: internal error in sutaza {__version__}: {type(error).__name__}: {error} ({place})"
    )
