"""Words of one text and of many, by number and by character."""

from __future__ import annotations

from retold.steps import words
from retold.tables.words import SHAPES, ManyWords, shapes_of

TEXT = "Ana Kael saw the old ferry"


def test_a_range_of_characters_holds_words_or_touches_them() -> None:
    found = words.split(TEXT)
    assert found.within(5, 16) == (2, 4)  # saw the
    assert found.touching(5, 15) == (1, 4)  # Kael saw the
    assert found.chars(2, 4) == (9, 16)


def test_shapes_tell_capitals_and_short_words() -> None:
    found = words.split(TEXT)
    assert [SHAPES[k] for k in shapes_of(found, TEXT)] == [
        "named",
        "named",
        "short",
        "short",
        "short",
        "plain",
    ]


def test_many_texts_are_one_after_another() -> None:
    each = [words.split(TEXT), words.split(""), words.split("The mole")]
    many = ManyWords.of(each, [TEXT, "", "The mole"])
    assert len(many) == 3 and many.bounds.tolist() == [0, 6, 6, 8]
    assert many.text(2).forms.tolist() == each[2].forms.tolist()


def test_words_that_a_range_touches_are_left_out_of_their_text() -> None:
    texts = ["The mole fell", "", "The old mole"]
    many = ManyWords.of([words.split(text) for text in texts], texts)
    left = many.without([(0, 4, 6), (2, 0, 4)])
    assert left.bounds.tolist() == [0, 2, 2, 4]
    assert left.forms.tolist() == many.forms[[0, 2, 4, 5]].tolist()
    assert many.without([(1, 0, 9)]) is many
