"""Reports with marks, piles of other scripts, and what the suite of languages counts of them."""

from __future__ import annotations

import retold
from evaluation.corpora import marked, scripts
from evaluation.corpora.marked import Mark, Marked
from evaluation.suites import languages
from retold.model import Article, Credit, DateMention, Party, Span, Statement

TEXT = "„Das Boot sinkt“, sagte Insa Kolm am Montag (dpa)."
REPORT = Marked(
    Article("a", TEXT, language="de", published="2031-03-03"),
    [Mark(0, 16, "Insa Kolm")],
    [Mark(38, 44, "2031-03-03")],
    [Mark(46, 49, "Deutsche Presse-Agentur")],
)


def told(name: str | None, kind: str = "direct", start: int = 1) -> Statement:
    speaker = Party(None, name, 0.9)
    return Statement("s", "a", (Span("a", start, 15),), (speaker,), (), None, None, None, kind, 1.0)  # type: ignore[arg-type]


def test_marks_are_taken_out_and_their_places_kept() -> None:
    for code in marked.CODES:
        for one in languages.reports(code):
            assert not set("{}|<>") & set(one.article.text)
            assert all(
                one.article.text[m.start : m.end].strip() for m in [*one.speech, *one.dates, *one.credits]
            )


def test_a_hundred_quotations_of_each_language_are_labelled() -> None:
    for code in marked.CODES:
        assert sum(len(one.speech) for one in languages.reports(code)) >= 100


def test_the_surname_of_a_speaker_is_right_and_another_one_is_not() -> None:
    right, wrong = (languages.speech_counts(REPORT, [told(name)]) for name in ("Kolm", "Orel"))
    assert (right["found"], right["right"], right["true"]) == (1, 1, 1)
    assert (wrong["found"], wrong["right"], wrong["told"], wrong["true"]) == (1, 0, 1, 0)


def test_quoted_words_that_nobody_labelled_make_a_told_speaker_wrong() -> None:
    bare = Marked(REPORT.article)
    assert languages.judged(bare, told("Insa Kolm")) is False
    assert (
        languages.judged(bare, told(None)) is None
        and languages.judged(bare, told("Kolm", "indirect")) is None
    )


def test_a_date_is_right_by_its_value_and_a_credit_by_its_name() -> None:
    mentions = [DateMention(Span("a", 38, 44), "DATE", "2031-02-24")]
    assert languages.date_counts(REPORT, mentions)["days"] == 0
    credit = Credit(Span("a", 46, 49), "Deutsche Presse-Agentur", "origin of the report", 0.9)
    assert languages.credit_counts(REPORT, [credit])["credited"] == 1


def test_a_pile_tells_sixteen_events_of_one_script() -> None:
    (pile,) = scripts.piles("th", 1, seed=3)
    assert len({one.id for one in pile}) == len({one.text[:40] for one in pile}) == scripts.SIZE
    assert [one.text for one in next(scripts.piles("th", 1, seed=3))] == [one.text for one in pile]


def test_windows_are_thirty_words_long() -> None:
    found = list(languages.windows(" ".join(f"w{k}" for k in range(40)), solid=False))
    assert [len(one.split()) for one in found] == [30, 30, 30] and list(
        languages.windows("港" * 10, solid=True)
    )


def test_the_shipped_path_reads_the_report() -> None:
    assert retold.statements(REPORT.article)[0].speaker_name == "Insa Kolm"
    assert languages.figures(languages.counted(REPORT), "de")["de: credits f1"] == 1.0
