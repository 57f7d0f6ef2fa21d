"""Whom each version names as the origin of its report, in the light of the whole family."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from retold import gazetteer, language, parameters
from retold.gazetteer import hosts
from retold.model import Credit, CreditRole, Span
from retold.tables import Witness

ORIGIN: CreditRole = "origin of the report"
_P = parameters.of("lineage", "credited")
MENTIONED = _P.number("mentioned")
SHORTEST_NAME = _P.integer("shortest_name")
_OPENING = _P.integer("opening")
_DATELINE = re.compile(r"\(([^()\n]{2,60})\)\s*[-–—]")

Credits = Mapping[str, Credit]  # by the key of the outlet that is named


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
    lasts, firsts = _listed("agency_forms"), _listed("agency_first_forms")
    return re.compile(rf"\w\W+(?:{lasts})$|^(?:{firsts})\W+\w")


def _listed(name: str) -> str:
    """The words of a list of credits in any language, as alternatives of an expression."""
    words = dict.fromkeys(word for one in language.packs() for word in one.lists("credits").get(name, ()))
    return "|".join(map(re.escape, words)) or r"(?!)"


def by_version(witnesses: Sequence[Witness]) -> tuple[Credits, ...]:
    """For each version the outlets that it credits with the report.

    One article alone cannot know that a strange name is an outlet's; the family can:
    by another version's outlet, or by a credit that another version states plainly.
    So such a name in the text is taken for a credit too, if a weaker one.
    """
    initials = _initials_of({w.article.outlet for w in witnesses if w.article.outlet})
    stated = [dict(_stated(w, initials)) for w in witnesses]
    names = {outlet_key(w): w.article.outlet for w in witnesses if w.article.outlet}
    names |= {key: credit.name for found in stated for key, credit in sorted(found.items())}
    sought = {key: name for key, name in sorted(names.items()) if not _is_plain_word(name, witnesses)}
    return tuple(
        found | dict(_mentioned(w, sought, found)) for w, found in zip(witnesses, stated, strict=True)
    )


def _is_plain_word(name: str, witnesses: Sequence[Witness]) -> bool:
    """Whether some version has the name without its capital: "today", when an outlet is called Today."""
    small = re.compile(rf"\b{re.escape(name.lower())}\b")
    return " " not in name and any(small.search(w.text) for w in witnesses)


def _initials_of(outlets: Collection[str]) -> dict[str, str]:
    """The keys of outlets of several words by their initials, where one outlet alone has these.

    >>> _initials_of({"Transfer Press", "Gull Wire", "Great World"})
    {'TP': 'transfer press'}
    """
    found: dict[str, set[str]] = {}
    for outlet in outlets:
        letters = "".join(word[0] for word in outlet.split() if word[0].isupper() and word != "The")
        if len(letters) > 1:
            found.setdefault(letters, set()).add(name_key(outlet))
    return {letters: min(keys) for letters, keys in found.items() if len(keys) == 1}


def signs_itself(witness: Witness) -> bool:
    """Whether the text opens with a dateline of its own outlet or its initials, as an agency's does."""
    own = outlet_key(witness)
    opening = _DATELINE.search(witness.text[:_OPENING])
    if not own or opening is None:
        return False
    initials = _initials_of({str(witness.article.outlet)})
    return own in (name_key(opening[1]), initials.get(opening[1].replace(".", "")))


def _stated(witness: Witness, initials: Mapping[str, str]) -> Iterator[tuple[str, Credit]]:
    """Credits that name another outlet as the origin of the report; the first of a name comes last.

    Initials are first those of an outlet at hand.
    """
    own = outlet_key(witness)
    for credit in reversed(witness.credits):
        printed = credit.span.of(witness.text).strip("() .").replace(".", "")
        key = initials.get(printed) or name_key(credit.name)
        if credit.role == ORIGIN and not _is_own(key, own):
            yield key, credit


def _is_own(key: str, own: str) -> bool:
    """Whether an outlet of the key `own` goes by this key too, as a house does by its first words.

    >>> _is_own("gull", "gull online"), _is_own("gull", "gulls online"), _is_own("online", "gull online")
    (True, False, False)
    """
    return own == key or (key != "" and own.startswith(f"{key} "))


def _mentioned(witness: Witness, names: Mapping[str, str], stated: Credits) -> Iterator[tuple[str, Credit]]:
    own = outlet_key(witness)
    furniture = frozenset(witness.words.starts[witness.tokens.furniture].tolist())
    openings = frozenset(witness.words.starts[witness.tokens.opener].tolist()) | furniture
    for key, name in names.items():
        if not _is_own(key, own) and key not in stated:
            at = _place(witness.text, name, furniture if " " in name else openings)
            if at >= 0:
                yield key, Credit(Span(witness.id, at, at + len(name)), name, ORIGIN, MENTIONED)


def _place(text: str, name: str, barred: Collection[int]) -> int:
    """Where the name first stands as words of its own and not at a barred position, -1 for nowhere.

    What opens a sentence has a capital for that alone, so that one word there names nobody.
    """
    if len(name) < SHORTEST_NAME or not name[:1].isupper():
        return -1
    at = text.find(name)
    while at >= 0:
        before, after = text[at - 1 : at] if at else "", text[at + len(name) : at + len(name) + 1]
        if not before.isalnum() and not after.isalnum() and at not in barred:
            return at
        at = text.find(name, at + 1)
    return -1


def _plain(name: str) -> str:
    folded = name.casefold().replace(".", "")
    return " ".join(_filler().sub(" ", folded).split()) or " ".join(folded.split())


def _filler() -> re.Pattern[str]:
    """What tells nothing in an outlet's name: brackets, marks, and words such as "news" in any language."""
    return _any_of(tuple(word for one in language.packs() for word in one.lists("credits").get("filler", ())))


@cache
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    listed = "|".join(map(re.escape, words))
    return re.compile(rf"\(.*?\)|\b(?:{listed})\b|[^\w ]" if words else r"\(.*?\)|[^\w ]")


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
