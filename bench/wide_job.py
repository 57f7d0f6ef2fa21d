"""Speed and memory of the wide steps, beside their peers.

    python -m bench.wide_job anchors              text to n-grams, beside the peers
    python -m bench.wide_job stories 10000        text to stories, on a pile made by bench.big_pile
    python -m bench.wide_job stories pile.jsonl   the same on a pile that is there already
    python -m bench.wide_job copies               one dispatch of 2,000 outlets beside unrelated articles
    python -m bench.wide_job trace 2000           the whole trace of so many near copies, nothing parsed

Every measure is taken in one process after another, in the order given here.
The peers are datasketch, gaoya and rensa (`pip install` them beside retold);
one that is not installed is named and left out. Processor time is printed
beside the clock, because only it can be compared on a machine that others use;
helpers count in both and in the memory, which is that of all processes together.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import random
import re
import resource
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import retold
from bench import big_pile
from evaluation import generator
from retold import kernels
from retold.settings import Fingerprint, Settings, Statements
from retold.steps import fingerprint, words

_SAMPLE = 4_000  # articles of the measure of anchors
_SHARE = re.compile(r"^Pss: +(\d+) kB", re.MULTILINE)  # of each page the share of those that map it
_BANDS, _ROWS = 16, 8  # what the peers' MinHash signatures are made for


# ---- measuring ----


class _Taken:
    clock = processor = memory = 0.0


@contextmanager
def measured() -> Iterator[_Taken]:
    """Seconds by the clock and of the processor, and the most memory (MB), helpers included."""
    taken, done = _Taken(), threading.Event()

    def watch() -> None:
        while not done.wait(0.5):
            taken.memory = max(taken.memory, _memory())

    watcher = threading.Thread(target=watch, daemon=True)
    began, spent = time.perf_counter(), _processor()
    watcher.start()
    try:
        yield taken
    finally:
        taken.clock, taken.processor = time.perf_counter() - began, _processor() - spent
        done.set()
        watcher.join()


def _processor() -> float:
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def _memory() -> float:
    """Megabytes that this process and its children hold (Linux); what they share counts once."""
    held = 0
    for place in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((place / "stat").read_text().rsplit(")", 1)[1].split()[1])
            if os.getpid() in (parent, int(place.name)):
                held += int(_SHARE.findall((place / "smaps_rollup").read_text())[0])
        except (OSError, IndexError):
            continue  # it has ended
    return held / 1e3


def told(name: str, count: int, taken: _Taken) -> None:
    """Print one row."""
    rate = count / max(taken.processor, 1e-9)
    cost = f"{taken.clock:8.1f} s {taken.processor:8.1f} s cpu"
    print(f"{name:<44} {cost} {rate:9.0f} a/s·core {taken.memory:7.0f} MB", flush=True)


# ---- what is measured ----


def anchors() -> None:
    """Articles per second and core, from text as it comes; the kernels are warm."""
    texts = [row["text"] for row in big_pile.articles(_SAMPLE, big_pile.Quarry(1))]
    ours = kernels.choose("compiled")
    rates = {"retold": _rate(lambda some: _grams(some, ours), texts)}
    for name, take in (("rensa", _rensa), ("gaoya", _gaoya), ("datasketch", _datasketch)):
        try:
            importlib.import_module(name)
        except ImportError:
            print(f"{name} is not installed: left out")
            continue
        rates[name] = _rate(take, texts)
    for name, rate in rates.items():
        ratio = rates["retold"] / rate
        print(f"text to anchors: {name:<12} {rate:9.0f} a/s·core   retold is {ratio:6.1f} times as fast")


def _rate(take: Callable[[list[str]], object], texts: list[str]) -> float:
    """The best of three."""
    take(texts[:200])
    spent = []
    for _ in range(3):
        began = time.process_time()
        take(texts)
        spent.append(time.process_time() - began)
    return len(texts) / min(spent)


def _grams(texts: list[str], ours: kernels.Kernels) -> None:
    for low in range(0, len(texts), 2000):
        some = texts[low : low + 2000]
        ids = [str(number) for number in range(len(some))]
        fingerprint.of(words.many(some, ours), ids, Fingerprint(), kernels=ours)


def _shingles(text: str) -> list[str]:
    """What the peers must be given: the text's word trigrams as strings."""
    split = text.lower().split()
    return [" ".join(split[k : k + 3]) for k in range(len(split) - 2)]


