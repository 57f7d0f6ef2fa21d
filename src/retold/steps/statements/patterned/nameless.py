"""Somebody without a name whom a sentence is about, and whom the next pronoun means."""

from __future__ import annotations

from collections.abc import Sequence

from retold.steps.statements.patterned.people import People, Phrase
from retold.steps.statements.patterned.pieces import Piece


def nameless(row: Sequence[Piece], people: People) -> Phrase | None:
    """The phrase at the head of a sentence that tells somebody by a role and no name; None for none.

    The role may stand behind a comma: Der Verbreiter des Bildes, ein Wirt aus Taven, löschte es.
    """
    rules = people.patterns
    phrase = people.phrase(row, 0) if row and row[0].lower in rules.articles else None
    if phrase is None or phrase.name or any(one.name for one in _first(row, phrase.high, people)):
        return None
    beside = [one for one in _first(row, phrase.high, people) if one.roles]
    told = any(one.roles and people.is_role(one.roles[-1]) for one in (phrase, *beside))
    return phrase if told else None


def _first(row: Sequence[Piece], at: int, people: People) -> list[Phrase]:
    """The phrase right behind the first comma from a place on, if an article opens it; none else."""
    comma = next((k for k in range(at, len(row)) if row[k].text == ","), len(row))
    opened = comma + 1 < len(row) and row[comma + 1].lower in people.patterns.articles
    phrase = people.phrase(row, comma + 1) if opened else None
    return [] if phrase is None else [phrase]
