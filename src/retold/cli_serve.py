"""The command that gives a trace to a browser."""

from __future__ import annotations

import contextlib
import getpass
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from retold import cli_options, extras, streams
from retold.errors import InputError
from retold.messages import N_, _

if TYPE_CHECKING:
    from retold.archive.store import Trace
    from retold.corpus.stories import Progress
    from retold.model import Article, SetAside
    from retold.server.state import Fetch
    from retold.settings import Settings

PORT = 8741
_LARGE = 5_000  # articles
_LONG = N_("retold: making the catalogue of {total:,} {step}, once for this trace")
decisions = click.option(
    "--decisions",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False),
    help="Replay decisions by hand (see docs/serving.md).",
)


@click.command("serve", epilog="Example: retold serve monday.trace --decide")
@click.argument("paths", nargs=-1, required=True, metavar="TRACE|PATH...")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0 takes any that is free."
)
@click.option("--host", metavar="ADDRESS", default="127.0.0.1", show_default=True,
              help="Where to listen; anything but this machine needs --token.")  # fmt: skip
@click.option("--token", metavar="WORDS", default="", help="What a browser must show (?token=…).")
@click.option(
    "-o", "--output", metavar="TRACE", type=click.Path(), help="Keep a trace of the paths in this folder."
)
@click.option("--decide", is_flag=True, help="Let the pages write decisions by hand.")
@click.option("--decisions", metavar="FILE", type=click.Path(dir_okay=False),
              help="The file of decisions; by default decisions.jsonl in the trace.")  # fmt: skip
@click.option("--as", "who", metavar="NAME", help="Who decides; by default who runs this.")
@click.option("--fetch", is_flag=True, help="Fetch addresses that are pasted into the page.")
@cli_options.config
def serve(paths: tuple[str, ...], port: int, host: str, token: str, **how: Any) -> None:
    """Show a stored trace, or a trace of articles, in a browser.

    Only this machine can reach it unless --host says otherwise. Ctrl-C ends it.
    """
    for name in ("starlette", "uvicorn", "python_multipart"):
        extras.module(name)
    from retold.server import app, running

    access = running.access(host, token)
    settings = cli_options.settings_of(how["config"])
    with contextlib.closing(running.bound(host, port)) as sock:
        file = _decisions(paths, how["output"], how["decisions"], how["decide"])
        trace, stored = _trace(paths, settings, how["output"], file)
        served_trace = _holding(trace, settings, stored, file)
        who = (how["who"] or _user()) if how["decide"] else ""
        made = app.application(served_trace, access, _fetcher(settings), how["fetch"], who)
        with contextlib.suppress(KeyboardInterrupt):
            running.serve(made, sock, lambda: streams.say(_greeting(running.address(sock, token))))


def _greeting(address: str) -> str:
    return _("retold: {address} (Ctrl-C ends it)").format(address=address)


def known(given: str | None, output: str | None) -> str | tuple[()]:
    """The file of decisions to replay; a line tells of decisions in an older trace that nobody asked for."""
    from retold.decisions import ledger

    if given is None and output is not None and ledger.beside(Path(output)).is_file():
        file = ledger.beside(Path(output))
        streams.say(_("{file}: not replayed; --decisions with this file does that").format(file=file))
    return given or ()


def _is_trace(paths: tuple[str, ...]) -> bool:
    return len(paths) == 1 and (Path(paths[0]) / "manifest.json").is_file()


def _trace(
    paths: tuple[str, ...], settings: Settings, output: str | None, file: Path | None
) -> tuple[Trace, Path | None]:
    """The trace to serve, and where it is stored, None for one in memory; `file` is of its decisions."""
    from retold import pipeline, readers
    from retold.archive import store

    if _is_trace(paths):
        if output is not None:
            raise InputError(
                N_("{path} is a trace already").format(path=paths[0]),
                N_("leave out -o, or give paths of articles"),
            )
        return store.load(paths[0]), Path(paths[0])
    decided = file if file is not None and file.exists() else ()
    with streams.progress() as progress:
        read = _announced(readers.read(list(paths), settings.clean))
        found = pipeline.trace(read, settings, output, progress=progress, decisions=decided)
    if not len(found.articles):
        raise InputError(
            N_("no article could be read"), N_("name a trace, or files or folders that hold articles")
        )
    return found, None if output is None else Path(output)


def _announced(read: Iterable[Article | SetAside]) -> Iterable[Article | SetAside]:
    """What was read, each note also on stderr; what says that nothing was lost goes no further."""
    from retold.model import SetAside
    from retold.readers import Skipped
    from retold.views import safe

    for one in read:
        if isinstance(one, SetAside):
            streams.say(safe.note(one))
        if not isinstance(one, Skipped):
            yield one


def _decisions(paths: tuple[str, ...], output: str | None, given: str | None, decide: bool) -> Path | None:
    """The file of decisions; raises `InputError` where some are to be written and there is no place."""
    from retold.decisions import ledger

    if given is not None:
        return Path(given)
    folder = paths[0] if _is_trace(paths) else output
    if folder is None and decide:
        cure = N_("keep the trace with -o TRACE, or name a file with --decisions")
        raise InputError(N_("decisions need a place"), cure)
    return None if folder is None else ledger.beside(Path(folder))


def _holding(trace: Trace, settings: Settings, stored: Path | None, file: Path | None) -> Any:
    from retold.server.served_traces import ServedTrace
    from retold.views import safe

    with streams.progress() as progress:
        made = ServedTrace(trace, settings, progress or _first_word(), stored, file)
    for note in made.ledger().notes:
        streams.say(safe.note(note))
    return made


def _first_word() -> Progress:
    """Progress where no bar can be shown: one line for a large trace, whose catalogue takes minutes."""
    said: list[str] = []

    def report(step: str, _done: int, total: int) -> None:
        if total >= _LARGE and not said:
            said.append(step)
            streams.say(_(_LONG).format(total=total, step=_(step)))

    return report


def _fetcher(settings: Settings) -> Fetch:
    """What fetches addresses."""
    from retold import readers

    return lambda addresses: readers.fetched(addresses, settings.clean)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "somebody"
