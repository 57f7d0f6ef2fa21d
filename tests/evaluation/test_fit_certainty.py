"""The cases on which the certainty of words without marks is fitted, and how they are judged."""

from __future__ import annotations

from evaluation.corpora.polnear import Attribution, PolnearArticle
from evaluation.fit import certainty
from evaluation.metrics.calibration import calibration_error
from retold.corpus.witnesses import witness
from retold.model import Article
from retold.settings import Settings
from retold.steps import statements
from retold.steps.statements.certainty import Marks

TEXT = (
    "Orla Vann said that the pier would close in May. Jan Orme claimed the sand was his. "
    "Ida Brand said that keepers feared the tide would rise."
)


def marked(source: str, content: str) -> Attribution:
    """An attribution by its words."""
    places = [(TEXT.index(words), TEXT.index(words) + len(words)) for words in (source, content)]
    return Attribution(places[:1], places[1:])


def cases(*attributions: Attribution) -> list[certainty.Case]:
    said = statements.utterances(witness(Article("a", TEXT), Settings()), None)
    article = PolnearArticle("a", "Quay Courant", TEXT, None, attributions)
    return list(certainty.cases_of(article, said))


def test_a_statement_is_right_by_half_of_its_words_and_its_source() -> None:
    vann = marked("Orla Vann", "the pier would close in May")
    other = marked("Orla Vann", "the sand was his")
    brand = marked("Ida Brand", "keepers feared the tide would rise")
    found = cases(vann, other, brand)
    assert [(one.worded, one.right) for one in found] == [(True, True), (True, False), (True, True)]
    assert all(len(one.marks) == len(Marks._fields) and one.outlet == "Quay Courant" for one in found)


def test_what_nobody_marked_is_no_words_of_anybody() -> None:
    assert next((one.worded, one.right) for one in cases()) == (False, False)


def test_a_saying_inside_what_another_said_is_passed_over() -> None:
    brand = marked("Ida Brand", "keepers feared the tide would rise")
    assert len(cases(brand)) == 3  # the keepers' fear stands in what she said


def test_rows_have_a_number_for_each_mark_and_folds_by_article_and_outlet() -> None:
    rows = certainty.rows_of(cases(marked("Orla Vann", "the pier would close in May")))
    assert rows.values.shape == (3, 1, len(Marks._fields))
    assert rows.truth.tolist() == [True, False, False]
    assert (rows.story[0], rows.outlet[0]) == ("a", "Quay Courant")


def test_what_is_stated_too_high_is_an_error() -> None:
    assert round(calibration_error([(0.9, True), (0.9, False), (0.1, False)]), 3) == 0.3
