"""Names of outlets and agencies: when two are one house's, and which are agencies'."""

from __future__ import annotations

import re
from functools import cache

from retold import gazetteer, language, parameters
from retold.gazetteer import hosts
from retold.tables import Witness

SHORTEST_NAME = parameters.of("lineage", "credited").integer("shortest_name")


def name_key(name: str) -> str:
    """Equal for two names of one outlet or agency.

    >>> name_key("The Associated Press") == name_key("AP")
    True
    >>> name_key("Harbour Post") == name_key("the Harbour post") == name_key("Harbour Post (Online)")
    True
    """
    plain = _plain(name)
    return _agencies().get(plain, plain)


def outlet_key(witness: Witness) -> str:
    """The key of a version's own outlet, '' when it has none; a host counts as its owner."""
    outlet = witness.article.outlet or ""
    return name_key(hosts.owner(outlet) or outlet) if outlet else ""


def is_agency(key: str) -> bool:
    """Whether this is the key of a news agency."""
    return key in _wires()


def is_of_agency(witness: Witness) -> bool:
    """Whether the version's outlet is an agency, known as one or called so."""
    return is_agency(outlet_key(witness)) or names_agency(witness.article.outlet or "")


def names_agency(outlet: str) -> bool:
    """Whether an outlet's name says that it is an agency, in any language.

    >>> names_agency("Tarn Valley Wire"), names_agency("Agence Lestienne"), names_agency("The Wire")
    (True, True, False)
    """
    name = outlet.strip().removeprefix("The ")
    return _agency_name().search(name) is not None


@cache
def _agency_name() -> re.Pattern[str]:
    """Names with a word beside those by which agencies call themselves: the first ones, or the last."""
    lasts, firsts = (_any(credit_words(name)) for name in ("agency_forms", "agency_first_forms"))
    return re.compile(rf"\w\W+(?:{lasts})$|^(?:{firsts})\W+\w")


def credit_words(name: str) -> tuple[str, ...]:
    """The words of a list of credits, of all languages."""
    return tuple(word for one in language.packs() for word in one.lists("credits").get(name, ()))


def _any(words: tuple[str, ...]) -> str:
    """The words as alternatives of an expression; none matches nowhere."""
    return "|".join(map(re.escape, words)) or r"(?!)"


def _plain(name: str) -> str:
    folded = name.casefold().replace(".", "")
    return " ".join(_filler().sub(" ", folded).split()) or " ".join(folded.split())


def _filler() -> re.Pattern[str]:
    """What tells nothing in an outlet's name: brackets, marks, and words such as "news" in any language."""
    return _without_fillers(language.packs())


@cache
def _without_fillers(packs: tuple[language.Language, ...]) -> re.Pattern[str]:
    words = tuple(word for one in packs for word in one.lists("credits").get("filler", ()))
    return re.compile(rf"\(.*?\)|\b(?:{_any(words)})\b|[^\w ]")


@cache
def _agencies() -> dict[str, str]:
    """From each plain name of an agency to the plain form of its full one."""
    keys: dict[str, str] = {}
    for row in gazetteer.csv("agencies"):
        for name in gazetteer.spellings(row):
            keys[_plain(name)] = _plain(row["name"])
    return keys


@cache
def _wires() -> frozenset[str]:
    """The keys of all agencies."""
    return frozenset(_agencies().values())
