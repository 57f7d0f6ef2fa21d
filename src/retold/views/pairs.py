"""The pairs of versions that are shown side by side on a story's page.

The most telling come first. A page must stay readable and small enough to
open, so only so many pairs, and so much text in all, are shown; what is left
out is counted, and its changes are still in the lists.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from retold.model import Change, Span, Story
from retold.views import index, safe, side_by_side, summary
from retold.views.index import Index

MOST = 6  # pairs of one story that are shown
_TEXT = 2_000_000  # characters of text on one page
_TITLE = 300  # cells of a headline
_VOICES = 6  # speakers with a colour of their own


@dataclass(slots=True)
class Purse:
    """Characters of text that a page may still lay out."""

    left: int = _TEXT

    def pay(self, price: int) -> bool:
        """Take the price if it is there."""
        if price > self.left:
            return False
        self.left -= price
        return True


@dataclass(frozen=True, slots=True)
class Numbered:
    """A difference and its number in the margin of the texts, 0 for style."""

    number: int
    difference: summary.Difference


@dataclass(frozen=True, slots=True)
class Pair:
    """Two versions side by side."""

    anchor: str
    ids: tuple[str, str]  # of the two articles
    source: str  # labels
    copy: str
    titles: tuple[str, str]
    source_published: str
    copy_published: str
    directed: bool
    rows: tuple[side_by_side.Beside, ...]
    differences: tuple[Numbered, ...]  # of substance and wording
    style: tuple[summary.Difference, ...]
    voices: tuple[tuple[int, str], ...]  # number and name
    substance: int
    shortened: bool

    def mark_of(self, change: str) -> str:
        """The id of the characters of a change in this pair, '' where they are not laid out."""
        if any(c.id == change for one in self.of_headline for c in one.difference.same):
            return f"{self.anchor}-h"
        number = next(
            (n.number for n in self.differences if any(c.id == change for c in n.difference.same)), 0
        )
        for side in ("b", "a"):
            for row in self.rows:
                here = row.copy if side == "b" else row.source
                if number and any(number in piece.begins for piece in here or ()):
                    return f"{self.anchor}-{side}{number}"
        return ""

    def in_row(self, row: side_by_side.Beside) -> list[Numbered]:
        """The differences that begin in a row."""
        return [self.differences[n - 1] for n in row.numbers]

    @property
    def of_headline(self) -> list[Numbered]:
        """The differences of the headlines, which stand above the texts."""
        return [one for one in self.differences if one.difference.change.in_headline]

    @property
    def unplaced(self) -> list[Numbered]:
        """The differences that begin in no row: of them nothing stands in what is laid out."""
        placed = {n for row in self.rows for n in row.numbers} | {one.number for one in self.of_headline}
        return [one for one in self.differences if one.number not in placed]


@dataclass(frozen=True, slots=True)
class Pairs:
    """The pairs that are shown, and how many more there are."""

    shown: tuple[Pair, ...]
    more: int


def of_story(found: Index, story: Story, anchor: str, furniture: Sequence[Span], purse: Purse) -> Pairs:
    """The most telling pairs of a story."""
    ranked = _ranked(found, story)
    shown: list[Pair] = []
    for source, copy, changes in ranked:
        if len(shown) == MOST or not purse.pay(_price(found, source) + _price(found, copy)):
            break
        shown.append(pair(found, source, copy, changes, f"{anchor}-p{len(shown) + 1}", furniture))
    return Pairs(tuple(shown), len(ranked) - len(shown))


def pair(
    found: Index, source: str, copy: str, changes: Iterable[Change], anchor: str, furniture: Sequence[Span]
) -> Pair:
    """Two articles side by side with the changes between them."""
    differences = summary.consequences(changes, found)
    numbered = tuple(Numbered(n, d) for n, d in enumerate((*differences.substance, *differences.wording), 1))
    marked = [(c, n.number) for n in numbered for c in n.difference.same]
    marked += [(c, 0) for d in differences.style for c in d.same]
    voices = _voices(found, (source, copy))
    a, b = found.articles[source], found.articles[copy]
    marks = {article.id: side_by_side.marks(article, marked, voices, found, furniture) for article in (a, b)}
    return Pair(
        anchor=anchor,
        ids=(source, copy),
        source=found.label(source),
        copy=found.label(copy),
        titles=(safe.short(a.title or "", _TITLE), safe.short(b.title or "", _TITLE)),
        source_published=index.stamp(found.moments.get(source)),
        copy_published=index.stamp(found.moments.get(copy)),
        directed=any(c.directed and c.source == source for c, _ in marked),
        rows=tuple(_begun_once(side_by_side.rows(a, b, marks, found.alignment(source, copy)))),
        differences=numbered,
        style=differences.style,
        voices=tuple((number, name) for name, number in voices.items() if number),
        substance=len(differences.substance),
        shortened=any(side_by_side.shortened(article.text) for article in (a, b)),
    )


def _begun_once(rows: Iterable[side_by_side.Beside]) -> Iterator[side_by_side.Beside]:
    """The rows with each change beginning once on each side, so that its mark has an id of its own."""
    met: tuple[set[int], set[int]] = (set(), set())
    for row in rows:
        sides = [_first_begins(side, seen) for side, seen in zip((row.source, row.copy), met, strict=True)]
        yield side_by_side.Beside(*sides)


def _first_begins(side: side_by_side.Paragraph | None, met: set[int]) -> side_by_side.Paragraph | None:
    if side is None:
        return None
    found = []
    for piece in side:
        fresh = tuple(dict.fromkeys(n for n in piece.begins if n not in met))
        met.update(fresh)
        found.append(piece if fresh == piece.begins else replace(piece, begins=fresh))
    return tuple(found)


def _ranked(found: Index, story: Story) -> list[tuple[str, str, list[Change]]]:
    """Pairs of seen versions with their changes, the most changes of substance first."""
    between: dict[tuple[str, str], list[Change]] = defaultdict(list)
    for change in found.changes.get(story.id, ()):
        ends = _ends(change, found)
        if all(name in found.articles for name in ends):
            between[ends].append(change)
    here = [name for name in story.articles if name in found.articles]
    for edge in found.lineage(story.id).derivations:
        if (
            edge.source in here and edge.copy in here
        ):  # a faithful copy has no change, and is a pair all the same
            between[edge.source, edge.copy] += []
    ranked = sorted(between.items(), key=lambda item: (*_weight(item[1]), item[0]))
    return [(source, copy, changes) for (source, copy), changes in ranked]


def _ends(change: Change, found: Index) -> tuple[str, str]:
    """The versions between which a change is shown: for an unseen source, the copy and another one."""
    if change.source in found.articles:
        return change.source, change.copy
    held = [str(span.article) for span in change.source_spans]
    edges = found.lineage(change.story).derivations
    held += sorted(e.copy for e in edges if e.source == change.source and e.copy in found.articles)
    other = next((name for name in held if name != change.copy), change.source)
    return min(other, change.copy), max(other, change.copy)


def _weight(changes: Sequence[Change]) -> tuple[int, int, int]:
    """Sorts the most telling first: a speaker changed, then substance, then wording."""
    speakers = sum(c.kind == "attribution" for c in changes)
    substance = sum(c.weight == "substance" for c in changes)
    return (-speakers, -substance, -sum(c.weight == "wording" for c in changes))


def _price(found: Index, name: str) -> int:
    return min(len(found.articles[name].text), side_by_side.LONGEST)


def _voices(found: Index, names: Iterable[str]) -> dict[str, int]:
    """A number for each speaker of quotations; 0 beyond the colours there are."""
    numbers: dict[str, int] = {}
    for name in names:
        for one in found.spoken.get(name, ()):
            who = side_by_side.speaker(one, found)
            if who and one.kind in ("direct", "mixed") and who not in numbers:
                numbers[who] = len(numbers) + 1 if len(numbers) < _VOICES else 0
    return numbers
