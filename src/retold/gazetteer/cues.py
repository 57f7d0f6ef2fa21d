"""Verbs that report speech, by every form they take."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from retold import gazetteer


class Cue(NamedTuple):
    """A reporting verb: its base form, and the manner it lends to what was said."""

    base: str
    manner: str


@cache
def verbs(language: str = "en") -> dict[str, Cue]:
    """The reporting verbs of a language by inflected form, in lower case; made on the first call.

    >>> verbs()["told"]
    Cue(base='tell', manner='said')
    """
    data = gazetteer.toml(f"{language}/cues")
    found: dict[str, Cue] = {}
    for manner, bases in data["manners"].items():
        for base in bases:
            for form in (base, *data["irregular"].get(base, inflected(base))):
                found.setdefault(form, Cue(base, manner))
    return found


def inflected(base: str) -> tuple[str, str, str]:
    """Third person, past and -ing form of a regular verb.

    >>> inflected("deny"), inflected("state"), inflected("stress")
    (('denies', 'denied', 'denying'), ('states', 'stated', 'stating'), ('stresses', 'stressed', 'stressing'))
    """
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    if base.endswith("e"):
        stem = base if base.endswith("ee") else base[:-1]
        return base + "s", base + "d", stem + "ing"
    if base.endswith(("s", "sh", "ch", "x", "z")):
        return base + "es", base + "ed", base + "ing"
    return base + "s", base + "ed", base + "ing"
