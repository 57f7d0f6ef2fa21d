"""What versions state of each other: which one it replaces, and that it was put right."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from retold.model import Article
from retold.steps.lineage import names
from retold.steps.lineage.readings import Bools
from retold.tables import Witness

_LED = re.compile(r"[^.!?\n]{0,40}?(?::|\s?[–—]|\s-\s)")  # a label, a day perhaps, and what stands behind it


def replaced_by(article: Article) -> frozenset[str]:
    """The ids of the versions that an article says it replaces, as the readers of exchange formats keep them.

    >>> sorted(replaced_by(Article("b", "The ferry.", extra={"replaces": ("a",)})))
    ['a']
    """
    given = article.extra.get("replaces")
    listed = [given] if isinstance(given, str) else given
    return frozenset(map(str, listed)) if isinstance(listed, (list, tuple)) else frozenset()


def replaces(witnesses: Sequence[Witness]) -> Bools:
    """For each source and copy [versions, versions] whether the copy says that it replaces the source."""
    found = np.zeros((len(witnesses), len(witnesses)), dtype=np.bool_)
    number = {one.id: at for at, one in enumerate(witnesses)}
    for copy, one in enumerate(witnesses):
        for name in replaced_by(one.article) & number.keys():
            found[number[name], copy] = number[name] != copy
    return found


def put_right(witnesses: Sequence[Witness]) -> Bools:
    """For each source and copy [versions, versions] whether the copy says that its house put it right.

    The source, of the same known house, has no such note. Neither first nor last paragraph of a report opens
    as such notes do, but for sentences that begin with one of their words: Corrections officers said so.
    """
    noted = np.array([is_put_right(one) for one in witnesses], np.bool_)
    keys = np.array([names.outlet_key(one) for one in witnesses])
    found: Bools = noted[None, :] & ~noted[:, None]
    if noted.any():
        found &= (keys[:, None] == keys[None, :]) & (keys != "")[:, None]
    return found


def is_put_right(witness: Witness) -> bool:
    """Whether a report says at one of its ends that an earlier version of it was wrong."""
    notices, ends = witness.language.notices, witness.paragraphs.tolist()
    for start, end in [*ends[:1], *ends[-1:]] if len(ends) > 1 else []:
        words = witness.text[start:end]
        labelled = _LED.match(words) is not None or not notices.opens_by_one_word(words)
        # The take that follows a corrected one has no such note, and is no earlier version for that.
        if notices.kind(words) == "correction" and labelled and not notices.is_of_a_take(words):
            return True
    return False
