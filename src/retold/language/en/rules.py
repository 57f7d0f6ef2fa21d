"""What of English is a rule: how regular verbs are inflected and which endings a word sheds."""

from __future__ import annotations

import re
from functools import lru_cache

from retold.language.stems import without_ending

_ENDINGS = ("ing", "ies", "ed", "es", "s", "e")


def inflected(base: str) -> tuple[str, ...]:
    """Third person, past and -ing form of a regular verb.

    >>> inflected("deny"), inflected("state"), inflected("stress")
    (('denies', 'denied', 'denying'), ('states', 'stated', 'stating'), ('stresses', 'stressed', 'stressing'))
    """
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    if base.endswith("e"):
        bare = base if base.endswith("ee") else base[:-1]
        return base + "s", base + "d", bare + "ing"
    if base.endswith(("s", "sh", "ch", "x", "z")):
        return base + "es", base + "ed", base + "ing"
    return base + "s", base + "ed", base + "ing"


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """A folded word without its ending and without what stands behind an apostrophe.

    >>> stem("crews"), stem("rescued"), stem("harbour's")
    ('crew', 'rescu', 'harbour')
    """
    bare = re.sub(r"['’].*$", "", word)
    return without_ending(bare, _ENDINGS)
