"""How much of an article comes from given sources, all of them together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from retold.model import Reuse
from retold.steps.story import features, judgement
from retold.tables import Alignment, Ints, Witness

NAMES = (
    "runs",  # words of the article in runs of four or more that some source has
    "long_runs",  # in runs of eight or more
    "shared",  # words with an equal partner in some source
    "passages",  # words inside passages
    "unquoted",  # words in runs outside quotation marks, of those outside
    "lacking",  # names and figures of the article that no source has
    "longest",  # logarithm of the longest run
    "length",  # logarithm of the article's words
)


def judge(article: Witness, alignments: Sequence[Alignment]) -> Reuse:
    """The label with its probabilities, and the passages (`a` in the article, `b` in a source).

    Each alignment has the article on one side; either will do. Without words
    in common, or without sources, the label is none.
    """
    turned = [one if one.a.id == article.id else one.turned() for one in alignments]
    passages = tuple(sorted((p for one in turned for p in one.passages), key=lambda p: (p.a, p.b)))
    values = numbers(article, turned)
    if not values[2]:
        return Reuse(article.article, "none", {"wholly": 0.0, "partially": 0.0, "none": 1.0}, passages)
    probabilities = judgement.labelled(NAMES, values)
    label = max(judgement.LABELS, key=lambda one: probabilities[one])
    return Reuse(article.article, label, probabilities, passages)


def numbers(article: Witness, alignments: Sequence[Alignment]) -> NDArray[np.float64]:
    """The numbers of `NAMES`, in their order; the article is `a` of each alignment."""
    n = len(article.words)
    partners = [features.equal_partners(one) for one in alignments]
    runs = [run for one in partners for run in features.runs_of(one)]
    in_runs, quoted = features.in_runs(runs, n, 4), features.quoted(article)
    values = (
        in_runs.sum() / max(1, n),
        features.in_runs(runs, n, 8).sum() / max(1, n),
        _any(partners, n).sum() / max(1, n),
        features.in_passages(article, [p.a for one in alignments for p in one.passages]),
        in_runs[~quoted].sum() / max(1, int((~quoted).sum())),
        features.lacking(article, [one.b for one in alignments]),
        np.log1p(max((length for _, length in runs), default=0)),
        np.log1p(n),
    )
    return np.array(values, np.float64)


def _any(partners: list[Ints], size: int) -> NDArray[np.bool_]:
    mask = np.zeros(size, np.bool_)
    for one in partners:
        mask |= one >= 0
    return mask
