"""Words that are handed on, answered, or drawn out of somebody belong to him whose words they are."""

from __future__ import annotations

import pytest

import retold
from retold import Article

SHOUT = "“The pier is finished,” Mara Lind shouted, prompting Jon Pell to reply, “It was never begun.”"
LETTER = (
    "Mara Lind forwarded the letter to her deputy, Jon Pell, with the instruction, “We should settle this by "
    "noon,” to which Mr. Pell replied, “Will do.”"
)
QUESTION = "Mara Lind opened the session with the question “Who paid?” and Jon Pell answered, “Nobody did.”"


def told(text: str) -> list[tuple[str | None, str]]:
    """Who says what, by name and the words in one piece."""
    found = retold.statements(Article("a", text))
    return [(one.speaker_name, " … ".join(span.of(text) for span in one.content)) for one in found]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (SHOUT, ("Mara Lind", "The pier is finished,"), ("Jon Pell", "It was never begun.")),
        (LETTER, ("Mara Lind", "We should settle this by noon,"), ("Jon Pell", "Will do.")),
        (QUESTION, ("Mara Lind", "Who paid?"), ("Jon Pell", "Nobody did.")),
    ],
)
def test_each_has_his_own_words(text: str, first: tuple[str, str], second: tuple[str, str]) -> None:
    assert told(text) == [first, second]


def test_who_is_made_to_say_so_has_said_it_and_who_is_asked_to_has_not() -> None:
    assert told("The vote led Mara Lind to declare that the pier was lost.") == [
        ("Mara Lind", "the pier was lost")
    ]
    asked = told("Mara Lind asked Jon Pell to say that the pier was safe.")
    assert asked == [("Mara Lind", "to say that the pier was safe")]


def test_a_passive_inside_what_was_said_does_not_cut_it() -> None:
    (told_so,) = told("Two guards said that boats were idle and their crews were told to wait.")
    assert told_so[1] == "boats were idle and their crews were told to wait"


def test_a_note_with_a_quotation_is_of_who_sent_it() -> None:
    ((name, words),) = told("Mara Lind sent the plan back with the note “This is far too dear for us.”")
    assert (name, words) == ("Mara Lind", "This is far too dear for us.")


def test_what_others_shout_beside_is_theirs() -> None:
    text = "Reporters said a bus with a squad was called in, while dockers chanted, “Hands off our pay,” a line of theirs."
    (first, second) = retold.statements(Article("a", text))
    assert [span.of(text) for span in first.content] == ["a bus with a squad was called in"]
    assert second.speaker is not None and second.speaker.of(text) == "dockers"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Karl Morrel said the pier is shut and called for help from the county.", "the pier is shut"),
        ("Karl Morrel said the pier was shut but declined to say who had shut it.", "the pier was shut"),
        (
            "A source said the port had limited powers and said it would ask for more.",
            "the port had limited powers",
        ),
        (
            "The bank said it had no plans to sell the yard but could consider it next year.",
            "it had no plans to sell the yard but could consider it next year",
        ),
        (
            "Karl Morrel said the yard was growing and claimed more land each year.",
            "the yard was growing and claimed more land each year",
        ),
    ],
)
def test_a_joined_verb_is_of_who_tells_only_where_the_tenses_say_so(text: str, words: str) -> None:
    assert told(text)[0][1] == words


def test_words_in_marks_are_not_of_whom_somebody_urges() -> None:
    text = (
        "Karl Morrel urged members to remember that the founders feared a chair who ruled “as the tide does.”"
    )
    assert [name for name, _ in told(text)] == ["Karl Morrel"]


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (
            "Karl Morrel, 23, is to be charged with theft, a lawyer for Morrel said.",
            None,
            "Karl Morrel, 23, is to be charged with theft",
        ),
        (
            "Karl Morrel, 23, is to be charged with a theft from an office, a lawyer for Morrel, Robert Hint, said.",
            "Robert Hint",
            "Karl Morrel, 23, is to be charged with a theft from an office",
        ),
    ],
)
def test_charges_are_of_the_lawyer_and_not_of_whom_he_stands_for(
    text: str, name: str | None, words: str
) -> None:
    assert told(text) == [(name, words)]
    (found,) = retold.statements(Article("a", text))
    assert found.speaker is not None and found.speaker.of(text) == "a lawyer for Morrel"


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("He believes it is now up to Morrel to mend the rift.", None),
        ("He said Morrel would mend the rift.", None),
        ("He said he was told of it despite trailing Morrel badly.", "Karl Morrel"),
        ("He said the rift was a matter for Morrel Ltd.", "Karl Morrel"),
    ],
)
def test_a_pronoun_is_nobody_whom_its_words_name_as_one_who_takes_part(
    sentence: str, name: str | None
) -> None:
    text = f"Karl Morrel said the rift was deep. {sentence}"
    assert told(text)[1][0] == name
