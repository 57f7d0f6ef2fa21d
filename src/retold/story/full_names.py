"""One name for one person in all versions of a story: the fullest that any of them has.

    named = full_names.in_full(said, witnesses)

One paper writes "Osk said", another "Marit Osk said". A body keeps the name that each version gives it,
and so does a person of whose surname a text of the story has somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from retold import parameters
from retold.language.fullest import fullest, parts
from retold.language.names import Names
from retold.model import Party, Statement
from retold.tables import Witness

Said = Mapping[str, Sequence[Statement]]  # by article
# A word before a surname, inside a sentence; looked for where the surname stands.
_BEFORE = re.compile(r"(?<=[\w,] )([^\W\d_][\w.'’-]*) \Z")
# A word before a surname, wherever it stands.
_TITLED = r"\b([^\W\d_]+)\.? {surname}\b"
_REACH = parameters.of("pipeline", "full_names").integer("reach")


def in_full(said: Said, witnesses: Mapping[str, Witness]) -> dict[str, Sequence[Statement]]:
    """The statements of a story's articles with the fullest name of everybody who speaks or hears."""
    names = {_plain(p.name) for several in said.values() for one in several for p in _parties(one) if p.name}
    longer = {name: full for name, full in fullest(sorted(names)).items() if full != name}
    if not longer:
        return dict(said)
    lists = next(iter(witnesses.values())).language.names
    texts = [one.text for one in witnesses.values()]
    sure = {n: full for n, full in longer.items() if _is_one_person(n, full, texts, lists)}
    return {article: [_named(one, sure) for one in several] for article, several in said.items()}


def _is_one_person(name: str, full: str, texts: Sequence[str], lists: Names) -> bool:
    """Whether a short name is a person's, and no text has another with that surname and a first name."""
    words = parts(full)
    if any(lists.is_body(word) for word in words):
        return False
    surname = _plain(name).split()[-1]
    if _is_of_two(surname, words[0], texts, lists):
        return False
    before = {word for text in texts for word in _before(text, surname)}
    return not any(_is_first_name(word, lists) for word in before.difference(words))


def _is_of_two(surname: str, first: str, texts: Sequence[str], lists: Names) -> bool:
    """Whether a surname stands behind titles of a man and a woman, or one that no such first name has."""
    titled = re.compile(_TITLED.format(surname=re.escape(surname)))
    found = {one[1].casefold() for text in texts for one in titled.finditer(text)}
    man = not found.isdisjoint(lists.men) or first in lists.given_men - lists.given_women
    woman = not found.isdisjoint(lists.women) or first in lists.given_women - lists.given_men
    return man and woman


def _before(text: str, surname: str) -> Iterator[str]:
    """The folded words with a capital that stand before a surname and do not begin a sentence."""
    places = (one.start() for one in re.finditer(re.escape(surname), text))
    found = (_BEFORE.search(text, max(0, at - _REACH), at) for at in places)
    yield from (one[1].casefold() for one in found if one is not None and one[1][0].isupper())


def _is_first_name(word: str, lists: Names) -> bool:
    """Whether a folded word before a surname may be a first name, no title, role, day or initial."""
    address = lists.is_title(word.rstrip(".")) or word in lists.kin or word in lists.weekdays
    return len(word.rstrip(".")) > 1 and not address


def _named(one: Statement, names: Mapping[str, str]) -> Statement:
    """The statement with its parties under their full names."""
    if not any(_plain(party.name) in names for party in _parties(one)):
        return one
    speakers, addressees = (
        tuple(_renamed(party, names) for party in several) for several in (one.speakers, one.addressees)
    )
    return replace(one, speakers=speakers, addressees=addressees)


def _renamed(party: Party, names: Mapping[str, str]) -> Party:
    full = names.get(_plain(party.name))
    return party if full is None else replace(party, name=full)


def _parties(one: Statement) -> tuple[Party, ...]:
    return (*one.speakers, *one.addressees)


def _plain(name: str | None) -> str:
    return " ".join((name or "").split())
