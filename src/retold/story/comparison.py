"""Which versions of a story are compared, what changed between them, and how their words stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from retold import parameters
from retold.kernels import Kernels
from retold.model import AlignedBlock, AlignedPair, Change, Derivation, Lineage, Statement
from retold.settings import Settings
from retold.steps import align, changes
from retold.tables import Alignment, Block, Witness

Alignments = dict[tuple[str, str], Alignment]  # keyed by the two ids, the smaller first
Pair = tuple[str, str, Derivation | None]

_P = parameters.of("pipeline", "comparison")
_FEW_SIBLINGS = _P.integer("few_siblings")
_REFEREES = _P.integer("referees")
_KEPT = ("equal", "replaced")  # kinds of blocks that a trace keeps; the others lie between them


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """What the versions of one story are compared by; `alignments` takes in every pair that is looked at."""

    alignments: Alignments
    said: Mapping[str, Sequence[Statement]]  # by article
    settings: Settings
    story: str
    kernels: Kernels | None = None  # the inner loops that the whole job chose

    def alignment(self, one: Witness, other: Witness) -> Alignment:
        """The alignment of two versions, made if it is not known; `a` is the smaller id."""
        a, b = sorted((one, other), key=lambda w: w.id)
        if (a.id, b.id) not in self.alignments:
            self.alignments[a.id, b.id] = align.align(a, b, self.settings.align, kernels=self.kernels)
        return self.alignments[a.id, b.id]


def changes_in(family: Sequence[Witness], lineage: Lineage, compared: Compared) -> Iterator[Change]:
    """What changed along each seen derivation, and from unseen sources to their copies, or between those."""
    by_id = {w.id: w for w in family}
    found: list[Change] = []
    pairs = list(compared_pairs(lineage))
    for source, copy, edge in pairs:
        pair = compared.alignment(by_id[source], by_id[copy])
        said = {i: compared.said.get(i, ()) for i in (source, copy)}
        found += changes.find(pair, said, edge, compared.settings.changes, compared.story)
    yield from changes.settled(found, lineage, pairs, {w.id: len(w.text) for w in family})


def changes_between(one: Witness, other: Witness, compared: Compared) -> list[Change]:
    """What differs between two versions that no derivation joins: neither came before the other."""
    said = {w.id: compared.said.get(w.id, ()) for w in (one, other)}
    pair = compared.alignment(one, other)
    return changes.find(pair, said, None, compared.settings.changes, compared.story)


def compared_pairs(lineage: Lineage) -> Iterator[Pair]:
    """The pairs of seen versions worth comparing, with the derivation if one joins them."""
    seen = {node.id for node in lineage.nodes if node.seen}
    copies: dict[str, list[str]] = {}
    for edge in lineage.derivations:
        if edge.source in seen and edge.copy in seen:
            yield edge.source, edge.copy, edge
        elif edge.copy in seen:
            copies.setdefault(edge.source, []).append(edge.copy)
    for siblings in copies.values():
        yield from ((a, b, None) for a, b in sibling_pairs(sorted(siblings)))


def sibling_pairs(siblings: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Each with each of a few siblings; of many, each with as many as can outvote one."""
    if len(siblings) <= _FEW_SIBLINGS:
        return combinations(siblings, 2)
    return ((a, b) for k, a in enumerate(siblings[:_REFEREES], 1) for b in siblings[k:])


# ---- what a trace keeps of alignments ----


def aligned_pairs(
    compared: Compared, held: Mapping[str, Witness], lineage: Lineage
) -> tuple[AlignedPair, ...]:
    """Every pair of versions that was compared, and those that a derivation joins, sorted by ids."""
    for edge in lineage.derivations:
        if edge.source in held and edge.copy in held:
            compared.alignment(held[edge.source], held[edge.copy])
    return tuple(aligned_pair(one, compared.story) for _, one in sorted(compared.alignments.items()))


def aligned_pair(alignment: Alignment, story: str) -> AlignedPair:
    """An alignment as a trace keeps it: by the characters of both texts, the smaller id first."""
    one = alignment if alignment.a.id <= alignment.b.id else alignment.turned()
    blocks = tuple(_block(one, block) for block in one.blocks if block.kind in _KEPT)
    return AlignedPair(story, one.a.id, one.b.id, blocks, one.passages)


def _block(alignment: Alignment, block: Block) -> AlignedBlock:
    ours = alignment.a.words.chars(block.a_low, block.a_high)
    theirs = alignment.b.words.chars(block.b_low, block.b_high)
    return AlignedBlock(*ours, *theirs, block.kind, block.moved)
