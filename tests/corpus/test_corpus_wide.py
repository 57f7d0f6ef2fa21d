"""What a trace keeps of the wide half, and how it knows that it was damaged."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import retold
from retold.archive import files
from retold.corpus import wide
from retold.corpus.wide import Wide
from retold.settings import Settings, Statements
from tests.samples import ferry_articles

QUIET = Settings(statements=Statements(which="none"))


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("kept") / "t"
    retold.trace(ferry_articles(), QUIET, place)
    return files.opened(place)[0]


def plain(kept: Wide) -> list[object]:
    """All arrays as lists."""
    return [(name, np.asarray(array).tolist()) for name, array in sorted(wide._arrays(kept).items())]


def test_a_trace_keeps_what_more_articles_are_matched_with(tables: Path) -> None:
    kept = wide.load(tables)
    assert kept is not None
    assert len(kept.met.keys) == len(kept.days) == len(kept.words.lengths) == 5
    assert len(kept.alike.keys) > 0 and kept.alike.telling.any()
    assert any(len(members) > 1 for members, _ in kept.linked.groups)


def test_what_is_saved_again_is_the_same(tables: Path, tmp_path: Path) -> None:
    kept = wide.load(tables)
    assert kept is not None
    wide.save(kept, tmp_path)
    again = wide.load(tmp_path)
    assert again is not None and plain(again) == plain(kept)


def test_files_that_are_linked_are_not_read_for_their_seals(
    tables: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = wide.load(tables)
    sealed: list[str] = []
    seal = wide._seal
    monkeypatch.setattr(wide, "_seal", lambda file: sealed.append(file.name) or seal(file))
    assert kept is not None
    wide.save(kept, tmp_path)
    assert "keys.npy" in sealed and not any(name.startswith("postings") for name in sealed)
    assert wide.load(tmp_path) is not None


@pytest.mark.parametrize("name", ["postings-0.hash", "weights.npy", "keys.npy", "index.json"])
def test_what_was_damaged_or_lost_is_not_used(tables: Path, tmp_path: Path, name: str) -> None:
    kept = wide.load(tables)
    assert kept is not None
    wide.save(kept, tmp_path)
    file = tmp_path / wide.FOLDER / name
    held = bytearray(file.read_bytes())
    file.unlink()  # it may be a link to that of the trace
    assert wide.load(tmp_path) is None
    held[-3] ^= 1
    file.write_bytes(held)
    assert wide.load(tmp_path) is None
