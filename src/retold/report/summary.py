"""A story in plain data: its one sentence, its family, its changes by consequence, its claims.

The terminal and the page both lay out what is gathered here.
Nothing here says who is right: two versions differ, or one has what the other lacks.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from retold.errors import InputError
from retold.model import Change, Claim, Evidence, Story, Weight
from retold.report import family, index, safe, wording
from retold.report.index import Index

if TYPE_CHECKING:
    from retold.store import Trace


@dataclass(frozen=True, slots=True)
class Difference:
    """One change, or the same change in several pairs of versions."""

    change: Change
    label: str
    pieces: wording.Pieces
    sides: wording.Sides
    same: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Consequences:
    """Differences by what they do to the report; those of style are for folding away."""

    substance: tuple[Difference, ...]
    wording: tuple[Difference, ...]
    style: tuple[Difference, ...]

    def __len__(self) -> int:
        return len(self.substance) + len(self.wording) + len(self.style)


@dataclass(frozen=True, slots=True)
class Reading:
    """One variant of a claim and the versions that carry it."""

    words: str
    carriers: tuple[str, ...]  # labels
    origins: tuple[str, ...]  # labels


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim, who carries it and what it rests on."""

    claim: Claim
    words: str
    speaker: str | None
    carriers: tuple[str, ...]  # labels, in the order of the carriers
    origins: tuple[str, ...]  # labels
    readings: tuple[Reading, ...]

    @property
    def lone_origin(self) -> bool:
        """Whether several versions carry it and all go back to one source."""
        return len(self.carriers) > 1 and len(self.origins) == 1

    @property
    def disputed(self) -> bool:
        """Whether versions give different readings of it."""
        return len(self.readings) > 1

    @property
    def shared(self) -> bool:
        """Whether there is something to compare: several carriers, or several readings."""
        return self.disputed or len(self.carriers) > 1


