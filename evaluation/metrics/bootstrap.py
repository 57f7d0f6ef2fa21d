"""Intervals by bootstrap: units, or groups of them, drawn again with replacement (Efron 1979).

A unit is a mapping of counts (`{"right": 3, "given": 4}`); a figure is a function of their sums.
So a draw costs one product of matrices, however dear the counting was.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Counts = Mapping[str, float]
Figures = Callable[[Counts], Mapping[str, float]]
Interval = tuple[float, float]

SEED = 20_210_522
ROUNDS = 400
LEVEL = 0.95


def summed(units: Sequence[Counts]) -> dict[str, float]:
    """The sums of all counts, keys sorted.

    >>> summed([{"a": 1}, {"a": 2, "b": 1}])
    {'a': 3.0, 'b': 1.0}
    """
    keys = sorted({key for unit in units for key in unit})
    return {key: float(sum(unit.get(key, 0) for unit in units)) for key in keys}


def intervals(
    units: Sequence[Counts], figures: Figures, groups: Sequence[str] | None = None, rounds: int = ROUNDS
) -> dict[str, Interval]:
    """For each figure the bounds between which 95 % of the draws lie; seeded, so the same in every run.

    `groups` names the group of each unit; groups are drawn whole. Fewer than two groups give no interval.
    """
    names = [str(k) for k in range(len(units))] if groups is None else list(groups)
    order = sorted(set(names))
    if len(order) < 2:
        return {}
    keys, table = _table(units, names, order)
    rng = np.random.default_rng(SEED)
    drawn: dict[str, list[float]] = {}
    for _ in range(rounds):
        times = rng.multinomial(len(order), np.full(len(order), 1 / len(order)))
        sums = dict(zip(keys, (times @ table).tolist(), strict=True))
        for name, value in figures(sums).items():
            drawn.setdefault(name, []).append(value)
    return {name: bounds(values) for name, values in drawn.items()}


def bounds(values: Sequence[float]) -> Interval:
    """The interval that leaves out an equal share of the draws at both ends."""
    low, high = np.quantile(np.array(values), [(1 - LEVEL) / 2, (1 + LEVEL) / 2]).tolist()
    return float(low), float(high)


def _table(
    units: Sequence[Counts], names: Sequence[str], order: Sequence[str]
) -> tuple[list[str], NDArray[np.float64]]:
    """The counts of each group as a row."""
    keys = sorted({key for unit in units for key in unit})
    row, column = {name: k for k, name in enumerate(order)}, {key: k for k, key in enumerate(keys)}
    table = np.zeros((len(order), len(keys)))
    for name, unit in zip(names, units, strict=True):
        for key, count in unit.items():
            table[row[name], column[key]] += count
    return keys, table


def drawn(
    group_of: Mapping[str, str], figure: Callable[[Sequence[str]], float], rounds: int = ROUNDS
) -> Interval:
    """The interval of a figure that no sums give: it is asked for each draw of groups, by their names."""
    order = sorted(set(group_of.values()))
    rng = np.random.default_rng(SEED)
    return bounds(
        [figure([order[k] for k in rng.integers(0, len(order), len(order))]) for _ in range(rounds)]
    )
