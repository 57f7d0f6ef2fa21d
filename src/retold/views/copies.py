"""One row an article: its nearest text, what it has of it, and whether to keep it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import TYPE_CHECKING, Literal

from retold import parameters
from retold.errors import InputError
from retold.messages import N_
from retold.model import AlignedPair, Article, Span
from retold.moments import day_number

if TYPE_CHECKING:
    from retold.archive.store import Trace

Label = Literal["identical", "near", "partial", "own"]
NEAR = 0.9  # of both articles, for one to be the other with slight changes; what a person may set
_P = parameters.of("queries", "copies")
_KEPT, _PARTIAL = _P.number("kept"), _P.number("partial")
_NEVER = float("inf")


@dataclass(frozen=True, slots=True)
class CopyRow:
    """One article and the text that it is nearest to.

    `nearest` is an earlier article where there is one that shares as much; it is no claim that the text
    came from there. `share` is the share of this article's letters that the nearest one has, word by word;
    `share_of_nearest` is the same the other way. Paragraphs are those of the nearest one. `substance`
    counts changes of substance between the two. `keep` says whether a corpus of one text each keeps the
    article; `kept_instead` names the one that it keeps in its place.
    """

    article: str
    outlet: str | None
    published: str | None
    label: Label
    nearest: str | None = None
    nearest_outlet: str | None = None
    share: float = 0.0
    share_of_nearest: float = 0.0
    paragraphs_kept: int = 0
    paragraphs_cut: int = 0
    substance: int = 0
    keep: bool = True
    kept_instead: str | None = None


@dataclass(frozen=True, slots=True)
class _Tie:
    """What one article shares with another."""

    other: str
    share: float
    back: float
    pair: AlignedPair | None

    @property
    def both(self) -> float:
        """How alike they are: the smaller share."""
        return min(self.share, self.back)


def rows(trace: Trace, near: float = NEAR, contained: bool = False) -> list[CopyRow]:
    """A row for each article, in the order of the trace.

    An article is kept unless one that is kept already, published before it, is `near` it: each has that
    share of the other. With `contained` it is enough that the kept one has that share of the article.
    Raises `InputError` for a share that is none.
    """
    if not 0 < near <= 1:
        raise InputError(N_("{near} is no share").format(near=near), N_("give a number above 0 and up to 1"))
    articles = {one.id: one for one in trace.articles}
    ties = _ties(trace, articles)
    order = sorted(articles, key=lambda name: (_day(articles[name]), name))
    place = {name: n for n, name in enumerate(order)}
    instead = _instead(order, ties, near, contained)
    substance = Counter(frozenset((c.source, c.copy)) for c in trace.changes if c.weight == "substance")
    made = (_row(articles[name], ties[name], articles, place, near) for name in articles)
    return [
        replace(
            row,
            substance=substance[frozenset((row.article, str(row.nearest)))],
            keep=row.article not in instead,
            kept_instead=instead.get(row.article),
        )
        for row in made
    ]


def _day(one: Article) -> float:
    day = day_number(one.published)
    return _NEVER if day is None else day


def _row(
    one: Article, ties: Iterable[_Tie], articles: Mapping[str, Article], place: Mapping[str, int], near: float
) -> CopyRow:
    best = max(
        ties, key=lambda t: (t.share, place[t.other] < place[one.id], t.back, -place[t.other]), default=None
    )
    stamp = (
        one.published
        if one.published is None or isinstance(one.published, str)
        else one.published.isoformat()
    )
    row = CopyRow(one.id, one.outlet, stamp, "own")
    if best is None:
        return row
    other = articles[best.other]
    kept, cut = _paragraphs(other, best)
    return replace(
        row,
        label=_label(best, near),
        nearest=best.other,
        nearest_outlet=other.outlet,
        share=best.share,
        share_of_nearest=best.back,
        paragraphs_kept=kept,
        paragraphs_cut=cut,
    )


def _label(tie: _Tie, near: float) -> Label:
    if tie.both >= 1:
        return "identical"
    if tie.both >= near:
        return "near"
    return "partial" if tie.share >= _PARTIAL else "own"


# ---- what is shared ----


def _ties(trace: Trace, articles: Mapping[str, Article]) -> defaultdict[str, list[_Tie]]:
    """What every article shares with others: from the alignments, and where the texts are one."""
    hidden: defaultdict[str, list[Span]] = defaultdict(list)
    for span, _ in trace.furniture:
        hidden[str(span.article)].append(span)
    letters = {name: _letters(one, hidden[name]) for name, one in articles.items()}
    found: defaultdict[str, list[_Tie]] = defaultdict(list)
    for pair in trace.alignments:
        if pair.a in articles and pair.b in articles:
            a, b = _shares(pair, articles, letters)
            found[pair.a].append(_Tie(pair.b, a, b, pair))
            found[pair.b].append(_Tie(pair.a, b, a, pair))
    for name, first in _same_text(articles, hidden):
        found[name].append(_Tie(first, 1.0, 1.0, None))
        found[first].append(_Tie(name, 1.0, 1.0, None))
    return found


def _letters(one: Article, hidden: Sequence[Span]) -> int:
    """Letters and figures of an article, those of furniture left out."""
    return _dense(one.text) - sum(_dense(span.of(one.text)) for span in hidden)


def _dense(text: str) -> int:
    return sum(map(str.isalnum, text))


def _shares(
    pair: AlignedPair, articles: Mapping[str, Article], letters: Mapping[str, int]
) -> tuple[float, float]:
    """The share of each article's letters that stands in equal words."""
    a, b = articles[pair.a].text, articles[pair.b].text
    equal = [one for one in pair.blocks if one.kind == "equal"]
    in_a = sum(_dense(a[one.a_start : one.a_end]) for one in equal)
    in_b = sum(_dense(b[one.b_start : one.b_end]) for one in equal)
    return min(1.0, in_a / max(1, letters[pair.a])), min(1.0, in_b / max(1, letters[pair.b]))


