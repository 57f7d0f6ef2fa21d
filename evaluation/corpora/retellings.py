"""Invented pairs of versions of a language with marks for what the retelling changed.

## name | day of publication
A: the earlier version
B: the later one

{kind|words}          words that differ; the n-th mark of a kind in A goes with the n-th in B; may be empty
{kind/other|words}    a report of either kind is right
{cut|words}           only in A; {added|words} only in B
{wording|words}       other words, same matter: reports of whole sentences are not judged here
{style|words}         what no reader wants told
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.generator import retellings as frames
from evaluation.metrics.ranges import Place
from retold.model import Article

FOLDER = Path(__file__).parent.parent / "labels" / "retellings"
CODES = ("de", "fr", "es")
ONE_SIDED = ("cut", "added")
EASY = ("wording", "style")
_DAY = "2034-05-01"  # of the pairs out of frames, a Monday
_MARK = re.compile(r"\{([a-z/]+)\||\}")
_PAIR = re.compile(r"(?m)^## ([^|\n]+)\|([^\n]+)\nA: (.+)\nB: (.+)$")


@dataclass(frozen=True, slots=True)
class Label:
    """What differs, the kinds it may be told as, and its place on both sides; an empty place is an anchor."""

    kinds: tuple[str, ...]
    a: Place | None
    b: Place | None


@dataclass(frozen=True, slots=True)
class Retelling:
    """Two versions without their marks, what differs, and by side what need not be told."""

    a: Article
    b: Article
    labels: tuple[Label, ...]
    easy: dict[str, tuple[Place, ...]]  # by article


def pairs(code: str, part: str = "") -> Iterator[Retelling]:
    """The pairs of a language; `part` names a file besides the first.

    Raises ValueError where the marks of a kind in A and B are not as many.
    """
    text = (FOLDER / f"{code}{part}.txt").read_text(encoding="utf-8")
    for match in _PAIR.finditer(text):
        name, day, *versions = (cell.strip() for cell in match.groups())
        yield pair_of(f"{code}{part}-{name}", day, versions, code)


def generated(code: str, count: int) -> Iterator[Retelling]:
    """Pairs of a language out of sentence frames."""
    for number in range(count):
        yield pair_of(f"{code}-frames-{number}", _DAY, frames.marked(code, str(number)), code)


def parts(code: str) -> list[str]:
    """The files of a language by what stands behind its code, the first as ""."""
    return sorted(path.stem.removeprefix(code) for path in FOLDER.glob(f"{code}*.txt"))


def pair_of(name: str, day: str, versions: Sequence[str], code: str) -> Retelling:
    """The pair of two versions with their marks."""
    (text_a, marks_a), (text_b, marks_b) = map(without_marks, versions)
    made = [
        Article(f"{name}-{side}", text, outlet=f"Desk {side}", published=day, language=code)
        for side, text in (("a", text_a), ("b", text_b))
    ]
    easy = {
        one.id: tuple(place for kind, place in marks if kind in EASY)
        for one, marks in zip(made, (marks_a, marks_b), strict=True)
    }
    return Retelling(made[0], made[1], tuple(_labels(name, marks_a, marks_b)), easy)


def _labels(name: str, marks_a: list[tuple[str, Place]], marks_b: list[tuple[str, Place]]) -> Iterator[Label]:
    for kind in dict.fromkeys(kind for kind, _ in (*marks_a, *marks_b)):
        ours, theirs = ([place for k, place in marks if k == kind] for marks in (marks_a, marks_b))
        if kind in EASY:
            continue
        if kind in ONE_SIDED:
            yield from (Label((kind,), place, None) for place in ours)
            yield from (Label((kind,), None, place) for place in theirs)
        elif len(ours) != len(theirs):
            raise ValueError(f"{name}: {len(ours)} and {len(theirs)} marks of {kind}")
        else:
            yield from (Label(tuple(kind.split("/")), *both) for both in zip(ours, theirs, strict=True))


def without_marks(text: str) -> tuple[str, list[tuple[str, Place]]]:
    """The plain text, and its marks by their opening."""
    pieces: list[str] = []
    stack: list[tuple[int, str, int]] = []
    found: list[tuple[int, str, Place]] = []
    at = length = 0
    for number, match in enumerate(_MARK.finditer(text)):
        pieces.append(text[at : match.start()])
        length += match.start() - at
        at = match.end()
        if match[1]:
            stack.append((number, match[1], length))
        else:
            opened, kind, start = stack.pop()
            found.append((opened, kind, (start, length)))
    return "".join([*pieces, text[at:]]), [(kind, place) for _, kind, place in sorted(found)]
