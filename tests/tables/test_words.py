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
