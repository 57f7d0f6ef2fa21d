"""Pairs of versions out of sentence frames: what one desk reports and another retells otherwise.

A frame (`texts/retellings_CODE.txt`, one a line) is a sentence with one slot, `{kind|words>other words|…}`:
either version has the first words where nothing is changed, the second has the others where it is. A pair
draws some frames of its language, changes some of them and drops or puts in another; everything follows from
the seed. The marks are those of `evaluation.corpora.retellings`, which reads the pairs.

>>> marked("de", "x/1") == marked("de", "x/1")
True
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from random import Random

_TEXTS = Path(__file__).parent / "texts"
_SLOT = re.compile(r"\{([a-z]+)\|([^{}]*)\}")
_FRAMES, _CHANGED = 6, 3  # of a pair, and how many of them are told otherwise
_DROPPED = 0.5  # share of pairs of which a sentence stands in one version only


@cache
def frames(code: str) -> tuple[str, ...]:
    """The frames of a language."""
    text = (_TEXTS / f"retellings_{code}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines() if line)


def marked(code: str, seed: str) -> tuple[str, str]:
    """Two versions with their marks."""
    random = Random(f"{code}/{seed}")
    drawn = random.sample(range(len(frames(code))), _FRAMES)
    told = set(random.sample(drawn, _CHANGED))
    sides = [filled(frames(code)[k], random, k in told) for k in drawn]
    lone = random.choice([k for k, frame in enumerate(drawn) if k and frame not in told])  # no opening
    if random.random() < _DROPPED:
        a, b = sides[lone]
        sides[lone] = (f"{{cut|{a}}}", "") if random.random() < _DROPPED else ("", f"{{added|{b}}}")
    return " ".join(filter(None, (a for a, _ in sides))), " ".join(filter(None, (b for _, b in sides)))


def filled(frame: str, random: Random, changed: bool) -> tuple[str, str]:
    """The sentence of a frame in both versions, its slot marked where they differ."""
    match = _SLOT.search(frame)
    if match is None:
        raise ValueError(f"a frame without a slot: {frame}")
    kind, choices = match[1], match[2].split("|")
    ours, theirs = random.choice(choices).split(">")
    before, after = frame[: match.start()], frame[match.end() :]
    if not changed:
        return before + ours + after, before + ours + after
    return f"{before}{{{kind}|{ours}}}{after}", f"{before}{{{kind}|{theirs}}}{after}"