def _same_text(
    articles: Mapping[str, Article], hidden: Mapping[str, list[Span]]
) -> Iterator[tuple[str, str]]:
    """Articles of one text, whatever their spacing, each with the first that has it."""
    first: dict[bytes, str] = {}
    for name, one in articles.items():
        shown, last = [], 0
        for span in sorted(hidden.get(name, ()), key=lambda s: s.start):
            shown.append(one.text[last : span.start])
            last = max(last, span.end)
        words = " ".join("".join([*shown, one.text[last:]]).split())
        key = blake2b(words.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        if first.setdefault(key, name) != name:
            yield name, first[key]


def _paragraphs(source: Article, tie: _Tie) -> tuple[int, int]:
    """How many paragraphs of the nearest text the article has, and how many it lacks."""
    places = list(_places(source.text))
    if tie.pair is None:
        return len(places), 0
    turned = tie.pair.a != source.id
    blocks = [one.turned() if turned else one for one in tie.pair.blocks if one.kind == "equal"]
    kept = 0
    for low, high in places:
        inside = ((max(low, one.a_start), min(high, one.a_end)) for one in blocks)
        held = sum(_dense(source.text[start:end]) for start, end in inside if start < end)
        kept += held >= _KEPT * max(1, _dense(source.text[low:high]))
    return kept, len(places) - kept


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Where paragraphs begin and end: blank lines part them, or line breaks where there is no blank line."""
    joint = "\n\n" if "\n\n" in text.strip() else "\n"
    start = 0
    for piece in text.split(joint):
        if piece.strip():
            yield start, start + len(piece)
        start += len(piece) + len(joint)


# ---- one text each ----


def _instead(
    order: Sequence[str], ties: Mapping[str, Sequence[_Tie]], near: float, contained: bool
) -> dict[str, str]:
    """For each article that a corpus of one text each leaves out, the one it keeps in its place.

    The articles are gone through from the earliest on, so that each is near one that is kept, and no chain of
    slight changes leads from one report to another.
    """
    found: dict[str, str] = {}
    kept: set[str] = set()
    for name in order:
        near_ones = (
            (t.share if contained else t.both, t.other) for t in ties.get(name, ()) if t.other in kept
        )
        best = max(near_ones, default=(0.0, ""))
        if best[0] >= near:
            found[name] = best[1]
        else:
            kept.add(name)
    return found
