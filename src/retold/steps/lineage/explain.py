"""Why an edge stands as it does, in sentences a reader can check."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import numpy as np

from retold.gazetteer import agencies
from retold.messages import N_
from retold.model import Credit, Evidence, Span, When
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
        found.append(_order(a, b, weight))
    credit = one.clues.credited[copy].get(names.outlet_key(a))
    if credit is not None:
        words = N_("{copy} credits {name}, the outlet of {source}").format(
            copy=b.id, name=_named(credit, a), source=a.id
        )
        found.append(Evidence("credit", credit.spans, evidence.CREDIT, words))
    if a.id in stated.replaced_by(b.article):
        words = N_("{copy} says that it replaces {source}").format(copy=b.id, source=a.id)
        found.append(Evidence("version", (), evidence.STATED, words))
    weight = float(one.clues.agency[source, copy] - one.clues.agency[copy, source])
    its = a if weight > 0 else b
    if weight and one.clues.wired[source if weight > 0 else copy]:
        found += _agency(its, weight, credited_here=credit is not None)
    return found


def _order(a: Witness, b: Witness, weight: float) -> Evidence:
    """Which of two came first: by their stamps, or, where those tell nothing, as one says of itself."""
    first, second = moment(a.article.published), moment(b.article.published)
    told = first is not None and second is not None and (first.before(second) or second.before(first))
    if not told and stated.put_right([a, b]).any():
        later = b if weight > 0 else a
        words = N_("{copy} says that an earlier version of it was wrong").format(copy=later.id)
        return Evidence("version", (), weight, words)
    return Evidence("time", (), weight, _time_words(a.article.published, b.article.published, b.id))


def _named(credit: Credit, a: Witness) -> str:
    """The outlet that a credit names: initials may be an agency's elsewhere and mean the one at hand."""
    own = agencies.house_key(credit.name) == names.outlet_key(a) or not agencies.is_agency(credit.name)
    return credit.name if own else a.article.outlet or credit.name


def _agency(its: Witness, weight: float, *, credited_here: bool) -> list[Evidence]:
    """That a report is an agency's, or a paper's that others credit with it as they credit agencies."""
    if names.is_of_agency(its) or credited.signs_itself(its):
        return [Evidence("agency", (), weight, N_("{source} is an agency's").format(source=its.id))]
    if evidence.is_release(its):
        return [
            Evidence("agency", (), weight, N_("{source} was handed out to the press").format(source=its.id))
        ]
    words = N_("others credit {outlet} with the report of {id}").format(outlet=its.article.outlet, id=its.id)
    return [] if credited_here else [Evidence("credit", (), weight, words)]


def _time_words(source: When | None, copy: When | None, copy_id: str) -> str:
    first, second = moment(source), moment(copy)
    if first is None or second is None:
        return N_("the stamp of {copy} tells nothing").format(copy=copy_id)
    lead = second.low - first.low
    later = lead > timedelta(0)
    told = N_("{copy} is stamped {time} later") if later else N_("{copy} is stamped {time} earlier")
    return told.format(copy=copy_id, time=_span_of_time(abs(lead)))


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
    near = (
        N_("{number} reading of {known} differ") if differ == 1 else N_("{number} readings of {known} differ")
    )
    near = near.format(number=differ, known=int(known.sum()))
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
        words = _slips(_name(one, copy if flags.any() else source), len(units))
        return Evidence(kind, spans, weight, words)
    lacking = [u for u in units if one.rows[copy][u] == one.readings.absent[u]]
    shorter = copy if lacking else source
    loci = one.readings.loci[units]
    count = int((loci[:, 1] - loci[:, 0]).sum())
    grows = one.polar.retold[source, copy] < 0
    words = _lacking(_name(one, shorter), count, grows=grows)
    return Evidence("growth" if grows else kind, spans, weight, words)


def _slips(name: str, number: int) -> str:
    """That a version, '' for the unseen source, has slips that the other has not."""
    count = (N_("{number} slip") if number == 1 else N_("{number} slips")).format(number=number)
    if not name:
        return N_("the unseen source has {our_count} that the other has not").format(our_count=count)
    return N_("{name} has {our_count} that the other has not").format(name=name, our_count=count)


def _lacking(name: str, number: int, *, grows: bool) -> str:
    """That a version, '' for the unseen source, lacks words that the other has."""
    count = (N_("{number} word") if number == 1 else N_("{number} words")).format(number=number)
    habit = N_("a text edited on grows") if grows else N_("a text retold is cut")
    unseen = N_("the unseen source lacks {our_count} that the other has; {our_habit}")
    told = N_("{name} lacks {our_count} that the other has; {our_habit}") if name else unseen
    return told.format(name=name, our_count=count, our_habit=habit)


def in_common(versions: int) -> str:
    """Why there is an unseen source without a name."""
    words = N_("{count} versions share readings that none of them can have given the others")
    return words.format(count=versions)


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
    return one.grid.witnesses[node].id if seen else ""
