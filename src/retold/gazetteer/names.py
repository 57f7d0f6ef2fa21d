"""Whether two names can be one person's, place's or body's.

Conservative both ways: names that share a part, an acronym, a stem or the
skeleton of their consonants may be the same and are never said to differ.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from retold import gazetteer


@cache
def _titles() -> frozenset[str]:
    data = gazetteer.toml("en/titles")
    return frozenset([*data["ranks"], *data["men"], *data["women"], *data["suffixes"], "the"])


@cache
def _particles() -> frozenset[str]:
    return frozenset(gazetteer.toml("en/titles")["particles"])


@cache
def _nicknames() -> frozenset[tuple[str, str]]:
    sets = gazetteer.toml("en/nicknames")["same"]
    return frozenset((a, b) for names in sets for a in names for b in names)


@cache
def _bodies() -> frozenset[str]:
    data = gazetteer.toml("en/roles")["bodies"]
    return frozenset([*data["nouns"], *data["marks"]])


def is_body(word: str) -> bool:
    """Whether a folded word marks a name as that of a body: corp, council."""
    return word in _bodies()


def is_title(word: str) -> bool:
    """Whether a folded word is a rank, a title or a form of address."""
    return word in _titles()


def tokens(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a name as they are compared: bare letters, without titles and particles.

    >>> tokens(["General", "Tomas", "al-Verrin’s"])
    ('tomas', 'verrin')
    """
    found: list[str] = []
    for word in words:
        for part in re.split(r"[\s-]+", word):
            bare = _bare(part)
            if bare and bare not in _titles() and bare not in _particles():
                found.append(bare)
    return tuple(found)


def same(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names (as `tokens`) may mean the same; True when in doubt.

    >>> same(("ilan", "verrin"), ("verrin",)), same(("verrin",), ("tolk",))
    (True, False)
    >>> same(("unc",), ("united", "nautical", "council")), same(("nm",), ("north", "mills", "corp"))
    (True, True)
    >>> same(("kel",), ("karla", "evrin")), same(("ke",), ("karla", "evrin"))
    (False, True)
    """
    if not a or not b:
        return True
    shorter, longer = (a, b) if len(a) <= len(b) else (b, a)
    if all(any(near(x, y) for y in longer) for x in shorter):
        return True
    return _acronym(shorter, longer)


def apart(a: str, b: str) -> bool:
    """Whether two resolved names surely mean two: no part of one is near a part of the other.

    >>> apart("Ilan Verrin", "General Verrin"), apart("Ilan Verrin", "Osk Tolk")
    (False, True)
    """
    ours, theirs = tokens(a.split()), tokens(b.split())
    if not ours or not theirs or same(ours, theirs) or _initials_of(a, b) or _initials_of(b, a):
        return False
    return not any(near(x, y) for x in ours for y in theirs)


@lru_cache(maxsize=1 << 14)
def near(a: str, b: str) -> bool:
    """Whether two name parts may be one: a slip, an initial, a nickname, a stem or another transliteration.

    >>> near("haddid", "hadid"), near("norvia", "norvian"), near("jim", "james"), near("tolk", "talbot")
    (True, True, True, False)
    """
    if a == b or (a, b) in _nicknames():
        return True
    if min(len(a), len(b)) == 1:
        return a[0] == b[0]
    if len(a) < 4 or len(b) < 4:
        return False
    from rapidfuzz.distance import OSA

    distance = OSA.distance(a, b)
    if distance <= 1 + (min(len(a), len(b)) >= 8):
        return True
    if a[0] == b[0] and distance <= 3 and skeleton(a) == skeleton(b) and len(skeleton(a)) >= 2:
        return True
    stem = min(len(a), len(b), 5)
    return a[: max(4, stem)] == b[: max(4, stem)] and abs(len(a) - len(b)) <= 4


def skeleton(word: str) -> str:
    """The consonants by which transliterations of one name agree.

    >>> skeleton("qaseem") == skeleton("kasim")
    True
    """
    plain = word.translate(str.maketrans("qcgvz", "kkjws"))
    plain = re.sub(r"ph", "f", plain)
    kept = plain[:1] + re.sub(r"[aeiouyhw]", "", plain[1:])
    return re.sub(r"(.)\1+", r"\1", kept)


@lru_cache(maxsize=1 << 14)
def _bare(word: str) -> str:
    folded = unicodedata.normalize("NFKD", word).casefold()
    folded = re.sub(r"['’]s?$", "", folded)
    return "".join(c for c in folded if c.isalnum())


def _initials_of(short: str, long: str) -> bool:
    """Whether one is the initials of the other's capitals, a title among them (Captain Gale Corp, CG)."""
    capitals = [_bare(word) for word in long.split() if word[:1].isupper()]
    return _acronym([_bare(short)], [word for word in capitals if word])


def _acronym(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    """Whether the shorter is the other's initials; of a body's name either may have one more."""
    if len(shorter) != 1 or len(longer) < 2 or len(shorter[0]) < 2:
        return False
    initials = "".join(part[0] for part in longer)
    if not is_body(longer[-1]) or abs(len(initials) - len(shorter[0])) > 1:
        return initials == shorter[0]
    return initials.startswith(shorter[0]) or shorter[0].startswith(initials)
