"""The same words in another spelling: a habit of the house."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retold import parameters
from retold.messages import N_
from retold.steps.changes.candidates import Candidate, candidate_of_unit
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Side, Unit
from retold.steps.changes.rest import Rest
from retold.steps.changes.spelling import is_style

_PARTS = parameters.of("changes", "house_style").integer("parts")


def spelling_variants(material: Material, _: Rest, unit: Unit) -> Iterator[Candidate]:
    """A unit whose two sides say the same words in another spelling."""
    if is_style(material.pair, unit):
        yield candidate_of_unit(material.pair, "style", unit, N_("spelling"))


def name_forms(material: Material, _: Rest, unit: Unit) -> Iterator[Candidate]:
    """A title, a first name or a firm's legal form beside a name that both have: (Ana) Kael, Quay (Ltd)."""
    pair = material.pair
    if max(len(unit.old), len(unit.new)) > _PARTS or not pair.language.packed:
        return
    sides = ((pair.old, unit.old, pair.new), (pair.new, unit.new, pair.old))
    told = [side for side in sides if len(side[1])]
    legal = all(here.folded[k] in here.names.legal_forms for here, words, _ in told for k in words)
    if (legal and _behind_name(material, unit)) or (_are_address(told) and _before_name(material, unit)):
        yield candidate_of_unit(pair, "style", unit, N_("form of a name"))


def _are_address(told: Sequence[tuple[Side, range, Side]]) -> bool:
    """Titles or first names: of two sides one at least is a title, and both may be of one sex."""
    titled = [all(here.folded[k] in here.names.ranks for k in words) for here, words, _ in told]
    if len(told) == 2:
        sexes = {sex for here, words, _ in told for k in words if (sex := _sex(here, k)) is not None}
        return any(titled) and len(sexes) < 2 and all(_are_named(here, words) for here, words, _ in told)
    here, words, there = told[0]
    return titled[0] or (len(words) == 1 and _is_first_name(here, words.start, there))


def _are_named(here: Side, words: range) -> bool:
    return all(here.words[k][:1].isupper() or here.folded[k] in here.names.ranks for k in words)


def _sex(here: Side, k: int) -> bool | None:
    """Whether a title or a first name is a man's, None where it does not say."""
    names, word = here.names, here.folded[k]
    if word in names.men or word in names.given_men:
        return True
    return False if word in names.women or word in names.given_women else None


def _is_first_name(here: Side, k: int, there: Side) -> bool:
    """A known first name, or a word in capitals that the other version has elsewhere."""
    word, names = here.folded[k], here.names
    known = word in names.given_men or word in names.given_women or there.counts[word] > 0
    return here.words[k][:1].isupper() and not here.small[k] and known


def _before_name(material: Material, unit: Unit) -> bool:
    """Whether the same capitalised word stands behind in both versions."""
    pair = material.pair
    j = int(pair.to_new[unit.old_high]) if unit.old_high < len(pair.to_new) else -1
    return j == unit.new_high and _is_same_name(material, unit.old_high, j)


def _behind_name(material: Material, unit: Unit) -> bool:
    """Whether the same capitalised word stands before in both versions."""
    low = unit.old_low - 1
    j = int(material.pair.to_new[low]) if low >= 0 else -1
    return j == unit.new_low - 1 and j >= 0 and _is_same_name(material, low, j)


def _is_same_name(material: Material, k: int, j: int) -> bool:
    old, new = material.pair.old, material.pair.new
    return old.folded[k] == new.folded[j] and old.words[k][:1].isupper() and not old.small[k]
