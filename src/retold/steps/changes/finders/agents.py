"""Who did it, left out: police fired shots became shots were fired.

Told of linked sentences where one verb form stands behind its doer in one version and passive, without
a doer, in the other; what it was done to must stand behind the verb there and before it here, in one clause
each, or both verbs go on alike: guards fired on a boat, shots were fired on a boat. A verb that tells that
somebody speaks is no deed: who spoke is told by other finders.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from retold import parameters
from retold.model import Statement
from retold.steps.changes.candidates import Candidate, candidate_of
from retold.steps.changes.clauses import is_marked_behind
from retold.steps.changes.material import Material
from retold.steps.changes.mentions import meet
from retold.steps.changes.pair import Side, Unit
from retold.steps.changes.rest import Rest
from retold.steps.changes.values import touching

_P = parameters.of("changes", "agents")
_DOER = _P.integer("doer")
_DONE_TO = _P.integer("done_to")
_LETTERS = _P.integer("letters")
_GOES_ON = _P.integer("goes_on")
_DONE = _P.integer("done")
_ALIKE = _P.number("alike")
_NONE: frozenset[tuple[str, int]] = frozenset()


class _Sentences(NamedTuple):
    """Linked sentences of one version."""

    here: Side
    words: Sequence[int]  # their word numbers, in order
    cues: Set[int]  # those of them that tell that somebody speaks

    @property
    def forms(self) -> list[str]:
        """Their folded words."""
        return [self.here.folded[k] for k in self.words]


def lost_agents(material: Material, _: Rest, unit: Unit) -> Iterator[Candidate]:
    """The doer whom one version names and the other leaves out, if the unit holds him."""
    pair = material.pair
    group = pair.group(unit)
    if group < 0 or not pair.editing.sense.passive:
        return
    ours, theirs = pair.linked(group)
    cues = (_cues(pair.old, material.said[0]), _cues(pair.new, material.said[1]))
    old, new = _Sentences(pair.old, ours, cues[0]), _Sentences(pair.new, theirs, cues[1])
    if _cut_doer(material, unit) or _fused_doer(material, unit, old, new):
        yield candidate_of(pair, "sense", unit.old, unit.new, detail="agent")
        return
    for doer in _doers(old, new):
        if meet(doer, unit.old) and old.cues.isdisjoint(doer):
            yield candidate_of(pair, "sense", doer, range(unit.new_low, unit.new_low), detail="agent")
    for doer in _doers(new, old):
        if meet(doer, unit.new) and new.cues.isdisjoint(doer):
            yield candidate_of(pair, "sense", range(unit.old_low, unit.old_low), doer, detail="agent")


def _cut_doer(material: Material, unit: Unit) -> bool:
    """Whether a unit of one version alone is who did it behind a passive: was switched off [by a guard]."""
    pair = material.pair
    if bool(len(unit.old)) == bool(len(unit.new)):
        return False
    here, words = (pair.old, unit.old) if len(unit.old) else (pair.new, unit.new)
    side = 0 if len(unit.old) else 1
    if not 1 < len(words) <= _DOER + 1 or here.folded[words.start] not in here.editing.sense.agent:
        return False
    counted = _is_counted(material, side, words)
    told = _behind_passive(here, words.start) and _names_doer(here, words[1:])
    return told and not counted and not _is_active(material, side, words.start)


def _is_active(material: Material, side: int, k: int) -> bool:
    """Whether the participle before a word is no passive in the other version: was sold by Orr, Orr sold."""
    pair = material.pair
    partners, there = (pair.to_new, pair.new) if side == 0 else (pair.to_old, pair.old)
    verb = int(partners[k - 1])
    return verb >= 0 and not _is_passive(there, verb)


def _fused_doer(material: Material, unit: Unit, old: _Sentences, new: _Sentences) -> bool:
    """Whether a passive with who did it stands for one verb without: was shot dead by police, died."""
    ways = ((0, old, unit.old, new, unit.new), (1, new, unit.new, old, unit.old))
    for side, part, words, other, rest in ways:
        doer = _doer_at_end(part.here, words)
        verbs = [k for k in rest if not other.here.small[k]]
        gone = (_telling(part.here, doer) | part.here.editing.sense.agent).isdisjoint(other.forms)
        if len(doer) and len(verbs) == 1 and gone and not _is_counted(material, side, doer):
            return True
    return False


def _doer_at_end(here: Side, words: range) -> range:
    """Who did it at the end of these words, behind a passive among them; nobody where none is told."""
    by = next((k for k in words if here.folded[k] in here.editing.sense.agent), words.stop)
    doer = range(by + 1, words.stop)
    told = 0 < len(doer) <= _DOER and _behind_passive(here, by) and _names_doer(here, doer)
    return doer if told else range(0)


def _is_counted(material: Material, side: int, words: range) -> bool:
    """Whether a figure or a date stands among words of the source, 0, or the copy, 1."""
    values = material.values
    return bool(touching(values.figures[side], words)) or bool(touching(values.dates[side], words))


def _behind_passive(here: Side, k: int) -> bool:
    """Whether a passive stands right before a word."""
    return k > 0 and not _parted(here, k - 1, k) and _is_passive(here, k - 1)


def _is_passive(here: Side, k: int) -> bool:
    """Whether a word is a participle or the particle behind it, and was or been stands before that."""
    for at in (k, k - 1):
        near = range(max(0, at - _DONE), at)
        if at > 0 and _participle(here, here.folded[at]) and not _parted(here, near.start, k):
            return any(here.folded[m] in here.editing.sense.passive for m in near)
    return False


def _names_doer(here: Side, words: range) -> bool:
    """Whether words tell who, and not how: by a guard, by police; by bus, by the storm, by himself."""
    last, names, speech = words[-1], here.names, here.language.speech
    word = here.folded[last]
    named = here.words[last][:1].isupper() and not here.small[last] and word not in names.weekdays
    if named and _may_do(here, last):
        return True
    if named and not here.opens[last]:
        return False
    known = [names.bodies, names.camps, names.kin, names.ranks]
    known += [] if speech is None else [speech.persons, speech.unnamed, speech.addressee_nouns]
    single = next(
        (word.removesuffix(end) for end in here.language.grammar.plural if word.endswith(end)), word
    )
    return any(form in one for form in (word, single) for one in known)


def _cues(here: Side, said: Sequence[Statement]) -> frozenset[int]:
    """The words that say that somebody speaks: before them stands who tells it, and no doer."""
    return frozenset(k for one in said if one.cue is not None for k in here.at(one.cue))


def _doers(active: _Sentences, passive: _Sentences) -> Iterator[range]:
    """The words before a verb of `active` that is passive, without them, in `passive`."""
    yield from _of_itself(active, passive)
    for k in _passives(passive):
        for j in (j for j in _deeds(active) if _one_verb(active.here.folded[j], passive.here.folded[k])):
            doer = _before(active.here, j)
            named = _telling(active.here, doer)
            gone = bool(named) and not named & set(passive.forms)
            if (
                gone
                and not _told_by(active, named, passive.here, k)
                and (
                    _one_thing(active.here, j, passive.here, k - 1)
                    or _alike_behind(active.here, j, passive.here, k)
                )
            ):
                yield doer


def _of_itself(active: _Sentences, other: _Sentences) -> Iterator[range]:
    """Who did what happens of itself in the other version: soldiers burned the barn, the barn burned.

    Another word for the same state will do: soldiers killed two, two died.
    """
    for k in (k for k in _deeds(other) if _participle(other.here, other.here.folded[k])):
        done_to = _before(other.here, k)
        if not len(done_to) or not _happens(other.here, done_to, k):
            continue
        for j in (
            j
            for j in _deeds(active)
            if _tell_one_deed(active.here, active.here.folded[j], other.here.folded[k])
        ):
            doer = _before(active.here, j)
            named, object_ = _telling(active.here, doer), _object(active.here, j)
            gone = bool(named) and named.isdisjoint(other.forms) and _names_doer(active.here, doer)
            told = _telling(other.here, done_to)
            if gone and told and told <= object_ and active.here.editing.sense.agent.isdisjoint(other.forms):
                yield doer


def _happens(here: Side, words: range, verb: int) -> bool:
    """Whether words and a verb may tell what happens to something: not "in a brief sent", "sold the boat"."""
    names, behind = here.names, here.folded[verb + 1 : verb + 2]
    return here.folded[words.start] not in names.prepositions and names.articles.isdisjoint(behind)


def _deeds(part: _Sentences) -> Iterator[int]:
    """The words that may be verbs of what somebody does; those that say that he speaks are none."""
    return (k for k in part.words if k not in part.cues)


def _object(here: Side, verb: int) -> set[str]:
    """The telling words behind a verb in its clause: the next of them, up to a mark."""
    return _telling(here, _clause(here, verb, 1)[:_DONE_TO])


def _clause(here: Side, k: int, step: int) -> range:
    """The words behind word k, or before it with a step of -1, up to the next mark or end of a sentence."""
    end = k
    while 0 <= end + step < len(here.words) and here.sentence[end + step] == here.sentence[k]:
        if _parted(here, min(end, end + step), max(end, end + step)):
            break
        end += step
    return range(k + step, end + step, step)


def _tell_one_deed(here: Side, one: str, other: str) -> bool:
    """Whether two words are one verb, or tell one state of somebody: killed, died."""
    states = here.editing.sense.states
    return one == other or not states.get(one, _NONE).isdisjoint(states.get(other, _NONE))


def _passives(part: _Sentences) -> Iterator[int]:
    """The participles behind a word that makes them passive: were fired."""
    auxiliary, inside = part.here.editing.sense.passive, set(part.words)
    return (
        k
        for k in _deeds(part)
        if k - 1 in inside
        and part.here.folded[k - 1] in auxiliary
        and _participle(part.here, part.here.folded[k])
    )


def _one_verb(active: str, passive: str) -> bool:
    """Whether a verb may be the active form of a participle: shot, shot; broke, broken."""
    return active == passive or (len(active) >= _LETTERS and passive in (f"{active}n", f"{active}en"))


def _one_thing(active: Side, j: int, passive: Side, before: int) -> bool:
    """Whether what stands behind the active verb stands before the passive one, or both are a pronoun.

    Much of the shorter must be in the longer: charged a former Trent aide, no Trent aides have been charged.
    """
    done_to = _telling(active, _clause(active, j, 1)), _telling(passive, _clause(passive, before, -1))
    if min(map(len, done_to)) and len(done_to[0] & done_to[1]) >= _ALIKE * min(map(len, done_to)):
        return True
    pronouns, opens = active.language.grammar.pronouns, before - 1
    held = opens >= 0 and passive.sentence[opens] == passive.sentence[before] and j + 1 < len(active.words)
    return bool(held) and active.folded[j + 1] in pronouns and passive.folded[opens] in pronouns


def _alike_behind(active: Side, j: int, passive: Side, k: int) -> bool:
    """Whether both verbs go on with one small word and the same behind it: [were] fired on a boat."""
    ours, theirs = active.folded[j + 1 : j + 1 + _GOES_ON], passive.folded[k + 1 : k + 1 + _GOES_ON]
    whole = len(ours) == _GOES_ON and active.sentence[j + _GOES_ON] == active.sentence[j]
    return whole and ours == theirs and bool(active.small[j + 1])


def _told_by(active: _Sentences, doer: set[str], passive: Side, verb: int) -> bool:
    """Whether a doer stands behind the passive verb, by whatever name: the active version lacks that name.

    By five hours and by rockets, which the active version has too, nobody is named.
    """
    known = set(active.forms)
    behind = [k for k in range(verb + 1, len(passive.words)) if passive.sentence[k] == passive.sentence[verb]]
    for k in (k for k in behind if passive.folded[k] in passive.editing.sense.agent):
        first = next((m for m in behind if m > k and _tells(passive, m)), verb)
        head = passive.folded[first] if _may_do(passive, first) else ""
        if head and (head in doer or head not in known) and not _parted(passive, verb, k):
            return True
    return False


def _tells(here: Side, k: int) -> bool:
    """Whether a word is no small one, and does not make a number a bound: nearly."""
    return not here.small[k] and not here.language.numbers.is_bound([here.folded[k]])


def _may_do(here: Side, k: int) -> bool:
    """Whether a word may be a doer: no number and nothing that stands in reports of anything, as hours do."""
    word = here.folded[k]
    return not (word.isdigit() or word in here.language.numbers.words or word in here.editing.anywhere)


def _parted(here: Side, low: int, high: int) -> bool:
    """Whether a comma or a stop stands between two words: what is behind it is another clause."""
    return any(is_marked_behind(here, k) for k in range(low, high))


def _participle(here: Side, verb: str) -> bool:
    """Whether a word may be what was done: fired, shot; possible is none."""
    return len(verb) >= _LETTERS and verb.endswith(here.editing.sense.participles)


def _before(here: Side, verb: int) -> range:
    """The words of the clause before a verb, none where it is passive or too many stand there.

    Other words may stand in a passive: was today jailed, was originally planned.
    """
    low = verb
    while low > 0 and here.sentence[low - 1] == here.sentence[verb] and here.between(low - 1).isspace():
        low -= 1
    sense = here.editing.sense
    words, near = range(low, verb), range(max(low, verb - _DONE), verb)
    clipped = near and here.editing.possessive.search(here.folded[verb - 1])  # it's sold
    helped = near and here.folded[verb - 1] in sense.auxiliary | sense.negators
    active = not clipped and not helped and not any(here.folded[k] in sense.passive for k in near)
    return words if 0 < len(words) <= _DOER and active else range(0)


def _telling(here: Side, words: Iterable[int]) -> set[str]:
    inside = (k for k in words if 0 <= k < len(here.words))
    return {here.folded[k] for k in inside if not here.small[k]}
