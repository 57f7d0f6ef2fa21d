"""Pairs of versions in other languages: their marks, the pairs out of frames, and what counts as told."""

from __future__ import annotations

import pytest

from evaluation.corpora import retellings
from evaluation.generator import retellings as frames
from evaluation.metrics.changes import Altered
from evaluation.suites import retellings as suite

PAIR = retellings.pair_of(
    "x", "2034-05-01", ("Es {wording|brannten} {figure|drei} Boote.{cut| Alle sahen zu.}", "Es {wording|standen in Brand} {figure|vier} Boote."), "de"
)  # fmt: skip


def report(kind: str, a: str, b: str) -> Altered:
    places = {}
    for article, words in ((PAIR.a, a), (PAIR.b, b)):
        at = article.text.index(words)
        places[article.id] = ((at, at + len(words)),) if words else ()
    return Altered(kind, (PAIR.a.id, PAIR.b.id), places, {})


def test_marks_are_taken_out_and_pair_with_those_of_the_other_version() -> None:
    assert PAIR.a.text == "Es brannten drei Boote. Alle sahen zu."
    assert PAIR.b.text == "Es standen in Brand vier Boote."
    figure = next(one for one in PAIR.labels if one.kinds == ("figure",))
    assert figure.a and figure.b
    assert (PAIR.a.text[slice(*figure.a)], PAIR.b.text[slice(*figure.b)]) == ("drei", "vier")
    cut = next(one for one in PAIR.labels if one.kinds == ("cut",))
    assert cut.b is None
    assert [PAIR.a.text[slice(*place)] for place in PAIR.easy[PAIR.a.id]] == ["brannten"]


def test_marks_of_a_kind_that_do_not_pair_are_refused() -> None:
    with pytest.raises(ValueError, match="figure"):
        retellings.pair_of("x", "2034-05-01", ("{figure|drei}", "vier"), "de")


def test_forty_pairs_of_each_language_are_written_by_hand() -> None:
    for code in retellings.CODES:
        held = [one for part in retellings.parts(code) for one in retellings.pairs(code, part)]
        assert len(held) >= 40
        assert len({one.a.id for one in held}) == len(held)
        assert not any(set("{}|") & set(one.a.text + one.b.text) for one in held)


def test_pairs_out_of_frames_change_three_sentences_and_follow_from_the_seed() -> None:
    for code in retellings.CODES:
        for one in retellings.generated(code, 10):
            assert sum(label.kinds[0] not in retellings.ONE_SIDED for label in one.labels) == 3
        assert frames.marked(code, "1") == frames.marked(code, "1") != frames.marked(code, "2")


def test_a_frame_without_a_slot_is_refused() -> None:
    from random import Random

    with pytest.raises(ValueError, match="without a slot"):
        frames.filled("Es regnet.", Random(1), changed=True)


def test_a_report_is_right_by_kind_and_place() -> None:
    figure = next(one for one in PAIR.labels if one.kinds == ("figure",))
    assert suite.is_right(report("figure", "drei", "vier"), figure, PAIR)
    assert not suite.is_right(report("name", "drei", "vier"), figure, PAIR)
    assert not suite.is_right(report("figure", "Alle", "Boote"), figure, PAIR)


def test_rewordings_are_not_judged_nor_cuts_in_what_was_reworded() -> None:
    assert not suite.is_judged(report("wording", "drei", "vier"), PAIR)
    assert not suite.is_judged(report("cut", "brannten", ""), PAIR)
    assert suite.is_judged(report("cut", "Alle sahen", ""), PAIR)
    assert suite.is_judged(report("figure", "brannten", "standen"), PAIR)


def test_a_pair_counts_what_is_found_and_what_is_right() -> None:
    counts = suite.counted(PAIR)
    assert counts["all wanted"] == 2
    assert counts["controls"] == 0
    control = retellings.pair_of("y", "2034-05-01", ("Es {style|regnet}.", "Es {style|regnete}."), "de")
    assert suite.counted(control)["clean"] == suite.counted(control)["controls"] == 1
    shares = suite.figures(counts, "de")
    assert shares["de: all recall"] <= 1
    assert suite.is_guarded("de: all recall")
    assert not suite.is_guarded("de: hedge recall")
