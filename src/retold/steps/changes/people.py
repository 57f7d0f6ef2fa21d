"""Quotations that changed mouths, lost their speaker's name, or are told with another class of verb.

A false re-attribution is the worst thing that can be printed. So both speakers
must be resolved with enough support, no part of one name may be near a part of
the other, the words must be the same both ways through the alignment, and where
both versions read alike all around the quotation nothing is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from retold import gazetteer
from retold.gazetteer import names
from retold.model import Party, Span, Statement
from retold.settings import Changes
from retold.steps.changes.kinds import Finding
from retold.steps.changes.pair import Pair, Side
from retold.steps.changes.spelling import is_small
from retold.tables import Ints

_LEAST = 4  # words that two statements must share to be told to be one
_LEAST_INDIRECT = 6  # the same, without quotation marks
_POINTING = frozenset(
    ["the", "this", "that", "his", "her", "its", "their", "he", "she", "they", "both", "these"]
)
_BESIDE = 6  # words of a unit that is all about who speaks
_SURNAME = 4  # letters of a word that can be a surname
_DATELINE = 80  # characters in which a dateline ends
_SHARE = 0.6  # of either statement's words that the other must have


class Twins(NamedTuple):
    """One statement in both versions."""

    old: Statement
    new: Statement
    shared: float  # of the longer one's words, 0 to 1


Said = Sequence[Statement]


def find(pair: Pair, old: Said, new: Said, settings: Changes) -> list[Finding]:
    """All attributions that changed; marks the words that name the speakers as spoken of."""
    found: list[Finding] = []
    for twins in matched(pair, old, new):
        finding = _spoken_by(pair, twins, settings) or _told_as(pair, twins)
        if finding is not None and not _again(finding, found):
            _take(pair, twins, finding.detail == "cue")
            found.append(finding)
    return found


def _again(finding: Finding, found: Sequence[Finding]) -> bool:
    """Whether an earlier finding tells the same of words around or inside these."""
    return any(
        f.detail == finding.detail and any(s.meets(t) for s in f.old for t in finding.old) for f in found
    )


# ---- one statement in both ----


def matched(pair: Pair, old: Said, new: Said) -> list[Twins]:
    """Statements whose words are carried onto each other, each with its best and only partner."""
    words_new = [_words(pair.new, s) for s in new]
    found: list[Twins] = []
    for ours in old:
        carried = _carried(_words(pair.old, ours), pair.to_new)
        rated = [(_share(ours, carried, words), j) for j, words in enumerate(words_new)]
        rated = sorted((r for r in rated if r[0] >= _SHARE), reverse=True)
        if not rated:
            continue
        share, j = rated[0]
        if len(rated) > 1 and rated[1][0] > share - 0.05 and _rivals(new[j], new[rated[1][1]]):
            continue
        found.append(Twins(ours, new[j], share))
    return found


def _rivals(one: Statement, other: Statement) -> bool:
    """Whether two readings of the same words disagree on who speaks."""
    return one.speaker_name != other.speaker_name


def _words(here: Side, statement: Statement) -> Ints:
    """The word numbers of a statement's content, in order."""
    parts = [np.arange(*here.witness.words.touching(s.start, s.end)) for s in statement.content]
    return np.unique(np.concatenate([np.zeros(0, np.int32), *parts])).astype(np.int32)


def _carried(words: Ints, partners: Ints) -> tuple[int, Ints]:
    there = partners[words]
    return len(words), there[there >= 0]


def _share(ours: Statement, carried: tuple[int, Ints], words: Ints) -> float:
    """The share of the longer statement that both have; 0 where too few words are shared."""
    total, there = carried
    shared = int(np.isin(there, words, assume_unique=True).sum())
    quoted = ours.kind in ("direct", "mixed")
    if shared < (_LEAST if quoted else _LEAST_INDIRECT):
        return 0.0
    return shared / max(total, len(words))


# ---- who speaks ----


def _spoken_by(pair: Pair, twins: Twins, settings: Changes) -> Finding | None:
    """A change of speaker, if both are surely known and surely two, or one is surely nobody named."""
    if _disputed(twins):
        return None
    ours, theirs = _sure(pair.old, twins.old, settings), _sure(pair.new, twins.new, settings)
    if ours and theirs:
        quoted = twins.old.kind == twins.new.kind == "direct"
        if not _two(pair, ours, theirs, quoted) or _reads_alike(pair, twins, ours + theirs):
            return None
    elif not _unnamed_by(pair.old, ours, pair.new, twins.new) and not _unnamed_by(
        pair.new, theirs, pair.old, twins.old
    ):
        return None
    parties = [*(ours or twins.old.speakers), *(theirs or twins.new.speakers)]
    support = min(p.support for p in parties) * min(twins.old.support, twins.new.support)
    if support < settings.support:
        return None
    mentions = tuple(p.mention for p in parties if p.mention is not None)
    before, after = (" and ".join(p.name or "" for p in side) for side in (ours, theirs))
    spans = (twins.old.content, twins.new.content)
    return Finding("attribution", *spans, before, after, support, "speaker", beside=mentions)


