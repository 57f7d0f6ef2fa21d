"""The first real case: two reports of the same calls; who says what in each.

Holds names and roles from the project's plan, none of the texts.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from retold import language
from retold.model import Article, Statement
from retold.settings import Statements
from retold.steps import quotes, statements, words
from retold.tables import Witness


def read(path: Path) -> Witness:
    from retold.steps import dates

    text = path.read_text(encoding="utf-8")
    paragraphs = words.paragraphs(text)
    return Witness(
        article=Article(path.stem, text),
        words=words.split(text),
        sentences=words.sentences(text, paragraphs, language.of("en")),
        paragraphs=paragraphs,
        quotes=quotes.find(path.stem, text, paragraphs, language.of("en")),
        language=language.of("en"),
        dates=tuple(dates.find(text, "2021-05-24", language.of("en"), path.stem)),
    )


@pytest.fixture(scope="module")
def told(shared: Path) -> list[list[tuple[str, Statement]]]:
    """Of each text, the statements that have words, with those words."""
    found = []
    for path in sorted((shared / "seeds").glob("*.txt")):
        whole = read(path)
        said = statements.find(whole, None, Statements())
        found.append([(s.content[0].of(whole.text), s) for s in said if s.content])
    return found


def with_word(told: list[tuple[str, Statement]], word: str) -> Statement:
    found = [statement for text, statement in told if word in text]
    assert len(found) == 1
    return found[0]


def test_two_quotations_changed_mouths(told: list[list[tuple[str, Statement]]]) -> None:
    first, second = told
    for word in ("epic", "balance"):
        assert (with_word(first, word).speaker_name or "").endswith("Haniyeh")
        assert (with_word(second, word).speaker_name or "").endswith("Salami")


def test_the_slip_is_resolved_in_both(told: list[list[tuple[str, Statement]]]) -> None:
    for said in told:
        assert (with_word(said, "alone").speaker_name or "").endswith("Salami")


def test_every_utterance_has_speaker_hearer_and_cue(told: list[list[tuple[str, Statement]]]) -> None:
    for said in told:
        assert len(said) >= 6
        for _, one in said:
            assert one.speaker_name
            assert one.addressee_name
            assert one.cue is not None


def test_the_day_of_the_calls_is_the_saturday_before(told: list[list[tuple[str, Statement]]]) -> None:
    for said in told:
        assert {(one.when or "")[:10] for _, one in said} == {"2021-05-22"}
