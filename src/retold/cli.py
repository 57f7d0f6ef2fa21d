"""The command `retold`: a thin surface over the pipeline and the reports.

Exit codes: 0 done (with a line on stderr for each article set aside),
1 the same under --strict, 2 wrong use or nothing readable.
"""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

import click

from retold import (
    cli_adding,
    cli_config,
    cli_engine,
    cli_options,
    cli_reading,
    cli_serve,
    cli_stored,
    streams,
)
from retold.errors import InputError, RetoldError
from retold.messages import N_, _
from retold.version import __version__

if TYPE_CHECKING:
    from rich.console import Console

    from retold.model import Article, SetAside
    from retold.settings import Settings

_HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
_EXAMPLE = "Example: retold trace examples/harbour --html harbour.html"
_NO_MEMORY = N_("there is not enough memory: give fewer articles at a time, or a larger machine")
_html = click.option(
    "--html",
    metavar="FILE",
    type=click.Path(),
    help="Write a page; of many stories an index with a page each.",
)
_full = click.option("--full", is_flag=True, help="List every difference, not the gravest alone.")
_paths = click.argument("paths", nargs=-1, required=True, metavar="PATH...")


@click.group(cls=cli_config.Stoppable, context_settings=_HELP, epilog=_EXAMPLE)
@click.version_option(__version__, prog_name="retold")
def commands() -> None:
    """Show how news reports were retold: whose version is whose, what each retelling changed,
    who said what to whom, and what each claim rests on.
    """


@commands.command(epilog="Example: retold trace wire/*.html feeds.jsonl -o monday.trace --html monday.html")
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option(
    "-o",
    "--output",
    metavar="TRACE",
    type=click.Path(),
    help="Keep the trace in this folder, or at an address (s3://…).",
)
@click.option("--statements", type=click.Choice(["stories", "all", "none"]), help="Which articles to parse.")
@click.option("--why", metavar="COPY", help="Print the evidence for one article's place in the lineage.")
@cli_serve.decisions
@cli_adding.options
@cli_engine.options
@cli_reading.options
@_full
@_html
@cli_options.as_json
@cli_options.strict
@cli_options.config
def trace(paths: tuple[str, ...], output: str | None, **shared: Any) -> None:
    """Trace articles: files, folders or globs; or add them to a trace, and say what is new (--add)."""
    from retold import pipeline
    from retold.report import page, rows, terminal

    settings = _with_statements(cli_options.settings_of(shared["config"]), shared["statements"])
    notes: list[SetAside] = []
    if cli_adding.is_asked(paths, shared):
        cli_engine.refuse(shared)
        cli_adding.run(lambda some: _announced(_read(some, settings), notes), paths, output, shared, notes)
        return _leave(notes, shared["strict"], said=len(notes))
    engine = cli_engine.chosen(shared)
    with streams.progress() as progress:
        read = _at_least_one(_announced(_read(paths, settings), notes))
        decided = cli_serve.known(shared["decisions"], output)
        found = pipeline.trace(read, settings, output, progress=progress, decisions=decided, engine=engine)
    if shared["html"] is not None:
        page.write(found, shared["html"])
    if shared["as_json"]:
        _print_rows(rows.rows(found))
    else:
        terminal.show(found, streams.console(), why=shared["why"], full=shared["full"])
    return _leave(list(found.set_aside), shared["strict"], said=len(notes))


@commands.command(epilog="Example: retold compare dispatch.txt reprint.html")
@click.argument("a", type=click.Path())
@click.argument("b", type=click.Path())
@_full
@_html
@cli_options.as_json
@cli_options.strict
@cli_options.config
def compare(a: str, b: str, **shared: Any) -> None:
    """Lay two articles side by side."""
    from retold import questions
    from retold.report import page, rows, terminal

    settings = cli_options.settings_of(shared["config"])
    notes: list[SetAside] = []
    one, two = _pair([a, b], settings, notes)
    found = questions.compare(one, two, settings)
    if shared["html"] is not None:
        page.write_comparison(found, shared["html"])
    if shared["as_json"]:
        _print_rows(rows.rows(found))
    else:
        terminal.show_comparison(found, streams.console(), shared["full"])
    _leave(notes, shared["strict"], said=len(notes))


