"""What a program says of a pile, as JSON.

    {"stories": [[id, …], …], "families": [[id, …], …],
     "edges": [{"source": id, "copy": id, "directed": true, "support": 0.8}, …],
     "changes": [{"source": id, "copy": id, "kind": "figure",
                  "source_spans": [[start, end], …], "copy_spans": [[start, end], …]}, …],
     "reuse": {id: "wholly" | "partially" | "none"}}

Every part may be missing. An id that is no article's is an unseen source. Offsets count characters of the
text; an empty span says where something is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from evaluation.metrics.changes import Altered
from evaluation.reported import Answers

Spans = Iterable[Iterable[int]]


def read(given: Mapping[str, Any]) -> Answers:
    """Answers as the scorers want them. Raises `KeyError` or `ValueError` for what is none."""
    found = Answers()
    for edge in given.get("edges", ()):
        tie = (edge["source"], edge["copy"])
        found.edges.append(tie)
        if edge.get("directed", True):
            found.directed.append(tie)
        if "support" in edge:
            found.supports[tie] = float(edge["support"])
    found.groups = [tuple(one) for one in given.get("stories", ())]
    found.families = [tuple(one) for one in given.get("families", ())]
    found.changes = [_change(one) for one in given.get("changes", ())]
    return found


def _change(one: Mapping[str, Any]) -> Altered:
    ends = (one["source"], one["copy"])
    spans = {ends[0]: _pairs(one.get("source_spans", ())), ends[1]: _pairs(one.get("copy_spans", ()))}
    held = {name: tuple((a, b) for a, b in some if b > a) for name, some in spans.items()}
    points = {name: tuple(a for a, b in some if a == b) for name, some in spans.items()}
    return Altered(one["kind"], ends, held, points)


def _pairs(spans: Spans) -> list[tuple[int, int]]:
    found = [tuple(one) for one in spans]
    if any(len(one) != 2 or one[0] > one[1] for one in found):
        raise ValueError("a span is no pair of a start and an end")
    return [(one[0], one[1]) for one in found]


def written(said: Answers) -> dict[str, Any]:
    """The same as JSON; what only scorers of this project know (statements, claims) is left out."""
    directed = set(said.directed)
    edges = [
        {"source": a, "copy": b, "directed": (a, b) in directed}
        | ({"support": said.supports[a, b]} if (a, b) in said.supports else {})
        for a, b in said.edges
    ]
    return {
        "stories": [list(one) for one in said.groups],
        "families": [list(one) for one in said.families],
        "edges": edges,
        "changes": [_plain(one) for one in said.changes],
    }


def _plain(one: Altered) -> dict[str, Any]:
    spans = [
        [*map(list, one.spans.get(end, ())), *([at, at] for at in one.anchors.get(end, ()))]
        for end in one.pair
    ]
    return {
        "source": one.pair[0],
        "copy": one.pair[1],
        "kind": one.kind,
        "source_spans": spans[0],
        "copy_spans": spans[1],
    }
