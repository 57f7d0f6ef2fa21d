"""Links to other reports that stand between brackets in a text: (RELATED: Mayor Kael Calls for “Calm”)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from retold import parameters
from retold.language.speech import Forms
from retold.steps.statements.utterance import Range

_LONGEST = parameters.of("statements", "pointers").integer("longest")


def pointers(text: str, labels: Forms) -> Iterator[Range]:
    """The characters of each, brackets included; `labels` are the words, in lower case, before its colon.

    >>> list(pointers("He left (RELATED: Kael Calls It Off) late.", frozenset({"related"})))
    [(8, 36)]
    """
    if labels:
        yield from (found.span() for found in _pattern(labels).finditer(text))


@lru_cache(maxsize=8)
def _pattern(labels: Forms) -> re.Pattern[str]:
    words = "|".join(re.escape(one) for one in sorted(labels))
    inside = rf"[^()\[\]\n]{{1,{_LONGEST}}}"
    return re.compile(rf"\((?:{words}):{inside}\)|\[(?:{words}):{inside}\]", re.IGNORECASE)
