"""What a text names by the way and not as its report: links to other reports, and lines under pictures.

(RELATED: Mayor Kael Calls for “Calm”); Image The pier on Monday. Credit Ana Kael
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from retold import parameters
from retold.language.speech import Forms
from retold.steps.statements.names import Range

_LONGEST = parameters.of("statements", "pointers").integer("longest")


def pointers(text: str, labels: Forms) -> Iterator[Range]:
    """The characters of each, brackets included; `labels` are the words, in lower case, before its colon.

    >>> list(pointers("He left (RELATED: Kael Calls It Off) late.", frozenset({"related"})))
    [(8, 36)]
    """
    if labels:
        yield from (found.span() for found in _pattern(labels).finditer(text))


def captions(text: str, lines: tuple[str, ...]) -> Iterator[Range]:
    r"""The characters of each line that stands under a picture; `lines` are expressions of whole ones.

    >>> list(captions("She left.\nImage Ana Kael Credit Jan Orme", (r"Image .+ Credit .+",)))
    [(10, 40)]
    """
    if lines:
        yield from (found.span() for found in _whole(lines).finditer(text))


@lru_cache(maxsize=8)
def _whole(lines: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"^[^\S\n]*(?:{'|'.join(lines)})[^\S\n]*$", re.MULTILINE)


@lru_cache(maxsize=8)
def _pattern(labels: Forms) -> re.Pattern[str]:
    words = "|".join(re.escape(one) for one in sorted(labels))
    inside = rf"[^()\[\]\n]{{1,{_LONGEST}}}"
    return re.compile(rf"\((?:{words}):{inside}\)|\[(?:{words}):{inside}\]", re.IGNORECASE)
