"""Pairs of suspicious and source texts with the true cases of reuse, made at run time from news.

The texts of the corpora are read in place and nothing of them is kept. Suspicious texts are built from one
collection and sources from another, so that they share only what is put in.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from random import Random

from evaluation import corpora
from evaluation.corpora.pan_disguise import KINDS, Disguiser, disguise
from evaluation.metrics.plagdet import Range, Reuse

SEED = 20140917
_READ = 1500  # articles taken from the head of each collection
_NONE = 0.12  # share of pairs without any reuse
_LINES = re.compile(r"\n+")
_STOP = re.compile(r"(?<=[.!?])[\"”]?\s+(?=[A-Z\"“])")


@dataclass(frozen=True, slots=True)
class Pair:
    """A suspicious text, a source, the kind of disguise, and the true cases."""

    name: str
    kind: str
    suspicious: str
    source: str
    cases: tuple[Reuse, ...]


def pairs(each: int, seed: int = SEED) -> Iterator[Pair]:
    """So many pairs of each kind, the same for one seed."""
    random = Random(seed)
    backgrounds, sources = _texts("pile_reuters"), _texts("pile_allsides")
    strangers: dict[str, list[str]] = defaultdict(list)
    seen = {word for text in backgrounds[:300] for word in text.split()}
    for word in sorted(w for w in seen if w.isalpha() and w.islower()):
        strangers[word[-2:]].append(word)
    disguiser = Disguiser(random, strangers)
    for kind in KINDS:
        for number in range(each):
            yield _pair(f"{kind}-{number}", kind, disguiser, backgrounds, sources)


def _texts(name: str) -> list[str]:
    return [text for text in corpora.texts(name, _READ) if len(text.split()) >= 150]


def _pair(
    name: str, kind: str, disguiser: Disguiser, backgrounds: Sequence[str], sources: Sequence[str]
) -> Pair:
    random = disguiser.random
    source = "\n\n".join(random.sample(sources, random.randint(1, 4)))
    background = _sentences("\n\n".join(random.sample(backgrounds, random.randint(1, 4))))
    wanted = 0 if random.random() < _NONE else random.randint(1, 3)
    taken = _taken(random, _ranges(source), wanted, 200 if kind == "summarised" else 50)
    places = sorted(random.sample(range(len(background) + 1), min(len(taken), len(background))))
    text, cases, at = "", [], 0
    for place, (start, end) in zip(places, random.sample(taken, len(places)), strict=True):
        text += " ".join(background[at:place]) + ("\n\n" if place > at else "")
        passage = disguise(kind, disguiser, _sentences(source[start:end]))
        cases.append(Reuse(name, (len(text), len(text) + len(passage)), (start, end)))
        text, at = text + passage + "\n\n", place
    return Pair(name, kind, text + " ".join(background[at:]), source, tuple(cases))


def _taken(random: Random, sentences: list[Range], wanted: int, least: int) -> list[Range]:
    """Stretches of a source that do not touch, of `least` to 800 words as far as it has them."""
    found: list[Range] = []
    for _ in range(wanted):
        aim = int(least * (800 / least) ** random.random()) * 6  # characters
        first = random.randrange(len(sentences))
        last = first
        while last + 1 < len(sentences) and sentences[last][1] - sentences[first][0] < aim:
            last += 1
        start, end = sentences[first][0], sentences[last][1]
        if end - start >= 5 * least and all(end + 200 < a or b + 200 < start for a, b in found):
            found.append((start, end))
    return found


def _ranges(text: str) -> list[Range]:
    """Character ranges of sentences, by stops before a capital and by line breaks; for this examiner only."""
    breaks = (match.end() for pattern in (_STOP, _LINES) for match in pattern.finditer(text))
    cuts = sorted({0, len(text), *breaks})
    spans = [(a, a + len(text[a:b].rstrip())) for a, b in pairwise(cuts)]
    return [(a, b) for a, b in spans if b > a]


def _sentences(text: str) -> list[str]:
    return [" ".join(text[a:b].split()) for a, b in _ranges(text)]
