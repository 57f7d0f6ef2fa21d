"""The documents' model fitted anew: on corpora whose histories are known."""

from __future__ import annotations

import numpy as np
import pytest

from evaluation.fit import documents
from evaluation.fit.documents import Known
from retold.steps.lineage import document
from retold.steps.lineage.document import Habits, Seen


def chain(corpus: str, count: int, *, forked: bool = False) -> Known:
    """Versions stamped one after another, each made from the last one, or all from the first."""
    steps = np.abs(np.arange(count)[:, None] - np.arange(count)[None, :])
    between = (steps - 1).clip(min=0)
    time = np.where(np.arange(count)[:, None] > np.arange(count)[None, :], -5.0, 0.0)
    apart = np.log1p(10.0 * (np.ones((count, count)) if forked else steps))
    sources = [-1, *([0] * (count - 1) if forked else range(count - 1))]
    return Known(corpus, Seen(apart, between / (between + 1), time), np.array(sources, dtype=np.int32))


def test_a_chain_is_found_and_its_edges_are_likely() -> None:
    found = documents.edges([chain("laws", 6)], document.HABITS)
    assert len(found) == 5 and all(right and chance > 0.8 for chance, right in found)


def test_the_habit_of_editing_the_last_version_is_learnt_from_chains_and_not_from_forks() -> None:
    tried = (Habits(0.0, 0.5, 0.1), Habits(0.0, 2.5, 1.0))
    for known, wanted in ((chain("laws", 8), tried[1]), (chain("forks", 8, forked=True), tried[0])):
        likely = {one: documents.likelihoods([known], one) for one in tried}
        assert documents.best(likely, [0]) == wanted


def test_a_corpus_is_judged_by_numbers_chosen_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    few = [Habits(1.0, 0.5, 0.1), Habits(1.0, 2.5, 1.0)]
    monkeypatch.setattr(documents, "candidates", lambda: few)
    known = [chain("laws", 8), chain("laws", 6), chain("forks", 8, forked=True)]
    found = {one.corpus: one for one in documents.judged(known)}
    assert found["forks"].habits == few[1] and found["laws"].habits == few[0]
    assert found["laws"].right > found["forks"].right


def test_supports_rise_with_the_probability() -> None:
    points = documents.stated([chain("laws", 6), chain("forks", 6, forked=True)], document.HABITS)
    values = [value for _, value in points]
    assert values == sorted(values) and values[0] >= 0 and values[-1] <= 1


def test_what_is_shown_names_each_corpus(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "candidates", lambda: [document.HABITS])
    shown = documents.shown([chain("laws", 5), chain("forks", 5, forked=True)])
    assert shown.count("laws") == 2 and shown.count("forks") == 2 and "2 families" in shown
