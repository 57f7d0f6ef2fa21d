"""What of German is a rule: how weak verbs are inflected and which endings a word sheds."""

from __future__ import annotations

import re
from functools import lru_cache

from retold.language.stems import without_ending

_ENDINGS = ("innen", "ern", "en", "em", "er", "es", "e", "n", "s")
_JOINED = re.compile(r"(?:[td]|(?:ch|[^aeiouäöülrnmh])[nm])$")  # er bezeichnet, er öffnet; er lernt, er wohnt
_UNSTRESSED = re.compile(r"(?:be|er|ver|ent|zer|ge|wider|über|unter)")


def inflected(base: str) -> tuple[str, ...]:
    """Present, past and participle of a weak verb, third person.

    >>> inflected("rechnen")[:2], inflected("wohnen")[0]
    (('rechnet', 'rechnete'), 'wohnt')
    >>> inflected("sagen"), inflected("antworten")[1], inflected("betonen")[4], inflected("kritisieren")[4]
    (('sagt', 'sagte', 'sagten', 'sagen', 'gesagt'), 'antwortete', 'betont', 'kritisiert')
    """
    stem_of = base.removesuffix("n").removesuffix("e")
    joint = "e" if _JOINED.search(stem_of) else ""
    bare = base.endswith("ieren") or _UNSTRESSED.match(base) is not None
    participle = f"{'' if bare else 'ge'}{stem_of}{joint}t"
    return f"{stem_of}{joint}t", f"{stem_of}{joint}te", f"{stem_of}{joint}ten", base, participle


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """A folded word without its ending.

    >>> stem("arbeiter"), stem("arbeitern"), stem("krans")
    ('arbeit', 'arbeit', 'kran')
    """
    return without_ending(word, _ENDINGS)
