"""How much counts of what brief texts have in common."""

from __future__ import annotations

import numpy as np
import pytest

from retold.steps.story import brevity


def test_more_words_count_for_more_until_all_counts() -> None:
    found = brevity.counted(np.array([0, 10, 40, 99, 100, 5000]), 25, 100)
    assert found[0] == 0
    assert (np.diff(found[:5]) > 0).all()
    assert found[3] < found[4] == found[5] == 1


def test_it_counts_by_half_of_its_most_at_brief_words() -> None:
    assert float(brevity.counted(25, 25, 100)) == pytest.approx(0.5 / (100 / 125))
