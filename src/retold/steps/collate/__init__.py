"""All versions of one text side by side: loci, and what each version reads there.

    grid = collate.collate(witnesses, settings.align)   # cells[locus, version] = word number
    collate.readings(grid)                              # the same as tokens, with punctuation
    collate.columns({"A": ["the", "cat", ""], …})       # a grid from columns already aligned

Versions are brought together along a guide tree, the most alike first, and
each is then once more set against all others (as in multiple alignment of
proteins: Feng & Doolittle 1987, Barton & Sternberg 1987). Only words are
aligned; punctuation follows its word.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from retold import kernels as kernel_sets
from retold import parameters
from retold.kernels import Kernels
from retold.settings import Align
from retold.steps.collate import guide, profiles
from retold.steps.collate.moving import moves
from retold.steps.collate.profiles import Profile, Text
from retold.steps.collate.tokens import columns, filled, readings, with_lost_ends
from retold.tables import Grid, Ints, Witness

__all__ = ["collate", "columns", "filled", "readings", "with_lost_ends"]

_P = parameters.of("collate", "collate")
_REFINED = _P.integer("refined")
_ROUNDS = _P.integer("rounds")


def collate(witnesses: Sequence[Witness], settings: Align, kernels: Kernels | None = None) -> Grid:
    """Align all versions; the order in which they are given changes nothing.

    Words inside furniture stand in loci of their own where they can. Needs
    ids that differ. No witness gives a grid without loci.
    """
    kernels = kernels or kernel_sets.choose()
    ordered = tuple(sorted(witnesses, key=lambda w: w.id))
    if len(ordered) < 2:  # most articles of a corpus are told once
        size = sum(len(w.words) for w in ordered)
        return Grid(ordered, np.arange(size, dtype=np.int32).reshape(size, len(ordered)))
    texts = _texts(ordered)
    profile = _refined(_progressive(texts, kernels), texts, kernels)
    cells = profile.cells[:, np.argsort(profile.versions)]
    return Grid(ordered, cells, moves(ordered, cells, texts, settings.move))


def _texts(witnesses: Sequence[Witness]) -> list[Text]:
    """All versions with their words numbered alike; furniture matches nothing."""
    forms = np.concatenate([np.zeros(0, np.int64), *(w.words.forms for w in witnesses)])
    _, ids = np.unique(forms, return_inverse=True)
    bounds = np.cumsum([0, *(len(w.words) for w in witnesses)]).tolist()
    found = []
    for k, witness in enumerate(witnesses):
        own = ids[bounds[k] : bounds[k + 1]].astype(np.int32)
        found.append(Text(_hidden(witness, own), _letters(witness)))
    return found


def _hidden(witness: Witness, ids: Ints) -> Ints:
    """The numbers of the words, those inside furniture made equal to nothing."""
    ids[witness.tokens.furniture] = profiles.FURNITURE
    return ids


def _letters(witness: Witness) -> list[str]:
    text = witness.text
    spans = zip(witness.words.starts.tolist(), witness.words.ends.tolist(), strict=True)
    return [witness.language.fold(text[low:high]) for low, high in spans]


def _progressive(texts: list[Text], kernels: Kernels) -> Profile:
    clusters = {k: profiles.single(texts, k) for k in range(len(texts))}
    for step, (i, j) in enumerate(guide.merges([text.ids for text in texts], kernels)):
        clusters[len(texts) + step] = profiles.merge(clusters.pop(i), clusters.pop(j), texts, kernels)
    return next(iter(clusters.values()))


def _refined(profile: Profile, texts: list[Text], kernels: Kernels) -> Profile:
    """Each version taken out and set against all the others, in order of id."""
    if not 2 < len(texts) <= _REFINED:
        return profile
    for _ in range(_ROUNDS):
        for version in range(len(texts)):
            rest = profiles.without(profile, version)
            profile = profiles.merge(rest, profiles.single(texts, version), texts, kernels)
    return profile
