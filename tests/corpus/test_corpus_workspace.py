"""The folder of a job, and what killed jobs left."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from retold.corpus import workspace
from retold.errors import StoreError


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_a_folder_is_taken_away_at_the_end_and_after_an_error(place: Path) -> None:
    with workspace.workspace() as folder:
        (folder / "words").write_text("x")
    with pytest.raises(ZeroDivisionError), workspace.workspace():
        _ = 1 // 0
    assert list(place.iterdir()) == []


def test_what_a_killed_job_left_goes_with_the_next_and_what_is_in_use_stays(place: Path) -> None:
    code = (
        f"import os, signal, tempfile; tempfile.tempdir = {str(place)!r}\n"
        "from retold.corpus.workspace import workspace\n"
        "with workspace(): os.kill(os.getpid(), signal.SIGKILL)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == -9
    (left,) = place.iterdir()
    with workspace.workspace() as mine, workspace.workspace() as other:
        assert not left.exists() and mine.exists() and other.exists()


def test_a_folder_of_somebody_else_is_left_alone(place: Path) -> None:
    (place / "retold-notes").mkdir()
    with workspace.workspace():
        pass
    assert (place / "retold-notes").is_dir()


def test_no_place_to_write_is_one_line_with_the_cure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    with pytest.raises(StoreError, match="set TMPDIR"), workspace.workspace():
        pass


def test_a_folder_left_empty_is_taken_away_and_a_named_one_is_not(tmp_path: Path) -> None:
    empty, named = tmp_path / "retold-a1b2c3d4", tmp_path / "retold-harbour"
    empty.mkdir(), named.mkdir()
    workspace.sweep(tmp_path)
    assert list(tmp_path.iterdir()) == [named]


def test_a_folder_swept_before_it_has_a_lock_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def swept_at_once(prefix: str, dir: Path) -> str:
        made.append(mkdtemp(prefix=prefix, dir=dir))
        if len(made) == 1:
            workspace.sweep(tmp_path)
        return made[-1]

    mkdtemp = tempfile.mkdtemp
    monkeypatch.setattr(tempfile, "mkdtemp", swept_at_once)
    with workspace.workspace(tmp_path) as folder:
        assert folder.is_dir() and len(made) == 2
    assert not list(tmp_path.iterdir())
