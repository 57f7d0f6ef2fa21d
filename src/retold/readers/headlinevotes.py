"""Which of the headlines that a page gives is its own: a small vote of the places that name one.

The visible heading, linked data, the cards for social networks and the page's title often differ: one is
cut off, one has the section before it, one is written for a search engine. Each place gives its weight to
each headline, as far as it agrees with it; the weights stand in `parameters/readers.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice
from typing import Any

from retold import parameters
from retold.readers import fields, furniture, headlines

_P = parameters.of("readers", "headlinevotes")
_CUT, _CONTAINED, _LONGER, _ALIKE = (_P.number(name) for name in ("cut", "contained", "longer", "alike"))
_WEIGHTS = {
    place: _P.number(place) for place in ("heading", "alone", "linked", "card", "title", "part", "other")
}
_AKIN = _P.number("akin")  # likeness from which a heading and another headline are of one report
_LEAST = _P.integer("least")  # characters of a headline
_MOST_HEADINGS = _P.integer("headings")  # of a page that are looked at
_MOST_PARTS = _P.integer("parts")  # of a heading that are looked at: each is compared with every other
_PART_SHARE = _P.number("share")  # of a longer headline that a contained one must make up
_COMPARED = _P.integer("compared")  # characters of two headlines that are compared one by one
_ELLIPSIS = re.compile(r"(?:\.\.\.|…)\Z")
_MARKS = re.compile(r"[\W_]+")
_KICKER = re.compile(
    r"kicker|eyebrow|over-?line|top-?line|roof-?line|dach-?zeile|(?:^|[\s_-])(?:rubric|rubrik|section|category|label)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CLASS = re.compile(r"(?:^|[\s_-])(?:head(?:line|ing)|title|hed)(?:$|[\s_-])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """A visible line that may be the headline, and its element."""

    text: str
    element: Any


@dataclass(frozen=True, slots=True)
class Vote:
    """A headline as one place gives it: the kind of place, and its weight."""

    place: str
    text: str
    weight: float


def headings(tree: Any) -> list[Heading]:
    """The main headings of a page; where it has none, smaller ones that are marked as headlines."""
    return _first_texts(tree.iter("h1")) or _first_texts(_smaller(tree))


def _smaller(tree: Any) -> list[Any]:
    marked = [one for one in tree.iter("h2", "h3") if _CLASS.search(one.get("class") or "")]
    return [*marked, *(list(tree.iter("h2")) or tree.iter("h3"))]


def _first_texts(elements: Iterable[Any]) -> list[Heading]:
    return list(islice(_texts(elements), _MOST_HEADINGS))


def _texts(elements: Iterable[Any]) -> Iterator[Heading]:
    for element in elements:
        text = fields.words(element.text_content())
        if text:
            yield Heading(text, element)


def chosen(
    shown: list[Heading], stated: Mapping[str, str | None], names: Iterable[str | None]
) -> tuple[str | None, Any]:
    """The headline of a page and the element of its heading, None for what it does not have.

    `shown`: its headings. `stated`: what linked data, cards and its title say, by the kind of place.
    `names`: of the site, which are no part of a headline.
    """
    known = [name for name in names if name]
    votes = list(_stated(stated, known, [one.text for one in shown]))
    heading = _main(shown, votes, known)
    if heading is not None:
        votes += _of_heading(heading, votes, known)
    best = max(votes, key=lambda vote: (_score(vote.text, votes), vote.place == "heading"), default=None)
    if best is None:
        return None, None
    return _whole(best.text, votes), heading.element if heading is not None else None


def _stated(stated: Mapping[str, str | None], names: list[str], shown: list[str]) -> Iterator[Vote]:
    spent: set[str] = set()
    for place, text in stated.items():
        bare = headlines.without_site(text, names, shown) if text else None
        if not bare or _key(bare) in map(_key, names):
            continue
        kind = place if place in _WEIGHTS else "other"
        weight = _WEIGHTS[kind] if kind != "card" or _key(bare) not in spent else 0.0
        spent |= {_key(bare)} if kind == "card" else set()
        yield Vote(kind, bare, weight)


def _main(shown: list[Heading], votes: list[Vote], names: list[str]) -> Heading | None:
    """The heading that agrees best with what the page states, the first of equals; no name of a site."""
    sites = set(map(_key, names))
    usable = [one for one in shown if _key(one.text) not in sites and len(_key(one.text)) >= _LEAST]
    return max(usable, key=lambda one: round(_support(one.text, votes), 3), default=None)


def _support(text: str, votes: list[Vote]) -> float:
    return max((max(_agreement(text, vote.text), _agreement(vote.text, text)) for vote in votes), default=0.0)


def _of_heading(heading: Heading, votes: list[Vote], names: list[str]) -> Iterator[Vote]:
    """The heading and its parts, less where nothing that the page states is akin to it."""
    akin = not votes or _support(heading.text, votes) >= _AKIN
    if not akin and heading.element.tag != "h1":  # a smaller one may be anything
        return
    bare = headlines.without_site(heading.text, names) or heading.text
    yield Vote("heading", bare, _WEIGHTS["heading" if akin else "alone"])
    beside = _beside_kicker(heading.element)
    if beside and len(_key(beside)) >= _LEAST and _key(beside) != _key(bare):
        yield Vote("part", beside, _WEIGHTS["heading" if akin else "alone"])
    parts = heading.element.iterdescendants("span", "strong", "em", "a", "div", "small")
    for below in islice(parts, _MOST_PARTS):
        text = fields.words(below.text_content())
        if text and len(_key(text)) >= _LEAST and _key(text) != _key(bare):
            yield Vote("part", text, _WEIGHTS["part"])


def _beside_kicker(element: Any) -> str | None:
    """The words of a heading without its first part, where the markup calls that the line of a section."""
    first = next(element.iterchildren(), None)
    if first is None or (element.text or "").strip() or not _KICKER.search(first.get("class") or ""):
        return None
    rest = [first.tail or "", *(f"{one.text_content()}{one.tail or ''}" for one in first.itersiblings())]
    return fields.words(" ".join(rest))


def _score(text: str, votes: list[Vote]) -> float:
    return sum(vote.weight * _agreement(text, vote.text) for vote in votes)


def _agreement(text: str, other: str) -> float:
    """How far a place that says `other` speaks for `text`: 1 for the same, less for a cut or longer one."""
    one, two = _key(text), _key(other)
    if one == two:
        return 1.0
    if not one or not two:
        return 0.0
    if one.startswith(two) and (_ELLIPSIS.search(other) or len(other) >= headlines.CUT):
        return _CUT
    if _at_edge(one, two):
        return _CONTAINED
    if _at_edge(two, one):
        return _LONGER
    return _ALIKE * _likeness(text, other)


def _at_edge(part: str, whole: str) -> bool:
    """Whether a headline opens or closes a longer one, which has a section, a site or a mark beside it."""
    return len(part) >= _PART_SHARE * len(whole) and (whole.endswith(part) or whole.startswith(part))


def _likeness(text: str, other: str) -> float:
    """Share of words that two headlines have in common, 0 to 1; of characters where words are not parted."""
    one, two = (set(re.findall(r"\w+", given.casefold())) for given in (text, other))
    if min(len(one), len(two)) < 2:
        return SequenceMatcher(None, text[:_COMPARED], other[:_COMPARED]).ratio()
    return 2 * len(one & two) / (len(one) + len(two))


def _whole(text: str, votes: list[Vote]) -> str:
    """A headline that was cut off, as another place has it whole."""
    if not (_ELLIPSIS.search(text) or len(text) >= headlines.CUT):
        return text
    bare = _key(text)
    longer = [
        vote.text for vote in votes if _key(vote.text).startswith(bare) and not _ELLIPSIS.search(vote.text)
    ]
    return max(longer, key=len, default=text)


def _key(text: str) -> str:
    return _MARKS.sub("", furniture.fold(text))
