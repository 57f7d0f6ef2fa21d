"""A pile on one screen: a line a story, what it may be filtered by, and when the stories were told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from retold.messages import N_, _, many
from retold.model import Story
from retold.views import findings, index, notices, people, safe, summary, wording
from retold.views.findings import Finding
from retold.views.index import Index

_BARS = 72  # of the histogram
_NAMED = 12  # outlets, and people, that a pile may be filtered by
_DAYS = 40  # days that a pile may be filtered by; of more it is months
_SPEAKERS = 40  # people of one story that it may be found by
_RANKS = {name: place for place, name in enumerate(wording.LABELS)}
_SPAN = (
    (timedelta(days=2), timedelta(days=1), N_("{count} d")),
    (timedelta(hours=2), timedelta(hours=1), N_("{count} h")),
)


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
    persons: tuple[str, ...] = ()  # who speaks in it, those who say most first
    notice: str = ""  # which version was withdrawn or corrected by its outlet

    @property
    def day(self) -> str:
        """The day on which it was first told, ISO 8601; '' where none is known."""
        return "" if self.begun is None else f"{self.begun:%Y-%m-%d}"

    @property
    def few_origins(self) -> str:
        """How many origins it has: 0, 1, 2, or 3 for 3 and more."""
        return str(min(self.origins, 3))

    @property
    def held(self) -> Mapping[str, Sequence[str]]:
        """What it may be found by: for the letter of each kind of facet the keys that it has."""
        return {
            "k": self.kinds, "o": (self.few_origins,), "u": self.outlets, "p": self.persons, "d": (self.day,),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing to filter by, how many stories have it, and the number by which the lines name it.

    `key` is what it is called in an address of a server: it stays while the name does.
    """

    name: str
    count: int
    number: int
    key: str = ""


@dataclass(frozen=True, slots=True)
class Facets:
    """Things of one kind to filter by. `letter` names it in addresses; `listed` ones make a long list."""

    letter: str
    name: str
    values: tuple[Facet, ...]
    listed: bool = False


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
    facets: tuple[Facets, ...]
    bars: tuple[Bar, ...]
    ends: tuple[str, str]
    sentence: str


def line(found: Index, story: Story, place: str, every: Sequence[Finding]) -> Line:
    """One story in one line; `every` are its findings, the gravest first."""
    times = sorted(found.moments[i] for i in story.articles if i in found.moments)
    first = next((f for f in every if f.locus.weight == "substance"), None)
    names = (found.articles[i].outlet for i in story.articles if i in found.articles)
    return Line(
        place=place,
        title=summary.title(found, story),
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
        persons=tuple(_speakers(found, story)),
        notice=notices.summary(notices.of_story(found, story)),
    )


def _speakers(found: Index, story: Story) -> Iterable[str]:
    """Who speaks in a story, by the fullest name in it, those who say most first."""
    said = [one for name in story.articles for one in found.spoken.get(name, ())]
    known = people.of_statements(said, found.changes.get(story.id, ()))
    names = (people.under(one.speaker_name, known) for one in said)
    counts = Counter(safe.short(name, 48) for name in names if name)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return (name for name, _ in ranked[:_SPEAKERS])


def _spread(length: timedelta) -> str:
    for least, unit, name in _SPAN:
        if length >= least:
            return _(name).format(count=round(length / unit))
    return _("{count} min").format(count=round(length / timedelta(minutes=1))) if length else ""


def of_lines(lines: Iterable[Line], articles: int, loners: int) -> Pile:
    """The pile of these lines; `loners` articles of all have no other version."""
    ordered = tuple(sorted(lines, key=order))
    starts = sorted(one.begun for one in ordered if one.begun is not None)
    return Pile(
        lines=ordered,
        facets=facets(ordered),
        bars=_bars(starts),
        ends=(index.day(starts[0]), index.day(starts[-1])) if starts else ("", ""),
        sentence=sentence(
            sum(one.articles for one in ordered), sum(one.in_two_mouths for one in ordered), articles, loners
        ),
    )


def order(one: Line) -> tuple[object, ...]:
    """Sorts what an outlet withdrew first, then the gravest kind of finding, then the most told."""
    return (
        not one.notice.startswith(_(notices.WITHDRAWN)),
        gravity(one),
        -one.articles,
        one.title,
        one.place,
    )


