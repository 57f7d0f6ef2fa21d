"""The ties of pairs are the same whoever aligns them."""

from __future__ import annotations

from pathlib import Path

import pytest

from retold.corpus import ties
from retold.corpus.articles import Corpus
from retold.corpus.cache import Cache
from retold.model import Span
from retold.settings import Settings
from retold.steps.story.takes import Asked
from tests.samples import ferry_articles

TASKS = [[(0, 1), (0, 2)], [(1, 3)]]
FURNITURE = [(Span("a1", 0, 9), "it recurs")]


def ties_in(folder: Path) -> list[object]:
    corpus = Corpus.gathered(ferry_articles(), folder).marked(FURNITURE)
    with ties.aligner(corpus, Cache(corpus, Settings()), Settings()) as ties_of_tasks:
        return list(ties_of_tasks(TASKS))


def test_a_pool_aligns_a_large_corpus_as_this_process_aligns_a_small_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    here = ties_in(tmp_path)
    assert [len(task) for task in here] == [2, 1]  # type: ignore[arg-type]  # lists
    request.getfixturevalue("small")
    started: list[tuple[object, ...]] = []

    class Here:
        """A pool that works in this process."""

        def __init__(self, begin: object, *given: object, among: object) -> None:
            self.among = among
            started.append(given)
            self.map = lambda tasks: map(begin(*given), tasks)  # type: ignore[operator]  # a function

        def __enter__(self) -> Here:
            return self

        def __exit__(self, *_: object) -> None:
            started.append(())

    monkeypatch.setattr(ties, "Pool", Here)
    assert ties_in(tmp_path) == here
    assert started[0][1:] == (FURNITURE, Settings()) and started[-1] == ()


def test_a_process_of_the_pool_knows_the_furniture(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    request.getfixturevalue("small")
    corpus = Corpus.gathered(ferry_articles(), tmp_path)
    assert corpus.file is not None
    whole = ties.ties_of(corpus.file, (), Settings())([(0, 1)])
    hidden = ties.ties_of(corpus.file, [(Span("a1", 0, 120), "it recurs")], Settings())([(0, 1)])
    assert hidden[0][0].taken != whole[0][0].taken


def test_an_article_is_asked_about_in_this_process_as_in_another(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    asked = [Asked(1, (0,), (2, 3))]
    here = Corpus.gathered(ferry_articles(), tmp_path)
    chances = Cache(here, Settings()).from_takes(asked)
    assert 0 < chances[0] < 1
    request.getfixturevalue("small")
    spooled = Corpus.gathered(ferry_articles(), tmp_path)
    assert spooled.file is not None
    assert ties.from_takes_of(spooled.file, (), Settings())(asked) == pytest.approx(chances)
    assert spooled.outlets() == here.outlets()
