"""Speech without quotation marks."""

from __future__ import annotations

from retold.corpus import witnesses
from retold.model import Article
from retold.steps.story import spoken

NEWS = (
    "The lock on the Orr was shut on Friday after a barge had sunk, and the port sent two tugs from Lindau."
)
ORDER = "The board met the crews in the evening and let them go home, which no board had done before."
TALK = "I have worked on this lock for nine years, and my crew and I have never seen such a flood."


def found(*paragraphs: str) -> float:
    """The share of the words that count as speech."""
    made = witnesses.bare(Article("a", "\n\n".join(paragraphs), language="en"))
    return float(spoken.in_first_person(made).mean())


def test_a_paragraph_that_somebody_tells_of_himself_is_speech() -> None:
    assert 0 < found(NEWS, TALK, ORDER) < 0.5


def test_one_word_of_oneself_makes_no_speech() -> None:
    assert found(NEWS, ORDER.replace("The board", "Our board")) == 0


def test_words_between_marks_are_quotations_and_no_speech() -> None:
    assert found(NEWS, f"“{TALK}”", ORDER) == 0


def test_an_article_told_in_the_first_person_is_its_authors() -> None:
    assert found(TALK, TALK.replace("lock", "weir"), TALK.replace("nine", "ten")) == 0


def test_a_language_without_such_words_has_no_speech() -> None:
    made = witnesses.bare(Article("a", TALK, language="xx"))
    assert not spoken.in_first_person(made).any()
