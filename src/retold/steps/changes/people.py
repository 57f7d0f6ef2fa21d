"""Quotations that changed mouths, lost their speaker's name, or are told with another class of verb.

A false re-attribution is the worst thing that can be printed. So both speakers
must be surely known (`whose`), no part of one name may be near a part of the
other, neither may stand where he could be the other version's speaker, and where
both versions read alike all around the quotation nothing is said.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from retold import parameters
from retold.gazetteer import names
from retold.model import Party, Span, Statement
from retold.settings import Changes
from retold.steps.changes import whose
from retold.steps.changes.kinds import Finding
from retold.steps.changes.pair import Pair, Side
from retold.steps.changes.spelling import is_small
from retold.steps.changes.twins import Twins, at, words
from retold.tables import Ints

_P = parameters.of("changes", "people")
_BESIDE = _P.integer("beside")
_PLAIN = frozenset(["said", "showed"])  # manners that take no stand: data showed, according to data
_STEM = _P.integer("stem")

Said = Sequence[Statement]


def find(pair: Pair, old: Said, new: Said, both: Sequence[Twins], settings: Changes) -> list[Finding]:
    """All attributions that changed; marks the words that name the speakers as spoken of.

    `old` and `new` are the statements of either version, `both` those that are one in both.
    """
    found: list[Finding] = []
    for twins in both:
        finding = _spoken_by(pair, twins, settings)
        if finding is not None and _somebody_else(pair, twins, finding, (*old, *new)):
            finding = None
        if finding is None and not _within_another(twins.old, old) and not _within_another(twins.new, new):
            finding = _told_as(pair, twins)
        if finding is not None and not _again(finding, found):
            _take(pair, twins, finding.detail == "cue")
            found.append(finding)
    return found


def _again(finding: Finding, found: Sequence[Finding]) -> bool:
    """Whether an earlier finding tells the same of words around or inside these."""
    return any(
        f.detail == finding.detail and any(s.meets(t) for s in f.old for t in finding.old) for f in found
    )


# ---- who speaks ----


def _spoken_by(pair: Pair, twins: Twins, settings: Changes) -> Finding | None:
    """A change of speaker, if both are surely known and surely two, or one is surely nobody named."""
    if _disputed(twins):
        return None
    ours, theirs = whose.sure(pair.old, twins.old, settings), whose.sure(pair.new, twins.new, settings)
    if not _another(pair, twins, ours, theirs) and not _nameless(pair, twins, ours, theirs):
        return None
    if whose.stands_by(pair.old, twins.old, theirs) or whose.stands_by(pair.new, twins.new, ours):
        return None
    parties = [*(ours or twins.old.speakers), *(theirs or twins.new.speakers)]
    support = min(p.support for p in parties) * min(twins.old.support, twins.new.support)
    if support < settings.support:
        return None
    mentions = tuple(p.mention for p in parties if p.mention is not None)
    before, after = (" and ".join(p.name or "" for p in side) for side in (ours, theirs))
    spans = (twins.old.content, twins.new.content)
    return Finding("attribution", *spans, before, after, support, "speaker", beside=mentions)


def _disputed(twins: Twins) -> bool:
    """Bare acts are too easily read two ways, and who asks whether it is so does not say it."""
    one, other = twins.old, twins.new
    asked = one.manner != other.manner and "asked" in (one.manner, other.manner)
    told = "indirect" in (one.kind, other.kind)
    return "act" in (one.kind, other.kind) or not (one.content and other.content) or (asked and told)


def _somebody_else(pair: Pair, twins: Twins, finding: Finding, said: Said) -> bool:
    """Whether a third person, who speaks elsewhere, stands beside these words in both versions."""
    parties = [p for statement in said for p in statement.speakers if p.name is not None]
    third = [
        p for p in parties if all(names.apart(p.name or "", n) for n in (finding.before, finding.after) if n)
    ]
    by = {p.name: p for p in third}.values()
    return any(
        whose.stands_by(pair.old, twins.old, [p]) and whose.stands_by(pair.new, twins.new, [p]) for p in by
    )


def _another(pair: Pair, twins: Twins, ours: Sequence[Party], theirs: Sequence[Party]) -> bool:
    """Whether both speakers are known, are two, and the versions do not read alike."""
    if not ours or not theirs:
        return False
    pronouns = whose.pronouns(pair.old, ours)
    if pronouns and pronouns == whose.pronouns(pair.new, theirs):
        return False
    quoted = twins.old.kind == twins.new.kind == "direct"
    sides = ((pair.old, ours, pair.new), (pair.new, theirs, pair.old))
    if not all(whose.known(here, p, there) for here, parties, there in sides for p in parties):
        return False
    apart = whose.two(pair.old, ours, pair.new, theirs, quoted)
    return apart and not _reads_alike(pair, twins, (*ours, *theirs))


def _nameless(pair: Pair, twins: Twins, ours: Sequence[Party], theirs: Sequence[Party]) -> bool:
    """Whether one version names who is somebody without a name in the other."""
    if ours and theirs:
        return False
    gone = whose.unnamed_by(pair.old, ours, pair.new, twins.new)
    return gone or whose.unnamed_by(pair.new, theirs, pair.old, twins.old)


def _reads_alike(pair: Pair, twins: Twins, parties: Sequence[Party]) -> bool:
    """Whether the versions read alike where the speaker is told, so that one of them was misread."""
    old, new = _setting(pair.old, twins.old), _setting(pair.new, twins.new)
    if _equal_text(pair, old, new):
        return True
    named = [p.mention for p in parties if p.mention is not None]
    return any(_kept_beside(pair, mention, old, new) for mention in named)


def _kept_beside(pair: Pair, mention: Span, old: range, new: range) -> bool:
    """Whether a speaker's name beside the quotation stands at the same place in the other version too."""
    in_old = mention.article == pair.old.witness.id
    here, there = (pair.old, pair.new) if in_old else (pair.new, pair.old)
    partners, setting = (pair.to_new, new) if in_old else (pair.to_old, old)
    told = [
        k for k in at(here, mention) if here.words[k][:1].isupper() and not names.is_title(here.folded[k])
    ]
    if not told or (len(told) == 1 and here.opens[told[0]] and is_small(here.folded[told[0]])):
        return False
    carried = [int(partners[k]) for k in told]
    return all(j in setting and here.folded[k] == there.folded[j] for k, j in zip(told, carried, strict=True))


