"""Memory that was freed, given back."""

from __future__ import annotations

import platform
import re
import sys
from pathlib import Path
from threading import Thread

import numpy as np
import pytest

from retold.algorithms import heap


def resident() -> int:
    """Kilobytes of this process that lie in memory and in no file."""
    return int(re.search(r"RssAnon:\s+(\d+)", Path("/proc/self/status").read_text())[1])  # type: ignore[index]


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc gives memory back when asked")
def test_what_threads_left_behind_is_given_back() -> None:
    def leave() -> None:
        held = [np.ones(1_000) for _ in range(12_000)]  # 96 MB, with a last piece that stays
        kept.append(held[-1])

    kept: list[np.ndarray] = []
    thread = Thread(target=leave)
    thread.start()
    thread.join()
    before = resident()
    heap.trim()
    assert before - resident() > 40_000


def test_elsewhere_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert heap._found() is None


def test_arrays_that_are_let_go_stay_as_they_are(tmp_path: Path) -> None:
    held = np.arange(5)
    np.save(tmp_path / "held.npy", held)
    mapped = np.load(tmp_path / "held.npy", mmap_mode="r")
    heap.let_go(held, mapped, mapped[1:])
    assert held.tolist() == mapped.tolist() == [0, 1, 2, 3, 4]
