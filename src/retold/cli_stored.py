"""The commands that ask a stored trace and change nothing: export, find, copies, and questions in SQL."""

from __future__ import annotations

import math
import sys
from collections.abc import Iterable
from contextlib import nullcontext
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from retold import cli_options, messages, streams
from retold.errors import InputError
from retold.messages import N_, _

if TYPE_CHECKING:
    from retold.archive.store import Trace

FORMATS = (
    "csv", "xlsx", "parquet", "graphml", "gexf", "dot", "prov", "tei", "collatex", "web-annotation",
    "schema-org", "ninjs", "svg", "png",
)  # fmt: skip
_stored = click.argument("stored", metavar="TRACE", type=click.Path())


def add_to(group: click.Group) -> None:
    """Add the commands to the program's."""
    for one in (export_, find, copies):
        group.add_command(one)


@click.command("export", epilog="Example: retold export monday.trace --to gexf -o monday.gexf")
@_stored
@click.option("--to", "form", type=click.Choice(FORMATS), required=True, help="See docs/export.md.")
@click.option(
    "-o", "--output", metavar="PATH", type=click.Path(), help="A file, or a folder for several files."
)
@click.option("--story", metavar="STORY", help="Only this story.")
@click.option("--table", metavar="NAME", help="Only this table, of csv and parquet.")
def export_(stored: str, form: str, output: str | None, story: str | None, table: str | None) -> None:
    """Write a stored trace for other people's tools.

    Without -o a format of one file goes to stdout. Formats of several files (csv, parquet, tei, collatex,
    svg, png) go to a folder, a file for each table, report or story.
    """
    from retold import export as exporting

    found = _trace(stored, story)
    if output is None:
        _to_stdout(found, form, table)
        return
    written = exporting.write(found, output, form, table)
    place = (
        str(written[0])
        if len(written) == 1
        else _("{count} files in {output}").format(count=len(written), output=output)
    )
    streams.say(f"{_safe(place)}: {form}")


def _to_stdout(found: Trace, form: str, table: str | None) -> None:
    """The one file that the trace becomes, to stdout."""
    from retold import export as exporting

    kind = exporting.registry()[form]
    if not kind.text and sys.stdout.isatty():
        raise InputError(N_("{form} is no text for a terminal").format(form=form), N_("name a place with -o"))
    pieces = exporting.pieces(found, form, table)
    first, second = next(pieces, None), next(pieces, None)
    if first is None:
        raise InputError(*exporting.nothing(form))
    if second is not None:
        one = "--table" if kind.tables else "--story"
        raise InputError(
            N_("{form} is several files").format(form=form),
            N_("name a folder with -o, or one {one}").format(one=one),
        )
    sys.stdout.flush()
    for block in first.content:
        sys.stdout.buffer.write(block)


@click.command(epilog='Example: retold find monday.trace "a crack as wide as a hand"')
@_stored
@click.argument("words")
@cli_options.as_json
def find(stored: str, words: str, as_json: bool) -> None:
    """Say who carries some words: in whose mouth, and from which origin.

    Case, marks and spacing do not count. Versions that altered the words are named too.
    """
    from retold.archive import store
    from retold.report import queries
    from retold.views import finding

    with messages.english() if as_json else nullcontext():
        found = finding.found(store.load(stored), words)
    if as_json:
        _rows({"type": "find", **asdict(one)} for one in found)
    else:
        queries.show_found(found, streams.console())


@click.command(epilog="Example: retold copies monday.trace --threshold 0.8")
@_stored
@click.option("--threshold", metavar="SHARE", type=float, default=0.9, show_default=True,
              help="Share of each that two articles must have in common for one to be left out.")  # fmt: skip
@click.option(
    "--contained", is_flag=True, help="Leave out what stands whole in another, however long that is."
)
@click.option("--keep-one", is_flag=True, help="Print only the ids to keep, one a line.")
@cli_options.as_json
def copies(stored: str, threshold: float, contained: bool, keep_one: bool, as_json: bool) -> None:
    """One row an article: its nearest text, what it has of it, and whether to keep it.

    Of articles that are nearly one text the first published is kept.
    """
    from retold.archive import store
    from retold.report import queries
    from retold.views import copies as copying

    found = copying.rows(store.load(stored), threshold, contained)
    if keep_one:
        for one in found:
            if one.keep:
                click.echo(_safe(one.article))
    elif as_json:
        _rows({"type": "copy", **asdict(one)} for one in found)
    else:
        queries.show_copies(found, streams.console())


def answer(stored: str, query: str, as_json: bool) -> None:
    """Print the answer to a question in SQL over the tables of a stored trace."""
    from retold.archive import sql
    from retold.report import queries

    columns, rows = sql.answer(stored, query)
    if as_json:
        _rows({"type": "row", **dict(zip(columns, map(_plain, row), strict=True))} for row in rows)
    else:
        queries.show_table(columns, rows, streams.console())


def _plain(value: Any) -> Any:
    """A value of SQL as JSON has it: what it has no form for as text, and what is no number as null."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {str(key): _plain(one) for key, one in value.items()}
    return value if value is None or isinstance(value, (str, int, float, bool)) else str(value)


def _trace(stored: str, story: str | None) -> Trace:
    from retold.archive import store
    from retold.views import summary

    found = store.load(stored)
    return found if story is None else summary.only(found, story)


def _rows(rows: Iterable[dict[str, Any]]) -> None:
    from retold.report.rows import line

    for row in rows:
        click.echo(line(row))


def _safe(words: str) -> str:
    from retold.views import safe

    return safe.text(words)
