"""Statements measured on PolNeAR: are quotations found, and given to the right speaker?

    python -m evaluation.statements_run --articles 60

Definitions:

- A quoted segment is a stretch of four or more words between double marks that
  lies, for at least half of its characters, in the content of a marked
  attribution that has a source.
- It is found when statements cover at least half of its characters, and has the
  right speaker when the mention of that statement's first speaker shares a
  character with the marked source.
- An attribution is linked when a statement's content has a Dice overlap of at
  least .5 with the marked content (characters) and its speaker's mention shares
  a character with the marked source. Each statement links at most one.
- Precision of speakers given with support of .9 or more counts the quoted
  segments above; coverage is the share of them that have such a speaker.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation import corpora
from retold.corpus import witnesses
from retold.model import Article, Statement
from retold.settings import Statements
from retold.steps import statements
from retold.tables import Witness

FOLDER = corpora.SHARED / "polnear"
_QUOTED = re.compile(r"[\"“]([^\"“”\n]+)[\"”]")
_SURE = 0.9  # support of a speaker that counts as sure
_SAMPLE = 20210522  # seed of the sample

Ranges = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One marked attribution: character ranges of its source and its content."""

    source: Ranges
    content: Ranges


@dataclass(slots=True)
class Tally:
    """What is counted over the articles."""

    articles: int = 0
    seconds: float = 0.0
    segments: int = 0
    found: int = 0
    right: int = 0
    sure: int = 0
    sure_right: int = 0
    attributions: int = 0
    given: int = 0
    linked: int = 0


def measure(articles: int = 60, folder: Path = FOLDER) -> dict[str, float]:
    """The figures for a seeded sample of train and dev; keys end as in `floors.toml`.

    Raises `FileNotFoundError` where the corpus is absent.
    """
    tally = Tally()
    parser = statements.parser()
    for row in sample(articles, folder):
        witness = read(row)
        begun = time.perf_counter()
        found = statements.find(witness, parser, Statements())
        tally.seconds += time.perf_counter() - begun
        score(witness.text, marked(row), found, tally)
        tally.articles += 1
    return figures(tally)


def sample(articles: int, folder: Path = FOLDER) -> list[dict[str, object]]:
    """A seeded sample of the articles, in a fixed order."""
    rows: list[dict[str, object]] = []
    for part in ("dev", "train"):
        with gzip.open(folder / f"{part}.jsonl.gz", "rt", encoding="utf-8") as lines:
            rows.extend(json.loads(line) for line in lines)
    rows.sort(key=lambda row: str(row["id"]))
    random.Random(_SAMPLE).shuffle(rows)
    return rows[:articles]


def read(row: dict[str, object]) -> Witness:
    """An article of the corpus with its words, sentences and quotations."""
    return witnesses.bare(Article(str(row["id"]), str(row["text"])))


def marked(row: dict[str, object]) -> list[Attribution]:
    """The attributions marked by hand."""
    given = row["attributions"]
    assert isinstance(given, list)
    return [Attribution(_ranges(one["source"]), _ranges(one["content"])) for one in given]


def segments(text: str, truth: Iterable[Attribution]) -> Iterator[tuple[tuple[int, int], list[Attribution]]]:
    """Quoted segments of four or more words, each with the attributions it belongs to."""
    sourced = [one for one in truth if one.source]
    for match in _QUOTED.finditer(text):
        span = match.span(1)
        half = (span[1] - span[0]) / 2
        owners = [one for one in sourced if _shared(one.content, [span]) >= half]
        if owners and len(match.group(1).split()) >= 4:
            yield span, owners


def score(text: str, truth: Sequence[Attribution], found: Sequence[Statement], tally: Tally) -> None:
    """Add one article to the tally."""
    for span, owners in segments(text, truth):
        _score_segment(span, owners, found, tally)
    _score_links(truth, found, tally)


def _score_segment(
    span: tuple[int, int], owners: Sequence[Attribution], found: Sequence[Statement], tally: Tally
) -> None:
    covering = [s for s in found if _shared(_content(s), [span]) >= (span[1] - span[0]) / 2]
    tally.segments += 1
    tally.found += bool(covering)
    right = [s for s in covering if any(_speaks(s, owner.source) for owner in owners)]
    tally.right += bool(right)
    sure = [s for s in covering if s.speakers and s.speakers[0].support >= _SURE]
    tally.sure += bool(sure)
    tally.sure_right += any(s in right for s in sure)


def _score_links(truth: Sequence[Attribution], found: Sequence[Statement], tally: Tally) -> None:
    sourced = [one for one in truth if one.source and one.content]
    spoken = [s for s in found if s.content]
    free = set(range(len(spoken)))
    tally.attributions += len(sourced)
    tally.given += len(spoken)
    for one in sourced:
        fits = [
            n
            for n in free
            if _dice(_content(spoken[n]), one.content) >= 0.5 and _speaks(spoken[n], one.source)
        ]
        if fits:
            free.remove(fits[0])
            tally.linked += 1


def figures(tally: Tally) -> dict[str, float]:
    """The tally as shares."""
    precision, recall = tally.linked / max(1, tally.given), tally.linked / max(1, tally.attributions)
    return {
        "segments": float(tally.segments),
        "segments_found": tally.found / max(1, tally.segments),
        "segments_right_speaker": tally.right / max(1, tally.segments),
        "sure_precision": tally.sure_right / max(1, tally.sure),
        "sure_coverage": tally.sure / max(1, tally.segments),
        "links_precision": precision,
        "links_recall": recall,
        "links_f1": 2 * precision * recall / max(1e-9, precision + recall),
        "articles_per_second": tally.articles / max(1e-9, tally.seconds),
    }


def _content(statement: Statement) -> Ranges:
    return [(piece.start, piece.end) for piece in statement.content]


def _speaks(statement: Statement, source: Ranges) -> bool:
    mention = statement.speaker
    return mention is not None and _shared([(mention.start, mention.end)], source) > 0


def _shared(one: Ranges, other: Ranges) -> int:
    return sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)


def _dice(one: Ranges, other: Ranges) -> float:
    size = sum(b - a for a, b in one) + sum(d - c for c, d in other)
    return 2 * _shared(one, other) / max(1, size)


def _ranges(given: Sequence[Sequence[int]]) -> Ranges:
    return [(one[0], one[1]) for one in given]


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description="Statements measured on PolNeAR.")
    options.add_argument("--articles", type=int, default=60)
    for name, value in measure(options.parse_args().articles).items():
        print(f"{name:24} {value:8.3f}")


if __name__ == "__main__":
    main()
