"""Claims as a reader meets them: the words, who carries them, and what they rest on.

Several carriers of one origin are one witness, however many they are. Where
versions give different readings each is listed with its carriers, and none is
put first as the true one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from difflib import SequenceMatcher

from retold.messages import _, many
from retold.model import Claim, Span, Variant
from retold.views import people, safe
from retold.views.index import Index

BLANK = "___"
_AROUND = 70  # characters of text shown on each side of a figure
_FACT = 2  # words at most of a fact that a blank stands for
_END = re.compile(r"[.!?]\s|\n")


@dataclass(frozen=True, slots=True)
class Reading:
    """One variant of a claim and the versions that carry it."""

    words: str  # a figure as it is printed, a speaker's name; '' where nobody is named
    carriers: tuple[str, ...]  # labels
    origins: tuple[str, ...]  # labels


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim, who carries it and what it rests on.

    `speaker` is None for a figure, and where versions name different speakers.
    """

    claim: Claim
    words: str
    speaker: str | None
    by_speaker: bool  # whether the readings are names of speakers
    carriers: tuple[str, ...]  # labels, in the order of the carriers
    origins: tuple[str, ...]  # labels
    readings: tuple[Reading, ...]
    denied: bool = False  # whether its carriers tell that it was denied

    @property
    def disputed(self) -> bool:
        """Whether versions contradict each other on it; to name nobody is no reading."""
        told = any(evidence.kind == "contradicted" for evidence in self.claim.evidence)
        return told and sum(bool(reading.words) for reading in self.readings) > 1

    @property
    def who(self) -> str:
        """Who says it or denies it, as it is put before the words; '' where nobody in particular says it."""
        return " ".join(filter(None, (self.speaker, _("denied") if self.denied else "")))

    @property
    def shared(self) -> bool:
        """Whether there is something to compare: several carriers, or several readings."""
        return self.disputed or len(self.carriers) > 1


def of_story(found: Index, story: str) -> tuple[ClaimLine, ...]:
    """Claims of a story: those on which versions differ first, then statements, the most carried first."""
    names = {_name(one.speaker_name, found) for spoken in found.spoken.values() for one in spoken}
    made = [_line(claim, names, found) for claim in found.claims.get(story, ())]
    made.sort(key=lambda line: (not line.disputed, line.claim.kind == "figure", -len(line.carriers)))
    return tuple(_once(made))


def _once(lines: Iterable[ClaimLine]) -> Iterator[ClaimLine]:
    """The lines without those that say what another says: figures of one sentence on which all agree.

    A figure that nobody disputes is told already where a statement has it in all its versions, or where
    another line of the same versions has the same words.
    """
    same: dict[str, set[str]] = defaultdict(set)  # by words: the versions of which they are told
    stated: dict[str | None, list[Span]] = defaultdict(list)  # by article: what statements cover there
    for line in lines:
        words = safe.folded(line.words)
        figure = line.claim.kind == "figure"
        inside = figure and all(
            any(s.holds(span) for s in stated[span.article]) for span in line.claim.carriers
        )
        known = words in same and same[words].issuperset(line.carriers)
        if line.disputed or not (inside or known):
            same[words].update(line.carriers)
            for span in () if figure else line.claim.carriers:
                stated[span.article].append(span)
            yield line


def basis(line: ClaimLine) -> str:
    """What a claim rests on, in one clause; never that its sources are independent."""
    carried = many(len(line.carriers), "in {count:,} version", "in {count:,} versions")
    if not line.origins:
        return carried
    if len(line.carriers) == 1:
        return _("only in {version}").format(version=line.carriers[0])
    most = line.claim.origins_range[1]
    doubt = _(" (perhaps {most})").format(most=most) if most > len(line.origins) else ""
    named = ", ".join(line.origins[:3]) + (" …" if len(line.origins) > 3 else "")
    return many(
        len(line.origins),
        "{carried}, one origin{doubt}: {named}",
        "{carried}, {count} origins{doubt}: {named}; no common source found in this pile",
        carried=carried,
        doubt=doubt,
        named=named,
    )


def reading_words(line: ClaimLine, words: str) -> str:
    """A reading as it is put before its carriers."""
    if not line.by_speaker:
        return f"“{words}”"
    return _("said by {words}").format(words=words) if words else _("said by someone not named")


def _line(claim: Claim, names: Set[str], found: Index) -> ClaimLine:
    statement = found.statements.get(claim.statement or "")
    readings = _merged(_reading(variant, claim, found) for variant in claim.variants)
    named = statement is not None and all(r.words in names or not r.words for r in readings)
    by_speaker = named and len(readings) > 1
    words = (
        _common_words(claim, found) or found.words(statement.content, 400) if statement is not None else ""
    )
    return ClaimLine(
        claim=claim,
        words=words or _context(claim, found),
        speaker=None if statement is None or by_speaker else _name(statement.speaker_name, found) or None,
        by_speaker=by_speaker,
        carriers=_labels((span.article for span in claim.carriers), found),
        origins=_labels(claim.origins, found),
        readings=readings,
        denied=statement is not None and statement.denied,
    )


