"""Collation against the hand-aligned witnesses of the Parzival tradition.

Every two tokens of two witnesses that stand in one row are a pair; F1 over all pairs. Units are pairs
of witnesses.
"""

from __future__ import annotations

import re
import time
from collections.abc import Mapping, Sequence
from itertools import combinations

import retold
from evaluation.corpora import parzival
from evaluation.measures import Measure, Part, information, measured
from evaluation.metrics.collations import Place, token_pairs
from evaluation.metrics.scores import triple
from retold.model import Article, Collation

NEEDS = ("stemma_parzival",)
_WORD = re.compile(r"\w")
Rows = list[list[Place]]


def measures(part: Part) -> list[Measure]:  # noqa: ARG001  one size only
    """Token-pair F1, precision and recall."""
    texts, truth = laid_out(parzival.columns())
    articles = [Article(sigil, text) for sigil, text in texts.items()]
    began = time.monotonic()
    collation = retold.collate(articles)
    seconds = time.monotonic() - began
    found = rows_of(collation, texts)
    units = [
        token_pairs(_between(found, pair), _between(truth, pair)) for pair in combinations(sorted(texts), 2)
    ]
    return [*measured(units, triple), information("seconds", seconds, "seconds")]


def rows_of(collation: Collation, texts: Mapping[str, str]) -> Rows:
    """The rows of a collation by where each token's first letter stands in its text.

    Read down one version, the tokens are its whole text but for white space.
    """
    rows: Rows = [[] for _ in collation.columns]
    for version, sigil in enumerate(collation.sigils):
        at = 0
        for row, column in enumerate(collation.columns):
            token = column[version]
            if token:
                at = texts[sigil].index(token, at)
                rows[row].append((sigil, at + _first_letter(token)))
                at += len(token)
    return rows


def laid_out(columns: Mapping[str, Sequence[str]]) -> tuple[dict[str, str], Rows]:
    """The texts that the tokens of each witness make, and the rows by their first letters' places."""
    texts: dict[str, str] = {}
    rows: Rows = [[] for _ in next(iter(columns.values()))]
    for sigil, tokens in columns.items():
        text = ""
        for row, token in enumerate(tokens):
            if _WORD.search(token):
                rows[row].append((sigil, len(text) + _first_letter(token)))
            text += token + " " if token else ""
        texts[sigil] = text
    return texts, rows


def _first_letter(token: str) -> int:
    found = _WORD.search(token)
    return 0 if found is None else found.start()


def _between(rows: Rows, pair: Sequence[str]) -> Rows:
    return [[place for place in row if place[0] in pair] for row in rows]
