"""Spans carried from version to version through the alignments that a trace keeps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from retold.model import Span
from retold.views.index import Index

_HUBS = 2  # versions of a story to which spans are carried to see whether they meet
_TRIES = 4  # versions from which a span is carried to another one
_KEPT = 0.6  # share of a span that the other version must have
_WIDER = 1.6  # times its length that a span may be elsewhere; more was cut together from several places


def hubs(found: Index, stories: Iterable[str]) -> tuple[str, ...]:
    """The versions of these stories that most others are aligned with."""
    wanted = set(stories)
    counts = Counter(
        name
        for pair, one in found.alignments.items()
        if one.story in wanted or not one.story
        for name in pair
    )
    return tuple(sorted(counts, key=lambda name: (-counts[name], name))[:_HUBS])


def to_hubs(found: Index, span: Span, there: Iterable[str]) -> Iterator[Span]:
    """The span itself, and where each hub has it."""
    yield span
    for hub in there:
        other = None if hub == span.article else carried(found, span, hub)
        if other is not None:
            yield other


def carried(found: Index, span: Span, version: str) -> Span | None:
    """Where another version has the words of a span, None where it has less than most of them."""
    pair = found.alignment(str(span.article), version)
    pieces = [] if pair is None or not len(span) else list(pair.carried(span))
    if not pieces or sum(len(here) for here, _ in pieces) < _KEPT * len(span):
        return None
    start, end = min(there.start for _, there in pieces), max(there.end for _, there in pieces)
    return Span(version, start, end) if end - start <= _WIDER * len(span) + 20 else None


def carried_from(found: Index, known: Mapping[str, Span | None], version: str) -> Span | None:
    """Where a version has what others have at a locus, by the first few that are aligned with it."""
    near = [name for name in found.aligned.get(version, ()) if known.get(name) is not None]
    for name in near[:_TRIES]:
        span = known[name]
        there = None if span is None else carried(found, span, version)
        if there is not None:
            return there
    return None
