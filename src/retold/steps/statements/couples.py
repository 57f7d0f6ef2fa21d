"""Two who share a surname that is printed once: Martin and Sheila Tolland, so that Mr Tolland is Martin.

Only where the text says that they are kin, or speaks of them by titles: Madonna and Elton John are not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from retold.language.grammar import Grammar
from retold.language.names import Names
from retold.steps.statements.bodies import Token
from retold.steps.statements.names import Name


def with_surnames(
    found: Sequence[Name], stream: Sequence[Token], lists: Names, grammar: Grammar
) -> list[Name]:
    """The names of a text with the surname given to the first of two who share it."""
    every, starts = list(found), [start for _, start, _ in stream]
    for at, (one, other) in enumerate(pairwise(found)):
        between = _between(one, other, stream, starts)
        if _share(one, other, between, lists, grammar) and _are_kin(other, found, stream, lists):
            words, keys = (*one.words, *other.words[1:]), (*one.keys, *other.keys[1:])
            every[at] = replace(one, words=words, keys=keys)
    return every


def _between(one: Name, other: Name, stream: Sequence[Token], starts: Sequence[int]) -> list[str]:
    """The words and signs from one naming to the next."""
    low, high = bisect_left(starts, one.end), bisect_left(starts, other.start)
    return [word.lower() for word, _, _ in stream[low:high]]


def _share(one: Name, other: Name, between: Sequence[str], lists: Names, grammar: Grammar) -> bool:
    """Whether two first names are joined, and a surname stands behind the second alone."""
    given = lists.given
    named = len(one.keys) == 1 and len(other.keys) == 2 and not (one.body or other.body)
    if not named or one.keys[0] not in given or other.keys[0] not in given or one.titles or other.titles:
        return False
    return len(between) == 1 and between[0] in grammar.joining


def _are_kin(name: Name, found: Sequence[Name], stream: Sequence[Token], lists: Names) -> bool:
    """Whether the surname stands behind a title of a man or a woman, or the text has a word for kin."""
    addressed = (one.titles for one in found if one.keys == name.keys[1:])
    if any((lists.men | lists.women).intersection(titles) for titles in addressed):
        return True
    return any(word in lists.family or word in lists.relatives for word, _, _ in stream)
