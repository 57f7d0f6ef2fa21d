"""SIGKILL while a trace grows: the old or the new one stands whole, and the next run goes on from there."""

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
from retold import adding
from retold.archive import store
from retold.settings import Settings, Statements
from tests.samples import ferry_articles

pytestmark = pytest.mark.long

KILLS = int(os.environ.get("RETOLD_KILLS", "4"))
# Takes an article in and out again, so that a kill at a random moment is a kill on the way.
WRITER = """
import sys
from retold import adding
from tests.samples import ferry_articles
last = ferry_articles()[-1]
print("ready", flush=True)
while True:
    adding.add(sys.argv[1], [last])
    adding.add(sys.argv[1], (), adding.Asked(remove=(last.id,)))
"""


def test_a_killed_desk_leaves_the_old_or_the_new_trace_whole(tmp_path: Path) -> None:
    place, given = tmp_path / "it.trace", ferry_articles()
    retold.trace(given[:-1], Settings(statements=Statements(which="none")), place)
    fit = [[one.id for one in given[:-1]], [one.id for one in given]]
    moments = random.Random(7)
    for _ in range(KILLS):
        desk = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(place)], stdout=subprocess.PIPE, text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(["", *sys.path])},
        )  # fmt: skip
        assert desk.stdout is not None and desk.stdout.readline() == "ready\n"
        time.sleep(moments.uniform(0.1, 2.0))
        desk.send_signal(signal.SIGKILL)
        desk.wait()
        desk.stdout.close()
        found = store.load(place)
        assert [one.id for one in found.articles] in fit
        assert {i for one in found.stories for i in one.articles} == {one.id for one in found.articles}
        assert set(found.lineages) == {one.id for one in found.stories}
    adding.add(place, given)
    assert [one.id for one in store.load(place).articles] == fit[1]
    assert sorted(one.name.split("-")[0] for one in place.iterdir()) == ["manifest.json", "tables"]
