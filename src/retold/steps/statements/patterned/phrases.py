"""The named phrases of a sentence: all of them, and those that speak with the subject of a cue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from retold.steps.statements.lexicon import Lexicon
from retold.steps.statements.patterned.cues import Cue
from retold.steps.statements.patterned.people import People, Phrase
from retold.steps.statements.patterned.pieces import Piece


def named_phrases(people: People, row: Sequence[Piece]) -> Iterator[Phrase]:
    """The named phrases of a sentence, in order."""
    at = 0
    while at < len(row):
        phrase = people.phrase(row, at) if row[at].quote < 0 else None
        if phrase is not None and (len(phrase.name) > 1 or phrase.courtesy):
            yield phrase
        at = phrase.high if phrase is not None and phrase.high > at else at + 1


def joined(row: Sequence[Piece], cue: Cue, people: People, lexicon: Lexicon) -> Phrase | None:
    """Who speaks with the subject of a cue: disent Ana Kael [et Jan Orme]; None where nobody is told to.

    A verb behind him begins another clause: a dit Ana Kael et Jan Orme a ajouté …
    """
    first = cue.subject
    if not isinstance(first, Phrase) or not first.name or first.high + 1 >= len(row):
        return None
    phrase = people.phrase(row, first.high + 1) if row[first.high].lower in lexicon.grammar.joining else None
    if phrase is None or not (len(phrase.name) > 1 or (phrase.name and phrase.courtesy)):
        return None
    behind = row[phrase.high] if phrase.high < len(row) else None
    acts = (
        behind is not None
        and behind.word
        and behind.quote < 0
        and behind.lower not in people.patterns.prepositions
    )
    return None if acts and first.low > cue.low else phrase


def with_surname(cue: Cue, phrase: Phrase | None) -> Cue:
    """The cue with the surname that its subject shares with who is joined to him: Ida et Jan Kael."""
    first = cue.subject
    if phrase is None or not isinstance(first, Phrase) or len(first.name) > 1 or first.courtesy:
        return cue
    alone = not first.roles and len(phrase.name) > 1 and not phrase.courtesy
    return replace(cue, subject=replace(first, name=(*first.name, *phrase.name[1:]))) if alone else cue
