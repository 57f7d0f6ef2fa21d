"""Two versions next to each other, paragraph by paragraph, with what differs marked in place.

The marks come from the changes' spans, the colours of quotations from the
statements. Which sentence stands beside which is read from the alignment that
the trace keeps. A new row begins where either version begins a
paragraph, so that a version set as one block reads beside one that is not.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from retold.model import AlignedPair, Article, Change, Span, Statement
from retold.views import people, safe, wording
from retold.views.index import Index

LONGEST = 40_000  # characters of a version that are laid out; a page must stay readable
_MOST_CELLS = 60_000  # pairs of sentences, or of paragraphs, looked at; beyond, the columns just run down
_ALIKE = 0.34  # share of its characters that the shorter of two sentences must have in the other
_BREAK = re.compile(r"\n[ \t\r]*\n[ \t\r\n]*|\n")
_STOP = re.compile(r"""[.!?]["”’')\]]{0,3}(\s+)(?=["“‘(\[]{0,2}\w)""")
_RANK = {"substance": 0, "wording": 1, "style": 2}


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text whose marks are the same throughout."""

    text: str
    weight: str = ""  # of the change that marks it: substance, wording, style, or '' for none
    side: str = ""  # what the mark says: only (this version alone), other (a different reading), moved
    number: int = 0  # of the change in the list below the texts, 0 for none
    tip: str = ""
    voice: int = 0  # number of the speaker whose words these are, 0 for nobody's
    speaker: str = ""  # the speaker's name, on the last segment of a quotation
    furniture: bool = False
    begins: tuple[int, ...] = ()  # numbers of the changes whose characters begin here


Paragraph = tuple[Segment, ...]
Places = tuple[int | None, int | None]  # of a unit of text in each version
Marked = tuple[Span, Change, int]  # the number is that in the list of changes


@dataclass(frozen=True, slots=True)
class Beside:
    """One row: the same paragraph in both versions, or one that only one has (None)."""

    source: Paragraph | None
    copy: Paragraph | None

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the changes that begin in this row, in their order."""
        return tuple(
            sorted({n for side in (self.source, self.copy) for piece in side or () for n in piece.begins})
        )


@dataclass(frozen=True, slots=True)
class Marks:
    """Everything that colours one article's text; spans are characters of it."""

    changes: tuple[Marked, ...] = ()
    voices: tuple[tuple[Span, int, str], ...] = ()  # who speaks: number and name
    furniture: tuple[Span, ...] = ()


def rows(
    a: Article, b: Article, marks: Mapping[str, Marks], alignment: AlignedPair | None = None
) -> list[Beside]:
    """Both texts in rows; `marks` by article id. Without an alignment the columns just run down."""
    ours, theirs = sentences(a.text), sentences(b.text)
    if len(ours) * len(theirs) > _MOST_CELLS:
        ours, theirs = paragraphs(a.text), paragraphs(b.text)
    pairs = _paired(ours, theirs, _shares(alignment, a.id, ours, theirs))
    found = []
    for row in _rows(pairs, _openings(a.text, ours), _openings(b.text, theirs)):
        left = _cell(a, [ours[i] for i, _ in row if i is not None], marks)
        right = _cell(b, [theirs[j] for _, j in row if j is not None], marks)
        found.append(Beside(left, right))
    return found


def _cell(article: Article, units: Sequence[tuple[int, int]], marks: Mapping[str, Marks]) -> Paragraph | None:
    """The text of one side of a row: the units follow each other in the article."""
    if not units:
        return None
    return segments(article.text, units[0][0], units[-1][1], marks.get(article.id, Marks()))


def _openings(text: str, units: Sequence[tuple[int, int]]) -> set[int]:
    """The numbers of the units that begin a paragraph."""
    starts = {low for low, _ in paragraphs(text)}
    return {number for number, (low, _) in enumerate(units) if low in starts}


def _rows(pairs: Sequence[Places], ours: Set[int], theirs: Set[int]) -> list[list[Places]]:
    """Pairs of units gathered into rows; a row ends where a side that it has goes on to a new paragraph."""
    found: list[list[Places]] = []
    for i, j in pairs:
        row = found[-1] if found else []
        begins = (i in ours and any(n is not None for n, _ in row)) or (
            j in theirs and any(n is not None for _, n in row)
        )
        parted = (
            len({(n is None, m is None) for n, m in row}) == 1
            and _alone((i, j))
            and (i in ours or j in theirs)
        )
        if not row or begins or parted:
            found.append([(i, j)])
        else:
            row.append((i, j))
    return found


def _alone(pair: Places) -> bool:
    return pair[0] is None or pair[1] is None


def sentences(text: str) -> list[tuple[int, int]]:
    """Character ranges of the sentences, roughly: a stop, a space and then what may begin one."""
    found = []
    for low, high in paragraphs(text):
        start = low
        for stop in _STOP.finditer(text, low, high):
            found.append((start, stop.start(1)))
            start = stop.end(1)
        found.append((start, high))
    return [(low, high) for low, high in found if text[low:high].strip()]


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Character ranges of the paragraphs, up to `LONGEST` characters in, without space around them."""
    found = []
    start = 0
    limit = min(len(text), LONGEST)
    for gap in _BREAK.finditer(text, 0, limit):
        found.append((start, gap.start()))
        start = gap.end()
    found.append((start, limit))
    return [_trimmed(text, low, high) for low, high in found if text[low:high].strip()]


def _trimmed(text: str, low: int, high: int) -> tuple[int, int]:
    piece = text[low:high]
    return low + len(piece) - len(piece.lstrip()), high - (len(piece) - len(piece.rstrip()))


# ---- marks ----


def marks(
    article: Article, changes: Sequence[tuple[Change, int]], voices: Mapping[str, int], found: Index,
    furniture: Iterable[Span] = (),
) -> Marks:  # fmt: skip
    """The marks of one article: the numbered changes that touch it, its quotations, its furniture."""
    spans = [
        (span, change, number)
        for change, number in changes
        for span in (*change.source_spans, *change.copy_spans)
        if span.article == article.id
    ]
    said = [
        (span, voices.get(name, 0), name)
        for one in found.spoken.get(article.id, ())
        for name in [speaker(one, found)]
        if name and one.kind in ("direct", "mixed")
        for span in one.content
    ]
    here = tuple(s for s in furniture if s.article == article.id)
    return Marks(tuple(spans), tuple(said), here)


def speaker(one: Statement, found: Index) -> str:
    """The name a statement goes under, the same for one person in all versions; '' where we are unsure."""
    return people.under(one.speaker_name, found.people)


def segments(text: str, low: int, high: int, marked: Marks) -> Paragraph:
    """The characters `low` to `high` cut wherever a mark begins or ends."""
    changes = sorted((m for m in marked.changes if _over(m[0], low, high)), key=lambda m: m[0].start)
    voices = [v for v in marked.voices if _over(v[0], low, high)]
    furniture = [f for f in marked.furniture if _over(f, low, high)]
    spans = (*(m[0] for m in changes), *(v[0] for v in voices), *furniture)
    cuts = sorted({low, high, *(max(low, s.start) for s in spans), *(min(high, s.end) for s in spans)})
    shown = safe.lines(text[low:high])
    found = []
    active: list[Marked] = []
    for start, end in pairwise(cuts):
        while changes and changes[0][0].start <= start:
            active.append(changes.pop(0))
        active = [m for m in active if m[0].end > start]
        piece = _voiced(Segment(shown[start - low : end - low]), start, end, voices)
        plain = any(_over(f, start, end) for f in furniture)
        begins = tuple(n for span, _, n in active if n and max(low, span.start) == start)
        found.append(_marked(replace(piece, furniture=plain, begins=begins), end, active))
    return tuple(found)


def _over(span: Span, low: int, high: int) -> bool:
    return span.start < high and low < span.end


def _voiced(piece: Segment, start: int, end: int, voices: Sequence[tuple[Span, int, str]]) -> Segment:
    """The segment with the number of whoever speaks; the name where the quotation ends."""
    for span, number, name in voices:
        if _over(span, start, end):
            return replace(piece, voice=number, speaker=name if span.end == end else "")
    return piece


def _marked(piece: Segment, end: int, over: Sequence[Marked]) -> Segment:
    """The segment with the gravest of the changes that lie over it."""
    if not over:
        return piece
    span, change, number = min(over, key=lambda m: (_RANK[m[1].weight], len(m[0])))
    last = number if span.end == end else 0
    return replace(piece, weight=change.weight, side=_side(change), number=last, tip=wording.label(change))


def _side(change: Change) -> str:
    if change.kind == "moved":
        return "moved"
    if change.kind == "attribution":
        return "speaker"
    return "only" if not change.before or not change.after else "other"


# ---- what stands beside what ----

Units = Sequence[tuple[int, int]]  # sentences or paragraphs, by their characters
Shares = Mapping[tuple[int, int], int]  # characters that two units have in common


def _shares(alignment: AlignedPair | None, first: str, ours: Units, theirs: Units) -> Shares:
    """How many characters each two units have of each other, for those that may stand side by side."""
    if alignment is None:
        return {}
    common: dict[tuple[int, int], int] = defaultdict(int)
    for i, unit in enumerate(ours):
        for _, there in alignment.carried(Span(first, *unit)):
            for j in _under(theirs, there.start, there.end):
                common[i, j] += min(theirs[j][1], there.end) - max(theirs[j][0], there.start)
    return {(i, j): size for (i, j), size in common.items() if size >= _ALIKE * _shorter(ours[i], theirs[j])}


def _under(units: Units, low: int, high: int) -> range:
    """The numbers of the units that share a character with these."""
    return range(bisect_right(units, low, key=lambda u: u[1]), bisect_left(units, high, key=lambda u: u[0]))


def _shorter(one: tuple[int, int], other: tuple[int, int]) -> int:
    return min(one[1] - one[0], other[1] - other[0])


def _paired(ours: Units, theirs: Units, shares: Shares) -> list[Places]:
    """Units of text in pairs that keep both orders and share as many characters as can be."""
    if not shares:
        return _loose(len(ours), len(theirs))
    pairs: list[Places] = []
    i = j = 0
    for k, m in [*_chain(shares), (len(ours), len(theirs))]:
        pairs += [(n, None) for n in range(i, k)] + [(None, n) for n in range(j, m)]
        if k < len(ours):
            pairs.append((k, m))
        i, j = k + 1, m + 1
    return pairs


def _loose(ours: int, theirs: int) -> list[Places]:
    longest = max(ours, theirs)
    return [(n if n < ours else None, n if n < theirs else None) for n in range(longest)]


def _chain(shares: Shares) -> list[tuple[int, int]]:
    """The heaviest chain of pairs of units that rises in both texts."""
    ordered = sorted(shares)
    best: list[tuple[int, int]] = []  # weight of the chain that ends with a pair, and the pair before it
    for n, (i, j) in enumerate(ordered):
        before = max(
            ((best[k][0], k) for k in range(n) if ordered[k][0] < i and ordered[k][1] < j), default=(0, -1)
        )
        best.append((before[0] + shares[i, j], before[1]))
    chain, at = [], max(range(len(best)), key=lambda n: best[n][0])
    while at >= 0:
        chain.append(ordered[at])
        at = best[at][1]
    return chain[::-1]


def shortened(text: str) -> bool:
    """Whether `rows` shows less than the whole text."""
    return len(text) > LONGEST
