"""Decisions by hand: what a person says of a trace, kept in `decisions.jsonl`, replayed by the next run.

    ledger.read("monday.trace/decisions.jsonl")   # the decisions that hold, and a note for each bad line
    retold.trace(articles, decisions=…)

A decision names things by their content: ids of articles, of stories and of changes, words. What it no
longer finds it leaves alone, and the run says so.
"""

from __future__ import annotations

from retold.decisions.kinds import KINDS, Decision, Kind
from retold.decisions.ledger import Ledger, read
from retold.decisions.rulings import UNDECIDED, Rulings

__all__ = ["KINDS", "UNDECIDED", "Decision", "Kind", "Ledger", "Rulings", "read"]
