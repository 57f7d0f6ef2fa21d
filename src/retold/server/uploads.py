"""Articles that a person drops or pastes into the page: taken, and read as files are."""

from __future__ import annotations

import atexit
import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.datastructures import FormData, UploadFile

from retold import readers
from retold.errors import InputError
from retold.messages import N_, _, many
from retold.model import Article, SetAside

if TYPE_CHECKING:
    from retold.server.jobs import Job, Jobs
    from retold.server.state import ServerState

MOST = 1_000  # files at a time
LONGEST = 16_000_000  # characters that are pasted at a time
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_PARTING = re.compile(r"^===[ \t]*$", re.MULTILINE)
_NAME = re.compile(r"[^\w.,() -]+")
_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Given:
    """What was given: a folder with its files, addresses, and how to call it."""

    folder: Path
    addresses: tuple[str, ...]
    words: str


async def taken(form: FormData) -> Given:
    """Put what a form holds into a folder of its own; raises `InputError` if that is nothing."""
    folder = Path(tempfile.mkdtemp(prefix="retold-uploads-"))
    atexit.register(shutil.rmtree, folder, True)  # where the server ends before it is read
    try:
        names = [await _saved(file, folder) for file in form.getlist("files") if isinstance(file, UploadFile)]
        texts, addresses = pasted(str(form.get("text") or ""))
        for number, text in enumerate(texts, 1):
            (folder / f"pasted-{number}.txt").write_text(text, encoding="utf-8", errors="replace")
        names = [
            *filter(None, names),
            *(_("pasted text {number}").format(number=n) for n in range(1, len(texts) + 1)),
            *addresses,
        ]
        if not names:
            raise InputError(N_("nothing was given"), N_("choose files, or paste the text of articles"))
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    words = many(len(names) - 1, "{first} and {count} more", "{first} and {count} more", first=names[0])
    return Given(folder, tuple(addresses), words if len(names) > 1 else names[0])


async def _saved(file: UploadFile, folder: Path) -> str:
    """The name that a file was saved under; '' for an empty field."""
    if not file.filename:
        return ""
    name = fit_name(file.filename)
    place = folder / name
    for number in range(2, MOST + 2):
        if not place.exists():
            break
        place = folder / f"{number}-{name}"
    with place.open("xb") as sink:
        while block := await file.read(1 << 20):
            sink.write(block)
    return place.name


def fit_name(name: str) -> str:
    r"""A name that a file can have here, from one that anybody gave it.

    >>> fit_name("../../etc/passwd"), fit_name("..\\x.html"), fit_name("...")
    ('passwd', 'x.html', 'file')
    """
    last = re.split(r"[/\\]", name)[-1]
    return _NAME.sub("_", last).strip(". ")[-_LONGEST_NAME:] or "file"


def pasted(text: str) -> tuple[list[str], list[str]]:
    r"""The articles and the addresses in what was pasted; a line of three equal signs parts articles.

    Dashes would not do: they stand around the head of a text.

    >>> pasted("A mast broke.\n===\nhttps://example.org/a\nhttps://example.org/b")
    (['A mast broke.'], ['https://example.org/a', 'https://example.org/b'])
    """
    texts: list[str] = []
    addresses: list[str] = []
    for part in _PARTING.split(text.replace("\r\n", "\n")):  # as browsers send line ends
        lines = part.split()
        if lines and all(_ADDRESS.fullmatch(line) for line in lines):
            addresses += lines
        elif lines:
            texts.append(part.strip("\n"))
    return texts, addresses


def begun(jobs: Jobs, given: Given, server: ServerState) -> Job:
    """Trace what was given; raises `InputError` for addresses where none may be fetched."""
    try:
        if given.addresses and not server.may_fetch:
            raise InputError(
                N_("addresses are fetched only by a server that was started with --fetch"),
                N_("paste the text, or start it so"),
            )
        if given.addresses and server.fetch is None:
            raise InputError(
                N_("this retold has no reader that fetches addresses"),
                N_("save the pages and drop the files"),
            )
        return jobs.add(given.words, lambda: _read(given, server))
    except BaseException:
        shutil.rmtree(given.folder, ignore_errors=True)
        raise


def _read(given: Given, server: ServerState) -> Iterator[Article | SetAside]:
    """The articles; the folder goes when all are read."""
    try:
        if any(given.folder.iterdir()):
            yield from readers.read([given.folder], server.served_trace.settings.clean)
        if given.addresses and server.fetch is not None:
            yield from server.fetch(given.addresses)
    finally:
        shutil.rmtree(given.folder, ignore_errors=True)
