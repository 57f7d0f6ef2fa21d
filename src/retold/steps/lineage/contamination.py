"""Contamination: a version put together from two sources, block by block.

Contamination in news comes in blocks. A second source is accepted only for a run of
two or more sentences that it has and the first one lacks. Blocks are set in anywhere,
so that sentences are looked up by their word triples and not by place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from retold import parameters
from retold.messages import N_
from retold.model import Derivation, Evidence, Lineage, Span
from retold.settings import LineageSearch
from retold.steps.lineage import cited, evidence, texts
from retold.steps.lineage.evidence import Clues
from retold.steps.lineage.readings import Floats
from retold.steps.lineage.texts import BLOCK, HELD, Holdings
from retold.tables import Witness

_P = parameters.of("lineage", "contamination")
MOST_HELD = _P.number("most_held")
EARLIER = _P.number("earlier")
BASE = _P.number("base")
MOST = _P.number("most")


@dataclass(frozen=True, slots=True, eq=False)
class Family:
    """The versions of a family, what they hold of each other, and what the clock says."""

    witnesses: Sequence[Witness]
    holdings: Holdings
    time: Floats  # [versions, versions] log-odds of source→copy
    text: Sequence[int]  # of each version the number of its text
    apart: bool = False  # whether only sources of another text are looked for
    wired: Sequence[bool] = ()  # whether each version is an agency's; () where that is not known


@dataclass(frozen=True, slots=True)
class _Block:
    """A run of sentences of a copy that another source explains."""

    source: int
    low: int  # sentences, half-open
    high: int
    saved: float  # weighted readings
    worth: float  # the same with what the clock says


def with_second_sources(lineage: Lineage, family: Family, settings: LineageSearch) -> Lineage:
    """The lineage with a second source for each version that has one."""
    descent = _Descent(lineage, family)
    found = []
    for copy in range(len(family.witnesses)):
        block = _best_block(descent, family, copy, settings)
        if block is not None:
            found.append(_derivation(family, copy, block, settings))
            descent.add(block.source, copy)
    return _extended(lineage, found)


def across(lineage: Lineage, families: Sequence[Sequence[Witness]], settings: LineageSearch) -> Lineage:
    """The lineage of a story with second sources from one of its families to another.

    `lineage` is that of all families together; what crosses over within a family is known.
    """
    if len(families) < 2:
        return lineage
    witnesses = [w for family in families for w in family]
    home = [number for number, family in enumerate(families) for _ in family]
    clues = evidence.clues(witnesses, settings)
    family = Family(witnesses, texts.holdings(witnesses), clues.time, home, apart=True, wired=clues.wired)
    others = tuple(with_second_sources(one, family, settings) for one in lineage.alternatives)
    found = replace(with_second_sources(lineage, family, settings), alternatives=others)
    return with_cited_sources(found, family, clues)


def with_cited_sources(lineage: Lineage, family: Family, clues: Clues) -> Lineage:
    """The lineage with the sources that versions cite for a passage."""
    return _extended(lineage, list(cited.derivations(lineage, family.witnesses, family.text, clues)))


def _extended(lineage: Lineage, found: Sequence[Derivation]) -> Lineage:
    """The lineage with more derivations, whose copies are no origins any more."""
    copies = {edge.copy for edge in found}
    origins = tuple(o for o in lineage.origins if o not in copies)
    low, high = lineage.origins_range
    least = max(1, min(low, len(origins)))
    return replace(
        lineage,
        derivations=(*lineage.derivations, *found),
        origins=origins,
        origins_range=(least, max(high, len(origins))),
    )


class _Descent:
    """Who has what from whom, by the number of the version; unseen sources by id."""

    def __init__(self, lineage: Lineage, family: Family) -> None:
        number = {w.id: v for v, w in enumerate(family.witnesses)}
        self.sources: dict[int | str, list[int | str]] = {}
        self.copies: dict[int | str, list[int | str]] = {}
        for edge in lineage.derivations:
            self.add(number.get(edge.source, edge.source), number.get(edge.copy, edge.copy))

    def add(self, source: int | str, copy: int | str) -> None:
        """Take in one derivation."""
        self.sources.setdefault(copy, []).append(source)
        self.copies.setdefault(source, []).append(copy)

    def first(self, copy: int | str) -> int | str | None:
        """The main source of a version."""
        return next(iter(self.sources.get(copy, ())), None)

    def above(self, node: int | str) -> Iterator[int | str]:
        """All nodes from which derivations lead to this one, each once."""
        waiting, seen = list(self.sources.get(node, ())), {node}
        while waiting:
            one = waiting.pop()
            if one not in seen:
                seen.add(one)
                waiting += self.sources.get(one, ())
                yield one

    def near(self, node: int | str, but: int) -> list[int]:
        """The seen node itself, or the seen neighbours of an unseen one, `but` one."""
        if isinstance(node, int):
            return [node]
        around = [*self.copies.get(node, ()), *self.sources.get(node, ())]
        return sorted(v for v in around if isinstance(v, int) and v != but)


def _derivation(family: Family, copy: int, block: _Block, settings: LineageSearch) -> Derivation:
    """The second source as a derivation of the lineage."""
    witness = family.witnesses[copy]
    start, end = int(witness.sentences[block.low, 0]), int(witness.sentences[block.high - 1, 1])
    spare = block.worth - settings.sharpness * settings.second_source
    words = N_("{count} sentences of {id} follow another text than the rest").format(
        count=block.high - block.low, id=witness.id
    )
    why = Evidence("splice", (Span(witness.id, start, end),), block.saved, words)
    support = min(MOST, float(1 / (1 + np.exp(-min(spare - BASE, 30.0)))))
    return Derivation(family.witnesses[block.source].id, witness.id, True, support, (why,))


def _best_block(descent: _Descent, family: Family, copy: int, settings: LineageSearch) -> _Block | None:
    """The block that a second source explains best, if it saves enough.

    A version without a first source has none: two reports of one event share
    quotations, and neither need have them from the other. But whole paragraphs that
    an agency sent out, or that were handed to the press, are theirs (`_sent_out`).
    """
    best, first = None, descent.first(copy)
    weights = family.holdings.weights[copy] * _unquoted_shares(family.witnesses[copy])
    known = None if first is None else _held_near(descent, family, copy, first)
    for source in range(len(family.witnesses)):
        if first is None and not _sent_out(family, source, copy):
            continue
        mine = _held_by_first(family, copy, source, known)
        if family.apart and family.text[source] == family.text[copy]:
            continue
        related = source == copy or source in descent.sources.get(copy, ()) or copy in descent.above(source)
        later = bool(family.time[source, copy] < 0)  # nobody has anything from what came after
        if related or later or mine is None or len(mine) <= BLOCK:
            continue
        block = _block(family, source, copy, mine, weights, settings)
        if block is not None:
            block = replace(block, source=_agency_above(descent, family, block, copy))
        if block is not None and _had_first(descent, family, block, copy):
            best = block if best is None or block.worth > best.worth + 1e-9 else best
    return best


def _sent_out(family: Family, source: int, copy: int) -> bool:
    """Whether a version of the same family is an agency's or was handed out, and came first."""
    wired = bool(family.wired) and family.wired[source] and not family.wired[copy]
    return wired and not family.apart and bool(family.time[copy, source] < -EARLIER)


