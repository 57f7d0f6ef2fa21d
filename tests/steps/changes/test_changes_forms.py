"""What is told by its right kind, asked of `compare` as a user asks: forms of names, codes, rounding, speakers."""

from __future__ import annotations

import pytest

import retold
from retold import Article
from tests.steps.changes.test_changes import told as between

HEAD = "The quay at Lissel was quiet on the morning after the storm. "
TAIL = (
    " The harbour board met for three hours in the old hall and heard the engineers."
    " Residents had come with banners and sat in the gallery until the end."
)


def told(before: str, after: str) -> list[tuple[str, str | None, str | None, str | None]]:
    """Kind, detail and both readings of each change between two reports that differ in one sentence."""
    a = Article("a", HEAD + before + TAIL, "Orm Post", published="2021-05-03T08:00:00Z")
    b = Article("b", HEAD + after + TAIL, "Lund Star", published="2021-05-03T12:00:00Z")
    return [(one.kind, one.detail, one.before, one.after) for one in retold.compare(a, b).changes]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("President Strand opened the gate.", "President Donald Strand opened the gate."),
        ("Ms Finch opened the gate to the crowd.", "Ada Finch opened the gate to the crowd."),
        ("Quay Lines Ltd cut forty jobs.", "Quay Lines cut forty jobs."),
        ("Finch said that the gate was shut.", "Finch said the gate was shut."),
        ("The gate was shut on Monday by Finch.", "The gate was shut Monday by Finch."),
    ],
)
def test_another_form_of_one_name_and_idle_words_are_style(before: str, after: str) -> None:
    assert [kind for kind, _, _, _ in told(before, after)] == ["style"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Ms Finch opened the gate to the crowd.", "Mr Finch opened the gate to the crowd."),
        ("Ivo Strand opened the gate.", "Oskar Strand opened the gate."),
    ],
)
def test_another_person_of_the_same_surname_is_no_form_of_a_name(before: str, after: str) -> None:
    assert told(before, after)[0][0] != "style"


def test_codes_of_a_feed_change_nothing() -> None:
    assert told("Quay Lines ( QLIN.L ) cut forty jobs.", "Quay Lines cut forty jobs.") == []


def test_a_figure_in_fewer_digits_is_rounded_and_one_with_a_bound_shows_it() -> None:
    (one,) = told("Turnover was 58.75 million crowns.", "Turnover was 58.8 million crowns.")
    assert one[:2] == ("figure", "rounded")
    (one,) = told("The crash killed 96 people.", "The crash killed nearly 100 people.")
    assert one == ("figure", None, "96", "nearly 100")


def test_a_speaker_of_few_words_is_a_speaker_and_not_a_name() -> None:
    (one,) = told("“We will sue,” Ivo Brandt said there.", "“We will sue,” Sven Kall said there.")
    assert one == ("attribution", "speaker", "Ivo Brandt", "Sven Kall")


def test_a_name_behind_the_same_title_in_a_sentence_written_anew_is_another_name() -> None:
    found = told(
        "Judge Ola Prinz sentenced the skipper to two years in jail.",
        "The skipper was jailed for two years by Judge Una Lowe.",
    )
    assert ("name", None, "Ola Prinz", "Una Lowe") in found


def test_an_adjective_behind_a_verb_of_being_has_no_doer() -> None:
    found = told(
        "An alliance with Quay Lines was possible.", "One possible alliance with Quay Lines was near."
    )
    assert "agent" not in [detail for _, detail, _, _ in found]


def test_a_name_set_between_marks_is_no_quotation() -> None:
    found = told("The programme called Bolt ends in May.", "The programme called “Bolt” ends in May.")
    assert "quotation" not in [kind for kind, _, _, _ in found]


@pytest.mark.parametrize(
    ("right", "misread"),
    [("lamp", "1amp"), ("silk", "siIk"), ("hall", "ha11"), ("boats", "b0ats"), ("sails", "5ails")],
)
def test_a_letter_that_a_machine_misread_is_a_slip_in_a_quotation_too(right: str, misread: str) -> None:
    text = "The keeper came down at dawn.\n\n“We put the {} where it stood before the flood,” said Ana Kael.\n\nNobody was hurt."
    (one,) = between(text.format(right), text.format(misread))
    assert (one.kind, one.weight, one.before, one.after) == ("slip", "wording", right, misread)


def test_another_word_in_a_quotation_is_no_misread_letter() -> None:
    text = "The keeper came down at dawn.\n\n“We put the {} where it stood before the flood,” said Ana Kael.\n\nNobody was hurt."
    (one,) = between(text.format("lamp"), text.format("clock"))
    assert (one.kind, one.weight) == ("quotation", "substance")
