"""Other words for the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from retold.messages import N_
from retold.steps.changes.candidates import Candidate, candidate_of_unit
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Pair, Side, Unit
from retold.steps.changes.rest import Rest
from retold.steps.changes.significance import says_little


def rewordings(material: Material, _: Rest, unit: Unit) -> Iterator[Candidate]:
    """A unit of two sides that nothing else took."""
    if len(unit.old) and len(unit.new):
        made = candidate_of_unit(material.pair, "wording", unit)
        made = replace(made, idle=says_little(material, unit, made))
        yield _with_neighbours(material.pair, unit, made) if material.pair.alike(unit.old, unit.new) else made


def _with_neighbours(pair: Pair, unit: Unit, made: Candidate) -> Candidate:
    """A phrase that stands at another place of its sentence: its readings show the words beside it."""
    before, after = _beside(pair.old, unit.old), _beside(pair.new, unit.new)
    return replace(made, before=before, after=after, detail=N_("in another place"))


def _beside(here: Side, words: range) -> str:
    """The words with the one before and the one behind them in their sentence."""
    low, high = words.start, words.stop
    low -= low > 0 and here.sentence[low - 1] == here.sentence[low]
    high += high < len(here.words) and here.sentence[high] == here.sentence[high - 1]
    return here.text(range(low, high))
