"""Many stories are an index and one page each."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from retold.archive.store import Trace
from retold.errors import StoreError
from retold.report import engine, page, pile, sections, why
from retold.views import index


@pytest.fixture
def many(trace: Trace) -> Trace:
    stories = tuple(replace(trace.stories[0], id=f"story-{k}") for k in range(3))
    lineages = {one.id: trace.lineages["s1"] for one in stories}
    changes = tuple(replace(c, id=f"{c.id}-{s.id}", story=s.id) for s in stories for c in trace.changes)
    return replace(trace, stories=(*stories, trace.stories[1]), lineages=lineages, changes=changes, claims=())


def test_few_stories_are_one_file(trace: Trace, tmp_path: Path) -> None:
    page.write(trace, tmp_path / "crane.html")
    page.write(trace, tmp_path / "folder")
    assert (tmp_path / "crane.html").read_bytes() == (tmp_path / "folder" / "index.html").read_bytes()


def test_more_stories_are_an_index_with_a_page_each(
    many: Trace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pile, "MOST", 2)
    page.write(many, tmp_path / "pile")
    told = (tmp_path / "pile" / "index.html").read_text(encoding="utf-8")
    assert "3 stories told more than once" in told and "Venn Mirror" in told
    for k in range(3):
        place = f"stories/story-{k}.html"
        assert place in told
        assert 'href="../index.html"' in (tmp_path / "pile" / place).read_text(encoding="utf-8")


def test_a_page_that_would_be_too_heavy_is_taken_apart(
    many: Trace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pile, "HEAVIEST", 1_000)
    page.write(many, tmp_path / "monday.html")
    assert sorted(f.name for f in (tmp_path / "monday-stories").iterdir()) == [
        f"story-{k}.html" for k in range(3)
    ]


def test_a_place_that_cannot_be_written_is_named(
    many: Trace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pile, "MOST", 1)
    (tmp_path / "file").write_text("taken")
    with pytest.raises(StoreError, match="choose a place"):
        page.write(many, tmp_path / "file" / "below")


def test_a_section_knows_where_each_finding_has_its_characters(trace: Trace) -> None:
    found = index.of_trace(trace)
    made = sections.section(found, trace.stories[0], "s1")
    assert {one.anchor for one in (*made.first, *made.rest)} == set(made.targets)


def test_the_engine_escapes_and_why_is_a_screen_of_its_own() -> None:
    told = engine.rendered("stemma.html", title="<b>", counts="<i>", table=None or _table(), drawing=_drawing(),
                           alternatives=0, versions=(), places=(), unlisted=0)  # fmt: skip
    assert "&lt;b&gt;" in told and "<i>" not in told.split("</style>")[1].split("<script>")[0].replace(
        '<i class="k', ""
    )
    assert callable(why.explain)


def _table() -> object:
    from retold.views.variants import Table

    return Table((), ())


def _drawing() -> object:
    from retold.report.ties import Drawing

    return Drawing("", "", "")
