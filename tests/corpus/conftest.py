"""What tests of the corpus share."""

from __future__ import annotations

import pytest

from retold.corpus import articles as corpus_articles


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a corpus of five articles a large one."""
    monkeypatch.setattr(corpus_articles, "_FEW", 2)
    monkeypatch.setattr(corpus_articles, "BATCH", 2)
