"""What comes from other stories, and in pieces, in the lineage of a story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

import retold
from retold.corpus.witnesses import bare
from retold.model import Article, Derivation, Lineage, Node, OutsideSource, Passage, Span
from retold.settings import Align, Settings, Statements
from retold.steps import align
from retold.steps.story import pieces, sourcing
from retold.story import excerpted
from retold.tables import Alignment
from tests.digests import DISPATCHES, NAMES, OWN_REPORT, dispatch, opening

SLOW = (
    "They sat in the yard of the inn at Halvik until it was dark and smoked their pipes at the hedge.",
    "Two of them went back up the pass road with a lantern, because a hive was still missing from the lorry.",
    "It was found in the morning under the culvert, whole and humming, with a hedgehog asleep on its lid.",
    "Bees know nothing of Sundays, Stokke said, and she drove them home by the lower road with the windows down.",
    "The school will have a talk about swarms next week, for which a glass hive has been lent by the museum.",
    "Parents were told to send the children in white, and without honey on their bread.",
)
QUIET = Settings(statements=Statements(which="none"))
COPY = bare(Article("brief", "one two three four five six seven eight nine ten"))


def node(name: str, outlet: str | None = None, seen: bool = True) -> Node:
    return Node(name, outlet, seen, 1.0)


def piece(source: str, low: int, high: int, directed: bool = True) -> Derivation:
    start, end = COPY.words.chars(low, high)
    passage = Passage(Span(source, 0, end - start), Span("brief", start, end), "verbatim", 1.0)
    return Derivation(source, "brief", directed, 0.9, (), (passage,))


def outside(source: str, low: int, high: int, outlet: str | None = None) -> OutsideSource:
    return OutsideSource(node(source, outlet), piece(source, low, high))


ALONE = Lineage((node("brief"),), (), ("brief",), (1, 1))
HELD = {"brief": COPY}


def test_a_digest_goes_back_to_its_sources_and_is_no_origin() -> None:
    found = excerpted.with_outside(ALONE, [outside("a", 0, 4), outside("b", 4, 9)], HELD)
    assert found.origins == ("a", "b")
    assert found.origins_range == (2, 2)
    assert [(edge.source, edge.copy) for edge in found.derivations] == [("a", "brief"), ("b", "brief")]


def test_an_article_that_tells_much_besides_stays_an_origin() -> None:
    found = excerpted.with_pieces(replace(ALONE, nodes=(*ALONE.nodes, node("a")), origins=("a", "brief"),
                                          origins_range=(2, 2)), [piece("a", 0, 4)], HELD)  # fmt: skip
    assert set(found.origins) == {"a", "brief"}
    assert found.origins_range == (2, 2)


def test_a_later_printing_has_its_pieces_from_the_first() -> None:
    two = Lineage(
        (node("brief"), node("again")), (Derivation("brief", "again", True, 0.9),), ("brief",), (1, 1)
    )
    again = replace(outside("a", 0, 4), derivation=replace(piece("a", 0, 4), copy="again"))
    found = excerpted.with_outside(two, [outside("a", 0, 9), again], {**HELD, "again": COPY})
    assert [(edge.source, edge.copy) for edge in found.derivations] == [("brief", "again"), ("a", "brief")]
    assert found.origins == ("a",)


def test_an_unseen_source_goes_where_one_of_its_name_is_there() -> None:
    unseen = node("s/?unseen", "Northwire", seen=False)
    credited = Lineage(
        (node("brief"), unseen), (Derivation("s/?unseen", "brief", True, 0.7),), ("s/?unseen",), (1, 1)
    )
    found = excerpted.with_outside(credited, [outside("a", 0, 9, "Northwire")], HELD)
    assert [n.id for n in found.nodes] == ["brief", "a"]
    assert found.origins == ("a",)


def test_an_article_that_stands_in_the_story_is_no_source_from_outside() -> None:
    assert excerpted.with_outside(ALONE, [outside("brief", 0, 4)], HELD) == ALONE


def test_a_report_with_paragraphs_of_the_wire_is_no_copy_and_says_what_it_has() -> None:
    found = retold.trace([dispatch("bees"), OWN_REPORT, dispatch("organ"), dispatch("mint")], QUIET)
    story = next(one for one in found.stories if "own" in one.articles)
    assert story.families == (("bees",), ("own",))
    lineage = found.lineages[story.id]
    (edge,) = lineage.derivations
    assert (edge.source, edge.copy, edge.directed) == ("bees", "own", True)
    assert "".join(p.b.of(OWN_REPORT.text) for p in edge.passages) == opening("bees", 2)[:-1]
    assert set(lineage.origins) == {"bees", "own"}


def test_of_two_reports_of_one_house_with_the_same_paragraphs_nothing_is_told() -> None:
    wire = dispatch("bees")
    own = replace(OWN_REPORT, outlet=wire.outlet)
    found = retold.trace([wire, own, dispatch("organ"), dispatch("mint")], QUIET)
    assert not [e for one in found.lineages.values() for e in one.derivations if e.passages]


def test_what_a_house_has_under_the_name_of_its_host_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "taken", lambda pair: np.ones(len(pair.a.words), np.bool_))
    monkeypatch.setattr(
        excerpted, "_of_copy", lambda found: [Derivation("own", found[0].alignment.a.id, True, 0.9)]
    )
    apart = Lineage((node("brief"), node("own")), (), ("brief",), (1, 1))

    def told(outlet: str) -> int:
        brief = bare(Article("brief", COPY.text, outlet="Reuters"))
        own = bare(replace(OWN_REPORT, text=COPY.text, outlet=outlet))
        return len(excerpted.pieces(apart, [align.align(brief, own, Align())]))

    assert (told("reuters"), told("feeds.reuters.com")) == (0, 1)


def test_of_two_reports_that_have_pieces_of_each_other_nothing_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def every_word(pair: Alignment) -> NDArray[np.bool_]:
        return np.ones(len(pair.a.words), np.bool_)

    def tie(found: Sequence[sourcing.Taken]) -> Iterator[Derivation]:
        yield Derivation(found[0].alignment.b.id, found[0].alignment.a.id, True, 0.9)

    monkeypatch.setattr(pieces, "taken", every_word)
    monkeypatch.setattr(excerpted, "_of_copy", tie)
    apart = Lineage((node("brief"), node("own")), (), ("brief", "own"), (2, 2))
    pair = align.align(COPY, bare(replace(OWN_REPORT, text=COPY.text)), Align())
    assert excerpted.pieces(apart, [pair]) == []
    one_way = replace(apart, origins=("brief",))
    assert [(edge.source, edge.copy) for edge in excerpted.pieces(one_way, [pair])] == [("own", "brief")]


def test_of_two_papers_with_the_same_paragraphs_nothing_is_told() -> None:
    more = f"{DISPATCHES['bees']}\n\nThe keepers stayed on in the valley. {' '.join(SLOW)}"
    paper = replace(dispatch("bees", "Hill Courier"), text=more)
    found = retold.trace([paper, OWN_REPORT, dispatch("organ")], QUIET)
    assert not [e for one in found.lineages.values() for e in one.derivations if e.passages]


def test_what_three_papers_print_is_nobodys_piece() -> None:
    text = opening("bees", 2)
    paper = replace(dispatch("bees", "Hill Courier"), text=f"{DISPATCHES['bees']}\n\n{' '.join(SLOW)}")
    third = Article(
        "third",
        "In the upper valley they speak of little else but honey. The inn at Halvik has put bees on its sign, and a "
        f"carver has been sent for to do it in oak.\n\n{text}\n\nThe mayor of Halvik would like to see a statue. "
        "His deputy would like to see the bill for the road first, and then for the sheets, the smoke and the syrup. "
        "They met on Thursday and parted late. A school choir sang outside, and stopped when it rained. Nothing was "
        "settled, and the minutes, which run to four pages, say so at length and with some feeling. A second session "
        "will be held as soon as the hall has been aired, because the clerk has found wax on all the chairs.",
        outlet="Lake Post",
        published="2031-06-02T19:00:00Z",
    )
    found = retold.trace([paper, OWN_REPORT, third, *map(dispatch, NAMES[1:4])], QUIET)
    assert not [e for one in found.lineages.values() for e in one.derivations if e.passages]


def test_dispatches_are_what_the_tests_take_them_for() -> None:
    assert all(opening(name, 2) in DISPATCHES[name] for name in NAMES)
