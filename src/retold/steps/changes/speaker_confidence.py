"""Whose words they are in one version, and whether that is sure enough to be held against another.

Sure is a speaker who is named beside his words, or a pronoun or role whose owner
is named near. Nobody is sure where the other version's speaker stands by too, so
that the words may be read as his: then one of the two versions was misread.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np

from retold import parameters
from retold.language import Language
from retold.model import Party, Span, Statement
from retold.settings import Changes
from retold.steps.changes import nameless
from retold.steps.changes.matched_quotations import words
from retold.steps.changes.pair import Side

_P = parameters.of("changes", "speaker_confidence")
_TITLES = _P.integer("titles")
_SURNAME = _P.integer("surname")
_FAR = _P.integer("far")
_BY_SURNAME = _P.number("by_surname")
_DATELINE = _P.integer("dateline")


def sure(here: Side, statement: Statement, settings: Changes) -> list[Party]:
    """The speakers, if every one is named with enough support; none otherwise."""
    parties = [apposed(here, _called(here, p)) for p in statement.speakers]
    known = all(p.name is not None and p.support >= settings.support for p in parties)
    doubts = (_in_dateline, _half_known, _of_himself, _far_off, _behind_a_stop, _between_stops)
    doubtful = any(doubt(here, p, statement) for p in parties for doubt in doubts)
    return parties if known and not doubtful else []


def apposed(here: Side, party: Party) -> Party:
    """A party mentioned by a role beside which the full name stands: he goes by that name.

    The firm's engineer, Ilan Verrin, said; Ilan Verrin, the engineer, said; his son Ilan Verrin said.
    """
    parts = here.names.tokens((party.name or "").split())
    if party.mention is None or len(parts) < 2 or by_name(here, party):
        return party
    held = here.at(party.mention)
    sizes = range(len(parts), len(parts) + _TITLES + 1)
    places = [range(held.stop, held.stop + n) for n in sizes] + [
        range(held.start - n, held.start) for n in sizes
    ]
    named = next((words for words in places if _sets_off(here, held, words, parts)), None)
    return party if named is None else replace(party, mention=here.span(named)[0])


def _sets_off(here: Side, role: range, words: range, parts: Sequence[str]) -> bool:
    """Whether these words are that name, and nothing but a comma parts them from a role in their sentence."""
    low, high = min(role.start, words.start), max(role.stop, words.stop)
    if not len(role) or low < 0 or high > len(here.words) or len(set(here.sentence[low:high].tolist())) > 1:
        return False
    capitals = all(here.words[k][:1].isupper() for k in words)
    between = here.between(max(role.start, words.start) - 1)
    beside = between.strip() == "," or (between == " " and role.stop == words.start)
    return capitals and beside and here.names.tokens(here.words[words.start : words.stop]) == tuple(parts)


def by_name(here: Side, party: Party) -> bool:
    """Whether the words beside the quotation name the speaker, so that nothing had to be resolved."""
    if party.mention is None or party.name is None:
        return False
    said = here.names.tokens([w for w in party.mention.of(here.witness.text).split() if w[:1].isupper()])
    return bool(said) and here.names.same(said, here.names.tokens(party.name.split()))


def are_two(old: Side, ours: Sequence[Party], new: Side, theirs: Sequence[Party], quoted: bool) -> bool:
    """Whether the speakers are surely not the same: no name near another, and no body beside its voice."""
    first = [(called, _is_body_of(old, p)) for p in ours for called in _called_too(old, p)]
    second = [(called, _is_body_of(new, p)) for p in theirs for called in _called_too(new, p)]
    if not all(old.names.apart(a, b) or _are_kin(old, new, a, b) for a, _ in first for b, _ in second):
        return False
    alike = any(body for _, body in first) == any(body for _, body in second)
    named = all(by_name(old, p) for p in ours) and all(by_name(new, p) for p in theirs)
    return alike or (quoted and named)


def _are_kin(old: Side, new: Side, a: str, b: str) -> bool:
    """Whether two names of one surname are two people's: either version has both in full."""
    one, other = (old.names.tokens(name.split()) for name in (a, b))
    full = len(one) > 1 and len(other) > 1 and one[-1] == other[-1]
    if not full or any(old.names.near(x, y) for x in one[:-1] for y in other[:-1]):
        return False
    return any(_names(here, one) and _names(here, other) for here in (old, new))


