"""The crane story as it is served, in memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from retold.archive.store import Trace
from retold.server.app import application
from retold.server.guard import Access
from retold.server.served_traces import ServedTrace
from retold.settings import Settings
from tests.server.asking import Asker


def silent(step: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


@pytest.fixture
def served_trace(trace: Trace, tmp_path: Path) -> Iterator[ServedTrace]:
    made = ServedTrace(trace, Settings(), silent, decisions=tmp_path / "decisions.jsonl")
    yield made
    made.close()


@pytest.fixture
def asker(served_trace: ServedTrace) -> Asker:
    return Asker(application(served_trace, Access(), who="Ann"))
