"""ninjs 2.1 (IPTC News in JSON): a list of the articles, each associated with what it took text from.

`name` of an association says how: "derived from", "shares text with" where the direction is unknown. A
source that nobody holds is an `infosources` entry.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from retold.archive import graph
from retold.export import uris
from retold.export.formats.base import ExportFormat, Piece
from retold.model import Article
from retold.moments import moment

if TYPE_CHECKING:
    from retold.archive.store import Trace

_STANDARD = {
    "name": "ninjs",
    "version": "2.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_2.1.json",
}


def _pieces(trace: Trace) -> Iterator[Piece]:
    yield Piece("articles", ".json", _list(trace))


def _list(trace: Trace) -> Iterator[bytes]:
    yield b"[\n"
    for number, item in enumerate(items(trace)):
        text = json.dumps(item, ensure_ascii=False)
        yield (",\n" if number else "").encode() + text.encode("utf-8", "replace")
    yield b"\n]\n"


def items(trace: Trace) -> Iterator[dict[str, Any]]:
    """Each article as a news object."""
    ties, sources = _ties(trace)
    return (_item(one, ties[one.id], sources[one.id]) for one in trace.articles)


Found = defaultdict[str, list[dict[str, Any]]]


def _ties(trace: Trace) -> tuple[Found, Found]:
    """For each article what it is associated with, and the unseen sources it draws on."""
    ties: Found = defaultdict(list)
    sources: Found = defaultdict(list)
    for story in graph.stories(trace):
        versions = {v.node.id: v for v in story.versions}
        for tie in story.ties:
            source = versions.get(tie.edge.source)
            if source is not None and not source.node.seen:
                sources[tie.edge.copy].append(
                    {"name": source.label, "uri": uris.of("unseen", source.node.id)}
                )
            elif source is not None:
                how = "derived from" if tie.edge.directed else "shares text with"
                ties[tie.edge.copy].append({"name": how, "uri": uris.of("article", tie.edge.source),
                                            "type": "text", "title": tie.source})  # fmt: skip
    return ties, sources


def _item(one: Article, ties: list[dict[str, Any]], sources: list[dict[str, Any]]) -> dict[str, Any]:
    body = {"role": "main", "contenttype": "text/plain", "charcount": len(one.text),
            "wordcount": len(one.text.split()), "value": one.text}  # fmt: skip
    outlet = [{"name": one.outlet, "uri": uris.of("outlet", one.outlet)}] if one.outlet else []
    address = uris.web(one.url)
    facts: dict[str, Any] = {
        "uri": uris.article(one),
        "standard": _STANDARD,
        "type": "text",
        "firstcreated": _time(one.published),
        "versioncreated": _time(one.updated),
        "language": one.language,
        "headlines": [{"role": "main", "value": one.title}] if one.title else None,
        "bodies": [body],
        "by": one.byline,
        "infosources": [*outlet, *sources],
        "renditions": [{"name": "web", "href": address, "contenttype": "text/html"}] if address else None,
        "altids": [{"role": "retold", "value": one.id}],
        "associations": ties,
    }
    return {key: value for key, value in facts.items() if value}


def _time(value: Any) -> str | None:
    """An RFC 3339 time, as ninjs asks for; of a day its beginning in UTC."""
    when = moment(value)
    return None if when is None else f"{when.low.isoformat(timespec='seconds')[:19]}Z"


FORMAT = ExportFormat("ninjs", "the articles with what they took, for newsroom systems", _pieces)
