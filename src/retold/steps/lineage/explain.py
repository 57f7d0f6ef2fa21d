"""Why an edge stands as it does, in sentences a reader can check."""

from __future__ import annotations

from datetime import timedelta

import numpy as np

from retold.model import Evidence, Span
from retold.moments import moment
from retold.steps.lineage import evidence
from retold.steps.lineage.draft import Draft
from retold.steps.lineage.orient import Scene

MOST_SPANS = 8  # of one record
_MEANING = {
    "tail": "stops where {u} goes on",
    "words": "lacks words that {u} has",
    "quoted words": "lacks words of a quotation that {u} has",
}


def edges(made: Draft, one: Scene) -> None:
    """Add the evidence of times, credits and readings to every edge between known rows."""
    for (source, copy), edge in sorted(made.edges.items()):
        if max(source, copy) >= len(one.rows):
            continue
        if max(source, copy) < made.versions:
            edge.evidence += _outside(one, source, copy)
        edge.evidence += _readings(one, source, copy)


def _outside(one: Scene, source: int, copy: int) -> list[Evidence]:
    """What stamps, credits and outlets say about an edge between two seen versions."""
    a, b = one.grid.witnesses[source], one.grid.witnesses[copy]
    found = []
    weight = float(one.clues.time[source, copy] - one.clues.time[copy, source])
    if weight:
        found.append(Evidence("time", (), weight, _time_words(a.article.published, b.article.published, b.id)))
    credit = evidence.crediting(b, a.article.outlet)
    if credit is not None:
        words = f"{b.id} credits {credit.name}, the outlet of {a.id}"
        found.append(Evidence("credit", (credit.span,), evidence.CREDIT, words))
    weight = float(one.clues.agency[source, copy] - one.clues.agency[copy, source])
    if weight:
        words = f"{a.id if weight > 0 else b.id} is an agency's"
        found.append(Evidence("agency", (), weight, words))
    return found


def _time_words(source: object, copy: object, copy_id: str) -> str:
    first, second = moment(source), moment(copy)  # type: ignore[arg-type]  # any value is read or refused
    if first is None or second is None:
        return f"the stamp of {copy_id} tells nothing"
    lead = second.low - first.low
    return f"{copy_id} is stamped {_span_of_time(abs(lead))} {'later' if lead > timedelta(0) else 'earlier'}"


def _span_of_time(lead: timedelta) -> str:
    hours, rest = divmod(int(lead.total_seconds()), 3600)
    days, hours = divmod(hours, 24)
    if days:
        return f"{days} d {hours} h"
    return f"{hours} h {rest // 60} min" if hours else f"{rest // 60} min {rest % 60} s"


def _readings(one: Scene, source: int, copy: int) -> list[Evidence]:
    """What the readings say: how near the two are, and which one looks like the copy."""
    differ = np.flatnonzero(one.rows[source] != one.rows[copy])
    count = len(differ)
    near = f"{count} reading{'s' * (count != 1)} of {one.rows.shape[1]} differ"
    found = [Evidence("text", (), -float(one.distance[source, copy]), near)]
    length, slip = evidence.by_unit(one.polar, one.rows, source, copy)
    found += _polar(one, source, copy, length, "words")
    found += _polar(one, source, copy, slip, "slip")
    return found


def _polar(one: Scene, source: int, copy: int, lead: np.ndarray, kind: str) -> list[Evidence]:  # type: ignore[type-arg]
    """One record for readings that make the copy look like the copy, one for the contrary."""
    found = []
    for sign, later in ((1, copy), (-1, source)):
        units = np.flatnonzero(sign * lead > 0)
        if not len(units):
            continue
        spans = [s for u in units[:MOST_SPANS] for s in _spans(one, int(u), source, copy)]
        name = _name(one, later)
        words = (
            f"{name} has {len(units)} reading{'s' * (len(units) > 1)} that look like slips"
            if kind == "slip"
            else f"{name} lacks {_words_lacking(one, units, later)} words that the other has"
        )
        found.append(Evidence("slip" if kind == "slip" else "cut", tuple(spans), float(lead[units].sum()), words))
    return found


def _words_lacking(one: Scene, units: np.ndarray, later: int) -> int:  # type: ignore[type-arg]
    del later
    places = one.readings.places[units]
    return int((places[:, 1] - places[:, 0]).sum())


def _spans(one: Scene, unit: int, *nodes: int) -> list[Span]:
    """The words of a unit in each of the nodes that is seen and has any."""
    found = []
    low, high = one.readings.places[unit]
    for node in nodes:
        if node < len(one.grid.witnesses):
            words = one.readings.cells[low:high, node]
            words = words[words >= 0]
            if len(words):
                found.append(one.grid.witnesses[node].span(int(words.min()), int(words.max()) + 1))
    return found


def _name(one: Scene, node: int) -> str:
    seen = node < len(one.grid.witnesses)
    return one.grid.witnesses[node].id if seen else "the unseen source"
