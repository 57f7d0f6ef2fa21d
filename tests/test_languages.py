"""Articles in a language without a pack: compared like all others, and nothing read that needs the language."""

from __future__ import annotations

from pathlib import Path

import pytest

import retold
from retold import settings
from retold.archive import store

WIRE = (
    "Lissel (dpa) - Der Hafen von Lissel ist seit Montag gesperrt, nachdem in der Nacht ein Kran in das "
    "Hafenbecken gestürzt war. Vier Arbeiter wurden verletzt, wie die Hafenbehörde mitteilte.\n\n"
    "„Der Ausleger kam herunter wie ein Baum“, sagte der Kranführer Jens Palme. Die Behörde habe seit dem "
    "Herbst von den Schrauben gewusst, die Reparatur sei für April geplant gewesen.\n\n"
    "Taucher sollen das Wrack am Mittwoch heben, bis dahin werden die Schiffe nach Morle umgeleitet."
)
PAPER = (
    WIRE.replace("Vier Arbeiter", "Fünf Arbeiter")
    .replace("Jens Palme", "Lars Tolm")
    .partition("\n\nTaucher")[0]
)


@pytest.fixture(scope="module")
def german() -> list[retold.Article]:
    return [
        retold.Article("wire", WIRE, outlet="Agentur", published="2031-03-03T08:00:00Z"),
        retold.Article("paper", PAPER, outlet="Lisseler Bote", published="2031-03-03T11:00:00Z"),
    ]


@pytest.fixture(scope="module")
def traced(german: list[retold.Article]) -> store.Trace:
    return retold.trace(german)


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
    assert note.where == "2 articles in the language de" and "no pack" in note.why


def test_a_stored_trace_says_the_same(
    german: list[retold.Article], traced: store.Trace, tmp_path: Path
) -> None:
    stored = retold.trace(german, into=tmp_path / "t.trace")
    assert tuple(stored.set_aside) == traced.set_aside


def test_a_stated_language_counts_more_than_the_words() -> None:
    english = "The port of Lissel was shut on Monday, the harbour master said, and nobody knew for how long."
    assert retold.statements(retold.Article("a", english))
    assert not retold.statements(retold.Article("a", english, language="de"))


def test_a_default_language_is_that_of_texts_too_short_to_show_one() -> None:
    german = settings.from_mapping({"language": {"default": "de"}})
    assert [one.value for one in retold.dates("Monday", "2031-03-03")] == ["2031-03-03"]
    assert retold.dates("Monday", "2031-03-03", german) == []
