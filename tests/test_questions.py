"""Questions about few articles give the answers of the whole job."""

from __future__ import annotations

import pytest

import retold
from retold import questions
from retold.settings import Settings, Statements
from retold.views import index, wording
from tests.samples import FERRY, OTHER, ferry_articles

QUIET = Settings(statements=Statements(which="none"))


@pytest.mark.parametrize("credit", ["", "(Gannet Wire) - "])
def test_two_equal_texts_are_copies_in_a_trace_and_in_a_comparison(credit: str) -> None:
    pair = [retold.Article(name, credit + FERRY) for name in ("agency", "paper")]
    traced = questions.stories(pair)
    assert [one.families for one in traced] == [(("agency", "paper"),)]
    found = questions.compare(*pair)
    assert found.derived > 0.9 and found.changes == ()
    sentences = wording.comparison_sentences(found, index.of_comparison(found))
    assert "one text, word for word" in sentences[0]
    assert not any("took text from a source that is neither" in one for one in sentences)


def test_a_trace_of_two_equal_texts_sets_none_aside() -> None:
    pair = [retold.Article(name, FERRY) for name in ("agency", "paper")]
    found = retold.trace(pair, QUIET)
    assert (len(found.articles), found.set_aside) == (2, ())
    (lineage,) = found.lineages.values()
    assert [(edge.source, edge.copy, edge.directed) for edge in lineage.derivations] == [
        ("agency", "paper", False)
    ]


def test_a_comparison_has_the_alignment_it_was_made_from() -> None:
    found = questions.compare(*ferry_articles()[:2])
    (pair,) = found.alignments
    assert (pair.a, pair.b) == ("a0", "a1") and pair.passages


def test_reuse_names_the_source_of_each_passage() -> None:
    paper = retold.Article("paper", FERRY)
    found = questions.reuse(paper, [retold.Article("wire", FERRY), retold.Article("guild", OTHER)])
    assert {passage.b.article for passage in found.passages} == {"wire"}


def test_what_a_witness_has_lost_says_nothing_about_where_it_stands() -> None:
    parent = [
        "in",
        "the",
        "ninth",
        "year",
        "a",
        "king",
        "came",
        "down",
        "to",
        "the",
        "ford",
        "with",
        "forty",
        "ships",
        "and",
        "burnt",
        "the",
        "old",
        "mill",
    ]
    other = [*parent]
    for place, word in ((2, "tenth"), (5, "duke"), (12, "fifty"), (14, "sold")):
        other[place] = word
    third = [*other]
    third[18] = "barn"
    torn = [*parent[:3], *[None] * 13, *parent[16:]]
    found = retold.stemma({"K": parent, "L": other, "M": third, "N": torn})
    ties = {frozenset((e.source, e.copy)) for e in found.derivations}
    assert frozenset("KN") in ties
    assert not any(e.directed and "N" in (e.source, e.copy) for e in found.derivations)


def test_witnesses_given_as_texts_are_put_into_columns() -> None:
    texts = {"A": "the old sea was calm", "B": "the old sea was wild"}
    columns = questions.aligned(texts)
    assert list(columns) == ["A", "B"] and len(columns["A"]) == len(columns["B"])
    assert questions.aligned({"A": ["sea", None], "B": ["lake", ""]}) == {
        "A": ["sea", None],
        "B": ["lake", ""],
    }
