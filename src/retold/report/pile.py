"""A pile as an index and one page a story, for more stories than one page holds.

The pages are made and written one after the other, so that a stored trace of any size is read in parts.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from retold.report import engine, sections
from retold.views import findings, index, pile, safe, summary

if TYPE_CHECKING:
    from retold.archive.store import Trace

MOST = 40  # stories on one page
HEAVIEST = 1_500_000  # bytes of one page
_LONERS = 60  # named on the index; the rest is counted


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
    version = safe.squeezed(str(trace.manifest.get("retold", "")))
    for part in summary.parts(trace, [one.id for one in whole.stories]):
        found = index.of_trace(part)
        for story in part.stories:
            made = sections.section(found, story, "s", part.furniture)
            name = f"{pile.name_of(story)}.html"
            page = engine.rendered(
                "one.html",
                title=made.summary.title,
                section=made,
                level=1,
                back=f"../{back}",
                version=version,
            )
            engine.written(page, folder / name)
            every = findings.of_loci(made.summary.loci, found)
            yield pile.line(found, story, f"{folder.name}/{name}", every)


def _index(trace: Trace, whole: summary.Overview, lines: list[pile.Line]) -> str:
    loners = whole.loners[:_LONERS]
    found = index.of_trace(trace.part([one.id for one in loners]))
    named = [f"{found.label(one.articles[0])}: {summary.title(found, one)}" for one in loners]
    notes = [tuple(map(safe.squeezed, note)) for note in trace.set_aside[:_LONERS]]
    return engine.rendered(
        "index.html",
        title=f"{len(trace.articles):,} articles",
        pile=pile.of_lines(lines, len(trace.articles), len(whole.loners)),
        articles=len(trace.articles),
        loners=named,
        unlisted=len(whole.loners) - len(loners),
        set_aside=notes,
        unnoted=len(trace.set_aside) - len(notes),
        version=safe.squeezed(str(trace.manifest.get("retold", ""))),
    )
