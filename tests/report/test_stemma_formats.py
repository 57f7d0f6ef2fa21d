"""Lineages in the formats of other tools."""

from __future__ import annotations

from xml.etree import ElementTree

import networkx
from hypothesis import given
from hypothesis import strategies as st

from retold.model import Derivation, Lineage, Node
from retold.report import stemma_formats

NS = "{http://graphml.graphdrawing.org/xmlns}"


def lineage(*edges: tuple[str, str, bool], unseen: tuple[str, ...] = ()) -> Lineage:
    ids = sorted({node for source, copy, _ in edges for node in (source, copy)})
    nodes = tuple(Node(i, f"{i} wire" if i in unseen else None, i not in unseen, 0.9) for i in ids)
    return Lineage(nodes, tuple(Derivation(s, c, d, 0.75) for s, c, d in edges), (ids[0],), (1, 1))


def test_newick_nests_copies_in_their_source() -> None:
    found = stemma_formats.newick(lineage(("A", "B", True), ("A", "C", True), ("C", "D", True)))
    assert found == "(B,(D)C)A;\n"


def test_newick_hangs_two_origins_on_a_nameless_root() -> None:
    assert stemma_formats.newick(lineage(("A", "B", True), ("C", "D", True))) == "((B)A,(D)C);\n"


def test_newick_keeps_one_source_of_a_spliced_version() -> None:
    assert stemma_formats.newick(lineage(("A", "C", True), ("B", "C", True))) == "((C)A,B);\n"


def test_newick_quotes_names_that_would_break_it() -> None:
    assert stemma_formats.newick(lineage(("A (1)", "O'Hara, B", True))) == "('O''Hara, B')'A (1)';\n"


def test_newick_of_a_chain_of_five_thousand_does_not_run_out_of_stack() -> None:
    chain = [(f"n{i:04}", f"n{i + 1:04}", True) for i in range(5000)]
    assert stemma_formats.newick(lineage(*chain)).count("(") == 5000


def test_dot_shows_unseen_sources_dashed_and_undirected_edges_without_arrow() -> None:
    found = stemma_formats.dot(lineage(("A", "B", True), ("A", "C", False), unseen=("A",)))
    assert '"A" [label="A wire", style=dashed];' in found
    assert '"A" -> "B" [label="0.75"];' in found
    assert '"A" -> "C" [dir=none, label="0.75"];' in found


def test_dot_escapes_quotes_and_backslashes() -> None:
    assert r'"a\"b\\" -> "c"' in stemma_formats.dot(lineage(('a"b\\', "c", True)))


def test_graphml_is_read_back_by_networkx_with_its_data() -> None:
    graph = networkx.parse_graphml(stemma_formats.graphml(lineage(("A", "B", True), unseen=("A",))))
    assert graph.nodes["A"]["seen"] is False
    assert graph.nodes["A"]["name"] == "A wire"
    assert graph.edges["A", "B"]["support"] == 0.75


def test_graphml_with_a_tie_of_unknown_direction_is_read_back_too() -> None:
    edges = (("A", "B", True), ("B", "C", False))
    graph = networkx.parse_graphml(stemma_formats.graphml(lineage(*edges)))
    assert [graph.edges[ends]["directed"] for ends in (("A", "B"), ("B", "C"))] == [True, False]


@given(st.text(min_size=1), st.text(min_size=1))
def test_graphml_stays_well_formed_whatever_the_names(a: str, b: str) -> None:
    root = ElementTree.fromstring(stemma_formats.graphml(lineage((a, b, True))).encode())
    assert len(root.findall(f"{NS}graph/{NS}edge")) == 1
