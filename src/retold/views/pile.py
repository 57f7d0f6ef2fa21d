"""A pile on one screen: a line a story, what it may be filtered by, and when the stories were told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from retold.model import Story
from retold.views import findings, index, safe, summary
from retold.views.findings import Finding
from retold.views.index import Index

_BARS = 72  # of the histogram
_OUTLETS = 12  # outlets that a pile may be filtered by
_SPAN = ((timedelta(days=2), timedelta(days=1), "d"), (timedelta(hours=2), timedelta(hours=1), "h"))


@dataclass(frozen=True, slots=True)
class Line:
    """A story in one line. `place` is the address of its page."""

    place: str
    title: str
    first: str  # day on which it was first told
    begun: datetime | None
    spread: str  # how long until it was last told: "3 h"
    articles: int
    reports: int
    origins: int
    outlets: tuple[str, ...]
    kinds: tuple[str, ...]  # labels of its findings of substance
    label: str  # of the gravest
    gravest: str
    is_speaker: bool
    in_two_mouths: bool  # whether a quotation of it is


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing to filter by, how many stories have it, and the number by which the lines name it."""

    name: str
    count: int
    number: int


@dataclass(frozen=True, slots=True)
class Bar:
    """Stories that began in one stretch of time; `height` is 0 to 1."""

    at: float
    height: float
    count: int


@dataclass(frozen=True, slots=True)
class Pile:
    """All lines, the gravest first, with facets and histogram."""

    lines: tuple[Line, ...]
    kinds: tuple[Facet, ...]
    outlets: tuple[Facet, ...]
    bars: tuple[Bar, ...]
    ends: tuple[str, str]
    sentence: str


def line(found: Index, one: summary.StorySummary, place: str, every: Sequence[Finding]) -> Line:
    """One story in one line; `every` are its findings, the gravest first."""
    story = one.story
    times = sorted(found.moments[i] for i in story.articles if i in found.moments)
    first = next((f for f in every if f.locus.weight == "substance"), None)
    names = (found.articles[i].outlet for i in story.articles if i in found.articles)
    return Line(
        place=place,
        title=one.title,
        first=index.day(times[0].day) if times else "",
        begun=times[0].low if times else None,
        spread=_spread(times[-1].low - times[0].low) if times else "",
        articles=len(story.articles),
        reports=len(story.families),
        origins=len(found.lineage(story.id).origins),
        outlets=tuple(dict.fromkeys(safe.short(name, 48) for name in names if name)),
        kinds=tuple(dict.fromkeys(f.label for f in every if f.locus.weight == "substance")),
        label="" if first is None else first.label,
        gravest="" if first is None else safe.short(findings.sentence(first), 110),
        is_speaker=first is not None and first.is_speaker,
        in_two_mouths=any(f.in_two_mouths for f in every),
    )


def _spread(length: timedelta) -> str:
    for least, unit, name in _SPAN:
        if length >= least:
            return f"{round(length / unit)} {name}"
    return f"{round(length / timedelta(minutes=1))} min" if length else ""


def of_lines(lines: Iterable[Line], articles: int, loners: int) -> Pile:
    """The pile of these lines; `loners` articles of all have no other version."""
    ordered = tuple(sorted(lines, key=_order))
    starts = sorted(one.begun for one in ordered if one.begun is not None)
    return Pile(
        lines=ordered,
        kinds=_by_gravity(_facets(one.kinds for one in ordered)),
        outlets=_facets((one.outlets for one in ordered), _OUTLETS),
        bars=tuple(_bars(starts)),
        ends=(index.day(starts[0]), index.day(starts[-1])) if starts else ("", ""),
        sentence=_sentence(ordered, articles, loners),
    )


def _order(one: Line) -> tuple[object, ...]:
    """The gravest kind of finding first, then the most told."""
    ranks = {name: place for place, name in enumerate(findings.ORDER)}
    return (ranks.get(one.label, len(ranks)) if one.label else 99, -one.articles, one.title, one.place)


def _facets(sets: Iterable[Sequence[str]], most: int = 20) -> tuple[Facet, ...]:
    counts = Counter(name for names in sets for name in names)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most]
    return tuple(Facet(name, count, number) for number, (name, count) in enumerate(ranked))


def _by_gravity(kinds: Iterable[Facet]) -> tuple[Facet, ...]:
    ranks = {name: place for place, name in enumerate(findings.ORDER)}
    return tuple(sorted(kinds, key=lambda facet: ranks.get(facet.name, len(ranks))))


def _bars(starts: Sequence[datetime]) -> Iterable[Bar]:
    if len(starts) < 2 or starts[0] == starts[-1]:
        return
    whole = starts[-1] - starts[0]
    counts = Counter(min(_BARS - 1, int(_BARS * ((one - starts[0]) / whole))) for one in starts)
    highest = max(counts.values())
    for k, count in sorted(counts.items()):
        yield Bar(k / _BARS, count / highest, count)


def _sentence(lines: Sequence[Line], articles: int, loners: int) -> str:
    """The pile in one sentence; its numbers add up."""
    inside = sum(one.articles for one in lines)
    parts = [f"{inside:,} of {index.many(articles, 'article')} stand in these stories"]
    if loners:
        parts.append(f"{loners:,} {'stands' if loners == 1 else 'stand'} alone")
    speakers = sum(one.in_two_mouths for one in lines)
    more = (
        f" In {index.many(speakers, 'story', 'stories')} a quotation stands in two mouths."
        if speakers
        else ""
    )
    return f"{'; '.join(parts)}.{more}"


def name_of(story: Story) -> str:
    """The name of a story's page, made of its id, so that it stays while the id does."""
    return "".join(c if c.isascii() and (c.isalnum() or c in "-_") else "-" for c in story.id)[:80] or "story"
