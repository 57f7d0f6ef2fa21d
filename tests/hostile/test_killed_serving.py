"""SIGKILL while a trace is served: decisions once written stay, the catalogue is whole or made again, without litter."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

import retold
from retold.archive import store
from retold.decisions import ledger
from retold.server import catalogue_files
from tests.samples import ferry_articles
from tests.server.conftest import silent

pytestmark = pytest.mark.long

KILLS = int(os.environ.get("RETOLD_KILLS", "6"))
# What a server writes, again and again: the catalogue of the trace, and decisions, each told once it is kept.
SERVER = """
import shutil, sys
from pathlib import Path
from retold.archive import store
from retold.decisions import Decision, ledger
from retold.server import catalogue_files
place = Path(sys.argv[1])
trace, file = store.load(place), ledger.beside(place)
print("ready", flush=True)
number = len(ledger.read(file).holding)
while True:
    for kept in catalogue_files.folder().glob("*.sqlite"):
        kept.unlink()
    catalogue_files.opened(trace, place, lambda *words: None).close()
    ledger.add(file, Decision("merge", articles=(f"a{number}", f"b{number}")), "Ann")
    number += 1
    print(number, flush=True)
"""


def killed(place: Path, wait: float) -> int:
    """Serve for some time, be killed; how many decisions were said to be kept, 0 where none was made."""
    run = subprocess.Popen([sys.executable, "-c", SERVER, str(place)], stdout=subprocess.PIPE, text=True)
    assert run.stdout is not None and run.stdout.readline() == "ready\n"
    time.sleep(wait)
    run.send_signal(signal.SIGKILL)
    said = run.stdout.read().split()
    run.wait()
    run.stdout.close()
    return int(said[-1]) if said else 0


def test_a_killed_server_loses_no_decision_and_leaves_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    place = tmp_path / "it.trace"
    retold.trace(ferry_articles()).save(place)
    moments, before = random.Random(13), 0
    for _ in range(KILLS):
        said = killed(place, moments.uniform(0.0, 0.3))
        found = ledger.read(ledger.beside(place))
        assert not found.notes and len(found.holding) >= max(said, before)
        before = len(found.holding)
    trace = store.load(place)
    with closing(catalogue_files.opened(trace, place, silent)) as catalogue:
        assert catalogue.article(ferry_articles()[0].id) is not None
    assert {one.suffix for one in catalogue_files.folder().iterdir()} == {".sqlite"}
