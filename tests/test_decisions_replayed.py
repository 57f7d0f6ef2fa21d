"""Decisions by hand count in the next run, wherever they bear: furniture, stories, ties, persons, changes."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from retold import adding, pipeline
from retold.archive import store
from retold.archive.store import Trace
from retold.cli import commands
from retold.decisions import Decision, ledger
from retold.model import Article, SetAside

WIRE = (
    "VENN, May 3 (Saltmarsh Wire) - A mast broke on the schooner Petrel in the harbour of Venn early on Monday, "
    "killing two sailors and injuring four others, the pilot station said.\n\n"
    '"Nobody had looked at the shrouds since the winter storms," pilot Marit Osk told reporters on the mole. '
    "The schooner had been bought by a school for deckhands in the autumn and was to sail to the islands.\n\n"
    "The school said it would inspect its three other vessels before the end of the week.\n"
)
COPY = WIRE.replace("killing two sailors", "killing three sailors").replace("pilot Marit Osk", "pilot Osk")
OTHER = (
    "A court in Ellard heard on Thursday that the barley firm Corvin and Hale kept two sets of books for a decade.\n\n"
    "The accountant Ivo Tarrant told the judge that the second set lay in a tin under the stairs of the granary.\n\n"
    "The hearing goes on next week, and the firm denies that any tax was owed on the barley.\n"
)
ARTICLES = [
    Article("wire", WIRE, outlet="Saltmarsh Wire", published="2031-05-03T06:00:00Z"),
    Article("mirror", COPY, outlet="Venn Mirror", published="2031-05-03T09:00:00Z"),
    Article("court", OTHER, outlet="Ellard Post", published="2031-05-03T10:00:00Z"),
]


@pytest.fixture(scope="module")
def plain() -> Trace:
    return pipeline.trace(ARTICLES)


def run(*decisions: Decision) -> Trace:
    return pipeline.trace(ARTICLES, decisions=decisions)


def story_of(trace: Trace, name: str) -> tuple[str, ...]:
    return next(one.articles for one in trace.stories if name in one.articles)


def test_without_decisions_nothing_is_said_of_any(plain: Trace) -> None:
    assert story_of(plain, "wire") == ("mirror", "wire")
    assert "decisions" not in plain.manifest
    assert any(c.kind == "figure" for c in plain.changes)


def test_not_a_copy_takes_the_tie_the_family_and_its_changes_away(plain: Trace) -> None:
    story = next(one for one in plain.stories if len(one.articles) > 1)
    assert len(plain.lineages[story.id].derivations) == 1
    found = run(Decision("not_a_copy", articles=("wire", "mirror"), id="d1"))
    assert found.lineages[story.id].derivations == ()
    assert len(found.lineages[story.id].origins) == 2
    assert next(one for one in found.stories if one.id == story.id).families == (("mirror",), ("wire",))
    assert not found.changes and not found.set_aside


def test_a_false_change_is_gone_and_the_others_stay(plain: Trace) -> None:
    figure = next(c for c in plain.changes if c.kind == "figure")
    found = run(Decision("change_false", changes=(figure.id,), id="d1"))
    assert {c.id for c in found.changes} == {c.id for c in plain.changes} - {figure.id}


def test_one_person_has_one_name(plain: Trace) -> None:
    names = {one.speaker_name for one in plain.statements if one.speaker_name and "Osk" in one.speaker_name}
    assert names
    found = run(Decision("same_person", names=("M. Osk", *sorted(names)), id="d1"))
    assert {
        one.speaker_name for one in found.statements if one.speaker_name and "Osk" in one.speaker_name
    } == {"M. Osk"}


def test_stories_are_merged_and_parted(plain: Trace) -> None:
    merged = run(Decision("merge", articles=("wire", "court"), id="d1"))
    assert story_of(merged, "wire") == ("court", "mirror", "wire") and not merged.set_aside
    assert merged.stories[0].families == (("court",), ("mirror", "wire"))
    story = next(one.id for one in plain.stories if len(one.articles) > 1)
    parted = run(Decision("split", articles=("mirror",), story=story, id="d1"))
    assert story_of(parted, "mirror") == ("mirror",) and not parted.changes


def test_furniture_is_skipped(plain: Trace) -> None:
    line = "The school said it would inspect its three other vessels before the end of the week."
    found = run(Decision("furniture", articles=("wire",), words=line, id="d1"))
    assert [span.of(WIRE) for span, _ in found.furniture if span.article == "wire"] == [line]
    assert not any(span.article == "wire" for span, _ in plain.furniture)


def test_a_decision_that_finds_nothing_is_noted_and_kept_in_the_manifest(tmp_path: Path) -> None:
    file = tmp_path / "d.jsonl"
    ledger.add(file, Decision("merge", articles=("gone", "lost")), "Ann")
    with file.open("a") as more:
        more.write("{broken\n")
    found = pipeline.trace(ARTICLES[:1], into=tmp_path / "one.trace", decisions=file)
    whys = [note.why for note in found.set_aside]
    assert any("changed nothing" in why for why in whys) and any("no decision" in why for why in whys)
    assert [one["kind"] for one in store.load(tmp_path / "one.trace").manifest["decisions"]] == ["merge"]


def test_the_decisions_in_a_trace_stay_when_it_is_made_again(tmp_path: Path) -> None:
    place = tmp_path / "one.trace"
    pipeline.trace(ARTICLES[:1], into=place)
    one = ledger.add(ledger.beside(place), Decision("merge", articles=("a", "b")), "Ann")
    pipeline.trace(ARTICLES[:1], into=place)
    assert ledger.read(ledger.beside(place)).holding == (one,)


def test_the_command_replays_a_file_and_tells_of_its_bad_lines(plain: Trace, tmp_path: Path) -> None:
    figure = next(c for c in plain.changes if c.kind == "figure")
    rows = [{"id": a.id, "text": a.text, "outlet": a.outlet, "published": a.published} for a in ARTICLES]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    ledger.add(tmp_path / "d.jsonl", Decision("change_false", changes=(figure.id,)), "Ann")
    with (tmp_path / "d.jsonl").open("a") as more:
        more.write("broken\n")
    words = ["trace", str(tmp_path / "a.jsonl"), "--decisions", str(tmp_path / "d.jsonl"), "--json"]
    found = CliRunner().invoke(commands, words)
    ids = {row["id"] for row in map(json.loads, found.stdout.splitlines()) if row["type"] == "change"}
    assert found.exit_code == 0 and ids == {c.id for c in plain.changes} - {figure.id}
    assert "line 2: it is no decision" in found.stderr
    assert CliRunner().invoke(commands, [*words[:3], str(tmp_path / "none")]).exit_code == 2


def test_a_decision_survives_another_article(plain: Trace) -> None:
    figure = next(c for c in plain.changes if c.kind == "figure")
    later = replace(
        ARTICLES[1],
        id="tidings",
        text=COPY.replace("early on Monday", "on Monday"),
        outlet="Tidings",
        published="2031-05-03T12:00:00Z",
    )
    found = pipeline.trace(
        [*ARTICLES, later], decisions=[Decision("change_false", changes=(figure.id,), id="d1")]
    )
    assert figure.id not in {c.id for c in found.changes}
    assert not [note for note in found.set_aside if isinstance(note, SetAside) and "decision" in note.where]


def test_adding_notes_the_decisions_that_changed_nothing_and_no_other(plain: Trace, tmp_path: Path) -> None:
    story = next(one for one in plain.stories if len(one.articles) > 1)
    change = plain.changes[0].id
    useful = Decision("change_false", story=story.id, changes=(change,), id="useful")
    idle = Decision("change_false", story=story.id, changes=("none",), id="idle")
    place = tmp_path / "t"
    pipeline.trace(ARTICLES[:2], into=place, decisions=[useful, idle])

    def noted() -> set[str]:
        every = [one for one in store.load(place).set_aside if one.where.startswith("decision ")]
        assert len(every) == len(set(every))
        return {one.where.split()[1] for one in every}

    assert noted() == {"idle"}
    adding.add(place, [ARTICLES[2]])  # the story of the two is not followed again
    assert noted() == {"idle"}
    late = Decision("furniture", articles=("court",), words="no such words", id="late")
    adding.add(place, (), adding.Asked(decisions=[useful, idle, late]))
    assert noted() == {"idle", "late"}
    adding.add(place, (), adding.Asked(decisions=[useful]))
    assert noted() == set() and all(c.id != change for c in store.load(place).changes)
