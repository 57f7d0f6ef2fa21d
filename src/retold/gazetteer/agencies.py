"""Which outlets are news agencies."""

from __future__ import annotations

from functools import cache

from retold import gazetteer
from retold.gazetteer import hosts


def is_agency(outlet: str | None) -> bool:
    """Whether an outlet, by its name, a code or its host, is a news agency.

    >>> [is_agency(one) for one in ("AP", "https://feeds.reuters.com/world", "Harbour Post", None)]
    [True, True, False, False]
    """
    if not outlet:
        return False
    return _plain(hosts.owner(outlet) or outlet) in _names()


@cache
def _names() -> frozenset[str]:
    return frozenset(_plain(name) for row in gazetteer.csv("agencies") for name in gazetteer.spellings(row))


def _plain(name: str) -> str:
    return " ".join(name.casefold().removeprefix("the ").split())
