"""The model of cited sources, and how it is judged."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.fit import citations
from evaluation.fit.logistic import Rows
from retold.model import Derivation, Evidence


def rows(count: int = 80) -> Rows:
    """Arrows that are right where their run is long, each of a group of its own."""
    draw = np.random.default_rng(7)
    runs = draw.uniform(0, 4, count)
    values = np.c_[runs, draw.uniform(0, 1, count)][:, None, :]
    truth = runs + draw.normal(0, 0.5, count) > 2
    names = [f"g{number}" for number in range(count)]
    return Rows(values, truth, np.ones(count), names, names)


def test_the_weights_follow_what_was_read() -> None:
    found = citations.weights(rows())
    assert list(found) == ["citation.intercept", "citation.run", "citation.sentence"]
    assert found["citation.run"] > 1 > abs(found["citation.sentence"])


def test_from_a_higher_support_on_fewer_are_told_and_more_of_them_are_right() -> None:
    given = citations.cross_validated(rows())
    low, high = (citations.judged(rows(), given, least) for least in (0.2, 0.8))
    assert low.told > high.told and high.right / high.told > low.right / low.told
    assert "80 arrows" in citations.shown(rows())


def test_what_articles_connect_is_one_group() -> None:
    one, other, third = citations._groups([("a", "b"), ("c", "b"), ("d", "e")])
    assert one == other != third


@pytest.mark.parametrize(
    ("kinds", "tied"), [(["credit"], False), (["credit", "text"], True), (["time"], True)]
)
def test_a_citation_alone_is_no_tie(kinds: list[str], tied: bool) -> None:
    edge = Derivation("a", "b", True, 0.8, tuple(Evidence(kind, (), 1.0, "") for kind in kinds))
    assert citations._is_tie(edge, {"a", "b"}) is tied
    assert not citations._is_tie(edge, {"a", "c"})
