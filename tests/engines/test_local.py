"""A pool of processes: results in order, errors where they belong, few tasks taken ahead."""

from __future__ import annotations

import math
import os
import pickle
import signal
from collections.abc import Callable, Iterator
from functools import partial

import pytest

from retold.engines import local
from retold.engines.local import Pool
from retold.errors import InputError, RetoldError, SettingsError, StoreError


def test_helpers_answer_in_the_order_of_the_tasks() -> None:
    helpers: Pool[int, float] = Pool(_root_of, 2)
    assert list(helpers.map(range(9))) == [math.sqrt(2 * k) for k in range(9)]
    with pytest.raises(ValueError, match="domain"):
        list(helpers.map([-1]))
    helpers.close()


def test_a_helper_that_ends_by_itself_is_told_of_in_one_line() -> None:
    helpers: Pool[int, None] = Pool(_ender)
    with pytest.raises(RetoldError, match="helper process ended"):
        list(helpers.map([3]))
    helpers.close()


def _ender() -> Callable[[int], None]:
    return os._exit


def test_one_pool_after_another_gives_work_to_the_same_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RETOLD_PROCESSES", "1")
    with local.Processes() as processes:
        with Pool[int, int](_who, among=processes) as first:
            before = list(first.map([1]))
        with Pool[int, float](_root_of, 4, among=processes) as second:
            assert list(second.map([9])) == [6.0]
        with Pool[int, int](_who, among=processes) as third:
            assert list(third.map([1])) == before
        (process,) = processes.started()
    assert process.poll() is not None


def _who() -> Callable[[int], int]:
    return lambda _: os.getpid()


@pytest.mark.parametrize("kind", [SettingsError, InputError, StoreError])
def test_what_a_helper_refuses_comes_back_as_it_was(kind: type[RetoldError]) -> None:
    back = pickle.loads(pickle.dumps(kind("no pile", "give one")))
    assert type(back) is kind
    assert (back.cause, back.cure, str(back)) == ("no pile", "give one", "no pile: give one")


@pytest.mark.skipif(os.name != "posix", reason="sends an interrupt")
def test_an_interrupt_is_left_to_whoever_started_the_helpers() -> None:
    helpers: Pool[int, int] = Pool(_interrupted)
    assert list(helpers.map([1, 2])) == [1, 2]
    helpers.close()


def _interrupted() -> Callable[[int], int]:
    return _interrupt


def _interrupt(number: int) -> int:
    os.kill(os.getpid(), signal.SIGINT)
    return number


def test_a_strange_number_of_helpers_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RETOLD_PROCESSES", "²")
    assert local.count() >= 1


def _root_of(factor: int) -> Callable[[int], float]:
    return partial(_root, factor)


def _root(factor: int, number: int) -> float:
    return math.sqrt(factor * number)


def test_few_tasks_are_taken_before_their_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RETOLD_PROCESSES", "1")
    monkeypatch.setattr(local, "_AHEAD", 2)
    asked: list[int] = []

    def numbers() -> Iterator[int]:
        for number in range(20):
            asked.append(number)
            yield number

    with Pool(_root_of, 1) as pool:
        found = pool.map(numbers())
        assert next(found) == 0.0
        assert len(asked) <= 4
        assert len(list(found)) == 19
