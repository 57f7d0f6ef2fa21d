"""Changes against a source that nobody holds, told by the majority of its copies; invented texts."""

from __future__ import annotations

import math
from itertools import combinations

import pytest

from retold import pipeline
from retold.model import Article, Change, ChangeKind, Derivation, Lineage, Node, Span
from retold.settings import Settings
from retold.steps import align, changes
from retold.steps.changes import unseen

DISPATCH = (
    "A barge sank off Port Ansel on Tuesday with 40 tonnes of grain. The crew were brought ashore by a tug. "
    "The harbour master closed the northern channel and asked skippers to keep away from the wreck. "
    "Divers will look at the hull when the tide allows it, and the owners have been told."
)


def told(texts: dict[str, str], directed: bool = True, second: tuple[str, str] | None = None) -> list[Change]:
    """What is told of copies of one unseen source; `second` joins two of them besides."""
    options = Settings()
    held = {i: pipeline.witness(Article(i, text), options) for i, text in texts.items()}
    edges = tuple(Derivation("u", i, directed, 0.8) for i in texts)
    edges += (Derivation(*second, True, 0.8),) if second else ()
    nodes = (Node("u", None, False, 0.8), *(Node(i, None, True, 1.0) for i in texts))
    way = Lineage(nodes, edges, ("u",), (1, 1))
    laid = [(a, b, None) for a, b in combinations(sorted(texts), 2)]
    found = [
        change
        for a, b, edge in laid
        for change in changes.find(align.align(held[a], held[b], options.align), {}, edge, options.changes)
    ]
    return changes.settled(found, way, laid, {i: len(text) for i, text in texts.items()})


def test_a_figure_that_one_of_three_copies_altered_is_one_change_against_their_source() -> None:
    texts = {"a": DISPATCH, "b": DISPATCH.replace("40", "60"), "c": DISPATCH}
    (change,) = told(texts)
    assert (change.source, change.copy, change.directed, change.derivation) == ("u", "b", True, "u→b")
    assert (change.kind, change.before, change.after) == ("figure", "40", "60")
    assert [s.article for s in change.source_spans] == ["a"]
    assert [s.of(texts["b"]) for s in change.copy_spans] == ["60"]


def test_its_evidence_names_every_witness() -> None:
    (change,) = told({"a": DISPATCH, "b": DISPATCH.replace("40", "60"), "c": DISPATCH})
    assert {s.article for s in change.evidence[0].spans} == {"a", "c"}
    assert "2 of 2 other copies" in change.evidence[0].words


def test_two_copies_that_differ_leave_their_source_unknown() -> None:
    (change,) = told({"a": DISPATCH, "b": DISPATCH.replace("40", "60")})
    assert (change.source, change.copy, change.directed) == ("a", "b", False)


def test_three_copies_that_all_differ_leave_their_source_unknown() -> None:
    found = told({"a": DISPATCH, "b": DISPATCH.replace("40", "60"), "c": DISPATCH.replace("40", "70")})
    assert {(c.source, c.directed) for c in found} == {("a", False), ("b", False)}


def test_two_against_two_leave_their_source_unknown() -> None:
    other = DISPATCH.replace("40", "60")
    found = told({"a": DISPATCH, "b": DISPATCH, "c": other, "d": other})
    assert found and "u" not in {c.source for c in found}


def test_a_copy_with_a_second_source_is_no_witness() -> None:
    texts = {"a": DISPATCH, "b": DISPATCH.replace("40", "60"), "c": DISPATCH}
    assert "u" not in {c.source for c in told(texts, second=("a", "c"))}


def test_its_evidence_counts_no_copy_that_has_no_say() -> None:
    texts = dict.fromkeys("acd", DISPATCH) | {"b": DISPATCH.replace("40", "60")}
    (change,) = [c for c in told(texts, second=("a", "c")) if c.source == "u"]
    assert "2 of 2 other copies" in change.evidence[0].words
    assert {s.article for s in change.evidence[0].spans} == {"a", "d"}
    assert math.isclose(change.evidence[0].weight, math.log(2))


def test_an_undirected_tie_makes_an_undirected_change() -> None:
    (change,) = told({"a": DISPATCH, "b": DISPATCH.replace("40", "60"), "c": DISPATCH}, directed=False)
    assert (change.source, change.directed) == ("u", False)


