"""Sentences made ready for the parser, and the way back to the article."""

from __future__ import annotations

import pytest

from retold.steps.statements.segments import is_title, outside, segments
from tests.steps.statements.reading import english, parts_of, witness


def test_a_quotation_that_is_a_clause_is_replaced_by_two_words() -> None:
    (part,) = parts_of("“The pier is safe for all of us,” Orla Vann said.")
    assert part.text == "It works, Orla Vann said."
    assert part.clausal == (True,)


@pytest.mark.parametrize(
    ("frame", "read"),
    [
        (
            "crowed pilot Orla Vann on the Evening Hour.",
            "It works, said pilot Orla Vann on the Evening Hour.",
        ),
        ("boasts the firm’s pilot.", "It works, said the firm's pilot."),
        ("asked by a boy, Vann laughed.", "It works, asked by a boy, Vann laughed."),
        ("tired crews told the mayor.", "It works, tired crews told the mayor."),
        ("she boasted to Vann.", "It works, she boasted to Vann."),
    ],
)
def test_a_verb_between_a_quotation_and_its_speaker_is_read_as_the_plainest(frame: str, read: str) -> None:
    (part,) = parts_of(f"“The pier is safe for all of us,” {frame}")
    assert part.text == read


def test_the_marks_of_a_part_of_a_sentence_are_taken_out() -> None:
    (part,) = parts_of("Orla Vann said the pier was “old and wet”.")
    assert part.text == "Orla Vann said the pier was old and wet."
    assert part.clausal == (False,)


def test_every_character_leads_back_to_the_article() -> None:
    text = "Orla  Vann said the\npier was “old and wet” today."
    for part in parts_of(text):
        for at, sign in enumerate(part.text):
            run = part.run(at)
            back = text[run.start + at - run.at]
            assert run.dummy or sign == back or (sign == " " and back.isspace())


def test_a_quotation_of_two_sentences_is_one_segment_with_its_frame() -> None:
    assert len(parts_of("“The pier is safe. Nobody was hurt,” Orla Vann said.")) == 1


def test_a_segment_of_nothing_but_a_quotation_is_bare() -> None:
    assert [part.bare for part in parts_of("“The pier is safe.” Vann left.")] == [True, False]


@pytest.mark.parametrize(
    ("words", "title"),
    [("The Light Behind the Harbour", True), ("The light is out.", False), ("Why Now, Vann?", False)],
)
def test_capitals_make_a_title(words: str, title: bool) -> None:
    assert is_title(words) is title


def test_holes_are_cut_out() -> None:
    assert outside("abcdef", 0, 6, [(1, 2), (3, 5)]) == "a c f"


def test_sentences_and_quotations_in_furniture_are_left_out() -> None:
    text = "Vann left. Read “all about it” here today please. Brock came."
    one = witness(text, furniture=["Read “all about it” here today please."])
    assert [text[part.start : part.end] for part in segments(one, english())] == ["Vann left.", "Brock came."]


@pytest.mark.parametrize(
    ("head", "read"),
    [
        ("LISSEL (Tidings) - ", "Vann Lines said it would sail."),
        ("PORT LISSEL, May 3 (Tidings) — ", "Vann Lines said it would sail."),
        ("Lissel (the port) - ", "Lissel (the port) - Vann Lines said it would sail."),
    ],
)
def test_a_place_and_an_agency_within_a_paragraph_are_no_part_of_what_is_told(head: str, read: str) -> None:
    parts = parts_of(f"Ferries stopped on Monday. {head}Vann Lines said it would sail.")
    assert parts[-1].text == read


@pytest.mark.parametrize("head", ["(Tidings) - ", "LISSEL/MARL  (Tidings) - ", "PORT LISSEL (Tidings) -- "])
def test_what_stands_at_the_head_of_a_dispatch_is_no_part_of_what_is_told(head: str) -> None:
    (part,) = parts_of(f"{head}Shares of Vann Lines fell on Monday, traders said.")
    assert part.text == "Shares of Vann Lines fell on Monday, traders said."
