"""Credits in passing: what a version says that another outlet reported, beside a report from elsewhere.

A dateline, a byline or a footer says whose the whole report is. "According to the Harbour Post" in a sentence
says whose that sentence is. It calls for no source of the family that nobody holds where the Post's report
is in the story, or where an agency has the rest of the version and nobody else has the sentence: then it is a
second source at most, which `cited` looks for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from retold import parameters
from retold.model import Credit
from retold.moments import moment
from retold.steps.lineage.evidence import Clues
from retold.steps.lineage.houses import Houses
from retold.steps.lineage.texts import SHARED, TOUCHED, Holdings, number_at
from retold.tables import Witness

_P = parameters.of("lineage", "passing")
_WORDS = _P.integer("words")
_DASHED = re.compile(r"\s{0,9}[)\]]?\s{0,9}(?:[-–—:]|--)\s")
_ENDED = re.compile(r"[.!?…][”’\"'»)\]]*\s*\Z")


def without(clues: Clues, witnesses: Sequence[Witness], holdings: Holdings, at_hand: Houses) -> Clues:
    """The clues without the credits in passing for outlets of which the family has no version."""
    kept = tuple(
        {
            key: credit
            for key, credit in credits.items()
            if key in clues.outlets
            or not is_in_passing(witnesses[v], credit)
            or not (_is_at_hand(key, witnesses[v], at_hand) or _is_put_in(v, key, clues, witnesses, holdings))
        }
        for v, credits in enumerate(clues.credited)
    )
    return replace(clues, credited=kept)


def is_in_passing(witness: Witness, credit: Credit) -> bool:
    """Whether a credit stands in a sentence that tells something, and not in a line that signs a report."""
    text, span = witness.text, credit.span
    if not len(span):
        return False
    low, high = _around(witness.paragraphs.tolist(), span.start)
    start, end = _around(witness.sentences.tolist(), span.start)
    dated = _DASHED.match(text, span.end) is not None and "." not in text[low : span.start].rstrip("(")
    if dated or _ENDED.search(text[low:high]) is None or text[span.start - 1 : span.start] in ("(", "["):
        return False
    kind = witness.language.notices.kind
    if "source" in (kind(text[low:high]), kind(text[start:end])):
        return False
    beside = text[start : span.start].split() + text[span.end : max(end, span.end)].split()
    return sum(word[0].isalnum() or len(word) > 1 for word in beside) >= _WORDS


def _around(bounds: Sequence[Sequence[int]], place: int) -> tuple[int, int]:
    """The paragraph or sentence in which a character stands."""
    number = number_at(bounds, place)
    return (place, place) if number is None else (bounds[number][0], bounds[number][1])


def _is_at_hand(key: str, copy: Witness, at_hand: Houses) -> bool:
    """Whether the story has a report of the outlet that was not published later."""
    own = moment(copy.article.published)
    for one in at_hand.versions.get(key, ()):
        published = moment(one.article.published)
        if own is None or published is None or not own.before(published):
            return True
    return False


def _is_put_in(v: int, key: str, clues: Clues, witnesses: Sequence[Witness], holdings: Holdings) -> bool:
    """Whether nobody else has the sentence, and an agency that was not later has most of the version."""
    bounds, held = witnesses[v].sentences.tolist(), holdings.held[v]
    at = number_at(bounds, clues.credited[v][key].span.start)
    if at is None or not len(held) or float(held[np.arange(len(held)) != v, at].max(initial=0.0)) > TOUCHED:
        return False
    weights = holdings.weights[v]
    shares = held @ weights / max(float(weights.sum()), 1e-9)
    return any(
        u != v and clues.wired[u] and key not in credits and shares[u] >= SHARED
        and clues.time[u, v] >= 0
        for u, credits in enumerate(clues.credited)
    )  # fmt: skip
