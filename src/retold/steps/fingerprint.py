"""Word n-grams of a pile: what tells one text from another, with the place of each.

Digits are kept, because figures tell reports apart. N-grams inside furniture,
or across its edge, are left out. A pile may be taken in parts and joined.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from retold import kernels as kernel_sets
from retold.kernels import Kernels
from retold.settings import Fingerprint
from retold.tables import Grams, Hashes, Witness

_WHOLE = np.int64(0x2545F4914F6CDD1D)  # multiplier of the hash of a whole text


def take(witnesses: Sequence[Witness], settings: Fingerprint, kernels: Kernels | None = None) -> Grams:
    """The n-grams of every witness, by article and place.

    A text shorter than an n-gram gives one gram of all its words; one without
    words gives none. Time and space grow with the words of the pile.
    """
    kernels = kernels or kernel_sets.choose(work=sum(len(w.words) for w in witnesses))
    hashes, places, sizes = [], [], []
    for witness in witnesses:
        found, where = _of(witness, settings.words, kernels)
        hashes.append(found)
        places.append(where)
        sizes.append(len(found))
    return Grams(
        hash=np.concatenate([np.zeros(0, np.int64), *hashes]),
        article=np.repeat(np.arange(len(witnesses), dtype=np.int32), sizes),
        word=np.concatenate([np.zeros(0, np.int64), *places]).astype(np.int32),
        keys=np.array([_key(w.words.forms) for w in witnesses], np.int64),
        names=np.array([_name(w.id) for w in witnesses], np.int64),
        width=settings.words,
    )


def joined(parts: Sequence[Grams]) -> Grams:
    """The grams of a pile taken in parts, as if it had been taken whole; needs one part or more."""
    counts = [len(part.keys) for part in parts]
    first = np.cumsum([0, *counts[:-1]])
    shifted = [part.article + np.int32(low) for part, low in zip(parts, first, strict=True)]
    return Grams(
        hash=np.concatenate([part.hash for part in parts]),
        article=np.concatenate(shifted).astype(np.int32),
        word=np.concatenate([part.word for part in parts]),
        keys=np.concatenate([part.keys for part in parts]),
        names=np.concatenate([part.names for part in parts]),
        width=parts[0].width,
    )


def _of(witness: Witness, width: int, kernels: Kernels) -> tuple[Hashes, NDArray[np.int64]]:
    """One witness's grams and their places."""
    forms = witness.words.forms
    found = kernels.windows(forms, min(width, max(1, len(forms))))
    places = np.arange(len(found))
    if not witness.furniture:
        return found, places
    hidden = np.zeros(len(forms) + width, np.bool_)
    for span in witness.furniture:
        low, high = witness.words.touching(span.start, span.end)
        hidden[max(0, low - width + 1) : high] = True
    keep = ~hidden[: len(found)]
    return found[keep], places[keep]


def _name(identifier: str) -> int:
    """A 63-bit hash of an id, the same on every machine."""
    digest = blake2b(identifier.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little") >> 1


def _key(forms: Hashes) -> int:
    """A hash of the whole text: equal words in equal order, equal key."""
    powers = np.arange(1, len(forms) + 1, dtype=np.int64) * _WHOLE | 1
    return int(np.bitwise_xor.reduce((forms ^ (forms >> 29)) * powers, initial=len(forms)))
