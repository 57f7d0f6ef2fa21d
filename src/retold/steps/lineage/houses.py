"""Outlets at hand by the other names they go by: initials, a host on the web, a name with "Online" behind it.

A credit for any of these names is a credit for the outlet, where one outlet alone goes by it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from retold import language, parameters
from retold.gazetteer import agencies, hosts
from retold.steps.lineage import names
from retold.tables import Witness

_HOST = re.compile(r"(?:\w+://)?(?:www\.)?(?P<host>(?:[\w-]+\.)+[a-z]{2,})(?:/.*)?", re.IGNORECASE)
_OPENING = parameters.of("lineage", "credited").integer("opening")
_SHORTEST_SIGN = parameters.of("lineage", "houses").integer("shortest_sign")
_LETTERS = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Houses:
    """Outlets at hand: the key of each by its other names, and the versions that each published."""

    initials: Mapping[str, str] = field(default_factory=dict)  # those of a name of several words, of several
    # outlets those of the only agency among them
    capitals: Mapping[str, str] = field(default_factory=dict)  # of a name that is itself initials
    squeezed: Mapping[str, str] = field(default_factory=dict)  # letters and digits alone
    versions: Mapping[str, Sequence[Witness]] = field(default_factory=dict)

    def key(self, name: str, printed: str = "") -> str:
        """The key of the outlet at hand that a credit of this name names, else that of the name.

        Initials, as `printed`, are first those of an outlet at hand; those of a known agency are of no paper.
        """
        own = agencies.name_key(name)
        found = self.initials.get(printed)
        if found is not None and agencies.is_agency(name) and not self._is_agency(found):
            found = None
        if found is None and own in self.versions:
            return own
        others = (self.squeezed.get(one) for one in sorted(_squeezed(name)))
        return (
            found or next((one for one in others if one), None) or self.capitals.get(initials_of(name), own)
        )

    def _is_agency(self, key: str) -> bool:
        return any(names.is_of_agency(one) for one in self.versions.get(key, ()))


def at_hand(witnesses: Sequence[Witness]) -> Houses:
    """The outlets of some versions."""
    versions: dict[str, list[Witness]] = {}
    told: dict[str, str] = {}  # an outlet as it stands, and its key
    for one in witnesses:
        if one.article.outlet:
            told[one.article.outlet] = names.outlet_key(one)
            versions.setdefault(told[one.article.outlet], []).append(one)
    signing = {one.article.outlet for one in witnesses if f"({one.article.outlet})" in one.text[:_OPENING]}
    wires = {one: key for one, key in told.items() if agencies.is_agency(one) or one in signing}
    return Houses(
        _sole(wires, _initials) | _sole(told, _initials),
        _sole(told, lambda outlet: {outlet} if is_initials(outlet) else set()),
        _sole(
            told, lambda outlet: {one for name in (outlet, *spoken_names(outlet)) for one in _squeezed(name)}
        ),
        versions,
    )


def _sole(told: Mapping[str, str], forms: Callable[[str], Iterable[str]]) -> dict[str, str]:
    """The keys of outlets by a form of their names that one of them alone has."""
    found: dict[str, set[str]] = {}
    for outlet, key in told.items():
        for form in forms(outlet):
            found.setdefault(form, set()).add(key)
    return {form: min(keys) for form, keys in found.items() if form and len(keys) == 1}


def _initials(outlet: str) -> set[str]:
    return {initials_of(outlet)}


def initials_of(name: str) -> str:
    """The initials of a name of several words, '' for any other.

    >>> initials_of("The Transfer Press"), initials_of("Bureau of Tides"), initials_of("Tides")
    ('TP', 'BT', '')
    """
    letters = "".join(word[0] for word in name.split() if word[0].isupper() and word != "The")
    return letters if len(letters) > 1 else ""


def plain_name(outlet: str) -> str:
    """An outlet's name as texts have it, without an article before it and what it adds on the web."""
    bare = outlet.removeprefix("The ")
    first, _, last = bare.rpartition(" ")
    return first if " " in first and last.casefold() in _web_ends() else bare


def spoken_names(outlet: str) -> tuple[str, ...]:
    """The names by which texts tell of an outlet: its own, and of a station its call sign and its channel.

    >>> spoken_names("The Quay Post Online"), spoken_names("WQRT Channel 6"), spoken_names("WQRT-TV")
    (('Quay Post',), ('WQRT Channel 6', 'WQRT', 'Channel 6'), ('WQRT-TV', 'WQRT'))
    """
    plain = plain_name(outlet)
    sign, _, rest = plain.replace("-", " ").partition(" ")
    of_station = rest and all(
        word.isdecimal() or word.casefold() in _station_words() for word in rest.split()
    )
    if not of_station or not (sign.isalpha() and sign.isupper() and len(sign) > _SHORTEST_SIGN):
        return (plain,)
    return (plain, sign, rest) if any(map(str.isdecimal, rest.split())) and " " in rest else (plain, sign)


def is_initials(outlet: str) -> bool:
    """Whether an outlet's name is initials of a name that it does not tell, as far as the gazetteer knows."""
    return outlet.isalpha() and outlet.isupper() and len(outlet) > 1 and not agencies.is_agency(outlet)


def _squeezed(name: str) -> set[str]:
    """The letters and digits of a name, of a host those of its telling label, with and without "online"."""
    match = _HOST.fullmatch(name.strip())
    whole = "".join(_LETTERS.findall(hosts.telling_label(match["host"]) if match else name)).casefold()
    found = {whole, whole.removeprefix("the")}
    found |= {one.removesuffix(end) for one in found for end in _web_ends()}
    return {one for one in found if len(one) >= names.SHORTEST_NAME}


@cache
def _station_words() -> frozenset[str]:
    """What stations add to their call sign, in any language."""
    return frozenset(word.casefold() for word in language.listed("credits", "station_words"))


@cache
def _web_ends() -> frozenset[str]:
    """What a house adds to its name on the web, in any language."""
    return frozenset(word.casefold() for word in language.listed("credits", "web_ends"))
