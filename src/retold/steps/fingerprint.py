"""Word n-grams of a corpus: what tells one text from another, with the place of each.

Digits are kept, because figures tell reports apart. N-grams inside furniture,
or across its edge, are left out. A corpus may be taken in parts and joined.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from retold import kernels as kernel_sets
from retold import parameters
from retold.kernels import Kernels
from retold.model import Span
from retold.settings import Fingerprint
from retold.tables import Grams, Ints, ManyWords, Witness

_P = parameters.of("fingerprint", "solid")
_RUN, _LETTERS, _MARKED = _P.integer("run"), _P.integer("letters"), _P.number("marked")
Hidden = Mapping[str, Sequence[Span]]  # furniture by the article's id


def take(witnesses: Sequence[Witness], settings: Fingerprint, kernels: Kernels | None = None) -> Grams:
    """The n-grams of every witness, by article and place.

    A text shorter than an n-gram gives one gram of all its words; one without
    words gives none. Time and space grow with the words of the corpus.
    """
    words = ManyWords.of([w.words for w in witnesses], [w.text for w in witnesses])
    hidden = {w.id: w.furniture for w in witnesses if w.furniture}
    return of(words, [w.id for w in witnesses], settings, hidden, kernels)


def of(
    words: ManyWords,
    ids: Sequence[str],
    settings: Fingerprint,
    hidden: Hidden | None = None,
    kernels: Kernels | None = None,
) -> Grams:
    """The n-grams of many texts, from their words and ids; `hidden` is each one's furniture."""
    kernels = kernels or kernel_sets.choose(work=len(words.forms))
    hashes, sizes, keys = kernels.grams(words, settings.words)
    firsts = np.cumsum(np.r_[0, sizes[:-1]]) if len(sizes) else sizes
    grams = Grams(
        hash=hashes,
        article=np.repeat(np.arange(len(sizes), dtype=np.int32), sizes),
        word=(np.arange(len(hashes)) - np.repeat(firsts, sizes)).astype(np.int32),
        keys=keys,
        names=np.array([id_hash(one) for one in ids], np.int64),
        width=settings.words,
    )
    return _shown(grams, words, ids, hidden) if hidden else grams


def shown(words: ManyWords, ids: Sequence[str], hidden: Hidden) -> ManyWords:
    """The words of many texts that no furniture touches; `hidden` is each one's furniture."""
    spans = ((number, span) for number, name in enumerate(ids) for span in hidden.get(name, ()))
    return words.without((number, span.start, span.end) for number, span in spans)


def telling(words: ManyWords, kernels: Kernels) -> ManyWords:
    """The words of many texts; in scripts without spaces each sign with those behind it.

    A single sign of such a script is a word here, and a few dozen signs stand in every text:
    only pairs of them tell what a text is about. Where signs carry marks (Thai, Khmer, Burmese) they
    are letters, and `letters` of them in a row tell as much as a pair of Chinese signs.
    """
    if len(words.forms) < 2:
        return words
    adjacent = words.ends[:-1] == words.starts[1:]
    adjacent[words.bounds[(words.bounds > 0) & (words.bounds < len(words.forms))] - 1] = False
    sizes = words.ends - words.starts
    single = (sizes == 1) & (words.shapes == 0)
    lettered = _lettered(adjacent, sizes)
    forms = words.forms.copy()
    for joined, width in ((single[:-1] & single[1:] & adjacent & ~lettered[:-1], 2), (lettered, _LETTERS)):
        places = np.flatnonzero(joined[: max(0, len(forms) - width + 1)])
        if len(places):
            forms[places] = kernels.windows(words.forms, width)[places]
    return ManyWords(words.starts, words.ends, forms, words.shapes, words.bounds)


def _lettered(adjacent: NDArray[np.bool_], sizes: Ints) -> NDArray[np.bool_]:
    """Which words are letters of a long run without spaces in which some letters carry marks."""
    run = np.r_[0, np.cumsum(~adjacent)]
    length = np.bincount(run)
    marked = np.bincount(run, sizes > 1) >= _MARKED * length
    shown: NDArray[np.bool_] = (length >= _RUN) & marked
    return shown[run]


def _shown(grams: Grams, words: ManyWords, ids: Sequence[str], hidden: Hidden) -> Grams:
    """The grams that no furniture touches."""
    firsts = np.searchsorted(grams.article, np.arange(len(ids)))
    keep = np.ones(len(grams), np.bool_)
    for number, name in enumerate(ids):
        for span in hidden.get(name, ()):
            low, high = words.text(number).touching(span.start, span.end)
            first, last = firsts[number], np.searchsorted(grams.article, number, side="right")
            keep[first + max(0, low - grams.width + 1) : min(last, first + high)] = False
    return _kept(grams, keep)


def _kept(grams: Grams, keep: NDArray[np.bool_]) -> Grams:
    shown = grams.hash[keep], grams.article[keep], grams.word[keep]
    return Grams(*shown, grams.keys, grams.names, grams.width)


def id_hash(identifier: str) -> int:
    """A 63-bit hash of an id, the same on every machine."""
    digest = blake2b(identifier.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little") >> 1
