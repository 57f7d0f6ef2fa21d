"""Same words in another dress (style), words gone wrong (slip), and whatever else was put otherwise.

Without a dictionary, a slip is told by its neighbours: it differs from its
partner by one letter or two letters swapped, is no other form of the same
word, and stands nowhere else in the two texts, while its partner may.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from retold import gazetteer, parameters
from retold.steps.changes.pair import Pair, Unit

_P = parameters.of("changes", "spelling")
_DOUBLED = _P.integer("doubled")
_LEAST_SLIP = _P.integer("least_slip")


@cache
def _small() -> frozenset[str]:
    return frozenset(gazetteer.toml("en/slips")["small"])


def is_small(word: str) -> bool:
    """Whether a folded word is one of the small words of the grammar."""
    return word in _small()


# ---- style ----


def style_key(words: tuple[str, ...]) -> str:
    """Equal for readings that differ in spelling custom, hyphens, points and accents only.

    >>> style_key(("organised",)) == style_key(("organized",))
    True
    >>> style_key(("cease", "fire")) == style_key(("ceasefire",))
    True
    """
    plain = [_plain(word) for word in words]
    sames = _same()
    whole = " ".join(plain)
    if whole in sames:
        return sames[whole]
    return "".join(sames.get(word, _spelled(word)) for word in plain)


def is_style(pair: Pair, unit: Unit) -> bool:
    """Whether the two sides say the same words in another dress; not in another place."""
    old = tuple(pair.old.folded[k] for k in unit.old)
    new = tuple(pair.new.folded[k] for k in unit.new)
    if not old or not new or old == new or max(len(old), len(new)) > 12:
        return False
    return style_key(old) == style_key(new)


@lru_cache(maxsize=1 << 14)
def _plain(word: str) -> str:
    bare = word if word.isascii() else unicodedata.normalize("NFKD", word)
    bare = "".join(c for c in bare if not unicodedata.combining(c)).strip(".")
    return re.sub(r"'s?$", "", bare) if len(bare) > 3 and bare not in _same() else bare


@cache
def _same() -> dict[str, str]:
    found: dict[str, str] = {}
    for group in gazetteer.toml("en/style")["same"]:
        for form in group:
            found.setdefault(form, group[0].replace(" ", ""))
            found.setdefault(form.replace(".", ""), group[0].replace(" ", ""))
    return found


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    pairs = [(british, american) for british, american in gazetteer.toml("en/style")["endings"]]
    return tuple(sorted(pairs, key=lambda p: -len(p[0])))


@lru_cache(maxsize=1 << 14)
def _spelled(word: str) -> str:
    """The word with British endings made American and hyphens taken out."""
    bare = "".join(c for c in word if c.isalnum()) or word
    if len(bare) >= _DOUBLED:
        bare = re.sub(r"ll(ed|ing|er|ers)$", r"l\1", bare)
    for british, american in _endings():
        if len(bare) >= 5 and bare.endswith(british):
            return bare[: -len(british)] + american
    return bare


# ---- slips ----


@lru_cache(maxsize=1 << 14)
def mistake(a: str, b: str) -> str | None:
    """How one word may be the other gone wrong: swapped, dropped or changed letters; None where not.

    >>> mistake("harbour", "habrour"), mistake("government", "goverment"), mistake("ship", "ships")
    ('swapped', 'dropped', None)
    """
    if a == b or abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < _LEAST_SLIP:
        return None
    if frozenset((a, b)) in _confusable() or _inflected(a, b):
        return None
    head = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if len(a) != len(b):
        longer, shorter = (a, b) if len(a) > len(b) else (b, a)
        return "dropped" if longer[head + 1 :] == shorter[head:] and head > 0 else None
    if a[head : head + 2] == b[head : head + 2][::-1] and a[head + 2 :] == b[head + 2 :]:
        return "swapped"
    return "changed" if a[head + 1 :] == b[head + 1 :] and head > 0 else None


def _inflected(a: str, b: str) -> bool:
    endings = _slip_endings()
    head = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if head >= 3 and a[head:] in endings and b[head:] in endings:
        return True
    return (
        a[: head - 1] == b[: head - 1] and head >= 4 and a[head - 1 :] in endings and b[head - 1 :] in endings
    )


@cache
def _slip_endings() -> frozenset[str]:
    return frozenset(gazetteer.toml("en/slips")["endings"])


@cache
def _confusable() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in gazetteer.toml("en/slips")["confusable"])


@lru_cache(maxsize=1 << 14)
def strange(word: str) -> float:
    """How un-English a word looks, by the mean surprise of its letter pairs; higher is stranger."""
    pairs = _letter_pairs()
    padded = f"^{word}$"
    return sum(pairs.get(padded[i : i + 2], _UNSEEN) for i in range(len(padded) - 1)) / (len(padded) - 1)


_UNSEEN = _P.number("unseen")


@cache
def _letter_pairs() -> dict[str, float]:
    """The surprise (natural log) of a letter after another, from the words of our own word lists."""
    from collections import Counter
    from math import log

    counts: Counter[str] = Counter()
    heads: Counter[str] = Counter()
    for word in _listed():
        padded = f"^{word}$"
        for i in range(len(padded) - 1):
            counts[padded[i : i + 2]] += 1
            heads[padded[i]] += 1
    return {two: log(heads[two[0]] / count) for two, count in counts.items()}


def _listed() -> Iterator[str]:
    """Ordinary words in our gazetteers: enough to learn which letters follow each other."""
    for row in gazetteer.csv("en/loaded"):
        yield from re.findall(r"[a-z]{3,}", row["forms"])
    for name in ("en/cues", "en/roles", "en/titles", "en/style", "en/slips", "en/hedges"):
        yield from re.findall(r"[a-z]{3,}", repr(gazetteer.toml(name)))
