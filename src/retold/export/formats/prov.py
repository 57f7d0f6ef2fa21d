"""PROV-JSON (W3C PROV-DM): articles and unseen sources as entities, outlets as agents, copying as derivation.

A derivation whose direction is unknown is `alternateOf`, which has none. Support and evidence are
attributes of our own, in the namespace `retold`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from retold.archive import graph
from retold.export import uris
from retold.export.formats.base import ExportFormat, Piece, text_piece

if TYPE_CHECKING:
    from retold.archive.store import Trace

_SPACES = {
    "article": "urn:retold:article:",
    "unseen": "urn:retold:unseen:",
    "outlet": "urn:retold:outlet:",
    "retold": "urn:retold:term:",
}
Record = dict[str, dict[str, Any]]


def _pieces(trace: Trace) -> Iterator[Piece]:
    text = json.dumps(document(trace), ensure_ascii=False, indent=1)
    yield text_piece("lineage", ".json", f"{text}\n")


def document(trace: Trace) -> dict[str, Any]:
    """The lineages of a trace as one PROV document."""
    found: dict[str, Record] = {
        "entity": {}, "agent": {}, "wasAttributedTo": {}, "wasGeneratedBy": {},
        "wasDerivedFrom": {}, "alternateOf": {},
    }  # fmt: skip
    for story in graph.stories(trace):
        seen = {v.node.id: v.node.seen for v in story.versions}
        for version in story.versions:
            _version(found, version)
        for tie in story.ties:
            _tie(found, tie, seen)
    return {"prefix": _SPACES, **{name: records for name, records in found.items() if records}}


def _name(kind: str, ident: str) -> str:
    """A qualified name, percent-encoded so that it is one for every reader of PROV."""
    return f"{kind}:{quote(ident.encode('utf-8', 'replace'), safe='').replace('.', '%2E')}"


def _node(ident: str, seen: bool) -> str:
    return _name("article" if seen else "unseen", ident)


def _version(found: dict[str, Record], one: graph.Version) -> None:
    name, article = _node(one.node.id, one.node.seen), one.article
    facts: dict[str, Any] = {"prov:label": one.label, "retold:story": one.story, "retold:seen": one.node.seen}
    if not one.node.seen:
        facts["retold:support"] = _double(one.node.support)
    if article is not None and article.title:
        facts["retold:title"] = article.title
    if article is not None and (address := uris.web(article.url)):
        facts["prov:location"] = {"$": address, "type": "xsd:anyURI"}
    found["entity"][name] = facts
    number = len(found["entity"])
    if article is not None and article.outlet:
        agent = _name("outlet", article.outlet)
        found["agent"][agent] = {"prov:label": article.outlet, "prov:type": _qualified("prov:Organization")}
        found["wasAttributedTo"][f"_:attribution{number}"] = {"prov:entity": name, "prov:agent": agent}
    when = one.when
    if when is not None:
        # PROV knows instants only; the stamp as it was stated stands beside
        start = f"{when.low.isoformat(timespec='seconds')[:19]}Z"
        found["wasGeneratedBy"][f"_:generation{number}"] = {
            "prov:entity": name, "prov:time": start, "retold:published": graph.stamp(when),
        }  # fmt: skip


def _tie(found: dict[str, Record], one: graph.Tie, seen: dict[str, bool]) -> None:
    source, copy = (_node(end, seen.get(end, True)) for end in (one.edge.source, one.edge.copy))
    if not one.edge.directed:
        name = f"_:alternate{len(found['alternateOf']) + 1}"
        found["alternateOf"][name] = {"prov:alternate1": copy, "prov:alternate2": source}
        return
    facts = {"retold:support": _double(one.edge.support), "retold:story": one.story}
    facts |= {"retold:why": one.edge.why} if one.edge.why else {}
    name = f"_:derivation{len(found['wasDerivedFrom']) + 1}"
    found["wasDerivedFrom"][name] = {"prov:generatedEntity": copy, "prov:usedEntity": source, **facts}


def _double(value: float) -> dict[str, Any]:
    return {"$": str(value), "type": "xsd:double"}


def _qualified(name: str) -> dict[str, str]:
    return {"$": name, "type": "prov:QUALIFIED_NAME"}


FORMAT = ExportFormat("prov", "where each version came from, for provenance tools", _pieces)
