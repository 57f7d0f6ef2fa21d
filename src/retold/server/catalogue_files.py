"""How a catalogue is made, and where it is kept."""

from __future__ import annotations

import json
import os
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

from retold import ids, views
from retold.archive import codec
from retold.corpus.workspace import sweep, workspace
from retold.errors import StoreError
from retold.messages import N_, language
from retold.model import Story
from retold.server import catalogue, row_ranges
from retold.server.catalogue import Catalogue
from retold.server.parts import Parts
from retold.version import __version__
from retold.views import findings, index, loci, pile
from retold.views.pile import Line

if TYPE_CHECKING:
    from retold.archive.store import Trace

Progress = Callable[[str, int, int], None]
_UNSEEN = ("claims", "furniture", "set_aside")  # what no line tells of
_KEPT = 12  # catalogues in the cache folder; of more the oldest go


def folder() -> Path:
    """Where catalogues are kept: `$XDG_CACHE_HOME/retold`, or `~/.cache/retold`."""
    place = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(place) if place else Path.home() / ".cache") / "retold"


def opened(trace: Trace, stored: Path | None, progress: Progress) -> Catalogue:
    """The catalogue of a trace: the one that is kept, else a new one.

    Of a trace in memory (`stored` is None), and where the cache folder cannot be written, it is in memory.
    """
    if stored is not None:
        try:
            return _kept(trace, stored, progress)
        except (OSError, sqlite3.Error, StoreError):
            progress(N_("no place to keep the catalogue"), 0, 1)  # it is served all the same
    return _made(trace, sqlite3.connect(":memory:", check_same_thread=False), progress)


def _kept(trace: Trace, stored: Path, progress: Progress) -> Catalogue:
    place = folder() / f"{_key(stored)}.sqlite"
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not place.is_file():
        with workspace(place.parent) as unfinished:  # left by one who is killed, removed by the next
            fresh = unfinished / place.name
            _made(trace, sqlite3.connect(fresh, check_same_thread=False), progress).close()
            fresh.replace(place)
        _keep_newest(place.parent)
    else:
        sweep(place.parent)  # one who is killed right behind its work leaves its folder beside the catalogue
    place.touch()
    return Catalogue(sqlite3.connect(f"{place.as_uri()}?mode=ro", uri=True, check_same_thread=False))


def _key(stored: Path) -> str:
    """Stands for a trace as it was written, for this version, for how lines are made and in what language."""
    head = (stored / "manifest.json").read_text(encoding="utf-8")
    return ids.digest(head, __version__, catalogue.FORMAT, _rules(), language())


def _rules() -> str:
    """What lines are made by: all files of the views, so that a change of one is not met by old lines."""
    files = sorted(Path(views.__file__ or "").parent.glob("*.py"))
    return ids.digest(*(file.name for file in files), *(file.read_bytes() for file in files))


def _keep_newest(kept: Path) -> None:
    """Take away the catalogues that were used longest ago."""
    with suppress(OSError):
        every = sorted(kept.glob("*.sqlite"), key=lambda file: -file.stat().st_mtime)
        for old in every[_KEPT:]:
            old.unlink()


def _made(trace: Trace, connection: sqlite3.Connection, progress: Progress) -> Catalogue:
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
    made = Catalogue(connection)
    with made.writing() as into:
        stories = list(trace.stories)
        numbers = _put_articles(trace, into, progress)
        members = [
            (n, numbers[name]) for n, one in enumerate(stories) for name in one.articles if name in numbers
        ]
        into.executemany("INSERT OR IGNORE INTO member VALUES (?, ?)", members)
        into.executemany("INSERT INTO story VALUES (?, ?, ?, ?, ?, NULL, NULL)", _named(stories))
        _put_places(trace, stories, into)
        lines = list(_lines(trace, made, stories, progress))
        _put_lines(lines, into)
        loners = sum(one.bearing == 1 for one in stories)
        _put_meta(lines, len(numbers), loners, into)
    return made


def _put_articles(trace: Trace, into: sqlite3.Connection, progress: Progress) -> dict[str, int]:
    """Put the articles in; the number of each."""
    numbers: dict[str, int] = {}
    total = len(trace.articles)

    def rows() -> Iterator[tuple[object, ...]]:
        for number, one in enumerate(trace.articles):
            numbers[one.id] = number
            if number % 500 == 0:
                progress(N_("articles"), number, total)
            yield catalogue.article_row(number, one)

    into.executemany("INSERT INTO article VALUES (?, ?, ?, ?, ?, ?)", rows())
    into.execute("INSERT INTO words (words) VALUES ('rebuild')")
    return numbers


def _named(stories: list[Story]) -> Iterator[tuple[object, ...]]:
    """The stories with the names of their pages, no two alike."""
    taken: set[str] = set()
    for number, one in enumerate(stories):
        name = pile.name_of(one)
        if name in taken:
            name = f"{name}-{number}"
        taken.add(name)
        yield number, one.id, name, len(one.articles), json.dumps(codec.packed(one))


def _put_places(trace: Trace, stories: list[Story], into: sqlite3.Connection) -> None:
    homes: defaultdict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(stories):
        for name in one.articles:
            homes[name].append(number)
    rows = ((story, table, low, high) for table, story, (low, high) in row_ranges.runs(trace, homes))
    into.executemany("INSERT INTO place VALUES (?, ?, ?, ?)", rows)


def _lines(
    trace: Trace, made: Catalogue, stories: list[Story], progress: Progress
) -> Iterator[tuple[int, Line]]:
    """The stories of several articles in one line each, with their numbers."""
    parts = Parts(trace, made)
    told = [number for number, one in enumerate(stories) if one.bearing > 1]
    for done, number in enumerate(told, 1):
        found = index.of_trace(parts.of(number, _UNSEEN))
        every = findings.of_loci(loci.of_story(found, stories[number].id), found)
        line = pile.line(found, stories[number], "", every)
        yield number, replace(line, place=f"stories/{made.name(number)}")
        progress(N_("stories"), done, len(told))


def _put_lines(lines: list[tuple[int, Line]], into: sqlite3.Connection) -> None:
    ordered = sorted(lines, key=lambda item: pile.order(item[1]))
    rows = [(rank, catalogue.line_text(line), number) for rank, (number, line) in enumerate(ordered)]
    into.executemany("UPDATE story SET rank = ?, line = ? WHERE number = ?", rows)
    held = ((letter, value, number) for number, line in lines for letter, value in catalogue.held(line))
    into.executemany("INSERT INTO held VALUES (?, ?, ?)", held)


def _put_meta(lines: list[tuple[int, Line]], articles: int, loners: int, into: sqlite3.Connection) -> None:
    whole = pile.of_lines((line for _, line in lines), articles, loners)
    values = {
        "facets": [asdict(one) for one in whole.facets],
        "bars": [asdict(one) for one in whole.bars],
        "ends": whole.ends,
        "sentence": whole.sentence,
        "loners": loners,
    }
    into.executemany("INSERT INTO meta VALUES (?, ?)", [(k, json.dumps(v)) for k, v in values.items()])
