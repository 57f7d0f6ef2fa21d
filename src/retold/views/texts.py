"""One text with a classical apparatus: the version most others agree with, and at each locus who differs.

What the shown text lacks is given below it, a paragraph of the version that has it, so that every finding
leads to characters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from retold.model import Article, Span, Story
from retold.views import safe, side_by_side
from retold.views.findings import Finding
from retold.views.index import Index


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text whose marks are the same throughout."""

    text: str
    weight: str  # of the gravest finding over it, '' for none
    begins: tuple[tuple[str, str], ...]  # of findings that begin here: the id of the mark, and "120-126"
    goes_on: tuple[str, ...]  # the ids of those that began before
    speaker: bool
    furniture: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph with the findings that are in it."""

    article: str  # id of the version it stands in
    label: str
    pieces: tuple[Piece, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """The base text, and paragraphs of other versions for what it lacks."""

    label: str
    title: str
    passages: tuple[Passage, ...]
    elsewhere: tuple[Passage, ...]
    shortened: bool


def base(found: Index, story: Story, findings: Sequence[Finding]) -> Article | None:
    """The version that has the reading of most at the most loci; of several the earliest."""
    votes: Counter[str] = Counter()
    for one in findings:
        votes.update(v for v in one.locus.readings[0].carriers if v in found.articles)
    here = [found.articles[i] for i in story.articles if i in found.articles]
    shared = {name for pair in found.alignments for name in pair}
    return min(
        (a for a in here if a.id in shared or len(here) == 1),
        key=lambda a: (-votes[a.id], a.id not in found.moments, found.moments.get(a.id), a.id),
        default=here[0] if here else None,
    )


def of_story(
    found: Index,
    story: Story,
    findings: Sequence[Finding],
    needed: Sequence[Finding],
    furniture: Iterable[Span] = (),
) -> Text | None:
    """The base text of a story with its apparatus; None for a story whose articles are not held.

    Those `needed` of the findings are given from other versions where the base text lacks them.
    """
    article = base(found, story, findings)
    if article is None:
        return None
    hidden = [span for span in furniture if span.article == article.id]
    spans = [(span, one) for one in findings if (span := _in(one, article.id)) is not None]
    passages = tuple(
        _passage(found, article, low, high, spans, hidden)
        for low, high in side_by_side.paragraphs(article.text)
    )
    shown = {one.anchor for passage in passages for one in passage.findings}
    rest = [one for one in needed if one.anchor not in shown and one.at is not None]
    return Text(
        label=found.label(article.id),
        title=safe.short(article.title or "", 200),
        passages=passages,
        elsewhere=tuple(_elsewhere(found, rest)),
        shortened=side_by_side.shortened(article.text),
    )


def _in(one: Finding, article: str) -> Span | None:
    """Where an article has the words of a finding."""
    spans = (span for reading in one.locus.readings for span in reading.spans)
    return next((span for span in spans if span.article == article and len(span)), None)


def _elsewhere(found: Index, findings: Sequence[Finding]) -> Iterable[Passage]:
    """The paragraphs in which other versions have what the base text lacks, each once."""
    gathered: dict[tuple[str, int, int], list[tuple[Span, Finding]]] = {}
    for one in findings:
        article = found.articles.get(str(one.at.article)) if one.at is not None else None
        if article is None or one.at is None:
            continue
        low, high = _paragraph(article.text, one.at)
        gathered.setdefault((article.id, low, high), []).append((one.at, one))
    for (name, low, high), spans in gathered.items():
        yield _passage(found, found.articles[name], low, high, spans, ())


def _paragraph(text: str, span: Span) -> tuple[int, int]:
    """The paragraphs that a span lies in, as one range of characters."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", max(span.start, span.end - 1))
    return start, len(text) if end < 0 else max(end, span.end)


def _passage(
    found: Index, article: Article, low: int, high: int, spans: Sequence[tuple[Span, Finding]],
    furniture: Iterable[Span],
) -> Passage:  # fmt: skip
    here = sorted(
        ((s, f) for s, f in spans if low <= s.start < high), key=lambda one: (one[0].start, -len(one[0]))
    )
    hidden = [span for span in furniture if span.start < high and low < span.end]
    return Passage(
        article=article.id,
        label=found.label(article.id),
        pieces=tuple(_pieces(article.text, (low, high), here, hidden)),
        findings=tuple(dict.fromkeys(one for _, one in here)),
    )


def _pieces(
    text: str, bounds: tuple[int, int], spans: Sequence[tuple[Span, Finding]], furniture: Sequence[Span]
) -> Iterable[Piece]:
    """The characters of a paragraph cut wherever a mark begins or ends."""
    low, high = bounds
    edges = [(span.start, min(span.end, high)) for span, _ in spans]
    edges += [(max(low, span.start), min(high, span.end)) for span in furniture]
    cuts = sorted({low, high, *(place for edge in edges for place in edge)})
    for start, end in pairwise(cuts):
        over = [(span, one) for span, one in spans if span.start <= start < span.end]
        plain = any(span.start <= start < span.end for span in furniture)
        yield _piece(safe.lines(text[start:end]), start, over, plain)


_RANK: Mapping[str, int] = {"substance": 0, "wording": 1, "style": 2}


def _piece(words: str, start: int, over: Sequence[tuple[Span, Finding]], furniture: bool) -> Piece:
    """A stretch that looks like the gravest finding over it."""
    ranked = sorted(over, key=lambda pair: (_RANK[pair[1].locus.weight], len(pair[0])))
    return Piece(
        text=words,
        weight=ranked[0][1].locus.weight if ranked else "",
        begins=tuple((mark(one), f"{s.start}-{s.end}") for s, one in ranked if s.start == start),
        goes_on=tuple(mark(one) for s, one in ranked if s.start != start),
        speaker=bool(ranked) and ranked[0][1].is_speaker,
        furniture=furniture,
    )


def mark(one: Finding) -> str:
    """The id of the characters of a finding in the texts; the finding's own with another first letter."""
    return f"t{one.anchor[1:]}"
