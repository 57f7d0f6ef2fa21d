"""Who is meant, to whom and on what occasion: measured on labelled places (`evaluation/labels`) and GUM.

    python -m evaluation.suites.parties        show what goes wrong, by offsets

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

Where two passes disagree, both are counted, so that neither is the judge: units are the articles of both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import retold
from evaluation import corpora, labels
from evaluation.corpora import gum
from evaluation.corpora.paths import SHARED
from evaluation.measures import Measure, Part, measured
from evaluation.metrics.bootstrap import Counts
from evaluation.metrics.scores import ratio, triple
from retold.model import Credit, Span, Statement

NEEDS = ("pile_allsides", "pile_reuters", "versions_whenitson", "gum_news", "seeds")
Place = tuple[int, int]
Row = Mapping[str, Any]
_SPEAKING = ("person", "organization", "place")  # kinds of mention that may speak: a country does
_PARTS = ("addressee", "occasion")


def measures(part: Part) -> list[Measure]:  # noqa: ARG001  one size only
    """All figures, over both passes of labels."""
    places = [one for name in labels.PASSES for one in labels.records(f"according_to_{name}")]
    cues = [one for name in labels.PASSES for one in labels.objects(f"addressees_{name}")]
    accuracy = measured(
        [Counter(all=1, right=int(role(one) == one["role"])) for one in places],
        lambda counts: {"according to: accuracy": ratio(counts, "right", "all")},
        groups=[one["article"] for one in places],
        outlets=[str(corpora.article(one["corpus"], one["article"]).outlet) for one in places],
    )
    return [
        *accuracy,
        *measured([cue_counts(one) for one in cues], figures, groups=[c["article"] for c in cues]),
    ]


def figures(counts: Counts) -> dict[str, float]:
    """Shares from the counts of cues."""
    found: dict[str, float] = {}
    for part in _PARTS:
        scores = triple(counts, f"{part} ", f"{part} ")
        found |= {name: value for name, value in scores.items() if not name.endswith("f1")}
    found["names accuracy"] = ratio(counts, "names right", "names wanted")
    found["names precision"] = ratio(counts, "names right", "names given")
    return found


@cache
def _statements(corpus: str, identifier: str) -> tuple[Statement, ...]:
    return tuple(retold.statements(corpora.article(corpus, identifier)))


@cache
def _credits(corpus: str, identifier: str) -> tuple[Credit, ...]:
    return tuple(retold.credits(corpora.article(corpus, identifier)))


def _statement_at(row: Row, cue: Place) -> Statement | None:
    """The first statement of the row's article whose cue shares a character with this one."""
    return next((s for s in _statements(row["corpus"], row["article"]) if _touches(s.cue, cue)), None)


# ---- according to ----


def role(row: Mapping[str, str]) -> str:
    """What the program takes the place for: credit, speaker or other; "both" fits no label."""
    cue = (int(row["start"]), int(row["end"]))
    after = (int(row["x_start"] or cue[1]), int(row["x_end"] or cue[1] + 1))
    given = _credits(row["corpus"], row["article"])
    credit = any(_touches(c.span, after) for c in given if c.role != "licence")
    found = _statement_at(row, cue)
    speaker = found is not None and any(_touches(p.mention, after) for p in found.speakers)
    return {(True, True): "both", (True, False): "credit", (False, True): "speaker"}.get(
        (credit, speaker), "other"
    )


# ---- addressees, occasions, names ----


def cue_counts(row: Row) -> Counter[str]:
    """Right, given and wanted of addressee, occasion and speaker's name, at one labelled cue."""
    statement = _statement_at(row, tuple(row["cue"]))
    counts: Counter[str] = Counter()
    for part in _PARTS:
        got: Span | None = None if statement is None else getattr(statement, part)
        counts[f"{part} wanted"] += row[part] is not None
        counts[f"{part} given"] += got is not None
        counts[f"{part} right"] += (
            got is not None and row[part] is not None and _touches(got, tuple(row[part]))
        )
    names = _names(row)
    if names:
        name = None if statement is None else statement.speaker_name
        counts["names wanted"] += 1
        counts["names given"] += name is not None
        counts["names right"] += name is not None and any(agrees(name, known) for known in names)
    return counts


def _names(row: Row) -> list[frozenset[str]]:
    """The proper names that the chain of the labelled speaker has somewhere in the article."""
    if row["corpus"] != "gum_news" or row["speaker"] is None:
        return []
    mentions = _mentions()[row["article"]]
    place: Place = tuple(row["speaker"])
    covering = [m for m in mentions if _touches(Span(None, m.start, m.end), place)]
    best = max(covering, key=lambda m: _likeness(m, place), default=None)
    if best is None or best.kind not in _SPEAKING:
        return []
    return [m.proper for m in mentions if m.chain == best.chain and m.proper]


@cache
def _mentions() -> dict[str, list[gum.Mention]]:
    return {page.name: page.mentions for page in gum.pages(SHARED / "gum_news")}


def _likeness(mention: gum.Mention, place: Place) -> float:
    """Jaccard of the two stretches of characters."""
    common = min(mention.end, place[1]) - max(mention.start, place[0])
    return common / (max(mention.end, place[1]) - min(mention.start, place[0]))


def agrees(name: str, proper: frozenset[str]) -> bool:
    """Whether the proper nouns of a mention all stand in the name, or the name's words in the mention."""
    words, known = _words(name.split()), _words(proper)
    return bool(words) and (words <= known or known <= words)


def _words(names: Iterable[str]) -> set[str]:
    """Words in lower case, without small ones, stops and hyphens."""
    parts = (part.strip(".,'’").casefold() for name in names for part in name.split("-"))
    return {part for part in parts if part and part not in ("the", "of", "for", "and")}


def _touches(span: Span | None, place: Place) -> bool:
    return span is not None and span.start < place[1] and place[0] < span.end


def _show_errors() -> None:
    """Print the labelled cues that went wrong, by offsets and what was given."""
    for name in labels.PASSES:
        for row in labels.objects(f"addressees_{name}"):
            statement = _statement_at(row, tuple(row["cue"]))
            for part in _PARTS:
                got = None if statement is None else getattr(statement, part)
                if (got is None) != (row[part] is None) or (got and not _touches(got, tuple(row[part]))):
                    print(name, row["article"], row["cue"], part, "wanted", row[part], "got", got)


if __name__ == "__main__":
    _show_errors()