def _setting(here: Side, statement: Statement) -> range:
    """The words of the sentences of a statement and its speaker, and of two sentences before them."""
    spans = [*statement.content, *(p.mention for p in statement.speakers if p.mention is not None)]
    low, high = min(at(here, s).start for s in spans), max(at(here, s).stop for s in spans)
    first = here.sentence[low] - 2 if low < len(here.words) else 0
    low = int(np.searchsorted(here.sentence, first, side="left"))
    last = here.sentence[high - 1] if high else 0
    high = int(np.searchsorted(here.sentence, last, side="right"))
    return range(low, high)


def _equal_text(pair: Pair, old: range, new: range) -> bool:
    if len(old) != len(new):
        return False
    return pair.old.folded[old.start : old.stop] == pair.new.folded[new.start : new.stop]


def _take(pair: Pair, twins: Twins, cue_only: bool) -> None:
    """Mark the words that name the speaker and the cue as spoken of, and small words between them."""
    for here, statement in ((pair.old, twins.old), (pair.new, twins.new)):
        mentions = [] if cue_only else [p.mention for p in statement.speakers]
        for span in (*mentions, statement.cue):
            if span is not None:
                _take_around(pair, here, at(here, span))


def _take_around(pair: Pair, here: Side, place: range) -> None:
    """Mark a mention or cue, and what is left of a short unit that it is part of."""
    here.take(place)
    of_old = here is pair.old
    for unit in pair.units_at(place, of_old):
        if max(len(unit.old), len(unit.new)) <= _BESIDE:
            here.take(unit.old if of_old else unit.new)


# ---- how it is told ----


def _told_as(pair: Pair, twins: Twins) -> Finding | None:
    """A cue of another class, of one speaker: said became admitted."""
    old, new = twins.old, twins.new
    if old.cue is None or new.cue is None or not old.manner or not new.manner:
        return None
    if old.manner == new.manner or _PLAIN.issuperset((old.manner, new.manner)):
        return None
    before, after = old.cue.of(pair.old.witness.text), new.cue.of(pair.new.witness.text)
    if before.casefold() == after.casefold() or not old.content or not new.content:
        return None
    if not _one_place(pair, old.cue, new.cue) or not _one_speaker(pair, twins):
        return None
    if _kept(pair.old, old.cue, pair.new, new, pair.to_new) or _kept(
        pair.new, new.cue, pair.old, old, pair.to_old
    ):
        return None
    support = 0.85 * twins.shared
    return Finding(
        "attribution", (old.cue,), (new.cue,), before, after, support, "cue", beside=old.content + new.content
    )


def _within_another(statement: Statement, said: Said) -> bool:
    """Whether the cue is part of what somebody else is told to have said: she said that he believes …"""
    cue = statement.cue
    return cue is not None and any(span.holds(cue) for other in said for span in other.content)


def _one_place(pair: Pair, old: Span, new: Span) -> bool:
    """Whether two cues stand in linked sentences, for the same words to be told by them."""
    ours, theirs = at(pair.old, old), at(pair.new, new)
    groups = [
        set(g[w.start : w.stop].tolist()) for g, w in ((pair.group_old, ours), (pair.group_new, theirs))
    ]
    return bool(groups[0] & groups[1] - {-1})


def _one_speaker(pair: Pair, twins: Twins) -> bool:
    """Whether nothing speaks against it that one and the same tells both.

    Other names do, and other words for a speaker, but for a pronoun or a role (the applicant).
    """
    old, new = twins.old.speakers, twins.new.speakers
    if not old or not new:
        return False
    if all(p.name is not None for p in (*old, *new)):
        return not any(names.apart(a.name or "", b.name or "") for a in old for b in new)
    ours, theirs = (_telling(here, said) for here, said in ((pair.old, old), (pair.new, new)))
    return not ours or not theirs or bool(ours & theirs)


def _telling(here: Side, parties: Sequence[Party]) -> set[str]:
    """The words beside the quotation that say who speaks; none where they point back at somebody."""
    held = [at(here, p.mention) for p in parties if p.mention is not None]
    if any(place and here.folded[place.start] in whose.POINTING for place in held):
        return set()
    return {here.folded[k] for place in held for k in place if not is_small(here.folded[k])}


def _kept(here: Side, cue: Span, there: Side, statement: Statement, partners: Ints) -> bool:
    """Whether the cue's verb has its like in the other version, where another one was read as the cue.

    Its like is another form of it, or a word of what is told to have been said.
    """
    held = [(here.folded[k], int(partners[k])) for k in at(here, cue) if not is_small(here.folded[k])]
    said = set(words(there, statement).tolist())
    return any(j in said or (j >= 0 and there.folded[j][:_STEM] == word[:_STEM]) for word, j in held)
