"""Why an edge stands as it does, in sentences a reader can check."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import numpy as np

from retold.model import Evidence, Span, When
from retold.moments import moment
from retold.steps.lineage import credited, evidence, names, stated
from retold.steps.lineage.graph import Graph
from retold.steps.lineage.orient import Hypothesis
from retold.steps.lineage.readings import UNKNOWN
from retold.tables import Ints, Witness

MOST_SPANS = 8  # of one record


def explained(graph: Graph, one: Hypothesis) -> Graph:
    """The graph with the evidence of times, credits and readings on every edge between known rows."""
    edges = dict(graph.edges)
    for (source, copy), edge in graph.edges.items():
        if max(source, copy) < len(one.rows):
            found = _outside(one, source, copy) if max(source, copy) < graph.versions else []
            found += _readings(one, source, copy)
            edges[source, copy] = replace(edge, evidence=(*edge.evidence, *found))
    return replace(graph, edges=edges)


def _outside(one: Hypothesis, source: int, copy: int) -> list[Evidence]:
    """What stamps, credits and outlets say about an edge between two seen versions."""
    a, b = one.grid.witnesses[source], one.grid.witnesses[copy]
    found = []
    weight = float(one.clues.time[source, copy] - one.clues.time[copy, source])
    if weight:
        found.append(
            Evidence("time", (), weight, _time_words(a.article.published, b.article.published, b.id))
        )
    credit = one.clues.credited[copy].get(names.outlet_key(a))
    if credit is not None:
        words = f"{b.id} credits {credit.name}, the outlet of {a.id}"
        found.append(Evidence("credit", (credit.span,), evidence.CREDIT, words))
    if a.id in stated.replaced_by(b.article):
        found.append(Evidence("version", (), evidence.STATED, f"{b.id} says that it replaces {a.id}"))
    weight = float(one.clues.agency[source, copy] - one.clues.agency[copy, source])
    its = a if weight > 0 else b
    if weight and one.clues.wired[source if weight > 0 else copy]:
        found += _agency(its, weight, credited_here=credit is not None)
    return found


def _agency(its: Witness, weight: float, *, credited_here: bool) -> list[Evidence]:
    """That a report is an agency's, or a paper's that others credit with it as they credit agencies."""
    if names.is_of_agency(its) or credited.signs_itself(its):
        return [Evidence("agency", (), weight, f"{its.id} is an agency's")]
    words = f"others credit {its.article.outlet} with the report of {its.id}"
    return [] if credited_here else [Evidence("credit", (), weight, words)]


def _time_words(source: When | None, copy: When | None, copy_id: str) -> str:
    first, second = moment(source), moment(copy)
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


def _readings(one: Hypothesis, source: int, copy: int) -> list[Evidence]:
    """What the readings say: how near the two are, and which one looks like the copy."""
    known = (one.rows[source] != UNKNOWN) & (one.rows[copy] != UNKNOWN)
    differ = int((known & (one.rows[source] != one.rows[copy])).sum())
    near = f"{_count(differ, 'reading')} of {int(known.sum())} differ"
    found = (
        [Evidence("text", (), -float(one.distance[source, copy]), near)]
        if known.any() or not len(known)
        else []
    )
    length, slip = evidence.by_unit(one.polar, one.rows, source, copy)
    for lead, kind in ((length, "cut"), (slip, "slip")):
        for sign in (1, -1):
            units = np.flatnonzero(sign * lead > 0).astype(np.int32)
            if len(units):
                found.append(_polar(one, (source, copy), units, kind, float(lead[units].sum())))
    return found


def _polar(one: Hypothesis, edge: tuple[int, int], units: Ints, kind: str, weight: float) -> Evidence:
    """One record for the readings that speak for an edge, or for those that speak against it."""
    source, copy = edge
    spans = tuple(s for u in units[:MOST_SPANS] for s in _spans(one, int(u), source, copy))
    if kind == "slip":
        flags = one.polar.slips[units, one.rows[copy][units].clip(0)] > 0
        slipping = _name(one, copy if flags.any() else source)
        words = f"{slipping} has {_count(len(units), 'slip')} that the other has not"
        return Evidence(kind, spans, weight, words)
    lacking = [u for u in units if one.rows[copy][u] == one.readings.absent[u]]
    shorter = copy if lacking else source
    loci = one.readings.loci[units]
    count = _count(int((loci[:, 1] - loci[:, 0]).sum()), "word")
    grows = one.polar.retold[source, copy] < 0
    habit = "edited on grows" if grows else "retold is cut"
    words = f"{_name(one, shorter)} lacks {count} that the other has; a text {habit}"
    return Evidence("growth" if grows else kind, spans, weight, words)


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'s' * (number != 1)}"


def _spans(one: Hypothesis, unit: int, *nodes: int) -> list[Span]:
    """The words of a unit in each of the nodes that is seen and has any."""
    found = []
    low, high = one.readings.loci[unit]
    for node in nodes:
        if node < len(one.grid.witnesses):
            words = one.readings.cells[low:high, node]
            words = words[words >= 0]
            if len(words):
                found.append(one.grid.witnesses[node].span(int(words.min()), int(words.max()) + 1))
    return found


def _name(one: Hypothesis, node: int) -> str:
    seen = node < len(one.grid.witnesses)
    return one.grid.witnesses[node].id if seen else "the unseen source"