def _rensa(texts: list[str]) -> None:
    from rensa import RMinHash  # a peer

    for text in texts:
        one = RMinHash(num_perm=_BANDS * _ROWS, seed=1)
        one.update(_shingles(text))
        one.digest()


def _gaoya(texts: list[str]) -> None:
    from gaoya.minhash import MinHashStringIndex  # a peer

    index = MinHashStringIndex(
        hash_size=32,
        jaccard_threshold=0.5,
        num_bands=_BANDS,
        band_size=_ROWS,
        analyzer="word",
        lowercase=True,
        ngram_range=(3, 3),
    )
    for number, text in enumerate(texts):
        index.insert_document(number, text)


def _datasketch(texts: list[str]) -> None:
    from datasketch import MinHash  # a peer

    for text in texts:
        one = MinHash(num_perm=_BANDS * _ROWS)
        one.update_batch([shingle.encode() for shingle in _shingles(text)])


def stories(pile: str) -> None:
    """Text to stories with aligned passages, helpers and all."""
    with big_pile.at(pile) as file, measured() as taken:
        found = retold.stories(_read(file))
    count = sum(len(one.articles) for one in found)
    several = sum(1 for one in found if len(one.articles) > 1)
    told(f"text to stories, {count:,} articles", count, taken)
    print(f"    {len(found):,} stories, {several:,} of two articles or more")


def _read(file: Path) -> Iterator[retold.Article]:
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            yield retold.Article(**json.loads(line))


def copies(count: int = 2_000) -> None:
    """One dispatch in many papers, each with a few words of its own, beside unrelated articles."""
    spent = {}
    for name, pile in (("unrelated", _unrelated(count)), ("one dispatch", _near_copies(count))):
        with measured() as taken:
            retold.stories(pile)
        told(f"{count:,} articles, {name}", count, taken)
        spent[name] = taken.processor
    print(f"    one dispatch costs {spent['one dispatch'] / spent['unrelated']:.1f} times as much")


def trace(count: int) -> None:
    """The whole trace of many near copies, without statements."""
    settings = Settings(statements=Statements(which="none"))
    with tempfile.TemporaryDirectory() as folder, measured() as taken:
        found = retold.trace(_near_copies(count), settings, into=Path(folder, "copies.trace"))
    told(f"trace of {count:,} near copies", count, taken)
    print(f"    {len(found.stories)} stories, {len(found.changes):,} changes")


def _unrelated(count: int) -> list[retold.Article]:
    chance = random.Random(3)
    sizes = len(_dispatch().split())
    return [
        retold.Article(f"u{k}", " ".join(_word(chance) for _ in range(sizes)), outlet=f"Outlet {k}")
        for k in range(count)
    ]


def _near_copies(count: int) -> list[retold.Article]:
    chance, split = random.Random(5), _dispatch().split(" ")
    return [retold.Article(f"c{k}", _touched(split, chance), outlet=f"Outlet {k}") for k in range(count)]


def _dispatch() -> str:
    return generator.story("dispatch", size=4).articles[0].text


def _touched(split: list[str], chance: random.Random) -> str:
    words_now = list(split)
    for _ in range(6):
        words_now[chance.randrange(len(words_now))] = _word(chance)
    return " ".join(words_now)


def _word(chance: random.Random) -> str:
    return "".join(chance.choices("abdegiklmnoprstu", k=6))


def main() -> None:
    """Print the rows that are asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("anchors", "stories", "copies", "trace"))
    parser.add_argument("pile", nargs="?", default="10000", help="a number of articles, or a JSON lines file")
    asked = parser.parse_args()
    if asked.what == "stories":
        stories(asked.pile)
    elif asked.what == "trace":
        trace(int(asked.pile))
    else:
        {"anchors": anchors, "copies": copies}[asked.what]()


if __name__ == "__main__":
    main()
