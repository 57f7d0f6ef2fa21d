"""Who is meant, to whom and on what occasion: measured on labelled places (`evaluation/labels`) and GUM.

    python -m evaluation.told_run [--errors]

Definitions:

- "According to X": a place labelled credit or speaker is right if the program
  gives a credit, or a statement with its cue there, that covers a character of
  X with its span or its speaker's mention, and not the other of the two; one
  labelled other is right if it gives neither. Accuracy over all places.
- A statement belongs to the labelled cue that its cue shares a character with.
  Addressee and occasion: precision over statements at labelled cues that give
  one, recall over labelled ones; right if the characters overlap.
- Speaker named: over labelled cues whose speaker's chain in GUM is a person, a
  body or a place and has a proper name somewhere; right if the name given by the
  statement at that cue agrees with a mention of the chain. Precision over those
  for which a name is given.

Where two passes disagree, both are counted, so that neither is the judge.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from evaluation import corpora, gum, scorers
from retold import pipeline
from retold.model import Span, Statement
from retold.settings import Settings
from retold.steps import statements
from retold.tables import Witness

LABELS = corpora.LABELS
PASSES = ("a", "b")
Place = tuple[int, int]
_SPEAKING = ("person", "organization", "place")  # kinds of mention that may speak: a country does


@dataclass(frozen=True, slots=True)
class Told:
    """An article with what the program says of it."""

    witness: Witness
    statements: tuple[Statement, ...]

    def at(self, cue: Place) -> Statement | None:
        """The first statement whose cue shares a character with this one."""
        return next((s for s in self.statements if _touches(s.cue, cue)), None)


def measure() -> dict[str, float]:
    """All figures by name, each the mean of the passes. Raises `OSError` where data is absent."""
    figures = [_according_to(which) | _addressees(which) for which in PASSES]
    return {name: sum(one[name] for one in figures) / len(figures) for name in figures[0]}


@cache
def told(corpus: str, identifier: str) -> Told:
    """One article read and its statements found."""
    settings = Settings()
    witness = pipeline.witness(corpora.article(corpus, identifier), settings)
    return Told(witness, tuple(statements.find(witness, _parser(), settings.statements)))


@cache
def _parser() -> Any:  # the parser's own type needs spaCy
    return statements.parser()


# ---- according to ----


def _according_to(which: str) -> dict[str, float]:
    with (LABELS / f"according_to_{which}.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, dialect="excel-tab"))
    right = sum(_role(row) == row["role"] for row in rows)
    return {"according_to.accuracy": right / len(rows)}


def _role(row: Mapping[str, str]) -> str:
    """What the program takes the place for: credit, speaker or other; "both" fits no label."""
    one = told(row["corpus"], row["article"])
    cue = (int(row["start"]), int(row["end"]))
    after = (int(row["x_start"] or cue[1]), int(row["x_end"] or cue[1] + 1))
    credit = any(_touches(c.span, after) for c in one.witness.credits if c.role != "licence")
    found = one.at(cue)
    speaker = found is not None and any(_touches(p.mention, after) for p in found.speakers)
    return {(True, True): "both", (True, False): "credit", (False, True): "speaker"}.get(
        (credit, speaker), "other"
    )


# ---- addressees, occasions, names ----


def _addressees(which: str) -> dict[str, float]:
    with (LABELS / f"addressees_{which}.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    found: dict[str, float] = {}
    for part in ("addressee", "occasion"):
        score = scorers.score(*_counts(rows, part))
        found[f"{part}.precision"], found[f"{part}.recall"] = score.precision, score.recall
    return found | _named(rows)


def _counts(rows: Iterable[Mapping[str, Any]], part: str) -> tuple[int, int, int]:
    """Right, given and wanted of a part of a statement, over the labelled cues."""
    right = given = wanted = 0
    for row in rows:
        statement = told(row["corpus"], row["article"]).at(tuple(row["cue"]))
        got: Span | None = None if statement is None else getattr(statement, part)
        wanted += row[part] is not None
        given += got is not None
        right += got is not None and row[part] is not None and _touches(got, tuple(row[part]))
    return right, given, wanted


def _named(rows: Iterable[Mapping[str, Any]]) -> dict[str, float]:
    right = given = wanted = 0
    for row, names in _nameable(rows):
        wanted += 1
        statement = told(row["corpus"], row["article"]).at(tuple(row["cue"]))
        name = None if statement is None else statement.speaker_name
        given += name is not None
        right += name is not None and any(_agrees(name, known) for known in names)
    return {"names.accuracy": right / max(1, wanted), "names.precision": right / max(1, given)}


def _nameable(rows: Iterable[Mapping[str, Any]]) -> Iterator[tuple[Mapping[str, Any], list[frozenset[str]]]]:
    """Labelled cues whose speaker has a proper name somewhere in the article, with those names."""
    for row in rows:
        if row["corpus"] != "gum_news" or row["speaker"] is None:
            continue
        mentions = _mentions()[row["article"]]
        covering = [m for m in mentions if _touches(Span(None, m.start, m.end), tuple(row["speaker"]))]
        best = max(covering, key=lambda m: _likeness(m, tuple(row["speaker"])), default=None)
        if best is None or best.kind not in _SPEAKING:
            continue
        names = [m.proper for m in mentions if m.chain == best.chain and m.proper]
        if names:
            yield row, names


@cache
def _mentions() -> dict[str, list[gum.Mention]]:
    return {page.name: page.mentions for page in gum.pages(corpora.SHARED / "gum_news")}


def _likeness(mention: gum.Mention, place: Place) -> float:
    """Jaccard of the two stretches of characters."""
    common = min(mention.end, place[1]) - max(mention.start, place[0])
    return common / (max(mention.end, place[1]) - min(mention.start, place[0]))


def _agrees(name: str, proper: frozenset[str]) -> bool:
    """Whether the proper nouns of a mention all stand in the name, or the name's words in the mention."""
    words, known = _words(name.split()), _words(proper)
    return bool(words) and (words <= known or known <= words)


def _words(names: Iterable[str]) -> set[str]:
    """Words in lower case, without small ones, stops and hyphens."""
    parts = (part.strip(".,'’").casefold() for name in names for part in name.split("-"))
    return {part for part in parts if part and part not in ("the", "of", "for", "and")}


def _touches(span: Span | None, place: Place) -> bool:
    return span is not None and span.start < place[1] and place[0] < span.end


def _errors() -> None:
    """Print the labelled cues that went wrong, by offsets and what was given."""
    for which in PASSES:
        for row in map(json.loads, (LABELS / f"addressees_{which}.jsonl").open(encoding="utf-8")):
            statement = told(row["corpus"], row["article"]).at(tuple(row["cue"]))
            for part in ("addressee", "occasion"):
                got = None if statement is None else getattr(statement, part)
                if (got is None) != (row[part] is None) or (got and not _touches(got, tuple(row[part]))):
                    print(which, row["article"], row["cue"], part, "wanted", row[part], "got", got)


def main() -> None:
    """Print the figures, or what went wrong."""
    if "--errors" in sys.argv[1:]:
        _errors()
        return
    for name, value in measure().items():
        print(f"{name:28} {value:6.3f}")


if __name__ == "__main__":
    main()
