"""Loci: the places at which versions of a story differ, each once, with every reading and who has it.

A change stands between two versions; sixty versions of one dispatch part at one word in forty pairs. What
a reader asks is: at this place, who has which words? So changes that lie on the same words are one locus.
Versions between which no change was noted get their reading through the alignments, and none where that
leaves a doubt.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from retold.algorithms.components import members
from retold.model import Change, Span, Weight
from retold.views import carrying, people, safe, wording
from retold.views.index import Index

_TELLING = 25  # letters of words that are surely the same words wherever they stand
_QUOTE = 80  # letters of a quotation by which it is known
_GRAVITY: dict[Weight, int] = {"substance": 0, "wording": 1, "style": 2}
_HEADLINES = "\0" * _TELLING  # stands for the letters of every headline
_PRESENT = "\0"  # the key of words of which it only counts whether a version has them
_ONE_SIDED = ("cut", "added", "moved", "lede")  # kinds whose words are looked for in no third version


@dataclass(frozen=True, slots=True)
class Reading:
    """What some versions have at a locus: '' where the words are missing.

    `spans` has where each carrier has them; none for a carrier that lacks them, or is not in the pile.
    """

    words: str
    carriers: tuple[str, ...]  # ids of versions, those that changes name first
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Locus:
    """One place at which versions differ; the reading that most carry comes first.

    `name` is made of the changes' ids, so that it stays while they do.
    """

    name: str
    label: str
    weight: Weight
    support: float
    changes: tuple[Change, ...]
    readings: tuple[Reading, ...]

    @property
    def change(self) -> Change:
        """The gravest change, for what all have in common."""
        return self.changes[0]

    @property
    def is_cue(self) -> bool:
        """Whether it is the word of speech that differs, not the speaker."""
        return self.change.kind == "attribution" and self.change.detail == "cue"

    @property
    def missing(self) -> Reading | None:
        """The versions that lack the words."""
        return next((one for one in self.readings if not one.words), None)

    def reading_of(self, version: str) -> int | None:
        """Which reading a version has, None where nothing is known of it."""
        return next((k for k, one in enumerate(self.readings) if version in one.carriers), None)


@dataclass(frozen=True, slots=True)
class Cell:
    """What one version has."""

    words: str
    span: Span | None


def of_story(found: Index, story: str) -> tuple[Locus, ...]:
    """The loci of a story, the gravest first; a change that nothing shows is left out (see `unshown`)."""
    groups = _grouped(found.changes.get(story, ()), found)
    made = [_locus(group, found) for group in groups]
    return tuple(sorted((one for one in made if len(one.readings) > 1), key=gravity))


def gravity(one: Locus) -> tuple[object, ...]:
    """Sorts the gravest first: by weight, kind, readings against each other, how many versions have them."""
    kind = wording.rank(one.label)
    carried = sorted((len(r.carriers) for r in one.readings), reverse=True)
    stands_against = sum(reading.words not in ("", wording.NOBODY) for reading in one.readings) > 1
    return (_GRAVITY[one.weight], kind, not stands_against, -one.support // 0.1, -sum(carried[1:]), one.name)


# ---- which changes are of one locus ----


def _class(change: Change) -> str:
    if change.in_headline:
        return f"title_{change.kind}"
    if change.kind in ("cut", "added"):
        return "cut"
    return f"cue {change.kind}" if change.kind == "attribution" and change.detail == "cue" else change.kind


def _grouped(changes: Sequence[Change], found: Index) -> list[list[Change]]:
    """Changes of one class that lie on the same words."""
    shown = [c for c in changes if c.detail != "shared"]
    pairs = [*_alike(shown, found), *_overlapping(shown, found)]
    groups = [[shown[k] for k in group] for group in members(range(len(shown)), pairs)]
    return [sorted(group, key=lambda c: (_GRAVITY[c.weight], -c.support, c.id)) for group in groups]


def _alike(changes: Sequence[Change], found: Index) -> Iterator[tuple[int, int]]:
    """Pairs of changes that have the same words in a sentence's length, or are of the same quotation."""
    first: dict[tuple[str, str], int] = {}
    for k, change in enumerate(changes):
        words = _telling(change, found)
        if len(words) >= _TELLING:
            yield first.setdefault((_class(change), words), k), k


def _telling(change: Change, found: Index) -> str:
    """The letters by which the words of a change are known wherever they stand; '' where they are not.

    The headlines of a story are one locus, whatever their words.
    """
    if change.in_headline:
        return _HEADLINES if wording.label(change) == wording.HEADLINE else ""
    if change.kind == "attribution":
        if change.detail == "cue":
            return ""
        return _letters(found.words(change.copy_spans[:1]) or found.words(change.source_spans[:1]))[:_QUOTE]
    one_sided = not change.before or not change.after or change.kind == "moved"
    return _letters(change.before or change.after or "") if one_sided else ""


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words.casefold()))


