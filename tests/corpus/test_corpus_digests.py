"""Digests: an article made of pieces of several reports joins none of their stories."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest

import retold
from retold.corpus import digests
from retold.decisions import Decision, Rulings
from retold.model import Article, Derivation, Node, OutsideSource, Story
from retold.settings import Settings, Statements
from tests.digests import DISPATCHES, NAMES, digest, dispatch, opening

QUIET = Settings(statements=Statements(which="none"))


def traced(*articles: Article) -> retold.Trace:
    return retold.trace(articles, QUIET)


def pieces(trace: retold.Trace, copy: str = "brief") -> list[Derivation]:
    return [
        edge
        for lineage in trace.lineages.values()
        for edge in lineage.derivations
        if edge.copy == copy and edge.passages
    ]


def together(stories: Sequence[Story], *names: str) -> bool:
    return any(set(names) <= set(one.articles) for one in stories)


@pytest.mark.parametrize("count", [2, 3, 8])
@pytest.mark.parametrize("sentences", [1, 2])
def test_a_digest_joins_no_story_and_names_the_source_of_each_piece(count: int, sentences: int) -> None:
    names = NAMES[:count]
    found = traced(*map(dispatch, NAMES), digest(names, sentences=sentences))
    assert all(len(one.articles) == 1 for one in found.stories)
    edges = pieces(found)
    assert [edge.source for edge in edges] == list(names)
    assert all(edge.directed and edge.support > 0.8 for edge in edges)


@pytest.mark.parametrize("mark", ["- ", "• ", "IN SHORT: ", "Sundries\n\n"])
def test_marks_and_headings_of_items_change_nothing(mark: str) -> None:
    found = traced(*map(dispatch, NAMES), digest(NAMES[2:5], mark=mark))
    assert {edge.source for edge in pieces(found)} == set(NAMES[2:5])


HEADS = {"bees": "HALVIK\nBees on the school bus\n", "organ": "PRESK\nLove letter in the organ\n", "mint": "DORNE\nMint melts its coins\n"}  # fmt: skip


def test_a_place_and_a_heading_with_words_of_the_report_are_of_their_item() -> None:
    brief = digest(["bees", "organ", "mint"])
    items = brief.text.split("\n\n")
    heads = dict(zip(HEADS.values(), items[-3:], strict=True))
    text = "\n\n".join([*items[:-3], *(f"{head}{item}" for head, item in heads.items())])
    found = traced(*map(dispatch, NAMES), replace(brief, text=text))
    assert {edge.source for edge in pieces(found)} == set(HEADS)
    assert all(len(one.articles) == 1 for one in found.stories)


def test_a_heading_in_the_line_of_its_item_is_of_the_item() -> None:
    brief = digest(["bees", "organ"])
    first, *items = brief.text.split("\n\n")
    leads = ["Forty hives of bees.", "A love letter in the organ."]
    text = "\n\n".join([first, *(f"{lead} {item}" for lead, item in zip(leads, items, strict=True))])
    found = traced(*map(dispatch, NAMES), replace(brief, text=text))
    assert {edge.source for edge in pieces(found)} == {"bees", "organ"}


def test_pieces_that_were_rewritten_a_little_are_found() -> None:
    plain = digest(NAMES[:3], sentences=2)
    changes = {"overturned": "tipped over", "settled on": "came down on", "found": "come upon", "flat": "dull",
               "melted": "scrapped", "wrong way": "left instead of right", "Nobody": "No one"}  # fmt: skip
    text = plain.text
    for old, new in changes.items():
        text = text.replace(old, new)
    found = traced(*map(dispatch, NAMES), replace(plain, text=text))
    assert {edge.source for edge in pieces(found)} == set(NAMES[:3])
    assert {p.kind for edge in pieces(found) for p in edge.passages} == {"reworded"}


def test_passages_are_the_words_that_both_have() -> None:
    brief = digest(NAMES[:3])
    for edge in pieces(traced(*map(dispatch, NAMES), brief)):
        assert len(edge.passages) == 1
        passage = edge.passages[0]
        assert passage.a.of(DISPATCHES[edge.source]) == passage.b.of(brief.text) == opening(edge.source)[:-1]


def test_no_arrow_goes_against_the_clock() -> None:
    late = dispatch("mint", day="2031-06-20T08:00:00Z")
    found = traced(dispatch("bees"), dispatch("organ"), late, digest(NAMES[:3]))
    assert {edge.source: edge.directed for edge in pieces(found)} == {
        "bees": True,
        "organ": True,
        "mint": False,
    }
    assert all(len(one.articles) == 1 for one in found.stories)


def test_two_printings_of_one_digest_are_a_family_of_their_own() -> None:
    first, second = digest(NAMES[:3]), digest(NAMES[:3], key="brief-2", outlet="Hill Courier")
    second = replace(
        second, text=second.text.replace("The week in brief", "Seven days"), published="2031-06-09"
    )
    found = traced(*map(dispatch, NAMES), first, second)
    assert together(found.stories, "brief", "brief-2")
    story = next(one for one in found.stories if "brief" in one.articles)
    assert story.families == (("brief", "brief-2"),)
    assert set(story.sources) == set(NAMES[:3])
    assert {edge.source for edge in pieces(found)} == set(NAMES[:3])


def test_printings_with_the_same_words_are_one_digest() -> None:
    found = traced(
        *map(dispatch, NAMES), digest(NAMES[:3]), digest(NAMES[:3], key="again", outlet="Hill Courier")
    )
    story = next(one for one in found.stories if "brief" in one.articles)
    assert story.families == (("again", "brief"),)
    assert set(story.sources) == set(NAMES[:3])


def test_of_many_copies_of_a_dispatch_the_agency_is_the_source() -> None:
    papers = [dispatch("bees", f"Paper {k}", f"2031-06-02T0{k}:00:00Z", key=f"bees-{k}") for k in range(1, 8)]
    found = traced(*map(dispatch, NAMES), *papers, digest(NAMES[:3]))
    assert sorted(edge.source for edge in pieces(found)) == sorted(NAMES[:3])


def test_the_paper_that_is_named_beside_a_piece_is_its_source() -> None:
    papers = [dispatch("bees", f"Paper {k}", f"2031-06-02T0{k}:00:00Z", key=f"bees-{k}") for k in range(1, 4)]
    brief = digest(NAMES[1:3])
    brief = replace(brief, text=f"{brief.text}\n\n{opening('bees', 2)} (Paper 2)")
    found = traced(dispatch("organ"), dispatch("mint"), *papers, brief)
    assert {edge.source for edge in pieces(found)} == {"organ", "mint", "bees-2"}


def test_a_report_with_background_from_an_older_one_of_its_affair_is_no_digest() -> None:
    older = dispatch("tunnel")
    report = Article(
        "report",
        "GRUND, July 9 - Fish from the lake under the Grund railway tunnel have died in the laboratory of the "
        "university, and the divers of the railway have been told to bring up no more. The white needles on the "
        "walls of the cave turn grey in air, biologist Karin Moll said.\n\n"
        f"{opening('tunnel', 2)}\n\nThe railway said the line round the lake would not be ready before winter.",
        outlet="Grund Mail",
        published="2031-07-09T08:00:00Z",
    )
    wire = replace(report, id="wire", outlet="Reuters", published="2031-07-09T06:00:00Z")
    wire = replace(wire, text=report.text.replace(opening("tunnel", 2), "Trains are to run next year."))
    found = traced(older, report, wire, *map(dispatch, NAMES[:4]))
    assert all(not one.sources for one in found.stories)


def test_an_agencys_take_that_joins_two_earlier_ones_is_no_digest() -> None:
    first, second, third = DISPATCHES["bees"].split("\n\n")
    takes = [
        Article("take-1", first, outlet="Reuters", published="2031-06-01T08:00:00Z"),
        Article(
            "take-2",
            f"Bees of Halvik: {second}\n\n{third}",
            outlet="Reuters",
            published="2031-06-01T12:00:00Z",
        ),
        Article("take-3", DISPATCHES["bees"], outlet="Reuters", published="2031-06-01T18:00:00Z"),
    ]
    found = traced(*takes, *map(dispatch, NAMES[1:]))
    assert all(not one.sources for one in found.stories)


def test_what_stands_at_the_foot_of_many_reports_makes_no_digest() -> None:
    feet = (
        "Valley News is a service of the Upper Valley Press Trust, which was founded by the printers of the "
        "region and belongs to its readers alone.",
        "The Harbour Letter reaches subscribers each morning before six and is paid for by nobody but those who "
        "open it and those who send it on.",
    )
    reports = [
        replace(dispatch(name), text=f"{DISPATCHES[name]}\n\n{feet[k % 2]}")
        for k, name in enumerate(NAMES[:6])
    ]
    both = replace(dispatch("clock"), text="\n\n".join((DISPATCHES["clock"].split("\n\n")[0], *feet)))
    found = traced(*reports, both)
    assert all(not one.sources for one in found.stories)


def test_the_order_of_articles_changes_nothing() -> None:
    pile = [*map(dispatch, NAMES), digest(NAMES[:3]), digest(NAMES[2:6], key="other", outlet="Hill Courier")]
    found = traced(*pile)
    Random(3).shuffle(pile)
    again = traced(*pile)
    assert list(found.stories) == list(again.stories)
    assert dict(found.lineages) == dict(again.lineages)


def test_a_decision_takes_a_source_away() -> None:
    taken = {0: tuple(_source(name) for name in ("bees", "organ"))}
    no = Decision("not_a_copy", articles=("bees", "brief"), id="d1")
    kept, effective = digests.ruled(taken, Rulings((no,)))
    assert [one.node.id for one in kept[0]] == ["organ"]
    assert effective == {"d1"}


def _source(name: str) -> OutsideSource:
    return OutsideSource(Node(name, None, True, 1.0), Derivation(name, "brief", True, 0.9))
