"""Short names of versions: the outlet, else the headline, else a name that a person gave, else A, B, C.

Never a hash: what a program made up tells a reader nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from retold.model import Article
from retold.views import safe

_WIDEST = 48  # cells of a name
_HEADLINE = 36  # cells of a headline that stands for a name
_READABLE = 32  # characters of an id that a person may have given
_MADE_UP = re.compile(r"[0-9a-f]*(?:\d[0-9a-f]*){4,}|\d{4,}|[0-9a-f]{12,}", re.IGNORECASE)
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def of_versions(articles: Sequence[Article]) -> dict[str, str]:
    """A short name for each article by its id; several may have the same."""
    found = {a.id: safe.short(a.outlet, _WIDEST) for a in articles if a.outlet and a.outlet.strip()}
    rest = [a for a in articles if a.id not in found]
    return found | (_headlines(rest) or _given(rest) or _sigla(rest))


def _headlines(articles: Sequence[Article]) -> dict[str, str]:
    """The headlines, where every one has one of its own."""
    short = {a.id: safe.short(a.title or "", _HEADLINE) for a in articles}
    distinct = len(set(short.values())) == len(short) and all(short.values())
    return {name: f"“{words}”" for name, words in short.items()} if distinct else {}


def _given(articles: Sequence[Article]) -> dict[str, str]:
    """The ids, where all look as if a person had given them."""
    return {a.id: safe.squeezed(a.id) for a in articles} if all(readable(a.id) for a in articles) else {}


def readable(name: str) -> bool:
    """Whether an id says something to a reader: short, and no hash or running number.

    >>> readable("morning-gannet"), readable("001_3825a06c5c6c234a"), readable("wire2")
    (True, False, True)
    """
    words = safe.squeezed(name)
    return bool(words) and len(words) <= _READABLE and _MADE_UP.search(words) is None


def _sigla(articles: Iterable[Article]) -> dict[str, str]:
    return {a.id: siglum(number) for number, a in enumerate(articles)}


def siglum(number: int) -> str:
    """The letter of a witness, counted from 0: A, B, … Z, A2.

    >>> siglum(0), siglum(25), siglum(26)
    ('A', 'Z', 'A2')
    """
    turn, place = divmod(number, len(_LETTERS))
    return _LETTERS[place] + (str(turn + 1) if turn else "")
