"""The commands that show and check settings, and the kind of group that all commands are in."""

from __future__ import annotations

from typing import Any

import click

from retold import streams


class Stoppable(click.Group):
    """A group of commands that Ctrl-C ends with one line."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command, until somebody stops it."""
        with streams.stoppable():
            return super().invoke(ctx)


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
    click.echo(f"{file}: good")
