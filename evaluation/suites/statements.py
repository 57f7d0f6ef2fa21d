"""Statements measured on PolNeAR: are quotations found, and given to the right speaker?

The definitions stand in `evaluation.metrics.attributions`. Units are articles.
"""

from __future__ import annotations

import time

import retold
from evaluation.corpora import polnear
from evaluation.measures import Measure, Part, information, measured
from evaluation.metrics import attributions
from retold.model import Article

NEEDS = ("polnear",)
_SIZES = {"quick": 40, "whole": 300}  # articles of the seeded sample


def measures(part: Part) -> list[Measure]:
    """The figures for a seeded sample of train and dev."""
    sample = polnear.sample(_SIZES[part])
    began = time.perf_counter()
    found = [retold.statements(Article(one.id, one.text)) for one in sample]
    spent = time.perf_counter() - began
    units = [
        attributions.counted(one.text, one.attributions, said)
        for one, said in zip(sample, found, strict=True)
    ]
    return [
        *measured(units, attributions.figures, outlets=[one.outlet for one in sample]),
        information("segments", sum(unit["segments"] for unit in units)),
        information("articles a second", len(sample) / spent, "per second"),
    ]
