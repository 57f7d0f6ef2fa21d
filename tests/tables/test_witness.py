"""A witness and an alignment: spans by word, and the other side of a span."""

from __future__ import annotations

import pytest

from retold import pipeline
from retold.model import Article, Span
from retold.settings import Settings
from retold.steps import align
from retold.tables.witness import Alignment, Witness

SETTINGS = Settings()


def witness(name: str, text: str) -> Witness:
    return pipeline.witness(Article(name, text), SETTINGS)


@pytest.fixture(scope="module")
def pair() -> Alignment:
    one = witness("a", "The old ferry sank off the mole at noon, and nobody was hurt.")
    other = witness("b", "At noon the old ferry sank off the eastern mole, and nobody was hurt.")
    return align.align(one, other, SETTINGS.align)


def test_a_witness_gives_spans_of_its_words() -> None:
    one = witness("a", "The ferry sank.")
    assert one.span(1, 3) == Span("a", 4, 14) and one.id == "a" and one.text == "The ferry sank."


def test_an_alignment_turned_twice_is_itself(pair: Alignment) -> None:
    turned = pair.turned().turned()
    assert turned.blocks == pair.blocks and turned.passages == pair.passages


def test_a_word_that_only_one_has_is_turned_too(pair: Alignment) -> None:
    only = {block.kind for block in pair.blocks if block.kind.startswith("only")}
    turned = {block.kind for block in pair.turned().blocks if block.kind.startswith("only")}
    assert (only == {"only b"} and turned == {"only a"}) or only == turned == {"only a", "only b"}