def _names(here: Side, parts: Sequence[str]) -> bool:
    """Whether a version has a name in full, outside quotations."""
    size = len(parts)
    starts = (
        k for k in range(len(here.words) - size + 1) if here.words[k][:1].isupper() and not here.quote[k]
    )
    return any(here.names.tokens(here.words[k : k + size]) == tuple(parts) for k in starts)


def _called_too(here: Side, party: Party) -> list[str]:
    """The resolved name, and initials that stand for it beside the words."""
    said = "" if party.mention is None else party.mention.of(here.witness.text)
    return [party.name or "", *([said] if is_body(here.language, said) else [])]


def _is_body_of(here: Side, party: Party) -> bool:
    """Whether a body speaks, by its name or because the first word of it stands for the whole."""
    name = here.names.tokens((party.name or "").split())
    said = () if party.mention is None else here.names.tokens(party.mention.of(here.witness.text).split())
    return is_body(here.language, party.name or "") or (len(name) > 1 and said == name[:1])


def is_known(here: Side, party: Party, there: Side) -> bool:
    """Whether a speaker is known enough to be held against another: in full, or as a person of both texts.

    A word alone may be short for the other speaker, as initials and a firm's first name are;
    not so the surname of somebody whose full name the same text gives (`is_introduced`).
    """
    name = here.names.tokens((party.name or "").split())
    said = [] if party.mention is None else party.mention.of(here.witness.text).split()
    full = by_name(here, party) and len(here.names.tokens([w for w in said if w[:1].isupper()])) > 1
    called = bool(name) and (_is_full(here, party) or _titled(here, name[-1]))
    return full or (called and not _is_body_of(here, party) and name[-1] in _parts(there))


def _is_full(here: Side, party: Party) -> bool:
    """Whether a name is of several words, of which the first may look like a small word: Ben Kael."""
    printed = (party.name or "").split()
    given = here.names.given_men | here.names.given_women
    return len(here.names.tokens(printed)) > 1 or (len(printed) > 1 and printed[0].casefold() in given)


def is_introduced(here: Side, party: Party) -> bool:
    """Whether a person goes by his surname beside the words, and by his full name elsewhere in the text."""
    parts = list(here.names.tokens((party.name or "").split()))
    if len(parts) < 2 or not by_name(here, party) or not is_person(here, party) or party.mention is None:
        return False
    said = here.at(party.mention)
    named = list(here.names.tokens(here.words[said.start : said.stop]))
    places = range(len(here.words) - len(parts) + 1)
    return named == parts[-1:] and any(
        here.words[k + len(parts) - 1] == here.words[said.start]
        and list(here.names.tokens(here.words[k : k + len(parts)])) == parts
        and not here.quote[k]
        for k in places
    )


def is_in_full(here: Side, parties: Sequence[Party]) -> bool:
    """Whether all of these are people who are named beside the words by more than one word."""
    named = [here.names.tokens(p.mention.of(here.witness.text).split()) for p in parties if p.mention]
    full = len(named) == len(parties) and all(len(parts) > 1 for parts in named)
    return bool(parties) and full and all(by_name(here, p) and is_person(here, p) for p in parties)


def is_person(here: Side, party: Party) -> bool:
    """Whether a name is a person's, by its form or by a title before it: no body, no word alone."""
    parts = here.names.tokens((party.name or "").split())
    alone = len(parts) == 1 and not _is_full(here, party) and not _titled(here, parts[-1])
    return bool(parts) and not alone and not is_body(here.language, party.name or "")


def stands_by(here: Side, statement: Statement, others: Sequence[Party]) -> bool:
    """Whether one of these, the speakers of another version, may as well speak here.

    He may if he is named, but for being spoken to or of, in the sentences of the
    statement; and if a pronoun tells who speaks, in what a reader looks back on for it.
    """
    near = _around(here, statement)
    spoken = {int(k) for k in words(here, statement)} | _own_names(here, statement)
    for span in (p.mention for p in statement.addressees):
        spoken |= set() if span is None else set(here.at(span))
    told = [k for k in near if k not in spoken and not here.quote[k] and here.words[k][:1].isupper()]
    said = here.names.tokens([here.words[k] for k in told])
    surnames = {parts[-1] for p in others if (parts := here.names.tokens((p.name or "").split()))}
    return any(here.names.near(part, surname) for surname in surnames for part in said if len(part) > 1)


def _own_names(here: Side, statement: Statement) -> set[int]:
    """The words of its speakers' full names beside it: Ida Kael's surname is no mention of Jan Kael."""
    own: set[int] = set()
    for party in (apposed(here, one) for one in statement.speakers):
        parts = here.names.tokens((party.name or "").split())
        if party.mention is not None and len(parts) > 1 and by_name(here, party):
            own |= {k for k in here.at(party.mention) if set(here.names.tokens([here.words[k]])) & set(parts)}
    return own


