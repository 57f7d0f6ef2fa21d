"""What a copy changed against a source that nobody in the pile holds, as far as its copies tell it.

The copies of one unseen source are compared with each other. Where one of them
reads something else than most of those that have the place, it is most likely
the one that changed it, and the change is told once, against the source, in place of one
undirected difference with each of the others. It takes three witnesses that did
not copy each other; what they do not decide stays a difference between two copies.
(The majority of independent branches: Lachmann's rule for reconstructing an archetype.)
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from retold import ids, parameters
from retold.model import Change, ChangeKind, Derivation, Evidence, Lineage, Span
from retold.model.changes import HEADLINE
from retold.steps.changes.candidates import Candidate
from retold.steps.changes.evidence import Ends, change_of, place_of, shown
from retold.steps.changes.kinds import KINDS

_P = parameters.of("changes", "unseen")
_LEAST = _P.integer("least")
_ALIKE = _P.number("alike")
_MANY = _P.integer("many")
# House style is each copy's own, and what its copies credit is the source itself, which did not.
_OWN = ("style", "credit")
_MARKS = _P.integer("marks")
_CELL = 64  # characters of a text whose changes are looked up together
_WHOLE = ("added", "moved", "lede")  # kinds by which one version may lack what the other has

_Key = tuple[ChangeKind, str, int]
Laid = tuple[str, str, Derivation | None]  # two versions that were compared, and what joins them


@dataclass(frozen=True, slots=True)
class _View:
    """A difference between two copies as one of them sees it: what the other reads, what it reads itself."""

    told: Change
    copy: str
    other: str
    kind: ChangeKind
    theirs: tuple[Span, ...]
    mine: tuple[Span, ...]
    before: str
    after: str


def settled(
    found: Sequence[Change], way: Lineage, laid: Iterable[Laid], sizes: Mapping[str, int] | None = None
) -> list[Change]:
    """The changes, those between copies of one unseen source told against it where most copies agree.

    `found` are the changes between the pairs of `laid`; what joins no siblings is left as it is.
    `sizes` are the characters of the texts: what stands last in a copy may have been cut from all others,
    as reports are from their end, so that it is not told as put in.
    """
    seen = {node.id for node in way.nodes if node.seen}
    partners: dict[str, set[str]] = defaultdict(set)
    for a, b, edge in laid:
        if edge is None:
            partners[a].add(b)
            partners[b].add(a)
    made: list[Change] = []
    spent: set[str] = set()
    mixed = _mixed(way)
    last = {one.id for one in found if _is_last(one, sizes or {})}
    for source in (node.id for node in way.nodes if not node.seen):
        edges = {e.copy: e for e in way.derivations if e.source == source and e.copy in seen}
        if len(edges) > _LEAST:
            views = {
                copy: [view for view in held if not (view.mine and view.told.id in last)]
                for copy, held in _views(found, edges).items()
            }
            fresh, used = _of_source(source, edges, views, partners, mixed)
            made += fresh
            spent |= used
    return [one for one in found if one.id not in spent] + made


def _is_last(one: Change, sizes: Mapping[str, int]) -> bool:
    """Whether one version alone has it, and at its very end."""
    spans = one.source_spans or one.copy_spans
    alone = one.kind in ("added", "cut") and bool(one.source_spans) != bool(one.copy_spans)
    return alone and any(span.end + _MARKS >= sizes.get(str(span.article), 1 << 60) for span in spans)


def _mixed(way: Lineage) -> set[str]:
    """Versions with more than one source: they witness to neither alone."""
    sources = Counter(edge.copy for edge in way.derivations)
    return {name for name, count in sources.items() if count > 1}


def _views(found: Iterable[Change], edges: Mapping[str, Derivation]) -> dict[str, list[_View]]:
    """Each difference between two of the copies, seen from either side."""
    views: dict[str, list[_View]] = defaultdict(list)
    for one in found:
        plain = (
            one.kind not in _OWN
            and one.detail not in ("shared", HEADLINE)
            and None not in (one.before, one.after)
        )
        if one.derivation is None and one.source in edges and one.copy in edges and plain:
            before, after = one.before or "", one.after or ""
            spans = (one.source_spans, one.copy_spans)
            turned = KINDS.mirrored(one.kind)
            views[one.copy].append(_View(one, one.copy, one.source, one.kind, *spans, before, after))
            views[one.source].append(_View(one, one.source, one.copy, turned, *spans[::-1], after, before))
    return views


def _of_source(
    source: str,
    edges: Mapping[str, Derivation],
    views: Mapping[str, list[_View]],
    partners: Mapping[str, set[str]],
    mixed: set[str],
) -> tuple[list[Change], set[str]]:
    """The changes of the copies of one unseen source, and the ids of the differences they account for."""
    made: list[Change] = []
    groups: list[list[_View]] = []
    for copy, edge in sorted(edges.items()):
        others = partners[copy] & edges.keys() - mixed
        held = views.get(copy, ())
        wholes = _by_place(view for view in held if view.kind in _WHOLE)
        decided = [group for group in _groups(held) if _decides(group, wholes, others)]
        groups += decided
        heard = [[view for view in group if view.other in others] for group in decided]
        for votes in sorted(heard, key=lambda g: place_of(_candidate(g))):
            one = change_of(_candidate(votes), Ends(votes[0].told.story, source, copy, edge))
            made.append(replace(one, evidence=(_why(votes, len(others)), *one.evidence)))
    return ids.told_apart(made), _spent(groups, views)


def _groups(views: Sequence[_View]) -> list[list[_View]]:
    """The views of one copy that tell the same change against several others."""
    seen = Counter(word for view in views if not view.mine for word in set(_words(view.before)))
    groups: list[list[_View]] = []
    known: dict[_Key, list[int]] = defaultdict(list)  # groups by what a view of them may be found by
    for view in views:
        filed, sought = _keys(view, seen)
        likely = sorted({number for key in sought for number in known[key]})
        fit = (n for n in likely if _same(view, groups[n][0]) and _fresh(view, groups[n]))
        number = next(fit, len(groups))
        if number == len(groups):
            groups.append([])
            for key in filed:
                known[key].append(number)
        groups[number].append(view)
    return groups


def _fresh(view: _View, group: Sequence[_View]) -> bool:
    return all(view.other != other.other for other in group)


def _keys(view: _View, seen: Mapping[str, int]) -> tuple[list[_Key], list[_Key]]:
    """Keys to file a view by and keys to seek its like by: two that are `_same` always share one.

    Those of the cells that it stands in. Where this copy has nothing, those of the other's words:
    who shares `_ALIKE` of the words of the shorter reading shares one of any more than the rest of them.
    (Prefix filtering: Chaudhuri, Ganti & Kaushik 2006.)
    """
    if view.mine:
        cells: list[_Key] = [(view.kind, "", cell) for cell in _cells(view.mine)]
        return cells, cells
    words = sorted(set(_words(view.before)), key=lambda w: (seen[w], w)) or [""]
    rare = words[: len(words) - math.ceil(_ALIKE * len(words)) + 1]
    filed: list[_Key] = [(view.kind, word, 0) for word in words] + [(view.kind, word, 1) for word in rare]
    sought: list[_Key] = [(view.kind, word, 0) for word in rare] + [(view.kind, word, 1) for word in words]
    return filed, sought


def _same(one: _View, other: _View) -> bool:
    if one.kind != other.kind or (one.kind == "attribution" and one.told.detail != other.told.detail):
        return False
    if bool(one.mine) != bool(other.mine) or (one.mine and not _meet(one.mine, other.mine)):
        return False
    return _alike(one.before, other.before, part=not one.mine)


def _cells(spans: Sequence[Span]) -> set[int]:
    return {n for span in spans for n in range(span.start // _CELL, span.end // _CELL + 1)}


def _by_place(views: Iterable[_View]) -> dict[int, list[_View]]:
    """The views by the cells of their copy's text that they stand in."""
    found: dict[int, list[_View]] = defaultdict(list)
    for view in views:
        for cell in _cells(view.mine):
            found[cell].append(view)
    return found


