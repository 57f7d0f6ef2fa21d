"""Verbs of speech behind one and the same speaker: said became claimed, police said they arrested him became
police arrested him.

Told by the form of the sentence where the speaker stands right before the verb in both versions; whether
what he says was kept word for word does not matter, as it does in `attributions`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from retold import parameters
from retold.model import Statement
from retold.steps.changes import matched_quotations
from retold.steps.changes.candidates import Candidate, Words
from retold.steps.changes.finders.attributions import PLAIN, is_denial_of_it
from retold.steps.changes.matched_quotations import Matched
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Pair, Side, Unit, holds
from retold.steps.changes.rest import Rest

_P = parameters.of("changes", "cues")
_WIDEST = _P.integer("widest")
_SHARED = _P.integer("shared")
_KEPT = _P.number("kept")
_LEAST = _P.number("least")
_FEW, _NAME = _P.integer("few"), _P.integer("name")


def changed_cues(material: Material, _: Rest, unit: Unit) -> Iterator[Candidate]:
    """The verb of a speaker who stands right before the unit, exchanged for one of another class."""
    pair, (old, new) = material.pair, material.said
    if unit.rewritten or not 0 < len(unit.old) <= _WIDEST or not 0 < len(unit.new) <= _WIDEST:
        return
    ours, theirs = _told_in(pair.old, unit.old, old), _told_in(pair.new, unit.new, new)
    if ours is None or theirs is None or not _behind_one_speaker(pair, unit) or not _are_unlike(ours, theirs):
        return
    if is_denial_of_it(pair, Matched(ours, theirs, 0.0)):
        return
    carried = set(pair.to_new[matched_quotations.words(pair.old, ours)].tolist())
    told = [k for k in matched_quotations.words(pair.new, theirs).tolist() if not pair.new.small[k]]
    shared = [k for k in told if k in carried]
    if len(shared) >= max(_FEW, min(_SHARED, len(told))):
        yield _candidate(pair, ours, theirs)


def _told_in(here: Side, words: range, said: Sequence[Statement]) -> Statement | None:
    """The one statement whose cue stands in the words and whose speaker stands right before them."""
    held = [one for one in said if one.cue is not None and holds(words, here.at(one.cue))]
    one = held[0] if len(held) == 1 else None
    if (
        one is None
        or one.speaker is None
        or not one.content
        or one.support < _LEAST
        or here.quote[words.start]
    ):
        return None
    return one if _stands_before(here, here.at(one.speaker), words.start) else None


def _stands_before(here: Side, speaker: range, verb: int) -> bool:
    """Whether a speaker stands right before a verb, or his name between commas: the mayor, Ana Kael,"""
    if speaker.stop == verb:
        return True
    name = range(speaker.stop, verb)
    apposed = (
        0 < len(name) <= _NAME and "," in here.between(speaker.stop - 1) and "," in here.between(verb - 1)
    )
    return apposed and all(here.words[k][:1].isupper() for k in name)


def _behind_one_speaker(pair: Pair, unit: Unit) -> bool:
    """Whether one name or noun ends right before the unit in both versions, and is no small word."""
    low = unit.old_low - 1
    return low >= 0 and int(pair.to_new[low]) == unit.new_low - 1 and not pair.old.small[low]


def _are_unlike(ours: Statement, theirs: Statement) -> bool:
    """Whether the cues are of two classes that do not both take no stand."""
    manners = ours.manner, theirs.manner
    return all(manners) and manners[0] != manners[1] and not PLAIN.issuperset(manners)


def _candidate(pair: Pair, ours: Statement, theirs: Statement) -> Candidate:
    assert ours.cue is not None and theirs.cue is not None
    before, after = ours.cue.of(pair.old.witness.text), theirs.cue.of(pair.new.witness.text)
    made = Candidate("attribution", (ours.cue,), (theirs.cue,), before, after, "cue", beside=ours.content)
    return replace(made, words=Words((pair.old.at(ours.cue),), (pair.new.at(theirs.cue),)))


def dropped_cues(material: Material, _: Rest, unit: Unit) -> Iterator[Candidate]:
    """Police said they arrested him, police arrested him: what was said there is told as a fact here."""
    pair = material.pair
    if len(unit.old) and len(unit.new):
        return
    in_old = len(unit.old) > 0
    here, words, partners = (pair.old, unit.old, pair.to_new) if in_old else (pair.new, unit.new, pair.to_old)
    there = pair.new if in_old else pair.old
    one = _told_in(here, words, material.said[0 if in_old else 1])
    if one is None or one.kind != "indirect" or one.manner not in PLAIN or not _is_bare(here, words, one):
        return
    content = matched_quotations.words(here, one)
    kept = partners[content]
    kept = kept[kept >= 0]
    gap = unit.new_low if in_old else unit.old_low
    if len(kept) >= _KEPT * len(content) and _goes_on(there, gap, kept, material.said[1 if in_old else 0]):
        yield _left_out(unit, one, here, in_old)


def _is_bare(here: Side, words: range, one: Statement) -> bool:
    """Whether nothing stands in the words but the verb and small words, and the speaker is no small word."""
    assert one.cue is not None and one.speaker is not None
    cue = here.at(one.cue)
    alone = all(k in cue or here.small[k] or here.folded[k] in here.language.grammar.pronouns for k in words)
    return alone and not here.small[here.at(one.speaker).stop - 1]


def _goes_on(
    there: Side, gap: int, kept: np.ndarray[tuple[int], np.dtype[np.int32]], said: Sequence[Statement]
) -> bool:
    """Whether the words go on there right behind the speaker, in nobody's mouth."""
    near = 0 <= int(kept.min()) - gap <= 1 and there.sentence[gap - 1] == there.sentence[int(kept.min())]
    spoken = any(np.isin(kept, matched_quotations.words(there, other)).any() for other in said)
    return bool(near) and not spoken and not there.quote[kept].any()


def _left_out(unit: Unit, one: Statement, here: Side, in_old: bool) -> Candidate:
    """One change: the words that were said, and who is no longer told to have said them."""
    assert one.speaker is not None
    name = " ".join(one.speaker.of(here.witness.text).split())
    place = (*one.content, *here.span(unit.old if in_old else unit.new))
    old, new = (place, ()) if in_old else ((), place)
    before, after = (name, "") if in_old else ("", name)
    return Candidate("attribution", old, new, before, after, "speaker", words=Words.of(unit.old, unit.new))
