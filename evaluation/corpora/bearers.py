"""Pronouns that speak and whom another article names beside the same words (`labels/pronouns.tsv`).

A third of the months is held back: nothing is fitted on it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple
from zlib import crc32

from evaluation import corpora, labels
from retold.language.names import name_key
from retold.model import Article

_THIRDS = 3


class Bearer(NamedTuple):
    """A pronoun at a character of an article, and the surname of whom it means, made comparable."""

    corpus: str
    article: str
    at: int
    surname: str

    @property
    def text(self) -> Article:
        """The article in which it stands."""
        return corpora.article(self.corpus, self.article)

    def is_called(self, name: str) -> bool:
        """Whether a name has the surname."""
        return name_key(name.rsplit(maxsplit=1)[-1]) == self.surname

    @property
    def month(self) -> str:
        """The corpus and the month of publication: what folds are made by."""
        return f"{self.corpus} {str(self.text.published or '')[:7]}"

    @property
    def held(self) -> bool:
        """Whether it is of the third of the months that nothing is fitted on."""
        return crc32(self.month.encode()) % _THIRDS == 0


@cache
def bearers() -> Mapping[tuple[str, str], Sequence[Bearer]]:
    """All of them by corpus and article, in the order of the file."""
    found: dict[tuple[str, str], list[Bearer]] = defaultdict(list)
    for row in labels.records("pronouns"):
        words = corpora.article(row["corpus"], row["other"]).text[int(row["start"]) : int(row["end"])].split()
        surname = name_key(words[-1].strip("“”\"'’.,"))
        one = Bearer(row["corpus"], row["article"], int(row["at"]), surname)
        found[one.corpus, one.article].append(one)
    return found
