"""Articles in a language without a pack: compared like all others, and nothing read that needs the language."""

from __future__ import annotations

from pathlib import Path

import pytest

import retold
from retold import settings
from retold.archive import store

WIRE = (
    "Lissel (ANP) - De haven van Lissel is sinds maandag gesloten, nadat in de nacht een kraan in het havenbekken "
    "was gestort. Vier arbeiders raakten gewond, liet de havendienst weten.\n\n"
    "„De giek kwam naar beneden als een boom”, zei kraanmachinist Jens Palme. De dienst zou sinds de herfst van de "
    "bouten hebben geweten, de reparatie was voor april gepland.\n\n"
    "Duikers moeten het wrak woensdag bergen, tot die tijd worden de schepen naar Morle omgeleid."
)
PAPER = (
    WIRE.replace("Vier arbeiders", "Vijf arbeiders")
    .replace("Jens Palme", "Lars Tolm")
    .partition("\n\nDuikers")[0]
)


@pytest.fixture(scope="module")
def dutch() -> list[retold.Article]:
    return [
        retold.Article("wire", WIRE, outlet="Agentur", published="2031-03-03T08:00:00Z"),
        retold.Article("paper", PAPER, outlet="Lisselse Bode", published="2031-03-03T11:00:00Z"),
    ]


@pytest.fixture(scope="module")
def traced(dutch: list[retold.Article]) -> store.Trace:
    return retold.trace(dutch)


def test_they_are_versions_of_one_report(traced: store.Trace) -> None:
    (story,) = traced.stories
    assert story.families == (("paper", "wire"),)
    (lineage,) = traced.lineages.values()
    assert lineage.derivations


def test_nothing_is_read_that_needs_the_language(traced: store.Trace) -> None:
    assert traced.statements == ()
    assert not [one for one in traced.changes if one.kind in ("attribution", "date", "hedge", "loaded")]
    assert [one for one in traced.changes if one.kind in ("cut", "added")]


def test_the_trace_says_so_in_one_line(traced: store.Trace) -> None:
    (note,) = traced.set_aside
    assert note.where == "2 articles in the language nl" and "no pack" in note.why


def test_a_stored_trace_says_the_same(
    dutch: list[retold.Article], traced: store.Trace, tmp_path: Path
) -> None:
    stored = retold.trace(dutch, into=tmp_path / "t.trace")
    assert tuple(stored.set_aside) == traced.set_aside


def test_a_stated_language_counts_more_than_the_words() -> None:
    english = "The port of Lissel was shut on Monday, the harbour master said, and nobody knew for how long."
    assert retold.statements(retold.Article("a", english))
    assert not retold.statements(retold.Article("a", english, language="nl"))


def test_a_default_language_is_that_of_texts_too_short_to_show_one() -> None:
    dutch = settings.from_mapping({"language": {"default": "nl"}})
    assert [one.value for one in retold.dates("Monday", "2031-03-03")] == ["2031-03-03"]
    assert retold.dates("Monday", "2031-03-03", dutch) == []
