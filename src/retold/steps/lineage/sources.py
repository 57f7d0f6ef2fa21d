"""Unseen sources: which are named by a credit line, and what can be known of their text."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from retold.model import Credit, Evidence
from retold.steps.lineage import evidence
from retold.steps.lineage.credited import Credits
from retold.steps.lineage.draft import Draft, Edge
from retold.steps.lineage.parsimony import UNKNOWN
from retold.steps.lineage.readings import Floats, Readings
from retold.tables import Grid, Ints

OWN_WORDS = 25  # words of a copy that a seen source lacks, for its credit to mean another origin
UNDECIDED = 0.5
FEEDS = 1.0  # log-odds that a version of the family has its text straight from a credited source
NO_COPY = 4.0  # log-odds against a credited source's having its text from an article of the pile

Pieces = tuple[tuple[str | None, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Named:
    """An unseen source that credit lines name: its node and the versions that credit it."""

    node: int
    name: str
    carriers: dict[int, Credit]


def named(
    rows: Ints, beside: Mapping[int, Sequence[int]], credits: Sequence[Credits], outlets: Container[str]
) -> list[Named]:
    """The credited sources that are not in the family; most credited first.

    `rows` are the skeleton's nodes, `beside` the neighbours of its unseen ones. A
    credited source is the unseen node that most of its carriers stand beside, or
    else a new node, numbered after the others.
    """
    seen, free = len(credits), len(rows)
    taken: set[int] = set()
    found = []
    for carriers in _carriers(credits, outlets):
        near = {n: len(set(vs) & set(carriers)) for n, vs in beside.items() if n >= seen and n not in taken}
        node = max(near, key=lambda n: (near[n], -n), default=-1)
        if node < 0 or near[node] == 0:
            node, free = free, free + 1
        taken.add(node)
        found.append(Named(node, next(iter(carriers.values())).name, carriers))
    return found


def _carriers(credits: Sequence[Credits], outlets: Container[str]) -> list[dict[int, Credit]]:
    """For each outlet named and not in the family, the versions that credit it; most first."""
    found: dict[str, dict[int, Credit]] = {}
    for version, named_here in enumerate(credits):
        for key, credit in named_here.items():
            if key not in outlets:
                found.setdefault(key, {})[version] = credit
    return [carriers for _, carriers in sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))]


def row(readings: Readings, carriers: Sequence[int]) -> Ints:
    """What a credited source may have read: what most of its carriers read and another version too.

    UNKNOWN where no such reading stands out; that costs its copies no less and no more.
    """
    units = len(readings)
    found = np.full(units, UNKNOWN, dtype=np.int32)
    for unit in range(units):
        states = readings.states[unit]
        held = np.bincount(states)
        votes = Counter(int(states[v]) for v in carriers if held[states[v]] >= 2).most_common(2)
        if votes and (len(votes) == 1 or votes[0][1] > votes[1][1]):
            found[unit] = votes[0][0]
    return found


def lean(leaning: Floats, time: Floats, sources: Sequence[Named]) -> None:
    """Add what credits say to the log-odds of edges.

    A copy has its text from the source it credits, or else from a version that credits
    the same; and that source is nobody's copy and older than its own.
    """
    seen = len(time)
    for source in sources:
        carriers = sorted(source.carriers)
        leaning[source.node, :seen] += FEEDS
        leaning[source.node, carriers] += evidence.CREDIT
        along = np.ix_(carriers, carriers)
        leaning[along] += evidence.CREDIT - evidence.DIRECT
        leaning[:, source.node] -= NO_COPY
        leaning[:seen, source.node] += time[:, carriers].min(axis=1)


def record(made: Draft, sources: Sequence[Named], grid: Grid, readings: Readings) -> None:
    """Name the nodes of a draft, with the credits that name them as evidence."""
    for source in sources:
        if source.node not in made.nodes():
            continue
        made.names[source.node] = source.name
        for version, credit in sorted(source.carriers.items()):
            words = f"{grid.witnesses[version].id} credits {credit.name}"
            why = Evidence("credit", (credit.span,), _log_odds(credit.support), words)
            made.reasons.setdefault(source.node, []).append(why)
            edge = made.edges.get((source.node, version))
            if edge is not None:
                edge.evidence.append(why)
                edge.support *= credit.support
        _loosen(made, source, readings)
        copies = [e.support for (u, _), e in made.edges.items() if u == source.node]
        made.beliefs[source.node] = max([made.beliefs.get(source.node, 0.0), *copies])


def _loosen(made: Draft, source: Named, readings: Readings) -> None:
    """No direction leads into a credited source; and none at all where its copies have their own matter."""
    for above in made.sources(source.node):
        own = max((_own_words(readings, above, v) for v in source.carriers), default=0)
        if own >= OWN_WORDS:
            del made.edges[above, source.node]
        else:
            edge = made.edges[above, source.node]
            made.edges[above, source.node] = Edge(min(edge.support, UNDECIDED), False, edge.evidence)


def _own_words(readings: Readings, source: int, version: int) -> int:
    """Words of a version that stand at places where its source has nothing."""
    cells = readings.cells
    if source >= cells.shape[1]:
        return 0
    return int(((cells[:, version] >= 0) & (cells[:, source] < 0)).sum())


def _log_odds(support: float) -> float:
    held = min(max(support, 0.01), 0.99)
    return math.log(held / (1 - held))


# ---- what can be known of an unseen text ----


def text(made: Draft, grid: Grid, readings: Readings, node: int) -> Pieces:
    """The text of an unseen node in pieces, each with its witnesses; None where they differ.

    A piece is known when more than half of the copies agree. One copy alone tells nothing.
    """
    copies = _witnesses_of(made, node)
    if len(copies) < 2:
        return ()
    pieces: list[tuple[int, int, tuple[int, ...]]] = []  # first place, one past the last, witnesses
    for place in range(len(readings.cells)):
        held = _agreeing(grid, readings, copies, place)
        if held is None:
            continue
        if pieces and pieces[-1][2] == held:
            pieces[-1] = (pieces[-1][0], place + 1, held)
        else:
            pieces.append((place, place + 1, held))
    return tuple(_piece(grid, readings, *piece) for piece in pieces)


def _witnesses_of(made: Draft, node: int) -> list[int]:
    """The seen copies of an unseen node, through other unseen ones."""
    found: list[int] = []
    for copy in made.copies(node):
        found += [copy] if copy < made.versions else _witnesses_of(made, copy)
    return sorted(set(found))


def _agreeing(grid: Grid, readings: Readings, copies: list[int], place: int) -> tuple[int, ...] | None:
    """The copies that share a word here, () where it cannot be known, None where there was nothing."""
    forms = [_form(grid, readings, place, v) for v in copies]
    form, count = Counter(forms).most_common(1)[0]
    if 2 * count <= len(copies):
        return ()
    return tuple(v for v, f in zip(copies, forms, strict=True) if f == form) if form else None


def _form(grid: Grid, readings: Readings, place: int, version: int) -> int:
    word = int(readings.cells[place, version])
    return int(grid.witnesses[version].words.forms[word]) if word >= 0 else 0


def _piece(
    grid: Grid, readings: Readings, low: int, high: int, held: tuple[int, ...]
) -> tuple[str | None, tuple[str, ...]]:
    """The words of one piece as its first witness has them."""
    if not held:
        return None, ()
    witness = grid.witnesses[held[0]]
    column = readings.cells[low:high, held[0]]
    words = np.sort(column[column >= 0])
    parts = np.split(words, np.flatnonzero(np.diff(words) != 1) + 1)
    spoken = [witness.span(int(p[0]), int(p[-1]) + 1).of(witness.text) for p in parts]
    return " ".join(spoken), tuple(grid.witnesses[v].id for v in held)
