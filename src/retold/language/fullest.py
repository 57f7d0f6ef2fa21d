"""The fullest of the names that a person goes under: versions say "Osk", "Mr Osk" and "Marit Osk".

A short name goes under the one longer name that ends as it does. Where two longer names would do, it stays
by itself: to join two people is worse than to list one twice.
"""

from __future__ import annotations

from collections.abc import Iterable

from retold import parameters

_LONGEST_PARTICLE = parameters.of("language", "fullest").integer("particle")


def fullest(names: Iterable[str]) -> dict[str, str]:
    """Each name with the fullest form of it.

    >>> sorted(fullest(["Osk", "Marit Osk", "Marit E. Osk", "Tarrant"]).items())[:2]
    [('Marit E. Osk', 'Marit E. Osk'), ('Marit Osk', 'Marit E. Osk')]
    >>> fullest(["Osk", "Marit Osk", "Jon Osk"])["Osk"]
    'Osk'
    """
    known = {name: parts(name) for name in names}
    ordered = sorted(known, key=lambda name: (-len(known[name]), name.count("-") == 0, -len(name), name))
    found: dict[str, str] = {}
    for name in ordered:
        longer = {found[other] for other in found if _same(known[name], known[other])}
        found[name] = next(iter(longer)) if len(longer) == 1 else name
    return found


def parts(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared: without case, dots and particles before a hyphen."""
    return tuple(filter(None, (_folded(word) for word in name.split())))


def _folded(word: str) -> str:
    plain = word.casefold().strip(".,;:()\"'“”‘’")
    particle, hyphen, rest = plain.partition("-")
    return rest if hyphen and len(particle) <= _LONGEST_PARTICLE and rest else plain


def _same(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the short name ends as the long one does and has no word beyond it."""
    return bool(short) and short[-1] == long[-1] and set(short) <= set(long)
