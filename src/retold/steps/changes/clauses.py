"""The clause around a figure or a day, what it tells, and whether two days are those of one act."""

from __future__ import annotations

from collections.abc import Sequence

from retold import parameters
from retold.language import Language
from retold.model import Statement
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Pair, Side
from retold.steps.changes.values import Dated

_P = parameters.of("changes", "openings")
_CLAUSE = _P.integer("clause")
_CUE = _P.integer("cue")
_LONG = _P.integer("long")
_STEM = _P.integer("stem")
_MARKS = frozenset(",;:—–()")


def of_one_act(material: Material, ours: Dated, theirs: Dated) -> bool:
    """Whether both are the day of what was said, or neither is: sank on Monday, said on Tuesday are two."""
    pair, said = material.pair, material.said
    sides = ((pair.old, ours, said[0]), (pair.new, theirs, said[1]))
    spoken = [_beside_cue(here, date.words, statements) for here, date, statements in sides]
    return spoken[0] == spoken[1] and _in_one_act(pair, ours.words, theirs.words)


def _in_one_act(pair: Pair, ours: range, theirs: range) -> bool:
    """Whether the clauses of two days share a telling word: a day has no noun of its own."""
    clauses = [clause_of(here, words) for here, words in ((pair.old, ours), (pair.new, theirs))]
    told = [
        telling(here, (*before, *behind), named=True)
        for here, (before, behind) in zip((pair.old, pair.new), clauses, strict=True)
    ]
    return bool(told[0] & told[1])


def _beside_cue(here: Side, words: range, said: Sequence[Statement]) -> bool:
    """Whether a cue of speech stands within a few words of these in their sentence."""
    near = range(words.start - _CUE, words.stop + _CUE)
    own = here.sentence[words.start]
    cues = (here.at(one.cue) for one in said if one.cue is not None)
    inside = (cue for cue in cues if len(cue) and here.sentence[cue.start] == own)
    return any(cue.start < near.stop and near.start < cue.stop for cue in inside)


def clause_of(here: Side, words: range) -> tuple[list[int], list[int]]:
    """The numbers of the words before and behind a figure in its clause, the nearest first."""
    before: list[int] = []
    for k in range(words.start - 1, max(-1, words.start - 1 - _CLAUSE), -1):
        if ends_behind(here, k):
            break
        before.append(k)
    behind: list[int] = []
    for k in range(words.stop, min(len(here.words), words.stop + _CLAUSE)):
        if ends_behind(here, k - 1) or here.folded[k] in here.editing.clauses:
            break
        behind.append(k)
    return before, behind


def ends_behind(here: Side, k: int) -> bool:
    """Whether a clause, or the sentence it stands in, ends behind word k; a word must follow."""
    return bool(here.sentence[k] != here.sentence[k + 1]) or is_marked_behind(here, k)


def is_marked_behind(here: Side, k: int) -> bool:
    """Whether a mark that sets off a clause is printed between word k and the next."""
    return not _MARKS.isdisjoint(here.between(k))


def telling(here: Side, words: Sequence[int], named: bool = False) -> set[str]:
    """The beginnings of the words that tell of one thing and not of any; of names only where asked for."""
    told = [k for k in words if len(here.folded[k]) >= _LONG and (named or not here.words[k][:1].isupper())]
    return {here.folded[k].rstrip("s")[:_STEM] for k in told if not is_general(here.language, here.folded[k])}


def is_general(language: Language, word: str) -> bool:
    """Whether a folded word stands in reports of anything: small, a number, what is counted, said, Monday."""
    editing, counted = language.editing, language.numbers.counted
    if word in editing.small or word in editing.anywhere or not word.isalpha():
        return True
    return bool(counted(([], [word])))
