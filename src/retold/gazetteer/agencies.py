"""Names of outlets: when two are one house's, and which houses are news agencies.

An agency is one that the list names, by a name, a code or its host, or one that calls itself so and is not
known for a paper. The news service of a paper is an agency, and the paper is none.
"""

from __future__ import annotations

import re
from functools import cache

from retold import gazetteer, language
from retold.gazetteer import hosts


def is_agency(outlet: str | None) -> bool:
    """Whether an outlet, by its name, a code, its host or what it calls itself, is a news agency.

    >>> [is_agency(one) for one in ("AP", "https://feeds.reuters.com/world", "Harbour Post", None)]
    [True, True, False, False]
    >>> [is_agency(one) for one in ("Tarn Valley Wire", "Agence Lestienne", "The Wire")]
    [True, True, False]
    """
    if not outlet:
        return False
    name = _folded(hosts.owner(outlet) or outlet)
    return name in _listed() or (_calls_itself_one(outlet) and name not in _papers())


def house_key(outlet: str) -> str:
    """Equal for two names of one outlet or agency; a host counts as its owner.

    >>> house_key("The Associated Press") == house_key("AP") == house_key("https://apnews.com/x")
    True
    """
    return name_key(hosts.owner(outlet) or outlet)


def name_key(name: str) -> str:
    """Equal for two names of one outlet or agency.

    >>> name_key("Harbour Post") == name_key("the Harbour post") == name_key("Harbour Post (Online)")
    True
    >>> name_key("La Marea de Velm") == name_key("Marea de Velm")
    True
    >>> name_key("La Marea") == name_key("El Marea")
    False
    """
    plain = _plain(name)
    return _keys().get(plain, plain)


@cache
def spelled() -> frozenset[str]:
    """Every name and code of an agency in the list, as it is written."""
    return frozenset(name for row in gazetteer.csv("agencies") for name in gazetteer.spellings(row))


def _calls_itself_one(outlet: str) -> bool:
    """Whether an outlet's name says that it is an agency, in any language."""
    return _form().search(outlet.strip().removeprefix("The ")) is not None


@cache
def _form() -> re.Pattern[str]:
    """Names with a word beside those by which agencies call themselves: the first ones, or the last."""
    packs = language.packs()
    lasts, firsts = (_any(_words(packs, name)) for name in ("agency_forms", "agency_first_forms"))
    return re.compile(rf"\w\W+(?:{lasts})$|^(?:{firsts})\W+\w")


def _any(words: tuple[str, ...]) -> str:
    """The words as alternatives of an expression; none matches nowhere."""
    return "|".join(map(re.escape, words)) or r"(?!)"


def _plain(name: str) -> str:
    """A name without what tells nothing in it; an article stays that is half of the name: La Marea."""
    folded = " ".join(name.casefold().replace(".", "").split())
    parts = re.findall(r"\w+", folded)
    packs = language.packs()
    if len(parts) == 2 and parts[0] in _words(packs, "name_articles"):
        return " ".join(parts)
    return " ".join(_filler(packs).sub(" ", folded).split()) or folded


@cache
def _filler(packs: tuple[language.Language, ...]) -> re.Pattern[str]:
    """What tells nothing in an outlet's name: brackets, marks, and words such as "news" in any language."""
    return re.compile(rf"\(.*?\)|\b(?:{_any(_words(packs, 'filler'))})\b|[^\w ]")


@cache
def _words(packs: tuple[language.Language, ...], name: str) -> tuple[str, ...]:
    """The words of a list of credits, of these languages."""
    return tuple(word for one in packs for word in one.lists("credits").get(name, ()))


def _folded(name: str) -> str:
    """A name but for case, points and an English article."""
    return " ".join(name.casefold().replace(".", "").removeprefix("the ").split())


@cache
def _listed() -> frozenset[str]:
    """Every name and code of an agency in the list, folded."""
    return frozenset(map(_folded, spelled()))


@cache
def _papers() -> frozenset[str]:
    """Every name of an outlet that is known and is no agency, folded."""
    return frozenset(_folded(name) for row in gazetteer.csv("outlets") for name in gazetteer.spellings(row))


@cache
def _keys() -> dict[str, str]:
    """From each plain name of an agency to the plain form of its full one."""
    rows = gazetteer.csv("agencies")
    return {_plain(name): _plain(row["name"]) for row in rows for name in gazetteer.spellings(row)}
