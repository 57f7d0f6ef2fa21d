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
from retold.gazetteer import names
from retold.steps.changes.kinds import Finding
from retold.steps.changes.pair import Pair, Side, Unit

_P = parameters.of("changes", "spelling")
_DOUBLED = _P.integer("doubled")
_LONG = _P.integer("long")
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


def slip(pair: Pair, unit: Unit) -> tuple[str, float] | None:
    """What happened to a slip (new or mended; "in one" where no way is known) and its support."""
    if len(unit.old) != len(unit.new) and 0 < len(unit.old) + len(unit.new) == 3:
        return _split(pair, unit)
    if len(unit.old) != len(unit.new) or not 1 <= len(unit.old) <= 3:
        return None
    ours = zip(pair.old.folded[unit.old_low : unit.old_high], unit.old, strict=True)
    theirs = zip(pair.new.folded[unit.new_low : unit.new_high], unit.new, strict=True)
    unlike = [
        (k, j) for (a, k), (b, j) in zip(ours, theirs, strict=True) if style_key((a,)) != style_key((b,))
    ]
    sides = [_odd(pair, k, j) for k, j in unlike]
    if any(found is None for found in sides) or len({s for s, _ in filter(None, sides)}) != 1:
        return None
    side, support = next(filter(None, sides))
    if not pair.directed:
        return "in one", support
    return ("new" if side == "new" else "mended", support)


def _split(pair: Pair, unit: Unit) -> tuple[str, float] | None:
    """A word that fell in two with a letter wrong besides: the two words are the slip."""
    whole, parts = (unit.old, unit.new) if len(unit.old) == 1 else (unit.new, unit.old)
    if len(whole) != 1:
        return None
    here, there = (pair.old, pair.new) if whole == unit.old else (pair.new, pair.old)
    if mistake(here.folded[whole[0]], "".join(there.folded[k] for k in parts)) is None:
        return None
    side = "new" if there is pair.new else "old"
    return ("in one" if not pair.directed else "new" if side == "new" else "mended"), 0.7


def _odd(pair: Pair, k: int, j: int) -> tuple[str, float] | None:
    """Which side's word went wrong, and how sure that is."""
    old, new = pair.old.folded[k], pair.new.folded[j]
    if not old.isalpha() or not new.isalpha() or min(len(old), len(new)) < _LEAST_SLIP:
        return None
    fixed = _truncated(pair, k, j)
    if fixed is not None:
        return fixed
    how = mistake(old, new)
    if how is None:
        return None
    often_old, often_new = pair.seen(old), pair.seen(new)
    if (often_old > 1 and often_new > 1) or (how == "changed" and min(len(old), len(new)) < _LONG):
        return None
    if often_old != often_new:
        return ("new" if often_new < often_old else "old"), 0.9
    return _by_look(old, new, how)


def _by_look(old: str, new: str, how: str) -> tuple[str, float] | None:
    """Both stand once: the less English of the two is the slip."""
    strange_old, strange_new = strange(old), strange(new)
    if abs(strange_old - strange_new) < 1e-9:
        return ("new", 0.6) if how == "swapped" else None
    return ("new" if strange_new > strange_old else "old"), 0.7


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


def _truncated(pair: Pair, k: int, j: int) -> tuple[str, float] | None:
    """A word cut short inside a proper name (Corps, Corp), where the rest of the name is the same."""
    old, new = pair.old.folded[k], pair.new.folded[j]
    longer, shorter = (old, new) if len(old) > len(new) else (new, old)
    if shorter not in gazetteer.toml("en/slips")["fixed"].get(longer, ()):
        return None
    if not (_within_name(pair.old, k) and _within_name(pair.new, j)):
        return None
    return ("new" if new == shorter else "old"), 0.8


def _within_name(here: Side, k: int) -> bool:
    """Whether the capitalised word stands behind another one."""
    capital = here.words[k][:1].isupper()
    return capital and k > 0 and here.words[k - 1][:1].isupper() and here.between(k - 1) in (" ", "-")


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


# ---- slips that both share ----


def shared_slips(pair: Pair) -> Iterator[Finding]:
    """Odd spellings that stand at the same place in both, beside right ones elsewhere in both."""
    rights = _rights(pair)
    once = (w for w in pair.old.counts if pair.old.counts[w] == 1 and pair.new.counts[w] == 1)
    for word in sorted(w for w in once if len(w) >= 5 and w.isalpha()):
        if not any(_misses(word, right) for right in _likely(word, rights)):
            continue
        k = pair.old.folded.index(word)
        j = int(pair.to_new[k])
        if j >= 0 and pair.new.folded[j] == word:
            spans = (pair.old.span(range(k, k + 1)), pair.new.span(range(j, j + 1)))
            yield Finding("slip", *spans, pair.old.words[k], pair.new.words[j], 0.85, "shared")


def _rights(pair: Pair) -> dict[str, list[str]]:
    """Words that both texts have, together at least three times, by their letters and by their parts."""
    found: dict[str, list[str]] = {}
    for form in pair.old.counts:
        if len(form) >= 5 and pair.new.counts[form] and pair.seen(form) >= 3 and form.isalpha():
            found.setdefault("".join(sorted(form)), []).append(form)
            for part in {form[:i] + form[i + 1 :] for i in range(1, len(form))}:
                found.setdefault(f"-{part}", []).append(form)
    return found


def _likely(word: str, rights: dict[str, list[str]]) -> list[str]:
    swapped = rights.get("".join(sorted(word)), [])
    return [*swapped, *rights.get(f"-{word}", [])]


def _misses(word: str, right: str) -> bool:
    """Whether a word is the right one with two letters swapped, or a letter dropped from a long one."""
    how = mistake(word, right)
    return how == "swapped" or (how == "dropped" and len(right) >= 8 and not names.is_title(right))
