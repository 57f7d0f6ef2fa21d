"""Sources that a version cites: "the Harbour Post reported", and the passage around it is the Post's.

Such a passage is told in other words and so shares no runs with its source; but the version says whose it is.
It counts where the named report is at hand, was not published later, and has most of the passage's telling
words that the version's first source lacks, or its quotations word for word: "according to the Post" often
opens a paragraph of what people told the Post, and "he told the Post" often ends one. Words that reports of
others on the event have as well tell nothing: whoever writes of it has them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from retold import parameters
from retold.messages import N_
from retold.model import Credit, Derivation, Evidence, Lineage, Span
from retold.steps.lineage import citation, evidence, texts
from retold.steps.lineage.evidence import Clues
from retold.steps.lineage.readings import Bools
from retold.tables import Hashes, Witness

_P = parameters.of("lineage", "cited")
_LEAST = _P.integer("least")
_SHARE = _P.number("share")
_LETTERS = _P.integer("letters")
_RUN = _P.integer("run")
_REACH = _P.integer("reach")
_GAP = _P.integer("gap")


def derivations(
    lineage: Lineage, witnesses: Sequence[Witness], home: Sequence[int], clues: Clues
) -> Iterator[Derivation]:
    """Second sources that versions cite and have words from.

    `home` is of each version the number of its family, or of its text within one. Within one only a passage
    that a first source at hand lacks can tell.
    """
    seen = {witness.id: witness for witness in witnesses}
    for v, copy in enumerate(witnesses):
        sources = {e.source for e in lineage.derivations if e.copy == copy.id}
        below = _below(lineage, copy.id)
        first = [seen[one] for one in sources if one in seen]
        for u, source in enumerate(witnesses):
            credit = clues.credited[v].get(clues.keys[u])
            apart = home[u] != home[v] or bool(first)
            strange = clues.keys[u] != clues.keys[v] and source.id not in sources | below
            if credit is not None and credit.spans and apart and strange and clues.time[u, v] >= 0:
                others = _others(witnesses, (u, v), clues, below | _below(lineage, source.id))
                yield from _derivation(copy, source, [*first, *others], credit)


def _others(
    witnesses: Sequence[Witness], ends: tuple[int, int], clues: Clues, below: set[str]
) -> list[Witness]:
    """Reports on the event by other outlets than the source's and the copy's, but for those `below` either.

    `ends` are the numbers of the source and the copy. Who cites the source, too, has its words from it.
    """
    house, other = (clues.keys[end] for end in ends)
    return [
        one
        for k, one in enumerate(witnesses)
        if one.id not in below and clues.keys[k] not in (house, other) and house not in clues.credited[k]
    ]


def _below(lineage: Lineage, node: str) -> set[str]:
    """Whatever has its text from a node, through others too, and the node itself."""
    found, waiting = {node}, [node]
    while waiting:
        one = waiting.pop()
        fresh = {e.copy for e in lineage.derivations if e.source == one} - found
        found |= fresh
        waiting += fresh
    return found


def _derivation(
    copy: Witness, source: Witness, first: Sequence[Witness], credit: Credit
) -> Iterator[Derivation]:
    passage = cited_passage(copy, source, first, credit)
    if passage is None:
        return
    support = citation.support(citation.marks(copy, source, passage, credit, telling(copy, credit)))
    if support >= citation.LEAST:
        words = N_("{copy} cites {source}, and the passage has words that other reports lack").format(
            copy=copy.id, source=source.id
        )
        why = Evidence("credit", (credit.span, passage), evidence.CREDIT, words)
        yield Derivation(source.id, copy.id, True, support, (why,))


def cited_passage(copy: Witness, source: Witness, first: Sequence[Witness], credit: Credit) -> Span | None:
    """The sentences around a credit that are told after the credited article; None where too little says so.

    `first` are the sources from which the copy has the rest of its text, and the reports of others.
    """
    words, quoted = telling(copy, credit), _shared_quotations(copy, source)
    for one in first:
        words &= ~np.isin(copy.words.forms, one.words.forms)
        quoted &= ~_shared_quotations(copy, one)
    had = words & np.isin(copy.words.forms, source.words.forms)
    bounds = copy.sentences.tolist()
    among, found, said = (
        np.bincount(copy.tokens.sentence[mask & (copy.tokens.sentence >= 0)], minlength=len(bounds))
        for mask in (words, had, quoted)
    )
    like = ((found > 0) & (found >= _SHARE * among)) | (said >= _RUN)
    number = texts.number_at(bounds, credit.span.start)
    at = len(bounds) if number is None else number
    inside = _next_to(at, like, len(bounds))
    shared = np.unique(copy.words.forms[(had | quoted) & np.isin(copy.tokens.sentence, inside)])
    return Span(copy.id, bounds[inside[0]][0], bounds[inside[-1]][1]) if len(shared) >= _LEAST else None


def _next_to(at: int, like: Bools, count: int) -> list[int]:
    """The sentence of a credit and those on either side that are like its source, but for one at a time."""
    found = [at] if at < count and like[at] else []
    for step in (-1, 1):
        last = at
        for k in range(at + step, at + step * (_REACH + 1), step):
            if 0 <= k < count and like[k] and abs(k - last) <= _GAP:
                found.append(k)
                last = k
    return sorted(found)


def _shared_quotations(copy: Witness, source: Witness) -> Bools:
    """The words of a version's quotations that stand in another one in runs of the same words."""
    forms, quoted = copy.words.forms, copy.tokens.quoted
    found: Bools = np.zeros(len(forms), np.bool_)
    theirs = {tuple(run) for run in _runs(source.words.forms)}
    for start, run in enumerate(_runs(forms)):
        if quoted[start : start + _RUN].all() and tuple(run) in theirs:
            found[start : start + _RUN] = True
    return found


def _runs(forms: Hashes) -> list[list[int]]:
    """All runs of words of one length."""
    listed = forms.tolist()
    return [listed[start : start + _RUN] for start in range(len(listed) - _RUN + 1)]


def telling(witness: Witness, credit: Credit) -> Bools:
    """Longer words, names and figures, those of the credit left out."""
    words, tokens = witness.words, witness.tokens
    outside = (words.ends <= credit.span.start) | (words.starts >= credit.span.end)
    long = words.ends - words.starts > _LETTERS
    found: Bools = (
        (long | tokens.name | (tokens.figure > 0)) & ~tokens.furniture & outside & (tokens.sentence >= 0)
    )
    return found
