"""What an engine costs up to the groups and their ties, beside this machine alone, on the same pile.

    python -m bench.engine_job 20000               this machine and Sail, on a pile made by bench.big_pile
    python -m bench.engine_job 20000 sail spark    with Spark as well
    python -m bench.engine_job pile.jsonl sail     a pile that is there already

Each runs in a process of its own, one after another. Processor seconds are those of that process and all
below it (JVM, workers), read twice a second, since a server's children are not always waited for; what ran
in the last half second before a process ended is lost. Nothing is told: the records are never asked for.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import retold
from bench import big_pile
from retold.decisions import Rulings
from retold.engines.choice import Engine
from retold.flow import job
from retold.settings import Settings

_STEP = 0.5  # seconds between two looks
_TICKS = os.sysconf("SC_CLK_TCK")


def run(engine: str, pile: Path) -> None:
    """Find the groups and ties of a pile on one engine; prints how many articles stand in groups."""
    if engine == "local":
        found = retold.stories(big_pile.read(pile))
        print(sum(len(one.articles) for one in found if len(one.articles) > 1))
        return
    with job.found(big_pile.read(pile), Settings(), Engine(engine), Rulings()) as done:
        print(len(done.corpus))


def measure(engine: str, pile: Path) -> tuple[float, float, float]:
    """Processor seconds, seconds by the clock and the most memory (MB) of one run."""
    began, spent, most = time.perf_counter(), dict[int, float](), 0.0
    command = [sys.executable, "-m", "bench.engine_job", "--run", engine, str(pile)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as child:
        while child.poll() is None:
            held = 0.0
            for process in _below(child.pid):
                seconds, memory = _used(process)
                spent[process] = max(spent.get(process, 0.0), seconds)
                held += memory
            most = max(most, held)
            time.sleep(_STEP)
    if child.returncode:
        raise SystemExit(f"{engine} ended with {child.returncode}")
    return sum(spent.values()), time.perf_counter() - began, most


def _below(root: int) -> list[int]:
    """A process and all below it (Linux)."""
    parents: dict[int, list[int]] = {}
    for place in Path("/proc").glob("[0-9]*"):
        if fields := _fields(int(place.name)):
            parents.setdefault(int(fields[1]), []).append(int(place.name))
    found = [root]
    for process in found:
        found += parents.get(process, [])
    return found


def _fields(process: int) -> list[str]:
    """What stands in /proc behind the name of a process; nothing once it has ended."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return []


def _used(process: int) -> tuple[float, float]:
    """Its own processor seconds so far, and the megabytes that it holds."""
    fields = _fields(process)
    if not fields:
        return 0.0, 0.0
    return (int(fields[11]) + int(fields[12])) / _TICKS, int(fields[21]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> None:
    """Read what is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--run", help=argparse.SUPPRESS)
    parser.add_argument("pile", help="a number of articles, or a JSON lines file")
    parser.add_argument("engines", nargs="*", default=["sail"], help="sail, spark")
    asked = parser.parse_args()
    if asked.run:
        run(asked.run, Path(asked.pile))
    else:
        _compare(asked.pile, asked.engines)


def _compare(given: str, engines: Sequence[str]) -> None:
    """Print a row for each engine, and how many times what this machine took alone."""
    with big_pile.at(given) as pile:
        alone = 0.0
        for engine in ("local", *engines):
            processor, clock, memory = measure(engine, pile)
            alone = alone or processor
            row = f"{engine:<8} {processor:9.1f} s cpu {clock:9.1f} s {memory:8.0f} MB"
            print(f"{row}   {processor / alone:5.1f} times this machine alone", flush=True)


if __name__ == "__main__":
    main()
