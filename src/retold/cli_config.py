"""The commands that show and check settings, and the kind of group that all commands are in."""

from __future__ import annotations

from typing import Any

import click

from retold import streams
from retold.messages import _


class Stoppable(click.Group):
    """A group of commands that Ctrl-C ends with one line."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command, until somebody stops it."""
        with streams.stoppable():
            return super().invoke(ctx)


def translate(command: click.Command) -> None:
    """Put the help of a command, and of those below it, into the language that was asked for.

    Help is declared as click has it, without marks: `make messages` takes it from the commands themselves.
    """
    for name in ("help", "epilog", "short_help"):
        words = getattr(command, name)
        setattr(command, name, _(words) if words else words)
    for option in command.params:
        if isinstance(option, click.Option) and option.help:
            option.help = _(option.help)
    for below in command.commands.values() if isinstance(command, click.Group) else ():
        translate(below)


@click.group(epilog="Example: retold config show > retold.toml")
def config() -> None:
    """Show or check settings."""


@config.command("show", epilog="Example: retold config show > retold.toml")
def config_show() -> None:
    """Print the settings with their defaults, as a TOML file."""
    from retold import settings

    click.echo(settings.to_toml(settings.Settings()))


@config.command("check", epilog="Example: retold config check retold.toml")
@click.argument("file", type=click.Path())
def config_check(file: str) -> None:
    """Check a settings file."""
    from retold import settings

    settings.load(file)
    click.echo(_("{file}: good").format(file=file))
