"""Speakers who are named in one version only: the mayor said so here, there it simply is so.

Told of matter outside quotation marks, where nothing in the other version says
that anybody said it. A pronoun is nobody: he goes on where somebody spoke before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

import numpy as np

from retold import parameters
from retold.model import ChangeKind, Statement
from retold.settings import Changes
from retold.steps.changes import matched_quotations
from retold.steps.changes.candidates import Candidate, Words
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Pair, Side, Unit
from retold.steps.changes.rest import Rest
from retold.steps.changes.told_beside import is_told_beside, telling
from retold.tables import Ints

_P = parameters.of("changes", "dropped_attributions")
_TOLD = _P.number("told")
_TAG = _P.integer("tag")
_MORE = _P.integer("more")
_STOP = re.compile(r"[.!?][^\s.!?]*\s")
_KEPT = _P.number("kept")
_LEAST = _P.integer("least")
_SPREAD = _P.integer("spread")
_LEAD = _P.integer("lead")
_NESTED = _P.number("nested")
_SHARED = _P.integer("shared")


def dropped_speakers(material: Material, _: Rest, unit: Unit) -> Iterator[Candidate]:
    """The speaker that a one-sided unit names, if what was said stands in the other version as a fact."""
    return (one for one in _dropped(material, unit) if one.kind == "attribution")


def dropped_sources(material: Material, _: Rest, unit: Unit) -> Iterator[Candidate]:
    """The same of a source that is named by "according to", and of who only believes it: a hedge."""
    return (one for one in _dropped(material, unit) if one.kind == "hedge")


def _dropped(material: Material, unit: Unit) -> Iterator[Candidate]:
    """At most one: the source's speaker who is gone, else one whom the copy alone names."""
    found = (one for in_old in (True, False) for one in _dropped_by(material, unit, in_old))
    yield from islice(found, 1)


def _dropped_by(material: Material, unit: Unit, in_old: bool) -> Iterator[Candidate]:
    pair, said, settings = material.pair, material.said, material.settings
    here, there, partners = (pair.old, pair.new, pair.to_new) if in_old else (pair.new, pair.old, pair.to_old)
    words, others = (unit.old, unit.new) if in_old else (unit.new, unit.old)
    ours, theirs = said if in_old else said[::-1]
    for statement in ours if len(words) else ():
        if not _told_by(here, words, statement, settings) or _is_infinitive(here, statement):
            continue
        if _is_told_apart(here, statement):
            continue
        if len(others) and not _is_rest(here, words, statement, there, others):
            continue
        if _tells_elsewhere(here, there, pair.group_new if in_old else pair.group_old, theirs, statement):
            continue
        content = matched_quotations.words(here, statement)
        kept = partners[content]
        kept = kept[kept >= 0]
        enough = len(kept) >= max(_LEAST, _KEPT * len(content)) and _keeps_sense(here, content, partners)
        if enough and _bare(there, kept, theirs, statement, here):
            found = _candidate(pair, unit, here, statement, kept, in_old)
            bare = range(int(kept.min()), int(kept.max()) + 1)
            beside = is_told_beside(here, statement, there, bare, theirs)
            yield replace(found, idle=beside) if found.kind == "attribution" else found


def _keeps_sense(here: Side, content: Ints, partners: Ints) -> bool:
    """Whether most words that tell something are kept, and none that denies is lost.

    A subject alone is no statement: the coach, of a firm in Tarn | had no winter tyres, the police said.
    """
    told = content[~here.small[content]]
    negators = here.editing.sense.negators
    lost = any(here.folded[k] in negators for k in content[partners[content] < 0].tolist())
    return not lost and bool((partners[told] >= 0).sum() >= _TOLD * len(told))


def _tells_elsewhere(
    here: Side, there: Side, groups: Ints, theirs: Sequence[Statement], statement: Statement
) -> bool:
    """Whether whoever speaks tells much the same in a sentence that the other version alone has."""
    who, words = telling(here, statement), _content(here, statement)
    for one in theirs if who else ():
        cue = range(0) if one.cue is None else there.at(one.cue)
        other = _content(there, one) if len(cue) and groups[cue.start] < 0 else frozenset()
        if telling(there, one) == who and len(words & other) >= max(
            _SHARED, _KEPT * min(len(words), len(other))
        ):
            return True
    return False


def _content(here: Side, statement: Statement) -> frozenset[str]:
    """The telling words of what was said, folded."""
    return frozenset(
        here.folded[k] for k in matched_quotations.words(here, statement).tolist() if not here.small[k]
    )


def _is_rest(here: Side, words: range, statement: Statement, there: Side, others: range) -> bool:
    """Whether words of the other version are what is left of these without who speaks, in another tense.

    Kael said fares would | Fares will; the port said it had | (the crews) had been. None denies more.
    """
    sense, stem = here.editing.sense, here.language.stem
    own = [k for k in words if not _names(here, k, statement)]
    ours, theirs = ([side.folded[k] for k in held] for side, held in ((here, own), (there, others)))
    idle = sense.auxiliary | sense.passive | here.editing.small
    telling = [sorted(stem(w) for w in held if w not in idle) for held in (ours, theirs)]
    turning = [
        {sense.modals.get(w, w) for w in held if w in sense.negators or w in sense.modals}
        for held in (ours, theirs)
    ]
    return telling[0] == telling[1] and turning[0] == turning[1]


def _is_infinitive(here: Side, statement: Statement) -> bool:
    """Whether what is said is what somebody is to do: ordered to leave is no fact that he left."""
    return (
        bool(statement.content)
        and here.folded[here.at(statement.content[0]).start] in here.editing.infinitives
    )


