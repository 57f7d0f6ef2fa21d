"""Lineages as one graph."""

from __future__ import annotations

from retold.archive import graph
from retold.archive.store import Trace
from retold.model import Article, Lineage, Node
from retold.moments import moment
from tests import crane


def test_networkx_gets_every_version_and_every_tie(trace: Trace) -> None:
    found = trace.to_networkx()
    lineage = trace.lineages[crane.STORY]
    assert set(found.nodes) == {n.id for n in lineage.nodes} | {"council"}
    assert {(s, c) for s, c, _ in found.edges} == {(e.source, e.copy) for e in lineage.derivations}


def test_one_story_can_be_asked_for(trace: Trace) -> None:
    assert set(trace.to_networkx("s2").nodes) == {"council"}


def test_an_edge_says_whether_its_direction_is_known_and_how_much_changed(trace: Trace) -> None:
    found = trace.to_networkx()
    (tie,) = found.get_edge_data("evening", "quayside").values()
    assert tie["directed"] is False and tie["style"] == 0  # the change of style lies on no tie
    (other,) = found.get_edge_data("observer", "islander").values()
    assert other["directed"] is True and other["substance"] == 3


def test_two_versions_of_one_outlet_are_told_apart_by_their_time_and_else_by_id() -> None:
    times = {"a": "2031-05-01T08:00Z", "b": "2031-05-01T09:30Z", "c": None, "d": None}
    articles = {i: Article(i, "Text.", outlet="Mole Post", published=when) for i, when in times.items()}
    nodes = tuple(Node(i, None, True, 1.0) for i in times)
    found = graph.labels(Lineage(nodes, (), ("a",), (1, 1)), articles)
    assert found["a"] == "Mole Post (2031-05-01 08:00)" and found["c"] == "Mole Post (c)"
    assert len(set(found.values())) == 4


def test_nameless_sources_get_numbers() -> None:
    nodes = (Node("x?1", None, False, 0.7), Node("x?2", None, False, 0.7))
    assert list(graph.labels(Lineage(nodes, (), (), (0, 0)), {}).values()) == [
        "unnamed source 1",
        "unnamed source 2",
    ]


def test_evidence_against_a_tie_is_no_reason_for_it(trace: Trace) -> None:
    ties = [tie for one in graph.stories(trace) for tie in one.ties]
    assert all("published later" in tie.edge.why for tie in ties)


def test_a_day_stays_a_day() -> None:
    day, hour = moment("2031-05-01"), moment("2031-05-01T10:00+02:00")
    assert day is not None and hour is not None
    assert (graph.stamp(day), graph.stamp(hour)) == ("2031-05-01", "2031-05-01T08:00:00Z")
