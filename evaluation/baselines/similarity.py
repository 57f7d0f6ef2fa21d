"""How alike texts are by simple counts: cosine of idf-weighted words, containment of word n-grams."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from evaluation.fit.logistic import folds

_WORD = re.compile(r"\w+")
_RUN = 3  # words of an n-gram

Vector = Mapping[str, float]


def words(text: str) -> list[str]:
    """Words in lower case."""
    return _WORD.findall(text.lower())


def idf_vectors(texts: Mapping[str, str]) -> dict[str, Vector]:
    """A vector of length 1 for each text: counts of its words times their inverse document frequency."""
    counts = {name: Counter(words(text)) for name, text in texts.items()}
    documents = Counter(word for held in counts.values() for word in held)
    found: dict[str, Vector] = {}
    for name, held in counts.items():
        weights = {word: n * math.log(1 + len(texts) / documents[word]) for word, n in held.items()}
        norm = math.sqrt(sum(w * w for w in weights.values())) or 1.0
        found[name] = {word: weight / norm for word, weight in weights.items()}
    return found


def cosine(one: Vector, other: Vector) -> float:
    """Cosine of two vectors of length 1."""
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other.get(word, 0.0) for word, weight in one.items())


def ngrams(text: str, run: int = _RUN) -> frozenset[tuple[str, ...]]:
    """The word n-grams of a text."""
    found = words(text)
    return frozenset(tuple(found[at : at + run]) for at in range(len(found) - run + 1))


def containment(text: str, sources: Iterable[str]) -> float:
    """The share of the text's word trigrams that some source has (Broder 1997; METER's first baseline).

    >>> containment("a b c d", ["x a b c"])
    0.5
    """
    mine = ngrams(text)
    theirs = frozenset().union(*map(ngrams, sources))
    return len(mine & theirs) / len(mine) if mine else 0.0


def groupings(texts: Mapping[str, str], cuts: Sequence[float]) -> dict[float, dict[str, int]]:
    """For each cut the groups of texts joined wherever two have at least that idf cosine (single linkage)."""
    import numpy as np
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import connected_components

    vectors = idf_vectors(texts)
    names = sorted(vectors)
    column = {word: k for k, word in enumerate(sorted({w for held in vectors.values() for w in held}))}
    rows = [k for k, name in enumerate(names) for _ in vectors[name]]
    columns = [column[word] for name in names for word in vectors[name]]
    weights = [weight for name in names for weight in vectors[name].values()]
    table = csr_array((np.array(weights), (rows, columns)), shape=(len(names), len(column)))
    likeness = (table @ table.T).toarray()
    found: dict[float, dict[str, int]] = {}
    for cut in cuts:
        _, group = connected_components(csr_array(likeness >= cut), directed=False)
        found[cut] = dict(zip(names, group.tolist(), strict=True))
    return found


def best_threshold(scores: Sequence[float], truth: Sequence[bool]) -> float:
    """The threshold with the best balanced accuracy on labelled scores.

    >>> best_threshold([0.1, 0.4, 0.6], [False, True, True])
    0.4
    """

    def accuracy(least: float) -> float:
        true = [s >= least for s, t in zip(scores, truth, strict=True) if t]
        false = [s < least for s, t in zip(scores, truth, strict=True) if not t]
        return sum(true) / max(1, len(true)) + sum(false) / max(1, len(false))

    return max(sorted(set(scores)), key=accuracy)


def held_out(scores: Sequence[float], truth: Sequence[bool], groups: Sequence[str]) -> list[bool]:
    """Which scores reach the best threshold of the other groups: what a cut is worth elsewhere.

    >>> held_out([0.1, 0.6, 0.2, 0.7], [False, True, False, True], ["a", "a", "b", "b"])
    [False, False, False, True]
    """
    fold = folds(groups).tolist()
    cuts = {}
    for k in set(fold):
        others = [(s, t) for s, t, f in zip(scores, truth, fold, strict=True) if f != k]
        cuts[k] = best_threshold(*zip(*others, strict=True)) if others else 0.0
    return [score >= cuts[k] for score, k in zip(scores, fold, strict=True)]
