"""One pass over the sentences of an article."""

from __future__ import annotations

from collections.abc import Sequence

from retold import parameters
from retold.model import DateMention, Statement
from retold.settings import Statements
from retold.steps import statements
from retold.steps.statements.reader import Reader
from retold.steps.statements.segments import segments
from tests.steps.statements.reading import english, witness

P = parameters.of("statements", "reader")


def find(text: str, dates: Sequence[DateMention] = (), furniture: Sequence[str] = ()) -> list[Statement]:
    return statements.find(witness(text, dates, furniture), None, Statements())


def test_a_sentence_that_was_not_parsed_still_gives_its_quotations_to_who_spoke() -> None:
    text = "Orla Vann said the pier was shut. “We will open it again in May.”"
    assert [one.speaker_name for one in find(text)] == ["Orla Vann", "Orla Vann"]


def test_without_a_tree_a_reader_finds_no_cue() -> None:
    one = witness("Orla Vann said the pier was shut.")
    assert Reader(one, segments(one, english()), {}, english()).read() == []


def test_an_outlet_that_is_quoted_is_less_sure_than_a_person() -> None:
    (one,) = find("“The pier will be shut for all of the winter,” according to the Harbour Post.")
    assert one.support == P.number("credited")


def test_nobody_speaks_to_himself() -> None:
    (one,) = find("Orla Vann told Vann that the pier was shut.")
    assert one.addressees == ()


def test_pieces_of_one_quotation_are_one_statement() -> None:
    text = "Orla Vann said: “The pier is safe.\n\n“All will be well.”"
    (one,) = find(text)
    assert [piece.of(text) for piece in one.content] == ["The pier is safe.", "All will be well."]


def test_a_sentence_that_is_mostly_furniture_gives_nothing() -> None:
    text = "Orla Vann said the pier was shut. Ida Brock said you should read our letter."
    kept = find(text, furniture=["Brock said you should read our letter."])
    assert [one.speaker_name for one in kept] == ["Orla Vann"]


def test_a_quotation_in_furniture_gives_nothing() -> None:
    text = "Orla Vann said the pier was shut. “Read all about it in our letter,” said Ida Brock of the port office."
    kept = find(text, furniture=["“Read all about it in our letter,”"])
    assert not any("letter" in piece.of(text) for one in kept for piece in one.content)


def test_who_is_named_in_furniture_only_is_meant_by_no_pronoun() -> None:
    text = "Bram Toller writes for us.\n\nThe pier was shut. He said the ice was thin."
    assert [one.speaker_name for one in find(text)] == ["Bram Toller"]
    assert [one.speaker_name for one in find(text, furniture=["Bram Toller writes for us."])] == [None]
