"""What is matched for added articles alone is what matching all by the same numbers gives."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from retold.corpus import growing, stories
from retold.corpus.articles import Corpus
from retold.corpus.stories import Earlier, Grouped
from retold.model import Article, Span
from retold.settings import Match, Settings
from tests.digests import NAMES, digest, dispatch

pytestmark = pytest.mark.long

FEW = Settings(match=Match(common=3))  # so that many n-grams are common ones


def babble(seed: int, count: int) -> str:
    chance = random.Random(seed)
    words = ["".join(chance.choices("aeiouklmnprst", k=6)) for _ in range(count)]
    return " ".join(words).capitalize() + ". "


def articles(seed: int) -> list[Article]:
    """Forty articles put together from a few pieces, some of them in the same words."""
    chance = random.Random(seed)
    texts = ["".join(babble(k, 14) for k in chance.sample(range(16), 3)) for _ in range(34)]
    texts += chance.choices(texts, k=6)
    names = chance.sample(range(100, 999), 40)
    return [Article(str(name), text, published="2031-03-01") for name, text in zip(names, texts, strict=True)]


def kept(found: Grouped) -> Earlier:
    """What a trace remembers of it."""
    order = np.lexsort((found.ties.b, found.ties.a))
    return Earlier(found.ties.some(order), found.generation, found.wide)


def by_numbers(found: Grouped) -> Earlier:
    """The numbers alone that it was told by."""
    return Earlier(found.ties.some(np.zeros(0, np.int64)), found.generation)


def grouped(
    some: list[Article], earlier: Earlier | None, furniture: Any = (), settings: Settings = FEW
) -> Grouped:
    corpus = Corpus([one.id for one in some], some, None, furniture)
    return stories.grouped(corpus, settings, lambda *_: None, earlier, keep=True)


def same(one: Grouped, other: Grouped) -> bool:
    pairs = [
        (x.pairs.a.tolist(), x.pairs.b.tolist(), x.pairs.share.tolist(), x.pairs.same.tolist())
        for x in (one, other)
    ]
    assert pairs[0] == pairs[1]
    assert one.stories == other.stories
    assert dict(one.digests) == dict(other.digests)
    return True


@pytest.mark.parametrize("seed", range(6))
def test_adding_twice_is_one_run_over_all_by_the_same_numbers(seed: int) -> None:
    every = articles(seed)
    first = grouped(every[:30], None)
    second = grouped(every[:35], kept(first))
    third = grouped(every, kept(second))
    whole = grouped(every, by_numbers(first))
    assert same(third, whole)
    assert first.wide is not None and len(first.wide.met.common.hashes) > 0
    assert third.wide is not None and len(third.wide.segments) == 3


def test_digests_that_come_later_are_found_and_others_stay() -> None:
    before = [*map(dispatch, NAMES), digest(NAMES[:3])]
    late = replace(digest(NAMES[2:6]), id="late")
    first = grouped(before, None, settings=Settings())
    found = grouped([*before, late], kept(first), settings=Settings())
    assert same(found, grouped([*before, late], by_numbers(first), settings=Settings()))
    assert sorted(found.digests) == [len(NAMES), len(NAMES) + 1]


def test_who_stands_for_others_in_other_furniture_is_matched_with_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    met: list[bool] = []
    grown = growing.grown

    def noted(*given: Any) -> growing.Grown | None:
        found = grown(*given)
        met.append(found is not None)
        return found

    monkeypatch.setattr(growing, "grown", noted)
    text = babble(1, 40) + babble(2, 40)
    some = [Article(name, text) for name in "abcdefgh"[:2]] + [Article("z", babble(3, 40))]
    first = grouped(some, None)
    for name in "cdefghij":
        more = [*some, Article(name, text)]
        for marks in ((), [(Span(name, 0, 20), "it recurs")]):
            found = grouped(more, kept(first), marks)
            assert same(found, grouped(more, by_numbers(first), marks))
    assert True in met and False in met
