"""What versions state of each other: an agency's item names the item that it replaces."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from retold.model import Article
from retold.steps.lineage.readings import Bools
from retold.tables import Witness


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
