"""A pile as an index and one page a story, for more stories than one page holds.

The pages are made and written one after the other, so that a stored trace of any size is read in parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from retold.messages import many, recognised, told
from retold.report import engine, sections
from retold.report.served import Served
from retold.views import findings, index, pile, safe, summary

if TYPE_CHECKING:
    from retold.archive.store import Trace
    from retold.model import SetAside

MOST = 40  # stories on one page
HEAVIEST = 1_500_000  # bytes of one page
LONERS = 60  # named on the index; the rest is counted


def place_of(path: Path) -> Path:
    """The file to write for what a person asked for: itself, or `index.html` in a folder."""
    return path if path.suffix.lower() in (".html", ".htm") and not path.is_dir() else path / "index.html"


def write(trace: Trace, place: Path) -> None:
    """Write the index to `place` and the stories into a folder beside it.

    The folder has the name of the index, or is called `stories` where that is `index.html`. Raises
    `StoreError` where something cannot be written.
    """
    whole = summary.overview(trace)
    folder = place.parent / ("stories" if place.stem == "index" else f"{place.stem}-stories")
    engine.made_folder(folder)
    lines = list(_written(trace, whole, folder, place.name))
    engine.written(_index(trace, whole, lines), place)


def _written(trace: Trace, whole: summary.Overview, folder: Path, back: str) -> Iterator[pile.Line]:
    """Write the page of each story; its line in the index."""
    beside = sections.Beside.of(trace)
    for part in summary.parts(trace, [one.id for one in whole.stories]):
        for story in part.stories:
            found = index.of_trace(part.part([story.id]))
            made = sections.section(found, story, "s", part.furniture, beside=beside)
            name = f"{pile.name_of(story)}.html"
            engine.written(story_page(made, f"../{back}", version_of(trace)), folder / name)
            every = findings.of_loci(made.summary.loci, found)
            yield pile.line(found, story, f"{folder.name}/{name}", every)


def version_of(trace: Trace) -> str:
    """Which version of retold made a trace, safe to print."""
    return safe.squeezed(str(trace.manifest.get("retold", "")))


def story_page(made: sections.Section, back: str, version: str, served: Served | None = None) -> str:
    """The page of one story; `back` is the address of the index."""
    return engine.rendered(
        "one.html",
        served,
        title=made.summary.title,
        section=made,
        level=1,
        back=back,
        version=version,
    )


@dataclass(frozen=True, slots=True)
class Rest:
    """What stands below the stories of an index: articles alone (address and words), and notes."""

    loners: Sequence[tuple[str, str]]
    unlisted: int
    set_aside: Sequence[tuple[str, str, str]]
    unnoted: int


def index_page(whole: pile.Pile, stories: int, rest: Rest, version: str, served: Served | None = None) -> str:
    """The index of a pile: its stories, of which there are `stories`, and the rest."""
    return engine.rendered(
        "index.html",
        served,
        title=many(stories, "{count:,} story", "{count:,} stories"),
        pile=whole,
        stories=stories,
        loners=rest.loners,
        unlisted=rest.unlisted,
        set_aside=rest.set_aside,
        unnoted=rest.unnoted,
        version=version,
    )


def notes_of(trace: Trace) -> tuple[list[tuple[str, str, str]], int]:
    """The first notes of a trace, safe to print, and how many more there are."""
    notes = printable(islice(trace.set_aside, LONERS))
    return notes, len(trace.set_aside) - len(notes)


def printable(notes: Iterable[SetAside]) -> list[tuple[str, str, str]]:
    """Where, why and the cure of each note, safe to print."""
    return [
        (safe.squeezed(recognised(where)), safe.squeezed(told(why)), safe.squeezed(told(cure)))
        for where, why, cure in notes
    ]


def _index(trace: Trace, whole: summary.Overview, lines: list[pile.Line]) -> str:
    loners = whole.loners[:LONERS]
    found = index.of_trace(trace.part([one.id for one in loners]))
    named = [("", f"{found.label(one.articles[0])}: {summary.title(found, one)}") for one in loners]
    rest = Rest(named, len(whole.loners) - len(loners), *notes_of(trace))
    made = pile.of_lines(lines, len(trace.articles), len(whole.loners))
    return index_page(made, len(lines), rest, version_of(trace))
