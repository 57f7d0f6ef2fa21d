"""Other words for the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from retold import parameters
from retold.model import Statement
from retold.steps.changes.candidates import Candidate, candidate_of_unit
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Pair, Side, Unit
from retold.steps.changes.rest import Rest

_LEAST = parameters.of("changes", "rewording").integer("least")


def rewordings(material: Material, _: Rest, unit: Unit) -> Iterator[Candidate]:
    """A unit of two sides that nothing else took."""
    if not len(unit.old) or not len(unit.new):
        return
    pair = material.pair
    if pair.alike(unit.old, unit.new):
        yield _with_neighbours(pair, unit, candidate_of_unit(pair, "wording", unit))
    elif _is_other_number(material, unit):
        yield candidate_of_unit(pair, "style", unit, "number")
    else:
        yield candidate_of_unit(pair, "wording", unit)


def _is_other_number(material: Material, unit: Unit) -> bool:
    """Whether one noun is the other's plural, of nobody who speaks: common stock, common stocks."""
    pair = material.pair
    if not len(unit.old) == len(unit.new) == 1:
        return False
    short, long = sorted((pair.old.folded[unit.old_low], pair.new.folded[unit.new_low]), key=len)
    if long[len(short) :] not in pair.editing.plurals or not long.startswith(short) or len(short) < _LEAST:
        return False
    sides = ((pair.old, unit.old, material.said[0]), (pair.new, unit.new, material.said[1]))
    return not any(_names_speaker(*side) for side in sides)


def _names_speaker(here: Side, words: range, said: Sequence[Statement]) -> bool:
    mentions = (party.mention for one in said for party in (*one.speakers, *one.addressees))
    return any(m is not None and words.start in here.at(m) for m in mentions)


def _with_neighbours(pair: Pair, unit: Unit, made: Candidate) -> Candidate:
    """A phrase that stands at another place of its sentence: its readings show the words beside it."""
    before, after = _beside(pair.old, unit.old), _beside(pair.new, unit.new)
    return replace(made, before=before, after=after, detail="in another place")


def _beside(here: Side, words: range) -> str:
    """The words with the one before and the one behind them in their sentence."""
    low, high = words.start, words.stop
    low -= low > 0 and here.sentence[low - 1] == here.sentence[low]
    high += high < len(here.words) and here.sentence[high] == here.sentence[high - 1]
    return here.text(range(low, high))
