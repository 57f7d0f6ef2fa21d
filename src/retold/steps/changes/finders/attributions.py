"""Quotations that changed mouths, lost their speaker's name, or are told with another class of verb.

A false re-attribution is the worst thing that can be printed. So both speakers
must be surely known (`speaker_confidence`), no part of one name may be near a part of the
other, neither may stand where he could be the other version's speaker, and where
both versions read alike all around the quotation nothing is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from retold import parameters
from retold.model import Party, Span, Statement
from retold.settings import Changes
from retold.steps.changes.candidates import Candidate, Words
from retold.steps.changes.carried_on import is_carried_on
from retold.steps.changes.matched_quotations import Matched, words
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Pair, Side, Unit
from retold.steps.changes.rest import Rest
from retold.steps.changes.speaker_confidence import (
    apposed,
    are_two,
    is_in_full,
    is_introduced,
    is_known,
    is_person,
    pronouns,
    stands_by,
    sure,
    unnamed_by,
)
from retold.steps.changes.told_beside import is_told_beside
from retold.tables import Ints

_P = parameters.of("changes", "attributions")
_BESIDE = _P.integer("beside")
PLAIN = frozenset(["said", "showed"])  # manners that take no stand: data showed, according to data
_STEM = _P.integer("stem")
_GAP = _P.integer("gap")
_DENIED = "denied"

Said = Sequence[Statement]


def changed_attributions(material: Material, _: Rest, __: Unit) -> list[Candidate]:
    """All attributions that changed; each claims the words that name the speakers and the cue."""
    found: list[Candidate] = []
    if material.pair.language.speech is None:
        return found
    for matched in material.matched:
        candidate = _changed_speaker(material, matched) or _changed_cue(material, matched)
        if candidate is not None and not _again(candidate, found):
            words = words_of_speakers(material.pair, matched, candidate.detail == "cue")
            idle = _goes_on(material, matched, candidate)
            found.append(replace(candidate, words=words, overlaps=True, idle=idle))
    return found


def _goes_on(material: Material, matched: Matched, candidate: Candidate) -> bool:
    """Whether who is named in one version only speaks beside the words in the other as well."""
    if candidate.detail != "speaker" or (candidate.before and candidate.after):
        return False
    pair, said = material.pair, material.said
    here, one, there, other, theirs = (
        (pair.old, matched.old, pair.new, matched.new, said[1])
        if candidate.before
        else (pair.new, matched.new, pair.old, matched.old, said[0])
    )
    return any(is_told_beside(here, one, there, there.at(span), theirs) for span in other.content)


def _again(candidate: Candidate, found: Sequence[Candidate]) -> bool:
    """Whether an earlier candidate says the same of words around or inside these."""
    return any(
        f.detail == candidate.detail and any(s.meets(t) for s in f.old for t in candidate.old) for f in found
    )


# ---- who speaks ----


def _changed_speaker(material: Material, matched: Matched) -> Candidate | None:
    candidate = _spoken_by(material.pair, matched, material.settings)
    said = (*material.said[0], *material.said[1])
    if candidate is None or _somebody_else(material.pair, matched, candidate, said):
        return None
    return candidate


def _spoken_by(pair: Pair, matched: Matched, settings: Changes) -> Candidate | None:
    """A change of speaker, if both are surely known and surely two, or one is surely nobody named."""
    if is_disputed(matched) or _says_and_denies(pair, matched):
        return None
    ours, theirs = (
        sure(pair.old, matched.old, settings),
        sure(pair.new, matched.new, settings),
    )
    if not _another(pair, matched, ours, theirs) and not _nameless(pair, matched, ours, theirs):
        return None
    if stands_by(pair.old, matched.old, theirs) or stands_by(pair.new, matched.new, ours):
        return None
    if _is_mentioned(pair.old, matched.old, pair.new, matched.new) or _is_mentioned(
        pair.new, matched.new, pair.old, matched.old
    ):
        return None
    parties = [*(ours or matched.old.speakers), *(theirs or matched.new.speakers)]
    sureness = min(p.support for p in parties) * min(matched.old.support, matched.new.support)
    if sureness < settings.support:
        return None
    mentions = tuple(p.mention for p in parties if p.mention is not None)
    sides = ((pair.old, matched.old, ours), (pair.new, matched.new, theirs))
    before, after = (_called(here, statement, known) for here, statement, known in sides)
    spans = (matched.old.content, matched.new.content)
    return Candidate("attribution", *spans, before, after, "speaker", beside=mentions)


def _is_mentioned(here: Side, statement: Statement, there: Side, other: Statement) -> bool:
    """Whether who speaks here without a name stands in the sentence of the other version, read another way.

    Analysts expected it, the survey showed: the analysts, or the survey, by the same words.
    """
    if statement.speaker is None or statement.speaker_name or not other.content or other.cue is None:
        return False
    told = {here.folded[k] for k in here.at(statement.speaker) if not here.small[k]}
    held = [there.sentences(there.at(span)) for span in (other.content[0], other.cue)]
    return bool(told) and told <= {there.folded[k] for words in held for k in words}


def _called(here: Side, statement: Statement, known: Sequence[Party]) -> str:
    """The names of those who are known to speak; somebody without one as he is printed: a police source."""
    if known:
        return " and ".join(p.name or "" for p in known)
    return "" if statement.speaker is None else " ".join(here.text(here.at(statement.speaker)).split())


def is_disputed(matched: Matched) -> bool:
    """Bare acts are too easily read two ways, and who asks whether it is so does not say it."""
    one, other = matched.old, matched.new
    asked = one.manner != other.manner and "asked" in (one.manner, other.manner)
    told = "indirect" in (one.kind, other.kind)
    return "act" in (one.kind, other.kind) or not (one.content and other.content) or (asked and told)


def _says_and_denies(pair: Pair, matched: Matched) -> bool:
    """Whether one version denies what the other says: would not help, would help are two statements.

    Both have the words on either side of the one that denies.
    """
    sides = ((pair.old, matched.old, pair.to_new), (pair.new, matched.new, pair.to_old))
    held = [(words(here, said).tolist(), here, partners) for here, said, partners in sides]
    denied = [
        [told[n] for n in pair.editing.sense.negations([here.folded[k] for k in told])]
        for told, here, _ in held
    ]
    (_, here, partners), places = held[len(denied[1]) > len(denied[0])], max(denied, key=len)
    return len(denied[0]) != len(denied[1]) and any(_parts_partners(here, partners, k) for k in places)


def _parts_partners(here: Side, partners: Ints, k: int) -> bool:
    """Whether the words before and behind word k stand beside each other in the other version."""
    if not 0 < k < len(here.words) - 1:
        return False
    low, high = int(partners[k - 1]), int(partners[k + 1])
    return low >= 0 and 0 < high - low <= _GAP


def is_denial_of_it(pair: Pair, matched: Matched) -> bool:
    """Whether one version says what the other denies that it was: denied that she had, said she had never."""
    return _DENIED in (matched.old.manner, matched.new.manner) and _says_and_denies(pair, matched)


def _somebody_else(pair: Pair, matched: Matched, candidate: Candidate, said: Said) -> bool:
    """Whether a third person, who speaks elsewhere, stands beside these words in both versions.

    Beside people who are named in full a body is whose they are and no third speaker: Quay Lines' Ana Brisk.
    """
    parties = [p for statement in said for p in statement.speakers if p.name is not None]
    told = [name for name in (candidate.before, candidate.after) if name]
    third = [p for p in parties if all(pair.names.apart(p.name or "", name) for name in told)]
    if all(is_in_full(here, s.speakers) for here, s in ((pair.old, matched.old), (pair.new, matched.new))):
        third = [p for p in third if is_person(pair.old, p) or is_person(pair.new, p)]
    by = {p.name: p for p in third}.values()
    return any(stands_by(pair.old, matched.old, [p]) and stands_by(pair.new, matched.new, [p]) for p in by)


def _another(pair: Pair, matched: Matched, ours: Sequence[Party], theirs: Sequence[Party]) -> bool:
    """Whether both speakers are known, are two, and the versions do not read alike."""
    if not ours or not theirs:
        return False
    said = pronouns(pair.old, ours)
    if said and said == pronouns(pair.new, theirs):
        return False
    quoted = matched.old.kind == matched.new.kind == "direct"
    sides = ((pair.old, ours, pair.new), (pair.new, theirs, pair.old))
    known = all(is_known(here, p, there) for here, parties, there in sides for p in parties)
    if not known and not (quoted and _introduced(pair.old, ours, pair.new, theirs)):
        return False
    apart = are_two(pair.old, ours, pair.new, theirs, quoted)
    return apart and not _reads_alike(pair, matched, (*ours, *theirs))


def _introduced(old: Side, ours: Sequence[Party], new: Side, theirs: Sequence[Party]) -> bool:
    """Whether all are people whom their own version names in full, one side of them beside the quotation."""
    full = is_in_full(old, ours), is_in_full(new, theirs)
    sides = ((old, ours, full[0]), (new, theirs, full[1]))
    return any(full) and all(
        known or all(is_introduced(here, p) or is_carried_on(here, p) for p in said)
        for here, said, known in sides
    )


def _nameless(pair: Pair, matched: Matched, ours: Sequence[Party], theirs: Sequence[Party]) -> bool:
    """Whether one version names who is somebody without a name in the other."""
    if ours and theirs:
        return False
    gone = unnamed_by(pair.old, ours, pair.new, matched.new)
    return gone or unnamed_by(pair.new, theirs, pair.old, matched.old)


def _reads_alike(pair: Pair, matched: Matched, parties: Sequence[Party]) -> bool:
    """Whether the versions read alike where the speaker is told, so that one of them was misread."""
    old, new = _setting(pair.old, matched.old), _setting(pair.new, matched.new)
    if pair.alike(old, new):
        return True
    named = [p.mention for p in parties if p.mention is not None]
    return any(_kept_beside(pair, mention, old, new) for mention in named)


def _kept_beside(pair: Pair, mention: Span, old: range, new: range) -> bool:
    """Whether a speaker's name beside the quotation stands at the same place in the other version too."""
    in_old = mention.article == pair.old.witness.id
    here, there = (pair.old, pair.new) if in_old else (pair.new, pair.old)
    partners, setting = (pair.to_new, new) if in_old else (pair.to_old, old)
    told = [
        k for k in here.at(mention) if here.words[k][:1].isupper() and not here.names.is_title(here.folded[k])
    ]
    if not told or (len(told) == 1 and here.opens[told[0]] and here.small[told[0]]):
        return False
    carried = [int(partners[k]) for k in told]
    return all(j in setting and here.folded[k] == there.folded[j] for k, j in zip(told, carried, strict=True))


