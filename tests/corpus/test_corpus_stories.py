"""From a corpus to its stories: the same for a large one as for a small one."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import retold
from evaluation.generator import stories as generated
from retold.corpus import stories, ties
from retold.corpus.articles import Corpus
from retold.settings import Settings
from tests.samples import FERRY, OTHER, ferry_articles


@pytest.mark.usefixtures("small")
def test_a_large_corpus_gives_the_same_stories(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ties, "Pool", _Here)  # helpers start with the batches of the package
    large = retold.stories(ferry_articles())
    monkeypatch.undo()
    assert large == retold.stories(ferry_articles())
    assert large[0].families == (("a0", "a1", "a3"),)


@pytest.mark.long
@pytest.mark.usefixtures("small")
def test_a_large_corpus_in_any_order_gives_the_same_stories(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ties, "Pool", _Here)
    given = [one for k in range(6) for one in generated.story(f"order {k}", size=5).articles]
    pile_of = [retold.Article(f"{n}", one.text, outlet=one.outlet) for n, one in enumerate(given)]
    pile_of += [retold.Article(f"copy {k}", FERRY + " " + OTHER[k:]) for k in range(70)]  # more than are rare
    found = retold.stories(pile_of)
    assert max(len(one.articles) for one in found) >= 70
    random.Random(4).shuffle(pile_of)
    assert retold.stories(pile_of) == found


def test_alignments_of_grouped_pairs_are_remembered(tmp_path: Path) -> None:
    said: list[tuple[str, int, int]] = []
    corpus = Corpus.gathered(ferry_articles(), tmp_path)
    found = stories.grouped(corpus, Settings(), lambda *step: said.append(step))
    assert found.stories == retold.stories(ferry_articles())
    inside = [(corpus.ids.index(a), corpus.ids.index(b)) for a, b in (("a0", "a1"), ("a1", "a3"))]
    assert set(inside) <= set(zip(found.pairs.a.tolist(), found.pairs.b.tolist(), strict=True))
    assert all(found.cache.known(pair) is not None for pair in inside)
    assert {step for step, _, _ in said} == {"reading", "aligning"}


class _Here(nullcontext[Any]):
    """Helpers that work in this process."""

    def __init__(self, begin: Callable[..., Any], *given: object, among: object) -> None:
        super().__init__(self)
        assert among is not None  # those of the job
        self.map = partial(map, begin(*given))
