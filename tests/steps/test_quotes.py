"""Quotations by their marks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold import language
from retold.model import Quote
from retold.steps import quotes, words


def find(text: str) -> tuple[Quote, ...]:
    return quotes.find("a", text, words.paragraphs(text), language.of("en"))


def inner(text: str) -> list[str]:
    return [quote.span.of(text) for quote in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Wait,” she said. “Now go.”", ["Wait,", "Now go."]),
        ('"Wait," she said. "Now go."', ["Wait,", "Now go."]),
        ('“Wait," she said.', ["Wait,"]),
        ("‘Wait,’ she said.", ["Wait,"]),
        ("'Wait,' she said.", ["Wait,"]),
        ("«Attends», dit-elle.", ["Attends"]),
        ("„Warte“, sagt sie.", ["Warte"]),
        ("»Warte«, sagt sie.", ["Warte"]),
        ("‹Warte›", ["Warte"]),
        ("「はい」と言った", ["はい"]),
        ("``Wait,'' she said.", ["Wait,"]),
        ('“Wait,"she said.', ["Wait,"]),
    ],
)
def test_every_kind_of_mark_is_read(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "the dockers' pay isn't Kael's",
        "rock 'n' roll in the '90s",
        "a 6'2\" man",
        "the crews’ boats",
        "'tis late",
    ],
)
def test_apostrophes_are_no_marks(text: str) -> None:
    assert inner(text) == []


def test_an_apostrophe_of_a_plural_does_not_end_a_quotation() -> None:
    assert inner("‘The dockers’ pay is low,’ she said.") == ["The dockers’ pay is low,"]


def test_nested_quotations_have_levels() -> None:
    found = find("“He told me ‘never’ twice,” she said.")
    assert [quote.level for quote in found] == [0, 1]


def test_pieces_of_one_quotation_share_a_thread() -> None:
    found = find("“One.\n\n“Two.\n\n“Three,” she said. “Four.”")
    assert [quote.thread for quote in found] == [0, 0, 0, 1]


def test_an_unclosed_mark_ends_with_its_paragraph() -> None:
    text = '"One and two.\n\nShe left the pier.\n\n"Three," he said.'
    assert inner(text) == ["One and two.", "Three,"]
    assert [quote.thread for quote in find(text)] == [0, 1]


def test_a_later_mark_of_the_same_sort_ends_an_unclosed_one() -> None:
    text = 'He said "we go. Then he left. "I stay," she said.'
    assert inner(text)[-1] == "I stay,"
    assert all(quote.level == 0 for quote in find(text))


@given(st.text(alphabet="ab .,\n\"“”'‘’«»„`「」\u2028", max_size=120))
def test_any_marks_give_spans_inside_their_paragraph(text: str) -> None:
    ranges = words.paragraphs(text).tolist()
    for quote in find(text):
        assert any(a <= quote.outer.start and quote.outer.end <= b for a, b in ranges)
        assert quote.outer.start < quote.span.start < quote.span.end <= quote.outer.end


@given(st.text(alphabet="ab .\"“”'‘’«»", max_size=80))
def test_level_nought_quotations_do_not_overlap(text: str) -> None:
    level = sorted((q.outer.start, q.outer.end) for q in find(text) if q.level == 0)
    assert all(one[1] <= other[0] for one, other in pairwise(level))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'We sold it in '47 and bought it in '52,' she said.", ["We sold it in '47 and bought it in '52,"]),
        ("‘It was wind an’ rain,’ she said. ‘An’ hail.’", ["It was wind an’ rain,", "An’ hail."]),
        ("‘The boats were sinkin’ fast,’ she said.", ["The boats were sinkin’ fast,"]),
        ("'We saw it come in' he said.", ["We saw it come in"]),
        ("'They never found a rope missin',' he said.", ["They never found a rope missin',"]),
    ],
)
def test_years_and_cut_words_end_no_quotation(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


def test_paragraphs_opened_with_a_straight_single_mark_are_one_quotation() -> None:
    found = find("'The nets are torn.\n\n'The drivers' hut is cold.\n\n'We go home,' she said.")
    assert [quote.thread for quote in found] == [0, 0, 0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We rowed home, said Orla Vann.\n\nIt rained.", ["We rowed home,"]),
        ("“We rowed home, she told the court, and slept.\n\nIt rained.", ["We rowed home,"]),
        ("“We rowed home, and slept.\n\nIt rained.", ["We rowed home, and slept."]),
        ("“We rowed home, he said.\n\n“It rained,” she said.", ["We rowed home, he said.", "It rained,"]),
    ],
)
def test_a_forgotten_mark_is_set_before_the_words_that_say_who_spoke(text: str, expected: list[str]) -> None:
    found = quotes.find("a", text, words.paragraphs(text), language.of("en"))
    assert [quote.span.of(text) for quote in found] == expected


def test_a_mark_that_nothing_closes_does_not_swallow_the_narration_behind_it() -> None:
    narration = "The harbour was full of boats that day and nobody came. " * 30
    text = f'She said: "The ferry is late. {narration}"I wait," said Orla Vann.'
    assert inner(text) == ["The ferry is late.", "I wait,"]
    short = 'She said: "The ferry is late. It rains. "I wait," said Orla Vann.'
    assert inner(short) == ["The ferry is late. It rains. ", "I wait,"]


def test_a_single_mark_behind_a_colon_opens_a_quotation_of_several_paragraphs() -> None:
    assert inner("He said: 'The ferry was late.\n\n'I went home.'") == ["The ferry was late.", "I went home."]


def test_what_leads_to_the_next_quotation_is_no_part_of_an_unclosed_one() -> None:
    text = "Orla Vann: “We sang all night. Erik Dell: “She did.” Orla Vann: “We all did.”"
    assert inner(text) == ["We sang all night.", "She did.", "We all did."]
