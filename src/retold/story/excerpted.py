"""What articles of a story have in pieces: of reports of other stories, and of reports of their own.

A piece is a derivation with passages. Its copy stays an origin of the story where it tells much besides; a
digest, which is put together from pieces, is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from retold import parameters
from retold.algorithms import components
from retold.model import Derivation, Lineage, Node, OutsideSource
from retold.steps.story import pieces as piece_step
from retold.steps.story import sourcing
from retold.tables import Alignment, Witness

_OWN = parameters.of("pipeline", "excerpted").number("own")


def with_outside(lineage: Lineage, found: Sequence[OutsideSource], held: Mapping[str, Witness]) -> Lineage:
    """The lineage with sources from other stories above those of its versions that have none above them.

    An unseen source that bears the name of one of them stood for it and goes. An article that stands in the
    story after all, by a decision, is no source from outside.
    """
    found = [one for one in found if one.node.id not in held]
    if not found:
        return lineage
    names = {one.node.name.casefold() for one in found if one.node.name}
    stood = {n.id for n in lineage.nodes if not n.seen and n.name and n.name.casefold() in names}
    ties = [one for one in lineage.derivations if stood.isdisjoint((one.source, one.copy))]
    fed = {one.copy for one in ties if one.directed and one.source in held}
    new = [one for one in found if one.derivation.copy not in fed]
    nodes: dict[str, Node] = {n.id: n for n in lineage.nodes if n.id not in stood}
    nodes |= {one.node.id: one.node for one in new}
    others = tuple(with_outside(one, found, held) for one in lineage.alternatives)
    origins = tuple(one for one in lineage.origins if one not in stood)
    made = replace(lineage, nodes=tuple(nodes.values()), derivations=tuple(ties), origins=origins)
    return replace(with_pieces(made, [one.derivation for one in new], held), alternatives=others)


def with_pieces(lineage: Lineage, found: Sequence[Derivation], held: Mapping[str, Witness]) -> Lineage:
    """The lineage with pieces; origins are its roots, and every report that tells much besides its pieces."""
    if not found:
        return lineage
    ties = (*lineage.derivations, *found)
    own = {one.copy for one in found if _tells_more(held[one.copy], ties)}
    ways = [one for one in ties if not (one.passages and one.copy in own)]
    roots = _roots([n.id for n in lineage.nodes], ways, lineage.origins)
    less, (low, high) = len(lineage.origins) - len(roots), lineage.origins_range
    return replace(
        lineage,
        derivations=ties,
        origins=roots,
        origins_range=(max(1, min(low - less, len(roots))), max(high - less, len(roots))),
    )


def pieces(lineage: Lineage, alignments: Iterable[Alignment]) -> list[Derivation]:
    """What reports that go back to nothing have word for word of others that nothing ties to them.

    Of several that have one piece the likeliest is its source. Of papers alone, none of which is named, all
    may have been given what they print: nothing is told of them. Nor is it of one house under one name, whose
    reports share background and what its pages offer.
    """
    ends = [(one.source, one.copy) for one in lineage.derivations]
    home = components.representatives([n.id for n in lineage.nodes], ends)
    heads = {n.id for n in lineage.nodes if n.seen and n.id in lineage.origins}
    found: dict[str, list[sourcing.Taken]] = {}
    for pair in alignments:
        if home.get(pair.a.id) != home.get(pair.b.id) and not _under_one_name(pair):
            for one in (pair, pair.turned()):
                words = piece_step.taken(one) if one.a.id in heads else None
                if words is not None:
                    found.setdefault(one.a.id, []).append(sourcing.Taken(one, words))
    ties = [tie for name in sorted(found) for tie in _of_copy(found[name])]
    ways = {(tie.source, tie.copy) for tie in ties}
    return [tie for tie in ties if (tie.copy, tie.source) not in ways]  # else nothing tells who had it first


def _under_one_name(pair: Alignment) -> bool:
    """Whether both name their outlet alike: its feed and its other pages offer other things."""
    ours, theirs = ((one.article.outlet or "").casefold() for one in (pair.a, pair.b))
    return ours == theirs != ""


def _of_copy(found: Sequence[sourcing.Taken]) -> Iterator[Derivation]:
    """The pieces of one report, each from its likeliest source, if that is an agency's or named."""
    left = sorted(found, key=lambda one: one.alignment.b.id)
    while left:
        first = max(left, key=lambda one: int(one.words.sum()))
        rivals = [one for one in left if bool((one.words & first.words).any())]
        tie = sourcing.derivation(sourcing.likeliest(rivals), only_named=True)
        if tie.directed:
            yield tie
        left = [one for one in left if not bool((one.words & first.words).any())]


def _tells_more(copy: Witness, ties: Iterable[Derivation]) -> bool:
    """Whether enough of an article stands in none of its passages."""
    places = [p.b for one in ties if one.copy == copy.id and one.directed for p in one.passages]
    ranges = (copy.words.within(place.start, place.end) for place in places)
    taken = sum(high - low for low, high in ranges)
    return len(copy.words) - taken > _OWN * len(copy.words)


def _roots(nodes: Sequence[str], ways: Sequence[Derivation], before: Sequence[str]) -> tuple[str, ...]:
    """One node of each part into which nothing leads: one that was an origin before, else the first."""
    fed = {one.copy for one in ways if one.directed}
    parts = components.members(nodes, [(one.source, one.copy) for one in ways if not one.directed])
    free = [part for part in parts if fed.isdisjoint(part)]
    return tuple(next((name for name in before if name in part), part[0]) for part in free)
