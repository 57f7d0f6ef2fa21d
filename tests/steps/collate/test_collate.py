"""All versions side by side."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from retold.errors import InputError
from retold.model import Article, Span
from retold.settings import Align
from retold.steps import collate, words
from retold.tables import Grid, Witness

SETTINGS = Align()


def witness(name: str, text: str, furniture: tuple[Span, ...] = ()) -> Witness:
    paragraphs = words.paragraphs(text)
    sentences = words.sentences(text, paragraphs)
    return Witness(Article(name, text), words.split(text), sentences, paragraphs, furniture=furniture)


def collated(*texts: str) -> Grid:
    return collate.collate([witness(f"w{k}", text) for k, text in enumerate(texts)], SETTINGS)


def columns(*texts: str) -> list[tuple[str, ...]]:
    return list(collate.readings(collated(*texts)).columns)


def test_equal_readings_share_a_place() -> None:
    assert columns("The ferry sank.", "The ferry sank.") == [
        ("The", "The"),
        ("ferry", "ferry"),
        ("sank.", "sank."),
    ]


def test_another_reading_stands_in_the_same_place() -> None:
    found = columns("the old ferry sank at noon", "the old ship sank at noon", "the old ship sank at dusk")
    assert ("ferry", "ship", "ship") in found
    assert ("noon", "noon", "dusk") in found
    assert len(found) == 6


def test_an_added_word_has_a_place_of_its_own() -> None:
    found = columns("the crew kept calm today", "the brave crew kept calm today", "the crew kept calm today")
    assert ("", "brave", "") in found


def test_words_outrank_punctuation() -> None:
    found = columns("“No,” he said; they left.", "No he said. They left", "“No” – he said – they left!")
    assert [tuple(t.strip("“”,;.–! ").lower() for t in row) for row in found] == [
        ("no",) * 3,
        ("he",) * 3,
        ("said",) * 3,
        ("they",) * 3,
        ("left",) * 3,
    ]


def test_opening_marks_cling_to_the_word_after_them() -> None:
    found = columns("He said: “Go (now)!” - then left.")
    assert [row[0] for row in found] == ["He", "said:", "“Go", "(now)!” -", "then", "left."]


def test_a_moved_sentence_is_noted() -> None:
    one = "Alma sank off the mole at dawn. The crew of nine was saved by a tug. An inquiry opens next week."
    two = "The crew of nine was saved by a tug. An inquiry opens next week. Alma sank off the mole at dawn."
    grid = collated(one, one.replace("inquiry", "inquest"), one, two)
    assert [move.sigil for move in grid.moves] == ["w3"]
    assert grid.moves[0].home == (0, 7)


def test_the_commonest_order_does_not_depend_on_the_input() -> None:
    texts = ["a b c d e f g h", "a b x d e f h", "b c d q e g h", "a c d e f f g h"]
    pile = [witness(f"w{k}", text) for k, text in enumerate(texts)]
    grids = []
    for seed in range(4):
        random.Random(seed).shuffle(pile)
        grids.append(collate.collate(pile, SETTINGS).cells.tolist())
    assert all(one == grids[0] for one in grids)


def test_no_witness_and_wordless_witnesses_are_no_error() -> None:
    assert collate.readings(collated()).columns == ()
    assert columns("", "…") == []
    assert columns("", "one word") == [("", "one"), ("", "word")]


@pytest.mark.long
def test_forty_versions_of_six_hundred_words_are_collated() -> None:
    chance = random.Random(5)
    lexicon = ["".join(chance.choices("abdegiklmnoprstu", k=chance.randint(2, 8))) for _ in range(400)]
    base = chance.choices(lexicon, k=600)
    texts = []
    for _ in range(40):
        copy = [chance.choice(lexicon) if chance.random() < 0.04 else word for word in base]
        texts.append(" ".join(word for word in copy if chance.random() > 0.03))
    grid = collated(*texts)
    assert len(grid.cells) < 800


def test_a_table_of_columns_becomes_a_grid_as_it_stands() -> None:
    grid = collate.columns({"B": ["the", "Cat,", ""], "A": ["The", "cat", "sat"]})
    assert [w.id for w in grid.witnesses] == ["A", "B"]
    assert grid.cells.tolist() == [[0, 0], [1, 1], [2, -1]]
    assert grid.form(1, 0) == grid.form(1, 1) != 0
    assert collate.readings(grid).columns == (("The", "the"), ("cat", "Cat,"), ("sat", ""))


def test_columns_of_unequal_length_are_refused() -> None:
    with pytest.raises(InputError, match="differ in length"):
        collate.columns({"A": ["a", "b"], "B": ["a"]})


@pytest.mark.long
def test_parzival_is_collated_better_than_by_the_best_known_tool(shared: Path) -> None:
    """CollateX reaches a token-pair F1 of .9935 there."""
    if not (shared / "stemma_parzival").is_dir():
        pytest.skip("needs stemma_parzival")
    from evaluation.suites import collate

    assert {one.name: one.value for one in collate.measures("quick")}["f1"] > 0.9935
