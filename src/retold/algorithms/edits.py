"""Edit distance and single edits, by rapidfuzz.

The distance is that of optimal string alignment: letters put in, left out, exchanged, or swapped with the
next, no letter edited twice (Damerau, "A technique for computer detection and correction of spelling
errors", 1964). Bit-parallel (Hyyrö 2003): a word of up to 64 letters costs one step for each letter of the
other one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
from numpy.typing import NDArray

_FIRST_LETTER = ord("\ue000")  # of the characters that stand for tokens: behind the surrogates
Edit = Literal["insertion", "deletion", "substitution", "transposition"]


def distance(a: str, b: str, most: int | None = None) -> int:
    """How many edits turn `a` into `b`; `most` + 1 where there are more than `most`.

    >>> distance("habror", "harbors"), distance("ferry", "lorry"), distance("ferry", "lorries", most=2)
    (2, 2, 3)
    """
    from rapidfuzz.distance import OSA

    return int(OSA.distance(a, b, score_cutoff=most))


def is_one_edit(a: str, b: str) -> bool:
    """Whether one letter put in, left out or exchanged, or two neighbours swapped, turns `a` into `b`.

    >>> is_one_edit("habror", "harbor"), is_one_edit("harbor", "harbors"), is_one_edit("ferry", "lorry")
    (True, True, False)
    """
    return abs(len(a) - len(b)) <= 1 and distance(a, b, most=1) == 1


def single_edit(a: str, b: str) -> tuple[Edit, int] | None:
    """The one edit that turns `a` into `b`, and the first place it may stand at; None where it takes more.

    >>> single_edit("harbor", "harbour"), single_edit("harbour", "habrour"), single_edit("ferry", "lorry")
    (('insertion', 5), ('transposition', 2), None)
    """
    if not is_one_edit(a, b):
        return None
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if len(a) != len(b):
        return ("insertion" if len(a) < len(b) else "deletion"), at
    return ("substitution" if a[at + 1 :] == b[at + 1 :] else "transposition"), at


def sequence_distances(sequences: Sequence[Sequence[str]]) -> NDArray[np.float64]:
    """How many tokens must be put in, left out or exchanged between each two sequences; [n, n] (Levenshtein).

    >>> sequence_distances([["a", "ferry", "sank"], ["the", "ferry", "sank", "."]]).tolist()
    [[0.0, 2.0], [2.0, 0.0]]
    """
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import cdist

    letters: dict[str, str] = {}
    lines = [
        "".join(letters.setdefault(token, chr(_FIRST_LETTER + len(letters))) for token in one)
        for one in sequences
    ]
    return cdist(lines, lines, scorer=Levenshtein.distance, dtype=np.int32).astype(np.float64)


def similarities(left: Sequence[str], right: Sequence[str], least: float) -> NDArray[np.float32]:
    """For each word of either side 1 less the distance as a share of the longer word; 0 below `least`.

    Shape [left, right]. Costs a comparison of every pair.

    >>> similarities(["corps"], ["corp", "corps", "ship"], 0.5).round(2).tolist()
    [[0.800000011920929, 1.0, 0.0]]
    """
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import cdist

    table: NDArray[np.float32] = cdist(
        left, right, scorer=OSA.normalized_similarity, score_cutoff=least, dtype=np.float32
    )
    return table