def _at(held: Mapping[int, Sequence[_View]], spans: Sequence[Span]) -> Iterator[_View]:
    """Those of the views that may stand where these spans do; some more than once."""
    return (view for cell in _cells(spans) for view in held.get(cell, ()))


def _meet(ours: Sequence[Span], theirs: Sequence[Span]) -> bool:
    return any(a.meets(b) for a in ours for b in theirs)


def _words(reading: str) -> list[str]:
    return reading.casefold().split()


def _alike(one: str, other: str, part: bool) -> bool:
    """Whether two readings are one but for a few words of many; with `part`, or one part of the other."""
    ours, theirs = _words(one), _words(other)
    if ours == theirs:
        return True
    sizes = (len(set(ours)), len(set(theirs)))
    least = (min if part else max)(sizes)
    return least >= _MANY and len(set(ours) & set(theirs)) >= _ALIKE * least


def _decides(group: Sequence[_View], wholes: Mapping[int, Sequence[_View]], others: set[str]) -> bool:
    """Whether two copies at least, and most of those that have the place, read alike against this one."""
    against = {view.other for view in group} & others
    lacking = {v.other for v in _at(wholes, group[0].mine) if _lacks(v, group[0])}
    present = 1 + len(others - (lacking - against))
    return len(against) >= _LEAST and 2 * len(against) > present


