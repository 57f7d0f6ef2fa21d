"""Threads that work ahead of whoever takes the results."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from retold.algorithms.ahead import ahead


def test_threads_work_ahead_in_order_and_not_far() -> None:
    asked: list[int] = []

    def tasks() -> Iterator[int]:
        for number in range(9):
            asked.append(number)
            yield number

    found = ahead(lambda number: number * number, tasks())
    assert next(found) == 0
    assert len(asked) <= 4
    assert list(found) == [number * number for number in range(1, 9)]


def test_an_error_in_a_thread_is_raised_where_its_result_would_stand() -> None:
    found = ahead(lambda number: 6 // number, [3, 2, 0, 1])
    assert [next(found), next(found)] == [2, 3]
    with pytest.raises(ZeroDivisionError):
        next(found)
