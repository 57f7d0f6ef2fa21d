"""A sentence that only tells who said the one before it, in languages that are read by patterns."""

from __future__ import annotations

import pytest

import retold
from retold import language
from retold.steps.statements.patterned.pointed import pointed


def told(code: str, text: str) -> list[tuple[str, str | None, str | None]]:
    found = retold.statements(retold.Article("a", text, language=code, published="2031-03-03"))
    mentions = ((one, None if one.speaker is None else one.speaker.of(text)) for one in found)
    return [(one.content[0].of(text), one.speaker_name, mention) for one, mention in mentions]


@pytest.mark.parametrize(
    ("code", "text", "row"),
    [
        (
            "de",
            "Der Steg bleibt bis Juni gesperrt. Das teilte die Hafenbehörde am Montag mit.",
            ("Der Steg bleibt bis Juni gesperrt", None, "die Hafenbehörde"),
        ),
        (
            "de",
            "Die Bahn streicht den Halt. Dies bestätigte Bürgermeisterin Ana Kolm.",
            ("Die Bahn streicht den Halt", "Ana Kolm", "Bürgermeisterin Ana Kolm"),
        ),
        (
            "es",
            "El muelle seguirá cerrado hasta junio. Así lo ha confirmado Rosario Kolm.",
            ("El muelle seguirá cerrado hasta junio", "Rosario Kolm", "Rosario Kolm"),
        ),
        (
            "fr",
            "Le quai restera fermé jusqu'en juin. C’est ce qu’a annoncé mardi le maire, Hervé Kolm.",
            ("Le quai restera fermé jusqu'en juin", "Hervé Kolm", "le maire, Hervé Kolm"),
        ),
    ],
)
def test_the_sentence_before_is_theirs(code: str, text: str, row: tuple[str, str | None, str]) -> None:
    assert told(code, text) == [row]


@pytest.mark.parametrize(
    "text",
    [
        "Der Steg ist gesperrt.\n\nDas teilte die Hafenbehörde mit.",  # another paragraph
        "Der Steg ist gesperrt. Das teilte die Hafenbehörde nicht mit.",
        "Der Steg ist gesperrt. Das berichtet die „Kolmer Zeitung“.",
    ],
)
def test_nobody_says_what_stands_apart_what_is_denied_or_what_a_paper_reports(text: str) -> None:
    assert told("de", text) == []


def test_what_somebody_else_said_before_stays_his() -> None:
    text = "Der Steg sei gesperrt, sagte Timm Kolm. Das bestätigte Ana Varl."
    assert [name for _, name, _ in told("de", text)] == ["Timm Kolm"]


def test_a_sentence_without_a_cue_points_at_nothing() -> None:
    rules = language.of("de").patterns
    assert rules is not None
    assert pointed(1, [], [], rules, ([], [], [])) is None


def test_a_sentence_that_only_says_who_said_it_is_cut_and_no_changed_speaker() -> None:
    told_by = "Der Seiler Anselm Kolm ist tot. Er starb am Sonntag in Ried. Das teilte seine Familie mit. Er wurde 81."
    bare = "Der Seiler Anselm Kolm ist tot. Er starb am Sonntag in Ried. Er wurde 81."
    one, two = (
        retold.Article(name, text, language="de", published="2031-03-03")
        for name, text in (("a", told_by), ("b", bare))
    )
    assert {change.kind for change in retold.compare(one, two).changes} == {"cut"}
