"""Small piles drawn at random: articles of one week that are strangers, and one event among strangers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from random import Random

from evaluation.corpora import meter
from retold import language
from retold.model import Article
from retold.moments import day_number

_WORD = re.compile(r"\w+")
_LETTERS = 4  # of a word of a title that is telling
_RUN = 4  # words
_RUNS = 6  # that two strangers may share at most, less one
_LEAST = 400  # characters of an article
_TRIES = 20  # for each pile
_STRANGERS = 6  # beside an event


def strangers(
    articles: Sequence[Article], size: int, count: int, seed: int, parity: int = 1
) -> list[list[Article]]:
    """Piles of `size` dated articles of one week, no two of which seem to tell one event.

    Weeks are numbered from the epoch of `day_number`; only those of this parity are drawn from.
    """
    random, weeks = Random(seed), _weeks(articles, parity)
    numbers = sorted(week for week, held in weeks.items() if len(held) >= 3 * size)
    found: list[list[Article]] = []
    for _ in range(_TRIES * count if numbers else 0):
        held = weeks[random.choice(numbers)]
        pile = _apart(random.sample(held, len(held)), size)
        found += [pile] if len(pile) == size else []
        if len(found) == count:
            break
    return found


def events(count: int, seed: int, parity: int = 1) -> Iterator[tuple[set[str], list[Article]]]:
    """Two or three METER articles of one story among six of others: the ids of the story, and the pile.

    All bear one day, so that the calendar does not tell them apart.
    """
    random, held = Random(seed), defaultdict(list)
    for row in meter.rows():
        held[row.story].append(Article(row.id, row.text, row.outlet, published="2000-01-01"))
    usable = sorted(story for story, articles in held.items() if len(articles) >= 3)
    for number, story in enumerate(usable[parity::2][:count]):
        others = random.sample([one for one in usable if one != story], _STRANGERS)
        event = random.sample(held[story], 2 + number % 2)
        yield {one.id for one in event}, [*event, *(random.choice(held[other]) for other in others)]


def _weeks(articles: Sequence[Article], parity: int) -> dict[int, list[Article]]:
    found: dict[int, list[Article]] = defaultdict(list)
    for one in articles:
        day = day_number(one.published)
        if day is not None and int(day // 7) % 2 == parity and len(one.text) >= _LEAST:
            found[int(day // 7)].append(one)
    return found


def _apart(articles: Sequence[Article], size: int) -> list[Article]:
    """The first so many articles that have little in common with those before."""
    found: list[Article] = []
    for one in articles:
        if len(found) < size and not any(alike(one, other) for other in found):
            found.append(one)
    return found


def alike(one: Article, other: Article) -> bool:
    """Whether two articles may tell one event: a telling word of both titles, or a few runs of words."""
    return bool(_title(one) & _title(other)) or len(_runs(one.text) & _runs(other.text)) >= _RUNS


def _title(article: Article) -> set[str]:
    words = {word for word in _WORD.findall((article.title or "").lower()) if len(word) >= _LETTERS}
    return words - language.of("en").function_words


@cache
def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    return frozenset(zip(*(words[first:] for first in range(_RUN)), strict=False))
