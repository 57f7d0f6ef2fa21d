"""Candidate pairs."""

from __future__ import annotations

import random
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from retold import kernels
from retold.algorithms.partitions import HashPartitions
from retold.model import Article
from retold.settings import Fingerprint, Match
from retold.steps import fingerprint, match, words
from retold.tables import Pairs, Witness


def witness(name: str, text: str) -> Witness:
    paragraphs = words.paragraphs(text)
    return Witness(Article(name, text), words.split(text), words.sentences(text, paragraphs), paragraphs)


def matched(texts: list[str], settings: Match | None = None) -> Pairs:
    pile = [witness(str(k), text) for k, text in enumerate(texts)]
    return match.pairs(fingerprint.take(pile, Fingerprint()), settings or Match())


def named(pairs: Pairs) -> list[tuple[int, int]]:
    return list(zip(pairs.a.tolist(), pairs.b.tolist(), strict=True))


def babble(seed: int, size: int) -> str:
    """Words of no language: two texts share no three of them in a row."""
    chance = random.Random(seed)
    return " ".join("".join(chance.choices("abdegiklmnoprstu", k=6)) for _ in range(size))


def test_texts_that_share_a_passage_are_a_pair() -> None:
    shared = "the ferry ran aground on a sandbank before dawn"
    pairs = matched([f"{babble(1, 5)} {shared}", f"{shared} {babble(2, 9)}", babble(3, 20)])
    assert named(pairs) == [(0, 1)]


def test_unrelated_texts_are_no_pair() -> None:
    assert len(matched([babble(k, 50) for k in range(20)])) == 0


def test_republication_is_collapsed_and_every_member_kept() -> None:
    text = babble(1, 40)
    pairs = matched([text, babble(2, 40), text.upper(), text + ".", text + " " + babble(3, 10)])
    stands = pairs.same[0]
    assert stands in (0, 2, 3)
    assert pairs.same.tolist() == [stands, 1, stands, stands, 4]
    tied = {frozenset(pair) for pair in named(pairs)}
    assert tied == {frozenset((stands, k)) for k in (0, 2, 3, 4) if k != stands}


def test_a_text_that_very_many_print_costs_few_pairs() -> None:
    dispatch = babble(1, 120)
    texts = [f"{babble(k, 6)} {dispatch} {babble(-k, 6)}" for k in range(10, 410)]
    pairs = matched(texts)
    assert len(pairs) < 1.2 * len(texts)  # one stands for all
    assert {k for pair in named(pairs) for k in pair} == set(range(len(texts)))


def test_a_stock_phrase_of_many_makes_no_pair() -> None:
    phrase = "shares on the exchange closed little changed"
    texts = [f"{babble(k, 60)} {phrase} {babble(-k, 60)}" for k in range(1, 200)]
    assert len(matched(texts)) == 0


def test_a_pile_without_words_has_no_pairs() -> None:
    assert len(matched([])) == 0
    assert len(matched(["", "…", ""])) <= 3


def test_the_order_of_the_pile_changes_only_numbers() -> None:
    shared = [babble(k, 12) for k in range(5)]
    texts = [" ".join(random.Random(k).sample(shared, 2)) + f" {babble(100 + k, 8)}" for k in range(30)]
    order = list(range(len(texts)))
    random.Random(7).shuffle(order)
    forward = {frozenset(pair) for pair in named(matched(texts))}
    shuffled = {frozenset((order[a], order[b])) for a, b in named(matched([texts[k] for k in order]))}
    assert forward == shuffled


