"""A pile of any size whose articles share no more than those of real piles do, with known families.

    python -m bench.big_pile 100000 pile.jsonl

The texts of ../shared/data are read in place, cut into pieces below the
sentence, and recombined, so that unrelated articles share words and stock
phrases but no passage. About one article in twenty belongs to a family made
by evaluation/generator; the words of each such story are exchanged for words of
the piles, one for one, so that two stories have no more in common than two
events. Days grow with the pile, as those of an archive do. The same number and seed give the same pile.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import numpy as np

import retold
from evaluation import generator

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
PILES = ("pile_allsides", "pile_reuters", "pile_press_releases")
_FIELDS = ("id", "text", "outlet", "published")
_SENTENCE = re.compile(r"[.!?…]+[\"'”’)]*\s+|\n+")
_WORD = re.compile(r"[A-Za-z]{4,}")
_PIECE = (2, 7)  # words of a piece
_MODELS = 150  # stories that are told again in other words
_IN_FAMILIES = 0.05
_OUTLETS = 400
_FIRST_DAY, _A_DAY = date(2031, 1, 1), 300  # articles of one day: a larger pile is one of more days


class Quarry:
    """The piles' sentences in pieces, and their words by frequency."""

    def __init__(self, seed: int) -> None:
        """Raises `SystemExit` where the piles are absent."""
        if not DATA.exists():
            raise SystemExit(f"{DATA} is not there: no pile can be made")
        self._chance = random.Random(seed)
        self.pieces = list(self._cut())
        self.words = sorted({w.lower() for piece in self.pieces[::7] for w in _WORD.findall(piece)})

    def _cut(self) -> Iterator[str]:
        for pile in PILES:
            with gzip.open(DATA / pile / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
                for line in lines:
                    for sentence in _SENTENCE.split(json.loads(line)["text"]):
                        yield from self._pieces(sentence.split())

    def _pieces(self, words: list[str]) -> Iterator[str]:
        at = 0
        while at < len(words):
            size = self._chance.randint(*_PIECE)
            yield " ".join(words[at : at + size])
            at += size


def articles(count: int, quarry: Quarry, seed: int = 1) -> Iterator[dict[str, str]]:
    """The rows of a pile: id, outlet, text and published."""
    chance, rng = random.Random(f"pile {seed}"), np.random.default_rng(seed)
    related = _families(round(count * _IN_FAMILIES), quarry, chance)
    for number in range(count):
        of_family = next(related, None) if chance.random() < 1.02 * _IN_FAMILIES else None
        name, text = of_family or (f"a{number}", _recombined(quarry, rng))
        yield {
            "id": name,
            "outlet": f"Outlet {chance.randrange(_OUTLETS)}",
            "text": text,
            "published": (_FIRST_DAY + timedelta(number // _A_DAY)).isoformat(),
        }


def _recombined(quarry: Quarry, rng: np.random.Generator) -> str:
    """About 500 words in paragraphs of two sentences, some twenty words each."""
    chosen = rng.integers(0, len(quarry.pieces), max(20, int(rng.normal(111, 25)))).tolist()
    sentences = [chosen[at : at + 5] for at in range(0, len(chosen), 5)]
    told = [". ".join(" ".join(quarry.pieces[k] for k in one) for one in sentences[at : at + 2])
            for at in range(0, len(sentences), 2)]  # fmt: skip
    return ".\n\n".join(told) + "."


def _families(count: int, quarry: Quarry, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Ids and texts of family members, story after story."""
    models = [generator.story(f"big pile {k}").articles for k in range(min(_MODELS, count // 8 + 1))]
    told = given = 0
    while given < count:
        exchange = _Exchange(quarry, chance)
        for one in models[told % len(models)]:
            yield f"f{told}-{one.id}", _WORD.sub(exchange.other, one.text)
            given += 1
        told += 1


class _Exchange:
    """The words of a story for other words, the same throughout it."""

    def __init__(self, quarry: Quarry, chance: random.Random) -> None:
        self._quarry, self._chance = quarry, chance
        self._known: dict[str, str] = {}

    def other(self, found: re.Match[str]) -> str:
        """The word that stands for the one found, in its case."""
        word = found[0]
        new = self._known.setdefault(word.lower(), self._chance.choice(self._quarry.words))
        return new.capitalize() if word[0].isupper() else new


def write(count: int, into: Path, seed: int = 1) -> None:
    """Write a pile as JSON lines."""
    quarry = Quarry(seed)
    with into.open("w", encoding="utf-8") as file:
        for row in articles(count, quarry, seed):
            file.write(json.dumps(row) + "\n")


def read(file: Path) -> Iterator[retold.Article]:
    """The articles of a pile of JSON lines, by the fields that a pile made here has."""
    with file.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield retold.Article(**{name: row[name] for name in _FIELDS if name in row})


@contextmanager
def at(given: str) -> Iterator[Path]:
    """The file of a pile: the one that is named, or one with so many articles, which goes afterwards."""
    if not given.isdigit():
        yield Path(given)
        return
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "pile.jsonl")
        write(int(given), file)
        yield file


def main() -> None:
    """Write the pile that is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("count", type=int)
    parser.add_argument("into", type=Path)
    asked = parser.parse_args()
    write(asked.count, asked.into)


if __name__ == "__main__":
    main()
