"""A person's words in one version are a paper's in the other: Colonel Orm said, the statement read.

Who is behind a statement, a report or the media is not told by them, so nobody is set against another: what
changed is that the version that names the paper alone leaves out who spoke. Nor has anybody a name where one
role or camp stands in the place of another: her deputy said, a spokesman said; witnesses said, police said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from retold import parameters
from retold.model import Party, Span, Statement
from retold.steps.changes.candidates import Candidate, candidate_of_unit
from retold.steps.changes.finders.attributions import is_disputed, words_of_speakers
from retold.steps.changes.matched_quotations import Matched
from retold.steps.changes.material import Material
from retold.steps.changes.nameless import unnamed
from retold.steps.changes.pair import Pair, Side, Unit
from retold.steps.changes.rest import Rest
from retold.steps.changes.speaker_confidence import is_body

_P = parameters.of("changes", "impersonal_sources")
_LEAST = _P.number("least")
_SUPPORT = _P.number("support")
_HEARD = _P.integer("heard")


def impersonal_sources(material: Material, rest: Rest, _: Unit) -> Iterator[Candidate]:
    """Statements that are one, of somebody here and of a paper there."""
    pair = material.pair
    if pair.language.speech is None:
        return
    for matched in material.matched:
        sides = ((pair.old, matched.old), (pair.new, matched.new))
        if is_disputed(matched) or any(not _is_free(rest, here, one) for here, one in sides):
            continue
        papers = [_is_paper(here, one) for here, one in sides]
        wide = [_is_wide(here, one) for here, one in sides]
        vague = next((each for each in (papers, wide) if each[0] != each[1]), None)
        # the newspaper, the paper: which of their words it is, nobody can tell
        told = _is_several(*sides) or (not all(papers) and _are_two_roles(pair, *sides))
        if told or (vague is not None and _is_gone(pair, matched, vague[1])):
            yield _candidate(pair, matched)


def multiplied_sources(material: Material, _: Rest, unit: Unit) -> Iterator[Candidate]:
    """One without a name in the place of several, by the words alone: a [source], sources close to it said.

    The unit holds nothing else, and a verb of speech stands behind it in both sentences.
    """
    pair = material.pair
    sides = ((pair.old, unit.old), (pair.new, unit.new))
    if pair.language.speech is None or any(not _is_bare(here, words) for here, words in sides):
        return
    nouns = [_anybody_among(here, words) for here, words in sides]
    if _are_one_and_several(pair.old, nouns) and all(_are_heard(here, words) for here, words in sides):
        yield candidate_of_unit(pair, "attribution", unit, "speaker")


def _is_bare(here: Side, words: range) -> bool:
    """Whether among these words one alone is none of the grammar or a number."""
    told = [k for k in words if not here.small[k] and not here.language.numbers.words.get(here.folded[k])]
    return len(told) == 1


def _are_heard(here: Side, words: range) -> bool:
    """Whether a verb of speech stands within a few words behind these, and no stop or comma between."""
    speech, low = here.language.speech, words.stop
    near = range(low, min(len(here.words), low + _HEARD))
    verbs = frozenset() if speech is None else speech.verbs
    joined = takewhile(lambda k: here.between(k - 1).isspace(), near)
    return any(here.folded[k] in verbs for k in joined)


def _is_free(rest: Rest, here: Side, one: Statement) -> bool:
    """Whether one voice, surely read, tells it, and nobody spoke of that yet."""
    spans = (one.speaker, one.cue)
    if len(one.speakers) != 1 or one.support < _LEAST or one.speakers[0].support < _LEAST or None in spans:
        return False
    return not any(rest.touched(here, here.at(span)) for span in spans if span is not None)


def _is_paper(here: Side, one: Statement) -> bool:
    """Whether what speaks is a paper or the media, by its last word, with nobody's name in it."""
    speech, words = here.language.speech, _mention(here, one.speakers[0])
    if speech is None or not len(words) or any(_is_named(here, k) for k in words):
        return False
    return here.folded[words.stop - 1] in speech.papers | here.editing.press


def _is_wide(here: Side, one: Statement) -> bool:
    """Whether those who speak are told by a word for anybody in office or in the know: defence officials."""
    words = _mention(here, one.speakers[0])
    plain = [k for k in words if not here.small[k]]
    return (
        bool(plain)
        and here.folded[plain[-1]] in here.editing.wide
        and not any(_is_named(here, k) for k in plain)
    )


def _is_several(ours: tuple[Side, Statement], theirs: tuple[Side, Statement]) -> bool:
    """Whether one of a kind speaks in one version and several in the other: an official, officials."""
    return _are_one_and_several(ours[0], [_anybody(*side) for side in (ours, theirs)])