@commands.command(epilog="Example: retold reuse paper.txt --source wire/")
@click.argument("article", type=click.Path())
@click.option("--source", "sources", multiple=True, required=True, metavar="PATH", help="May be given often.")
@click.argument("more", nargs=-1, metavar="[PATH...]")
@cli_options.as_json
@cli_options.strict
@cli_options.config
def reuse(article: str, sources: tuple[str, ...], more: tuple[str, ...], **shared: Any) -> None:
    """Say how much of an article, or of each of several, comes from the sources."""
    from retold import questions
    from retold.report import rows, terminal

    settings = cli_options.settings_of(shared["config"])
    notes: list[SetAside] = []
    papers = _articles([article], settings, notes)
    others = _articles([*sources, *more], settings, notes)
    for one in papers:
        found = questions.reuse(one, _sources(one, others), settings)
        _give(found, shared["as_json"], rows.rows, terminal.show_reuse)
    _leave(notes, shared["strict"], said=len(notes))


@commands.command(epilog="Example: retold quotes report.txt --json")
@_paths
@cli_options.as_json
@cli_options.strict
@cli_options.config
def quotes(paths: tuple[str, ...], **shared: Any) -> None:
    """Say who said what to whom."""
    from retold import questions
    from retold.report import rows, terminal

    settings = cli_options.settings_of(shared["config"])
    notes: list[SetAside] = []
    for article in _articles(paths, settings, notes):
        said = questions.statements_of(article, settings)
        if shared["as_json"]:
            _print_rows(rows.row(one) for one in said)
        else:
            terminal.show_statements(article, said, streams.console())
    _leave(notes, shared["strict"], said=len(notes))


@commands.command(epilog="Example: retold stemma witnesses.tsv --to dot > stemma.dot")
@click.argument("table", type=click.Path())
@click.option("--to", "form", type=click.Choice(["tree", "newick", "dot", "graphml"]), default="tree")
@_html
@cli_options.as_json
@cli_options.config
def stemma(table: str, form: str, **shared: Any) -> None:
    """Infer the lineage of witnesses: an aligned table, TEI apparatus, Nexus, or a folder of texts."""
    from retold import questions
    from retold.readers import witnesses
    from retold.report import page, rows, stemma_formats, terminal

    settings = cli_options.settings_of(shared["config"])
    given = witnesses.read(table)
    found = questions.stemma(given, settings)
    if shared["html"] is not None:
        page.write_stemma(found, shared["html"], questions.aligned(given, settings))
    writers = {"newick": stemma_formats.newick, "dot": stemma_formats.dot, "graphml": stemma_formats.graphml}
    if form in writers and not shared["as_json"]:
        click.echo(writers[form](found))
    else:
        _give(found, shared["as_json"], rows.rows, terminal.show_lineage)


@commands.command(epilog="Example: retold show monday.trace --json")
@click.argument("stored", metavar="TRACE", type=click.Path())
@click.argument("story", required=False)
@click.option("--why", metavar="COPY", help="Print the evidence for one article's place in the lineage.")
@click.option("--sql", metavar="QUERY", help="Print the answer to a question in SQL (see docs/tables.md).")
@_full
@_html
@cli_options.as_json
def show(stored: str, story: str | None, **how: Any) -> None:
    """Read a stored trace, whole or one story of it (by its number), or ask it in SQL."""
    from retold.archive import store
    from retold.report import page, rows, terminal
    from retold.views import summary

    if how["sql"] is not None:
        cli_stored.answer(stored, how["sql"], how["as_json"])
        return
    found = store.load(stored)
    if story is not None:
        found = summary.only(found, story)
    if how["html"] is not None:
        page.write(found, how["html"])
    if how["as_json"]:
        _print_rows(rows.rows(found))
    else:
        terminal.show(found, streams.console(), why=how["why"], full=how["full"])


def _with_statements(settings: Settings, which: Any) -> Settings:
    from dataclasses import replace

    if which is None:
        return settings
    return replace(settings, statements=replace(settings.statements, which=which))