def _unquoted_shares(witness: Witness) -> Floats:
    """For each sentence the share of its words outside quotations: what was said anyone may have heard."""
    unquoted = texts.sentence_sizes(witness, ~witness.tokens.quoted)
    share: Floats = unquoted / texts.sentence_sizes(witness).clip(min=1)
    return share


def _block(
    family: Family, source: int, copy: int, mine: Floats, weights: Floats, settings: LineageSearch
) -> _Block | None:
    theirs = family.holdings.held[copy][source]
    gain = np.where((theirs >= HELD) & (mine <= MOST_HELD), theirs - mine, -1.0)
    low, high, saved = _heaviest_run(weights * gain)
    worth = settings.sharpness * saved + float(family.time[source, copy])
    if high - low < BLOCK or worth < settings.sharpness * settings.second_source:
        return None
    return _Block(source, low, high, saved, worth)


def _held_near(descent: _Descent, family: Family, copy: int, first: int | str) -> Floats | None:
    """What the copy's first source has of its sentences; an unseen one has what its neighbours have."""
    near = descent.near(first, copy)
    return family.holdings.held[copy][near].max(axis=0) if near else None


def _held_by_first(family: Family, copy: int, source: int, known: Floats | None) -> Floats | None:
    """The same; where nothing is known of the first source, only one of another text is a second one."""
    if known is None and family.text[source] != family.text[copy]:
        return np.zeros(family.holdings.held[copy].shape[1])
    return known


def _had_first(descent: _Descent, family: Family, block: _Block, copy: int) -> bool:
    """Whether the source had the block first: by the clock, or as part of its own text."""
    later = bool(family.time[copy, block.source] < -EARLIER)
    return _is_of_own_text(descent, family, block, copy) or (
        later and not _is_passed_on(descent, family, block, copy)
    )


def _is_of_own_text(descent: _Descent, family: Family, block: _Block, copy: int) -> bool:
    """Whether the block comes down to the source from the origin of its text."""
    node: int | str = block.source
    for _ in family.witnesses:
        above = descent.first(node)
        if above is None:
            return True
        if isinstance(above, str):
            return _holds(family, block, copy, [v for v in descent.near(above, copy) if v != node])
        if not _holds(family, block, copy, [above]):
            return False
        node = above
    return False


def _is_passed_on(descent: _Descent, family: Family, block: _Block, copy: int) -> bool:
    """Whether the source has the block from a version that the copy had it from just as well."""
    above = descent.first(block.source)
    return isinstance(above, int) and _holds(family, block, copy, [above])


def _agency_above(descent: _Descent, family: Family, block: _Block, copy: int) -> int:
    """The agency from which a paper has the block that the copy has, too; without one, the paper itself.

    Papers print agencies sooner than each other.
    """
    node = block.source
    for above in descent.above(node) if family.wired and not family.wired[node] else ():
        if not isinstance(above, int) or above == copy or not family.wired[above]:
            continue
        if copy not in descent.above(above) and _holds(family, block, copy, [above]):
            return above
    return node


def _holds(family: Family, block: _Block, copy: int, versions: Sequence[int]) -> bool:
    """Whether any of the versions has the copy's block."""
    held = family.holdings.held[copy][list(versions), block.low : block.high]
    return len(versions) > 0 and float(held.mean(axis=1).max()) >= HELD


def _heaviest_run(gain: Floats) -> tuple[int, int, float]:
    """The run of sentences with the greatest sum, half-open, and that sum (Kadane; Bentley 1984)."""
    best, run, start = (0, 0, 0.0), 0.0, 0
    for at, value in enumerate(gain):
        if run <= 0:
            run, start = 0.0, at
        run += float(value)
        if run > best[2]:
            best = (start, at + 1, run)
    return best
