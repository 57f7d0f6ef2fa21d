"""Notes that withdraw or correct a report are of its story, though they say nothing of it but its headline.

A note of a few lines shares hardly a word with the report that it speaks of. It names it: by its headline or
by the slug that the house gave it. So it goes to the story of that report, whatever other notes look like it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
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


class _Note(NamedTuple):
    number: int
    words: str  # all words of its title and text, folded, a blank around each
    day: float | None


def joined(corpus: Corpus, groups: Sequence[Group], settings: Settings) -> list[Group]:
    """The groups on one event, each note that withdraws a report in the group of that report: see `found`."""
    return moved(groups, found(corpus, settings))


def found(corpus: Corpus, settings: Settings) -> dict[int, int]:
    """For each note that withdraws a report and names it the report, by number.

    A note and its report are of one outlet, and the report is not later. Where several have the headline that
    a note names, the longest headline is meant, and of those the last report.
    """
    cache, houses = Cache(corpus, settings), [(name or "").casefold() for name in corpus.outlets()]
    of_house: dict[str, list[_Note]] = {}
    short = (number for number, length in enumerate(corpus.lengths()) if length <= _LONGEST)
    for number in short:
        article = corpus[number]
        if houses[number] and _may_withdraw(article) and notes.is_note(cache.witness(number)):
            of_house.setdefault(houses[number], []).append(_note(number, article))
    return _reports(corpus, houses, of_house) if of_house else {}


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


def _reports(
    corpus: Corpus, houses: Sequence[str], of_house: Mapping[str, Sequence[_Note]]
) -> dict[int, int]:
    """For each note that names a report of its house the number of that report."""
    notices = {note.number for held in of_house.values() for note in held}
    best: dict[int, tuple[int, float, int]] = {}  # length of the headline, day, report
    for number in (n for n, house in enumerate(houses) if house in of_house and n not in notices):
        article = corpus[number]
        day, names = day_number(article.published), list(_names(article))
        for note in of_house[houses[number]]:
            length = max((len(one) for one in names if one in note.words), default=0)
            if length and not _is_later(day, note.day):
                told = (length, -1.0 if day is None else day, number)
                best[note.number] = max(told, best.get(note.number, told))
    return {note: report for note, (*_, report) in best.items()}


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
