"""The table of variants: a row for each version in the order of its tree, a column for each disputed locus.

A cell is strong where the version has another reading than its source, pale where it passed one on that
most do not have. Copies that change nothing are folded into one row where there are many versions.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from retold.messages import _, many
from retold.views import safe, wording
from retold.views.family import Twig
from retold.views.findings import Finding

COLUMNS = 7  # loci that have a column
_CELL = 14  # cells of a reading in a column
_HEAD = 18  # cells of the words on each side of a blank
_LAST, _FIRST = re.compile(r"(?:\S{1,60}\s{1,9}){0,2}\S{0,20}$"), re.compile(r"\S{0,20}(?:\s+\S+){0,2}")
_FACTS = ("figure", "date", "name", "sense")
_FOLDED_FROM = 40  # versions from which on faithful copies are folded
_KINDS = ("attribution", "figure", "date", "name", "sense", "quotation", "loaded", "hedge", "slip", "credit")


@dataclass(frozen=True, slots=True)
class Cell:
    """What a version has at a locus: `state` is new, passed, plain, missing or unknown."""

    words: str
    state: str
    reading: int | None  # its number among the readings of the locus


@dataclass(frozen=True, slots=True)
class Column:
    """A locus at the head of the table."""

    finding: Finding
    head: str


@dataclass(frozen=True, slots=True)
class Row:
    """A version with its place in the tree, or copies of one that change nothing."""

    twig: Twig
    parent: int | None  # the row of its source
    depth: int
    cells: tuple[Cell, ...]
    folded: tuple[str, ...]  # labels of faithful copies that this row stands for

    @property
    def label(self) -> str:
        """The version's name, or how many copies these are."""
        count = len(self.folded)
        words = many(count, "{count} copies that change nothing", "{count} copies that change nothing")
        return words if count else self.twig.label


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows; the rows are in reading order."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def dated(self) -> bool:
        """Whether any version has a time."""
        return any(row.twig.when is not None for row in self.rows)

    @property
    def changed(self) -> bool:
        """Whether any version changed something of substance."""
        return any(row.twig.substance for row in self.rows)


def of_story(twigs: Sequence[Twig], findings: Sequence[Finding]) -> Table:
    """The table of a story's tree and the gravest of its findings."""
    shown = [f for f in findings if f.locus.change.kind in _KINDS and not f.locus.is_cue and _parts(f)]
    return of_places(twigs, shown, findings)


def of_places(twigs: Sequence[Twig], shown: Sequence[Finding], findings: Sequence[Finding]) -> Table:
    """The table of those of the `shown` findings that part most versions, in the order of `findings`."""
    shown = (
        sorted(shown, key=_spread, reverse=True) if len(twigs) > COLUMNS or len(shown) > COLUMNS else shown
    )
    kept = sorted(shown[:COLUMNS], key=findings.index)
    cells = [tuple(_cell(f, twig, twigs) for f in kept) for twig in twigs]
    return Table(tuple(Column(f, head(f)) for f in kept), tuple(_rows(twigs, cells)))


def _parts(one: Finding) -> bool:
    """Whether versions in the pile part at the locus."""
    return sum(bool(reading.spans) or not reading.words for reading in one.locus.readings) > 1


def _spread(one: Finding) -> tuple[bool, bool, bool, int]:
    """Sorts second mouths first, then facts, each by how many versions do not have the reading of most."""
    counts = [len(reading.carriers) for reading in one.locus.readings]
    elsewhere = sum(counts) - max(counts)
    return one.in_two_mouths, one.locus.change.kind in _FACTS, one.is_speaker, elsewhere


def head(one: Finding) -> str:
    """What a column is about: the words around the blank, or the beginning of the quotation."""
    if one.quote:
        return _("“{words}” said by").format(words=safe.short(one.quote, 2 * _HEAD))
    if one.context is None:
        return safe.short(one.readings[0].words, 2 * _HEAD)
    before, behind = _LAST.search(one.context.before), _FIRST.match(one.context.behind)
    return f"{before[0] if before else ''}{one.context.words}{behind[0] if behind else ''}".strip()


def _cell(one: Finding, twig: Twig, twigs: Sequence[Twig]) -> Cell:
    locus = one.locus
    k = locus.reading_of(twig.node.id)
    if k is None:
        return Cell("", "unknown", None)
    words = safe.short(_short(locus.readings[k].words, one.is_speaker), _CELL)
    above = None if twig.parent is None else locus.reading_of(twigs[twig.parent].node.id)
    if above is not None and above != k:
        return Cell(words, "new" if words else "missing new", k)
    if not words:
        return Cell("", "missing", k)
    most = max(range(len(locus.readings)), key=lambda n: len(locus.readings[n].carriers))
    return Cell(words, "plain" if k == most else "passed", k)


def _short(words: str, person: bool) -> str:
    """A surname stands for a person, also behind a post in small letters, one word for nobody.

    >>> _short("Marit Osk", True), _short("a spokeswoman", True), _short("nobody named", True)
    ('Osk', 'a spokeswoman', 'nobody')
    >>> _short("pier master Marit Osk", True), _short("a spokeswoman for Norda", True)
    ('Osk', 'a spokeswoman for Norda')
    """
    if not person or words == wording.NOBODY:
        return words if not person else _("nobody")
    named = words[:1].isupper() or all(word[:1].isupper() for word in words.split()[-2:])
    return words.rsplit(maxsplit=1)[-1] if named else words


# ---- folding ----


def _rows(twigs: Sequence[Twig], cells: Sequence[tuple[Cell, ...]]) -> list[Row]:
    folded = _folded(twigs, cells) if len(twigs) > _FOLDED_FROM else {}
    hidden = {k for group in folded.values() for k in group[1:]}
    places: dict[int, int] = {}
    depths: list[int] = []
    made: list[Row] = []
    for k, twig in enumerate(twigs):
        depths.append(0 if twig.parent is None else depths[twig.parent] + 1)
        if k in hidden:
            continue
        places[k] = len(made)
        names = tuple(twigs[n].label for n in folded.get(k, ()))
        parent = None if twig.parent is None else places[twig.parent]
        made.append(Row(twig, parent, depths[k], cells[k], names))
    return made


def _folded(twigs: Sequence[Twig], cells: Sequence[tuple[Cell, ...]]) -> Mapping[int, list[int]]:
    """Siblings without copies of their own and without changes: the places of each group, by its first."""
    parents = {twig.parent for twig in twigs}
    groups: dict[int, list[int]] = {}
    for k, twig in enumerate(twigs):
        faithful = not twig.substance and not twig.wording and not twig.others and twig.sure
        quiet = all(not cell.state.endswith("new") for cell in cells[k])
        if faithful and quiet and twig.node.seen and twig.parent is not None and k not in parents:
            groups.setdefault(twig.parent, []).append(k)
    return {group[0]: group for group in groups.values() if len(group) > 1}