def pronouns(here: Side, parties: Sequence[Party]) -> list[str]:
    """The small words that alone tell who speaks, in lower case; none where other words do."""
    held = [here.at(p.mention) for p in parties if p.mention is not None]
    told = [here.folded[k] for place in held for k in place]
    return told if told and all(word in here.editing.small for word in told) else []


def _around(here: Side, statement: Statement) -> range:
    """The words of the sentences of a statement; for a pronoun those of its paragraph and the one before."""
    mentions = [p.mention for p in statement.speakers if p.mention is not None]
    spans = [*statement.content, *mentions, *([statement.cue] if statement.cue is not None else [])]
    held = [here.at(s) for s in spans]
    numbers = here.sentence[[k for part in held for k in part]]
    if not len(numbers):
        return range(0)
    low, high = np.searchsorted(here.sentence, [numbers.min(), numbers.max() + 1]).tolist()
    for mention in mentions:
        if not here.tells(here.at(mention)):
            low, high = min(low, looked_back(here, mention)), max(high, paragraph(here, mention)[1])
    return range(low, high)


def looked_back(here: Side, mention: Span) -> int:
    """The first word of the paragraph before that of a pronoun."""
    paragraphs = here.witness.paragraphs
    number = int(np.searchsorted(paragraphs[:, 0], mention.start, side="right")) - 1
    return here.witness.words.within(int(paragraphs[max(0, number - 1), 0]), mention.end)[0]


# ---- nobody ----


def unnamed_by(here: Side, known: Sequence[Party], there: Side, statement: Statement) -> bool:
    """Whether persons named in full beside the words here are somebody without a name there.

    One word may be an agency's name, and a pronoun may stand for another. Nobody loses or gains a name who
    is told there by what stands beside the name here: a coastguard officer, Orla Quarn of the coastguard.
    """
    parts = [here.names.tokens((party.name or "").split()) for party in known]
    full = all(len(part) > 1 or (part and _titled(here, part[-1])) for part in parts)
    named = all(by_name(here, party) for party in known)
    surely = bool(known) and full and named and nameless.is_nobody(there, statement)
    return surely and not nameless.is_told_beside(here, known, there, statement)


# ---- doubts ----


def _called(here: Side, party: Party) -> Party:
    """A party without a resolved name that is mentioned by a plain surname goes by that."""
    if party.name is not None or party.mention is None:
        return party
    said = party.mention.of(here.witness.text)
    mention = here.at(party.mention)
    plain = len(said) >= _SURNAME and said.replace("-", "").isalpha() and said[:1].isupper()
    word = said.casefold()
    if (
        not mention
        or not plain
        or word in here.editing.small
        or here.names.is_title(word)
        or nameless.is_role(here.language, word)
    ):
        return party
    if here.opens[mention.start] and any(here.counts[here.folded[k]] == 1 for k in mention):
        return party  # its capital may be that of the sentence
    return Party(party.mention, said, _BY_SURNAME * party.support)


def _half_known(here: Side, party: Party, _: Statement) -> bool:
    """Whether a pronoun or a role was resolved to a single word: a place or a faith as easily as a person."""
    parts = here.names.tokens((party.name or "").split())
    if not parts or all(part in here.editing.small for part in parts):
        return True
    if by_name(here, party):
        return _a_role(here, party)
    full = len(parts) > 1 or _titled(here, parts[-1])
    return not full or not _named_near(here, party, parts[-1])


def _a_role(here: Side, party: Party) -> bool:
    """Whether the name is but a role in capitals: the Tolland Liberal."""
    if party.mention is None or is_body(here.language, party.name or "") or _full_behind_title(here, party):
        return False
    low = here.at(party.mention).start
    return any(word in here.editing.pointing for word in here.folded[max(0, low - 1) : low + 1])


