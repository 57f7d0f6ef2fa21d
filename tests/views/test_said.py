"""Who said what: what a line shows beside the words."""

from __future__ import annotations

import retold
from retold.model import Article
from retold.views import said
from retold.views.index import Index


def lines(text: str, language: str) -> list[said.Saying]:
    article = Article("a", text, language=language)
    return list(said.of_article(retold.statements(article), Index({"a": article}, {})))


def test_half_a_verb_that_denies_is_told_as_a_denial() -> None:
    (line,) = lines(
        "Der Wirt Jost Kolm wies Vorwürfe zurück, die Tür der Halle sei verriegelt gewesen.", "de"
    )
    assert line.cue == "wies: denied" and line.speaker == "Jost Kolm"


def test_a_verb_that_says_so_itself_is_told_as_it_stands() -> None:
    (line,) = lines("The mayor, Ada Quill, denied that the old mill had ever been for sale.", "en")
    assert line.cue == "denied"
