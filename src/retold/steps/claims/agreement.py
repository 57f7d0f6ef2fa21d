"""Whether two statements can be one: their speakers, and what each says beside the words that both have.

Two people who say the same are two statements, unless their very words are the same: then
one of the reports gives them to another. Two sentences in plain words that share a
background ("after the barge sank in the sound") and each tell something else of it are two, and so are two
of which each names another day or month.
What is denied in one and said in the other, by its verb or by a negator among words that
both have, is never one. Nor are two of which one was cut out of a clause that the other does not tell.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from difflib import SequenceMatcher
from functools import lru_cache

from retold import parameters
from retold.steps.claims.occurrences import Occurrence

_P = parameters.of("claims", "agreement")
_RUN = _P.integer("run")
_SAME_WORDS = _P.number("same_words")
_OWN, _COMMON = _P.integer("own"), _P.integer("common")
_OWN_SHARE = _P.number("own_share")
_TURN = _P.integer("turn")
_BACKGROUND, _CORE_SHARE = _P.integer("background"), _P.number("core_share")
_SEVERED = _P.number("severed")

_Runs = frozenset[tuple[str, ...]]


def is_possible(one: Occurrence, other: Occurrence) -> bool:
    """Whether nothing in two statements speaks against their being one; of figures always True."""
    if one.statement is None or other.statement is None:
        return True
    if one.denied != other.denied or _is_turned(one, other) or _lacks_clause(one, other):
        return False
    if one.reading and other.reading and not _one_speaker(one.reading, other.reading):
        return is_excerpt(one.forms, other.forms)
    plain = not (one.quoted and other.quoted)
    return not (plain and (_of_two_days(one, other) or _tell_two(one, other) or _differ_beside(one, other)))


def _is_turned(one: Occurrence, other: Occurrence) -> bool:
    """Whether words that both have stand on either side of a short difference by which one denies."""
    if len(one.negators) == len(other.negators) == 0:
        return False
    moves = SequenceMatcher(None, one.forms, other.forms, autojunk=False).get_opcodes()
    kinds = ["equal", *(kind for kind, *_ in moves), "equal"]  # [not] all were found | all were found
    for n, (kind, a, b, c, d) in enumerate(moves):
        alike = kinds[n] == kinds[n + 2] == "equal"
        between = alike and kind != "equal" and max(b - a, d - c) <= _TURN
        ours, theirs = (
            any(k in range(*at) for k in who.negators) for who, at in ((one, (a, b)), (other, (c, d)))
        )
        if between and ours != theirs:
            return True
    return False


def _lacks_clause(one: Occurrence, other: Occurrence) -> bool:
    """Whether one was cut out of a clause that says something else: its rest decides nothing."""
    return any(
        a.severed and len(a.severed & (b.terms | b.severed)) < _SEVERED * len(a.severed)
        for a, b in ((one, other), (other, one))
    )


def _one_speaker(a: str, b: str) -> bool:
    """Whether two readings share a word of a name: told by letters alone, the language is not asked."""
    ours, theirs = (set(name.casefold().replace("-", " ").split()) for name in (a, b))
    return bool(ours & theirs)


def _of_two_days(one: Occurrence, other: Occurrence) -> bool:
    """Whether each names one day or one month, and these are two: it opens in May, it opens in July."""
    if len(one.days) != 1 or len(other.days) != 1:
        return False
    (ours,), (theirs,) = one.days, other.days
    return len(ours) == len(theirs) and ours != theirs


def _tell_two(one: Occurrence, other: Occurrence) -> bool:
    """Whether each has so many telling words of its own that it says something of its own."""
    own = [len(a.terms - b.terms) for a, b in ((one, other), (other, one))]
    common = len(one.terms & other.terms) - len(one.days & other.days)
    if min(own) > 0 and common < _COMMON:
        return True  # a fourth body was found on Saturday, a fourth was missing on Saturday
    sizes = [len(one.terms), len(other.terms)]
    return all(k >= _OWN and k >= _OWN_SHARE * size for k, size in zip(own, sizes, strict=True))


def _differ_beside(one: Occurrence, other: Occurrence) -> bool:
    """Whether two share a long background and tell unlike things: [two were missing | were found] since …

    What stands beside the long runs of words that both have must differ both ways, and mostly, or
    be said of one subject: a second man was still on the run | was arrested after …
    """
    moves = SequenceMatcher(None, one.forms, other.forms, autojunk=False).get_matching_blocks()
    long = [move for move in moves if move.size >= _BACKGROUND]
    if not long:
        return False
    said = one.predicate and other.predicate and one.subject == other.subject
    if said and one.predicate != other.predicate:
        return True
    timed = one.timed | other.timed  # late on Tuesday and shortly before midnight are no two things
    ours = _outside(one.stems, [range(move.a, move.a + move.size) for move in long], timed)
    theirs = _outside(other.stems, [range(move.b, move.b + move.size) for move in long], timed)
    most = max(len(ours), len(theirs))
    unlike = set(ours) - set(theirs) and set(theirs) - set(ours)
    return bool(unlike) and _in_order(ours, theirs) < _CORE_SHARE * most


def _outside(stems: Sequence[str], runs: Sequence[range], timed: Set[str]) -> list[str]:
    """The stems outside of some runs, each once, in order, without those that tell when."""
    held = (
        stem
        for k, stem in enumerate(stems)
        if stem and stem not in timed and not any(k in run for run in runs)
    )
    return list(dict.fromkeys(held))


def _in_order(one: Sequence[str], other: Sequence[str]) -> int:
    """How many stems both have in one order: who did what to whom is told by it."""
    return sum(move.size for move in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks())


def shared_words(one: Sequence[str], other: Sequence[str]) -> float:
    """The share of the shorter one's word runs that the longer one has as well; 1 where all are equal.

    >>> shared_words(tuple("the mole is lost for good".split()), tuple("the mole is lost for ever".split()))
    0.75
    >>> shared_words(("lost",), ("lost",)), shared_words(("lost",), ("found", "lost"))
    (1.0, 0.0)
    """
    if one == other:
        return 1.0
    ours, theirs = _runs(tuple(one)), _runs(tuple(other))
    fewer = min(len(ours), len(theirs))
    return len(ours & theirs) / fewer if fewer else 0.0


def is_excerpt(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether most of the word runs of the shorter one stand in the longer one."""
    return shared_words(one, other) >= _SAME_WORDS


@lru_cache(maxsize=1 << 13)
def _runs(words: tuple[str, ...]) -> _Runs:
    return frozenset(zip(*(words[k:] for k in range(_RUN)), strict=False))
