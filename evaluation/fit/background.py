"""In how many texts each English word stands, from press releases (CC0): `language/en/background.csv`.

    python -m evaluation.fit background [--write]

Words, not texts, are kept: each folded word form with its document frequency in ten-thousandths. A word
that fewer than `LEAST` releases hold is left out, and so is one with a digit: figures tell events apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from evaluation.corpora import corpus
from retold import language
from retold.language.folding import fold
from retold.steps import words

CORPUS = "pile_press_releases"
LEAST = 5  # releases that must hold a word
MOST_WORDS = 20_000
UNIT = 10_000
PATH = Path("src/retold/language/en/background.csv")
_LINKS = re.compile(
    r"^.*\]\(https?:.*$|https?://\S+", re.MULTILINE
)  # what the collector put under each release
_HEAD = """\
# In how many of 10,000 texts each folded word stands, counted from press releases that are in the public
# domain (CC0); made by: python -m evaluation.fit background --write
word,frequency
"""


def frequencies(texts: Iterable[str]) -> dict[str, int]:
    """The document frequency of each folded word in ten-thousandths; the commonest first, then by word."""
    held: Counter[str] = Counter()
    size = 0
    for text in texts:
        held.update(different(text))
        size += 1
    kept = sorted((-count, word) for word, count in held.items() if count >= LEAST)[:MOST_WORDS]
    return {word: max(1, round(-UNIT * count / size)) for count, word in kept}


def different(text: str) -> set[str]:
    """The different folded words of a text, those with a digit left out."""
    split = words.split(text)
    found = {fold(text[a:b]) for a, b in zip(split.starts.tolist(), split.ends.tolist(), strict=True)}
    return {word for word in found if word.isalpha() or (word.replace("'", "").isalpha())}


def table(found: dict[str, int]) -> str:
    """The file, one word a line."""
    return _HEAD + "".join(f"{word},{count}\n" for word, count in found.items())


def counted() -> str:
    """The file as the press releases in English make it, their lists of links left out."""
    texts = (_LINKS.sub("", one.text) for one in corpus(CORPUS).values())
    return table(frequencies(text for text in texts if language.of_text(text).code == "en"))
