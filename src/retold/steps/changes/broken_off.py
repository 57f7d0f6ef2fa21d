"""Texts that a service cut off: what lies behind the cut is not compared, because it may be there or not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from retold.steps.changes.pair import Side
from retold.tables import Alignment


def held_back(alignment: Alignment, old: Side, new: Side) -> tuple[Side, Side]:
    """Both versions, the words that stand behind the other's cut marked as what no change speaks of.

    A reader keeps in `extra["cut_off"]` how many characters a service said were missing. The last word before
    the cut may be half a word: where it has no partner, it is marked as well.
    """
    if not _is_cut_off(old) and not _is_cut_off(new):
        return old, new
    shared = [block for block in alignment.blocks if block.kind == "equal"]
    a_last = max((block.a_high for block in shared), default=0)
    b_last = max((block.b_high for block in shared), default=0)
    return _from(old, a_last), _from(new, b_last)


def _is_cut_off(side: Side) -> bool:
    return bool(side.witness.article.extra.get("cut_off"))


def _from(side: Side, place: int) -> Side:
    """A version whose words from a place on are marked."""
    hidden = np.arange(len(side.words)) >= place
    return replace(side, furniture=side.furniture | hidden, prose=side.prose & ~hidden)
