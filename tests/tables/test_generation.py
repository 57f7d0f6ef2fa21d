"""What only a whole corpus tells."""

from __future__ import annotations

import numpy as np

from retold.tables.generation import Bars, Generation, Recurring, Weights


def test_a_generation_knows_no_furniture_unless_it_is_said() -> None:
    weights = Weights(np.array([3]), np.ones(1, np.float32), np.ones(1, bool), 2)
    one = Generation(2, weights, Bars(0.1, 0.5))
    assert one.furniture == {}
    assert Recurring(4, {"share this": 3}, frozenset()) != Recurring(5, {"share this": 3}, frozenset())
