"""Under which names an outlet goes in its own text: what credits those credits nobody."""

from __future__ import annotations

import re
from dataclasses import dataclass

from retold import parameters
from retold.gazetteer import agencies, hosts
from retold.model import Article
from retold.steps.credits.names import Names

_P = parameters.of("credits", "own")
_SHORTEST = _P.integer("shortest")
_HOST = re.compile(r"^(?:\w+://)?(?:www\.)?((?:[\w-]+\.)+[a-z]{2,})", re.IGNORECASE)
_CAPITAL = re.compile(r"[^\W\d_]+")
_SMALL = frozenset({"the"})


@dataclass(frozen=True, slots=True)
class Own:
    """The names of one outlet: canonical ones, squeezed ones (letters and digits alone), and its initials."""

    names: frozenset[str]
    squeezed: frozenset[str]
    initials: str
    agency: bool = False  # whether the outlet is one

    def has(self, name: str, printed: str) -> bool:
        """Whether a credit of this canonical name, printed like this, names the outlet itself.

        So does its short form (Quay World in the outlet quay, WQLT on wqlt.com) and so do its initials, but
        those of a known agency for no paper: in the El Faro de Esk EFE is the agency.
        """
        if name in self.names:
            return True
        shown = {_squeezed(name), _squeezed(printed)}
        if self.initials in shown and (self.agency or not agencies.is_agency(name)):
            return bool(self.initials)
        return any(_one_begins(one, other) for one in shown for other in self.squeezed)


def own_names(article: Article, known: Names) -> Own:
    """The names under which the article's outlet may be credited in its own text.

    They come from the outlet's name and from the host in its address.
    """
    given = [place for place in (article.outlet, article.url) if place]
    owners = {owner for owner in map(hosts.owner, given) if owner is not None}
    told = {known.canonical(article.outlet)} if article.outlet else set()
    labels = {label for place in given for label in _labels(place)}
    plain = set() if article.outlet is None or _HOST.match(article.outlet) else {_squeezed(article.outlet)}
    squeezed, initials = frozenset(labels | plain) - {""}, _initials(article.outlet or "")
    return Own(frozenset(told | owners), squeezed, initials, agencies.is_agency(article.outlet))


def _labels(place: str) -> list[str]:
    """The telling label of a host: wqlt of https://www.wqlt.com/news, tarn of news.tarn.co.uk."""
    match = _HOST.match(place)
    return [_squeezed(hosts.telling_label(match[1].lower()))] if match else []


def _squeezed(name: str) -> str:
    words = [word for word in re.findall(r"[^\W_]+", name.casefold()) if word not in _SMALL]
    return "".join(words)


def _initials(outlet: str) -> str:
    """The initials of an outlet of two words or more, squeezed."""
    words = [word for word in _CAPITAL.findall(outlet) if word[0].isupper() and word.casefold() not in _SMALL]
    return "".join(word[0] for word in words).casefold() if len(words) > 1 else ""


def _one_begins(one: str, other: str) -> bool:
    """Whether two squeezed names are equal, or the shorter, if long enough to tell, begins the longer."""
    shorter, longer = sorted((one, other), key=len)
    return one == other or (len(shorter) >= _SHORTEST and longer.startswith(shorter))
