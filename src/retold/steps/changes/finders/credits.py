"""Credits put in, left out, exchanged or moved from the head of a report to its foot."""

from __future__ import annotations

from collections.abc import Iterator

from retold import parameters
from retold.steps.changes.candidates import Candidate, candidate_of
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Pair, Unit
from retold.steps.changes.rest import Rest

_DATELINE = parameters.of("changes", "credits").integer("dateline")


def changed_credits(material: Material, rest: Rest, _: Unit) -> Iterator[Candidate]:
    """Credit lines and phrases that one version lacks, or has otherwise.

    One that both have word for word is no change, but its words are spoken of.
    """
    pair = material.pair
    for ours, theirs in material.credits:
        if _is_told(rest, ours, theirs):
            continue
        if not _is_kept(pair, ours, theirs) and not _is_moved(pair, ours, theirs):
            yield candidate_of(pair, "credit", ours, theirs, overlaps=True)


def moved_credits(material: Material, _: Rest, __: Unit) -> Iterator[Candidate]:
    """Credits that both versions have word for word, at the head of one only."""
    pair = material.pair
    for ours, theirs in material.credits:
        if _is_moved(pair, ours, theirs):
            yield candidate_of(pair, "moved", ours, theirs, overlaps=True)


def _is_told(rest: Rest, ours: range, theirs: range) -> bool:
    """Whether a note that is a credit as a whole holds this one."""
    sides = ((rest.taken_old, ours), (rest.taken_new, theirs))
    return all(bool(taken[words.start : words.stop].all()) for taken, words in sides)


def _is_kept(pair: Pair, ours: range, theirs: range) -> bool:
    """Whether the aligner has set two equal credits against each other."""
    return pair.alike(ours, theirs) and bool((pair.to_new[ours.start : ours.stop] >= 0).any())


def _is_moved(pair: Pair, ours: range, theirs: range) -> bool:
    ends = ours.start < _DATELINE, theirs.start < _DATELINE
    return pair.alike(ours, theirs) and ends[0] != ends[1] and not _is_kept(pair, ours, theirs)
