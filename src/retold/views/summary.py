"""A story in plain data: its one sentence, its family, its changes by consequence, its claims.

The terminal and the page both lay out what is gathered here.
Nothing here says who is right: two versions differ, or one has what the other lacks.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from retold.errors import InputError
from retold.model import Change, Evidence, Story, Weight
from retold.views import claimed, family, index, safe, wording
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
            return f"{wording.names(self.sides.after)}, against what its unseen source most likely read"
        if not self.change.directed or self.change.kind == "attribution":
            return ""
        return f"{wording.names(self.sides.before)} → {wording.names(self.sides.after)}"

    @property
    def note(self) -> str:
        """What within its kind changed, where that tells more than the readings do."""
        telling = self.change.kind in ("cut", "added", "style", "slip") and self.change.detail not in _PLAIN
        return safe.squeezed(self.change.detail or "") if telling else ""

    @property
    def support(self) -> str:
        """How sure it is, in words."""
        return wording.percent(self.change.support)

    @property
    def reasons(self) -> tuple[str, ...]:
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
    sentence: str
    span: str  # from when to when it was published
    twigs: tuple[family.Twig, ...]
    consequences: Consequences
    claims: tuple[claimed.ClaimLine, ...]


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
    part = trace.part([story])
    if not part.stories:
        known = ", ".join(s.id for s in overview(trace).stories[:5]) or "none of several articles"
        raise InputError(f"no story {safe.text(story)!r} in this trace", f"use one of its stories: {known}")
    return part


def parts(trace: Trace, stories: Sequence[str]) -> Iterator[Trace]:
    """The trace, a few stories at a time, so that of a stored one little is held at once."""
    for low in range(0, len(stories), _AT_A_TIME):
        yield trace.part(stories[low : low + _AT_A_TIME])


def overview(trace: Trace) -> Overview:
    """The stories of a trace, those retold most first, then those with most articles."""
    ordered = sorted(trace.stories, key=lambda s: (-_retold(s), -len(s.articles), s.articles))
    retold = tuple(s for s in ordered if len(s.articles) > 1)
    loners = tuple(s for s in ordered if len(s.articles) == 1)
    parts = [
        index.many(len(trace.articles), "article"),
        index.many(len(retold), "story", "stories") + " told more than once",
    ]
    if loners:
        parts.append(f"{len(loners)} told by one article only")
    if trace.set_aside:
        parts.append(f"{index.many(len(trace.set_aside), 'note')} on what was set aside")
    return Overview(retold, loners, " · ".join(parts))


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
        sentence=sentence(found, story),
        span=published_span(found, story),
        twigs=tuple(family.tree(found, story.id)),
        consequences=consequences(changes, found),
        claims=claimed.of_story(found, story.id),
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
    parts = [index.many(len(story.articles), "article"), index.many(len(story.families), "report")]
    origins = found.lineage(story.id).origins
    if origins:
        parts.append(index.many(len(origins), "origin"))
    return " · ".join(parts)


def published_span(found: Index, story: Story) -> str:
    """From when to when the story was published, as far as the articles say."""
    times = sorted(found.moments[i] for i in story.articles if i in found.moments)
    if not times:
        return ""
    first, last = times[0], times[-1]
    if first.day == last.day and first.exact and last.exact:
        return f"{index.day(first.day)}, {first.low:%H:%M} – {last.low:%H:%M}"
    if first.day == last.day:
        return index.day(first.day)
    return f"{index.stamp(first)} – {index.stamp(last)}"


def sentence(found: Index, story: Story) -> str:
    """Which articles go back to what, in one sentence."""
    lineage = found.lineage(story.id)
    if not lineage.origins:
        return f"{index.many(len(story.articles), 'article')}."
    clauses = _clauses(found, story)
    low, high = lineage.origins_range
    doubt = "" if low == high else f" The evidence allows {low} to {high} origins."
    head = f"{index.many(len(story.articles), 'article')}, {index.many(len(lineage.origins), 'origin')}"
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
    loose = family.undirected_part(lineage, origin)
    if len(loose) > 1:
        return _loose(found, [n.id for n in lineage.nodes if n.seen and n.id in loose], who, size)
    if node is not None and not node.seen:
        name = f"{found.label(origin)}, which" if node.name else "a source that"
        return f"{who} {goes} back to {name} is not in this pile"
    rest = size - 1
    if size == every and rest == 1:
        return f"the other goes back to {found.label(origin)}"
    return f"{rest} {_verb(rest, 'goes', 'go')} back to {found.label(origin)}"


def _loose(found: Index, first: list[str], who: str, size: int) -> str:
    """What goes back to a part without a known first: one version and unseen sources, or several versions."""
    if len(first) == 1 and size > 1:
        rest = size - 1
        goes = _verb(rest, "goes", "go")
        return (
            f"{rest} {goes} back to {found.label(first[0])} or, with it, to a text that is not in this pile"
        )
    return f"{who} are versions of one report, and nothing tells which came first"


def _alone(count: int, every: int) -> str:
    if count == every:
        return "none shares a source with another that we can see"
    return f"{count} {_verb(count, 'shares', 'share')} no source with the others that we can see"


def _verb(count: int, one: str, more: str) -> str:
    return one if count == 1 else more


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


def reasons(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    """Evidence in words, the weightiest first."""
    ordered = sorted(evidence, key=lambda e: -abs(e.weight))
    return tuple(dict.fromkeys(safe.squeezed(e.words) for e in ordered if e.words.strip()))
