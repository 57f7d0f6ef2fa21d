"""Occurrences of claims: none in what belongs to the page, by the stems of the language."""

from __future__ import annotations

from retold import language, pipeline
from retold.language.names import Names
from retold.model import Article, Lineage, Node, Party, Span, Statement
from retold.settings import Settings
from retold.steps.claims import evidence, matching, occurrences, origins, variants
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


def test_names_that_may_be_one_are_one_reading_and_two_that_cannot_contradict() -> None:
    names: Names = language.of("en").names
    nodes = tuple(Node(i, None, True, 1.0, ()) for i in "ab")
    lineage = Lineage(nodes, (), ("a", "b"), (2, 2))
    first = list(occurrences.of_statements(witness(), [said("The quay is lost")]))
    group = [first[0], _as(first[0], "b", "Quarn")]
    assert len(list(variants.variants_of(group, lineage, names))) == 1
    other = [first[0], _as(first[0], "b", "Ivo Tarrant")]
    readings = list(variants.variants_of(other, lineage, names))
    roots = origins.of(["a", "b"], lineage)
    kinds = [one.kind for one in evidence.evidence_of(other, roots, readings, lineage, names)]
    assert kinds == ["origins", "unlinked", "contradicted"]
    assert matching.likeness(group[0], group[1], dict.fromkeys(group[0].terms, 1.0)) == 1.0


def _as(one: occurrences.Occurrence, article: str, name: str) -> occurrences.Occurrence:
    spans = tuple(Span(article, s.start, s.end) for s in one.spans)
    return occurrences.Occurrence(article, spans, one.words, one.terms, name, one.support, one.statement)
