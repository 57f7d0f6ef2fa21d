"""What the stemmers of all packs do alike: a word sheds the first ending of a list that it has."""

from __future__ import annotations

from collections.abc import Sequence

from retold import parameters

_SHORTEST = parameters.of("language", "stems").integer("shortest")


def without_ending(word: str, endings: Sequence[str]) -> str:
    """The word without the first of the endings that leaves enough of it.

    >>> without_ending("moorings", ("ings", "s")), without_ending("us", ("s",))
    ('moor', 'us')
    """
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word