def _lacks(view: _View, place: _View) -> bool:
    """Whether the other version has nothing where this copy has the place: it is no witness to it."""
    return view.kind != place.kind and any(a.holds(b) for a in view.mine for b in place.mine)


def _candidate(group: Sequence[_View]) -> Candidate:
    """What the witnesses say; the source's reading and its places are those of a typical one."""
    first = _typical(group)
    support = max(view.told.support for view in group)
    weight = first.told.weight
    return Candidate(
        first.kind,
        first.theirs,
        first.mine,
        first.before,
        first.after,
        first.told.detail,
        light=weight == "wording",
        support=support,
        idle=weight == "style",
    )


def _typical(group: Sequence[_View]) -> _View:
    """The view of the witness whose reading most of them share."""
    readings = [_words(view.before) for view in group]
    return min(group, key=lambda v: (-readings.count(_words(v.before)), v.other))


def _why(group: Sequence[_View], others: int) -> Evidence:
    """Who of so many other copies that have a say witnesses to what the source read."""
    spans = tuple(span for view in sorted(group, key=lambda v: v.other) for span in view.theirs)
    words = (
        f"{len(group)} of {others} other copies read {shown(_typical(group).before)} here, "
        f"and so most likely did their unseen source"
    )
    return Evidence("majority", spans, math.log(len(group) / max(1, 1 + others - len(group))), words)


def _spent(groups: Sequence[Sequence[_View]], views: Mapping[str, list[_View]]) -> set[str]:
    """Differences that are told now: of the groups, and between two copies that both changed a place."""
    used = {view.told.id for group in groups for view in group}
    firsts: dict[str, list[_View]] = defaultdict(list)
    for group in groups:
        firsts[group[0].copy].append(group[0])
    moved = {copy: _by_place(held) for copy, held in firsts.items()}
    for view in (view for held in views.values() for view in held):
        ends = ((view.copy, view.mine), (view.other, view.theirs))
        if all(_met(moved.get(copy, {}), spans) for copy, spans in ends):
            used.add(view.told.id)
    return used


def _met(held: Mapping[int, Sequence[_View]], spans: Sequence[Span]) -> bool:
    """Whether one of the views stands where one of these spans does."""
    return any(_meet(spans, view.mine) for view in _at(held, spans))
