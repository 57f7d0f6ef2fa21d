"""One statement in two versions: the same words, carried from one onto the other through the alignment."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from retold import parameters
from retold.model import Statement
from retold.steps.changes.pair import Pair, Side
from retold.tables import Ints

_P = parameters.of("changes", "matched_quotations")
_LEAST = _P.integer("least")
_LEAST_INDIRECT = _P.integer("least_indirect")
_LEAST_WHOLE = _P.integer("least_whole")
_PARTS = _P.integer("parts")
_SHARE = _P.number("share")
_NEAR = _P.number("near")


class Matched(NamedTuple):
    """One statement in both versions."""

    old: Statement
    new: Statement
    shared: float  # of the longer one's words, 0 to 1


def matched(pair: Pair, old: Sequence[Statement], new: Sequence[Statement]) -> list[Matched]:
    """Statements whose words are carried onto each other, each with its best and only partner."""
    words_new = [words(pair.new, s) for s in new]
    holders = _holders(words_new)
    found: list[Matched] = []
    for ours in old:
        carried = _carried(words(pair.old, ours), pair.to_new)
        met = Counter(j for word in carried[1].tolist() for j in holders[word])
        rated = [
            (_share(ours, carried, words_new[j]), j) for j, shared in met.items() if shared >= _LEAST_WHOLE
        ]
        rated = sorted((r for r in rated if r[0] >= _SHARE), reverse=True)
        if not rated:
            continue
        share, j = rated[0]
        if len(rated) > 1 and rated[1][0] > share - _NEAR and _rivals(new[j], new[rated[1][1]]):
            continue
        found.append(Matched(ours, new[j], share))
    return found


def _holders(said: Sequence[Ints]) -> Mapping[int, list[int]]:
    """For each word of a version the numbers of the statements that have it."""
    holders: dict[int, list[int]] = defaultdict(list)
    for number, content in enumerate(said):
        for word in content.tolist():
            holders[word].append(number)
    return holders


def words(here: Side, statement: Statement) -> Ints:
    """The word numbers of a statement's content, in order."""
    parts = [np.arange(*here.witness.words.touching(s.start, s.end)) for s in statement.content]
    return np.unique(np.concatenate([np.zeros(0, np.int32), *parts])).astype(np.int32)


def _rivals(one: Statement, other: Statement) -> bool:
    """Whether two readings of the same words disagree on who speaks."""
    return one.speaker_name != other.speaker_name


def _carried(words: Ints, partners: Ints) -> tuple[int, Ints]:
    there = partners[words]
    return len(words), there[there >= 0]


def _share(ours: Statement, carried: tuple[int, Ints], words: Ints) -> float:
    """The share of the longer statement that both have; 0 where too few words are shared.

    A statement that both have whole may be short: the gate is shut.
    """
    total, there = carried
    common = np.isin(words, there, assume_unique=True)
    shared = int(common.sum())
    quoted = ours.kind in ("direct", "mixed")
    whole = shared == total == len(words)
    if shared < (_LEAST_WHOLE if whole else _LEAST if quoted else _LEAST_INDIRECT):
        return 0.0
    if not quoted and any(2 * part.sum() < len(part) for part in np.array_split(common, _PARTS)):
        return 0.0  # alike in a stretch only: what is said of it may be another thing
    return shared / max(total, len(words))