def _reading(variant: Variant, claim: Claim, found: Index) -> Reading:
    printed = found.words(variant.carriers[:1], 120) if claim.kind == "figure" else ""
    return Reading(
        words=printed or people.under(variant.reading, found.people),
        carriers=_labels((span.article for span in variant.carriers), found),
        origins=_labels(variant.origins, found),
    )


def _merged(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Readings that print alike as one; the most carried first."""
    gathered: dict[str, Reading] = {}
    for one in readings:
        known = gathered.get(one.words)
        gathered[one.words] = one if known is None else Reading(
            one.words, tuple(dict.fromkeys((*known.carriers, *one.carriers))),
            tuple(dict.fromkeys((*known.origins, *one.origins))),
        )  # fmt: skip
    return tuple(sorted(gathered.values(), key=lambda one: -len(one.carriers)))


def _common_words(claim: Claim, found: Index) -> str:
    """The words in which most versions carry a statement, a blank for each fact that some have otherwise.

    Of words that as many carry the shortest: what only some versions add must not stand for all.
    """
    counts = Counter(told_words(claim, found))
    counts.pop("", None)
    words = max(counts, key=lambda words: (counts[words], -len(words)), default="")
    return blanked(words, [other for other in counts if other != words])


def told_words(claim: Claim, found: Index) -> list[str]:
    """The words of each statement that carries the claim, whole."""
    carriers = set(claim.carriers)
    articles = dict.fromkeys(span.article or "" for span in claim.carriers)
    told = [one.content for name in articles for one in found.spoken.get(name, ())]
    return [found.words(content, 400) for content in told if carriers.issuperset(content)]


def blanked(words: str, others: Iterable[str]) -> str:
    """The words with a blank for each figure, day or name for which one of the others has another.

    >>> blanked("it was shut since 3 May", ["it was shut since 4 May", "it was closed since 3 May"])
    'it was shut since ___ May'
    >>> blanked("It reopens on Friday.", ["It reopens on Monday.", "Nobody knows when"])
    'It reopens on ___'
    """
    ours = words.split()
    bare = [_bare(word) for word in ours]
    gone: set[int] = set()
    for other in others:
        theirs = [_bare(word) for word in other.split()]
        for kind, a, b, c, d in SequenceMatcher(None, bare, theirs, autojunk=False).get_opcodes():
            fact = any(word[:1].isupper() or _counts(word) for word in (*ours[a:b], *other.split()[c:d]))
            fact = fact or (b - a == 1 and _counts(ours[a - 1]))
            if kind == "replace" and b - a == d - c <= _FACT and fact and a:
                gone.update(range(a, b))
    gone.update(k for k, word in enumerate(ours) if k - 1 in gone and _counts(word) and _counts(ours[k - 1]))
    shown = (
        BLANK if k in gone else word for k, word in enumerate(ours) if k not in gone or k - 1 not in gone
    )
    return " ".join(shown)


def _counts(word: str) -> bool:
    return any(map(str.isdigit, word))


def _bare(word: str) -> str:
    return "".join(filter(str.isalnum, word.casefold()))


def _context(claim: Claim, found: Index) -> str:
    """The words around a figure as most have it; a blank for the figure where versions differ."""
    variants = sorted(claim.variants, key=lambda v: -len(v.carriers))
    instead = BLANK if len(variants) > 1 else ""
    places = [*(s for v in variants for s in v.carriers), *claim.carriers]
    every = ((found.articles.get(s.article or ""), s) for s in places)
    held = [(article.text, span) for article, span in every if article is not None]
    told = [_around(text, span, instead) for text, span in held]
    if told:
        return blanked(told[0], told[1:])
    return next((safe.squeezed(v.reading) for v in claim.variants), "")


def _around(text: str, span: Span, instead: str = "") -> str:
    """The span with its sentence, as far as that lies within reach; `instead` stands for the span's words.

    >>> _around("All was calm. The ferry carried 214 passengers. Nobody fell.", Span("a", 32, 35))
    'The ferry carried 214 passengers'
    """
    left = text[max(0, span.start - _AROUND) : span.start]
    right = text[span.end : span.end + _AROUND]
    breaks = [found.end() for found in _END.finditer(left)]
    stop = _END.search(right)
    before = left[breaks[-1] :] if breaks else _whole(left, span.start > _AROUND, from_left=True)
    after = right[: stop.start()] if stop else _whole(right, span.end + _AROUND < len(text), from_left=False)
    return safe.squeezed(before + (instead or span.of(text)[:200]) + after)


def _whole(piece: str, cut: bool, from_left: bool) -> str:
    """The piece without the word that was cut through, an ellipsis in its place."""
    if not cut:
        return piece.rstrip(".") if not from_left else piece
    head, gap, tail = piece.partition(" ") if from_left else piece.rpartition(" ")
    if not gap:
        return piece
    return f"…{tail}" if from_left else f"{head}…"


def _name(name: str | None, found: Index) -> str:
    return people.under(name, found.people)


def _labels(names: Iterable[str | None], found: Index) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found.label(name) for name in names if name))
