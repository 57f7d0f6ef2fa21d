"""One person has one name in all versions of a story: the fullest of them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from retold import pipeline
from retold.model import Article, Party, Statement
from retold.settings import Settings
from retold.story import full_names


def _said(article: str, name: str | None) -> Statement:
    return Statement(
        id=f"{article}-{name}", article=article, content=(), speakers=(Party(None, name, 0.9),), addressees=(),
        cue=None, occasion=None, when=None, kind="direct", support=0.9,
    )  # fmt: skip


def named(texts: Sequence[str], names: Sequence[str | None]) -> list[str | None]:
    """The names of the speakers of one statement in each of the texts."""
    ids = [f"a{n}" for n in range(len(texts))]
    held = {
        i: pipeline.witness(Article(i, text, language="en"), Settings())
        for i, text in zip(ids, texts, strict=True)
    }
    said = {i: [_said(i, name)] for i, name in zip(ids, names, strict=True)}
    found = full_names.in_full(said, held)
    return [found[i][0].speaker_name for i in ids]


def test_a_surname_becomes_the_full_name_that_another_version_has() -> None:
    texts = [
        "“The lock leaks,” Oda Brenn said.",
        "“The lock leaks,” Brenn said.",
        "“It leaks,” Pim Orr said.",
    ]
    assert named(texts, ["Oda Brenn", "Brenn", "Pim Orr"]) == ["Oda Brenn", "Oda Brenn", "Pim Orr"]


@pytest.mark.parametrize("first", ["and Jon Brenn said it.", "Her son, Teek Brenn, was out."])
def test_a_surname_that_two_bear_stays_as_it_is(first: str) -> None:
    texts = [f"“The lock leaks,” Oda Brenn said, {first}", "“The lock leaks,” Brenn said."]
    assert named(texts, ["Oda Brenn", "Brenn"]) == ["Oda Brenn", "Brenn"]


def test_a_title_before_a_surname_is_no_other_person() -> None:
    texts = [
        "“The lock leaks,” Oda Brenn said.",
        "“The lock leaks,” said Captain Brenn. He hopes Mrs Brenn will mend it.",
    ]
    assert named(texts, ["Oda Brenn", "Brenn"]) == ["Oda Brenn", "Oda Brenn"]


def test_a_body_keeps_the_name_that_each_version_gives_it() -> None:
    texts = ["The Orr Council said so.", "The Council said so."]
    assert named(texts, ["Orr Council", "Council"]) == ["Orr Council", "Council"]


def test_nobody_has_no_name() -> None:
    assert named(["Somebody said so."], [None]) == [None]


@pytest.mark.parametrize(
    "text",
    ["Mr Brenn said the lock leaks. Mrs Brenn, Oda Brenn, left.", "“It leaks,” Mr Brenn said to Mary Brenn."],
)
def test_a_title_that_does_not_fit_is_of_another_person(text: str) -> None:
    full = "Oda Brenn" if "Oda" in text else "Mary Brenn"
    assert named([text, text], [full, "Brenn"]) == [full, "Brenn"]
