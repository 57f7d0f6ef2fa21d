"""What every function of the flow is given besides its rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from retold import kernels as kernel_sets
from retold.kernels import Kernels
from retold.model import Span
from retold.settings import Settings

PARTS = 1 << 8  # into which keys are divided, by bits that `match` does not thin out by


@dataclass(frozen=True, slots=True)
class Context:
    """The settings of a run, and about how many words its articles have, by which the kernels are chosen."""

    settings: Settings
    words: int

    def kernels(self) -> Kernels:
        """The inner loops that repay their loading."""
        return kernel_sets.choose(work=self.words)


def spans_of(article: str, ranges: bytes | None) -> tuple[Span, ...]:
    """The furniture of an article, from `ranges_of`."""
    each = np.frombuffer(ranges or b"", np.int32).reshape(-1, 2).tolist()
    return tuple(Span(article, start, end) for start, end in each)


def ranges_of(spans: Iterable[Span]) -> bytes:
    """The characters of spans as two numbers each."""
    return np.array([(one.start, one.end) for one in spans], np.int32).tobytes()
