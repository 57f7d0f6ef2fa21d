"""Unseen sources: which are named by a credit line, and what can be known of their text."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np

from retold.model import Credit, Evidence
from retold.steps.lineage import evidence
from retold.steps.lineage.draft import Draft, Edge
from retold.steps.lineage.orient import Scene
from retold.steps.lineage.readings import Readings
from retold.tables import Grid, Witness

OWN_WORDS = 25  # words of a copy that its seen source lacks, for a credit to mean another source
UNDECIDED = 0.5

Pieces = tuple[tuple[str | None, tuple[str, ...]], ...]


def by_credit(made: Draft, one: Scene) -> None:
    """Name the unseen sources that credit lines name, adding those that no reading shows."""
    placed: dict[str, int] = {}
    for key, carriers in _carriers(one.grid.witnesses):
        for version, credit in _outermost(made, carriers):
            _place(made, one, placed, key, (version, credit))
    for node in made.names:
        made.beliefs[node] = max(made.beliefs.get(node, 0.0), _belief(made, node))


def _carriers(witnesses: Sequence[Witness]) -> list[tuple[str, dict[int, Credit]]]:
    """For each outlet named and not in the family, the versions that credit it; most first."""
    outlets = {evidence.name_key(w.article.outlet) for w in witnesses if w.article.outlet}
    found: dict[str, dict[int, Credit]] = {}
    for version, witness in enumerate(witnesses):
        for credit in evidence.origin_credits(witness):
            key = evidence.name_key(credit.name)
            if key not in outlets:
                found.setdefault(key, {})[version] = credit
    return sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))


def _outermost(made: Draft, carriers: dict[int, Credit]) -> list[tuple[int, Credit]]:
    """Versions whose credit did not come along from another version that has it."""
    return [(v, c) for v, c in sorted(carriers.items()) if not set(made.ancestors(v)) & set(carriers)]


def _place(made: Draft, one: Scene, placed: dict[str, int], key: str, carrier: tuple[int, Credit]) -> None:
    """Find or make the node of a credited source, and hang its copy on it."""
    version, credit = carrier
    source = next(iter(made.sources(version)), None)
    if source is not None and source >= made.versions and made.names.get(source) is None:
        if key not in placed:
            placed[key] = source
            made.names[source] = credit.name
    elif source is not None and source >= made.versions and placed.get(key) == source:
        pass
    else:
        _add(made, one, placed, key, (version, credit), source)
    node = placed[key]
    why = Evidence("credit", (credit.span,), _log_odds(credit.support), f"{_id(one, version)} credits {credit.name}")
    made.reasons.setdefault(node, []).append(why)
    if (node, version) in made.edges:
        made.edges[node, version].evidence.append(why)


def _add(
    made: Draft, one: Scene, placed: dict[str, int], key: str, carrier: tuple[int, Credit], source: int | None
) -> None:
    """Bring in an unseen source that only a credit line shows."""
    version, credit = carrier
    node = placed.setdefault(key, made.new_node() if key not in placed else placed[key])
    made.names[node] = credit.name
    sure = credit.support
    above = [] if source is None else made.sources(source)
    if source is None:
        made.edges[node, version] = Edge(sure, True)
    elif not above or above == [node]:
        _above_both(made, one, node, source, version, sure)
    elif _own_words(one, source, version) >= OWN_WORDS:
        made.edges[node, version] = Edge(sure, True, second=True)
    else:
        del made.edges[source, version]
        made.edges[node, version] = Edge(sure, True)
        if node not in made.ancestors(source) and source not in made.ancestors(node):
            made.edges[source, node] = Edge(UNDECIDED, False)


def _above_both(made: Draft, one: Scene, node: int, source: int, version: int, sure: float) -> None:
    """The credited source stands above a version that nobody else gave its text, and above its copy.

    What the copy has and the other lacks cannot have come from there.
    """
    own = _own_words(one, source, version)
    words = f"{_id(one, version)} credits a source and has {own} words that {_id(one, source)} lacks"
    why = Evidence("common source", (), math.log1p(own), words)
    made.edges.pop((source, version))
    made.edges[node, version] = Edge(sure, True, [why])
    if (node, source) not in made.edges:
        made.edges[node, source] = Edge(sure * (0.95 if own >= OWN_WORDS else 0.8), True, [why])


def _own_words(one: Scene, source: int, version: int) -> int:
    """Words of a version that stand at places where its source has nothing."""
    cells = one.readings.cells
    if source >= cells.shape[1]:
        return 0
    return int(((cells[:, version] >= 0) & (cells[:, source] < 0)).sum())


def _belief(made: Draft, node: int) -> float:
    """Support of a named source: that of its surest edge."""
    return max((e.support for (u, _), e in made.edges.items() if u == node), default=UNDECIDED)


def _id(one: Scene, version: int) -> str:
    return one.grid.witnesses[version].id


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
