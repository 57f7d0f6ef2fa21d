"""A deed that one version tells as planned and the other as done: plans to sell the baths, has sold them.

Nor is what somebody hopes to do what he will do. Only where nothing else tells in either side of a unit, at
one place of linked sentences.
"""

from __future__ import annotations

from collections.abc import Iterator

from retold import parameters
from retold.steps.changes.candidates import Candidate, candidate_of_unit
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Pair, Side, Unit
from retold.steps.changes.rest import Rest

_P = parameters.of("changes", "sense")
_WIDEST = _P.integer("widest")
_VERB = _P.integer("verb")


def performed(material: Material, _: Rest, unit: Unit) -> Iterator[Candidate]:
    """A unit that makes a deed of a plan, or a plan of a deed."""
    pair = material.pair
    if pair.group(unit) < 0 or max(len(unit.old), len(unit.new)) > _WIDEST or not _is_held(pair, unit):
        return
    if _is_promised(pair, unit):
        yield candidate_of_unit(pair, "sense", unit, "modality")
        return
    planned = _planned(pair.old, unit.old), _planned(pair.new, unit.new)
    done = _done(pair.old, unit.old), _done(pair.new, unit.new)
    if any(verb and _are_one_verb(verb, other) for verb, other in zip(planned, done[::-1], strict=True)):
        yield candidate_of_unit(pair, "sense", unit, "modality")


def _is_promised(pair: Pair, unit: Unit) -> bool:
    """Whether one side hopes to do what the other will do, before one verb: [hopes to | will] open."""
    behind = unit.old_high < len(pair.to_new) and int(pair.to_new[unit.old_high]) == unit.new_high
    sides = ((pair.old, unit.old), (pair.new, unit.new))
    hoped, firm = ([tells(*side) for side in sides] for tells in (_is_hope, _is_firm))
    return behind and ((hoped[0] and firm[1]) or (hoped[1] and firm[0]))


def _is_hope(here: Side, words: range) -> bool:
    """Whether these words are a wish and what leads to an infinitive: [hopes to] open."""
    told, sense = _telling(here, words), here.editing.sense
    leads = len(words) > 1 and here.folded[words.stop - 1] in here.editing.infinitives
    return leads and len(told) == 1 and here.folded[told[0]] in sense.hoping


def _is_firm(here: Side, words: range) -> bool:
    """Whether these words are but a modal that tells a deed as certain."""
    return len(words) == 1 and here.folded[words.start] in here.editing.sense.firm


def _is_held(pair: Pair, unit: Unit) -> bool:
    """Whether both sides stand behind the same word: the one who plans or acts."""
    before = unit.old_low - 1
    return before >= 0 and int(pair.to_new[before]) == unit.new_low - 1 >= 0


def _planned(here: Side, words: range) -> str:
    """The verb of what is planned if these words tell nothing else: [is expected to] close; "" for none."""
    told = _telling(here, words)
    if len(told) != 2 or here.folded[told[0]] not in here.editing.sense.intending:
        return ""
    between = [here.folded[k] for k in range(told[0] + 1, told[1])]
    return here.folded[told[1]] if set(between) & here.editing.infinitives else ""


def _done(here: Side, words: range) -> str:
    """The verb of what was done where these words tell nothing else: [has] closed; "" for none."""
    told, sense = _telling(here, words), here.editing.sense
    forms = {here.folded[k] for k in words}
    if len(told) != 1 or forms & (here.editing.infinitives | sense.modals.keys() | sense.negators):
        return ""
    verb = here.folded[told[0]]
    return verb if verb.endswith(sense.participles) else ""


def _telling(here: Side, words: range) -> list[int]:
    """The word numbers of what is neither of the grammar nor an auxiliary."""
    sense = here.editing.sense
    idle = sense.passive | sense.auxiliary
    return [k for k in words if not here.small[k] and here.folded[k] not in idle]


def _are_one_verb(one: str, other: str) -> bool:
    """Whether two words may be forms of one verb: close, closed; sell, sold."""
    return bool(other) and (one[:_VERB] == other[:_VERB] or one[0] == other[0])
