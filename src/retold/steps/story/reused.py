"""How much of an article comes from given sources, all of them together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from retold import parameters
from retold.model import Reuse
from retold.steps.story import features, judgement
from retold.tables import Alignment, Witness

NAMES = (
    "runs",  # words outside quotation marks in runs of two or more that some source has, of those outside
    "telling",  # telling words that some source has, in whatever place
    "lacking",  # names and figures that no source has
    "lead",  # telling words of the first sentence that some source has
    "own",  # sentences of which the sources have next to nothing
    "length",  # logarithm of the article's words
)
_P = parameters.of("story", "reused")
_RUN = _P.integer("run")
_NEXT_TO_NOTHING = _P.number("next_to_nothing")


def judge(article: Witness, alignments: Sequence[Alignment]) -> Reuse:
    """The label with its probabilities, and the passages (`a` in the article, `b` in a source).

    Each alignment has the article on one side; either will do. Without words
    in common, or without sources, the label is none. The label is chosen by
    `judgement.chosen`, so between two that are nearly as likely it may be the rarer.
    """
    turned = [one if one.a.id == article.id else one.turned() for one in alignments]
    passages = tuple(sorted((p for one in turned for p in one.passages), key=lambda p: (p.a, p.b)))
    if not any((one.to_b >= 0).any() for one in turned):
        return Reuse(article.article, "none", {"wholly": 0.0, "partially": 0.0, "none": 1.0}, passages)
    probabilities = judgement.labelled(NAMES, numbers(article, turned))
    return Reuse(article.article, judgement.chosen(probabilities), probabilities, passages)


def numbers(article: Witness, alignments: Sequence[Alignment]) -> NDArray[np.float64]:
    """The numbers of `NAMES`, in their order; the article is `a` of each alignment."""
    n, sources = len(article.words), [one.b for one in alignments]
    runs = [run for one in alignments for run in features.runs_of(features.equal_partners(one))]
    telling = features.telling(article)
    had = np.isin(
        article.words.forms, np.concatenate([np.zeros(0, np.int64), *(features.forms(s) for s in sources)])
    )
    sentences = _by_sentence(article, had, telling)
    values = (
        features.share(features.in_runs(runs, n, _RUN), features.unquoted(article)),
        features.share(had, telling),
        features.lacking(article, sources),
        sentences[0],
        float((sentences < _NEXT_TO_NOTHING).mean()),
        np.log1p(features.size(article)),
    )
    return np.array(values, np.float64)


def _by_sentence(article: Witness, had: features.Mask, telling: features.Mask) -> NDArray[np.float64]:
    """For each sentence with telling words the share that some source has; one 0 if there is none."""
    if not telling.any() or not len(article.sentences):
        return np.zeros(1)
    sentence = article.tokens.sentence[telling].clip(min=0)
    sizes = np.bincount(sentence, minlength=len(article.sentences))
    found = np.bincount(sentence, had[telling], minlength=len(article.sentences))
    shares: NDArray[np.float64] = found[sizes > 0] / sizes[sizes > 0]
    return shares
