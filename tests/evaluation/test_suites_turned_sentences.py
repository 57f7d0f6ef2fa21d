"""The suite of turned sentences: what stands in the file, and what counts as told."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from evaluation import labels
from evaluation.labels import draw_reports
from evaluation.suites import turned_sentences as suite
from retold.model import Change, Span

_ROW = {
    "kind": "negation",
    "set": "first",
    "lead": "It rained.",
    "a": "They [[did]] sail.",
    "b": "They [[did not]] sail.",
    "tail": "Ends.",
}


def _change(one: suite.Turned, kind: str, start: int, weight: str = "substance") -> Change:
    span = Span(one.copy.id, start, start + 3)
    made = Change(
        "c",
        "s",
        None,
        one.source.id,
        one.copy.id,
        False,
        "sense",
        (),
        (span,),
        "",
        "not",
        "substance",
        0.9,
        (),
    )
    return replace(made, kind=kind, weight=weight)  # type: ignore[arg-type]


def test_there_are_as_many_of_each_kind_and_controls() -> None:
    counts = Counter((row["set"], row["kind"]) for row in labels.objects("turned_sentences"))
    for part, each in zip(suite.SETS, (12, 5), strict=True):
        assert {counts[part, kind] for kind in suite.KINDS} == {each}
        assert counts[part, suite.CONTROL] >= each


def test_the_marks_are_taken_out_and_their_places_kept() -> None:
    one = suite.turned(0, _ROW)
    assert one.copy.text == "It rained.\n\nThey did not sail.\n\nEnds."
    ((low, high),) = one.places[one.copy.id]
    assert one.copy.text[low:high] == "did not"


def test_a_turn_is_told_by_a_narrow_change_of_substance_at_its_place() -> None:
    one = suite.turned(0, _ROW)
    at = one.copy.text.index("not")
    assert suite.counted(one, [_change(one, "sense", at)])["all as such"] == 1
    assert suite.counted(one, [_change(one, "cut", at)])["all told"] == 0
    assert suite.counted(one, [_change(one, "hedge", at)])["all told"] == 1
    assert suite.counted(one, [_change(one, "sense", 0)])["right"] == 0


def test_no_report_of_a_control_is_right() -> None:
    one = suite.turned(0, {**_ROW, "kind": suite.CONTROL})
    counts = suite.counted(one, [_change(one, "sense", one.copy.text.index("not"))])
    assert (counts["reports"], counts["right"], counts["all planted"]) == (1, 0, 0)


def test_a_long_reading_is_shown_without_its_middle() -> None:
    assert draw_reports._cut("short") == "short"
    assert len(draw_reports._cut("x" * 9000)) < 600
