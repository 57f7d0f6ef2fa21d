"""Choices that are fitted, pronouns whose bearers are known, and how they are drawn."""

from __future__ import annotations

import numpy as np
import pytest

import retold
from evaluation import corpora
from evaluation.corpora.bearers import Bearer, bearers
from evaluation.fit import choices, pronouns
from evaluation.labels import draw_pronouns
from evaluation.suites import pronouns as suite
from retold import Article


def test_the_weights_of_a_choice_are_found_again() -> None:
    rng, true = np.random.default_rng(4), np.array([2.0, -1.0])
    cases = []
    for _ in range(3000):
        marks = rng.normal(size=(3, 2))
        cases.append(choices.Case(marks, int(rng.choice(3, p=choices.stated(true, marks)))))
    assert np.abs(choices.fitted(cases) - true).max() < 0.2


def test_a_choice_is_a_share_of_one() -> None:
    shares = choices.stated(np.array([1.0]), np.array([[900.0], [0.0]]))
    assert shares.sum() == pytest.approx(1.0) and shares[0] == pytest.approx(1.0)


def test_a_bearer_is_called_by_the_surname() -> None:
    one = Bearer("pile_allsides", "a", 3, "orme")
    assert one.is_called("Ana Orme") and not one.is_called("Orme Dell")


def test_months_are_held_or_fitted_on_as_a_whole() -> None:
    if suite.NEEDS and not (corpora.SHARED / suite.NEEDS[0]).exists():
        pytest.skip(f"{corpora.SHARED} is not there")
    by_month: dict[str, set[bool]] = {}
    for known in list(bearers().values())[:200]:
        for one in known:
            by_month.setdefault(one.month, set()).add(one.held)
    assert all(len(held) == 1 for held in by_month.values())


def test_the_candidates_of_a_pronoun_are_seen() -> None:
    text = "Rolf Dell spoke. “It was late,” he said."
    with pronouns._watched() as found:
        list(retold.statements(Article("a", text)))
    ((candidates, nobody),) = found.values()
    assert [one.entity.printed for one in candidates] == ["Rolf Dell"] and nobody.one == 1.0


def test_a_pronoun_is_drawn_where_another_article_names_who_speaks() -> None:
    words = "the quay will be open again to every boat by noon on Friday"
    first = Article("a", f"Rolf Dell met the crews. “I hope that {words},” he said.")
    second = Article("b", f"“I hope that {words},” harbour master Rolf Dell said.")
    month = [one for article in (first, second) for one in draw_pronouns.said_in(article)]
    ((one, other),) = draw_pronouns.bearers_of(month)
    assert (one.article.id, one.mention, draw_pronouns.surname(other)) == ("a", "he", "dell")
