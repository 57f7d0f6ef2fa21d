"""DOT for Graphviz: a cluster a story, unseen sources dashed, ties without direction without an arrow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from retold.archive import graph
from retold.export.formats.base import ExportFormat, Piece, text_piece, xml_text

if TYPE_CHECKING:
    from retold.archive.store import Trace


def _pieces(trace: Trace) -> Iterator[Piece]:
    lines = ["digraph retold {", "  rankdir=LR;", "  node [shape=box];"]
    for number, one in enumerate(graph.stories(trace), 1):
        lines += _story(one, number)
    yield text_piece("lineage", ".dot", "\n".join([*lines, "}", ""]))


def _story(one: graph.StoryGraph, number: int) -> Iterator[str]:
    """One story as a cluster; its nodes bear its number, since an article may be in several."""
    yield f"  subgraph cluster_{number} {{"
    yield f"    label={quoted(one.story)};"
    for version in one.versions:
        yield f"    {_id(number, version.node.id)} [{_list(_look(version))}];"
    for tie in one.ties:
        ends = f"{_id(number, tie.edge.source)} -> {_id(number, tie.edge.copy)}"
        yield f"    {ends} [{_list(_line(tie))}];"
    yield "  }"


def _look(one: graph.Version) -> dict[str, str]:
    when = one.when
    shown = one.label if when is None else f"{one.label}\n{graph.stamp(when)}"
    return {"label": shown, "tooltip": one.node.id, **({} if one.node.seen else {"style": "dashed"})}


def _line(one: graph.Tie) -> dict[str, str]:
    way = {} if one.edge.directed else {"dir": "none", "style": "dashed"}
    return {"label": f"{one.edge.support:.2f}", "tooltip": one.edge.why, **way}


def _id(story: int, node: str) -> str:
    return quoted(f"{story}/{node}")


def _list(features: Mapping[str, str]) -> str:
    return ", ".join(f"{key}={quoted(value)}" for key, value in features.items() if value)


def quoted(text: str) -> str:
    r"""A string of DOT; a line break stays one.

    >>> print(quoted('the "Post"\nat noon'))
    "the \"Post\"\nat noon"
    """
    lines = (" ".join(xml_text(line).split()) for line in text.split("\n"))
    return '"' + "\\n".join(line.replace("\\", "\\\\").replace('"', '\\"') for line in lines) + '"'


FORMAT = ExportFormat("dot", "the lineages as a drawing, for Graphviz", _pieces)
