"""Why an edge stands as it does, in sentences a reader can check."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from retold.model import Evidence
from retold.settings import LineageSearch
from retold.steps.lineage import evidence, explain, orient, readings
from retold.steps.lineage.graph import Edge, Graph
from retold.steps.lineage.orient import Hypothesis
from tests.steps.lineage.helpers import columns


def hypothesis(
    outlets: dict[str, str] | None = None, stamps: dict[str, str] | None = None, **texts: str
) -> Hypothesis:
    grid = columns(**texts)
    witnesses = tuple(
        replace(
            w,
            article=replace(w.article, outlet=(outlets or {}).get(w.id), published=(stamps or {}).get(w.id)),
        )
        for w in grid.witnesses
    )
    grid = replace(grid, witnesses=witnesses)
    found, clues = readings.read(grid), evidence.clues(witnesses, LineageSearch())
    strange = np.zeros((len(witnesses),) * 2)
    return orient.hypothesis(orient.Observed(grid, found, clues, strange), ())


def explained(given: Hypothesis) -> dict[str, Evidence]:
    graph = explain.explained(Graph(2, {(0, 1): Edge(0.9, True)}), given)
    return {why.kind: why for why in graph.edges[0, 1].evidence}


def test_a_lead_is_told_in_hours_and_minutes() -> None:
    stamps = {"a": "2024-03-01T10:00:00Z", "b": "2024-03-01T12:30:00Z"}
    assert (
        explained(hypothesis(stamps=stamps, a="one two", b="one two"))["time"].words
        == "b is stamped 2 h 30 min later"
    )


def test_an_agency_is_named_as_one() -> None:
    found = explained(hypothesis(outlets={"a": "Reuters", "b": "Harbour Post"}, a="one two", b="one two"))
    assert found["agency"].words == "a is an agency's"


def test_a_paper_that_others_credit_is_not_called_an_agency() -> None:
    given = hypothesis(outlets={"a": "Quay Lantern", "b": "Harbour Post"}, a="one two", b="one two")
    given = replace(
        given, clues=replace(given.clues, wired=(True, False), agency=np.array([[0.0, 1.5], [0.0, 0.0]]))
    )
    found = explained(given)
    assert "agency" not in found
    assert found["credit"].words == "others credit Quay Lantern with the report of a"


def test_readings_that_differ_are_counted() -> None:
    found = explained(hypothesis(a="one two three", b="one other three"))
    assert found["text"].words == "1 reading of 1 differ"
    assert found["text"].weight < 0


def test_what_the_copy_lacks_has_its_words_for_evidence() -> None:
    given = hypothesis(
        outlets={"a": "Quay Mail", "b": "Harbour Post"},
        a="one two three four five six seven", b="one two three four - - -",
    )  # fmt: skip
    cut = explained(given)["cut"]
    assert cut.words == "b lacks 3 words that the other has; a text retold is cut"
    assert [span.of(given.grid.witnesses[0].text) for span in cut.spans] == ["five six seven"]
    assert cut.weight > 0


def test_the_graph_that_is_given_stays_as_it_was() -> None:
    graph = Graph(2, {(0, 1): Edge(0.9, True)})
    explain.explained(graph, hypothesis(a="one two", b="one other"))
    assert graph.edges[0, 1].evidence == ()
