"""Whether a name is that of an outlet or an agency: its words are a credit, not a speaker's."""

from __future__ import annotations

import re
from functools import cache

from retold import gazetteer
from retold.steps.statements.names import key

_PATTERN = re.compile(
    r"\b(?:news(?: agency| service|paper)?|times|post|tribune|herald|gazette|chronicle|journal|courier|"
    r"telegraph|observer|tv|television|radio|broadcasting|newswire|wire|press|dispatch|daily|weekly|magazine|newsroom|media)$",
    re.IGNORECASE,
)


@cache
def _known() -> frozenset[str]:
    rows = [*gazetteer.csv("agencies"), *gazetteer.csv("outlets")]
    found = (name for row in rows for name in (row["name"], *row["short"].split("|")))
    return frozenset(_plain(name) for name in found if name)


def is_outlet(phrase: str) -> bool:
    """Whether a phrase names an outlet or an agency, by the lists or by its last word.

    >>> is_outlet("the Harbour Post"), is_outlet("the ministry"), is_outlet("Reuters")
    (True, False, True)
    >>> is_outlet("people"), is_outlet("PEOPLE")
    (False, True)
    """
    plain = _plain(phrase)
    listed = plain in _known() and any(letter.isupper() for letter in phrase)
    return listed or (phrase[-1:].isalpha() and _capital(phrase) and bool(_PATTERN.search(plain)))


def _plain(phrase: str) -> str:
    words = [key(word) for word in phrase.split()]
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def _capital(phrase: str) -> bool:
    """Whether its last word has a capital; the phrase has one."""
    return phrase.rsplit(maxsplit=1)[-1][:1].isupper()
