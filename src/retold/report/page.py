"""A trace as pages: self-contained HTML that asks nothing of any network.

It reads without script, on a phone, in the dark and on paper. One file holds a few stories; more are an
index and one page a story.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from retold.messages import _
from retold.model import Comparison, Lineage, Story
from retold.report import engine, pile, sections, ties
from retold.views import (
    apparatus,
    findings,
    index,
    notices,
    pairs,
    safe,
    said,
    summary,
    variants,
    wording,
)
from retold.views import family as family_view
from retold.views.apparatus import Columns
from retold.views.index import Index

if TYPE_CHECKING:
    from retold.archive.store import Trace

_PLACES = 500  # of an apparatus that are listed; the rest is counted
_LISTED = 400  # loners listed by name; the rest is counted


def write(trace: Trace, path: str | Path) -> None:
    """Write the trace as HTML; raises `StoreError` where it cannot be written.

    A few stories are one page: the file itself, or `index.html` in a folder. Of more than `pile.MOST`
    stories, or where the page would be larger than `pile.HEAVIEST`, that file is an index, with one page a
    story in a folder beside it.
    """
    place = pile.place_of(Path(path))
    if place != Path(path):
        engine.made_folder(Path(path))
    if len(summary.overview(trace).stories) <= pile.MOST:
        whole = html(trace)
        if len(whole.encode("utf-8", "replace")) <= pile.HEAVIEST or len(trace.stories) < 2:
            engine.written(whole, place)
            return
    pile.write(trace, place)


def write_comparison(found: Comparison, path: str | Path) -> None:
    """Write two articles side by side as one HTML file; raises `StoreError` likewise."""
    engine.written(compare_html(found), Path(path))


def html(trace: Trace) -> str:
    """The trace as one HTML page."""
    whole = summary.overview(trace)
    made = list(_sections(trace, whole.stories))
    return engine.rendered(
        "trace.html",
        title=made[0].summary.title if len(made) == 1 else "retold",
        overview=whole.sentence,
        sections=made,
        level=1 if len(made) == 1 else 2,
        loners=list(_loners(trace, whole.loners[:_LISTED])),
        unlisted=max(0, len(whole.loners) - _LISTED),
        set_aside=pile.printable(trace.set_aside),
        version=safe.squeezed(str(trace.manifest.get("retold", ""))),
    )


def _sections(trace: Trace, stories: Sequence[Story]) -> Iterator[sections.Section]:
    """The stories in their order; of a stored trace a few are read at a time."""
    purse, beside = pairs.Purse(), sections.Beside.of(trace)
    number = 0
    for part in summary.parts(trace, [one.id for one in stories]):
        for story in stories[number : number + len(part.stories)]:
            number += 1
            found = index.of_trace(part.part([story.id]))
            yield sections.section(found, story, f"s{number}", part.furniture, purse, beside)


def _loners(trace: Trace, stories: Sequence[Story]) -> Iterator[tuple[str, str]]:
    """The label and the title of articles that stand alone."""
    found = index.of_trace(trace.part([one.id for one in stories]))
    return ((found.label(one.articles[0]), summary.title(found, one)) for one in stories)


def compare_html(found: Comparison) -> str:
    """Two articles side by side as one HTML page."""
    looked = index.of_comparison(found)
    one = pairs.pair(looked, found.a.id, found.b.id, found.changes, "p1", ())
    every = findings.of_loci(summary.of(looked, looked.stories[""]).loci, looked)
    first, rest = findings.foremost(every)
    return engine.rendered(
        "comparison.html",
        title=wording.names((looked.label(found.a.id), looked.label(found.b.id))),
        sentences=[line for line in wording.comparison_sentences(found, looked) if line],
        pair=one,
        first=first,
        rest=rest,
        differences=findings.differences(every),
        minor=findings.minor(every),
        targets=sections.targets((*first, *rest), None, [one]),
        mouths=tuple(one for one in every if one.in_two_mouths),
        persons=said.persons(said.of_story(looked, "")),
        notices=notices.of_story(looked, looked.stories[""]),
    )


def stemma_html(lineage: Lineage, columns: Columns | None = None) -> str:
    """The lineage of witnesses as one HTML page: stemma, apparatus, why each stands where it does.

    `columns` are the witnesses' aligned tokens; without them there is no apparatus.
    """
    found = Index({}, {}, lineages={"": lineage}, labels=index.unseen_labels(lineage.nodes))
    twigs = family_view.grow(lineage, found)
    places = apparatus.of_columns(columns, found) if columns else ()
    table = variants.of_places(twigs, places, places)
    made = [sections.version(found, twig.node.id, f"w{n}", lineage) for n, twig in enumerate(twigs, 1)]
    return engine.rendered(
        "stemma.html",
        title=_("Stemma"),
        counts=summary.lineage_counts(lineage),
        table=table,
        drawing=ties.of_rows(table.rows),
        alternatives=len(lineage.alternatives),
        places=places[:_PLACES],
        unlisted=max(0, len(places) - _PLACES),
        versions=made,
    )


def write_stemma(lineage: Lineage, path: str | Path, columns: Columns | None = None) -> None:
    """Write a stemma as one HTML file; raises `StoreError` likewise."""
    engine.written(stemma_html(lineage, columns), Path(path))
