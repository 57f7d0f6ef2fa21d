"""The options of `retold trace` that say who does the work: this machine, or a cluster."""

from __future__ import annotations

from typing import Any

import click

from retold import cli_options
from retold.engines import choice
from retold.errors import InputError
from retold.messages import N_

_OPTIONS = (
    click.option("--engine", type=click.Choice(choice.NAMES),
                 help="Who does the work (see docs/cluster.md)."),
    click.option("--master", metavar="URL",
                 help="Where the engine runs; by default one is started here."),
    click.option("--work", metavar="FOLDER",
                 help="Keep the engine's tables here; a stopped job goes on from them."),
    click.option("--partitions", type=click.IntRange(min=1), metavar="N",
                 help="Divide the engine's rows into so many parts."),
)  # fmt: skip


def options(command: cli_options.Command) -> cli_options.Command:
    """Add them to a command; `chosen` knows them."""
    return cli_options.added(command, _OPTIONS)


def chosen(given: dict[str, Any]) -> choice.Engine:
    """The engine that is asked for; raises `InputError` for options that mean nothing to it."""
    name = given["engine"] or "local"
    return choice.chosen(choice.Engine(name, given["master"], given["work"], given["partitions"] or 0))


def refuse(given: dict[str, Any]) -> None:
    """Raise `InputError` where an engine is asked for and articles are added to a trace."""
    if chosen(given).name != "local":
        raise InputError(N_("articles are added to a trace on this machine alone"), N_("leave out --engine"))