def _overlapping(changes: Sequence[Change], found: Index) -> Iterator[tuple[int, int]]:
    """Pairs of changes whose spans meet, in a version that both touch or to which both can be carried."""
    hubs = carrying.hubs(found, (c.story for c in changes))
    placed: dict[tuple[str, str], list[tuple[int, int, int]]] = defaultdict(list)
    for k, change in enumerate(changes):
        for span in (*change.source_spans, *change.copy_spans):
            for there in carrying.to_hubs(found, span, hubs):
                placed[_class(change), str(there.article)].append((there.start, there.end, k))
    for spans in placed.values():
        spans.sort()
        yield from _meeting(spans)


def _meeting(spans: Sequence[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
    """Pairs of neighbours that share at least half of the longer one."""
    for (low, high, k), (start, end, m) in pairwise(spans):
        shared = min(high, end) - max(low, start)
        if k != m and shared > 0 and 2 * shared >= max(high - low, end - start):
            yield min(k, m), max(k, m)


# ---- readings ----


def _locus(changes: Sequence[Change], found: Index) -> Locus:
    cells: dict[str, Cell] = {}
    for change in changes:
        for version, cell in _cells(change, found):
            cells.setdefault(version, cell)
    first = changes[0]
    readings = _readings(cells, changes, found)
    return Locus(
        name=min(change.id for change in changes),
        label=_label(changes),
        weight=first.weight,
        support=max(change.support for change in changes),
        changes=tuple(changes),
        readings=readings,
    )


def _label(changes: Sequence[Change]) -> str:
    """The kind in words; what one version puts in and another leaves out is in some only."""
    labels = {wording.label(change) for change in changes}
    return wording.label(changes[0]) if len(labels) == 1 or _class(changes[0]) != "cut" else wording.PARTIAL


def _cells(change: Change, found: Index) -> Iterator[tuple[str, Cell]]:
    """What a change says of each version that it touches; the source may be one that nobody holds."""
    held = next((str(s.article) for s in change.source_spans if s.article != change.source), change.source)
    yield from _cell(change, found, held, change.before, change.source_spans)
    yield from _cell(change, found, change.copy, change.after, change.copy_spans)
    if held != change.source:
        yield from _cell(change, found, change.source, change.before, ())


def _cell(
    change: Change, found: Index, version: str, words: str | None, spans: Sequence[Span]
) -> Iterator[tuple[str, Cell]]:
    if words is None:
        return
    here = [span for span in spans if span.article == version]
    text = safe.squeezed(words)
    if change.kind == "attribution" and change.detail != "cue":
        text = people.under(words, found.people) or _speaker_words(version, here, found)
    elif change.kind == "moved":
        return
    yield version, Cell(text, here[0] if here else None)


def _speaker_words(version: str, spans: Sequence[Span], found: Index) -> str:
    """How a version puts a speaker it does not name, in marks: “a spokeswoman”; or that it names none."""
    for one in found.spoken.get(version, ()):
        said_here = any(span.meets(piece) for span in spans for piece in one.content)
        if said_here and one.speaker is not None:
            words = found.words([one.speaker], 80)
            if words:
                return f"“{words}”"
    return wording.NOBODY


def _readings(cells: Mapping[str, Cell], changes: Sequence[Change], found: Index) -> tuple[Reading, ...]:
    """Cells with the same words as one reading; versions beyond the changes join theirs."""
    first = changes[0]
    for key in (_folded, _exact):
        keyed = {version: key(cell, first, found) for version, cell in cells.items()}
        if len(set(keyed.values())) > 1:
            break
    else:
        return ()
    gathered: dict[str, dict[str, Span | None]] = defaultdict(dict)
    for version, cell in cells.items():
        if not cell.words and _has_elsewhere(version, cells, found):
            continue
        gathered[keyed[version]][version] = cell.span
    if first.in_headline:
        _join_titled(gathered, cells, first, found)
    elif first.kind not in _ONE_SIDED and first.weight != "style" and key is _folded:
        _join_others(gathered, cells, first, found)
    words = {keyed[v]: _exact(cells[v], first, found) for v in reversed(list(cells))}
    made = [_reading(words[k], carriers, found) for k, carriers in gathered.items()]
    return _with_units(tuple(sorted(made, key=lambda r: (not r.words, -len(r.carriers)))), first, found)


def _reading(words: str, carriers: Mapping[str, Span | None], found: Index) -> Reading:
    """One reading; a source that nobody holds is named only where no version in the pile has the words."""
    seen = [v for v in carriers if v in found.articles] or list(carriers)
    return Reading(words, tuple(seen), tuple(s for v in seen if (s := carriers[v]) is not None))


def _folded(cell: Cell, change: Change, found: Index) -> str:
    """A reading as it is compared: figures by value, words without case and marks, long ones by being there.

    >>> from retold.model import Change
    >>> figure = Change("c", "s", None, "a", "b", True, "figure", (), (), "six", "6", "substance", 0.9)
    >>> _folded(Cell("six", None), figure, Index({}, {})) == _folded(Cell("6", None), figure, Index({}, {}))
    True
    """
    if change.kind == "figure" and cell.words:
        return found.value(change.copy, cell.words) or safe.folded(cell.words)
    return _PRESENT if cell.words and change.kind in ("cut", "added") else safe.folded(cell.words)


def _exact(cell: Cell, change: Change, found: Index) -> str:
    """A reading as it stands: where case, marks or the quotation marks around it are all that differs."""
    around = wording.marked(cell.words, found.around(cell.span, 1)) if cell.span else cell.words
    return around if change.kind == "quotation" else cell.words


def _has_elsewhere(version: str, cells: Mapping[str, Cell], found: Index) -> bool:
    """Whether a version that is said to lack a sentence has it, word for word, in another place."""
    article = found.articles.get(version)
    words = {letters for cell in cells.values() if len(letters := _letters(cell.words)) >= _TELLING}
    return bool(words) and article is not None and any(one in _letters(article.text) for one in words)


def _join_others(
    gathered: dict[str, dict[str, Span | None]], cells: Mapping[str, Cell], change: Change, found: Index
) -> None:
    """Let versions that no change of the locus names join the reading they surely have."""
    story = found.stories.get(change.story)
    known = {v: cell.span for v, cell in cells.items() if cell.span is not None}
    for version in story.articles if story is not None else ():
        if version in cells or version not in found.articles:
            continue
        span, words = _elsewhere(version, known, change, found)
        key = _folded(Cell(words, span), change, found)
        if words and key in gathered:
            gathered[key][version] = span


def _join_titled(
    gathered: dict[str, dict[str, Span | None]], cells: Mapping[str, Cell], change: Change, found: Index
) -> None:
    """Let versions that no change of a headline names join those that have the same one."""
    story = found.stories.get(change.story)
    for version in story.articles if story is not None else ():
        title = "" if version not in found.articles else safe.squeezed(found.articles[version].title or "")
        key = _folded(Cell(title, None), change, found)
        if version not in cells and title and key in gathered:
            gathered[key][version] = None


def _elsewhere(
    version: str, known: Mapping[str, Span], change: Change, found: Index
) -> tuple[Span | None, str]:
    """Where a further version has the words of a locus, and what it has there; of a quotation its speaker."""
    span = carrying.carried_from(found, known, version)
    if change.kind != "attribution" or change.detail == "cue":
        return span, "" if span is None else found.words([span])
    wanted = _telling(change, found)
    for one in found.spoken.get(version, ()):
        here = one.content[0] if one.content else None
        if here is not None and (_meets(span, here) or _letters(found.words([here]))[:_QUOTE] == wanted):
            return here, people.under(one.speaker_name, found.people)
    return None, ""


def _meets(span: Span | None, here: Span) -> bool:
    return span is not None and span.meets(here)


def _with_units(readings: tuple[Reading, ...], change: Change, found: Index) -> tuple[Reading, ...]:
    """Figures with the units behind them, where these differ: nine days, two weeks."""
    if change.kind != "figure":
        return readings
    units = [found.unit_behind(one.spans[0]) if one.spans else "" for one in readings]
    named = {unit.rstrip("s") for unit, one in zip(units, readings, strict=True) if one.words}
    if len(named) < 2:
        return readings
    return tuple(
        Reading(f"{one.words} {unit}".strip() if one.words else "", one.carriers, one.spans)
        for one, unit in zip(readings, units, strict=True)
    )


# ---- what is not shown ----


def unshown(found: Index, story: str, shown: Iterable[Locus]) -> int:
    """How many changes of a story stand in no locus: both sides read alike but for marks and spaces."""
    here = {change.id for one in shown for change in one.changes}
    return sum(change.id not in here for change in found.changes.get(story, ()))


def equal_readings(one: Locus) -> bool:
    """Whether two readings of a locus print alike, which must never be (see the tests)."""
    return any(a.words == b.words for a, b in combinations(one.readings, 2))
