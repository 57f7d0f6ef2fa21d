"""Runs of capitals that hold two names: a house or a country, and who has an office of it."""

from __future__ import annotations

from collections.abc import Iterator

from retold import parameters
from retold.language.grammar import Grammar
from retold.language.names import Names, name_key
from retold.steps.statements.bodies import Token

_PERSON = parameters.of("statements", "names").integer("person")


def is_led(stream: list[Token], at: int, lists: Names, grammar: Grammar) -> bool:
    """Whether the name at a token is that of what somebody has an office of, or is sent to.

    The president of [Harbour Trust …], the envoy to [Varland …].
    """
    before = [word for word, _, _ in stream[max(0, at - 3) : at] if word not in lists.definite]
    if len(before) < 2:
        return False
    second = (
        before[-1] in grammar.joining and name_key(before[-2]) in lists.fields
    )  # of Industry and [Trade …]
    return second or (before[-1] in lists.prepositions and name_key(before[-2]) in lists.kin)


def parted(run: list[Token], led: bool, lists: Names) -> Iterator[list[Token]]:
    """The run, parted where an officer's name follows his house's: president of Quay Trust | Ana Kael.

    `led` is whether the run stands behind an office. A house ends with a word that marks one; without any a
    country does, or whatever stands before somebody's first name: envoy to Varland | Ana Kael.
    """
    words = [name_key(word) for word, _, _ in run]
    ends = [n for n, word in enumerate(words) if n and word in lists.marks]
    ends = ends or ([0] if words[0] in lists.fields and words[0] not in lists.ranks else [])
    split = ends[-1] + 1 if ends else _before_person(words, lists)
    long = sum(map(bool, words[split:]))  # a stop behind an initial is no word
    split = split if led and split and 2 <= long <= _PERSON else 0
    yield from ([run[:split], run[split:]] if split else [run])


def _before_person(words: list[str], lists: Names) -> int:
    """How many words stand before a first name and a surname; none where one of them is a title or a name."""
    if words[0] in lists.given or not lists.ranks.isdisjoint(words):
        return 0
    if words[0] in lists.places and words[1:2] and words[1] in lists.given:
        return 1
    return next((n for n in range(len(words) - 2, 0, -1) if words[n] in lists.given), 0)
