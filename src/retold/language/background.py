"""How common words are in a language before any text of a job is read: document frequencies.

A few texts cannot tell how rare their words are: of eight articles two hold "spokesman", and two hold the
name of a village. The table of a language can. A word that it lacks is rare; one that is never written in
lower case (a name, a figure) rarer still.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retold import parameters
from retold.language.folding import form

Hashes = NDArray[np.int64]
Shares = NDArray[np.float32]

UNIT = 10_000  # the table counts holders among so many texts
_P = parameters.of("language", "background")
_FUNCTION_WORD = _P.number("function_word")
_UNLISTED = np.array(_P.row("unlisted"), np.float32)  # by the shapes of tables.SHAPES


@dataclass(frozen=True, slots=True, eq=False)
class Background:
    """Document frequencies by word form, as shares of texts."""

    forms: Hashes  # [n] rising; see `folding.form`
    shares: Shares  # [n]

    @classmethod
    def of(cls, table: str, function_words: Collection[str]) -> Background:
        """From lines `word,frequency` under a heading; function words are common whatever the table says."""
        lines = [line for line in table.splitlines() if line and not line.startswith("#")][1:]
        held = {form(word): int(count) / UNIT for word, _, count in (line.partition(",") for line in lines)}
        for word in map(form, function_words):
            held[word] = max(_FUNCTION_WORD, held.get(word, 0.0))
        forms = np.array(sorted(held), np.int64)
        return cls(forms, np.array([held[one] for one in forms.tolist()], np.float32))

    def of_forms(self, forms: Hashes, shapes: NDArray[np.uint8]) -> Shares:
        """The share of texts that hold each word; by its shape (`tables.SHAPES`) where it is not listed.

        >>> few = Background(np.array([3, 8]), np.array([0.5, 0.25], np.float32))
        >>> few.of_forms(np.array([8, 4]), np.zeros(2, np.uint8))[0].item()
        0.25
        """
        if not len(self.forms):
            return _UNLISTED[shapes]
        places = np.minimum(np.searchsorted(self.forms, forms), len(self.forms) - 1)
        listed = self.forms[places] == forms
        found: Shares = np.where(listed, self.shares[places], _UNLISTED[shapes])
        return found
