"""The n-grams of a corpus come batch by batch, and afterwards the words of all articles are there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from retold.corpus.articles import Corpus
from retold.corpus.index import Index
from retold.settings import Fingerprint
from retold.steps.story import likeness
from tests.samples import ferry_articles


def read(folder: Path) -> tuple[int, int, int, list[tuple[str, int, int]]]:
    """Batches, n-grams, articles with words, and what was said of the advance."""
    corpus = Corpus.gathered(ferry_articles(), folder)
    index = Index(corpus, Fingerprint())
    said: list[tuple[str, int, int]] = []
    grams = list(index.grams(lambda *step: said.append(step)))
    return len(grams), sum(map(len, grams)), len(index.bags()), said


def test_a_small_corpus_is_one_batch(tmp_path: Path) -> None:
    batches, grams, bags, said = read(tmp_path)
    assert (batches, bags, said) == (1, 5, [("reading", 5, 5)])
    assert grams > 50


@pytest.mark.usefixtures("small")
def test_batches_change_no_gram(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    batches, grams, bags, said = read(tmp_path)
    assert (batches, bags, said[-1]) == (3, 5, ("reading", 5, 5))
    monkeypatch.undo()
    (tmp_path / "whole").mkdir()
    assert read(tmp_path / "whole")[1] == grams


def test_words_that_an_earlier_corpus_did_not_know_have_a_prior(tmp_path: Path) -> None:
    corpus = Corpus.gathered(ferry_articles(), tmp_path)
    first = Index(corpus, Fingerprint())
    list(first.grams(lambda *_: None))
    known = likeness.weighed(first.bags())
    again = Index(
        corpus,
        Fingerprint(),
        replace(known, forms=known.forms[1:], weights=known.weights[1:], telling=known.telling[1:]),
    )
    list(again.grams(lambda *_: None))
    bags, priors = again.bags(), again.priors()
    assert set(bags.words[priors > 0].tolist()) == {0}