def _two(pair: Pair, ours: Sequence[Party], theirs: Sequence[Party], quoted: bool) -> bool:
    """Whether the speakers are surely not the same: no name near another, and no body beside its voice."""
    if not all(names.apart(a.name or "", b.name or "") for a in ours for b in theirs):
        return False
    if not quoted and _body_and_person(ours, theirs):
        return False
    named = all(_by_name(pair.old, p) for p in ours) and all(_by_name(pair.new, p) for p in theirs)
    return named or not _body_and_person(ours, theirs)


def _by_name(here: Side, party: Party) -> bool:
    """Whether the words beside the quotation name the speaker, so that nothing had to be resolved."""
    if party.mention is None or party.name is None:
        return False
    said = names.tokens([w for w in party.mention.of(here.witness.text).split() if w[:1].isupper()])
    return bool(said) and names.same(said, names.tokens(party.name.split()))


@cache
def _unnamed() -> frozenset[str]:
    return frozenset(gazetteer.toml("en/cues")["unnamed"]["heads"])


def _unnamed_by(here: Side, known: Sequence[Party], there: Side, statement: Statement) -> bool:
    """Whether persons named in full here are somebody without a name there; one word may be an agency's."""
    parts = [names.tokens((party.name or "").split()) for party in known]
    full = all(len(part) > 1 or (part and _titled(here, part[-1])) for part in parts)
    return bool(known) and full and _nobody(there, statement)


def _nobody(here: Side, statement: Statement) -> bool:
    """Whether the words are given to somebody without a name: an official, sources, people close to it."""
    if len(statement.speakers) != 1 or statement.speakers[0].name is not None or statement.speaker is None:
        return False
    low, high = here.witness.words.touching(statement.speaker.start, statement.speaker.end)
    said = here.folded[low:high]
    plain = not any(word[:1].isupper() for word in here.words[low + 1 : high])
    if not any(word in _unnamed() for word in said) and not (plain and said[0] in ("a", "an")):
        return False
    before = here.folded[low - 1] if low else ""
    return not (said[0] in _POINTING or before in _POINTING)


def _sure(here: Side, statement: Statement, settings: Changes) -> list[Party]:
    """The speakers, if every one is named with enough support; none otherwise."""
    parties = [_called(here, p) for p in statement.speakers]
    known = all(p.name is not None and p.support >= settings.support for p in parties)
    doubtful = any(
        _in_dateline(here, p) or _half_known(here, p) or _of_himself(here, p, statement) for p in parties
    )
    return parties if known and not doubtful else []


def _called(here: Side, party: Party) -> Party:
    """A party without a resolved name that is mentioned by a plain surname goes by that."""
    if party.name is not None or party.mention is None:
        return party
    said = party.mention.of(here.witness.text)
    low, high = here.witness.words.touching(party.mention.start, party.mention.end)
    plain = len(said) >= _SURNAME and said.replace("-", "").isalpha() and said[:1].isupper()
    met = not here.opens[low] or all(here.counts[here.folded[k]] > 1 for k in range(low, high))
    small = is_small(said.casefold()) or names.is_title(said.casefold())
    if not plain or not met or small:
        return party
    return Party(party.mention, said, 0.9 * party.support)


def _half_known(here: Side, party: Party) -> bool:
    """Whether a pronoun or a role was resolved to a single word: a place or a faith as easily as a person."""
    parts = names.tokens((party.name or "").split())
    if not parts or all(map(is_small, parts)):
        return True
    if _by_name(here, party):
        return _a_role(here, party)
    full = len(parts) > 1 or _titled(here, parts[-1])
    return not full or not _named_near(here, party, parts[-1])


def _a_role(here: Side, party: Party) -> bool:
    """Whether the name is but a role in capitals: the Tolland Liberal."""
    if party.mention is None or _is_body(party.name or ""):
        return False
    low, _ = here.witness.words.touching(party.mention.start, party.mention.end)
    return here.folded[low] in _POINTING or (low > 0 and here.folded[low - 1] in _POINTING)


def _titled(here: Side, surname: str) -> bool:
    """Whether the surname stands behind a title somewhere: General Verrin."""
    return any(
        names.is_title(before) and word == surname
        for before, word in zip(here.folded, here.folded[1:], strict=False)
    )


