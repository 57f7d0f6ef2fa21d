"""Words as flat arrays: of one text and of many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retold.language.scripts import is_small

Ints = NDArray[np.int32]
Hashes = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of one text; punctuation and space lie between them.

    Two words with equal `forms` read the same but for case, quote marks,
    apostrophes and the points of an acronym (U.S. = US).
    """

    starts: Ints  # [n] first character
    ends: Ints  # [n] one past the last character
    forms: Hashes  # [n] 63-bit hash of the folded word, the same on every machine

    def __len__(self) -> int:
        return len(self.starts)

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of word numbers that lie inside these characters."""
        low = int(np.searchsorted(self.starts, start, side="left"))
        high = int(np.searchsorted(self.ends, end, side="right"))
        return low, max(low, high)

    def touching(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of word numbers that share a character with these."""
        low = int(np.searchsorted(self.ends, start, side="right"))
        high = int(np.searchsorted(self.starts, end, side="left"))
        return low, max(low, high)

    def chars(self, low: int, high: int) -> tuple[int, int]:
        """The characters from word `low` to before word `high`; needs low < high."""
        return int(self.starts[low]), int(self.ends[high - 1])


SHAPES = (
    "named",
    "plain",
    "short",
)  # not small; small (`scripts.is_small`); the same, of three letters or less


@dataclass(frozen=True, slots=True, eq=False)
class ManyWords:
    """The words of many texts, one text after another: text t has words bounds[t] to before bounds[t + 1]."""

    starts: Ints  # [n] first character, within its text
    ends: Ints  # [n]
    forms: Hashes  # [n] see `Words`
    shapes: NDArray[np.uint8]  # [n] place in SHAPES
    bounds: NDArray[np.int64]  # [texts + 1]

    def __len__(self) -> int:
        return len(self.bounds) - 1

    @staticmethod
    def of(each: Sequence[Words], texts: Sequence[str]) -> ManyWords:
        """The words of each text put one after another."""
        shapes = [
            np.fromiter(shapes_of(one, text), np.uint8, len(one))
            for one, text in zip(each, texts, strict=True)
        ]
        return ManyWords(
            np.concatenate([np.zeros(0, np.int32), *(one.starts for one in each)]),
            np.concatenate([np.zeros(0, np.int32), *(one.ends for one in each)]),
            np.concatenate([np.zeros(0, np.int64), *(one.forms for one in each)]),
            np.concatenate([np.zeros(0, np.uint8), *shapes]),
            np.cumsum([0, *map(len, each)]),
        )

    def text(self, number: int) -> Words:
        """The words of one text."""
        here = slice(self.bounds[number], self.bounds[number + 1])
        return Words(self.starts[here], self.ends[here], self.forms[here])

    def without(self, ranges: Iterable[tuple[int, int, int]]) -> ManyWords:
        """The words that share no character with any of these: number of the text, first character, end."""
        keep = np.ones(len(self.forms), np.bool_)
        for number, start, end in ranges:
            low, high = self.text(number).touching(start, end)
            keep[self.bounds[number] + low : self.bounds[number] + high] = False
        if keep.all():
            return self
        bounds = np.r_[0, np.cumsum(keep)][self.bounds]
        return ManyWords(self.starts[keep], self.ends[keep], self.forms[keep], self.shapes[keep], bounds)


def shapes_of(words: Words, text: str) -> Iterator[int]:
    """The shape of each word, as its place in SHAPES."""
    for start, end in zip(words.starts.tolist(), words.ends.tolist(), strict=True):
        sign = text[start]
        small = sign.islower() or (sign > "\x7f" and is_small(sign))
        yield 0 if not small else 2 if end - start <= SHORT_LETTERS else 1


def code_points(text: str) -> NDArray[np.int32]:
    """The number of each character of a text, lone surrogates too."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.int32)


SHORT_LETTERS = 3  # of a small word of which its shape says that it is short