def test_parts_and_partitions_change_no_row(tmp_path: Path) -> None:
    shared = [babble(k, 12) for k in range(9)]
    texts = [" ".join(random.Random(k).sample(shared, 3)) + f" {babble(100 + k, 8)}" for k in range(80)]
    texts += [texts[3]] * 4
    pile = [witness(str(k), text) for k, text in enumerate(texts)]
    parts = [fingerprint.take(pile[low : low + 13], Fingerprint()) for low in range(0, len(pile), 13)]
    settings = Match(common=20)
    whole = match.pairs(fingerprint.take(pile, Fingerprint()), settings)
    assert len(parts) == 7
    assert len(whole) > 100
    for partitions in (HashPartitions(1), HashPartitions(8), HashPartitions(16, tmp_path)):
        parted = match.pairs(parts, settings, partitions=partitions)
        for column in ("a", "b", "share", "same"):
            assert getattr(parted, column).tolist() == getattr(whole, column).tolist()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["reference", "compiled"])
def test_every_kernel_finds_the_same_pairs(name: str) -> None:
    shared = [babble(k, 12) for k in range(9)]
    texts = [" ".join(random.Random(k).sample(shared, 3)) + f" {babble(100 + k, 8)}" for k in range(80)]
    grams = fingerprint.take([witness(str(k), text) for k, text in enumerate(texts)], Fingerprint())
    found = match.pairs(grams, Match(), kernels.choose(name))
    plain = match.pairs(grams, Match(), kernels.choose("reference"))
    assert named(found) == named(plain)
    assert found.share.tolist() == plain.share.tolist()


def plainly(common: match.Common, sizes: np.ndarray, names: np.ndarray) -> set[tuple[int, int]]:
    """The pairs by common n-grams as they are defined, n-gram by n-gram."""
    held = np.bincount(common.holders, minlength=len(names))
    rank = {article: k for k, article in enumerate(np.lexsort((names, -held)).tolist())}
    rows: dict[int, list[int]] = {}
    for gram, article in zip(common.hashes.tolist(), common.holders.tolist(), strict=True):
        rows.setdefault(gram, []).append(article)
    ranked = [sorted(some, key=rank.__getitem__) for some in rows.values()]

    def enough(pairs: list[tuple[int, int]]) -> dict[tuple[int, int], float]:
        every = [(min(pair), max(pair)) for pair in pairs]
        shares = {pair: every.count(pair) / min(sizes[list(pair)]) for pair in every}
        return {pair: share for pair, share in shares.items() if share >= match._COMMON_SHARE}

    hubs = enough([(some[0], other) for some in ranked for other in some[1:]])
    stood_for = {end for pair, share in hubs.items() if share >= match._PRINTS for end in pair}
    beside = [pair for some in ranked for pair in pairwise(some) if not set(pair) <= stood_for]
    return set(hubs) | set(enough(beside))


@pytest.mark.parametrize("seed", range(8))
def test_pairs_by_common_n_grams_are_those_that_are_defined(seed: int) -> None:
    chance = np.random.default_rng(seed)
    rows = np.unique(chance.integers(0, 12, (60, 2)), axis=0)
    chance.shuffle(rows)
    common = match.Common(rows[:, 0].astype(np.int64), rows[:, 1].astype(np.int32), 1)
    sizes, names = chance.integers(6, 30, 12).astype(np.int32), chance.permutation(12).astype(np.int64)
    a, b = match.by_common(common, sizes, names)
    found = set(zip(a.tolist(), b.tolist(), strict=True))
    assert found == plainly(common, sizes, names)
    assert 0 < len(found) < 66


def test_common_n_grams_are_thinned_alike_in_parts_and_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(match, "MOST_COMMON", 40)
    texts = [babble(k, 8) + " " + babble(99, 60) for k in range(8)]
    settings, kept = Match(common=3), []
    for count in (1, 8):
        grams = fingerprint.take([witness(str(k), text) for k, text in enumerate(texts)], Fingerprint())
        common = match.meetings(grams, settings, None, HashPartitions(count)).common
        rows = sorted(zip(common.hashes.tolist(), common.holders.tolist(), strict=True))
        kept.append((rows, common.every))
    assert kept[0] == kept[1]
    assert kept[0][1] > 1 and 0 < len(kept[0][0]) <= 40
