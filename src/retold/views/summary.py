"""A story in plain data: its one sentence, its family, its changes by consequence, its claims.

The terminal and the page both lay out what is gathered here.
Nothing here says who is right: two versions differ, or one has what the other lacks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from retold.errors import InputError
from retold.messages import N_, _, many, told
from retold.model import Change, Derivation, Evidence, Lineage, Story, Weight
from retold.views import claimed, descent, excerpts, family, index, loci, safe, wording
from retold.views.index import Index

if TYPE_CHECKING:
    from retold.archive.store import Trace


_AT_A_TIME = 50  # stories of a trace that are looked at together
_PLAIN = (None, "shared", "in one", "mended", "made")  # details that the sentence says already


@dataclass(frozen=True, slots=True)
class Difference:
    """One change, or the same change in several pairs of versions."""

    change: Change
    label: str
    pieces: wording.Pieces
    sides: wording.Sides
    same: tuple[Change, ...]
    unseen: bool = False  # whether the source is one that nobody in the pile holds

    @property
    def route(self) -> str:
        """From which versions to which, where the sentence does not say so itself."""
        if self.unseen:
            names = wording.names(self.sides.after)
            return _("{names}, against what its unseen source most likely read").format(names=names)
        if not self.change.directed or self.change.kind == "attribution":
            return ""
        return f"{wording.names(self.sides.before)} → {wording.names(self.sides.after)}"

    @property
    def note(self) -> str:
        """What within its kind changed, where that tells more than the readings do."""
        telling = self.change.kind in ("cut", "added", "style", "slip") and self.change.detail not in _PLAIN
        return told(safe.squeezed(self.change.detail or "")) if telling else ""

    @property
    def support(self) -> str:
        """How sure it is, in words."""
        return wording.percent(self.change.support)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The evidence in words."""
        return reasons(self.change.evidence)


@dataclass(frozen=True, slots=True)
class Consequences:
    """Differences by what they do to the report; those of style are for folding away."""

    substance: tuple[Difference, ...]
    wording: tuple[Difference, ...]
    style: tuple[Difference, ...]

    def __len__(self) -> int:
        return len(self.substance) + len(self.wording) + len(self.style)


@dataclass(frozen=True, slots=True)
class StorySummary:
    """What stands on top of a story's page and below it."""

    story: Story
    title: str
    counts: str  # 61 articles · 1 report · 2 origins
    kicker: str  # how many reports, and when
    sentence: str
    span: str  # from when to when it was published
    loci: tuple[loci.Locus, ...]  # where versions differ, the gravest first
    twigs: tuple[family.Twig, ...]
    consequences: Consequences
    claims: tuple[claimed.ClaimLine, ...]
    pieces: tuple[excerpts.Piece, ...] = ()  # what was taken in pieces


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole trace: stories of several articles first, then digests, and how many stand alone."""

    stories: tuple[Story, ...]
    loners: tuple[Story, ...]
    sentence: str


def only(trace: Trace, story: str) -> Trace:
    """The part of a trace that concerns one story, given by its id or by its number in `overview`.

    Raises `InputError` when the trace has no story of that id.
    """
    part = trace.part([story])
    if part.stories:
        return part
    listed = overview(trace).stories
    if story.isdecimal() and 0 < int(story) <= len(listed):
        return trace.part([listed[int(story) - 1].id])
    known = N_("use a number from 1 to {count}") if listed else N_("it has no story of several articles")
    cause = N_("no story {story!r} in this trace").format(story=safe.text(story))
    raise InputError(cause, known.format(count=len(listed)))


def parts(trace: Trace, stories: Sequence[str]) -> Iterator[Trace]:
    """The trace, a few stories at a time, so that of a stored one little is held at once."""
    for low in range(0, len(stories), _AT_A_TIME):
        yield trace.part(stories[low : low + _AT_A_TIME])


def overview(trace: Trace) -> Overview:
    """The stories of a trace, those retold most first, then those with most articles, digests last."""
    ordered = sorted(trace.stories, key=lambda s: (-_retold(s), -len(s.articles), s.articles))
    digests = tuple(s for s in ordered if s.sources)
    retold = tuple(s for s in ordered if len(s.articles) > 1 and not s.sources)
    loners = tuple(s for s in ordered if s.bearing == 1)
    parts = [
        many(len(trace.articles), "{count:,} article", "{count:,} articles"),
        many(len(retold), "{count:,} story told more than once", "{count:,} stories told more than once"),
    ]
    if digests:
        parts.append(excerpts.counted(digests))
    if loners:
        parts.append(
            many(len(loners), "{count} told by one article only", "{count} told by one article only")
        )
    if trace.set_aside:
        notes = len(trace.set_aside)
        parts.append(
            many(notes, "{count:,} note on what was set aside", "{count:,} notes on what was set aside")
        )
    return Overview(retold + digests, loners, " · ".join(parts))


def _retold(story: Story) -> int:
    """How many of a story's articles are tied to another by copying."""
    return sum(len(versions) for versions in story.families if len(versions) > 1)


