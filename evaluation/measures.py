"""What a suite gives: figures with a unit, a direction, an interval and a floor.

A suite is a module of `evaluation.suites` with `NEEDS`, the folders of the corpora that it reads,
and `measures(part)`. It counts unit by unit (an article, a pair, a story), so that every figure can
be computed from sums of counts and its interval by drawing units again.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from evaluation.metrics import bootstrap
from evaluation.metrics.bootstrap import Counts, Figures

Unit = Literal["share", "index", "count", "seconds", "milliseconds", "per second"]
Direction = Literal["higher", "lower", "neither"]
Part = Literal["quick", "whole"]
Interval = tuple[float, float]

_FLOORED: tuple[Unit, ...] = ("share", "index")


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure of a suite.

    A `share` lies between 0 and 1, an `index` is 1 at best and may be negative (adjusted Rand).
    `direction` says what is better; a figure with `neither` is plain information. `floor` is the
    value that must not be missed: the least where higher is better, the most where lower is.
    `interval` has the bounds of 95 % when stories (or whatever is the unit) are drawn again,
    `by_outlet` when outlets are. `baselines` are what simple methods reach. Only a figure that
    is `guarded` gets a floor: one kind of change in a small run swings too much.
    """

    name: str
    value: float
    unit: Unit = "share"
    direction: Direction = "higher"
    floor: float | None = None
    interval: Interval | None = None
    by_outlet: Interval | None = None
    baselines: Mapping[str, float] = field(default_factory=dict)
    guarded: bool = True

    def __post_init__(self) -> None:
        """Refuse a share outside 0 … 1, and a floor under what cannot have one."""
        if self.unit == "share" and not -1e-9 <= self.value <= 1 + 1e-9:
            raise ValueError(
                f"{self.name} = {self.value} is no share: give it between 0 and 1, or another unit"
            )
        if self.floor is not None and not self.can_have_a_floor:
            raise ValueError(
                f"{self.name} cannot have a floor: it is a {self.unit}, {self.direction} is better"
            )

    @property
    def can_have_a_floor(self) -> bool:
        """Whether it is a share or an index with a better and a worse, and not too rare to be guarded."""
        return self.unit in _FLOORED and self.direction != "neither" and self.guarded

    @property
    def holds(self) -> bool:
        """Whether the floor is kept; without one it is.

        >>> Measure("f1", 0.7, floor=0.8).holds, Measure("error", 0.1, direction="lower", floor=0.2).holds
        (False, True)
        """
        if self.floor is None:
            return True
        return self.value <= self.floor if self.direction == "lower" else self.value >= self.floor

    def is_beaten_by(self, other: float) -> bool:
        """Whether another method's value is better; figures with no better and worse are beaten by none."""
        if self.direction == "neither":
            return False
        return other < self.value if self.direction == "lower" else other > self.value


@dataclass(frozen=True, slots=True)
class Units:
    """What a suite counted, unit by unit, the figures that follow from sums, and each unit's story.

    `evaluation.fit` needs this: it computes a figure on some stories and judges it on others.
    """

    counts: Sequence[Counts]
    figures: Figures
    groups: Sequence[str]


def measured(
    units: Sequence[Counts],
    figures: Figures,
    *,
    groups: Sequence[str] | None = None,
    outlets: Sequence[str] | None = None,
    lower: Collection[str] = (),
    baselines: Mapping[str, Mapping[str, float]] | None = None,
) -> list[Measure]:
    """Shares computed from the counts of units, with intervals by drawing groups of units again.

    `groups` names the story of each unit, without it each unit stands alone; `outlets` names its outlet.
    `lower` are the names of figures that are better when smaller; `baselines` has for each figure what
    simple methods reach.
    """
    values = figures(bootstrap.summed(units))
    bounds = bootstrap.intervals(units, figures, groups)
    wider = {} if outlets is None else bootstrap.intervals(units, figures, outlets)
    known = baselines or {}
    return [
        Measure(
            name,
            value,
            direction="lower" if name in lower else "higher",
            interval=bounds.get(name),
            by_outlet=wider.get(name),
            baselines=known.get(name, {}),
        )
        for name, value in values.items()
    ]


def information(name: str, value: float, unit: Unit = "count") -> Measure:
    """A figure that is neither good nor bad: a count, a time, a size."""
    return Measure(name, value, unit, "neither")


def unguarded(measures: Sequence[Measure], names: Collection[str]) -> list[Measure]:
    """The measures, those of these names without a floor."""
    return [replace(one, guarded=one.guarded and one.name not in names) for one in measures]