def _setting(here: Side, statement: Statement) -> range:
    """The words of the sentences of a statement and its speaker, and of two sentences before them."""
    spans = [*statement.content, *(p.mention for p in statement.speakers if p.mention is not None)]
    low, high = min(here.at(s).start for s in spans), max(here.at(s).stop for s in spans)
    first = here.sentence[low] - 2 if low < len(here.words) else 0
    low = int(np.searchsorted(here.sentence, first, side="left"))
    last = here.sentence[high - 1] if high else 0
    high = int(np.searchsorted(here.sentence, last, side="right"))
    return range(low, high)


def words_of_speakers(pair: Pair, matched: Matched, cue_only: bool) -> Words:
    """The words that name the speaker and the cue in either version, and small words between them."""
    old, new = (
        tuple(one for place in _told_at(here, statement, cue_only) for one in _around(pair, here, place))
        for here, statement in ((pair.old, matched.old), (pair.new, matched.new))
    )
    return Words(old, new)


def _told_at(here: Side, statement: Statement, cue_only: bool) -> list[range]:
    """The words of the mentions of a statement's speakers and of its cue."""
    parties = [] if cue_only else [one for p in statement.speakers for one in (p, apposed(here, p))]
    mentions = dict.fromkeys(p.mention for p in parties)
    return [here.at(span) for span in (*mentions, statement.cue) if span is not None]


