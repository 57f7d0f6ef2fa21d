"""Letters: from the address, or a line with a colon, to the closing and who signs."""

from __future__ import annotations

from retold.steps.statements.letters import letters, unclosed
from tests.steps.statements.reading import english


def found(text: str) -> list[tuple[str, str]]:
    return [(text[slice(*one.name)], text[slice(*one.words)]) for one in letters(text, english())]


def test_a_letter_runs_from_its_address_to_its_closing() -> None:
    text = "The paper had a letter.\n\nDear readers,\n\nThe quay floods.\nI saw it.\n\nYours faithfully,\nOrla Vann"
    assert found(text) == [("Orla Vann", "The quay floods.\nI saw it.")]


def test_who_signs_is_not_the_reporter_in_the_brackets_behind() -> None:
    text = "She wrote to the crew:\n\nI leave in May.\n\nSincerely, Orla Vann (Writing by Pim Aske)"
    assert found(text) == [("Orla Vann", "I leave in May.")]


def test_a_closing_without_an_opening_is_no_letter() -> None:
    assert found("The quay floods.\n\nRegards, Orla Vann") == []


def test_a_closing_word_within_a_sentence_closes_nothing() -> None:
    assert found("Dear readers,\n\nShe spoke sincerely, Orla Vann of all people, and left.") == []


def test_a_page_of_letters_to_an_editor_has_one_for_each_address() -> None:
    text = (
        "Letters\n\nSir, – The weir is older than the mill. I have seen both.\n\nOrla Vann\nMill Lane\n\n"
        "Sir, – May I thank the boy who found my hat?\n\n(Miss) I. Brock\nRavel\n"
    )
    told = [(text[slice(*one.name)], text[slice(*one.words)]) for one in unclosed(text, english())]
    assert told == [
        ("Orla Vann", "The weir is older than the mill. I have seen both."),
        ("I. Brock", "May I thank the boy who found my hat?"),
    ]


def test_letters_that_say_above_from_whom_they_are_need_no_blank_line_before_who_signs() -> None:
    text = (
        "From Dr Orla Vann\nSir, The quay floods: I saw it.\nOrla Vann\nLeek\n\n"
        "From Mr P. Aske\nSir, The quay is dry.\nP. Aske\nQuarn"
    )
    held = [(text[slice(*one.name)], text[slice(*one.words)]) for one in unclosed(text, english())]
    assert held == [("Orla Vann", "The quay floods: I saw it."), ("P. Aske", "The quay is dry.")]


def test_a_name_with_where_he_lives_below_it_signs_right_below_a_letter() -> None:
    text = "Sir – The quay is dry.\nPim Aske\nQuarn Lane\n\nSir – It floods, says Jan Orr.\nOrla Vann\nLeek"
    held = [(text[slice(*one.name)], text[slice(*one.words)]) for one in unclosed(text, english())]
    assert held == [("Pim Aske", "The quay is dry."), ("Orla Vann", "It floods, says Jan Orr.")]


def test_a_line_above_that_names_nobody_heads_no_letter() -> None:
    text = "From the quay\nSir, The quay floods.\nOrla Vann"
    assert not list(unclosed(text, english()))


def test_a_place_may_stand_behind_who_signs() -> None:
    text = "Sir, The weir is old.\nOrla Vann, Mill Lane\n\nMadam, I say, with Orla Vann,\nof all people, that it is not.\n"
    told = [(text[slice(*one.name)], text[slice(*one.words)]) for one in unclosed(text, english())]
    assert told == [("Orla Vann", "The weir is old.")]


def test_a_letter_ends_with_who_signs_it_though_the_next_one_has_no_salute() -> None:
    text = (
        "Sir – May I tell Mr Aske that geese cannot open a gate?\nDr Orla Vann\nUpper Leek\n\n"
        "Frost\nIt snowed on my wedding day, and we danced.\nJan Orr, Quarn\n"
    )
    held = [(text[slice(*one.name)], text[slice(*one.words)]) for one in unclosed(text, english())]
    assert held == [
        ("Dr Orla Vann", "May I tell Mr Aske that geese cannot open a gate?"),
        ("Jan Orr", "It snowed on my wedding day, and we danced."),
    ]
