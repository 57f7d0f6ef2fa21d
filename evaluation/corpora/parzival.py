"""Parzival: witnesses of a text copied by hand in an experiment, aligned by hand, and who copied whom."""

from __future__ import annotations

import csv
import re

from evaluation.corpora.paths import SHARED

FOLDER = SHARED / "stemma_parzival"


def columns() -> dict[str, list[str]]:
    """The tokens of each witness by its sigil, '' for a gap; all lists are equally long."""
    with (FOLDER / "parzival-aligned.tsv").open(encoding="utf-8", newline="") as lines:
        table = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    rows = [row + [""] * (len(table[0]) - len(row)) for row in table[1:]]
    return {sigil: [row[k].strip() for row in rows] for k, sigil in enumerate(table[0])}


def true_edges() -> list[tuple[str, str]]:
    """Source and copy of every act of copying."""
    text = (FOLDER / "truth.dot").read_text(encoding="utf-8")
    return [(a, b) for a, b in re.findall(r'"(\w+)"\s*->\s*"(\w+)"', text)]
