"""What an article took from another one: how much of its text, and which paragraphs of the other it kept."""

from __future__ import annotations

from dataclasses import dataclass

from retold.messages import N_
from retold.model import Span
from retold.views import safe, side_by_side
from retold.views.index import Index

_KEPT = 0.5  # share of a paragraph's characters that is enough to call it kept
_NEAR, _PARTIAL = 0.9, 0.1  # shares of an article from which on it is a near copy, or took a part


@dataclass(frozen=True, slots=True)
class Kept:
    """An article beside its nearest text in the pile.

    `share` is the part of the article's characters that stand word for word in `source` (an id, None
    where nothing is aligned with it); `kept` and `cut` count paragraphs of the source.
    """

    source: str | None
    share: float
    kept: int
    cut: int
    words: str  # identical, near, partial, own


_NOTHING = Kept(None, 0.0, 0, 0, "own")


def nearest(found: Index, article: str, parent: str | None) -> Kept:
    """What an article took from its source; where that is not in the pile, from the text most like it."""
    if parent in found.articles and found.alignment(article, str(parent)) is not None:
        return between(found, str(parent), article)
    every = [between(found, other, article) for other in found.aligned.get(article, ())]
    return max(every, key=lambda one: one.share, default=_NOTHING)


def between(found: Index, source: str, copy: str) -> Kept:
    """What `copy` shares with `source`."""
    pair = found.alignment(source, copy)
    if pair is None or source not in found.articles or copy not in found.articles:
        return _NOTHING
    ours, theirs = found.articles[copy].text, found.articles[source].text
    if safe.folded(ours) == safe.folded(theirs):
        return Kept(source, 1.0, len(side_by_side.paragraphs(theirs)), 0, N_("identical"))
    first = pair.a == copy
    equal = [b for b in pair.blocks if b.kind == "equal"]
    taken = sum((b.a_end - b.a_start) if first else (b.b_end - b.b_start) for b in equal)
    share = min(1.0, taken / max(1, _letters(ours)))
    kept = [
        _carried(found, Span(source, low, high), copy) >= _KEPT
        for low, high in side_by_side.paragraphs(theirs)
    ]
    return Kept(source, share, sum(kept), len(kept) - sum(kept), _words(share))


def _letters(text: str) -> int:
    """The characters that words can cover: all but runs of space between paragraphs."""
    return len(" ".join(text.split()))


def _carried(found: Index, span: Span, there: str) -> float:
    pair = found.alignment(str(span.article), there)
    pieces = [] if pair is None or not len(span) else [here for here, _ in pair.carried(span)]
    return sum(map(len, pieces)) / max(1, len(span))


def _words(share: float) -> str:
    return N_("near") if share >= _NEAR else N_("partial") if share >= _PARTIAL else N_("own")
