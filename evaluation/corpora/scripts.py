"""Invented piles in several scripts: articles of one script that tell sixteen different events."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

from retold.model import Article

TEXTS = Path(__file__).parent.parent / "generator" / "texts"
CODES = ("ar", "ja", "ru", "th", "zh")
SIZE = 16
LINES = True


def piles(code: str, count: int, seed: int) -> Iterator[list[Article]]:
    """`count` piles of unrelated articles in a language; each tells every event of the file with other words.

    Places, names and figures are drawn anew for every article, so that strangers share some by chance,
    and half the articles of a pile end with the same line of the house.
    """
    lists, events = _read(code)
    for number in range(count):
        random = Random(f"{seed} {code} {number}")
        home, line = random.choice(lists["places"]), random.choice(lists["lines"])
        yield [
            Article(
                f"{code}{number}-{k}",
                _filled(event, lists, home, random) + (f"\n\n{line}" if LINES and k % 2 else ""),
                outlet=f"Outlet {number}",
                published=f"2031-03-{3 + random.randrange(5):02}T0{random.randrange(10)}:00:00Z",
            )
            for k, event in enumerate(random.sample(events, SIZE))
        ]


def _filled(event: str, lists: dict[str, list[str]], home: str, random: Random) -> str:
    place = home if random.random() < 0.2 else random.choice(lists["places"])
    event = event.replace("{L}", place).replace("{P}", random.choice(lists["names"]))
    while "{N}" in event:
        event = event.replace("{N}", str(random.randrange(2, 60)), 1)
    return event


def _read(code: str) -> tuple[dict[str, list[str]], list[str]]:
    lists: dict[str, list[str]] = {}
    events = []
    for line in (TEXTS / f"piles_{code}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            name, _, row = line[1:].partition(" ")
            lists[name] = row.split("|") if name == "lines" else row.split()
        elif line:
            events.append(line)
    return lists, events