def gravity(one: Line) -> int:
    """The rank of its gravest finding, 0 for the gravest kind."""
    return _RANKS.get(one.label, len(_RANKS)) if one.label else 99


# ---- what it may be filtered by ----


def facets(lines: Sequence[Line]) -> tuple[Facets, ...]:
    """All that the stories may be filtered by; a kind of which all have the same is left out."""
    kinds = _counted(one.kinds for one in lines)
    made = (
        Facets("k", _("A change of"), tuple(sorted(kinds, key=lambda f: _RANKS.get(f.name, len(_RANKS))))),
        Facets("o", _("Origins"), _origins(lines)),
        Facets("u", _("Outlet"), _counted((one.outlets for one in lines), _NAMED)),
        Facets("p", _("Person"), _counted((one.persons for one in lines), _NAMED)),
        Facets("d", _("First told"), _days(lines), listed=True),
    )
    return tuple(one for one in made if len(one.values) > (one.letter != "k"))


def _counted(sets: Iterable[Sequence[str]], most: int = 20) -> tuple[Facet, ...]:
    counts = Counter(name for names in sets for name in names)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most]
    return tuple(Facet(name, count, number, name) for number, (name, count) in enumerate(ranked))


def _origins(lines: Iterable[Line]) -> tuple[Facet, ...]:
    counts = Counter(one.few_origins for one in lines)
    names = {"1": "1", "2": "2", "3": _("3 and more")}
    return tuple(Facet(name, counts[key], int(key), key) for key, name in names.items() if counts[key])


def _days(lines: Iterable[Line]) -> tuple[Facet, ...]:
    """The days on which stories were first told, or the months where there are many."""
    starts = [one.begun for one in lines if one.begun is not None]
    counts = Counter(f"{start:%Y-%m-%d}" for start in starts)
    named = {f"{start:%Y-%m-%d}": index.day(start) for start in starts}
    if len(counts) > _DAYS:
        counts = Counter(f"{start:%Y-%m}" for start in starts)
        named = {f"{start:%Y-%m}": index.month_words(start.month, start.year) for start in starts}
    return tuple(Facet(named[key], counts[key], n, key) for n, key in enumerate(sorted(counts)))


def numbers(one: Line, group: Facets) -> tuple[int, ...]:
    """The numbers of the facets of a group that a story has."""
    if group.letter == "d":  # the key is a day or a month
        return tuple(f.number for f in group.values if one.day.startswith(f.key))
    held = one.held[group.letter]
    return tuple(f.number for f in group.values if f.key in held)


def _bars(starts: Sequence[datetime]) -> tuple[Bar, ...]:
    """The histogram of the times, which rise; none where there is no stretch of time."""
    if len(starts) < 2 or starts[0] == starts[-1]:
        return ()
    whole = starts[-1] - starts[0]
    counts = Counter(min(_BARS - 1, int(_BARS * ((one - starts[0]) / whole))) for one in starts)
    highest = max(counts.values())
    return tuple(Bar(k / _BARS, count / highest, count) for k, count in sorted(counts.items()))


def sentence(inside: int, speakers: int, articles: int, loners: int) -> str:
    """The pile in one sentence; its numbers add up.

    `inside` articles stand in stories, in `speakers` of these a quotation stands in two mouths.

    >>> sentence(7, 0, 8, 1)
    '7 of 8 articles stand in these stories; 1 stands alone.'
    """
    parts = [
        many(
            articles,
            "{inside:,} of {count:,} article stand in these stories",
            "{inside:,} of {count:,} articles stand in these stories",
            inside=inside,
        )
    ]
    if loners:
        parts.append(many(loners, "{count:,} stands alone", "{count:,} stand alone"))
    more = many(
        speakers,
        " In {count:,} story a quotation stands in two mouths.",
        " In {count:,} stories a quotation stands in two mouths.",
    )
    return f"{'; '.join(parts)}.{more if speakers else ''}"


def name_of(story: Story) -> str:
    """The name of a story's page, made of its id, so that it stays while the id does."""
    return "".join(c if c.isascii() and (c.isalnum() or c in "-_") else "-" for c in story.id)[:80] or "story"
