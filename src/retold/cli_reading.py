"""What the commands share in reading, its options, and the command that only reads."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from retold import cli_options
from retold.errors import InputError
from retold.messages import N_

if TYPE_CHECKING:
    from retold.model import Article, SetAside
    from retold.settings import Settings

_OPTIONS = (
    click.option("--fetch", is_flag=True, help="Fetch addresses of pages, and those in files of addresses."),
    click.option("--map", "pairs", multiple=True, metavar="PART=FIELD", help="Take a part from this field."),
    click.option("--outlet-column", metavar="FIELD", help="The same as --map outlet=FIELD."),
    click.option("--date-column", metavar="FIELD", help="The same as --map published=FIELD."),
    click.option("--list-skipped", is_flag=True, help="Name each file that is no article."),
)


def options(command: cli_options.Command) -> cli_options.Command:
    """Add the options of reading to a command; `items` knows them."""
    return cli_options.added(command, _OPTIONS)


def items(paths: list[str], settings: Settings) -> Iterator[Article | SetAside]:
    """The articles and notes of paths, and of addresses with --fetch, under the options of the command.

    What is fetched is kept beside the trace that the command writes, and nowhere if it writes none.
    """
    given = _given()
    reading = _reading(settings, given, None)
    wanted = _wanted(paths) if given.get("fetch") else {}
    yield from reading.of([path for path in paths if path not in wanted])
    addresses = [address for listed in wanted.values() for address in listed]
    if addresses:
        yield from _fetched(addresses, settings, given.get("output"))
    if not given.get("watch"):
        _refuse_unmet(given, reading.guide.unmet())


def _refuse_unmet(given: dict[str, Any], unmet: list[tuple[str, str]]) -> None:
    """Raise `InputError` for a field that a person chose and that no record has: it was misspelt."""
    from retold.readers import guide

    for part, name in unmet:
        pairs = (pair.partition("=") for pair in given.get("pairs") or ())
        named = [field for which, _, field in pairs if which == part and guide.folded(field) == name]
        named += [given.get("outlet_column") or "", given.get("date_column") or ""]
        shown = next((one for one in named if guide.folded(one) == name), name)
        raise InputError(
            N_("no record has the field '{field}', which was chosen for {part}").format(
                field=shown, part=part
            ),
            N_("see with `retold read PATH --explain` which fields there are"),
        )


def _given() -> dict[str, Any]:
    """The options of the command that is running, {} outside of one."""
    context = click.get_current_context(silent=True)
    return {} if context is None else dict(context.params)


def _wanted(paths: Iterable[str]) -> dict[str, list[str]]:
    from retold.readers import fetch

    found = {path: fetch.addresses_in(path) for path in paths}
    return {path: addresses for path, addresses in found.items() if addresses}


def _fetched(addresses: list[str], settings: Settings, output: str | None) -> Iterator[Article | SetAside]:
    from retold import readers
    from retold.readers import fetch

    into = None if output is None else fetch.free_name(Path(output))
    yield from readers.fetched(addresses, settings.clean, into)


def _reading(settings: Settings, given: dict[str, Any], trail: list[Any] | None) -> Any:
    """A reading under the choices of a person."""
    from retold.readers import explain

    chosen = dict(_pair_of(pair) for pair in given.get("pairs") or ())
    columns = {"outlet": given.get("outlet_column"), "published": given.get("date_column")}
    chosen |= {part: name for part, name in columns.items() if name}
    return explain.reading(settings.clean, chosen, bool(given.get("list_skipped")), trail)


def _pair_of(given: str) -> tuple[str, str]:
    part, sign, name = given.partition("=")
    if not (part and sign and name):
        raise InputError(
            N_("--map takes PART=FIELD, not {given!r}").format(given=given),
            N_("write, for example, --map text=body"),
        )
    return part, name


def warn(note: SetAside) -> None:
    """One line on stderr."""
    from retold.views import safe

    click.echo(safe.note(note), err=True)


@click.command(epilog="Example: retold read archive.csv --explain --map text=story")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--explain", is_flag=True, help="Say for each part which field it was taken from, and why.")
@options
@cli_options.as_json
@cli_options.strict
@cli_options.config
def read(paths: tuple[str, ...], **how: Any) -> None:
    """Say what is read of files, folders or globs; with --json, as rows that are read again."""
    from retold.model import SetAside
    from retold.readers import explain
    from retold.views import safe

    chosen = cli_options.settings_of(how["config"])
    lost, found = False, False
    for one in _explained(paths, chosen, how) if how["explain"] else items(list(paths), chosen):
        if isinstance(one, SetAside):
            warn(one)
            lost = lost or explain.is_loss(one)
            continue
        found = True
        click.echo(_line(one, how["as_json"]) if not isinstance(one, str) else safe.text(one))
    if not found:
        raise InputError(N_("no article could be read"), N_("name files or folders that hold articles"))
    sys.exit(1 if lost and how["strict"] else 0)


def _explained(paths: tuple[str, ...], settings: Settings, how: dict[str, Any]) -> Iterator[str | SetAside]:
    from retold.readers import explain

    yield from explain.explained(paths, _reading(settings, how, []))


def _line(article: Article, as_json: bool) -> str:
    """An article as a row for machines, or as a line for people."""
    from retold.readers import explain
    from retold.report.rows import line
    from retold.views import safe

    if as_json:
        return line(explain.row(article))
    return safe.text(explain.line(article))
