"""Whether the tables of a trace fit each other: every span lies in its text, every id means something.

For traces that carry no seal of what was written (`files.is_sealed`): anyone may have changed their tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from retold.archive import files
from retold.errors import StoreError
from retold.messages import N_
from retold.model import Claim, Lineage, Party, Span, Statement

if TYPE_CHECKING:
    from retold.archive.contents import Contents


def check(trace: Contents, where: str) -> None:
    """Raise `StoreError` for the first thing that fits nothing; reads the whole trace."""
    fault = next(_faults(trace), None)
    if fault is not None:
        raise StoreError(f"{where}: {fault}", files.CHANGED)


def _faults(trace: Contents) -> Iterator[str]:
    """Everything that does not fit, in words."""
    lengths = {one.id: len(one.text) for one in trace.articles}
    if len(lengths) < len(trace.articles):
        yield N_("two articles have one id")
    for story in trace.stories:
        yield from (
            N_("story {id} names {article!r}, which is no article").format(id=story.id, article=i)
            for i in story.articles
            if i not in lengths
        )
    if len(trace.lineages) < len(trace.stories):
        yield N_("a story has no lineage")
    yield from chain.from_iterable(_lineage_faults(story, one) for story, one in trace.lineages.items())
    for kind, name, spans in _spans(trace):
        yield from (f"{kind} {name}: {fault}" for fault in _span_faults(spans, lengths))
    for pair in trace.alignments:
        ends = lengths.get(pair.a, -1), lengths.get(pair.b, -1)
        if any(not _fits(one.a_start, one.a_end, ends[0]) or not _fits(one.b_start, one.b_end, ends[1])
               for one in pair.blocks):  # fmt: skip
            yield N_("the alignment of {a} and {b} has words beyond a text").format(a=pair.a, b=pair.b)


def _lineage_faults(story: str, one: Lineage) -> Iterator[str]:
    known = {node.id for node in one.nodes}
    ends = chain.from_iterable((edge.source, edge.copy) for edge in one.derivations)
    strange = next((i for i in chain(ends, one.origins) if i not in known), None)
    if strange is not None:
        yield N_("the lineage of {story} names {strange!r}, which is none of its versions").format(
            story=story, strange=strange
        )
    elif _circular(one):
        yield N_("the lineage of {story} goes round in a circle").format(story=story)


def _circular(one: Lineage) -> bool:
    """Whether directed derivations lead back to where they began (Kahn's algorithm)."""
    copies: dict[str, list[str]] = {}
    waiting = dict.fromkeys((node.id for node in one.nodes), 0)
    for edge in one.derivations:
        if edge.directed:
            copies.setdefault(edge.source, []).append(edge.copy)
            waiting[edge.copy] += 1
    free = [name for name, count in waiting.items() if not count]
    for name in free:
        for copy in copies.get(name, ()):
            waiting[copy] -= 1
            free += [copy] if not waiting[copy] else []
    return len(free) < len(waiting)


def _spans(trace: Contents) -> Iterator[tuple[str, str, Iterable[Span]]]:
    """Every finding with the spans that it points to."""
    for change in trace.changes:
        yield "change", change.id, (*change.source_spans, *change.copy_spans)
    for said in trace.statements:
        yield "statement", said.id, (*_said(said), Span(said.article, 0, 0))
    for claim in trace.claims:
        yield "claim", claim.id, _carriers(claim)
    for span, reason in trace.furniture:
        yield "furniture", repr(reason), (span,)
    for pair in trace.alignments:
        yield "passages of", f"{pair.a} and {pair.b}", (s for p in pair.passages for s in (p.a, p.b))


def _said(one: Statement) -> Iterator[Span]:
    yield from one.content
    yield from (span for span in (one.cue, one.occasion) if span is not None)
    yield from _mentions((*one.speakers, *one.addressees))


def _mentions(parties: Sequence[Party]) -> Iterator[Span]:
    return (one.mention for one in parties if one.mention is not None)


def _carriers(one: Claim) -> Iterator[Span]:
    return chain(one.carriers, chain.from_iterable(variant.carriers for variant in one.variants))


def _span_faults(spans: Iterable[Span], lengths: dict[str, int]) -> Iterator[str]:
    for span in spans:
        length = lengths.get(span.article or "")
        if length is None:
            yield N_("it points into {article!r}, which is no article").format(article=span.article)
        elif not _fits(span.start, span.end, length):
            yield N_("it points to {start} to {end} of a text of {length} characters").format(
                start=span.start, end=span.end, length=length
            )


def _fits(start: int, end: int, length: int) -> bool:
    return 0 <= start <= end <= length