def _around(pair: Pair, here: Side, place: range) -> list[range]:
    """A mention or cue, and what is left of a short unit that it is part of."""
    of_old = here is pair.old
    short = [u for u in pair.units_at(place, of_old) if max(len(u.old), len(u.new)) <= _BESIDE]
    return [place, *(unit.old if of_old else unit.new for unit in short)]


# ---- how it is told ----


def _changed_cue(material: Material, matched: Matched) -> Candidate | None:
    pair, said = material.pair, material.said
    if is_denial_of_it(pair, matched):
        return None
    if _within_another(matched.old, said[0]) or _within_another(matched.new, said[1]):
        return None
    return _told_as(pair, matched)


def _told_as(pair: Pair, matched: Matched) -> Candidate | None:
    """A cue of another class, of one speaker: said became admitted."""
    old, new = matched.old, matched.new
    if old.cue is None or new.cue is None or not old.manner or not new.manner:
        return None
    if old.manner == new.manner or PLAIN.issuperset((old.manner, new.manner)):
        return None
    before, after = old.cue.of(pair.old.witness.text), new.cue.of(pair.new.witness.text)
    if before.casefold() == after.casefold() or not old.content or not new.content:
        return None
    if not _one_place(pair, old.cue, new.cue) or not _one_speaker(pair, matched):
        return None
    if _kept(pair.old, old.cue, pair.new, new, pair.to_new) or _kept(
        pair.new, new.cue, pair.old, old, pair.to_old
    ):
        return None
    cues = ((old.cue,), (new.cue,))
    return Candidate("attribution", *cues, before, after, "cue", beside=old.content + new.content)


