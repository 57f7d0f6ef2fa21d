"""One name for one person: versions say "Osk", "Mr Osk" and "Marit Osk" of the same woman.

A short name goes under the one longer name of the story that ends as it does. Where two longer names
would do, it stays by itself: to join two people is worse than to list one twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from retold.language.fullest import fullest
from retold.model import Change, Statement
from retold.views import safe


def of_statements(spoken: Iterable[Statement], changes: Iterable[Change] = ()) -> dict[str, str]:
    """The fullest name of everybody who speaks or is spoken to, by each name they go under.

    `changes` name speakers too.
    """
    parties = (party.name for one in spoken for party in (*one.speakers, *one.addressees))
    told = (
        name for c in changes if c.kind == "attribution" and c.detail != "cue" for name in (c.before, c.after)
    )
    return fullest(safe.squeezed(name) for name in (*parties, *told) if name)


def under(name: str | None, known: Mapping[str, str]) -> str:
    """The name to print for somebody; '' for nobody."""
    plain = safe.squeezed(name or "")
    return known.get(plain, plain)
