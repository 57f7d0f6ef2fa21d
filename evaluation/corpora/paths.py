"""Where the corpora lie: `../shared/data` beside the checkout. Nothing else names the folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "data"


def missing(folders: Iterable[str]) -> list[Path]:
    """The folders among these that are not there."""
    return [SHARED / one for one in folders if not (SHARED / one).exists()]