def of(found: Index, story: Story) -> StorySummary:
    """Everything a reader should see of one story."""
    changes = found.changes.get(story.id, ())
    return StorySummary(
        story=story,
        title=title(found, story),
        counts=counts(found, story),
        kicker=" · ".join(filter(None, (_reports(found, story), published_span(found, story)))),
        sentence=sentence(found, story),
        span=published_span(found, story),
        loci=loci.of_story(found, story.id),
        twigs=tuple(family.tree(found, story.id)),
        consequences=consequences(changes, found),
        claims=claimed.of_story(found, story.id),
        pieces=excerpts.of_story(found, story.id),
    )


# ---- the top of the page ----


def title(found: Index, story: Story) -> str:
    """The headline of the earliest article, or its first words."""
    here = [found.articles[i] for i in story.articles if i in found.articles]
    timed = [a for a in here if a.id in found.moments]
    first = min(timed, key=lambda a: found.moments[a.id].low) if timed else (here[0] if here else None)
    if first is None:
        return story.id
    return index.headline(first)


def counts(found: Index, story: Story) -> str:
    """The story in three numbers.

    >>> from retold.model import Story
    >>> counts(Index({}, {}), Story("s", ("a", "b"), (("a", "b"),), 0.8))
    '2 articles · 1 report'
    """
    origins = found.lineage(story.id).origins
    articles = many(len(story.articles), "{count:,} article", "{count:,} articles")
    told = many(len(origins), "{count:,} origin", "{count:,} origins") if origins else ""
    return " · ".join(filter(None, (articles, _reports(found, story), told)))


def _reports(found: Index, story: Story) -> str:
    """How many reports a story has; '' where the lineage found more origins than that: one has no two."""
    origins = found.lineage(story.id).origins
    reports = len(story.families)
    return many(reports, "{count:,} report", "{count:,} reports") if reports >= len(origins) else ""


def lineage_counts(lineage: Lineage) -> str:
    """A lineage in numbers."""
    unseen = sum(not n.seen for n in lineage.nodes)
    counts = (
        many(len(lineage.nodes) - unseen, "{count:,} version", "{count:,} versions"),
        many(unseen, "{count:,} lost source", "{count:,} lost sources") if unseen else "",
        many(len(lineage.origins), "{count:,} origin", "{count:,} origins"),
    )
    return ", ".join(filter(None, counts))


def published_span(found: Index, story: Story) -> str:
    """From when to when the story was published, as far as the articles say, and by which clock."""
    times = sorted(found.moments[i] for i in story.articles if i in found.moments)
    if not times:
        return ""
    first, last = times[0], times[-1]
    if first.day == last.day and not (first.exact and last.exact):
        return index.day(first.day)
    if first == last:
        return f"{index.stamp(first)} ({index.clock(times)})"
    whole = f"{index.stamp(first)} – {index.stamp(last)}"
    if first.day == last.day:
        whole = f"{index.day(first.day)}, {first.low:%H:%M} – {last.low:%H:%M}"
    clock = index.clock(times)
    return f"{whole} ({clock})" if clock else whole


def sentence(found: Index, story: Story) -> str:
    """Which articles go back to what, in one sentence; its numbers add up to the articles of the story."""
    lineage = found.lineage(story.id)
    articles = many(len(story.articles), "{count:,} article", "{count:,} articles")
    if story.sources:
        return excerpts.sentence(found, story)
    if not lineage.origins:
        return f"{articles}."
    clauses = "; ".join(share.words for share in descent.shares(found, story))
    low, high = lineage.origins_range
    doubt = (
        _(" The evidence allows {low} to {high} origins.").format(low=low, high=high) if low != high else ""
    )
    pieces = excerpts.clause(excerpts.of_story(found, story.id))
    origins = many(len(lineage.origins), "{count:,} origin", "{count:,} origins")
    return f"{articles}, {origins}: {clauses}.{pieces}{doubt}"


def ties(found: Index, lineage: Lineage, node: str) -> list[tuple[Derivation, str]]:
    """The derivations that lead to a version, or may do so, each with what it says of it."""
    into = (e for e in lineage.derivations if e.copy == node or (e.source == node and not e.directed))
    return [(edge, _tie(edge, found.label(edge.source if edge.copy == node else edge.copy))) for edge in into]


