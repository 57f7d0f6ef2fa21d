"""How far apart versions are as typed: words, marks, blanks, moved paragraphs."""

from __future__ import annotations

import numpy as np

from retold.corpus.witnesses import witness
from retold.model import Article
from retold.settings import Settings
from retold.steps.lineage import typed
from retold.tables import Witness

PARAGRAPHS = [
    "The harbour office of Lissel opens at eight on every working day of the week.",
    "Boats that come in after dark tie up at the north pier until the morning.",
    "Fees are paid at the window, and a receipt is kept on board for thirty days.",
]


def made(name: str, *paragraphs: str, between: str = "\n\n") -> Witness:
    return witness(Article(name, between.join(paragraphs)), Settings())


def apart(*versions: Witness) -> np.ndarray:
    return typed.log_distances(versions, np.zeros((len(versions),) * 2))


def test_equal_texts_are_not_apart_and_a_changed_word_is() -> None:
    changed = [PARAGRAPHS[0].replace("eight", "nine"), *PARAGRAPHS[1:]]
    found = apart(made("a", *PARAGRAPHS), made("b", *PARAGRAPHS), made("c", *changed))
    assert found[0, 1] == 0.0
    assert found[0, 2] == found[2, 0] > 0.0


def test_other_line_breaks_alone_part_two_texts() -> None:
    a, b, c = made("a", *PARAGRAPHS), made("b", *PARAGRAPHS), made("c", *PARAGRAPHS, between="\n")
    found = apart(a, b, c)
    assert found[0, 2] > found[0, 1]


def test_a_moved_paragraph_is_less_than_one_written_anew() -> None:
    first = made("a", *PARAGRAPHS)
    moved = made("b", PARAGRAPHS[1], PARAGRAPHS[0], PARAGRAPHS[2])
    anew = made(
        "c", "Nobody may land a catch of eels without the mark of the guild on every crate.", *PARAGRAPHS[1:]
    )
    found = apart(first, first, moved, anew)
    assert found[0, 2] < found[0, 3]


def test_readings_that_part_two_texts_count_beside_the_letters() -> None:
    versions = [made("a", *PARAGRAPHS), made("b", PARAGRAPHS[0]), made("c", *PARAGRAPHS)]
    readings = np.array([[0.0, 1.0, 40.0], [1.0, 0.0, 40.0], [40.0, 40.0, 0.0]])
    found = typed.log_distances(versions, readings)
    assert found[0, 2] > typed.log_distances(versions, np.zeros((3, 3)))[0, 2]


RETOLD = [
    "The harbour office at Lissel is open from eight o'clock each day that people work.",
    "From eight, all week but for the days of rest, one may call at the office of the port.",
    "Working days begin at eight for those who keep the port's office and its register.",
]


def test_what_reworded_versions_have_in_common_by_accident_says_nothing() -> None:
    versions = [made(f"r{n}", one) for n, one in enumerate(RETOLD)]
    readings = np.array([[0.0, 1.0, 40.0], [1.0, 0.0, 40.0], [40.0, 40.0, 0.0]])
    assert (typed.log_distances(versions, readings) == apart(*versions)).all()
