"""Draw pronouns that speak and whose bearer another article names beside the same words.

    python -m evaluation.labels.draw_pronouns     write pronouns.tsv; about an hour on one processor

Two statements are of the same words where half of the runs of six words of the one stand in the other. Drawn
are those of a month in which "he" or "she" says what other articles give to one person by name: of two words
and more, not in capitals, and with a surname that the article has as well.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import retold
from evaluation import corpora, labels
from retold.model import Article, Statement

CORPORA = ("pile_allsides", "pile_reuters", "versions_whenitson")
_RUN, _SURE, _HALF, _LEAST = 6, 0.85, 0.5, 2
_WORD = re.compile(r"[a-z0-9]+")
_PRONOUNS = frozenset({"he", "she"})
_NO_NAMES = _PRONOUNS | {"it", "they", "who", "that"}


class Said(NamedTuple):
    """A statement with the words of its speaker's mention and its own runs of words."""

    article: Article
    statement: Statement
    mention: str
    runs: frozenset[tuple[str, ...]]


def said_in(article: Article) -> Iterator[Said]:
    """The statements of an article that have words and a speaker."""
    for one in retold.statements(article):
        if one.content and one.speaker is not None:
            words = _WORD.findall(" ".join(article.text[s.start : s.end] for s in one.content).lower())
            runs = frozenset(tuple(words[n : n + _RUN]) for n in range(len(words) - _RUN + 1))
            mention = article.text[one.speaker.start : one.speaker.end]
            yield Said(article, one, mention, runs)


def surname(one: Said) -> str | None:
    """The surname by which a statement names its speaker in full elsewhere; None where it does not."""
    name = (one.statement.speaker_name or "").split()
    last = re.sub(r"[^\w’'-]", "", one.mention.split()[-1]) if one.mention.split() else ""
    if one.mention.lower() in _NO_NAMES or not last[:1].isupper() or one.statement.support < _SURE:
        return None
    loud = any(word.isupper() and len(word) > _LEAST for word in name)
    return last.lower() if len(name) >= _LEAST and not loud and name[-1].lower() == last.lower() else None


def bearers_of(month: Sequence[Said]) -> Iterator[tuple[Said, Said]]:
    """Each statement by a pronoun with one that names its speaker, where all others name the same."""
    having: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, one in enumerate(month):
        for run in one.runs:
            having[run].add(number)
    for one in month:
        if one.mention.lower() not in _PRONOUNS or not one.runs:
            continue
        shared = Counter(number for run in one.runs for number in having[run])
        least = min(len(one.runs), max(_LEAST, _HALF * len(one.runs)))
        others = [month[n] for n, count in shared.items() if count >= least]
        named = {
            name: other for other in others if other.article is not one.article and (name := surname(other))
        }
        if len(named) == 1 and next(iter(named)) in one.article.text.lower():
            yield one, next(iter(named.values()))


def rows() -> Iterator[tuple[str, str, int, str, int, int]]:
    """The rows of the table, each pronoun once."""
    for corpus in CORPORA:
        months: dict[str, list[Said]] = defaultdict(list)
        for article in corpora.corpus(corpus).values():
            months[str(article.published or "")[:7]] += said_in(article)
        found: dict[tuple[str, str, int], tuple[str, str, int, str, int, int]] = {}
        for month in months.values():
            for one, other in bearers_of(month):
                at, place = one.statement.speaker, other.statement.speaker
                if at is not None and place is not None:
                    key = corpus, one.article.id, at.start
                    found.setdefault(key, (*key, other.article.id, place.start, place.end))
        yield from sorted(found.values())


def main() -> None:
    """Write the table."""
    head = ("corpus", "article", "at", "other", "start", "end")
    labels.write("pronouns", [head, *rows()])


if __name__ == "__main__":
    main()
