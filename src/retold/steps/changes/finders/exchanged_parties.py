"""Who did it and whom it was done to, exchanged: Tarn beat Elm became Elm beat Tarn.

Told of linked sentences where one and the same verb stands between the same two, the other way round. Verbs
for what two do to each other (met, married) turn nothing so. So are places told: from Tarn to Elm.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from retold import parameters
from retold.steps.changes.candidates import Candidate, candidate_of
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Pair, Side, Unit
from retold.steps.changes.rest import Rest

_MOST = parameters.of("changes", "exchanged_parties").integer("most")


class _Deed(NamedTuple):
    """Two parties with a verb between them: their folded words, and the words of all three."""

    doer: tuple[str, ...]
    done_to: tuple[str, ...]
    words: range
    passive: bool = False  # the doer stands behind the verb

    def beside(self, other: _Deed) -> range:
        """The words of all three without what goes on behind them and is no party of the other deed."""
        behind, there = (self.doer, other.done_to) if self.passive else (self.done_to, other.doer)
        return range(self.words.start, self.words.stop - max(0, len(behind) - len(there)))


def exchanged_parties(material: Material, _: Rest, __: Unit) -> Iterator[Candidate]:
    """All deeds of the source whose parties have changed places in the copy."""
    pair = material.pair
    if not pair.editing.sense.mutual:
        return
    for i in np.flatnonzero(pair.group_old >= 0).tolist():
        ours = _journey(pair.old, i) or _deed(pair.old, i)
        theirs = None if ours is None else _turned(pair, i, ours)
        if ours is not None and theirs is not None:
            old, new = ours.beside(theirs), theirs.beside(ours)
            detail = "direction" if pair.old.folded[i] in pair.editing.sense.journey else "agent"
            yield candidate_of(pair, "sense", old, new, detail=detail, overlaps=True)


def _turned(pair: Pair, verb: int, deed: _Deed) -> _Deed | None:
    """The same deed in the linked sentences of the copy with its parties exchanged, if it stands there."""
    _, linked = pair.linked(int(pair.group_old[verb]))
    same = (j for j in linked if pair.new.folded[j] == pair.old.folded[verb])
    held = (_journey(pair.new, j) or _deed(pair.new, j) for j in same)
    every = [one for one in held if one is not None]
    turned = _Deed(deed.done_to, deed.doer, deed.words)
    if any(_is_one(one, deed) for one in every):
        return None
    return next((one for one in every if _is_one(one, turned)), None)


def _is_one(deed: _Deed, other: _Deed) -> bool:
    """Whether two deeds have one doer, and were done to one party."""
    return _is_one_party(deed.doer, other.doer) and _is_one_party(deed.done_to, other.done_to)


def _is_one_party(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two parties begin with the same words, all that one has: a museum [last year]."""
    least = min(len(one), len(other))
    return one[:least] == other[:least]


def _deed(here: Side, k: int) -> _Deed | None:
    """The deed whose verb word k may be: a plain word, with a party right on either side."""
    word, sense = here.words[k], here.editing.sense
    plain = word.isalpha() and word.islower() and not here.small[k] and not here.quote[k]
    if not plain or here.folded[k] in sense.mutual:
        return None
    before, behind, passive = k - 1, k + 1, False
    if _goes_on(here, k) and here.folded[k - 1] in sense.passive and here.folded[k + 1 : k + 2]:
        passive = _goes_on(here, k + 1) and here.folded[k + 1] in sense.agent
        before, behind = (k - 2, k + 2) if passive else (before, behind)
    first = _party(here, _behind_name(here, before), -1)
    second = _name_of(here, _party(here, _behind_article(here, behind), 1))
    if not first or not second:
        return None
    names = [tuple(here.folded[m] for m in party) for party in (first, second)]
    doer, done_to = names[::-1] if passive else names
    return None if _is_one_party(*names) else _Deed(doer, done_to, range(first.start, second.stop), passive)


