"""SIGKILL at random moments: the old or the new trace stands whole, and the next run leaves no litter.

Few in the tests; `make kills N=1000` is the campaign.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import retold
from retold import export
from retold.archive import store
from tests.samples import ferry_articles

pytestmark = pytest.mark.long

KILLS = int(os.environ.get("RETOLD_KILLS", "12"))


# Writes one of two traces again and again, so that a kill at a random moment is a kill while writing.
WRITER = """
import sys
from dataclasses import replace
from retold.archive import store
one, place = store.load(sys.argv[1]), sys.argv[2]
one = replace(one, **{name: tuple(getattr(one, name)) for name in ("articles", "stories", "statements", "changes",
              "claims", "furniture", "set_aside", "alignments")}, lineages=dict(one.lineages))
print("ready", flush=True)
number = 0
while True:
    number += 1
    replace(one, manifest={**one.manifest, "number": number}).save(place)
"""

# Writes one file and one folder of another format, as `retold export` does, again and again.
EXPORTER = """
import sys
from retold import export
from retold.archive import store
one, place = store.load(sys.argv[1]), sys.argv[2]
print("ready", flush=True)
while True:
    export.write(one, place + "/it.prov.json", "prov")
    export.write(one, place + "/tables", "csv")
"""


def killed(code: str, wait: float, *words: str) -> None:
    """Run a program that never ends, and kill it some time after it says that it is ready."""
    run = subprocess.Popen([sys.executable, "-c", code, *words], stdout=subprocess.PIPE, text=True)
    assert run.stdout is not None and run.stdout.readline() == "ready\n"
    time.sleep(wait)
    run.send_signal(signal.SIGKILL)
    run.wait()
    run.stdout.close()


def test_a_killed_export_leaves_whole_files_and_the_next_run_no_litter(tmp_path: Path) -> None:
    model, place = tmp_path / "model.trace", tmp_path / "out"
    place.mkdir()
    retold.trace(ferry_articles()).save(model)
    export.write(store.load(model), place / "it.prov.json", "prov")
    export.write(store.load(model), place / "tables", "csv")
    whole = {one.relative_to(place): one.read_bytes() for one in place.rglob("*") if one.is_file()}
    moments = random.Random(5)
    for _ in range(KILLS // 2):
        killed(EXPORTER, moments.uniform(0.0, 0.15), str(model), str(place))
        kept = {one.relative_to(place): one.read_bytes() for one in place.rglob("*") if one.is_file()}
        assert {name: kept.get(name) for name in whole} == whole
    export.write(store.load(model), place / "it.prov.json", "prov")
    export.write(store.load(model), place / "tables", "csv")
    assert {one.relative_to(place) for one in place.rglob("*") if one.is_file()} == set(whole)


def test_a_killed_writer_leaves_the_old_or_the_new_trace_whole(tmp_path: Path) -> None:
    model, place = tmp_path / "model.trace", tmp_path / "it.trace"
    retold.trace(ferry_articles()).save(model)
    whole = store.load(model)
    whole.save(place)
    moments = random.Random(7)
    for _ in range(KILLS):
        killed(WRITER, moments.uniform(0.0, 0.15), str(model), str(place))
        found = store.load(place)
        assert found.articles == whole.articles and found.lineages == whole.lineages
        assert found.changes == whole.changes and found.alignments == whole.alignments
    whole.save(place)
    assert sorted(one.name.split("-")[0] for one in place.iterdir()) == ["manifest.json", "tables"]


def test_a_killed_trace_leaves_no_litter_after_the_next_run(tmp_path: Path) -> None:
    place, folder = tmp_path / "it.trace", tmp_path / "tmp"
    folder.mkdir()
    (tmp_path / "a.txt").write_text(ferry_articles()[0].text, encoding="utf-8")
    (tmp_path / "b.txt").write_text(ferry_articles()[1].text, encoding="utf-8")
    words = [
        sys.executable,
        "-m",
        "retold",
        "trace",
        str(tmp_path / "a.txt"),
        str(tmp_path / "b.txt"),
        "-o",
        str(place),
    ]
    environment = {**os.environ, "TMPDIR": str(folder)}
    moments = random.Random(11)
    for _ in range(max(2, KILLS // 6)):
        run = subprocess.Popen(words, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(moments.uniform(0.2, 2.5))
        run.kill()
        run.wait()
        if (place / "manifest.json").exists():
            assert len(store.load(place).articles) == 2
    assert subprocess.run(words, env=environment, check=False, capture_output=True).returncode == 0
    assert list(folder.iterdir()) == []
    assert sorted(one.name.split("-")[0] for one in place.iterdir()) == ["manifest.json", "tables"]
