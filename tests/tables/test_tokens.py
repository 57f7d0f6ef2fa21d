"""The table of tokens: one row a word, each column made once."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from retold import language
from retold.model import Article, Span
from retold.steps import dates, quotes, words
from retold.tables import Witness
from retold.tables.tokens import Tokens, capitals, touched

TEXT = (
    "Back to top\n\n"
    "The ferry Tern sank on Monday, Ana Kael said. “Go now,” she told 20 crews – Nobody did.\n\n"
    "Harbour shut"
)


def witness(text: str, furniture: tuple[Span, ...] = ()) -> Witness:
    english = language.of("en")
    paragraphs = words.paragraphs(text)
    return Witness(
        article=Article("a", text),
        words=words.split(text),
        sentences=words.sentences(text, paragraphs, english),
        paragraphs=paragraphs,
        quotes=quotes.find("a", text, paragraphs),
        dates=dates.find(text, "2031-05-07", english, "a"),
        figures=tuple(english.numbers.find(text)),
        furniture=furniture,
        language=english,
    )


def table(text: str = TEXT, furniture: tuple[Span, ...] = (Span("a", 0, 11),)) -> tuple[Tokens, list[str]]:
    one = witness(text, furniture)
    return one.tokens, [text[a:b] for a, b in zip(one.tokens.starts, one.tokens.ends, strict=True)]


def those(flags: object, shown: list[str]) -> list[str]:
    return [word for word, held in zip(shown, np.asarray(flags).tolist(), strict=True) if held]


def test_words_in_quotation_marks_are_known_by_their_quotation() -> None:
    tokens, shown = table()
    assert those(tokens.quoted, shown) == ["Go", "now"]
    assert set(tokens.quotation.tolist()) == {0, 1}


def test_furniture_is_known_by_its_words() -> None:
    tokens, shown = table()
    assert those(tokens.furniture, shown) == ["Back", "to", "top"]


def test_openers_are_those_whose_capital_says_nothing() -> None:
    tokens, shown = table()
    assert those(tokens.opener, shown) == ["Back", "The", "Go", "Nobody", "Harbour"]


def test_names_begin_with_a_capital_inside_a_sentence() -> None:
    tokens, shown = table()
    assert those(tokens.name, shown) == ["Tern", "Monday", "Ana", "Kael"]


def test_capitals_are_told_of_openers_as_well() -> None:
    text = "The mole held, Kael wrote."
    assert capitals(text, words.split(text)).tolist() == [True, False, False, True, False]


def test_a_word_is_touched_by_a_range_that_has_one_of_its_characters() -> None:
    text = "The mole held."
    held = words.split(text)
    assert touched(held, [(0, 5)]).tolist() == [True, True, False]
    assert not touched(held, [(3, 4)]).any()


def test_figures_and_dates_point_to_what_they_are_part_of() -> None:
    tokens, shown = table()
    assert those(tokens.figure, shown) == ["20"]
    assert those(tokens.date, shown) == ["Monday", "now"]


def test_sentences_and_paragraphs_are_numbered_from_none() -> None:
    tokens, shown = table()
    assert tokens.paragraph.tolist()[0] == 0 and tokens.paragraph.tolist()[-1] == 2
    assert tokens.sentence.tolist() == sorted(tokens.sentence.tolist())
    assert tokens.sentence[shown.index("Harbour")] == tokens.sentence.max()


def test_a_text_without_words_has_an_empty_table() -> None:
    tokens, shown = table("…", ())
    assert len(tokens) == 0 and shown == []


def test_a_table_is_made_once() -> None:
    one = witness(TEXT)
    assert one.tokens is one.tokens


def test_the_columns_make_an_arrow_batch() -> None:
    tokens, shown = table()
    batch = pa.record_batch(dict(tokens.columns()))
    assert batch.num_rows == len(shown) and "quotation" in batch.schema.names


@given(st.text(alphabet='ab “”"\n.–:1A', max_size=80))
def test_every_column_has_a_row_for_every_word(text: str) -> None:
    tokens = witness(text).tokens
    assert {len(column) for column in tokens.columns().values()} == {len(words.split(text))}