def test_what_one_copy_left_out_is_cut_and_what_one_put_in_is_added() -> None:
    less = DISPATCH.replace("The crew were brought ashore by a tug. ", "")
    more = DISPATCH.replace(" by a tug", " by a tug and taken to the old infirmary on the quay")
    found = told({"a": DISPATCH, "b": less, "c": DISPATCH, "d": more})
    lacking = [(c.source, c.copy, c.kind) for c in found if c.kind in ("cut", "added")]
    assert lacking == [("u", "b", "cut"), ("u", "d", "added")]


def test_a_copy_that_lacks_the_place_has_no_say_in_it() -> None:
    less = DISPATCH.replace("The crew were brought ashore by a tug. ", "")
    altered = DISPATCH.replace("brought ashore by a tug", "brought ashore by two lifeboats")
    found = told({"a": DISPATCH, "b": less, "c": DISPATCH, "d": altered})
    assert [(c.source, c.copy) for c in found if c.copy == "d"] == [("u", "d")]


def test_two_copies_that_both_changed_a_place_are_not_told_against_each_other_too() -> None:
    texts = dict.fromkeys("abc", DISPATCH) | {
        "d": DISPATCH.replace("40", "60"),
        "e": DISPATCH.replace("40", "70"),
    }
    found = told(texts)
    assert sorted((c.source, c.copy, c.after) for c in found) == [("u", "d", "60"), ("u", "e", "70")]


def test_input_order_changes_nothing() -> None:
    texts = {"a": DISPATCH, "b": DISPATCH.replace("40", "60"), "c": DISPATCH.replace("tug", "ferry")}
    assert told(texts) == told(dict(reversed(texts.items())))


def test_a_credit_that_the_copies_share_names_their_source_and_did_not_stand_in_it() -> None:
    credited = DISPATCH + " The Ansel News Agency contributed to this report."
    found = told({"a": credited, "b": DISPATCH, "c": credited})
    assert "u" not in {c.source for c in found if c.kind == "credit"}


def many(places: int) -> tuple[list[Change], Lineage, list[tuple[str, str, None]]]:
    """Changes between four copies; in each place one of them reads another word, or lacks it."""
    names = "abcd"
    nodes = (Node("u", None, False, 0.8), *(Node(i, None, True, 1.0) for i in names))
    way = Lineage(nodes, tuple(Derivation("u", i, True, 0.8) for i in names), ("u",), (1, 1))
    laid = [(a, b, None) for a, b in combinations(names, 2)]
    found = [lone(a, b, place) for a, b, _ in laid for place in range(places) if names[place % 4] in (a, b)]
    return found, way, laid


def lone(a: str, b: str, place: int) -> Change:
    odd, word = "abcd"[place % 4], f"word{place} of the quay"
    own = "" if place % 3 == 0 else f"other{place}"
    before, after = (own, word) if a == odd else (word, own)
    spans = [(Span(i, 40 * place, 40 * place + len(w)),) if w else () for i, w in ((a, before), (b, after))]
    kind: ChangeKind = "wording" if before and after else "cut" if before else "added"
    name = f"s:{a}~{b}:{place}"
    return Change(name, "s", None, a, b, False, kind, spans[0], spans[1], before, after, "wording", 0.8)


def test_each_of_many_places_is_told_once_and_compared_with_few_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared = 0
    alike = unseen._alike

    def counted(one: str, other: str, part: bool) -> bool:
        nonlocal compared
        compared += 1
        return alike(one, other, part)

    monkeypatch.setattr(unseen, "_alike", counted)
    found = changes.settled(*many(400))
    assert len(found) == 400
    assert {(c.source, c.directed) for c in found} == {("u", True)}
    assert compared < 20 * 400


def test_what_one_copy_alone_has_at_its_end_may_have_been_cut_from_the_others() -> None:
    more = f"{DISPATCH} The port was founded by monks in the year of the great flood and has had two moles since."
    found = told({"a": DISPATCH, "b": more, "c": DISPATCH})
    assert found and "u" not in {one.source for one in found}


def test_what_one_copy_alone_lacks_at_its_end_was_cut_from_it() -> None:
    short = DISPATCH[: DISPATCH.index(" Divers will")]
    (one,) = told({"a": DISPATCH, "b": short, "c": DISPATCH})
    assert (one.source, one.copy, one.kind) == ("u", "b", "cut")
