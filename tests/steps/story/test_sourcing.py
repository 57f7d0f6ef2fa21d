"""From whom a piece was taken, and which way."""

from __future__ import annotations

from dataclasses import replace

from retold.corpus.witnesses import bare
from retold.model import Article, Derivation
from retold.settings import Align
from retold.steps import align
from retold.steps.story import excerpts, sourcing
from retold.steps.story.sourcing import Taken
from tests.digests import digest, dispatch

BRIEF = digest(["bees"])


def taken(source: Article, copy: Article = BRIEF) -> Taken:
    found = align.align(bare(copy), bare(source), Align())
    found = found if found.a.id == copy.id else found.turned()
    return Taken(found, excerpts.held(found))


def tie(source: Article, copy: Article = BRIEF, only_named: bool = False) -> Derivation:
    return sourcing.derivation(taken(source, copy), only_named=only_named)


def test_an_earlier_report_is_the_source_and_an_agencys_more_surely() -> None:
    paper, agency = tie(dispatch("bees", "Hill Courier")), tie(dispatch("bees"))
    assert (paper.source, paper.copy, paper.directed) == ("bees", "brief", True)
    assert agency.support > paper.support > 0.6


def test_a_later_report_gives_no_arrow() -> None:
    found = tie(dispatch("bees", day="2031-06-09T00:00:00Z"))
    assert not found.directed
    assert "nothing tells which way" in " ".join(one.words for one in found.evidence)


def test_days_that_overlap_give_an_arrow_of_less_support() -> None:
    same_day = tie(dispatch("bees", day="2031-06-08"))
    assert same_day.directed
    assert same_day.support < tie(dispatch("bees")).support


def test_among_papers_alone_an_arrow_needs_a_name() -> None:
    paper = dispatch("bees", "Hill Courier")
    assert not tie(paper, only_named=True).directed
    named = replace(BRIEF, text=f"{BRIEF.text} (Hill Courier)")
    assert tie(paper, named, only_named=True).directed
    assert tie(dispatch("bees"), only_named=True).directed


def test_the_likeliest_is_named_or_an_agency_or_the_first_and_never_later() -> None:
    first = dispatch("bees", "Hill Courier", "2031-06-01T07:00:00Z", key="hill")
    named = dispatch("bees", "Lake Mail", "2031-06-02T07:00:00Z", key="lake")
    agency = dispatch("bees", day="2031-06-01T09:00:00Z")
    late = dispatch("bees", day="2031-06-09T00:00:00Z", key="late")
    beside = replace(BRIEF, text=f"{BRIEF.text} (Lake Mail)")

    def chosen(copy: Article, *sources: Article) -> str:
        return sourcing.likeliest([taken(one, copy) for one in sources]).alignment.b.id

    assert chosen(beside, agency, first, named) == "lake"
    assert chosen(BRIEF, named, first, agency) == "bees"
    assert chosen(BRIEF, named, first) == "hill"
    assert chosen(BRIEF, late, named) == "lake"


def test_a_piece_says_where_it_stands_in_both_texts() -> None:
    found = tie(dispatch("bees"))
    evidence = next(one for one in found.evidence if one.kind == "excerpt")
    assert evidence.spans == tuple(span for p in found.passages for span in (p.a, p.b))
    assert {span.article for span in evidence.spans} == {"bees", "brief"}


def test_an_outside_source_is_a_seen_node_with_its_tie() -> None:
    found = sourcing.outside_source(taken(dispatch("bees")))
    assert (found.node.id, found.node.name, found.node.seen) == ("bees", "Reuters", True)
    assert found.derivation == tie(dispatch("bees"))
