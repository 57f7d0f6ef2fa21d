"""Whole invented texts of each form in which reports give words to somebody, read from end to end."""

from __future__ import annotations

import pytest

import retold
from retold import Article

SURE = 0.6  # support from which on somebody is said to have spoken


def said(text: str) -> list[tuple[str | None, str]]:
    """Speaker and words of each statement that has words and is not unsure."""
    found = retold.statements(Article("a", text))
    return [
        (one.speaker_name, " ".join(span.of(text) for span in one.content))
        for one in sorted(found, key=lambda one: [span.start for span in one.content])
        if one.content and one.support >= SURE
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("On Friday Orla Vann said the pier was shut.", "Orla Vann", "the pier was shut"),
        ("“It is over,” Vann Thursday said.", "Vann", "It is over,"),
        ("“A poor day.” – Quay Trust director Orla Vann", "Orla Vann", "A poor day."),
        ("“We lend,” the president of Quay Trust Orla Vann said.", "Orla Vann", "We lend,"),
        ("“It is empty,” said one, Orla Vann of Quay Securities.", "Orla Vann", "It is empty,"),
        ("\"Never,\" said Orla 'Lol' Vann, 61.", "Orla 'Lol' Vann", "Never,"),
        (
            "The Courier quoted pilot Orla Vann as saying: “She came in fast.”",
            "Orla Vann",
            "She came in fast.",
        ),
        ("Pilot Pim Aske recalled Vann telling him: “Drop the rope.”", "Vann", "Drop the rope."),
        (
            "The court was told by clerk Pim Aske that Vann bragged about it, saying: “They were easy.”",
            "Vann",
            "They were easy.",
        ),
        (
            "The Ministry for Ports and Piers said the quota would fall.",
            "Ministry for Ports and Piers",
            "the quota would fall",
        ),
        (
            "The Society for the Care of Eels said it was sorry.",
            "Society for the Care of Eels",
            "it was sorry",
        ),
        ("Aske, Vann & Partners said it would sue.", "Aske, Vann & Partners", "it would sue"),
        ("“TARN — We stay on the pier,” Orla Vann said.", "Orla Vann", "We stay on the pier,"),
        ("RAVELPORT (Tidings) — Two boats sank on Sunday, police said.", None, "Two boats sank on Sunday"),
    ],
)
def test_words_go_to_who_said_them(text: str, speaker: str | None, words: str) -> None:
    assert (speaker, words) in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nobody said the well was safe.",
        "No one has said that the well is safe.",
        "If she said the well was safe, it would be safe.",
        "The roof leaks and the pews rot, writes Orla Vann.",
        "Vann: Theft, resisting arrest.\n\nAske: Speeding.\n\nBrel: Theft.",
    ],
)
def test_what_nobody_is_known_to_have_said_is_not_told(text: str) -> None:
    assert said(text) == []


def test_each_half_of_a_sentence_with_two_speakers_is_its_own() -> None:
    text = "Dr. Orla Vann said the ward was full; her deputy, Pim Aske, said it was not."
    assert said(text) == [("Orla Vann", "the ward was full"), ("Pim Aske", "it was not")]


def test_a_wife_is_not_the_husband_whose_full_name_comes_later() -> None:
    text = "Ms Vann said her husband, Colm Vann, had told the police: “I never touched the boat.”"
    assert said(text)[0][0] == "Vann" and said(text)[1][0] == "Colm Vann"


def test_who_is_asked_answers_and_not_who_asked_or_spoke_before() -> None:
    text = "“It was dark,” said witness Orla Vann.\n\nWhen reporters asked Aske about it, he said: “Ask the crew.”"
    assert said(text)[-1] == ("Aske", "Ask the crew.")
    text = "Asked by reporters whether he would go, Minister Pim Aske shook his head. “I have work to do.”"
    assert said(text)[-1] == ("Pim Aske", "I have work to do.")


def test_a_statement_without_marks_goes_to_who_leads_to_it_and_ends_with_it() -> None:
    text = (
        "In a statement, Quay Trust chairman Pim Aske said:\n\n"
        "We have heard the town. The cranes stay.\n\nThe council met on Monday."
    )
    assert said(text) == [("Pim Aske", "We have heard the town. The cranes stay.")]


def test_a_letter_belongs_to_who_signs_it() -> None:
    text = "Dear crew,\n\nI leave in May.\n\nSincerely,\n\nOrla Vann\n\n(Writing by Pim Aske)"
    assert said(text) == [("Orla Vann", "I leave in May.")]


def test_a_post_is_without_its_links_and_its_author_without_letters_behind_the_name() -> None:
    text = (
        "The member answered.\n\nThe pier stays. pic.example.com/abc\n— Orla Vann MP (@orlavann) May 4, 2024"
    )
    assert said(text) == [("Orla Vann", "The pier stays.")]


def test_answers_of_an_interview_that_only_its_questions_show() -> None:
    text = (
        "Pilot Orla Vann talks about her boat.\n\n"
        "When did you buy it?\n\nI bought it in the flood year. It was cheap.\n\n"
        "Do you sail it alone?\n\nMy daughter comes along.\n\n"
        "Would you sell it?\n\nNever. I would rather sell my house."
    )
    assert ("Orla Vann", "My daughter comes along.") in said(text)
    assert all("?" not in words for _, words in said(text))


def test_a_speech_that_asks_itself_is_no_interview() -> None:
    text = (
        "Orla Vann leads the pilots.\n\nWhat did I find in the shed?\n\nI found a boat, and you know it.\n\n"
        "What did I do then?\n\nI took you all out to sea.\n\nWhat have I learnt?\n\nI have learnt to row."
    )
    assert said(text) == []


def test_an_unknown_verb_with_its_particle_beside_a_quotation_tells_who_speaks() -> None:
    text = "“Who pays?” asked Pim Aske.\n\nThey were silent until Orla Vann piped up, “I would pay a crown.”"
    assert said(text)[-1] == ("Orla Vann", "I would pay a crown.")