def _journey(here: Side, k: int) -> _Deed | None:
    """From where to where, where word k stands between two names: from Tarn to Elm."""
    ways = here.editing.sense.journey
    if here.folded[k] not in ways[1:] or not _goes_on(here, k):
        return None
    first, second = _party(here, k - 1, -1), _party(here, k + 1, 1)
    low = first.start - 1
    named = first and second and here.words[first.start][:1].isupper() and here.words[k + 1][:1].isupper()
    if not named or low < 0 or here.folded[low] != ways[0]:
        return None
    parts = [tuple(here.folded[m] for m in party) for party in (first, second)]
    return None if _is_one_party(*parts) else _Deed(parts[0], parts[1], range(low, second.stop))


def _behind_name(here: Side, k: int) -> int:
    """The word up to which a party stands before its verb: Ana Kael[, 70,][ had] struck."""
    while k > 0 and _goes_on(here, k + 1) and here.folded[k] in here.editing.sense.perfect:
        k -= 1
    return k - 1 if _is_age(here, k) else k


def _is_age(here: Side, k: int) -> bool:
    """Whether word k is a number between commas: Ana Kael, 70, had."""
    inside = 0 < k < len(here.words) - 1 and here.words[k].isdigit()
    return inside and here.between(k - 1).strip() == here.between(k).strip() == ","


def _behind_article(here: Side, k: int) -> int:
    """The first word from k on that is no article."""
    grammar = here.language.grammar
    while _goes_on(here, k) and here.folded[k] in grammar.definite | grammar.indefinite:
        k += 1
    return k


def _goes_on(here: Side, k: int) -> bool:
    """Whether word k stands behind another in one clause: nothing but a space or an owner's mark between."""
    inside = 0 < k < len(here.words) and here.sentence[k - 1] == here.sentence[k]
    return inside and here.between(k - 1).lstrip("'’").isspace()


def _party(here: Side, k: int, step: int) -> range:
    """The words of a party from word k on, or up to it: a whole name, or telling words in small letters."""
    joined = _goes_on(here, k if step > 0 else k + 1) or (step < 0 and _is_age(here, k + 1))
    if not joined or not _is_of(here, k, k):
        return range(0)
    low = high = k
    while step < 0 and k - low < _MOST and (gone := _gone_on(here, low, k, -1)):
        low -= gone
    while step > 0 and high - k < _MOST and (gone := _gone_on(here, high, k, 1)):
        high += gone
    return range(low, high + 1)


def _name_of(here: Side, party: range) -> range:
    """The name that ends a party behind its verb, the party where none does: the maker [Tarn Wagons]."""
    behind = party.stop
    if not len(party) or here.words[party.start][:1].isupper() or not _goes_on(here, behind):
        return party
    named = _party(here, behind, 1) if here.folded[behind] not in here.editing.no_names else range(0)
    return named if named and here.words[behind][:1].isupper() else party


def _gone_on(here: Side, m: int, k: int, step: int) -> int:
    """By how many words a party goes on from word m: one, two in a name (Port of Tarn), or none."""
    grammar = here.language.grammar
    if not _goes_on(here, m if step < 0 else m + 1):
        return 0
    if _is_of(here, m + step, k) or (step < 0 and _names(here, m - 1)):
        return 1
    capital = here.words[k][:1].isupper() and here.folded[m + step] in grammar.genitive
    return 2 if capital and _goes_on(here, m + step + (step > 0)) and _is_of(here, m + 2 * step, k) else 0


def _names(here: Side, m: int) -> bool:
    """Whether a word with a capital may belong to the name before a noun: [Great] [Tarn] clinic.

    A day does not. The first word of a sentence does where another one with a capital stands behind it.
    """
    if m < 0 or not here.words[m][:1].isupper() or not _is_of(here, m, m):
        return False
    begun = not here.opens[m] or here.words[m + 1][:1].isupper()
    return begun and here.folded[m] not in here.editing.no_names


def _is_of(here: Side, m: int, k: int) -> bool:
    """Whether word m may stand in a party with word k: both have a capital, or neither."""
    if not 0 <= m < len(here.words) or here.small[m]:
        return False
    if not here.words[m].replace("'", "").replace("’", "").isalpha():
        return False
    return here.words[m][:1].isupper() == here.words[k][:1].isupper()
