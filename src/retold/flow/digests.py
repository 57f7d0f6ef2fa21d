"""Digests of a corpus that an engine holds: looked for here, as `corpus.digests` does, among its pairs.

Only articles that are paired are asked for: their vectors and how many words they have. Which articles are
digests, and with whom they are alike all the same, goes back to the engine as tables.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from retold.corpus import digests
from retold.corpus.articles import Corpus
from retold.corpus.cache import Cache
from retold.corpus.wide import Words
from retold.engines.connect import Stages
from retold.flow import columns
from retold.model import OutsideSource
from retold.settings import Settings
from retold.steps import fingerprint, story
from retold.steps.story.likeness import Vectors
from retold.tables import Bars, Edges, Pairs, Weights

if TYPE_CHECKING:
    import pyarrow as pa

DIGESTS = "name bigint"
Sources = Mapping[str, tuple[OutsideSource, ...]]  # of each digest, by its id
_ENDS = "SELECT a AS name FROM pairs UNION SELECT b AS name FROM pairs"
_VECTORS = f"""
    SELECT v.name, v.forms, v.weights, h.times
    FROM vectors v JOIN heads h ON v.name = h.name JOIN ({_ENDS}) p ON v.name = p.name
"""


def found(stages: Stages, corpus: Corpus, settings: Settings) -> digests.Found:
    """The digests, by the numbers of the corpus, with their sources."""
    number = {fingerprint.id_hash(name): place for place, name in enumerate(corpus.ids)}
    pairs = _pairs(stages, number)
    words = _words(stages, number)
    near = story.Near(words.vectors, Edges.of([]), _NOTHING, Bars(0.0, 0.0), np.arange(len(words.vectors)))
    return digests.found(corpus, Cache(corpus, settings), pairs, words, near)


def rows(corpus: Corpus, sources: Sources) -> Iterator[pa.RecordBatch]:
    """The digests as rows of `DIGESTS`."""
    held = (name for name in corpus.ids if name in sources)
    return columns.batches(DIGESTS, ([fingerprint.id_hash(name)] for name in held))


def _pairs(stages: Stages, number: Mapping[int, int]) -> Pairs:
    """The candidate pairs in the order of their articles, and who stands for whom."""
    same = np.arange(len(number), dtype=np.int32)
    for name, stands in stages.rows("SELECT name, stands FROM copies"):
        same[number[name]] = number[stands]
    each = [(number[a], number[b], share) for a, b, share in stages.rows("SELECT a, b, share FROM pairs")]
    each = sorted((min(a, b), max(a, b), share) for a, b, share in each)
    a, b, share = zip(*each, strict=True) if each else ((), (), ())
    return Pairs(np.array(a, np.int32), np.array(b, np.int32), np.array(share, np.float64), same)


def _words(stages: Stages, number: Mapping[int, int]) -> Words:
    """The vectors and lengths of the articles that are paired; of others none."""
    held: dict[int, tuple[NDArray[np.int64], NDArray[np.float32]]] = {}
    lengths = np.zeros(len(number), np.int64)
    for name, forms, weights, times in stages.stream(_VECTORS):
        held[number[name]] = np.frombuffer(forms, np.int64), np.frombuffer(weights, np.float32)
        lengths[number[name]] = int(np.frombuffer(times, np.uint16).astype(np.int64).sum())
    none = np.zeros(0, np.int64), np.zeros(0, np.float32)
    each = [held.get(place, none) for place in range(len(number))]
    flat = np.concatenate([none[0], *(forms for forms, _ in each)])
    every, places = np.unique(flat, return_inverse=True)
    bounds = np.cumsum([0, *(len(forms) for forms, _ in each)])
    weights = np.concatenate([none[1], *(some for _, some in each)])
    vectors = Vectors(places.astype(np.int32), weights, bounds, np.zeros(len(every), np.bool_))
    return Words(vectors, every, lengths)


_NOTHING = Weights(np.zeros(0, np.int64), np.zeros(0, np.float32), np.zeros(0, np.bool_), 0)
