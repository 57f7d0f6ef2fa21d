"""Statements of press articles drawn at random, a line each, to compare two states of the program.

    python -m evaluation.drawn_statements 150 5 > before.txt     of 150 articles, drawn with the seed 5
    (change the program)
    python -m evaluation.drawn_statements 150 5 > after.txt
    diff before.txt after.txt

What differs is read in the articles. Cases and labels say whether what was meant to change did; this shows
what else did.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from random import Random

import retold
from evaluation import corpora
from retold.model import Article, Party, Statement

CORPORA = ("pile_allsides", "pile_reuters")
_SHOWN = 300  # characters of what was said


def drawn(count: int, seed: int) -> list[Article]:
    """So many articles of the press, the same ones for the same seed."""
    every = [article for name in CORPORA for article in corpora.corpus(name).values()]
    return Random(seed).sample(every, count)


def lines(articles: Iterable[Article]) -> Iterator[str]:
    """A line of JSON for each statement, in the order of the text."""
    for article in articles:
        for statement in retold.statements(article):
            yield line(article, statement)


def line(article: Article, statement: Statement) -> str:
    """Where it stands, who speaks and hears, of which kind it is, its support, and the words."""
    said = " … ".join(span.of(article.text) for span in statement.content)
    at = min((span.start for span in statement.content), default=-1)
    speakers = [_party(article, one) for one in statement.speakers]
    hearers = [_party(article, one) for one in statement.addressees]
    row = (article.id, at, speakers, hearers, statement.kind, round(statement.support, 2), said[:_SHOWN])
    return json.dumps(row, ensure_ascii=False)


def _party(article: Article, party: Party) -> tuple[str | None, str | None, float]:
    printed = None if party.mention is None else party.mention.of(article.text)
    return printed, party.name, round(party.support, 2)


def main(arguments: list[str]) -> None:
    """Print the lines."""
    count, seed = map(int, arguments)
    for one in lines(drawn(count, seed)):
        print(one, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
