"""Lineages for graph tools, read back by them."""

from __future__ import annotations

import io
import re
from datetime import datetime
from xml.etree import ElementTree

import networkx
import pytest

from retold import export
from retold.archive.store import Trace
from retold.export.formats import dot, gexf, graphml, prov
from retold.model import Article, Derivation, Evidence, Lineage, Node, Story
from tests import crane

NS = {"g": "http://gexf.net/1.3"}
EVIL = Trace(
    articles=(
        Article("a<\x00>&", "Text.", outlet='Po"st\\\n]]>'),
        Article("b", "Text.", published="2031-05-01"),
    ),
    stories=(Story("s", ("a<\x00>&", "b"), (("a<\x00>&", "b"),), 0.5),),
    lineages={
        "s": Lineage(
            (Node("a<\x00>&", None, True, 1.0), Node("b", None, True, 1.0)),
            (Derivation("a<\x00>&", "b", True, 0.7, (Evidence("time", (), 1.0, 'it\x1b[2J is "later"'),)),),
            ("a<\x00>&",),
            (1, 1),
        )
    },
)


def content(trace: Trace, form: str) -> str:
    (one,) = export.pieces(trace, form)
    return b"".join(one.content).decode()


def gephi(trace: Trace) -> ElementTree.Element:
    return ElementTree.fromstring(content(trace, "gexf"))


def test_graphml_is_read_back_by_networkx_with_all_it_held(trace: Trace) -> None:
    found = networkx.read_graphml(io.BytesIO(content(trace, "graphml").encode()))
    lineage = trace.lineages[crane.STORY]
    assert {(s, c) for s, c in found.edges()} == {(e.source, e.copy) for e in lineage.derivations}
    assert found.nodes["beacon"]["label"] == "Ellard Beacon" and found.nodes[crane.AGENCY]["seen"] is False
    (loose,) = [data for _, _, data in found.edges(data=True) if not data["directed"]]
    assert loose["copy_label"] == "Quayside Weekly" and loose["support"] == 0.55
    assert graphml.FORMAT.single


def test_graphml_takes_ids_that_xml_cannot_hold() -> None:
    found = networkx.read_graphml(io.BytesIO(content(EVIL, "graphml").encode()))
    assert set(found.nodes) == {"a<\ufffd>&", "b"}


def test_gexf_keeps_the_rules_of_its_schema(trace: Trace) -> None:
    """The rules of the schema for GEXF 1.3: order of elements, what must be there, and which values may."""
    root = gephi(trace)
    assert root.get("version") == "1.3" and [one.tag.split("}")[1] for one in root] == ["meta", "graph"]
    top = root[1]
    assert [one.tag.split("}")[1] for one in top] == ["attributes", "attributes", "nodes", "edges"]
    assert top.get("timeformat") in {"integer", "double", "date", "dateTime"} and top.get("mode") == "dynamic"
    declared = {one.get("id"): one.get("type") for one in top.iterfind(".//g:attribute", NS)}
    assert set(declared.values()) <= {"string", "boolean", "double", "integer"}
    ids = {one.get("id") for one in top.iterfind(".//g:node", NS)}
    assert len(ids) == len(top.findall(".//g:node", NS))
    for edge in top.iterfind(".//g:edge", NS):
        assert {edge.get("source"), edge.get("target")} <= ids and edge.get("id")
        assert edge.get("type") in {"directed", "undirected", "mutual"}
        float(str(edge.get("weight")))
    for value in top.iterfind(".//g:attvalue", NS):
        kind, text = declared[value.get("for")], str(value.get("value"))
        assert kind != "boolean" or text in ("true", "false")
        assert kind not in ("double", "integer") or float(text) >= 0


def test_gexf_begins_a_version_when_it_was_published(trace: Trace) -> None:
    starts = {one.get("id"): one.get("start") for one in gephi(trace).iterfind(".//g:node", NS)}
    assert starts["chronicle"] == "2019-06-04T07:45:00Z" and starts["quayside"] == "2019-06-06T00:00:00Z"
    assert starts[crane.AGENCY] == starts["beacon"]  # from the first of its copies
    assert all(datetime.fromisoformat(str(one)) for one in starts.values())


def test_gexf_begins_a_tie_with_its_copy_and_leaves_one_without_direction_undirected(trace: Trace) -> None:
    edges = {(e.get("source"), e.get("target")): e for e in gephi(trace).iterfind(".//g:edge", NS)}
    assert edges["observer", "islander"].get("start") == "2019-06-04T12:05:00Z"
    assert edges["evening", "quayside"].get("type") == "undirected"


def test_gexf_of_a_trace_without_times_has_none() -> None:
    nodes = (Node("x", None, True, 1.0), Node("y", None, True, 1.0))
    bare = Trace(lineages={"s": Lineage(nodes, (Derivation("x", "y", True, 0.9),), ("x",), (1, 1))})
    assert not any("start" in one.attrib for one in gephi(bare).iter())
    assert gexf.FORMAT.single


def test_gexf_takes_ids_that_xml_cannot_hold() -> None:
    assert gephi(EVIL).find(".//g:edge", NS).get("source") == "a<\ufffd>&"  # type: ignore[union-attr]


def test_dot_has_a_cluster_a_story_and_no_arrow_where_nothing_tells(trace: Trace) -> None:
    found = content(trace, "dot")
    assert found.count("subgraph cluster_") == 2
    assert re.search(r'"1/evening" -> "1/quayside" \[.*dir="none"', found)
    assert 'label="Saltmarsh Wire"' in found and 'style="dashed"' in found


def test_dot_quotes_whatever_an_outlet_is_called() -> None:
    for line in content(EVIL, "dot").splitlines():
        assert len(re.findall(r'(?<!\\)"', line.replace("\\\\", ""))) % 2 == 0
    assert dot.quoted('a"\n\\b') == '"a\\"\\n\\\\b"'


def test_prov_is_read_back_by_its_library(trace: Trace) -> None:
    model = pytest.importorskip("prov.model")
    found = model.ProvDocument.deserialize(content=content(trace, "prov"), format="json")
    ties = trace.lineages[crane.STORY].derivations
    assert len(list(found.get_records(model.ProvDerivation))) == sum(e.directed for e in ties)
    assert len(list(found.get_records(model.ProvAlternate))) == 1
    assert len(list(found.get_records(model.ProvEntity))) == 10
    times = [one.formal_attributes for one in found.get_records(model.ProvGeneration)]
    assert len(times) == 9


def test_prov_of_odd_ids_is_read_back_too() -> None:
    model = pytest.importorskip("prov.model")
    found = model.ProvDocument.deserialize(content=content(EVIL, "prov"), format="json")
    assert len(list(found.get_records(model.ProvDerivation))) == 1
    assert prov.document(EVIL)["wasGeneratedBy"]["_:generation2"]["retold:published"] == "2031-05-01"
