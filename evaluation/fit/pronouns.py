"""Fit the model that tells whom "he" or "she" means beside reported speech.

    python -m evaluation.fit.pronouns            print the weights, and what they state beside what is right
    python -m evaluation.fit.pronouns --write    write [pronoun_marks]

The cases are pronouns whose bearer another article names beside the same words, but for those of the held
months. What is stated is judged by weights that have not seen the month.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import numpy as np

import retold
from evaluation.corpora.bearers import Bearer, bearers
from evaluation.fit import choices, lines
from evaluation.fit.logistic import FOLDS, folds
from evaluation.metrics.calibration import calibration_error
from retold.steps.statements import pronouns
from retold.steps.statements.candidates import Candidate, Place, Pronoun, Standing

STEP = "statements"
_STATED = (0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
_ON = "pronouns whose bearer another article names (labels/pronouns.tsv), without the held months"
Found = tuple[list[Candidate], pronouns.Nobody]  # who may be meant, and the marks of nobody
_MARKS = (*Place._fields, *Standing._fields, *pronouns.Nobody._fields)


class Judged(NamedTuple):
    """A pronoun whose bearer is known, as a choice."""

    bearer: Bearer
    case: choices.Case


def cases() -> Iterator[Judged]:
    """Those of the months that may be fitted on."""
    for known in bearers().values():
        if known[0].held:
            continue
        with _watched() as found:
            list(retold.statements(known[0].text))
        for bearer in known:
            if bearer.at in found:
                yield Judged(bearer, _case(bearer, found[bearer.at]))


@contextmanager
def _watched() -> Iterator[dict[int, Found]]:
    """The candidates of each pronoun that is asked for, by its character."""
    found: dict[int, Found] = {}
    ranked = pronouns.Pronouns.ranked

    def watched(self: pronouns.Pronouns, pronoun: Pronoun) -> tuple[list[Candidate], list[float]]:
        result = ranked(self, pronoun)
        found[pronoun.at] = result[0], self.nobody(pronoun, len(result[0]))
        return result

    pronouns.Pronouns.ranked = watched  # type: ignore[method-assign]
    try:
        yield found
    finally:
        pronouns.Pronouns.ranked = ranked  # type: ignore[method-assign]


def _case(bearer: Bearer, found: Found) -> choices.Case:
    """The choice among the candidates and nobody, who comes last and has marks of his own."""
    candidates, nobody = found
    marks = np.zeros((len(candidates) + 1, len(_MARKS)))
    for number, one in enumerate(candidates):
        marks[number, : -len(nobody)] = one.marks
    marks[-1, -len(nobody) :] = nobody
    surnames = [name_keys(one) for one in candidates]
    right = [n for n, keys in enumerate(surnames) if keys[-1] == bearer.surname]
    right += [n for n, keys in enumerate(surnames) if bearer.surname in keys]
    return choices.Case(marks, right[0] if right else len(candidates))


def name_keys(candidate: Candidate) -> list[str]:
    """All words of his names, the surname of the fullest last."""
    keys = [key for name in candidate.entity.mentions for key in name.keys]
    return [*keys, candidate.entity.name.keys[-1]]


def judged(found: Sequence[Judged]) -> Iterator[str]:
    """What the weights state of the likeliest where they have not seen the month, beside what is right."""
    fold = folds([one.bearer.month for one in found])
    stated, right = np.zeros(len(found)), np.zeros(len(found), np.bool_)
    for k in range(FOLDS):
        weights = choices.fitted([one.case for one, n in zip(found, fold, strict=True) if n != k])
        for number in np.flatnonzero(fold == k).tolist():
            case = found[number].case
            chances = choices.stated(weights, case.marks)[:-1]
            if len(chances):
                stated[number], right[number] = chances.max(), int(chances.argmax()) == case.right
    error = calibration_error(list(zip(stated.tolist(), right.tolist(), strict=True)))
    yield f"{len(found)} pronouns, right {right.mean():.3f}, error {error:.3f}"
    for least in _STATED:
        held = stated >= least
        yield f"  stated {least:.2f} or more: {held.mean():.3f} of them, right {right[held].mean():.3f}"


def main(arguments: list[str]) -> None:
    """Print what was found, and write it if asked."""
    found = list(cases())
    weights = choices.fitted([one.case for one in found]).round(3).tolist()
    values = {f"pronoun_marks.{name}": weight for name, weight in zip(_MARKS, weights, strict=True)}
    print(*judged(found), values, sep="\n")
    if "--write" in arguments:
        lines.write(STEP, values, _ON, len(found))


if __name__ == "__main__":
    main(sys.argv[1:])
