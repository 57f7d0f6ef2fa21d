"""Who did it and whom it was done to, exchanged: Tarn beat Elm became Elm beat Tarn.

Told of linked sentences where one and the same verb stands between the same two, the other way round. Verbs
for what two do to each other (met, married) turn nothing so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from retold.steps.changes.candidates import Candidate, candidate_of
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Pair, Side, Unit
from retold.steps.changes.rest import Rest


class _Deed(NamedTuple):
    """Two parties with a verb between them: their folded words, and the words of all three."""

    doer: tuple[str, ...]
    done_to: tuple[str, ...]
    words: range


def exchanged_parties(material: Material, _: Rest, __: Unit) -> Iterator[Candidate]:
    """All deeds of the source whose parties have changed places in the copy."""
    pair = material.pair
    if not pair.editing.sense.mutual:
        return
    for i in np.flatnonzero(pair.group_old >= 0).tolist():
        ours = _deed(pair.old, i)
        theirs = None if ours is None else _turned(pair, i, ours)
        if ours is not None and theirs is not None:
            yield candidate_of(pair, "sense", ours.words, theirs.words, detail="agent", overlaps=True)


def _turned(pair: Pair, verb: int, deed: _Deed) -> _Deed | None:
    """The same deed in the linked sentences of the copy with its parties exchanged, if it stands there."""
    _, linked = pair.linked(int(pair.group_old[verb]))
    held = (_deed(pair.new, j) for j in linked if pair.new.folded[j] == pair.old.folded[verb])
    every = [one for one in held if one is not None]
    if any((one.doer, one.done_to) == (deed.doer, deed.done_to) for one in every):
        return None
    return next((one for one in every if (one.doer, one.done_to) == (deed.done_to, deed.doer)), None)


def _deed(here: Side, k: int) -> _Deed | None:
    """The deed whose verb word k may be: a plain word, with a party right on either side."""
    word = here.words[k]
    if (
        not (word.isalpha() and word.islower())
        or here.small[k]
        or here.folded[k] in here.editing.sense.mutual
    ):
        return None
    grammar = here.language.grammar
    first = k + 1
    while _goes_on(here, first) and here.folded[first] in grammar.definite | grammar.indefinite:
        first += 1
    doer, done_to = _party(here, k - 1, -1), _party(here, first, 1)
    if not doer or not done_to or here.quote[k]:
        return None
    names = tuple(here.folded[m] for m in doer), tuple(here.folded[m] for m in done_to)
    return None if names[0] == names[1] else _Deed(*names, range(doer.start, done_to.stop))


def _goes_on(here: Side, k: int) -> bool:
    """Whether word k stands behind another in one clause: nothing but a space between them."""
    return (
        0 < k < len(here.words) and here.between(k - 1).isspace() and here.sentence[k - 1] == here.sentence[k]
    )


def _party(here: Side, k: int, step: int) -> range:
    """The words of a party from word k on, or up to it: a name as a whole, else one telling word."""
    joined = _goes_on(here, k if step > 0 else k + 1)
    if not joined or here.small[k] or not here.words[k].isalpha():
        return range(0)
    low = high = k
    while here.words[k][:1].isupper() and _of_name(here, low - 1, low) and step < 0:
        low -= 1
    while here.words[k][:1].isupper() and _of_name(here, high + 1, high + 1) and step > 0:
        high += 1
    return range(low, high + 1)


def _of_name(here: Side, k: int, joint: int) -> bool:
    """Whether word k goes on with a name; `joint` is the later one of the two words."""
    return (
        0 <= k < len(here.words)
        and _goes_on(here, joint)
        and here.words[k][:1].isupper()
        and not here.small[k]
    )
