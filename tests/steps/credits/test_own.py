"""An outlet that names itself credits nobody."""

from __future__ import annotations

import pytest

from retold import language
from retold.model import Article
from retold.steps import credits
from retold.steps.credits.names import names
from retold.steps.credits.own import own_names

ENGLISH = language.of("en")


def credited(text: str, outlet: str, url: str | None = None) -> list[str]:
    return [one.name for one in credits.find(Article("a", text, outlet=outlet, url=url), None, ENGLISH)]


@pytest.mark.parametrize(
    ("text", "outlet", "url"),
    [
        ("TARN, Va. (WQLT) — A barn burnt down on Friday.", "wqlt.com", None),
        ("TARN, Va. (WQLT) — A barn burnt down on Friday.", "News 9", "https://www.wqlt.com/a/1"),
        ("A barn burnt down, Quay World reported on Friday.", "quay", None),
        ("TARN, 4 May (NNA) - A barn burnt down on Friday.", "Northline News Agency", None),
        ("TARN (The Tarn Herald) - A barn burnt down.", "Tarn Herald", None),
    ],
)
def test_an_outlet_credits_itself_under_no_name(text: str, outlet: str, url: str | None) -> None:
    assert credited(text, outlet, url) == []


@pytest.mark.parametrize(
    ("text", "outlet", "name"),
    [
        ("TARN, Va. (AP) — A barn burnt down on Friday.", "wqlt.com", "Associated Press"),
        ("TARN, 4 May (NNA) - A barn burnt down on Friday.", "Tarn Herald", "National News Agency"),
        ("A barn burnt down, Quay World News reported on Friday.", "The Tarn", "Quay World News"),
    ],
)
def test_another_outlet_is_credited_all_the_same(text: str, outlet: str, name: str) -> None:
    assert credited(text, outlet) == [name]


def test_the_names_of_an_outlet_come_from_its_name_and_its_host() -> None:
    own = own_names(Article("a", "", outlet="Tarn Herald", url="https://news.tarn.co.uk/1"), names(ENGLISH))
    assert own.squeezed == {"tarnherald", "tarn"} and own.initials == "th"
    assert own.has("Tarn", "TARN") and not own.has("Lissel Echo", "Lissel Echo")


def test_an_article_without_an_outlet_has_no_names() -> None:
    assert not own_names(Article("a", ""), names(ENGLISH)).has("Reuters", "Reuters")


def test_initials_that_a_known_agency_has_are_of_no_paper() -> None:
    text = "Ardió un granero.\n\nCon información de EFE"
    own = own_names(Article("a", text, outlet="El Faro de Esperanza"), names(ENGLISH))
    assert own.initials == "efe" and not own.has("EFE", "EFE")
    assert credited("TARN (AP) — A barn burnt down on Friday.", "Ardmore Post") == ["Associated Press"]
