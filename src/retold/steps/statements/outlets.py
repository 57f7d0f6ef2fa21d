"""Whether a name is that of an outlet or an agency: its words are a credit, not a speaker's."""

from __future__ import annotations

from functools import cache

from retold import gazetteer
from retold.language.names import Names, name_key


@cache
def _known(names: Names) -> frozenset[str]:
    rows = [*gazetteer.csv("agencies"), *gazetteer.csv("outlets")]
    return frozenset(_plain(name, names) for row in rows for name in gazetteer.spellings(row))


def is_outlet(phrase: str, names: Names) -> bool:
    """Whether a phrase names an outlet or an agency, by the lists or by its last word.

    >>> from retold import language
    >>> names = language.of("en").names
    >>> [is_outlet(phrase, names) for phrase in ("the Harbour Post", "the ministry", "Reuters")]
    [True, False, True]
    >>> is_outlet("people", names), is_outlet("PEOPLE", names)
    (False, True)
    """
    plain = _plain(phrase, names)
    listed = plain in _known(names) and any(letter.isupper() for letter in phrase)
    return listed or (phrase[-1:].isalpha() and _capital(phrase) and bool(names.outlet.search(plain)))


def _plain(phrase: str, names: Names) -> str:
    words = [name_key(word) for word in phrase.split()]
    return " ".join(words[1:] if words and words[0] in names.definite else words)


def _capital(phrase: str) -> bool:
    """Whether its last word has a capital; the phrase has one."""
    return phrase.rsplit(maxsplit=1)[-1][:1].isupper()


def shares(credit: str, named: str) -> bool:
    """Whether a credit and a subject have a word in common: sagte Kael [Radio Taven] does not credit Kael."""
    return not set(credit.casefold().split()).isdisjoint(named.casefold().split())
