"""Adding on the command line: `retold trace --add`, `--remove`, `--days` and `--watch`."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from retold import cli_options, streams
from retold.errors import InputError, StoreError
from retold.messages import N_, _

if TYPE_CHECKING:
    from retold.model import Article, News, SetAside

Stamps = dict[str, tuple[int, int]]  # size and time of change of each file

_EVERY = 5.0  # seconds between two looks at a folder
_KEPT = ("statements", "config")  # what a trace was made with and keeps
_SHOWN = ("html", "why")
_OPTIONS = (
    click.option("--add", "adding", is_flag=True, help="Add the articles to the trace of -o."),
    click.option("--remove", multiple=True, metavar="ID", help="Take this article out of it."),
    click.option("--days", type=click.FloatRange(min=0, min_open=True), metavar="N",
                 help="Keep the articles of the last N days only."),
    click.option("--watch", metavar="FOLDER", type=click.Path(),
                 help="Add what comes into this folder, until interrupted."),
)  # fmt: skip


def options(command: cli_options.Command) -> cli_options.Command:
    """The options that add to a trace instead of making one."""
    return cli_options.added(command, _OPTIONS)


def is_asked(paths: Sequence[str], given: dict[str, Any]) -> bool:
    """Whether a trace is to be added to; raises `UsageError` where nothing is asked at all."""
    asked = bool(given["adding"] or given["remove"] or given["watch"] or given["days"] is not None)
    if not paths and not asked:
        raise click.UsageError(_("Missing argument 'PATH...'."))
    return asked


def run(
    read: Callable[[Sequence[str]], Iterable[Article | SetAside]],
    paths: Sequence[str],
    output: str | None,
    given: dict[str, Any],
    notes: list[SetAside],
) -> None:
    """Do it, and print what is new.

    `read` reads paths, and says and puts into `notes` what it set aside; so does what comes after it.
    """
    if output is None:
        raise InputError(N_("which trace is to be added to is not said"), N_("name it with -o"))
    _refuse(given)
    if paths and not given["adding"]:
        raise InputError(N_("articles are given, and not what is to be done with them"), N_("write --add"))
    if given["adding"] and not paths:
        raise InputError(N_("no article is given to be added"), N_("name files or folders behind --add"))
    if paths or given["remove"] or not given["watch"]:
        news = _added(read(paths) if paths else (), output, given)
        _announce(news, notes)
        _say(news, output, given)
    if given["watch"]:
        _watch(read, output, given, notes)


def _refuse(given: dict[str, Any]) -> None:
    """Raise `InputError` for options that mean nothing here."""
    for name in (*_KEPT, *_SHOWN):
        if given.get(name) is not None:
            cure = (
                N_("a trace keeps the settings it was made with: leave it out, or make the trace anew")
                if name in _KEPT
                else N_("leave it out, and read the trace with `retold show` afterwards")
            )
            raise InputError(
                N_("--{name} cannot be used where articles are added to a trace").format(name=name), cure
            )


def _added(articles: Iterable[Article | SetAside], output: str, given: dict[str, Any]) -> News:
    from retold import adding

    asked = adding.Asked(tuple(given["remove"]), given["days"], given["decisions"])
    with streams.progress() as progress:
        return adding.add(output, articles, asked, progress)


def _announce(news: News, notes: list[SetAside]) -> None:
    """Say what was set aside after it was read."""
    from retold.views import safe

    for one in news.set_aside:
        if one not in notes:
            streams.say(safe.note(one))
            notes.append(one)


def _say(news: News, output: str, given: dict[str, Any]) -> None:
    from retold.archive import store
    from retold.report import news as report

    if given["as_json"]:
        from retold.report.rows import line

        for row in report.rows(news):
            click.echo(line(row))
    else:
        report.show(news, store.load(output), streams.console())
    sys.stdout.flush()


# ---- a folder that is watched ----


def _watch(
    read: Callable[[Sequence[str]], Iterable[Article | SetAside]],
    output: str,
    given: dict[str, Any],
    notes: list[SetAside],
) -> None:
    """Add what comes into a folder, until an interrupt."""
    folder = Path(given["watch"])
    if not folder.is_dir():
        raise InputError(
            N_("{folder}: no folder to be watched").format(folder=folder), N_("name a folder that is there")
        )
    streams.say(
        _("watching {folder} every {every:g} seconds; interrupt to end").format(folder=folder, every=_EVERY)
    )
    given = {**given, "remove": ()}
    previous = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        for files in arrivals(folder, lambda: time.sleep(_EVERY)):
            _take_in(read(files), output, given, notes)
    except KeyboardInterrupt:
        streams.say(_("no longer watching"))
    finally:
        signal.signal(signal.SIGINT, previous)


def _take_in(
    articles: Iterable[Article | SetAside], output: str, given: dict[str, Any], notes: list[SetAside]
) -> None:
    """Add what was read, and say what is new; another writer is waited for."""
    from retold.views import safe

    every = list(articles)
    while True:
        try:
            news = _first(every, output, given) or _added(every, output, given)
        except StoreError as error:
            if not Path(output, "manifest.json").exists():
                raise
            streams.say(f"retold: {safe.refusal(error)}")
            time.sleep(_EVERY)
            continue
        _announce(news, notes)
        if news.added or news.corrected or news.removed:
            _say(news, output, given)
        return


def _first(every: list[Article | SetAside], output: str, given: dict[str, Any]) -> News | None:
    """The news of a trace that is not there yet: it is made, as is asked; None for one that is."""
    from retold import pipeline
    from retold.archive import store
    from retold.model import News

    if Path(output, "manifest.json").exists():
        return None
    found = pipeline.trace(every, into=output, decisions=given["decisions"] or ())
    if given["days"] is not None:
        _added((), output, given)
        found = store.load(output)
    stories = tuple(one for one in found.stories if len(one.articles) > 1)
    return News(tuple(one.id for one in found.articles), stories=stories, told=len(found.stories))


def arrivals(folder: Path, wait: Callable[[], None]) -> Iterator[list[str]]:
    """The files of a folder that are new or changed, and have come to rest: alike at two looks.

    `wait` is called between two looks. What was there before is given at first: articles that a trace has
    already change nothing.
    """
    given: Stamps = {}
    last = _stamps(folder)
    while True:
        wait()
        now = _stamps(folder)
        rested = [name for name, stamp in now.items() if last.get(name) == stamp != given.get(name)]
        if rested:
            yield sorted(rested)
        given |= {name: now[name] for name in rested}
        last = now


def _stamps(folder: Path) -> Stamps:
    found: Stamps = {}
    for file in folder.rglob("*"):
        try:
            known = file.stat()
        except OSError:  # gone again
            continue
        if file.is_file() and not file.name.startswith("."):
            found[str(file)] = known.st_size, known.st_mtime_ns
    return found
