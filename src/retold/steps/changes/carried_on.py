"""A pronoun beside a quotation that can mean but one: whoever is named last goes on speaking.

The baths open in May, spokeswoman Ana Kael said. "The roof holds," she said. In what a reader looks back on
for the pronoun nobody else is named: no word has a capital but days, titles, places behind their preposition
and what opens a sentence.
"""

from __future__ import annotations

from retold.model import Party
from retold.steps.changes.pair import Side
from retold.steps.changes.speaker_confidence import is_person, looked_back, paragraph, pronouns


def is_carried_on(here: Side, party: Party) -> bool:
    """Whether a pronoun stands for a person whom the paragraphs before name in full, and for nobody else."""
    parts = here.names.tokens((party.name or "").split())
    if party.mention is None or len(parts) < 2 or not pronouns(here, [party]) or not is_person(here, party):
        return False
    near = range(looked_back(here, party.mention), paragraph(here, party.mention)[1])
    named = [k for k in near if here.words[k][:1].isupper() and not here.quote[k] and not here.small[k]]
    own = [k for k in named if set(here.names.tokens([here.words[k]])) & set(parts)]
    in_full = {part for k in own for part in here.names.tokens([here.words[k]])} >= set(parts)
    return in_full and all(k in own or _is_nobody(here, k) for k in named)


def _is_nobody(here: Side, k: int) -> bool:
    """Whether a capitalised word is a title, a day, a place behind its preposition, or opens a sentence.

    One that opens a sentence is a name where it has its capital elsewhere as well, or speaks.
    """
    if here.folded[k] in here.editing.no_names or here.names.is_title(here.folded[k]):
        return True
    behind = here.folded[k + 1 : k + 2]
    if behind and here.words[k + 1][:1].isupper():
        return False
    if not here.opens[k]:
        return k > 0 and here.folded[k - 1] in here.names.placing
    speech = here.language.speech
    speaks = speech is not None and bool(behind) and behind[0] in speech.verbs
    return not speaks and not _has_capital(here, here.folded[k])


def _has_capital(here: Side, word: str) -> bool:
    """Whether a folded word stands somewhere with a capital that no sentence gives it."""
    places = (k for k, folded in enumerate(here.folded) if folded == word)
    return any(here.words[k][:1].isupper() and not here.opens[k] for k in places)
