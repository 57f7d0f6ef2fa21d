"""Options that several commands have, and the settings that one of them names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from retold.settings import Settings

Command = TypeVar("Command", bound=Callable[..., Any])
as_json = click.option("--json", "as_json", is_flag=True, help="One JSON object per line, for machines.")
strict = click.option("--strict", is_flag=True, help="Exit with 1 if anything was set aside.")
config = click.option(
    "--config", metavar="FILE", type=click.Path(), help="Settings (see `retold config show`)."
)


def added(command: Command, options: Sequence[Callable[[Command], Command]]) -> Command:
    """The function of a command with these options, which its help lists in this order."""
    for option in reversed(options):
        command = option(command)
    return command


def settings_of(path: str | None) -> Settings:
    """The settings of a file, the usual ones for None; raises `SettingsError` for a file that holds none."""
    from retold import settings

    return settings.Settings() if path is None else settings.load(path)
