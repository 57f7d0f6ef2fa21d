"""A search over a few numbers, one at a time, judged on stories that it has not seen.

Counting is dear and adding is cheap: each candidate is counted once, story by story, and every fold
chooses by the sums over its own training stories.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from evaluation.metrics.bootstrap import Counts, summed

Values = Mapping[str, float]
ByStory = Mapping[str, Counts]
Trial = Callable[[Values], ByStory]
Score = Callable[[Counts], float]

FOLDS = 5
ROUNDS = 2  # times that every number is tried anew


@dataclass(frozen=True, slots=True)
class Fitted:
    """The values chosen on all stories; the figure as it was, on all stories, and on held-out ones.

    `held_out` sums over folds what the fold's own choice gives on the stories that it has not seen.
    """

    values: dict[str, float]
    before: float
    after: float
    held_out: float
    stories: int
    tried: int


@dataclass(slots=True)
class Search:
    """Candidates that were counted, so that none is counted twice."""

    trial: Trial
    score: Score
    grids: Mapping[str, Sequence[float]]
    _known: dict[tuple[tuple[str, float], ...], ByStory] = field(default_factory=dict)

    def counts(self, values: Values) -> ByStory:
        """The counts of a candidate by story."""
        key = tuple(sorted(values.items()))
        if key not in self._known:
            self._known[key] = self.trial(values)
        return self._known[key]

    def on(self, values: Values, stories: Sequence[str]) -> float:
        """The figure of a candidate on some stories."""
        held = self.counts(values)
        return self.score(summed([held[one] for one in stories]))

    def best(self, start: Values, stories: Sequence[str]) -> dict[str, float]:
        """The best values on some stories, one number moved at a time; a tie keeps what stands."""
        values = dict(start)
        for _ in range(ROUNDS):
            before = dict(values)
            for name, grid in self.grids.items():
                ranked = [values[name], *(one for one in grid if one != values[name])]
                values[name] = max(ranked, key=lambda one, name=name: self.on({**values, name: one}, stories))  # type: ignore[misc]
            if values == before:
                break
        return values

    def tried(self) -> int:
        """How many candidates were counted."""
        return len(self._known)


def fitted(trial: Trial, score: Score, start: Values, grids: Mapping[str, Sequence[float]]) -> Fitted:
    """Search on all stories, and judge the search itself by folds of stories."""
    search = Search(trial, score, grids)
    stories = sorted(search.counts(start))
    unseen: list[Counts] = []
    for fold in range(min(FOLDS, len(stories))):
        training = [one for k, one in enumerate(stories) if k % FOLDS != fold]
        held = search.counts(search.best(start, training))
        unseen += [held[one] for k, one in enumerate(stories) if k % FOLDS == fold]
    values = search.best(start, stories)
    return Fitted(
        values,
        before=search.on(start, stories),
        after=search.on(values, stories),
        held_out=score(summed(unseen)),
        stories=len(stories),
        tried=search.tried(),
    )
