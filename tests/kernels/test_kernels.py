"""Every set of kernels gives what the reference gives."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold import kernels, parameters
from retold.errors import ExtraError, SettingsError
from retold.kernels import Kernels
from retold.kernels.gaps import Reading, Spelling
from retold.kernels.reference import Distinct
from retold.steps import words
from retold.steps.align.gaps import _COSTS as COSTS
from retold.tables import Bags, Edges

REFERENCE = kernels.choose("reference")
NONE = np.zeros(0, np.int64)


@pytest.fixture(scope="module", params=["reference", "compiled"])
def every(request: pytest.FixtureRequest) -> Kernels:
    chosen = kernels.choose(request.param)
    warm = np.arange(6, dtype=np.int32)  # compile outside the tests' time
    chosen.windows(warm.astype(np.int64), 2)
    chosen.chain(np.array([[0, 0, 3], [4, 4, 3]], np.int32))
    chosen.path(np.eye(3, dtype=np.float32), 0.1)
    return chosen


def any_pair(edges: Edges) -> np.ndarray:
    return np.ones(len(edges.keys), np.bool_)


def sequences(letters: int = 6, longest: int = 60) -> st.SearchStrategy[np.ndarray]:
    return st.lists(st.integers(0, letters), max_size=longest).map(lambda x: np.array(x, np.int32))


def reading(seed: int, size: int) -> np.ndarray:
    """Words of a made-up text: few frequent ones, many rare ones."""
    return np.random.default_rng(seed).zipf(1.4, size).clip(max=500).astype(np.int32)


@given(numbers=sequences(), width=st.integers(1, 5))
def test_windows_agree_with_the_reference(every: Kernels, numbers: np.ndarray, width: int) -> None:
    forms = numbers.astype(np.int64) * 7919
    assert every.windows(forms, width).tolist() == REFERENCE.windows(forms, width).tolist()


@given(a=sequences(), b=sequences(), width=st.integers(2, 4))
def test_chains_agree_with_the_reference(every: Kernels, a: np.ndarray, b: np.ndarray, width: int) -> None:
    runs = REFERENCE.runs(a, b, width, 64)
    assert every.runs(a, b, width, 64).tolist() == runs.tolist()
    assert every.chain(runs).tolist() == REFERENCE.chain(runs).tolist()


@settings(max_examples=60)
@given(a=sequences(4, 25), b=sequences(4, 25), opening=st.sampled_from([0.0, 0.2, 1.1]))
def test_paths_agree_with_the_reference(every: Kernels, a: np.ndarray, b: np.ndarray, opening: float) -> None:
    weight = np.array([0.1, 0.4, 0.7, 1.0, 0.3], np.float32)
    scores = ((a[:, None] == b[None, :]) * weight[a][:, None]).astype(np.float32).reshape(len(a), len(b))
    assert every.path(scores, opening).tolist() == REFERENCE.path(scores, opening).tolist()


@pytest.mark.parametrize("shape", [(9, 4), (4, 9), (7, 7), (4, 4)])
def test_a_path_leaves_out_what_gains_nothing_and_is_the_same_from_both_sides(shape: tuple[int, int]) -> None:
    scores = np.zeros(shape, np.float32)
    scores[1, 0], scores[2, 1], scores[3, 3] = 0.8, 0.7, 0.9  # no run goes over a row or a column between
    path = REFERENCE.path(scores, 0.25).tolist()
    assert path == [[1, 0], [2, 1], [3, 3]]
    assert REFERENCE.path(scores.T.copy(), 0.25).tolist() == [[j, i] for i, j in path]
    corner = shape == (4, 4)  # a run that ends there goes on, and costs nothing
    assert REFERENCE.path(scores, 0.95).tolist() == path[: 3 if corner else 2]


def test_kernels_agree_on_long_readings(every: Kernels) -> None:
    a, b = reading(1, 3000), np.r_[reading(2, 500), reading(1, 3000)[700:2500], reading(3, 500)]
    runs = every.runs(a, b, 3, 64)
    assert [700, 500, 1800] in [run.tolist() for run in every.chain(runs)]
    assert every.chain(runs).tolist() == REFERENCE.chain(runs).tolist()


@given(a=sequences(), b=sequences())
def test_a_run_is_common_and_cannot_grow(a: np.ndarray, b: np.ndarray) -> None:
    for i, j, length in REFERENCE.runs(a, b, 3, 64).tolist():
        assert a[i : i + length].tolist() == b[j : j + length].tolist()
        assert i == 0 or j == 0 or a[i - 1] != b[j - 1]
        assert i + length == len(a) or j + length == len(b) or a[i + length] != b[j + length]


@given(a=sequences(), b=sequences())
def test_a_chain_rises_in_both_texts_without_overlap(a: np.ndarray, b: np.ndarray) -> None:
    chain = REFERENCE.chain(REFERENCE.runs(a, b, 3, 64)).tolist()
    for (i, j, length), (next_i, next_j, _) in pairwise(chain):
        assert i + length <= next_i
        assert j + length <= next_j


def test_the_chain_takes_the_heavier_of_two_crossing_runs(every: Kernels) -> None:
    crossing = np.array([[0, 40, 9], [10, 0, 30]], np.int32)
    assert every.chain(crossing).tolist() == [[10, 0, 30]]


def test_overlapping_runs_are_cut_not_dropped(every: Kernels) -> None:
    overlapping = np.array([[0, 0, 10], [11, 9, 10]], np.int32)
    assert every.chain(overlapping).tolist() == [[0, 0, 10], [12, 10, 9]]


def test_a_lone_frequent_word_does_not_pay_for_an_island(every: Kernels) -> None:
    scores = np.zeros((9, 9), np.float32)
    scores[4, 4] = 0.2
    assert every.path(scores, 0.5).tolist() == []
    scores[5, 5] = 0.9
    assert every.path(scores, 0.5).tolist() == [[4, 4], [5, 5]]


def test_articles_meet_once_for_each_shared_key(every: Kernels) -> None:
    bounds, articles = np.array([0, 2, 5]), np.array([0, 1, 0, 1, 4], np.int32)
    sizes = np.full(5, 9, np.int32)
    a, b, times, weight = every.meetings(bounds, articles, sizes, (10, 1, 0.0))
    assert list(zip(a.tolist(), b.tolist(), strict=True)) == [(0, 1), (0, 4), (1, 4)]
    assert times.tolist() == [2, 1, 1]
    assert weight[0] > weight[1] > 0
    assert len(every.meetings(bounds, articles, sizes, (10, 2, 0.0))[0]) == 1
    assert len(every.meetings(bounds, articles, sizes, (10, 1, 0.15))[0]) == 1


def test_likely_pairs_are_those_of_all_that_end_with_a_later_vector(every: Kernels) -> None:
    chance = np.random.default_rng(4)
    held = [np.sort(chance.choice(40, 9, replace=False)) for _ in range(30)]
    words, bounds = np.concatenate(held).astype(np.int32), np.arange(0, 271, 9)
    weights, telling = np.full(270, 1 / 3, np.float32), np.arange(40) % 3 > 0
    keys = every.alike(bounds, words, weights, telling, (0.3, NONE, any_pair)).keys
    found = every.likely(bounds, words, weights, telling, (0.3, 22))
    assert len(found) > 5
    assert found.tolist() == keys[keys & 0xFFFFFFFF >= 22].tolist()


def test_all_meetings_are_told_before_any_is_dropped(every: Kernels) -> None:
    bounds, articles = np.array([0, 2, 5]), np.array([0, 1, 0, 1, 4], np.int32)
    a, b, times, weight = every.sums(bounds, articles, 5, 10)
    assert list(zip(a.tolist(), b.tolist(), times.tolist(), strict=True)) == [(0, 1, 2), (0, 4, 1), (1, 4, 1)]
    assert weight.tolist() == REFERENCE.sums(bounds, articles, 5, 10)[3].tolist()


def test_meetings_with_the_lowest_articles_alone_are_told_if_asked(every: Kernels) -> None:
    bounds, articles = np.array([0, 3, 5]), np.array([0, 1, 4, 1, 4], np.int32)
    a, b, times, _ = every.sums(bounds, articles, 5, 10, 1)
    assert list(zip(a.tolist(), b.tolist(), times.tolist(), strict=True)) == [(0, 1, 1), (0, 4, 1)]
    assert not len(every.sums(bounds, articles, 5, 10, 0)[0])


def test_the_product_of_a_given_pair_is_that_of_likeness(every: Kernels) -> None:
    bounds, words_of = np.array([0, 2, 4, 4]), np.array([1, 3, 1, 2], np.int32)
    weights = np.array([0.6, 0.8, 0.8, 0.6], np.float32)
    keys = np.array([0 << 32 | 1, 0 << 32 | 2, 1 << 32 | 1])
    found = every.dots(bounds, words_of, weights, keys)
    assert found.tolist() == pytest.approx([0.48, 0, 1.0], abs=1e-6)
    alike = every.alike(bounds, words_of, weights, np.ones(4, np.bool_), (0.1, NONE, any_pair))
    assert alike.cosines.tolist() == found[:1].tolist()


TEXTS = st.lists(st.text("ab.'’1٣,-é中の\u0301 U.S$ſʼ①\n", max_size=30), max_size=6)


@given(texts=TEXTS)
def test_words_and_grams_of_many_texts_agree_with_the_reference(every: Kernels, texts: list[str]) -> None:
    told, plain = words.many(texts, every), words.many(texts, REFERENCE)
    for column in ("starts", "ends", "forms", "shapes", "bounds"):
        assert getattr(told, column).tolist() == getattr(plain, column).tolist()
    for mine, right in zip(every.grams(told, 3), REFERENCE.grams(plain, 3), strict=True):
        assert mine.tolist() == right.tolist()


def test_a_tick_between_points_is_folded_like_any_letter_there(every: Kernels) -> None:
    texts = ["p.ʼ.", "a.b.ʼ", "ʼ.a.1"]
    assert words.many(texts, every).forms.tolist() == words.many(texts, REFERENCE).forms.tolist()


@given(texts=TEXTS, cut=st.integers(0, 6))
def test_bags_agree_with_the_reference_in_one_part_or_two(every: Kernels, texts: list[str], cut: int) -> None:
    plain = REFERENCE.bags(words.many(texts, REFERENCE))
    parts = [every.bags(words.many(part, every)) for part in (texts[:cut], texts[cut:])]
    for found in (every.bags(words.many(texts, every)), Bags.joined(parts)):
        for column in ("words", "times", "bounds", "forms", "shapes"):
            assert getattr(found, column).tolist() == getattr(plain, column).tolist()


@given(texts=st.lists(st.lists(st.integers(0, 30), max_size=12), max_size=12), partial=st.floats(0, 0.5))
def test_likenesses_agree_with_the_reference(every: Kernels, texts: list[list[int]], partial: float) -> None:
    bags = [sorted(set(text)) for text in texts]
    bounds = np.cumsum([0, *map(len, bags)])
    held = np.array([word for bag in bags for word in bag], np.int32)
    weights = (1 / (2 + held % 7)).astype(np.float32)
    telling = np.arange(31) % 3 > 0
    known = np.array([len(bags) - 1] if len(bags) > 1 else [], np.int64)  # the first and the last
    terms = partial, known, lambda edges: edges.keys % 3 > 0
    mine, right = (k.alike(bounds, held, weights, telling, terms) for k in (every, REFERENCE))
    for one, other in zip(mine, right, strict=True):
        assert one.tolist() == other.tolist()


def test_small_piles_get_the_reference(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RETOLD_KERNELS", raising=False)
    assert kernels.choose(work=900).name == "reference"
    assert kernels.choose(work=10**9).name == "compiled"


def test_the_environment_chooses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RETOLD_KERNELS", "compiled")
    assert kernels.choose().name == "compiled"


def test_an_unknown_name_is_refused_with_the_variable_named() -> None:
    with pytest.raises(SettingsError, match="RETOLD_KERNELS"):
        kernels.choose("fast")


def test_numba_is_not_loaded_for_a_small_pile() -> None:
    code = "import sys; from retold import kernels; kernels.choose(); sys.exit('numba' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


WORDS = st.lists(st.text("abcdeé1", min_size=1, max_size=9), min_size=1, max_size=14)


def reading_of(words: list[str], free: list[bool]) -> Reading:
    ids = np.array(
        [sum(ord(letter) * 31**k for k, letter in enumerate(word)) % 97 for word in words], np.int32
    )
    return Reading(ids, np.resize(np.array(free, np.bool_), len(words)), Spelling(words))


@settings(deadline=None)  # the first call compiles
@given(one=WORDS, other=WORDS, free=st.lists(st.booleans(), min_size=1, max_size=5))
def test_what_lies_in_gaps_agrees_with_the_reference(
    every: Kernels, one: list[str], other: list[str], free: list[bool]
) -> None:
    left, right = reading_of(one, [True]), reading_of([*other, *one[3:]], free)
    weight = (1 / (1 + np.arange(97) % 5)).astype(np.float32)
    half = len(left.ids) // 2
    gaps = np.array([[0, 0, half, len(other)], [half, len(other), len(left.ids), len(right.ids)]], np.int32)
    for gap in map(tuple, gaps.tolist()):
        mine, plain = (kernel.gains(left, right, weight, gap, COSTS) for kernel in (every, REFERENCE))
        assert mine.tolist() == plain.tolist()
    assert (
        every.blocks(left, right, weight, gaps, COSTS).tolist()
        == REFERENCE.blocks(left, right, weight, gaps, COSTS).tolist()
    )


def test_a_gap_too_large_to_search_whole_takes_the_same_runs(every: Kernels) -> None:
    a, b = reading(4, 1500), np.r_[reading(5, 300), reading(4, 1500)[200:900]]
    weight = (1 / (1 + np.arange(501) % 7)).astype(np.float32)
    left, right = (
        Reading(ids, np.arange(len(ids)) % 50 > 0, Spelling([str(k) for k in ids])) for ids in (a, b)
    )
    gap = np.array([[0, 0, len(a), len(b)]], np.int32)
    found = every.blocks(left, right, weight, gap, COSTS).tolist()
    assert found
    assert found == REFERENCE.blocks(left, right, weight, gap, COSTS).tolist()


@given(a=sequences(), b=sequences(), free=st.lists(st.booleans(), min_size=1, max_size=7))
def test_what_is_left_of_runs_agrees_with_the_reference(
    every: Kernels, a: np.ndarray, b: np.ndarray, free: list[bool]
) -> None:
    runs = REFERENCE.runs(a, b, 2, 64)
    free_a, free_b = np.resize(np.array(free), len(a)), np.ones(len(b), np.bool_)
    assert every.left(runs, free_a, free_b, 2).tolist() == REFERENCE.left(runs, free_a, free_b, 2).tolist()


@given(
    rows=st.lists(st.tuples(st.integers(0, 9), st.integers(0, 40)), max_size=80),
    stands=st.lists(st.booleans(), min_size=10, max_size=10),
)
def test_holders_agree_with_the_reference(
    every: Kernels, rows: list[tuple[int, int]], stands: list[bool]
) -> None:
    articles, hashes = (np.array([row[k] for row in sorted(rows)], np.int64) for k in (0, 1))
    given_rows = hashes << 8, articles.astype(np.int32), np.array(stands, np.bool_)
    mine, plain = every.holders(*given_rows), REFERENCE.holders(*given_rows)
    assert mine[3].tolist() == plain[3].tolist()
    assert held_by(*mine[:3]) == held_by(*plain[:3])


def held_by(hashes: np.ndarray, held: np.ndarray, articles: np.ndarray) -> dict[int, list[int]]:
    bounds = np.cumsum([0, *held.tolist()]).tolist()
    each = zip(hashes.tolist(), pairwise(bounds), strict=True)
    return {one: articles[low:high].tolist() for one, (low, high) in each}


VALUES = st.lists(st.integers(0, 40), max_size=20).map(lambda x: np.array(x, np.int64))


@given(one=VALUES, other=VALUES)
def test_numbers_of_two_texts_stand_for_their_values(
    every: Kernels, one: np.ndarray, other: np.ndarray
) -> None:
    left, right = Distinct.of(one), Distinct.of(other)
    numbers_a, numbers_b, known = every.numbered(left, right)
    assert known.tolist() == sorted({*one.tolist(), *other.tolist()})
    assert known[numbers_a].tolist() == one.tolist()
    assert known[numbers_b].tolist() == other.tolist()


def test_a_changed_cost_of_a_gap_takes_effect_in_every_kernel(every: Kernels) -> None:
    """Kernels are kept on disk: a number that they had compiled in would stay as it was."""
    left, right = (
        Reading(np.array(ids, np.int32), np.ones(3, np.bool_), Spelling(words))
        for ids, words in (([0, 1, 2], ["the", "harbour", "shut"]), ([3, 4, 5], ["a", "harbor", "opened"]))
    )
    gap = np.array([[0, 0, 3, 3]], np.int32)
    for near, found in ((0.66, 1), (0.99, 0)):
        costs = COSTS._replace(near=near)
        assert len(every.blocks(left, right, np.ones(6, np.float32), gap, costs)) == found
        assert (every.gains(left, right, np.ones(6, np.float32), (0, 0, 3, 3), costs)[1, 1] > 0) == bool(
            found
        )


@pytest.mark.long
def test_a_changed_parameter_reaches_the_compiled_kernels(tmp_path: Path) -> None:
    """Two processes, one cache of compiled kernels, two files of parameters."""
    shipped = Path(parameters.__file__).with_name("align.toml").read_text(encoding="utf-8")
    (tmp_path / "align.toml").write_text(
        shipped.replace("near = { value = 0.66", "near = { value = 0.99"), "utf-8"
    )
    code = (
        "import retold; from retold.settings import Settings; from retold.steps import align; "
        "from retold.pipeline import witness; "
        "a, b = (witness(retold.Article(i, f'The {w} of the town was shut on Monday.'), Settings()) "
        "for i, w in (('a', 'old harbour wall'), ('b', 'habrour'))); "
        "print(align.align(a, b, Settings().align).to_b[:4].tolist())"
    )
    given = {**os.environ, "RETOLD_KERNELS": "compiled"}
    changed = {**given, parameters.VARIABLE: str(tmp_path)}
    lines = [
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env
        ).stdout
        for env in (given, changed)
    ]
    assert lines == ["[0, -1, 1, -1]\n", "[0, -1, -1, 1]\n"]


@pytest.fixture
def without_numba(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As if numba were not installed."""
    monkeypatch.setitem(sys.modules, "numba", None)
    monkeypatch.setattr(kernels, "find_spec", lambda _: None)
    monkeypatch.setattr(kernels, "_CHOSEN", {})
    kernels._compilable.cache_clear()
    yield
    kernels._compilable.cache_clear()


@pytest.mark.usefixtures("without_numba")
def test_without_numba_a_large_corpus_takes_the_plain_loops_and_says_how_to_get_others() -> None:
    with pytest.warns(UserWarning, match=r"retold\[fast\]"):
        assert kernels.choose(work=10**9).name == "reference"


@pytest.mark.usefixtures("without_numba")
def test_compiled_loops_that_were_asked_for_are_not_replaced_in_silence() -> None:
    with pytest.raises(ExtraError, match=r"retold\[fast\]"):
        kernels.choose("compiled")
