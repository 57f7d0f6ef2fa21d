"""Somebody without a name in one version: an official, sources, people close to it."""

from __future__ import annotations

from collections.abc import Sequence

from retold import parameters
from retold.language import Language
from retold.model import Party, Statement
from retold.steps.changes.pair import Side

_P = parameters.of("changes", "nameless")
_BACK, _LED = _P.integer("back"), _P.integer("led")


def is_told_beside(here: Side, known: Sequence[Party], there: Side, statement: Statement) -> bool:
    """Whether the sentence that names these people here tells them by a word for the nameless one there.

    By what he is, or by another word if they have no other role: a transport official is no minister of it.
    """
    assert statement.speaker is not None
    told = [k for k in there.at(statement.speaker) if not there.small[k] and there.words[k].islower()]
    for mention in (p.mention for p in known if p.mention is not None):
        beside = [k for k in here.sentences(here.at(mention)) if not here.quote[k]]
        shared = _stems(there, told) & _stems(here, beside)
        other_role = any(here.folded[k] in here.names.kin for k in beside)
        if shared and (not other_role or _stems(there, told[-1:]) <= shared):
            return True
    return False


def _stems(here: Side, held: Sequence[int]) -> set[str]:
    """The stems of the telling words among these, a role by its group: spokesman, spokeswoman."""
    kin, stem = here.names.kin, here.language.stem
    return {str(kin.get(word, stem(word))) for word in (here.folded[k] for k in held if not here.small[k])}


def unnamed(language: Language) -> frozenset[str]:
    """Nouns for somebody without a name: official, sources."""
    return frozenset() if language.speech is None else language.speech.unnamed


def is_role(language: Language, word: str) -> bool:
    """Whether a word says what somebody is, with a name or without one."""
    return word in unnamed(language) or word in language.names.kin


def is_nobody(here: Side, statement: Statement) -> bool:
    """Whether the words are given to somebody without a name: an official, sources, people close to it."""
    if len(statement.speakers) != 1 or statement.speakers[0].name is not None or statement.speaker is None:
        return False
    held = here.at(statement.speaker)
    low, said = held.start, here.folded[held.start : held.stop]
    if not said:
        return False
    plain = not any(word[:1].isupper() for word in here.words[low + 1 : held.stop])
    if not any(word in unnamed(here.language) for word in said) and not (
        plain and said[0] in here.editing.indefinite
    ):
        return False
    before = here.folded[low - 1] if low else ""
    points = said[0] in here.editing.pointing or before in here.editing.pointing
    return not points or _is_met_without_name(here, held)


def _is_met_without_name(here: Side, held: range) -> bool:
    """Whether who is pointed back at came in as anybody: an official who asked for no name … the official.

    No name stands beside the words by which he came in.
    """
    noun = here.folded[held.stop - 1]
    if noun not in unnamed(here.language):
        return False
    back = range(held.start - 1, max(-1, held.start - 1 - _BACK), -1)
    met = next((k for k in back if here.folded[k] == noun and not here.quote[k]), None)
    if met is None:
        return False
    led = any(here.folded[k] in here.editing.indefinite for k in range(max(0, met - _LED), met))
    near = range(max(0, met - _LED), min(len(here.words), met + 1 + _LED))
    return led and not any(here.words[k][:1].isupper() and not here.opens[k] for k in near)