def _within_another(statement: Statement, said: Said) -> bool:
    """Whether the cue is part of what somebody else is told to have said: she said that he believes …"""
    cue = statement.cue
    return cue is not None and any(span.holds(cue) for other in said for span in other.content)


def _one_place(pair: Pair, old: Span, new: Span) -> bool:
    """Whether two cues stand in linked sentences, for the same words to be told by them."""
    ours, theirs = pair.old.at(old), pair.new.at(new)
    groups = [
        set(g[w.start : w.stop].tolist()) for g, w in ((pair.group_old, ours), (pair.group_new, theirs))
    ]
    return bool(groups[0] & groups[1] - {-1})


def _one_speaker(pair: Pair, matched: Matched) -> bool:
    """Whether nothing speaks against it that one and the same tells both.

    Other names do, and other words for a speaker, but for a pronoun or a role (the applicant).
    """
    old, new = matched.old.speakers, matched.new.speakers
    if not old or not new:
        return False
    if all(p.name is not None for p in (*old, *new)):
        return not any(pair.names.apart(a.name or "", b.name or "") for a in old for b in new)
    ours, theirs = (_telling(here, said) for here, said in ((pair.old, old), (pair.new, new)))
    return not ours or not theirs or bool(ours & theirs)


def _telling(here: Side, parties: Sequence[Party]) -> set[str]:
    """The words beside the quotation that say who speaks; none where they point back at somebody."""
    held = [here.at(p.mention) for p in parties if p.mention is not None]
    if any(place and here.folded[place.start] in here.editing.pointing for place in held):
        return set()
    return {here.folded[k] for place in held for k in place if not here.small[k]}


def _kept(here: Side, cue: Span, there: Side, statement: Statement, partners: Ints) -> bool:
    """Whether the cue's verb has its like in the other version, where another one was read as the cue.

    Its like is another form of it, or a word of what is told to have been said.
    """
    held = [(here.folded[k], int(partners[k])) for k in here.at(cue) if not here.small[k]]
    said = set(words(there, statement).tolist())
    return any(j in said or (j >= 0 and there.folded[j][:_STEM] == word[:_STEM]) for word, j in held)
