"""What a finder hands over: a candidate change with the words that it claims.

Finders write nowhere. Which candidate gets which words is settled by the arbiter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from retold.model import ChangeKind, Span
from retold.steps.changes.pair import Pair, Unit

QUOTES = str.maketrans(dict.fromkeys("“”„‟«»″＂", '"') | dict.fromkeys("‘’‚‛ʼ′＇`´", "'"))  # to plain ones
_BROKEN = re.compile(r"(?<=[^\W\d_])[-\u00ad‐]\s*\n\s*(?=[^\W\d_])")
DASHES = str.maketrans(dict.fromkeys("–—―‒‐‑−", "-"))


class Words(NamedTuple):
    """Ranges of word numbers of the source and of the copy."""

    old: tuple[range, ...] = ()
    new: tuple[range, ...] = ()

    @staticmethod
    def of(old: range, new: range) -> Words:
        """One range of either version; an empty one is left out."""
        return Words((old,) if len(old) else (), (new,) if len(new) else ())


NO_WORDS = Words()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A change that a finder proposes.

    `old` and `new` are its places in the source and in the copy, for people.
    `words` are the words that it claims: no later candidate that needs them may speak of them.
    `overlaps` lets it claim words that an earlier candidate holds.
    `swallows` are words of which it speaks as a whole: mere cuts, additions and wordings inside are no
    changes of their own.
    """

    kind: ChangeKind
    old: tuple[Span, ...]
    new: tuple[Span, ...]
    before: str | None
    after: str | None
    detail: str | None = None
    light: bool = False  # of little consequence: wording where its kind is substance as a rule
    support: float | None = None  # None for the fitted one of its kind
    beside: tuple[Span, ...] = ()  # what else shows it: the speakers' mentions
    words: Words = NO_WORDS
    overlaps: bool = False
    swallows: Words = NO_WORDS
    idle: bool = False  # says nothing that a reader wants told: style, whatever its kind is as a rule


def healed(reading: str) -> str:
    r"""A reading without the ends of its lines: broken words are whole, the rest has single spaces.

    >>> healed("told reporte-\nrs on\nthe quay")
    'told reporters on the quay'
    """
    return " ".join(_BROKEN.sub("", reading).split())


def plain_print(reading: str) -> str:
    """A reading as it is compared: its space, case, and the make of its quote marks and dashes put aside.

    >>> plain_print("“The  Mole” —") == plain_print('"the mole" -')
    True
    """
    return " ".join(reading.translate(QUOTES | DASHES).split()).casefold()


def candidate_of(  # noqa: PLR0913  # a record with names for what may be left out
    pair: Pair,
    kind: ChangeKind,
    old: range,
    new: range,
    *,
    detail: str | None = None,
    light: bool = False,
    overlaps: bool = False,
) -> Candidate:
    """A candidate whose places, readings and claimed words are these ranges of words."""
    return Candidate(
        kind,
        pair.old.span(old),
        pair.new.span(new),
        pair.old.text(old),
        pair.new.text(new),
        detail,
        light,
        words=Words.of(old, new),
        overlaps=overlaps,
    )


def candidate_of_unit(pair: Pair, kind: ChangeKind, unit: Unit, detail: str | None = None) -> Candidate:
    """A candidate that claims a whole unit; one put in other words as a whole may overlap others."""
    return candidate_of(pair, kind, unit.old, unit.new, detail=detail, overlaps=unit.rewritten)
