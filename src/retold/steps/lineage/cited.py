"""Sources that a version cites: "the Harbour Post reported", and the passage around it is the Post's.

Such a passage is told in other words and so shares no runs with its source; but the version says whose it is.
It counts where the named report is at hand, was not published later, and has most of the passage's telling
words that the version's first source lacks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from retold import parameters
from retold.model import Credit, Derivation, Evidence, Lineage, Span
from retold.steps.lineage import evidence
from retold.steps.lineage.evidence import Clues
from retold.steps.lineage.readings import Bools
from retold.tables import Witness

_P = parameters.of("lineage", "cited")
_LEAST = _P.integer("least")
_SHARE = _P.number("share")
_LETTERS = _P.integer("letters")


def derivations(
    lineage: Lineage, witnesses: Sequence[Witness], home: Sequence[int], clues: Clues
) -> Iterator[Derivation]:
    """Second sources from other families (by version in `home`) that versions cite and have words from."""
    keys, seen = clues.keys, {witness.id: witness for witness in witnesses}
    for v, copy in enumerate(witnesses):
        sources = {e.source for e in lineage.derivations if e.copy == copy.id}
        related = sources | {e.copy for e in lineage.derivations if e.source == copy.id}
        first = [seen[one] for one in sources if one in seen]
        for u, source in enumerate(witnesses):
            credit = clues.credited[v].get(keys[u])
            apart = keys[u] != keys[v] and home[u] != home[v] and source.id not in related
            if credit is not None and apart and clues.time[u, v] >= 0:
                yield from _derivation(copy, source, first, credit)


def _derivation(
    copy: Witness, source: Witness, first: Sequence[Witness], credit: Credit
) -> Iterator[Derivation]:
    passage = cited_passage(copy, source, first, credit)
    if passage is not None:
        words = f"{copy.id} cites {source.id}, and the passage has words that its other source lacks"
        why = Evidence("credit", (credit.span, passage), evidence.CREDIT, words)
        yield Derivation(source.id, copy.id, True, credit.support, (why,))


def cited_passage(copy: Witness, source: Witness, first: Sequence[Witness], credit: Credit) -> Span | None:
    """The sentences around a credit that are told after the credited article; None where too little says so.

    `first` are the sources from which the copy has the rest of its text.
    """
    telling = _telling(copy, credit)
    for one in first:
        telling &= ~np.isin(copy.words.forms, one.words.forms)
    had = telling & np.isin(copy.words.forms, source.words.forms)
    bounds = copy.sentences.tolist()
    among, found = (np.bincount(copy.tokens.sentence[mask], minlength=len(bounds)) for mask in (telling, had))
    like = (found > 0) & (found >= _SHARE * among)
    at = next((k for k, (low, high) in enumerate(bounds) if low <= credit.span.start < high), len(bounds))
    inside = [k for k in (at - 1, at, at + 1) if 0 <= k < len(bounds) and like[k]]
    words = np.unique(copy.words.forms[had & np.isin(copy.tokens.sentence, inside)])
    return Span(copy.id, bounds[inside[0]][0], bounds[inside[-1]][1]) if len(words) >= _LEAST else None


def _telling(witness: Witness, credit: Credit) -> Bools:
    """Longer words, names and figures, those of the credit left out."""
    words, tokens = witness.words, witness.tokens
    outside = (words.ends <= credit.span.start) | (words.starts >= credit.span.end)
    long = words.ends - words.starts > _LETTERS
    found: Bools = (
        (long | tokens.name | (tokens.figure > 0)) & ~tokens.furniture & outside & (tokens.sentence >= 0)
    )
    return found