def _are_one_and_several(here: Side, nouns: Sequence[str]) -> bool:
    """Whether one of two nouns is the other's plural; neither may be empty."""
    if "" in nouns:
        return False
    grammar, several, (a, b) = here.language.grammar, here.editing.several, sorted(nouns, key=len)
    if b in (several.get(a), a) or several.get(b) == a:
        return a != b
    return grammar.is_plural(b) and any(b == a + end for end in grammar.plural)


def _anybody(here: Side, one: Statement) -> str:
    """The noun for anybody in the words for who speaks without a name: a [person] familiar with it."""
    return _anybody_among(here, _mention(here, one.speakers[0]))


def _anybody_among(here: Side, words: range) -> str:
    """The first noun for anybody among some words, "" where a name stands there."""
    if any(_is_named(here, k) for k in words):
        return ""
    speech = here.language.speech
    known = here.editing.wide | (frozenset() if speech is None else speech.unnamed)
    return next((here.folded[k] for k in words if here.folded[k] in known), "")


def _are_two_roles(pair: Pair, ours: tuple[Side, Statement], theirs: tuple[Side, Statement]) -> bool:
    """Whether beside one and the same cue somebody without a name speaks here, and surely another there.

    They are of two camps (witnesses, police), or have two roles, of which neither is told of in the other
    version and no two are such as one person may have who leads a house.
    """
    nouns = [_noun(*side) for side in (ours, theirs)]
    cues = [here.at(one.cue).start for here, one in (ours, theirs) if one.cue is not None]
    if "" in nouns or len(cues) < 2 or int(pair.to_new[cues[0]]) != cues[1]:
        return False
    if _is_brought_to_light(pair, ours, theirs) or _is_brought_to_light(pair, theirs, ours):
        return True
    camps, roles = ({known.get(noun, "") for noun in nouns} for known in (pair.names.camps, pair.names.kin))
    if len(camps) == 2 and "" not in camps:
        return not any(camps <= pair.names.camp_kin.get(camp, frozenset()) | {camp} for camp in camps)
    told = pair.old.counts[nouns[1]] or pair.new.counts[nouns[0]]
    general = not unnamed(pair.language).isdisjoint(nouns)
    return len(roles) == 2 and "" not in roles and not (told or general or roles <= pair.editing.heads)


def _is_brought_to_light(pair: Pair, hidden: tuple[Side, Statement], open_: tuple[Side, Statement]) -> bool:
    """Whether somebody in the know speaks in one version and a body in the other: a source, the ministry."""
    noun, (here, one) = _noun(*open_), hidden
    besides = {here.folded[k] for k in _mention(here, one.speakers[0])}
    return _anybody(here, one) in pair.editing.hidden and pair.names.is_body(noun) and noun not in besides


def _noun(here: Side, one: Statement) -> str:
    """The last word of those who speak, "" where somebody or something among them has a name."""
    words = _mention(here, one.speakers[0])
    return here.folded[words.stop - 1] if len(words) and not any(_is_named(here, k) for k in words) else ""


def _is_gone(pair: Pair, matched: Matched, in_old: bool) -> bool:
    """Whether somebody speaks in one version of whom the other says nothing at all."""
    here, one, there = (pair.old, matched.old, pair.new) if in_old else (pair.new, matched.new, pair.old)
    pronouns = here.language.grammar.pronouns
    words = [
        k for k in _mention(here, one.speakers[0]) if not here.small[k] and here.folded[k] not in pronouns
    ]
    if not words:
        return False
    last = words[-1]
    if is_body(here.language, here.words[last]) and _is_named(here, last):
        return False  # the paper may be theirs: the FT, the paper
    return (
        here.words[last] not in there.words if _is_named(here, last) else not there.counts[here.folded[last]]
    )


def _mention(here: Side, party: Party) -> range:
    return range(0) if party.mention is None else here.at(party.mention)


def _is_named(here: Side, k: int) -> bool:
    return here.words[k][:1].isupper() and not here.small[k] and not here.opens[k]


def _candidate(pair: Pair, matched: Matched) -> Candidate:
    """The same words, and who is told to have said them, as it is printed."""
    parties = (matched.old.speakers[0], matched.new.speakers[0])
    before, after = (_printed(here, party) for here, party in zip((pair.old, pair.new), parties, strict=True))
    mentions = tuple(party.mention for party in parties if party.mention is not None)
    old, new = ((*one.content, *_phrase(one)) for one in (matched.old, matched.new))
    made = Candidate("attribution", old, new, before, after, "speaker", support=_SUPPORT, beside=mentions)
    return replace(made, words=words_of_speakers(pair, matched, cue_only=False), overlaps=True)


def _phrase(one: Statement) -> tuple[Span, ...]:
    """The mention of the speaker and the cue."""
    return tuple(span for span in (one.speaker, one.cue) if span is not None)


def _printed(here: Side, party: Party) -> str:
    return " ".join(here.text(_mention(here, party)).split())