def _read(paths: Iterable[str], settings: Settings) -> Iterator[Article | SetAside]:
    """The articles of paths, and of addresses, under the options of the command that is running."""
    return cli_reading.items(list(paths), settings)


def _announced(read: Iterable[Article | SetAside], notes: list[SetAside]) -> Iterator[Article | SetAside]:
    """What was read, as it comes; each note goes to stderr and to `notes`.

    What says that nothing was lost (`Skipped`) goes to stderr alone.
    """
    from retold.model import SetAside
    from retold.readers import Skipped

    for one in read:
        if isinstance(one, SetAside):
            cli_reading.warn(one)
            notes += [] if isinstance(one, Skipped) else [one]
        if not isinstance(one, Skipped):
            yield one


def _at_least_one(read: Iterable[Article | SetAside]) -> Iterator[Article | SetAside]:
    """The same; raises `InputError` at the end if there was no article."""
    from retold.model import SetAside

    articles = 0
    for one in read:
        articles += not isinstance(one, SetAside)
        yield one
    if not articles:
        raise InputError(N_("no article could be read"), N_("name files or folders that hold articles"))


def _articles(paths: Iterable[str], settings: Settings, notes: list[SetAside]) -> list[Article]:
    """The articles of the paths, at least one; each note goes to stderr and to `notes`."""
    from retold.model import Article

    read = _at_least_one(_announced(_read(paths, settings), notes))
    return [one for one in read if isinstance(one, Article)]


def _pair(paths: list[str], settings: Settings, notes: list[SetAside]) -> tuple[Article, Article]:
    """The article of each of two paths, under two ids; raises `InputError` for a path that holds several."""
    from dataclasses import replace

    from retold.readers import given

    one, two = (given.only(_articles([path], settings, notes), path) for path in paths)
    return (one, two) if one.id != two.id else (replace(one, id=paths[0]), replace(two, id=paths[1]))


def _sources(one: Article, others: list[Article]) -> list[Article]:
    """The others without the article itself; another text with its id gets an id of its own."""
    from dataclasses import replace

    apart = [o for o in others if (o.id, o.text) != (one.id, one.text)]
    return [o if o.id != one.id else replace(o, id=f"source/{o.id}") for o in apart]


def _give(
    found: Any, as_json: bool, rows: Callable[[Any], Any], show: Callable[[Any, Console], None]
) -> None:
    if as_json:
        _print_rows(rows(found))
    else:
        show(found, streams.console())


def _print_rows(rows: Iterable[dict[str, Any]]) -> None:
    from retold.report.rows import line

    for row in rows:
        click.echo(line(row))


def _leave(notes: list[SetAside], strict: bool, said: int) -> None:
    """Tell of what the pipeline set aside too, and choose the exit code."""
    for note in notes[said:]:
        cli_reading.warn(note)
    if notes and strict:
        sys.exit(1)


def main() -> None:
    """The entry point: runs a command and turns what it refuses into one line and exit code 2."""
    streams.ready()
    code = _code()
    failed = streams.flushed()
    if failed is not None and failed.errno != errno.EPIPE:
        streams.say(f"retold: {streams.refusal(failed)}")
        code = 2
    sys.exit(code)


def _code() -> int | str | None:
    """Run the command; its exit code."""
    try:
        commands(standalone_mode=True)
    except SystemExit as left:
        return left.code
    except RetoldError as error:
        streams.say(f"retold: {_safe_line(error)}")
        return 2
    except BrokenPipeError:
        streams.drop()
        return 0
    except OSError as error:
        streams.drop()
        streams.say(f"retold: {streams.refusal(error)}")
        return 2
    except MemoryError:
        streams.say(f"retold: {_(_NO_MEMORY)}")
        return 2
    return 0


def _safe_line(error: RetoldError) -> str:
    """A message with nothing in it that a terminal obeys: names of files and sections come from outside."""
    from retold.views import safe

    return safe.refusal(error)


cli_stored.add_to(commands)
commands.add_command(cli_serve.serve)
commands.add_command(cli_reading.read)
commands.add_command(cli_config.config)
cli_config.translate(commands)
