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
    differ = np.where(np.arange(count)[:, None] == 0, 1.0, 2.0) if forked else steps
    apart = np.log1p(10.0 * np.broadcast_to(differ, (count, count)))
    sources = [-1, *([0] * (count - 1) if forked else range(count - 1))]
    return Known(corpus, Seen(apart, between / (between + 1), time), np.array(sources, dtype=np.int32))


def test_a_chain_is_found_and_its_edges_are_likely() -> None:
    found = documents.edges(chain("laws", 6), document.HABITS)
    assert len(found) == 5 and all(right and chance > 0.8 for chance, right in found)


def test_what_is_right_and_sure_is_worth_most() -> None:
    sure, unsure, wrong = (
        [("laws", [(chance, right)])] for chance, right in ((0.9, True), (0.5, True), (0.9, False))
    )
    assert documents.worth(sure) > documents.worth(unsure) > documents.worth(wrong)


def test_a_document_shows_itself_how_strictly_it_is_edited_on_from_its_last_version() -> None:
    both = Habits(1.0, (0.5, 4.0), 0.5)
    for known, nearer in ((chain("laws", 10), (4.0,)), (chain("forks", 10, forked=True), (0.5,))):
        mixed, alone = (document.chances(known.seen, one) for one in (both, Habits(1.0, nearer, 0.5)))
        other = document.chances(known.seen, Habits(1.0, (4.5 - nearer[0],), 0.5))
        assert abs(mixed - alone).sum() < abs(mixed - other).sum()


def test_a_corpus_is_judged_by_numbers_chosen_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    few = [Habits(1.0, (0.5,), 0.1), Habits(1.0, (2.5,), 1.0)]
    monkeypatch.setattr(documents, "candidates", lambda: few)
    known = [chain("laws", 8), chain("laws", 6), chain("forks", 8, forked=True)]
    found = {one.corpus: one for one in documents.judged(known)}
    assert found["forks"].habits == few[1] and found["laws"].habits == few[0]
    assert found["laws"].right > found["forks"].right


def test_supports_rise_with_the_probability() -> None:
    known = chain("laws", 6), chain("forks", 6, forked=True)
    points = documents.stated([edge for one in known for edge in documents.edges(one, document.HABITS)])
    values = [value for _, value in points]
    assert values == sorted(values) and values[0] >= 0 and values[-1] <= 1


def test_what_is_shown_names_each_corpus(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "candidates", lambda: [document.HABITS])
    shown = documents.shown([chain("laws", 5), chain("forks", 5, forked=True)])
    assert shown.count("laws") == 2 and shown.count("forks") == 2 and "2 families" in shown
