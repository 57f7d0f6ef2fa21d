"""The three streams of a program, whatever they were given as: closed, full, narrow, or of few letters.

What a stream cannot encode is written with the nearest of what it can: a hollow dot becomes "o", a curly
quote a straight one, and only what has no likeness a question mark.
"""

from __future__ import annotations

import codecs
import contextlib
import errno
import io
import os
import signal
import sys
import unicodedata
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from retold.messages import _

if TYPE_CHECKING:
    from rich.console import Console

_HANDLER = "retold.plain"
_LEAST, _USUAL = 20, 80  # cells of a line
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
_PLAIN = {
    "●": "*", "○": "o", "◌": "o", "├": "|", "└": "`", "│": "|", "─": "-", "╌": "-", "━": "-", "┃": "|", "→":
    "->", "←": "<-", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "–":
    "-", "—": "-", "…": "...", "·": "-", "•": "-", "≠": "!=", "×": "x", "\N{NO-BREAK SPACE}": " ",
}  # fmt: skip


def ready() -> None:
    """Give every stream that is closed a place that takes all, and let each write what its charset lacks."""
    _open_closed()
    codecs.register_error(_HANDLER, _plain)
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # it was closed when the program began
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115  stays open to the end
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_HANDLER)


def _open_closed() -> None:
    """Take the numbers of closed streams, so that no file gets one and is written into by a message."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # the lowest free number


def _plain(error: UnicodeError) -> tuple[str | bytes, int]:
    """The error handler: what a charset lacks, in what it has."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return "".join(map(_likeness, lacking)), error.end


def _likeness(character: str) -> str:
    """What stands for a character in ASCII.

    >>> _likeness("…"), _likeness("é"), _likeness("海")
    ('...', 'e', '?')
    """
    if character in _PLAIN:
        return _PLAIN[character]
    bare = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
    return bare or "?"


def console(stderr: bool = False) -> Console:
    """A console as wide as the terminal; one of no width counts as one that does not say."""
    from rich.console import Console

    made = Console(highlight=False, stderr=stderr)
    if made.width < _LEAST:
        made.width = _LEAST if made.width > 0 else _USUAL
    return made


def say(line: str) -> None:
    """One line on stderr; nothing where that cannot be written either."""
    import click

    with contextlib.suppress(OSError, ValueError):
        click.echo(line, err=True)


@contextlib.contextmanager
def stoppable() -> Iterator[None]:
    """Let Ctrl-C end what is done inside with one line, and SIGTERM without; both by an exception, so that
    files in between are removed.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        yield
    except KeyboardInterrupt:
        say(_("retold: stopped: what was not finished is not kept"))
        sys.exit(128 + signal.SIGINT)


def refusal(error: OSError) -> str:
    """An error of the system in one line, with the cure."""
    where = error.filename if isinstance(error.filename, str) else _("the output")
    cure = (
        _("free some space, or write to another place")
        if error.errno in _FULL
        else _("see that it can be read and written")
    )
    return f"{where}: {error.strerror or error}: {cure}"


def flushed() -> OSError | None:
    """Write out what is held for stdout; gives the error where that cannot be, and drops the rest."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError) as error:
        drop()
        return error if isinstance(error, OSError) else None
    return None


def drop() -> None:
    """Send what is still held for stdout nowhere, so that the end of the program does not fail on it."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


@contextlib.contextmanager
def progress() -> Iterator[Callable[[str, int, int], None] | None]:
    """A bar per step on stderr, where that is a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.progress import Progress

    with Progress(console=console(stderr=True), transient=True) as bars:
        tasks: dict[str, Any] = {}

        def report(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bars.add_task(_(step), total=total)
            bars.update(tasks[step], completed=done)

        yield report