@dataclass(frozen=True, slots=True)
class StorySummary:
    """What stands on top of a story's page and below it."""

    story: Story
    title: str
    counts: str  # 61 articles · 1 report · 2 origins
    sentence: str
    span: str  # when it was told
    twigs: tuple[family.Twig, ...]
    consequences: Consequences
    claims: tuple[ClaimLine, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole trace: stories of several articles first, and how many stand alone."""

    stories: tuple[Story, ...]
    loners: tuple[Story, ...]
    sentence: str


def only(trace: Trace, story: str) -> Trace:
    """The part of a trace that concerns one story.

    Raises `InputError` when the trace has no story of that id.
    """
    kept = [s for s in trace.stories if s.id == story]
    if not kept:
        known = ", ".join(s.id for s in overview(trace).stories[:5]) or "none of several articles"
        raise InputError(f"no story {safe.text(story)!r} in this trace", f"use one of its stories: {known}")
    ids = set(kept[0].articles)
    return replace(
        trace,
        articles=tuple(a for a in trace.articles if a.id in ids),
        stories=tuple(kept),
        lineages={key: way for key, way in trace.lineages.items() if key == story},
        statements=tuple(s for s in trace.statements if s.article in ids),
        changes=tuple(c for c in trace.changes if c.story == story),
        claims=tuple(c for c in trace.claims if story in c.stories),
        furniture=tuple(f for f in trace.furniture if f[0].article in ids),
        set_aside=tuple(note for note in trace.set_aside if note.where in ids),
    )


def overview(trace: Trace) -> Overview:
    """The stories of a trace, those with most articles first."""
    ordered = sorted(trace.stories, key=lambda s: (-len(s.articles), s.id))
    told = tuple(s for s in ordered if len(s.articles) > 1)
    loners = tuple(s for s in ordered if len(s.articles) == 1)
    parts = [
        many(len(trace.articles), "article"),
        many(len(told), "story", "stories") + " told more than once",
    ]
    if loners:
        parts.append(f"{len(loners)} told by one article only")
    if trace.set_aside:
        parts.append(f"{many(len(trace.set_aside), 'note')} on what was set aside")
    return Overview(told, loners, " · ".join(parts))


def of(found: Index, story: Story) -> StorySummary:
    """Everything a reader should see of one story."""
    changes = found.changes.get(story.id, ())
    return StorySummary(
        story=story,
        title=title(found, story),
        counts=counts(found, story),
        sentence=sentence(found, story),
        span=told(found, story),
        twigs=tuple(family.tree(found, story.id)),
        consequences=consequences(changes, found),
        claims=claim_lines(found, story.id),
    )


# ---- the top of the page ----


def title(found: Index, story: Story) -> str:
    """The headline of the earliest article, or its first words."""
    here = [found.articles[i] for i in story.articles if i in found.articles]
    timed = [a for a in here if a.id in found.moments]
    first = min(timed, key=lambda a: found.moments[a.id].low) if timed else (here[0] if here else None)
    if first is None:
        return story.id
    words = first.title or next(filter(str.strip, first.text[:2000].splitlines()), "") or first.id
    return safe.short(words, 110)


def counts(found: Index, story: Story) -> str:
    """The story in three numbers.

    >>> from retold.model import Story
    >>> counts(Index({}, {}), Story("s", ("a", "b"), (("a", "b"),), 0.8))
    '2 articles · 1 report'
    """
    parts = [many(len(story.articles), "article"), many(len(story.families), "report")]
    origins = found.lineage(story.id).origins
    if origins:
        parts.append(many(len(origins), "origin"))
    return " · ".join(parts)


def told(found: Index, story: Story) -> str:
    """From when to when the story was published, as far as the articles say."""
    times = sorted(found.moments[i] for i in story.articles if i in found.moments)
    if not times:
        return ""
    first, last = index.stamp(times[0]), index.stamp(times[-1])
    return first if first == last else f"{first} – {last}"


def sentence(found: Index, story: Story) -> str:
    """Which articles go back to what, in one sentence."""
    lineage = found.lineage(story.id)
    if not lineage.origins:
        return f"{many(len(story.articles), 'article')}."
    clauses = _clauses(found, story)
    low, high = lineage.origins_range
    doubt = "" if low == high else f" The evidence allows {low} to {high} origins."
    head = f"{many(len(story.articles), 'article')}, {many(len(lineage.origins), 'origin')}"
    return f"{head}: {'; '.join(clauses)}.{doubt}"


_MOST_CLAUSES = 4


def _clauses(found: Index, story: Story) -> list[str]:
    """One clause an origin that several articles share, one for those alone, one for mixtures."""
    lineage = found.lineage(story.id)
    roots = family.descent(lineage)
    here = {i: roots.get(i, frozenset()) for i in story.articles}
    groups: Counter[str] = Counter(o for origins in here.values() if len(origins) == 1 for o in origins)
    mixed = sum(len(origins) > 1 for origins in here.values())
    nodes = {n.id: n for n in lineage.nodes}
    alone = sum(groups[o] == 1 and o in nodes and nodes[o].seen for o in lineage.origins)
    shared = [o for o in lineage.origins if groups[o] > 1 or (o in nodes and not nodes[o].seen)]
    shared.sort(key=lambda o: (-groups[o], o))
    every = len(here)
    clauses = [_clause(found, story.id, o, groups[o], every) for o in shared[:_MOST_CLAUSES]]
    if len(shared) > _MOST_CLAUSES:
        clauses.append(f"{sum(groups[o] for o in shared[_MOST_CLAUSES:])} go back to "
                       f"{len(shared) - _MOST_CLAUSES} more")  # fmt: skip
    if mixed:
        clauses.append(f"{mixed} {_verb(mixed, 'draws', 'draw')} on more than one of these")
    if alone:
        clauses.append(_alone(alone, every))
    return clauses


def _clause(found: Index, story: str, origin: str, size: int, every: int) -> str:
    """What the articles of one origin have in common."""
    lineage = found.lineage(story)
    who = "both" if size == every == 2 else "all" if size == every > 1 else str(size)
    goes = _verb(size, "goes", "go") if who != "both" else "go"
    node = next((n for n in lineage.nodes if n.id == origin), None)
    if origin in family.undirected_origins(lineage):
        return f"{who} are versions of one report, and nothing tells which came first"
    if node is not None and not node.seen:
        name = f"{found.label(origin)}, which" if node.name else "a source that"
        return f"{who} {goes} back to {name} is not in this pile"
    rest = size - 1
    if size == every and rest == 1:
        return f"the other goes back to {found.label(origin)}"
    return f"{rest} {_verb(rest, 'goes', 'go')} back to {found.label(origin)}"


def _alone(count: int, every: int) -> str:
    if count == every:
        return "none shares a source with another that we can see"
    return f"{count} {_verb(count, 'shares', 'share')} no source with the others that we can see"


def many(count: int, one: str, more: str | None = None) -> str:
    """A number with its noun.

    >>> many(1, "story", "stories"), many(1200, "article")
    ('1 story', '1,200 articles')
    """
    return f"{count:,} {one if count == 1 else more or one + 's'}"


def _verb(count: int, one: str, more: str) -> str:
    return one if count == 1 else more


# ---- changes by consequence ----


def consequences(changes: Iterable[Change], found: Index) -> Consequences:
    """Changes by weight, gravest kind first; the same change in several pairs is one."""
    groups: dict[tuple[object, ...], list[Change]] = defaultdict(list)
    for change in changes:
        groups[_sameness(change, found)].append(change)
    by_weight: Mapping[Weight, list[Difference]] = {"substance": [], "wording": [], "style": []}
    for same in groups.values():
        by_weight[same[0].weight].append(_difference(same, found))
    for differences in by_weight.values():
        differences.sort(key=lambda d: (wording.ORDER[d.change.kind], -len(d.same), -d.change.support))
    return Consequences(*(tuple(by_weight[weight]) for weight in ("substance", "wording", "style")))


def _sameness(change: Change, found: Index) -> tuple[object, ...]:
    """Two changes that agree in this are told once; undirected ones whichever side comes first."""
    readings = [_folded(change.before), _folded(change.after)]
    if not change.directed:
        readings.sort()
    quote = found.words(change.copy_spans[:1], 60) if change.kind in ("attribution", "moved") else ""
    kind = "only in one" if not change.directed and change.kind in ("cut", "added") else change.kind
    return (change.weight, kind, change.directed, change.detail, *readings, quote.casefold())


def _folded(reading: str | None) -> str:
    """A reading for comparing; what cannot be known differs from every text."""
    return "\0" if reading is None else safe.squeezed(reading).casefold()


def _difference(same: list[Change], found: Index) -> Difference:
    first = max(same, key=lambda c: (c.support, c.id))
    sides = _sides(first, same, found)
    return Difference(first, wording.label(first), wording.phrase(first, sides, found), sides, tuple(same))


def _sides(first: Change, same: list[Change], found: Index) -> wording.Sides:
    """Which versions stand where, once all pairs are turned the way of the first."""
    before: dict[str, None] = {}
    after: dict[str, None] = {}
    for change in (first, *same):
        turned = not change.directed and _folded(change.before) != _folded(first.before)
        source, copy = (change.copy, change.source) if turned else (change.source, change.copy)
        before[found.label(source)] = None
        after[found.label(copy)] = None
    return wording.Sides(tuple(before), tuple(after))


def reasons(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """Evidence in words, the weightiest first."""
    ordered = sorted(evidence, key=lambda e: -abs(e.weight))
    return tuple(dict.fromkeys(safe.squeezed(e.words) for e in ordered if e.words.strip()))


# ---- claims ----


def claim_lines(found: Index, story: str) -> tuple[ClaimLine, ...]:
    """Claims of a story: those on which versions differ first, then the most carried."""
    made = [_claim_line(claim, found) for claim in found.claims.get(story, ())]
    made.sort(key=lambda line: (not line.disputed, -len(line.carriers), line.claim.id))
    return tuple(made)


def _claim_line(claim: Claim, found: Index) -> ClaimLine:
    statement = found.statements.get(claim.statement or "")
    words = found.words(statement.content, 400) if statement is not None else ""
    words = words or next((safe.squeezed(v.reading) for v in claim.variants), "")
    readings = tuple(
        Reading(
            safe.squeezed(variant.reading),
            _labels((span.article for span in variant.carriers), found),
            _labels(variant.origins, found),
        )
        for variant in claim.variants
    )
    return ClaimLine(
        claim=claim,
        words=words or found.words(claim.carriers[:1], 400),
        speaker=None if statement is None else safe.squeezed(statement.speaker_name or "") or None,
        carriers=_labels((span.article for span in claim.carriers), found),
        origins=_labels(claim.origins, found),
        readings=readings,
    )


def _labels(names: Iterable[str | None], found: Index) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found.label(name) for name in names if name))


def basis(line: ClaimLine) -> str:
    """What a claim rests on, in one clause; never that its sources are independent."""
    carried = f"in {many(len(line.carriers), 'version')}"
    if not line.origins:
        return carried
    if len(line.carriers) == 1:
        return f"only in {line.carriers[0]}"
    if len(line.origins) == 1:
        return f"{carried}, one origin: {line.origins[0]}"
    named = ", ".join(line.origins[:3]) + (" …" if len(line.origins) > 3 else "")
    return f"{carried}, {len(line.origins)} origins ({named}); no common source found in this pile"
