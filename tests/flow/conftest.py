"""What tests of the flow share: a corpus that asks every step for something, and engines."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

import retold
from evaluation.generator import stories as generated
from retold.corpus.articles import Corpus
from retold.engines import choice
from retold.engines.choice import Engine
from retold.settings import Settings, Statements

QUIET = Settings(statements=Statements(which="none"))
_LINE = "Write to the night desk of this paper about what you have seen and heard."
_LETTERS = "abdegiklmnoprstu"


def babble(seed: str, size: int) -> str:
    """Words of no language."""
    chance = random.Random(seed)
    return " ".join("".join(chance.choices(_LETTERS, k=6)) for _ in range(size))


def mixed_articles() -> list[retold.Article]:
    """Families, exact copies, one dispatch in many papers, a line under everything, strangers, lost days."""
    given = [one for k in range(9) for one in generated.story(f"flow {k}", size=3 + k % 4).articles]
    texts = [one.text for one in given]
    texts += [texts[3], texts[3] + "\n", texts[11].upper()]
    dispatch = babble("dispatch", 90)
    texts += [f"{babble(f'head {k}', 5)} {dispatch} {babble(f'tail {k}', 5)}" for k in range(66)]
    brief = [babble(f"brief {k}", 22) for k in range(3)]
    texts += [f"{text} {babble(f'rest {text[:4]} {n}', 2 * n)}" for text in brief for n in range(3)]
    texts += [babble(f"stranger {k}", 60) for k in range(8)]
    texts += [f"{babble(f'matter {k}', 70)}.\n{_LINE}" for k in range(12)]
    day = date(2031, 3, 1)
    return [
        retold.Article(
            f"p{n}", text, outlet="The Lamp" if _LINE in text else f"Post {n % 9}",
            published=None if n % 17 == 5 else day + timedelta(n % 11),
        )
        for n, text in enumerate(texts)
    ]  # fmt: skip


@pytest.fixture(scope="session")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """The corpus of `mixed_articles`, no furniture marked."""
    return Corpus.gathered(mixed_articles(), tmp_path_factory.mktemp("mixed"))


@pytest.fixture(scope="session")
def sail() -> Iterator[Any]:
    """A session of Sail; tests that ask for it are skipped where it is not installed."""
    pytest.importorskip("pysail", reason="Sail is not installed (make test-engines)")
    with choice.session(Engine("sail")) as session:
        yield session
