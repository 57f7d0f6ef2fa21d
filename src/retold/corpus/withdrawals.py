"""Notes that withdraw or correct a report are of its story, though they say nothing of it but its headline.

A note of a few lines shares hardly a word with the report that it speaks of. It names it: by its headline or
by the slug that the house gave it. So it goes to the story of that report, whatever other notes look like it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from retold import language, parameters
from retold.corpus.articles import Corpus
from retold.corpus.cache import Cache
from retold.model import Article
from retold.moments import day_number
from retold.settings import Settings
from retold.steps.lineage import notes
from retold.steps.story import Group

_P = parameters.of("pipeline", "withdrawals")
_LONGEST, _HEADLINE = _P.integer("longest"), _P.integer("headline")
_DAYS, _OPENING = _P.number("days"), _P.integer("opening")
_WORD = re.compile(r"[^\W_]+")
_SLUGS = ("slugline", "slug")  # where readers put it


class Named(NamedTuple):
    """The report that a note names: of several the greatest is meant."""

    headline: int  # letters
    day: float  # of its publication, -1 for none
    report: int  # its number


NOBODY = Named(0, -1.0, -1)
NOTHING: Mapping[int, Named] = MappingProxyType({})


class _Note(NamedTuple):
    number: int
    words: str  # all words of its title and text, folded, a blank around each
    day: float | None


def found(corpus: Corpus, settings: Settings) -> dict[int, int]:
    """For each note that withdraws a report and names it the report, by number: see `noted`."""
    return reports(noted(corpus, settings))


def noted(
    corpus: Corpus, settings: Settings, known: Mapping[int, Named] = NOTHING, first: int = 0
) -> dict[int, Named]:
    """Each note that withdraws a report, by number, with the report that it names, or `NOBODY`.

    A note and its report are of one outlet, and the report is not later. Where several have the headline that
    a note names, the longest headline is meant, and of those the last report. `known` is what was found in
    the articles before `first`: of these only such are read again as an added note may name.
    """
    houses = [(name or "").casefold() for name in corpus.outlets()]
    new = _notes(corpus, settings, houses, first)
    named = {number: known.get(number, NOBODY) for number in (*known, *new)}
    coming = set(houses[first:])
    held: dict[str, list[_Note]] = {}
    for number in (one for one in named if houses[one] in coming):
        held.setdefault(houses[number], []).append(_note(number, corpus[number]))
    for number in (n for n, house in enumerate(houses) if house in held and n not in named):
        asked = [one for one in held[houses[number]] if max(number, one.number) >= first]
        if asked:
            named |= _named(number, corpus[number], asked, named)
    return named


def reports(named: Mapping[int, Named]) -> dict[int, int]:
    """For each of the notes that names a report that report."""
    return {note: one.report for note, one in named.items() if one.report >= 0}


def _notes(corpus: Corpus, settings: Settings, houses: Sequence[str], first: int) -> Iterator[int]:
    """The notes among the articles from `first` on."""
    cache = Cache(corpus, settings)
    short = (first + k for k, length in enumerate(corpus.lengths(first)) if length <= _LONGEST)
    for number in short:
        if houses[number] and _may_withdraw(corpus[number]) and notes.is_note(cache.witness(number)):
            yield number


def _may_withdraw(article: Article) -> bool:
    """Whether an article opens as a note that withdraws or corrects a report does in some language."""
    opening = (article.title or "", article.text[:_OPENING])
    known = [one.notices for one in language.packs()]
    return any(
        one.opens_withdrawal(words) or one.kind(words) in ("withdrawal", "correction")
        for one in known
        for words in opening
    )


def _note(number: int, article: Article) -> _Note:
    words = _folded(f"{article.title or ''} {article.text}")
    return _Note(number, words, day_number(article.published))


def _folded(words: str) -> str:
    return f" {' '.join(_WORD.findall(words.casefold()))} "


def _named(
    number: int, article: Article, notes: Iterable[_Note], before: Mapping[int, Named]
) -> dict[int, Named]:
    """Those of the notes that mean this article and none of `before`, with it."""
    day, names, found = day_number(article.published), list(_names(article)), {}
    for note in notes:
        length = max((len(one) for one in names if one in note.words), default=0)
        if length and not _is_later(day, note.day):
            told = Named(length, -1.0 if day is None else day, number)
            found[note.number] = max(told, before[note.number])
    return found


def _is_later(day: float | None, note: float | None) -> bool:
    """Whether a report came after the note, or so long before it that another with its headline is meant."""
    return day is not None and note is not None and not 0 <= note - day <= _DAYS


def _names(article: Article) -> Iterator[str]:
    """By what a note may name a report: its headline, and the slug of its house."""
    headline = _folded(article.title or "")
    if len(headline.split()) >= _HEADLINE:
        yield headline
    for key in _SLUGS:
        slug = article.extra.get(key)
        if isinstance(slug, str) and len(_folded(slug).split()) > 1:
            yield _folded(slug)


def moved(groups: Iterable[Group], reports: Mapping[int, int]) -> list[Group]:
    """The groups, each note in the group of its report; a group that only one is left of is none."""
    if not reports:
        return list(groups)
    held = [([one for one in members if one not in reports], tie) for members, tie in groups]
    home = {one: k for k, (members, _) in enumerate(held) for one in members}
    for note, report in sorted(reports.items()):
        if report not in home:
            home[report] = len(held)
            held.append(([report], 1.0))  # the note names it
        held[home[report]][0].append(note)
    return [(sorted(members), tie) for members, tie in held if len(members) > 1]