def _full_behind_title(here: Side, party: Party) -> bool:
    """Whether a full name stands behind a title in small letters: le capitaine Ana Kael.

    In a language that is read by patterns the title may be any noun for what somebody is, with more behind it
    (el concejal de Hacienda, Ana Kael); where common nouns have capitals, any noun: die Steinmetzin Ana Kael.
    """
    said = [] if party.mention is None else [here.words[k] for k in here.at(party.mention)]
    if here.language.patterns is not None:
        name, role = (party.name or "").split(), here.language.patterns.role
        before = [word.lower() for word in said[: -len(name)]] if name else []
        titled = here.language.capital_nouns or any(map(role.search, before))
        return 1 < len(name) < len(said) - 1 and said[-len(name) :] == name and titled
    capitals = [k for k, word in enumerate(said) if word[:1].isupper()]
    if len(capitals) < 2 or list(range(capitals[0], len(said))) != capitals:
        return False
    full = here.names.tokens(said[capitals[0] :]) == here.names.tokens((party.name or "").split())
    before = [word for word in said[: capitals[0]] if word.casefold() not in here.editing.pointing]
    roles = here.names.family | here.names.kin.keys()
    return full and any(here.names.is_title(word) or word.casefold() in roles for word in before)


def _titled(here: Side, surname: str) -> bool:
    """Whether the surname, one of `names.tokens`, stands behind a title somewhere: General Verrin."""
    return surname in _behind_titles(here)


@lru_cache(maxsize=4)
def _behind_titles(here: Side) -> frozenset[str]:
    following = zip(here.folded, here.folded[1:], strict=False)
    return frozenset(
        part for before, word in following if here.names.is_title(before) for part in _last(here, word)
    )


@lru_cache(maxsize=4)
def _parts(here: Side) -> frozenset[str]:
    """All words of a version as those of names are compared."""
    return frozenset(part for word in here.counts for part in here.names.tokens([word]))


def _last(here: Side, word: str) -> tuple[str, ...]:
    return here.names.tokens([word])[-1:]


def _of_himself(here: Side, party: Party, statement: Statement) -> bool:
    """Whether the words name their own speaker: people seldom do, parsers often err there."""
    parts = here.names.tokens((party.name or "").split())
    inside = [w for s in statement.content for w in here.names.tokens(s.of(here.witness.text).split())]
    return bool(parts) and parts[-1] in inside


def _far_off(here: Side, party: Party, statement: Statement) -> bool:
    """Whether much is told, by nobody, between the speaker and the words: somebody else may have come in."""
    if party.mention is None or not statement.content:
        return False
    mention, first = here.at(party.mention), here.at(statement.content[0])
    low, high = sorted([mention, first], key=lambda held: held.start)
    return int((here.quote[low.stop : high.start] == 0).sum()) > _FAR


def _behind_a_stop(here: Side, party: Party, statement: Statement) -> bool:
    """Whether words without marks end in a stop before the speaker: he may begin a sentence of his own."""
    if statement.kind != "indirect" or party.mention is None or not statement.content:
        return False
    last = statement.content[-1]
    between = here.witness.text[max(last.start, last.end - 1) : party.mention.start]
    return last.end <= party.mention.start and "," not in between


def _between_stops(here: Side, party: Party, statement: Statement) -> bool:
    """Whether a whole sentence stands before the speaker and words behind him: the first may be another's."""
    if party.mention is None or len(statement.content) < 2:
        return False
    before, after = statement.content[0], statement.content[-1]
    ended = before.of(here.witness.text).rstrip()[-1:] in (".", "!", "?")
    return ended and before.end <= party.mention.start < after.start


def _named_near(here: Side, party: Party, surname: str) -> bool:
    """Whether the person is named, outside quotations, in the mention's paragraph or the one before."""
    if party.mention is None or not len(here.witness.paragraphs):
        return False
    low, (_, high) = looked_back(here, party.mention), paragraph(here, party.mention)
    told = [here.words[k] for k in range(low, high) if not here.quote[k] and here.words[k][:1].isupper()]
    return any(len(part) > 1 and here.names.near(part, surname) for part in here.names.tokens(told))


def paragraph(here: Side, mention: Span) -> tuple[int, int]:
    """The words of the paragraph that the mention stands in."""
    paragraphs = here.witness.paragraphs
    number = int(np.searchsorted(paragraphs[:, 0], mention.start, side="right")) - 1
    return here.witness.words.within(*paragraphs[max(0, number)].tolist())


def _in_dateline(here: Side, party: Party, _: Statement) -> bool:
    """Whether the name is the place at the head of the text, taken for a speaker."""
    if party.mention is None:
        return False
    said = party.mention.of(here.witness.text)
    return party.mention.start < _DATELINE and len(said) > 3 and said.isupper()


# ---- bodies ----


def is_body(language: Language, name: str) -> bool:
    """Whether a name is that of a body: initials, or a word for one in it."""
    words = name.split()
    acronym = len(words) == 1 and len(name) > 1 and name.isupper()
    return acronym or any(language.names.is_body(w.casefold().strip(".,")) for w in words)
