"""A stored trace is shown as the trace in memory is."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from retold.archive import store
from retold.archive.store import Trace
from retold.report import page, rows, terminal


@pytest.fixture(scope="module")
def stored(trace: Trace, tmp_path_factory: pytest.TempPathFactory) -> Trace:
    place = tmp_path_factory.mktemp("stored") / "crane.trace"
    trace.save(place)
    return store.load(place)


def screen(trace: Trace, **options: str) -> str:
    shown = io.StringIO()
    terminal.show(trace, Console(file=shown, width=90, no_color=True, highlight=False), **options)
    return shown.getvalue()


def test_it_gives_the_same_rows(trace: Trace, stored: Trace) -> None:
    assert list(rows.rows(stored)) == list(rows.rows(trace))


def test_it_gives_the_same_page(trace: Trace, stored: Trace) -> None:
    assert page.html(stored) == page.html(trace)


@pytest.mark.parametrize("options", [{}, {"story": "s1"}, {"why": "islander"}])
def test_it_gives_the_same_screen(trace: Trace, stored: Trace, options: dict[str, str]) -> None:
    assert screen(stored, **options) == screen(trace, **options)


def test_it_is_found_from_another_folder(
    trace: Trace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    trace.save("crane.trace")
    kept = store.load("crane.trace")
    monkeypatch.chdir("/")
    assert kept.articles == trace.articles
