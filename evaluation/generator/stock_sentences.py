"""Sentences that fit any event, and what people say at it."""

from __future__ import annotations

from evaluation.generator.word_lists import read, strings

BACKGROUND = strings("sentences", "background")
LOCAL = strings("sentences", "local")
LATE = strings("sentences", "late")
FOOTERS = strings("sentences", "footers")
LEAD_INS = strings("sentences", "lead_ins")
OCCASIONS = strings("sentences", "occasions")
AUDIENCES = strings("sentences", "audiences")
DIRECT = strings("sentences", "direct")  # whole sentences for between the marks, without the point
REPORTED = strings("sentences", "reported")  # clauses for after "said that"
PARTIAL = strings("sentences", "partial")  # for "called it '…'"
TITLES: dict[str, str] = read("sentences")["titles"]
