"""Every set of kernels gives what the reference gives."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold import kernels
from retold.errors import SettingsError
from retold.kernels import Kernels

REFERENCE = kernels.choose("reference")


@pytest.fixture(scope="module", params=["reference", "compiled"])
def every(request: pytest.FixtureRequest) -> Kernels:
    chosen = kernels.choose(request.param)
    warm = np.arange(6, dtype=np.int32)  # compile outside the tests' time
    chosen.windows(warm.astype(np.int64), 2)
    chosen.chain(np.array([[0, 0, 3], [4, 4, 3]], np.int32))
    chosen.path(np.eye(3, dtype=np.float32), 0.1)
    return chosen


def sequences(letters: int = 6, longest: int = 60) -> st.SearchStrategy[np.ndarray]:
    return st.lists(st.integers(0, letters), max_size=longest).map(lambda x: np.array(x, np.int32))


def reading(seed: int, size: int) -> np.ndarray:
    """Words of a made-up text: few frequent ones, many rare ones."""
    return np.random.default_rng(seed).zipf(1.4, size).clip(max=500).astype(np.int32)


@given(words=sequences(), width=st.integers(1, 5))
def test_windows_agree_with_the_reference(every: Kernels, words: np.ndarray, width: int) -> None:
    forms = words.astype(np.int64) * 7919
    assert every.windows(forms, width).tolist() == REFERENCE.windows(forms, width).tolist()


@given(a=sequences(), b=sequences(), width=st.integers(2, 4))
def test_chains_agree_with_the_reference(every: Kernels, a: np.ndarray, b: np.ndarray, width: int) -> None:
    runs = REFERENCE.runs(a, b, width)
    assert every.runs(a, b, width).tolist() == runs.tolist()
    assert every.chain(runs).tolist() == REFERENCE.chain(runs).tolist()


@settings(max_examples=60)
@given(a=sequences(4, 25), b=sequences(4, 25), opening=st.sampled_from([0.0, 0.2, 1.1]))
def test_paths_agree_with_the_reference(every: Kernels, a: np.ndarray, b: np.ndarray, opening: float) -> None:
    weight = np.array([0.1, 0.4, 0.7, 1.0, 0.3], np.float32)
    scores = ((a[:, None] == b[None, :]) * weight[a][:, None]).astype(np.float32).reshape(len(a), len(b))
    assert every.path(scores, opening).tolist() == REFERENCE.path(scores, opening).tolist()


def test_kernels_agree_on_long_readings(every: Kernels) -> None:
    a, b = reading(1, 3000), np.r_[reading(2, 500), reading(1, 3000)[700:2500], reading(3, 500)]
    runs = every.runs(a, b, 3)
    assert [700, 500, 1800] in [run.tolist() for run in every.chain(runs)]
    assert every.chain(runs).tolist() == REFERENCE.chain(runs).tolist()


@given(a=sequences(), b=sequences())
def test_a_run_is_common_and_cannot_grow(a: np.ndarray, b: np.ndarray) -> None:
    for i, j, length in REFERENCE.runs(a, b, 3).tolist():
        assert a[i : i + length].tolist() == b[j : j + length].tolist()
        assert i == 0 or j == 0 or a[i - 1] != b[j - 1]
        assert i + length == len(a) or j + length == len(b) or a[i + length] != b[j + length]


@given(a=sequences(), b=sequences())
def test_a_chain_rises_in_both_texts_without_overlap(a: np.ndarray, b: np.ndarray) -> None:
    chain = REFERENCE.chain(REFERENCE.runs(a, b, 3)).tolist()
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
    keys = np.array([1, 1, 2, 2, 2, 3], np.int64)
    articles = np.array([0, 1, 0, 1, 4, 4], np.int32)
    a, b, times, weight = every.meetings(keys, articles, 10)
    assert list(zip(a.tolist(), b.tolist(), times.tolist(), strict=True)) == [(0, 1, 2), (0, 4, 1), (1, 4, 1)]
    assert weight[0] > weight[1] > 0


def test_a_key_that_too_many_hold_makes_no_pair(every: Kernels) -> None:
    a, *_ = every.meetings(np.ones(5, np.int64), np.arange(5, dtype=np.int32), 4)
    assert len(a) == 0


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