def _tie(edge: Derivation, other: str) -> str:
    if edge.directed:
        took = _("took passages from {other}") if edge.passages else _("took text from {other}")
        return took.format(other=other)
    return _("shares text with {other}; which way is unsure").format(other=other)


# ---- changes by consequence ----


def consequences(changes: Iterable[Change], found: Index) -> Consequences:
    """Changes by weight, gravest kind first; the same change in several pairs is one."""
    by_weight: Mapping[Weight, list[Difference]] = {"substance": [], "wording": [], "style": []}
    for group in _grouped(changes, found):
        by_weight[group.changes[0].weight].append(_difference(group, found))
    for differences in by_weight.values():
        differences.sort(key=_gravity)
    return Consequences(*(tuple(by_weight[weight]) for weight in ("substance", "wording", "style")))


def _gravity(one: Difference) -> tuple[float, bool, int, float]:
    """Gravest first: by kind, then what stands for something else before what only one version has."""
    change = one.change
    return wording.order(change), not (change.before and change.after), -len(one.same), -change.support


@dataclass(slots=True)
class _Group:
    """Changes given as one, and the labels on each side once all are turned as the first."""

    changes: list[Change]
    before: dict[str, None]
    after: dict[str, None]

    def takes(self, change: Change, found: Index) -> bool:
        """Add the change, unless that would put one version on both sides."""
        turned = not change.directed and _folded(change.before) != _folded(self.changes[0].before)
        source, copy = (change.copy, change.source) if turned else (change.source, change.copy)
        old, new = found.label(source), found.label(copy)
        if not change.directed and (old in self.after or new in self.before):
            return False
        self.changes.append(change)
        self.before[old] = None
        self.after[new] = None
        return True


def _grouped(changes: Iterable[Change], found: Index) -> list[_Group]:
    """Groups of changes that are given once."""
    alike: dict[tuple[object, ...], list[_Group]] = defaultdict(list)
    for change in changes:
        groups = alike[_sameness(change, found)]
        if not any(group.takes(change, found) for group in groups):
            old, new = found.label(change.source), found.label(change.copy)
            groups.append(_Group([change], {old: None}, {new: None}))
    return [group for groups in alike.values() for group in groups]


def _sameness(change: Change, found: Index) -> tuple[object, ...]:
    """Two changes that agree in this are given once; undirected ones whichever side comes first."""
    readings = [_folded(change.before), _folded(change.after)]
    if not change.directed:
        readings.sort()
    quote = found.words(change.copy_spans[:1], 60) if change.kind in ("attribution", "moved") else ""
    kind = "only in one" if not change.directed and change.kind in ("cut", "added") else change.kind
    return (change.weight, kind, change.directed, change.detail, *readings, quote.casefold())


def _folded(reading: str | None) -> str:
    """A reading for comparing; what cannot be known differs from every text."""
    return "\0" if reading is None else safe.squeezed(reading).casefold()


def _difference(group: _Group, found: Index) -> Difference:
    first = group.changes[0]
    sides = wording.Sides(tuple(group.before), tuple(group.after))
    phrase = wording.phrase(first, sides, found)
    unseen = bool(found.articles) and first.source not in found.articles
    return Difference(first, wording.label(first), phrase, sides, tuple(group.changes), unseen)


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence in words; `weight` in log-odds (natural logarithm), negative against."""

    words: str
    weight: float

    @property
    def against(self) -> bool:
        """Whether it speaks against what it is listed under."""
        return self.weight < 0

    @property
    def sign(self) -> str:
        """How it is marked in a list: + for, − against, · for what was seen and not weighed."""
        return "·" if not self.weight else "−" if self.against else "+"

    @property
    def bar(self) -> int:
        """How long a bar shows it: 0 to 20; a weight of 5 and more fills it."""
        return min(20, round(4 * abs(self.weight)))


def reasons(evidence: Iterable[Evidence], found: Index | None = None) -> tuple[Reason, ...]:
    """Evidence in words with its sign: first what speaks for, then what speaks against, weightiest first.

    With `found` versions are called by their names.
    """
    known: dict[str, Reason] = {}
    for one in sorted(evidence, key=lambda e: -abs(e.weight)):
        words = safe.squeezed(one.words if found is None else found.named(one.words))
        if words:
            known.setdefault(words, Reason(told(words), one.weight))
    return tuple(sorted(known.values(), key=lambda r: r.against))
