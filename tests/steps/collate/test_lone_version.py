"""A text that is told once has a collation of one column a word, and no reading that differs."""

from __future__ import annotations

import numpy as np

from retold.model import Span
from retold.settings import Align
from retold.steps import collate
from retold.steps.lineage import readings
from tests.steps.witnesses import witness

TEXT = "The ferry Alma sank off the mole. “All hands are safe,” Ilse Brandt said.\n\nShare this page"


def test_a_lone_version_has_a_locus_for_each_word() -> None:
    one = witness(TEXT, "a", hidden="Share this page")
    grid = collate.collate([one], Align())
    assert grid.witnesses == (one,) and grid.moves == ()
    assert grid.cells.tolist() == [[word] for word in range(len(one.words))]


def test_a_lone_version_differs_from_nobody_and_its_furniture_is_out() -> None:
    one = witness(TEXT, "a", hidden="Share this page")
    assert one.furniture == (Span("a", TEXT.index("Share"), len(TEXT)),)
    found = readings.read(collate.collate([one], Align()))
    assert len(found) == 0
    assert int((np.asarray(found.cells) < 0).sum()) == 3


def test_no_version_has_no_locus() -> None:
    assert collate.collate([], Align()).cells.shape == (0, 0)
