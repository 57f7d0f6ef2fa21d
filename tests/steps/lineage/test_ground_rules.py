"""Arrows need a reason beside the texts: a credit, an agency, or a clock."""

from __future__ import annotations

from dataclasses import replace

import pytest

from retold.model import Article, Credit, Span
from retold.moments import moment
from retold.settings import LineageSearch
from retold.steps import collate
from retold.steps.lineage import evidence, ground_rules, readings
from retold.steps.lineage.graph import Edge, Graph
from retold.steps.lineage.ground_rules import is_founded, with_founded_arrows
from tests.steps.lineage import helpers
from tests.steps.witnesses import witness

TEXT = "The pier of Ostmark is shut."
EARLY, LATE = "2031-03-01T10:00:00Z", "2031-03-01T12:00:00Z"


def clues(*articles: Article, credit: str | None = None) -> evidence.Clues:
    """What is known of the articles; the second one may credit an outlet."""
    found = [replace(witness(TEXT, one.id), article=one) for one in articles]
    if credit is not None:
        named = Credit(Span(found[1].id, 0, 3), credit, "origin of the report", 0.9)
        found[1] = replace(found[1], credits=(named,))
    return evidence.clues(found, LineageSearch())


def paper(name: str, published: str | None, outlet: str | None = None) -> Article:
    return Article(name, TEXT, published=published, outlet=outlet)


@pytest.mark.parametrize(
    ("first", "second", "founded"),
    [
        (EARLY, LATE, True),
        ("2031-03-01", "2031-03-02", False),
        (EARLY, "2031-03-02", False),
        (None, None, False),
        (LATE, EARLY, False),
    ],
)
def test_between_two_papers_only_a_clock_finer_than_a_day_draws_an_arrow(
    first: str | None, second: str | None, founded: bool
) -> None:
    known = clues(paper("a", first, "Harbour Post"), paper("b", second, "Tarn Herald"))
    assert is_founded((0, 1), known) == founded


def test_a_credit_draws_it_whatever_the_clock_says() -> None:
    known = clues(paper("a", LATE, "Harbour Post"), paper("b", EARLY, "Tarn Herald"), credit="Harbour Post")
    assert is_founded((0, 1), known) and not is_founded((1, 0), known)


def test_an_agency_draws_it_too() -> None:
    known = clues(paper("a", "2031-03-01", "Reuters"), paper("b", "2031-03-01", "Tarn Herald"))
    assert is_founded((0, 1), known)


@pytest.mark.parametrize(
    ("first", "second", "founded"),
    [
        (EARLY, LATE, True),
        (EARLY, EARLY, False),
        (LATE, EARLY, False),
        ("2031-03-01", "2031-03-02", True),
        ("2031-03-01", "2031-03-01", False),
        ("2031-03-02", "2031-03-01", False),
        (None, None, False),
    ],
)
def test_a_paper_that_a_third_one_credits_is_no_source_of_one_that_came_as_early(
    first: str | None, second: str | None, founded: bool
) -> None:
    papers = [
        paper("b", second, "Tarn Herald"),
        paper("c", LATE, "Fell Times"),
        paper("a", first, "Gull Post"),
    ]
    known = clues(*papers, credit="Gull Post")
    assert known.lent == (False, False, True) == known.wired
    assert is_founded((2, 0), known) == founded and is_founded((2, 1), known)


def test_an_agency_s_own_report_is_printed_in_the_minute_in_which_it_comes() -> None:
    known = clues(paper("a", EARLY, "Reuters"), paper("b", EARLY, "Tarn Herald"))
    assert is_founded((0, 1), known) and not any(known.lent)


def test_no_arrow_runs_against_the_calendar() -> None:
    known = clues(paper("a", "2031-03-02"), paper("b", "2031-03-01"))
    assert not is_founded((0, 1), known) and is_founded((1, 0), known)


def test_two_texts_of_which_only_the_words_are_known_get_none_but_three_may() -> None:
    two = clues(paper("a", None), paper("b", None))
    three = clues(paper("a", None), paper("b", None), paper("c", None))
    assert not is_founded((0, 1), two) and is_founded((0, 1), three)


@pytest.mark.parametrize(("gone", "told"), [(1, False), (4, False), (12, True)])
def test_few_missing_words_tell_no_way_where_nothing_else_does(gone: int, told: bool) -> None:
    words = [f"word{n}" for n in range(30)]
    grid = collate.columns({"a": words, "b": [*words[:10], *[""] * gone, *words[10 + gone :]]})
    found, silent = readings.read(grid), evidence.clues(grid.witnesses, LineageSearch())
    assert ground_rules.tells_a_way(found, silent) == told
    assert ground_rules.tells_a_way(found, clues(paper("a", EARLY), paper("b", LATE)))


