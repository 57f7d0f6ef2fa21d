"""Collation against the hand-aligned witnesses of the Parzival tradition.

    python -m evaluation.collate_run

Every two tokens of two witnesses that stand in one row are a pair; F1 over all pairs.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from itertools import combinations

from evaluation import corpora
from retold.model import Article
from retold.settings import Align
from retold.steps import collate, words
from retold.tables import Witness

PARZIVAL = corpora.SHARED / "stemma_parzival" / "parzival-aligned.tsv"
Place = tuple[str, int]  # a witness and a character where a token begins


def measure(quick: bool = True) -> dict[str, float]:  # noqa: ARG001  one size only
    """Token-pair F1, precision and recall, and seconds under which it stayed (as a share of two)."""
    columns = _columns()
    witnesses, rows = _witnesses(columns)
    began = time.monotonic()
    grid = collate.collate(witnesses, Align())
    seconds = time.monotonic() - began
    found = [
        [(w.id, int(w.words.starts[word])) for w, word in zip(grid.witnesses, row, strict=True) if word >= 0]
        for row in grid.cells.tolist()
    ]
    precision, recall, f1 = token_pairs(found, rows)
    return {"precision": precision, "recall": recall, "f1": f1, "speed": min(1.0, 2 / max(seconds, 1e-9))}


def token_pairs(
    found: Sequence[Sequence[Place]], truth: Sequence[Sequence[Place]]
) -> tuple[float, float, float]:
    """Precision, recall and F1 of pairs of tokens in one row.

    >>> token_pairs([[("a", 0), ("b", 0)]], [[("a", 0), ("b", 0)], [("a", 4), ("b", 4)]])
    (1.0, 0.5, 0.6666666666666666)
    """
    ours, gold = set(_pairs(found)), set(_pairs(truth))
    both = len(ours & gold)
    precision, recall = both / max(1, len(ours)), both / max(1, len(gold))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def _pairs(rows: Sequence[Sequence[Place]]) -> Iterator[tuple[Place, Place]]:
    for row in rows:
        yield from combinations(sorted(row), 2)


def _columns() -> dict[str, list[str]]:
    lines = PARZIVAL.read_text(encoding="utf-8").splitlines()
    table = [line.split("\t") for line in lines]
    sigils = table[0]
    return {
        sigil: [row[k].strip() if k < len(row) else "" for row in table[1:]] for k, sigil in enumerate(sigils)
    }


def _witnesses(columns: dict[str, list[str]]) -> tuple[list[Witness], list[list[Place]]]:
    """The texts that the tokens make, and the true rows by where each token's first word begins."""
    witnesses = []
    rows: list[list[Place]] = [[] for _ in next(iter(columns.values()))]
    for sigil, tokens in columns.items():
        text, places = _joined(tokens)
        split = words.split(text)
        paragraphs = words.paragraphs(text)
        sentences = words.sentences(text, paragraphs)
        witnesses.append(Witness(Article(sigil, text), split, sentences, paragraphs))
        for row, (start, end) in places:
            low, high = split.within(start, end)
            if low < high:
                rows[row].append((sigil, int(split.starts[low])))
    return witnesses, rows


def _joined(tokens: Sequence[str]) -> tuple[str, list[tuple[int, tuple[int, int]]]]:
    text, places = "", []
    for row, token in enumerate(tokens):
        if token:
            places.append((row, (len(text), len(text) + len(token))))
            text += token + " "
    return text, places


if __name__ == "__main__":
    for metric, figure in measure().items():
        print(f"{metric:<12} {figure:.4f}")
