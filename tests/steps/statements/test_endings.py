"""Where what somebody said ends, and the reporter goes on."""

from __future__ import annotations

import pytest

from retold.steps.statements.endings import is_attribution, reporter_goes_on
from tests.steps.statements.reading import tree_of
from tests.steps.statements.test_first_looks import told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Vosk Mills said it would sell more flour this year, sending its shares up by a tenth.",
            "it would sell more flour this year",
        ),
        ("The mayor said the lock would stay, drawing boos from the gallery.", "the lock would stay"),
        ("The mayor said the lock would stay, a promise boatmen called empty.", "the lock would stay"),
        ("A mason warned that the wall was cracked, the jury heard on Tuesday.", "the wall was cracked"),
        ("The mayor said the lock would stay, a claim boatmen dispute.", "the lock would stay"),
        ("The mason said the wall was cracked, the court was told.", "the wall was cracked"),
        ("The coach is calling the verdict a “joke” and sticking to it.", "the verdict a “joke”"),
    ],
)
def test_what_came_of_a_saying_and_who_heard_it_is_no_part_of_it(text: str, words: str) -> None:
    assert told(text)[0][1] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The mate said the wave struck the pier, sending crates into the water.",
            "the wave struck the pier, sending crates into the water",
        ),
        ("The mill said it would rest until spring, which begins in March.", "it would rest until spring, which begins in March"),
    ],
)  # fmt: skip
def test_what_the_speaker_goes_on_with_is_his(text: str, words: str) -> None:
    assert told(text)[0][1] == words


def test_the_comma_before_who_heard_it_is_found() -> None:
    tree = tree_of("The wall was cracked, the jury heard on Tuesday.")
    comma = tree.words.index(",")
    assert is_attribution(tree, comma)
    assert reporter_goes_on(tree, 0, comma) == comma - 1
    assert reporter_goes_on(tree, 0, comma - 1) is None


def test_who_disputes_what_the_reporter_calls_a_claim_does_not_say_it() -> None:
    text = "The mayor told reporters the lock would stay, a claim boatmen dispute."
    assert [who for who, _ in told(text)] == ["The mayor"]
