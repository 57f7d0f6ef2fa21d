"""Who speaks in a headline: told where the same words are another's or nobody's, and nowhere else."""

from __future__ import annotations

import pytest

from retold import language
from retold.model import Article, Span, Statement
from retold.model.statements import Party
from retold.steps.changes.headline_speakers import Version, changed_speakers
from retold.steps.changes.headlines import changed_headlines

BODY = "Warden Ilka Moor said no. Skipper Jory Penn stayed away. The union and the harbour authority wait."


def speaking(article: str) -> Statement:
    mention, words = Span(article, 0, 16), Span(article, 22, 24)
    party = Party(mention, "Ilka Moor", 0.9)
    return Statement(f"{article}#1", article, (words,), (party,), (), None, None, None, "indirect", 0.9)


def between(before: str, after: str) -> list[tuple[str | None, str | None]]:
    versions = [
        Version(title, Article(one, BODY), [speaking(one)])
        for one, title in zip("ab", (before, after), strict=True)
    ]
    return [(one.before, one.after) for one in changed_speakers(versions[0], versions[1], language.of("en"))]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("Moor: 'The gate stays shut'", "Penn: “The gate stays shut”", ("Ilka Moor", "Jory Penn")),
        ("'The gate stays shut', says warden", "Skipper says 'the gate stays shut'", ("Ilka Moor", "Jory Penn")),
        ("'The gate stays shut' – warden", "'The gate stays shut', Penn says", ("Ilka Moor", "Jory Penn")),
        ("Gate to stay shut: union", "Gate to stay shut: harbour authority", ("union", "harbour authority")),
        ("Gate to stay shut, police say", "Gate to stay shut", ("police", "")),
        ("Gate to stay shut", "Police: gate to stay shut", ("", "Police")),
        ("Gate to stay shut, bank says", "Gate to stay shut", ("bank", "")),
        ("Warden says that gate will stay shut", "Gate will stay shut", ("Ilka Moor", "")),
    ],
)  # fmt: skip
def test_the_same_words_of_another_or_of_nobody_are_told(
    before: str, after: str, told: tuple[str, str]
) -> None:
    assert between(before, after) == [told]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Moor: 'The gate stays shut'", "'The gate stays shut', says warden"),
        ("Boss: 'The gate stays shut'", "Chief: 'The gate stays shut'"),
        ("Storm: 'The gate stays shut'", "Gate row: 'The gate stays shut'"),
        ("Storm: the gate stays shut", "The gate stays shut"),
        ("Moor: 'The gate stays shut'", "Penn: 'The gate will open'"),
        ("Warden accused of fraud at gate", "Skipper accused of fraud at gate"),
    ],
)
def test_one_who_goes_by_two_words_a_topic_and_other_words_are_no_change_of_speaker(
    before: str, after: str
) -> None:
    assert between(before, after) == []


def test_a_change_of_speaker_stands_for_the_whole_headline() -> None:
    old, new = (
        Article(one, BODY, title=f"{who}: 'The gate stays shut'")
        for one, who in (("a", "Moor"), ("b", "Penn"))
    )
    found = changed_headlines(old, new, language.of("en"), ([speaking("a")], [speaking("b")]))
    assert [(one.kind, one.detail) for one in found] == [("attribution", "headline")]


def test_a_language_of_which_no_speech_is_known_tells_none() -> None:
    old, new = (Version(title, Article("a", BODY), ()) for title in ("Moor: 'No gate'", "Penn: 'No gate'"))
    assert changed_speakers(old, new, language.of("und")) == []