def test_pages_of_one_house_and_one_minute_with_the_same_words_have_no_order() -> None:
    house = [paper(name, EARLY, "Harbour Post") for name in ("page", "print")]
    known = clues(*house, paper("wire", EARLY, "Reuters"))
    assert not is_founded((0, 1), known, alike=True) and not is_founded((1, 0), known, alike=True)
    later = clues(house[0], paper("next", LATE, "Harbour Post"))
    assert is_founded((0, 1), later, alike=True)


def test_without_arrows_those_of_unseen_sources_stay() -> None:
    graph = Graph(2, {(0, 1): Edge(0.8, True), (2, 0): Edge(0.7, True)})
    assert ground_rules.without_arrows(graph).edges == {(0, 1): Edge(0.8, False), (2, 0): Edge(0.7, True)}


def test_an_unfounded_arrow_keeps_its_edge_and_unseen_sources_keep_theirs() -> None:
    known = clues(paper("a", "2031-03-01", "Harbour Post"), paper("b", "2031-03-01", "Tarn Herald"))
    graph = Graph(2, {(0, 1): Edge(0.8, True), (2, 0): Edge(0.7, True)})
    found = with_founded_arrows(graph, known)
    assert found.edges == {(0, 1): Edge(0.8, False), (2, 0): Edge(0.7, True)}


def test_a_later_take_of_an_agency_comes_from_its_own_first_take() -> None:
    known = clues(paper("a", EARLY, "Reuters"), paper("b", EARLY, "Tarn Herald"), paper("c", LATE, "Reuters"))
    assert known.agency[1, 2] <= -evidence.OWN_TAKE < known.agency[0, 2]


def test_two_clocks_of_which_one_has_no_zone_show_no_order() -> None:
    bare, zoned = (moment("2021-05-22T08:00"), None), (moment("2021-05-22T11:00:00Z"), None)
    assert not evidence.late(*evidence.on_one_clock(zoned, bare, same_house=True))
    later = (moment("2021-05-22T11:00"), None)
    assert not evidence.late(*evidence.on_one_clock(later, bare, same_house=False))
    assert evidence.late(*evidence.on_one_clock(later, bare, same_house=True))


def test_a_page_that_was_changed_follows_its_first_state_though_both_keep_one_time() -> None:
    first = (moment("2021-05-22T08:00:00Z"), None)
    changed = (moment("2021-05-22T08:00:00Z"), moment("2021-05-22T19:30:00Z"))
    assert evidence.late(*evidence.on_one_clock(changed, first, same_house=True)) > 0.9
    assert not evidence.late(*evidence.on_one_clock(first, changed, same_house=True))
    assert not evidence.late(*evidence.on_one_clock(changed, first, same_house=False))


def test_two_papers_with_the_same_words_get_no_arrow_from_their_clocks_alone() -> None:
    known = clues(
        paper("a", "2031-03-01T08:00:00Z", "Harbour Post"), paper("b", "2031-03-01T09:00:00Z", "Tarn Herald")
    )
    assert ground_rules.is_founded((0, 1), known) and not ground_rules.is_founded((0, 1), known, alike=True)


def test_what_differs_in_punctuation_alone_has_the_same_words() -> None:
    grid = helpers.columns(a="one two three , four", b="one two three - four", c="one other thing , four")
    found = ground_rules.same_words(readings.read(grid))
    assert found[0, 1] and not found[0, 2]


def test_a_report_of_two_agencies_has_both_for_sources_if_it_credits_the_second() -> None:
    three = (
        paper("a", EARLY, "Gull Wire"),
        paper("b", LATE, "Tarn Herald"),
        paper("c", EARLY, "Quay Press"),
    )
    drawn = Graph(3, {(0, 1): Edge(0.9, True), (1, 2): Edge(0.8, True)})
    named = with_founded_arrows(drawn, clues(*three, credit="Quay Press"))
    assert (2, 1) in named.edges and named.edges[2, 1].directed
    unnamed = with_founded_arrows(drawn, clues(*three))
    assert (2, 1) not in unnamed.edges and not unnamed.edges[1, 2].directed


def test_ends_that_stop_short_tell_no_way_where_nothing_else_does() -> None:
    """A paper cuts its report there, and a document goes on there."""
    words = [f"word{n}" for n in range(60)]
    cut = [words[:18], words[:38], words]
    grid = collate.columns({f"v{n}": [*one, *[""] * (60 - len(one))] for n, one in enumerate(cut)})
    found, silent = readings.read(grid), evidence.clues(grid.witnesses, LineageSearch())
    assert not ground_rules.tells_a_way(found, silent)
    changed = {
        f"v{n}": [*one, *[""] * (60 - len(one))] for n, one in enumerate([["other", *cut[0][1:]], *cut[1:]])
    }
    assert ground_rules.tells_a_way(readings.read(collate.columns(changed)), silent)