def _is_told_apart(here: Side, statement: Statement) -> bool:
    """Whether a sentence of its own says who said it, and is cut or added whole: Das sagte Kael."""
    if statement.cue is None or not statement.content or statement.kind != "indirect":
        return False
    words, cue = here.at(statement.content[0]), here.at(statement.cue)
    return len(words) > 0 and len(cue) > 0 and cue.start not in here.sentences(words)


def _bare(there: Side, kept: Ints, theirs: Sequence[Statement], statement: Statement, here: Side) -> bool:
    """Whether the words stand together there, as a fact that nobody is told to have said or done."""
    low, high = int(kept.min()), int(kept.max())
    if high - low > _SPREAD * len(kept) or _spoken(there, kept, theirs) or _told_of(there, low, high):
        return False
    held = set(kept.tolist())
    around = {there.folded[k] for k in there.sentences(range(low, high + 1)) if k not in held}
    return not any(word in around for word in _surnames(here, statement))


def _surnames(here: Side, statement: Statement) -> list[str]:
    """The last capitalised word of each speaker's mention, folded."""
    places = [here.at(p.mention) for p in statement.speakers if p.mention is not None]
    capitals = [[here.folded[k] for k in place if here.words[k][:1].isupper()] for place in places]
    return [words[-1] for words in capitals if words]


def _told_by(here: Side, words: range, statement: Statement, settings: Changes) -> bool:
    """Whether the words are just the speaker and the cue of an indirect statement, outside quotations."""
    if (
        len(words) > _TAG
        or statement.kind != "indirect"
        or statement.cue is None
        or statement.speaker is None
        or _is_known(here, statement)
    ):
        return False
    if statement.support < settings.support or here.quote[words.start : words.stop].any():
        return False
    place = here.span(words)[0]
    if not (place.holds(statement.cue) and place.holds(statement.speaker)):
        return False
    named = [k for k in words if _names(here, k, statement) or here.small[k]]
    pronoun = all(here.small[k] for k in here.at(statement.speaker))
    return not pronoun and len(words) - len(named) <= _MORE


def _is_known(here: Side, statement: Statement) -> bool:
    """Whether it is told as what somebody knows or wishes, so that to leave him out makes it no surer."""
    if statement.manner != "thought" or statement.cue is None:
        return False
    return not any(here.folded[k] in here.editing.believing for k in here.at(statement.cue))


def _names(here: Side, k: int, statement: Statement) -> bool:
    """Whether word k belongs to the speaker's mention or the cue."""
    spans = (statement.cue, statement.speaker)
    return any(k in here.at(span) for span in spans if span is not None)


def _spoken(there: Side, kept: Ints, theirs: Sequence[Statement]) -> bool:
    """Whether anybody says these words in the other version, or they are quoted there.

    That somebody says a few words of them is part of what is told: he told them to leave.
    """
    if there.quote[kept].any():
        return True
    spoken = (one for one in theirs if one.speakers)  # all had been warned of ice: nobody is told to warn
    shares = (np.isin(kept, matched_quotations.words(there, statement)).mean() for statement in spoken)
    return any(share > _NESTED for share in shares)


def _told_of(there: Side, low: int, high: int) -> bool:
    """Whether a reporting verb stands before or behind these words in their sentence, though none was read.

    A sentence ends with a stop: a line alone may end in the middle of one.
    """
    before, behind = range(low - 1, -1, -1), range(high + 1, len(there.words))
    return _cued(there, before, 0) or _cued(there, behind, -1)


def _cued(there: Side, words: range, gap: int) -> bool:
    """Whether a reporting verb is among the next of these words, up to a stop."""
    speech = there.language.speech
    verbs = speech.verbs if speech is not None else {}
    for k in words[:_LEAD]:
        if k + gap >= 0 and k + gap + 1 < len(there.words) and _STOP.search(there.between(k + gap)):
            return False
        if there.folded[k] in verbs or there.folded[k] in there.editing.source[:1]:
            return True
    return False


def _candidate(
    pair: Pair, unit: Unit, here: Side, statement: Statement, kept: Ints, in_old: bool
) -> Candidate:
    """One change: the phrase here, the words that nobody is said to have said there."""
    there = pair.new if in_old else pair.old
    place = here.span(unit.old if in_old else unit.new)
    bare = there.span(range(int(kept.min()), int(kept.max()) + 1))
    assert statement.speaker is not None
    # As printed: a name met elsewhere may be another's.
    name = " ".join(statement.speaker.of(here.witness.text).split())
    cue = statement.cue.of(here.witness.text) if statement.cue is not None else ""
    believed = statement.manner == "thought"
    kind: ChangeKind = "hedge" if believed or _names_a_source(here, cue) else "attribution"
    detail = "hearsay" if kind == "hedge" else "speaker"
    if kind == "attribution":  # told of the words that were said; the phrase stands beside them
        place = (*statement.content, *place)
    else:
        name, bare = here.text(unit.old if in_old else unit.new), ()
    old, new = (place, bare) if in_old else (bare, place)
    before, after = (name, "") if in_old else ("", name)
    words = Words.of(unit.old, unit.new)
    return Candidate(kind, old, new, before, after, detail, words=words)


def _names_a_source(here: Side, cue: str) -> bool:
    """Whether a cue is the phrase by which a source is named: according to."""
    source = here.editing.source
    return bool(source) and cue.casefold().startswith(source[0])
