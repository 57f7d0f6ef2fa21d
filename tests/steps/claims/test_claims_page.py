"""Occurrences of claims: none in what belongs to the page, by the stems of the language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from retold import language, pipeline
from retold.language.names import Names
from retold.model import Article, Lineage, Node, Party, Span, Statement
from retold.settings import Settings
from retold.steps.claims import (
    agreement,
    contradictions,
    evidence,
    matching,
    occurrences,
    one_sentence,
    origins,
    variants,
)
from retold.tables import Witness

TEXT = (
    "The storm damaged 48 boats in the harbour of Port Ansel on Monday.\n\n"
    "Win one of 30 vouchers for readers of the letter.\n\n“The quay is lost,” Orla Quarn said."
)
PAGE = "Win one of 30 vouchers for readers of the letter."


def witness(page: str = "") -> Witness:
    at = TEXT.find(page)
    furniture = [Span("a", at, at + len(page))] if page else []
    return pipeline.witness(Article("a", TEXT), Settings(), furniture)


def said(words: str) -> Statement:
    at = TEXT.index(words)
    party = Party(None, "Orla Quarn", 0.9)
    return Statement(
        "a:1", "a", (Span("a", at, at + len(words)),), (party,), (), None, None, None, "direct", 0.9
    )


def test_a_figure_of_the_page_is_no_claim() -> None:
    assert [one.reading for one in occurrences.of_figures(witness())] == ["48", "30"]
    assert [one.reading for one in occurrences.of_figures(witness(PAGE))] == ["48"]


def test_a_statement_that_is_read_in_a_line_of_the_page_is_no_claim() -> None:
    page, quoted = said("30 vouchers for readers"), said("The quay is lost")
    assert len(list(occurrences.of_statements(witness(), [page, quoted]))) == 2
    (one,) = occurrences.of_statements(witness(PAGE), [page, quoted])
    assert one.statement is quoted


def test_terms_are_the_stems_of_telling_words_in_order() -> None:
    assert occurrences.terms_of("The storms damaged 48 boats", language.of("en")) == [
        "storm",
        "damag",
        "48",
        "boat",
    ]
    assert occurrences.terms_of("Torva belinaru", language.of("xx")) == ["torva", "belin"]


WORDS = ("the", "quay", "is", "lost", "for", "good", "and", "all")


def test_names_that_may_be_one_are_one_reading_and_two_that_cannot_contradict() -> None:
    names: Names = language.of("en").names
    nodes = tuple(Node(i, None, True, 1.0, ()) for i in "ab")
    lineage = Lineage(nodes, (), ("a", "b"), (2, 2))
    first = list(occurrences.of_statements(witness(), [said("The quay is lost")]))
    group = [first[0], _as(first[0], "b", "Quarn")]
    assert len(list(variants.variants_of(group, lineage, names))) == 1
    other = [first[0], _as(first[0], "b", "Ivo Tarrant")]
    roots = origins.of(["a", "b"], lineage)
    sure = [replace(one, by_name=True, forms=WORDS) for one in other]
    readings = list(variants.variants_of(sure, lineage, names))
    found = evidence.contradiction(sure, readings, lineage, names)
    kinds = [one.kind for one in evidence.evidence_of(sure, roots, found, lineage)]
    assert kinds == ["origins", "unlinked", "contradicted"]
    assert contradictions.contradicting(other, readings, names) is None  # nobody is named beside the words
    assert matching.likeness(group[0], group[1], dict.fromkeys(group[0].terms, 1.0)) == 1.0


def _as(one: occurrences.Occurrence, article: str, name: str) -> occurrences.Occurrence:
    spans = tuple(Span(article, s.start, s.end) for s in one.spans)
    return occurrences.Occurrence(article, spans, one.words, one.terms, name, one.support, one.statement)


def test_an_excerpt_has_most_word_runs_of_the_shorter_one() -> None:
    assert agreement.is_excerpt(WORDS[:5], WORDS) and not agreement.is_excerpt(WORDS[:5], WORDS[4:])


def test_a_figure_outside_every_statement_stays_a_claim() -> None:
    (one, *_) = occurrences.of_figures(witness())
    (claim,) = one_sentence.gathered([], [[one]])
    assert claim.group == claim.figures == [one]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("900000000", "900000000 pound", True),
        ("900000000 euro", "900000000 pound", False),
        ("900000000", "800000000 pound", False),
        ("3", "3 ordinal", False),
        ("5", "5 %", False),
    ],
)
def test_a_sum_without_its_currency_reads_as_the_same_sum_with_it(one: str, other: str, same: bool) -> None:
    assert variants._same_amount(one, other) is same
