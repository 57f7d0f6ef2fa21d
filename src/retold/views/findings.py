"""Findings: the loci of a story as a reader meets them, the gravest first, with their words in context.

A finding says who has which words, shows the words in the sentence they stand in, how sure it is where
that is below nine in ten, and where its characters are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from retold.messages import _, many
from retold.model import Span
from retold.views import safe, wording
from retold.views.claimed import BLANK
from retold.views.index import Index
from retold.views.loci import Locus, Reading

_REACH = 64  # characters of text shown on each side
_NAMED = 3  # carriers that are named; of more the number is given
_WIDEST = 220  # cells of a reading
_SURE = 0.9  # from which on the support is not printed
ORDER = wording.LABELS  # labels of findings, the gravest first
_EDGE = re.compile(r"[.!?][”\"’')]*\s|\n")


@dataclass(frozen=True, slots=True)
class Context:
    """Words with what stands around them; `words` is a blank where versions have different ones."""

    before: str
    words: str
    behind: str

    def within(self, width: int) -> str:
        """The same in at most about `width` characters, with the words themselves in sight.

        >>> Context("…of the port early on Tuesday, injuring ", "___", " dockers.").within(34)
        '…on Tuesday, injuring ___ dockers.'
        """
        room = max(0, width - len(self.words))
        before, behind = self.before, self.behind
        if len(before) + len(behind) > room:
            kept = max(room - len(behind), room * 2 // 3)
            before = before if len(before) <= kept else _from_word(before[-kept:], True)
            left = max(0, room - len(before))
            behind = behind if len(behind) <= left else _to_word(behind[: max(0, left - 1)])
        return f"{before}{self.words}{behind}"


@dataclass(frozen=True, slots=True)
class Told:
    """One reading in words: what, in which versions."""

    words: str  # '' for versions that lack the words
    where: str  # "in 39 versions", "in A and B", "not in C"
    carriers: tuple[str, ...]  # labels


@dataclass(frozen=True, slots=True)
class Finding:
    """One locus for people. `anchor` stays the same while its changes do."""

    anchor: str
    locus: Locus
    label: str
    quote: str  # the quotation whose speaker or verb of saying differs, else ''
    readings: tuple[Told, ...]
    context: Context | None
    support: str  # '' where it is nine in ten and more
    at: Span | None  # where its characters are

    @property
    def is_speaker(self) -> bool:
        """Whether it is about who says a quotation."""
        return self.locus.change.kind == "attribution" and not self.locus.is_cue

    @property
    def place(self) -> str:
        """Where it is, if not in the text; '' where its label says so."""
        in_headline = self.locus.change.in_headline and self.label != wording.HEADLINE
        return wording.HEADLINE if in_headline else ""

    @property
    def in_two_mouths(self) -> bool:
        """Whether versions name different speakers; to name nobody is no other mouth."""
        named = [told.words for told in self.readings if told.words != wording.NOBODY]
        return self.is_speaker and sum(not words.startswith("“") for words in named) > 1


def of_loci(loci: Iterable[Locus], found: Index) -> tuple[Finding, ...]:
    """The findings of these loci, in their order; of loci that would read alike the first is kept."""
    made: dict[tuple[object, ...], Finding] = {}
    for locus in loci:
        one = of_locus(locus, found)
        made.setdefault((one.label, one.quote, one.readings, one.context), one)
    return tuple(made.values())


def of_locus(locus: Locus, found: Index) -> Finding:
    """One locus in words."""
    held = [span for reading in locus.readings if reading.words for span in reading.spans]
    at = held[0] if held else next((s for r in locus.readings for s in r.spans), None)
    speaker = locus.change.kind == "attribution"
    quote = _quotation(locus, at, found) if speaker else ""
    return Finding(
        anchor=f"f-{locus.name}",
        locus=locus,
        label=locus.label,
        quote=quote,
        readings=_readings(locus, found),
        context=_headline(locus, found) if at is None else None if quote else _context(locus, at, found),
        support=wording.percent(locus.support) if locus.support < _SURE else "",
        at=at,
    )


def sentence(one: Finding) -> str:
    """The readings of a finding as one clause: “four” in 39 versions, “six” in 21 versions."""
    if not one.readings:
        return _("stands in another place")
    return ", ".join(f"{told_words(one, told)} {told.where}".strip() for told in one.readings)


def told_words(one: Finding, told: Told, width: int = _WIDEST) -> str:
    """A reading as it is printed, in about `width` cells: names bare, words in marks, '' for none."""
    if not told.words or one.is_speaker:
        return _(told.words) if told.words == wording.NOBODY else told.words
    return f"“{wording.in_marks(safe.short(told.words, width))}”"


# ---- readings ----


def _readings(locus: Locus, found: Index) -> tuple[Told, ...]:
    shown = locus.readings
    if locus.change.kind == "lede":
        shown = tuple(_opening(one, shown) for one in shown)
    return tuple(_told(one, locus, found) for one in shown)


def _opening(one: Reading, every: Sequence[Reading]) -> Reading:
    """A new opening by its first words: as many as tell it from the other openings."""
    words = one.words.split()
    others = [other.words.split() for other in every if other is not one]
    length = next((n for n in range(8, len(words)) if all(o[:n] != words[:n] for o in others)), len(words))
    cut = " ".join(words[:length])
    return Reading(f"{cut}…" if length < len(words) else cut, one.carriers, one.spans)


def _told(one: Reading, locus: Locus, found: Index) -> Told:
    labels = tuple(found.label(version) for version in one.carriers)
    unseen = [version for version in one.carriers if found.articles and version not in found.articles]
    lone = not one.words and sum(bool(r.words) for r in locus.readings) == 1
    if unseen:
        told = _("in {where}") if one.words else _("not in {where}") if lone else _("nothing in {where}")
        return Told(one.words, told.format(where=_unseen(labels)), labels)
    where = wording.names(labels, "or" if lone else "and") if len(labels) <= _NAMED else _number(len(labels))
    told = _("in {where}") if one.words else _("not in {where}")
    return Told(one.words, told.format(where=where), labels)


def _unseen(labels: Sequence[str]) -> str:
    return _("{names}, as far as its text is known").format(names=wording.names(tuple(labels)))


def _number(count: int) -> str:
    return many(count, "{count:,} version", "{count:,} versions")


# ---- context ----


def _quotation(locus: Locus, at: Span | None, found: Index) -> str:
    """The quotation itself, or for a verb of saying the quotation that it introduces."""
    if at is None:
        return ""
    if not locus.is_cue:
        return wording.bare(found.words([at], 400))
    for one in found.spoken.get(str(at.article), ()):
        if one.cue is not None and one.cue.meets(at) and one.content:
            return wording.bare(found.words(one.content, 400))
    return ""


def _context(locus: Locus, at: Span, found: Index) -> Context | None:
    """The words around, as far as the sentence goes; long words stand for themselves."""
    words = found.words([at], _WIDEST)
    if locus.change.kind in ("cut", "added", "moved", "lede") and len(words) > _REACH:
        return None
    before, behind = found.around(at, _REACH)
    head = safe.text(before)
    edges = [edge.end() for edge in _EDGE.finditer(before)]
    head = head[edges[-1] :] if edges else _from_word(head, at.start > _REACH)
    stop = _EDGE.search(behind)
    tail = safe.text(behind)[: stop.start() + 1] if stop else _to_word(safe.text(behind))
    several = sum(bool(reading.words) for reading in locus.readings) > 1
    return Context(head.lstrip(), BLANK if several else words, tail.rstrip())


def _headline(locus: Locus, found: Index) -> Context | None:
    """The headline around a reading that is a part of one."""
    if not locus.change.in_headline:
        return None
    named = [(reading.words, version) for reading in locus.readings for version in reading.carriers]
    several = sum(bool(reading.words) for reading in locus.readings) > 1
    for words, version in named:
        title = safe.squeezed(found.articles[version].title or "") if version in found.articles else ""
        here = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", title) if words != title else None
        if words and here:
            return Context(title[: here.start()], BLANK if several else words, title[here.end() :])
    return None


def _from_word(text: str, cut: bool) -> str:
    return f"…{text.partition(' ')[2]}" if cut else text


def _to_word(text: str) -> str:
    return f"{text.rpartition(' ')[0] or text}…"


# ---- the answer ----

# How a finding of each label is counted in one sentence: one, several.
_COUNTED: dict[str, Callable[[int], str]] = {
    "speaker": lambda n: many(n, "who said a quotation", "who said {count:,} quotations"),
    "figure": lambda n: many(n, "a figure", "{count:,} figures"),
    "date": lambda n: many(n, "a date", "{count:,} dates"),
    "name": lambda n: many(n, "a name", "{count:,} names"),
    "sense": lambda n: many(n, "what a sentence says", "what {count:,} sentences say"),
    "quotation": lambda n: many(n, "the words of a quotation", "the words of {count:,} quotations"),
}


def differences(findings: Iterable[Finding]) -> str:
    """In what versions differ, gravest first, as one sentence; '' where nothing of substance does."""
    counts = Counter(one.label for one in findings if one.locus.weight == "substance")
    parts = [words(counts[label]) for label, words in _COUNTED.items() if counts[label]]
    rest = sum(count for label, count in counts.items() if label not in _COUNTED)
    if rest:
        parts.append(_places(rest, others=bool(parts)))
    listed = wording.names(tuple(parts), most=9)
    return _("Versions differ in {listed}.").format(listed=listed) if parts else ""


def _places(count: int, others: bool) -> str:
    if others:
        return many(count, "{count:,} other place", "{count:,} other places")
    return many(count, "{count:,} place", "{count:,} places")


def minor(every: Iterable[Finding]) -> str:
    """What differs beside substance and headlines, in numbers."""
    counts = Counter(one.locus.weight for one in every if one.label != wording.HEADLINE)
    wordings, styles = counts["wording"], counts["style"]
    parts = [
        many(wordings, "{count:,} difference of wording", "{count:,} differences of wording"),
        many(styles, "{count:,} of little weight", "{count:,} of little weight"),
    ]
    return ", ".join(part for part, count in zip(parts, (wordings, styles), strict=True) if count)


def headlines(every: Iterable[Finding]) -> tuple[Finding, ...]:
    """Headlines in other words, listed beside what is of substance: most people read nothing else."""
    return tuple(one for one in every if one.label == wording.HEADLINE)


def foremost(every: Sequence[Finding]) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """What a page lists first, headlines in other words last, and the rest of what is of substance."""
    first, rest = gravest(every)
    return (*first, *headlines(every)), rest


def gravest(findings: Sequence[Finding], most: int = 8) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """What is printed first, and the rest of what is of substance.

    No kind takes all the room: of each at most half of the places while others are waiting.
    """
    substance = [one for one in findings if one.locus.weight == "substance"]
    if len(substance) <= most:
        return tuple(substance), ()
    met: dict[str, int] = {}
    first: list[Finding] = []
    for one in substance:
        met[one.label] = met.get(one.label, 0) + 1
        if met[one.label] <= max(2, most // 3) and len(first) < most:
            first.append(one)
    return tuple(first), tuple(one for one in substance if one not in first)
