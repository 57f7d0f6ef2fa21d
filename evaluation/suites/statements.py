"""Statements measured on PolNeAR: are quotations found, and given to the right speaker?

The definitions stand in `evaluation.metrics.attributions`. Units are articles.
"""

from __future__ import annotations

import time

import retold
from evaluation.corpora import polnear
from evaluation.measures import Measure, Part, Units, information, measured
from evaluation.metrics.attributions import CALIBRATION, counted, figures
from retold.model import Article

NEEDS = ("polnear",)
_SIZES = {"quick": 40, "whole": polnear.JUDGED}  # articles of the seeded sample


def measures(part: Part) -> list[Measure]:
    """The figures for a seeded sample of train and dev."""
    began = time.perf_counter()
    held = units(part)
    spent = time.perf_counter() - began
    return [
        *measured(
            held.counts,
            held.figures,
            lower=(CALIBRATION,),
            outlets=[one.outlet for one in polnear.sample(_SIZES[part])],
        ),
        information("segments", sum(unit["segments"] for unit in held.counts)),
        information("articles a second", len(held.counts) / spent, "per second"),
    ]


def units(part: Part) -> Units:
    """The articles of the sample."""
    sample = polnear.sample(_SIZES[part])
    counts = [
        counted(one.text, one.attributions, retold.statements(Article(one.id, one.text))) for one in sample
    ]
    return Units(counts, figures, [one.id for one in sample])
