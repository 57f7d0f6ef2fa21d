"""The commands that show and check settings."""

from __future__ import annotations

import click


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
