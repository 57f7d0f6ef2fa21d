"""From a corpus to its stories: the same for a large one as for a small one."""

from __future__ import annotations

import random

import pytest

import retold
from evaluation.generator import stories as generated
from retold.corpus import stories
from tests.samples import FERRY, OTHER, ferry_articles


@pytest.mark.usefixtures("small")
def test_a_large_corpus_gives_the_same_stories(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stories, "Pool", _Here)  # helpers start with the batches of the package
    large = retold.stories(ferry_articles())
    monkeypatch.undo()
    assert large == retold.stories(ferry_articles())
    assert large[0].families == (("a0", "a1", "a3"),)


@pytest.mark.usefixtures("small")
def test_a_large_corpus_in_any_order_gives_the_same_stories(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stories, "Pool", _Here)
    given = [one for k in range(6) for one in generated.story(f"order {k}", size=5).articles]
    pile_of = [retold.Article(f"{n}", one.text, outlet=one.outlet) for n, one in enumerate(given)]
    pile_of += [retold.Article(f"copy {k}", FERRY + " " + OTHER[k:]) for k in range(70)]  # more than are rare
    found = retold.stories(pile_of)
    assert max(len(one.articles) for one in found) >= 70
    random.Random(4).shuffle(pile_of)
    assert retold.stories(pile_of) == found


class _Here:
    """Helpers that work in this process."""

    def __init__(self, begin: object, *given: object) -> None:
        self._work = begin(*given)  # type: ignore[operator]  # a function

    def map(self, tasks: object) -> object:
        return map(self._work, tasks)  # type: ignore[call-overload]  # as Pool.map

    def close(self) -> None:
        """Nothing runs."""
