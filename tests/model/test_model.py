"""The things that flow: questions they answer about themselves."""

from __future__ import annotations

import pytest

from retold.model import answers, articles, changes, claims, lineage, spans, statements
from retold.model.articles import Article, SetAside
from retold.model.lineage import Derivation
from retold.model.spans import Span
from retold.model.statements import Party, Statement

ROOMS = (answers, articles, changes, claims, lineage, spans, statements)


def test_a_note_says_where_why_and_what_to_do() -> None:
    assert str(SetAside("a.txt", "it is empty", "give a text")) == "a.txt: it is empty; give a text"


@pytest.mark.parametrize(
    ("one", "other", "holds", "meets"),
    [
        (Span("a", 2, 9), Span("a", 3, 5), True, True),
        (Span("a", 2, 9), Span("a", 8, 12), False, True),
        (Span("a", 2, 9), Span("a", 9, 12), False, False),
        (Span("a", 2, 9), Span("b", 3, 5), False, False),
    ],
)
def test_a_span_holds_and_meets_others_of_its_article(
    one: Span, other: Span, holds: bool, meets: bool
) -> None:
    assert (one.holds(other), one.meets(other)) == (holds, meets)


def test_the_first_party_answers_for_a_statement() -> None:
    who = Party(Span("a", 0, 4), "Ana Kael", 0.9)
    said = Statement("s", "a", (), (who,), (), None, None, None, "act", 0.8)
    assert said.speaker == who.mention and said.speaker_name == "Ana Kael"
    assert said.addressee is None and said.addressee_name is None


def test_an_edge_is_named_by_its_ends() -> None:
    assert Derivation("a", "b", True, 0.9).id == "a→b"


def test_two_articles_of_the_same_fields_are_equal() -> None:
    assert Article("a", "x", outlet="Post") == Article("a", "x", outlet="Post")


@pytest.mark.parametrize("room", ROOMS, ids=lambda r: r.__name__.rpartition(".")[2])
def test_every_room_of_the_model_says_what_it_holds(room: object) -> None:
    assert room.__doc__
