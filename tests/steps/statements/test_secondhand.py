"""One who only hands on what another said has no words of his own."""

import pytest

import retold
from retold.steps.statements.frames import frames
from retold.steps.statements.secondhand import first_hand
from tests.steps.statements.reading import tree_of


def told(text: str) -> list[tuple[str | None, str]]:
    article = retold.Article("a", text)
    return [
        (one.speaker_name, " ".join(span.of(text) for span in one.content))
        for one in retold.statements(article)
    ]


@pytest.mark.parametrize(
    "behind",
    [
        "harbour master Tove Quill said, the Lissel Courier reported.",
        "harbour master Tove Quill said, writes Aron Vesk.",
        "harbour master Tove Quill told the council, reports Aron Vesk from Lissel.",
        "harbour master Tove Quill said, a deckhand said.",
    ],
)
def test_the_words_belong_to_the_first_of_two_who_follow_on_a_quotation(behind: str) -> None:
    assert told(f"“The pier will hold until spring,” {behind}") == [
        ("Tove Quill", "The pier will hold until spring,")
    ]


def test_who_is_told_of_by_another_has_the_words_that_follow_him() -> None:
    found = told("On Friday, the dockers said, the port company told crews that the pier would shut.")
    assert any("the pier would shut" in words for _, words in found)


def test_a_name_and_a_verb_are_nobody_s_words() -> None:
    found = told("The pier will hold, harbour master Tove Quill said, reports Aron Vesk.")
    assert all("Vesk" not in words and "Quill said" not in words for _, words in found)


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("The pier will hold, Quill said, the Courier reported.", ["said"]),
        ("The pier will hold, Quill said, and Vesk reported that it would not.", ["said", "reported"]),
        ("Quill said the pier will hold.", ["said"]),
    ],
)
def test_only_the_last_of_two_who_follow_on_each_other_is_left_out(text: str, cues: list[str]) -> None:
    tree = tree_of(text)
    assert [tree.words[one.cue] for one in first_hand(tree, frames(tree))] == cues


@pytest.mark.parametrize(
    "text",
    [
        "The pier will hold until spring, Tove Quill was quoted as saying by the harbour news agency.",
        "The pier will hold until spring, Tove Quill was quoted by the Courier as saying.",
        "The pier will hold until spring, the Courier quoted Tove Quill as saying.",
        "“The pier will hold until spring,” Tove Quill is recorded as saying in the minutes.",
    ],
)
def test_the_words_are_of_the_one_who_is_quoted(text: str) -> None:
    assert [(name, words.strip("“”,")) for name, words in told(text)] == [
        ("Tove Quill", "The pier will hold until spring")
    ]


def test_an_interpreter_says_nothing_of_his_own() -> None:
    text = "“The pier will hold,” Tove Quill told the inquiry, according to the interpreter, Aron Vesk."
    assert told(text) == [("Tove Quill", "The pier will hold,")]
