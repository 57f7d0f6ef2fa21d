"""Unseen sources: which are one, and what they may hang on."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from retold import pipeline
from retold.model import Article, Credit, Derivation, Lineage, Node, Span
from retold.settings import Settings
from retold.steps import collate, lineage
from retold.steps.lineage import readings, sources
from retold.steps.lineage.evidence import Clues
from retold.steps.lineage.graph import Edge, Graph
from retold.steps.lineage.skeleton import Tree
from retold.tables import Witness
from tests.steps.lineage.helpers import columns

SETTINGS = Settings()
SYLLABLES = ("ba", "do", "ki", "lu", "me", "no", "ra", "su", "ti", "ve")
MORNING = datetime(2021, 5, 22, 8, tzinfo=UTC)


def sentences(seed: int, count: int) -> list[str]:
    """Invented sentences of twelve invented words."""
    rng = random.Random(seed)
    words = ["".join(rng.choices(SYLLABLES, k=3)) for _ in range(12 * count)]
    return [" ".join(words[at : at + 12]).capitalize() + "." for at in range(0, len(words), 12)]


def infer(texts: dict[str, list[str]], credits: dict[str, str], hours: dict[str, float]) -> Lineage:
    """The lineage of a family; the text of a version that credits somebody ends with the name."""
    witnesses = [witness(name, text, credits.get(name), hours[name]) for name, text in texts.items()]
    return lineage.infer(collate.collate(witnesses, SETTINGS.align), SETTINGS.lineage)


def witness(name: str, text: list[str], credited: str | None, hour: float) -> Witness:
    whole = " ".join([*text, credited or ""])
    when = MORNING + timedelta(hours=hour)
    made = pipeline.witness(Article(name, whole, outlet=f"{name.upper()} Gazette", published=when), SETTINGS)
    if credited is None:
        return made
    span = Span(name, len(whole) - len(credited), len(whole))
    return replace(made, credits=(Credit(span, credited, "origin of the report", 0.9),))


def test_two_unseen_takes_of_one_name_are_one_origin() -> None:
    nodes = (
        Node("u", "Gull Wire", False, 0.8),
        Node("w", "Gull Wire", False, 0.8),
        Node("a", None, True, 1.0),
    )
    edges = (Derivation("u", "w", True, 0.8, ()), Derivation("w", "a", True, 0.8, ()))
    whole = lineage.join([Lineage(nodes, edges, ("u",), (1, 1))])
    assert [(e.source, e.copy) for e in whole.derivations] == [("u", "a")]
    assert whole.origins == ("u",)


def test_a_credited_source_does_not_hang_on_another_with_a_report_of_its_own() -> None:
    one, two = sentences(1, 14), sentences(2, 14)
    texts = {"a": one[:12], "b": one[2:], "c": two[:12], "d": two[2:]}
    credits = {"a": "Gull Wire", "b": "Gull Wire", "c": "Pier Agency", "d": "Pier Agency"}
    found = infer(texts, credits, {"a": 1, "b": 2, "c": 3, "d": 4})
    names = {node.id: node.name for node in found.nodes}
    assert {(names[e.source], e.copy) for e in found.derivations} == {
        ("Gull Wire", "a"), ("Gull Wire", "b"), ("Pier Agency", "c"), ("Pier Agency", "d"),
    }  # fmt: skip
    assert len(found.origins) == 2


def reworded(text: list[str], seed: int, count: int) -> list[str]:
    """The text with one word of each of `count` sentences replaced."""
    rng = random.Random(seed)
    found = [sentence.split() for sentence in text]
    for number in rng.sample(range(len(text)), count):
        found[number][rng.randrange(1, 11)] = "".join(rng.choices(SYLLABLES, k=4))
    return [" ".join(words) for words in found]


def test_versions_that_nobody_credits_share_a_source_if_none_has_what_all_others_have() -> None:
    lost = sentences(3, 20)
    texts = {name: reworded(lost, seed, 6) for seed, name in enumerate("abcd")}
    hours = {name: float(hour) for hour, name in enumerate("abcd")}
    found = infer(texts, {}, hours)
    (source,) = (node for node in found.nodes if not node.seen)
    assert found.origins == (source.id,)
    assert {(e.source, e.copy) for e in found.derivations} == {(source.id, name) for name in "abcd"}


def test_one_that_has_what_all_others_have_is_their_source() -> None:
    whole = sentences(4, 20)
    texts = {"a": whole} | {name: reworded(whole, seed, 8) for seed, name in enumerate("bcd")}
    found = infer(texts, {}, {name: float(hour) for hour, name in enumerate("abcd")})
    assert all(node.seen for node in found.nodes)
    assert found.origins == ("a",)


def test_an_agency_s_take_stamped_before_all_that_credit_it_is_nobody_s_copy() -> None:
    """Versions b, c and d share what an unseen later take changed, and the end that version a lacks."""
    whole = sentences(6, 24)
    later = reworded(whole, 1, 9)
    texts = {"a": whole[:20]} | {name: reworded(later, seed, 3) for seed, name in enumerate("bcd", 2)}
    credits = dict.fromkeys("bcd", "A Gazette")
    found = infer(texts, credits, {name: float(hour) for hour, name in enumerate("abcd")})
    assert found.origins == ("a",)


# ---- unseen sources by themselves ----


def credit(name: str) -> Credit:
    return Credit(Span("a", 0, 4), name, "origin of the report", 0.8)


def clues_of(*credited: dict[str, Credit], outlets: tuple[str, ...] = ()) -> Clues:
    count = len(credited)
    none = np.zeros((count, count))
    keys = outlets or ("",) * count
    no, exact = (False,) * count, np.zeros((count, count), np.bool_)
    known = frozenset(key for key in keys if key)
    return Clues(none, none, none, none, no, exact, credited, no, no, keys, known)


ROW = np.zeros(2, np.int32)


def test_a_source_has_the_name_that_its_carriers_give_it() -> None:
    clues = clues_of({"gull": credit("Gull Wire")}, {})
    found = sources.unseen_source(ROW, (0, 1), "gull", clues)
    assert found.name == "Gull Wire"
    assert list(found.carriers) == [0]
    assert sources.unseen_source(ROW, (0, 1), "", clues).name is None


def test_the_first_source_of_each_outlet_credited_is_called_for() -> None:
    clues = clues_of({"gull": credit("Gull Wire")}, {"gull": credit("Gull Wire")})
    one = sources.unseen_source(ROW, (0,), "gull", clues)
    assert sources.assumed([one, one, sources.unseen_source(ROW, (1,), "", clues)], clues) == [1, 2]


def test_an_outlet_of_the_family_calls_for_no_unseen_source() -> None:
    clues = clues_of({"gull": credit("Gull Wire")}, {}, outlets=("", "gull"))
    assert sources.credited_keys(clues) == []
    assert sources.keys(clues) == ["gull"]
    assert sources.assumed([sources.unseen_source(ROW, (0,), "gull", clues)], clues) == [0]


def test_what_two_branches_read_was_handed_on_at_the_version_between() -> None:
    """Version 0 lacks what both versions below it have."""
    held = readings.read(columns(a="- two", b="one two", c="one two"))
    row = sources.twin_row(held, Tree((-1, 0, 0), 0.0, frozenset()), 0)
    assert row.tolist() == [held.states[0, 1]]


def test_a_named_node_has_the_credit_for_evidence_and_the_support_of_its_copies() -> None:
    one = sources.unseen_source(ROW, (0, 1), "gull", clues_of({"gull": credit("Gull Wire")}, {}))
    graph = Graph(2, {(2, 0): Edge(0.9, True), (2, 1): Edge(0.5, True)})
    found = sources.with_names(graph, [one], columns(a="one", b="two"))
    assert found.names == {2: "Gull Wire"}
    assert found.edges[2, 0].support == pytest.approx(0.72)
    assert found.supports[2] == pytest.approx(0.72)
    assert [why.words for why in found.reasons[2]] == ["a credits Gull Wire"]
    assert graph.names == {}


def test_the_text_of_an_unseen_node_is_what_more_than_half_of_its_copies_read() -> None:
    grid = columns(a="one two", b="one two", c="one other")
    graph = Graph(3, {(3, 0): Edge(0.9, True), (3, 1): Edge(0.9, True), (3, 2): Edge(0.9, True)})
    pieces = sources.text(graph, grid, readings.read(grid), 3)
    assert pieces == (("one", ("a", "b", "c")), ("two", ("a", "b")))


def test_one_copy_alone_tells_nothing_of_its_source() -> None:
    grid = columns(a="one two", b="one two")
    assert sources.text(Graph(2, {(2, 0): Edge(0.9, True)}), grid, readings.read(grid), 2) == ()
