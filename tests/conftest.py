"""What many tests share."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from retold.archive.store import Trace
from tests import crane

# Chosen examples are the same in every run: a failure can be had again, and what lands is what passed.
settings.register_profile("fixed", derandomize=True, deadline=None)
settings.load_profile("fixed")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def trace() -> Trace:
    """The crane story, a loner, furniture and a note."""
    return crane.crane_trace()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of corpora beside the checkout; the test is skipped where it is absent."""
    if not (SHARED / "data").is_dir():
        pytest.skip("needs the corpora in ../shared/data, which are not on this machine")
    return SHARED / "data"
