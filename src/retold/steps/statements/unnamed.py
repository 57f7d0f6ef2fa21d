"""Whether a sentence is about somebody without a name, so that the next "he" need be nobody named before.

The pilot Ana Kael drowned. [The coroner] recorded a verdict. He said …: read from the words alone, since
sentences that tell no speech are not parsed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retold import parameters
from retold.language.grammar import Grammar
from retold.language.names import Names
from retold.steps.statements.around import Persons
from retold.steps.statements.bodies import Token

_P = parameters.of("statements", "unnamed")
_BEFORE, _BEHIND, _OPENING = (_P.integer(name) for name in ("before", "behind", "opening"))
Phrase = tuple[int, int]  # tokens of the determiner and of the noun


def unnamed_subject(
    words: Sequence[Token], persons: Persons, lists: Names, grammar: Grammar
) -> Phrase | None:
    """The determiner and the role noun that open a sentence and that no name follows; None for none.

    `words` are those of the sentence.
    """
    for at in _openings(words, lists, grammar):
        noun = _role_behind(words, at, persons, lists, grammar)
        if noun is not None:
            return None if _is_named(words, noun, lists, grammar) else (at, noun)
    return None


def is_man(noun: str, lists: Names, grammar: Grammar) -> bool | None:
    """Whether a noun means a man or a woman, None where it says neither: widow, policeman, coroner."""
    if noun in lists.women or noun.endswith(grammar.women_ends):
        return False
    return True if noun in lists.men or noun.endswith(grammar.men_ends) else None


def _openings(words: Sequence[Token], lists: Names, grammar: Grammar) -> Iterator[int]:
    """Where the subject of a sentence may begin: at its head, behind one word, a day or a comma."""
    lower = [word.lower() for word, _, _ in words[:_OPENING]]
    led = bool(lower) and (lower[0] in lists.prepositions or lower[0] in lists.placing)
    for at, word in enumerate(lower):
        if word not in grammar.definite and word not in grammar.indefinite:
            continue
        opens = at == 0 or (at == 1 and not led) or lower[at - 1] in lists.weekdays
        if opens or (led and lower[:at].count(",") == 1 and lower[at - 1] == ","):
            yield at


def _role_behind(
    words: Sequence[Token], at: int, persons: Persons, lists: Names, grammar: Grammar
) -> int | None:
    """The last of the nouns of persons behind a determiner, singular, with only qualifiers before it."""
    found = None
    ends = (lists.breaks, lists.prepositions, grammar.definite, grammar.indefinite, grammar.joining)
    for number in range(at + 1, min(at + 1 + _BEFORE, len(words))):
        word = words[number][0].lower()
        if not word[0].isalnum() or any(word in one for one in ends):
            break
        if word in persons.nouns or word.endswith(persons.ends) or word in lists.kin or word in lists.ranks:
            found = None if grammar.is_plural(word) else number
        elif found is not None:
            break
    return found


def _is_named(words: Sequence[Token], noun: int, lists: Names, grammar: Grammar) -> bool:
    """Whether a name follows a role: coroner Ana Kael; the coroner, Ana Kael; the head of it, Ana Kael."""
    behind = words[noun + 1 : noun + 1 + _BEHIND]
    if behind and behind[0][0][0].isupper():
        return True
    if len(behind) > 1 and behind[0][0] in grammar.being and behind[1][0][0].isupper():
        return True  # the baker was Ana Kael
    comma = next((n for n, (word, _, _) in enumerate(behind) if word == ","), None)
    led = behind[:1] and behind[0][0].lower() in lists.prepositions
    if comma is None or (comma and not led):  # the minister met the skipper, Ana Kael: who is no minister
        return False
    after = [word for word, _, _ in behind[comma + 1 : comma + 3]]
    if after and after[0] in grammar.definite:
        after = after[1:]  # the vicar, the Rev Ana Kael
    return bool(after) and after[0][0].isupper()
