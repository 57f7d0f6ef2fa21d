"""The fuzz campaign: each target on its kept corpus and on what coverage guides to.

    python -m tests.fuzz.campaign --seconds 60            all targets, 60 seconds together
    python -m tests.fuzz.campaign readers --seconds 600   one target

Every target runs in a process of its own (libFuzzer ends the process it runs in).
A find is written to `build/fuzz/`, and the campaign ends with 1.
Inputs that reach new code go to `build/fuzz/corpus/TARGET`; a few good ones are kept in `tests/fuzz/corpus/TARGET`.
Where `atheris` has no wheel, the kept corpus is run with seeded mutations, without coverage.
"""

from __future__ import annotations

import argparse
import importlib.util
import random
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
CORPUS = ROOT / "tests" / "fuzz" / "corpus"
BUILD = ROOT / "build" / "fuzz"
LONGEST = 4_096  # bytes of an input that is made up
SLOW = 60  # seconds of one input after which it counts as a hang
WIDE = 3_000  # MB of one process


def seeds(name: str) -> list[bytes]:
    """The kept inputs of a target, in order of their names."""
    return [one.read_bytes() for one in sorted((CORPUS / name).glob("*"))]


def mutations(held: list[bytes], draw: random.Random) -> Iterator[bytes]:
    """Endlessly: a kept input with some bytes changed, cut, doubled, or taken from another."""
    while True:
        one = bytearray(draw.choice(held) if held else b"")
        for _ in range(draw.randint(1, 6)):
            at = draw.randint(0, len(one))
            wild = bytes(draw.randrange(256) for _ in range(draw.randint(0, 4)))
            other = draw.choice(held) if held else b""
            start = draw.randint(0, len(other))
            piece = draw.choice([wild, wild, other[start : start + draw.randint(1, 40)], bytes(one[:at])])
            one[at : at + draw.choice([0, 0, 1, 4, 40])] = piece
        yield bytes(one[:LONGEST])


def guided(name: str, seconds: int, seed: int) -> None:
    """Run one target under atheris; the process ends here."""
    import atheris

    with atheris.instrument_imports(include=["retold"]):
        from tests.fuzz import targets

        for data in seeds(name):  # what is imported when it is needed is followed as well
            targets.TARGETS[name](data)
    held = BUILD / "corpus" / name
    held.mkdir(parents=True, exist_ok=True)
    words = [
        "fuzz", f"-seed={seed}", f"-max_total_time={seconds}", f"-timeout={SLOW}", f"-rss_limit_mb={WIDE}", f"-max_len={LONGEST}",
        f"-artifact_prefix={BUILD / name}-", "-print_final_stats=1", "-verbosity=0", str(held), str(CORPUS / name),
    ]  # fmt: skip
    atheris.Setup(words, targets.TARGETS[name])
    atheris.Fuzz()


def unguided(name: str, seconds: int, seed: int) -> int:
    """Run one target on mutations of its kept corpus; how many inputs."""
    from tests.fuzz import targets

    count, end = 0, time.monotonic() + seconds
    for data in mutations(seeds(name), random.Random(seed or None)):
        if time.monotonic() > end:
            break
        try:
            targets.TARGETS[name](data)
        except BaseException:
            BUILD.mkdir(parents=True, exist_ok=True)
            (BUILD / f"{name}-crash").write_bytes(data)
            raise
        count += 1
    targets.forget()
    print(f"stat::number_of_executed_units: {count}", file=sys.stderr)
    return count


def has_atheris() -> bool:
    """Whether coverage can guide."""
    return importlib.util.find_spec("atheris") is not None


def run(name: str, seconds: int, seed: int) -> tuple[int, bool]:
    """One target in a process of its own: how many inputs, and whether all were taken."""
    words = [sys.executable, "-m", "tests.fuzz.campaign", name, "--seconds", str(seconds)]
    words += ["--seed", str(seed), "--here"]
    done = subprocess.run(words, cwd=ROOT, stderr=subprocess.PIPE, text=True, errors="replace", check=False)
    counted = re.search(r"number_of_executed_units:\s*(\d+)", done.stderr)
    if done.returncode:
        BUILD.mkdir(parents=True, exist_ok=True)
        (BUILD / f"{name}.log").write_text(done.stderr, encoding="utf-8")
        print(done.stderr[-3_000:])
    return int(counted[1]) if counted else 0, done.returncode == 0


def main() -> int:
    """The campaign."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="TARGET")
    parser.add_argument("--seconds", type=int, default=60, help="of all targets together")
    parser.add_argument("--seed", type=int, default=1, help="0 draws anew each time")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.here:
        (guided if has_atheris() else unguided)(given.names[0], given.seconds, given.seed)
        return 0
    known = sorted(one.name for one in CORPUS.iterdir())
    names, failed, total = given.names or known, [], 0
    for name in names:
        count, fine = run(name, max(1, given.seconds // len(names)), given.seed)
        total += count
        failed += [] if fine else [name]
        print(f"{name}: {count:,} inputs{'' if fine else ', FAILED'}", flush=True)
    print(f"{total:,} inputs, {len(failed)} of {len(names)} targets failed; finds are in build/fuzz")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
