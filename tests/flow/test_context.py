"""What the functions of the flow are given besides rows."""

from __future__ import annotations

import pickle

from retold.flow import context
from retold.kernels import REPAYS
from retold.model import Span
from retold.settings import Settings


def test_furniture_comes_back_from_two_numbers_a_span() -> None:
    spans = (Span("a", 0, 4), Span("a", 90, 1 << 20))
    assert context.spans_of("a", context.ranges_of(spans)) == spans
    assert context.spans_of("a", None) == ()


def test_it_travels_and_chooses_kernels_by_the_words_of_all() -> None:
    held = pickle.loads(pickle.dumps(context.Context(Settings(), 10)))
    assert held == context.Context(Settings(), 10)
    assert held.kernels().name == "reference"
    assert context.Context(Settings(), REPAYS).kernels().name == "compiled"