def _of_himself(here: Side, party: Party, statement: Statement) -> bool:
    """Whether the words name their own speaker: people seldom do, parsers often err there."""
    parts = names.tokens((party.name or "").split())
    inside = [w for s in statement.content for w in names.tokens(s.of(here.witness.text).split())]
    return bool(parts) and parts[-1] in inside


def _named_near(here: Side, party: Party, surname: str) -> bool:
    """Whether the person is named, outside quotations, in the mention's paragraph or the one before."""
    if party.mention is None:
        return False
    paragraphs = here.witness.paragraphs
    number = int(np.searchsorted(paragraphs[:, 0], party.mention.start, side="right")) - 1
    if number < 0:
        return False
    low, high = here.witness.words.within(int(paragraphs[max(0, number - 1), 0]), int(paragraphs[number, 1]))
    told = [here.words[k] for k in range(low, high) if not here.quote[k] and here.words[k][:1].isupper()]
    return any(len(part) > 1 and names.near(part, surname) for part in names.tokens(told))


def _in_dateline(here: Side, party: Party) -> bool:
    """Whether the name is the place at the head of the text, taken for a speaker."""
    if party.mention is None:
        return False
    said = party.mention.of(here.witness.text)
    return party.mention.start < _DATELINE and len(said) > 3 and said.isupper()


def _disputed(twins: Twins) -> bool:
    """Indirect speech and bare acts are too easily read two ways."""
    return "act" in (twins.old.kind, twins.new.kind) or not (twins.old.content and twins.new.content)


@cache
def _body_words() -> frozenset[str]:
    data = gazetteer.toml("en/roles")["bodies"]
    return frozenset([*data["nouns"], *data["marks"]])


def _body_and_person(ours: Sequence[Party], theirs: Sequence[Party]) -> bool:
    """Whether one side names a body: its speaker and the body may be one voice."""
    sides = [any(_is_body(p.name or "") for p in side) for side in (ours, theirs)]
    return sides[0] != sides[1]


def _is_body(name: str) -> bool:
    words = name.split()
    acronym = len(words) == 1 and len(name) > 1 and name.isupper()
    return acronym or any(w.casefold().strip(".,") in _body_words() for w in words)


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
    low, high = here.witness.words.touching(mention.start, mention.end)
    told = [k for k in range(low, high) if here.words[k][:1].isupper() and not names.is_title(here.folded[k])]
    if not told or (len(told) == 1 and here.opens[told[0]] and here.folded[told[0]] in _POINTING):
        return False
    carried = [int(partners[k]) for k in told]
    return all(j in setting and here.folded[k] == there.folded[j] for k, j in zip(told, carried, strict=True))


def _setting(here: Side, statement: Statement) -> range:
    """The words of the sentences of a statement and its speaker, and of two sentences before them."""
    spans = [*statement.content, *(p.mention for p in statement.speakers if p.mention is not None)]
    starts = [int(here.witness.words.touching(s.start, s.end)[0]) for s in spans]
    ends = [int(here.witness.words.touching(s.start, s.end)[1]) for s in spans]
    low, high = min(starts), max(ends)
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
                _take_around(pair, here, range(*here.witness.words.touching(span.start, span.end)))


def _take_around(pair: Pair, here: Side, words: range) -> None:
    """Mark a mention or cue, and what is left of a short unit that it is part of."""
    here.take(words)
    of_old = here is pair.old
    for unit in pair.units_at(words, of_old):
        if max(len(unit.old), len(unit.new)) <= _BESIDE:
            here.take(unit.old if of_old else unit.new)


# ---- how it is told ----


def _told_as(pair: Pair, twins: Twins) -> Finding | None:
    """A cue of another class: said became admitted."""
    old, new = twins.old, twins.new
    if old.cue is None or new.cue is None or not old.manner or not new.manner or old.manner == new.manner:
        return None
    before, after = old.cue.of(pair.old.witness.text), new.cue.of(pair.new.witness.text)
    if before.casefold() == after.casefold() or not old.content or not new.content:
        return None
    if not _one_place(pair, old.cue, new.cue):
        return None
    support = 0.85 * twins.shared
    return Finding(
        "attribution", (old.cue,), (new.cue,), before, after, support, "cue", beside=old.content + new.content
    )


def _one_place(pair: Pair, old: Span, new: Span) -> bool:
    """Whether two cues stand in linked sentences, for the same words to be told by them."""
    ours = range(*pair.old.witness.words.touching(old.start, old.end))
    theirs = range(*pair.new.witness.words.touching(new.start, new.end))
    groups = [
        set(g[w.start : w.stop].tolist()) for g, w in ((pair.group_old, ours), (pair.group_new, theirs))
    ]
    return bool(groups[0] & groups[1] - {-1})
