"""When a page was published and updated: the most trusted place says the day, the most exact the rest.

Linked data may give a day alone, or a clock without its zone, where a tag or a visible line has both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import Any

from retold import moments, parameters
from retold.messages import N_
from retold.readers import authors, fields, guide, stamps
from retold.readers.regions import Regions, text_of

_P = parameters.of("readers", "pagetimes")
_LONGEST = _P.integer("line")  # characters of a line that tells a time
_MOST = _P.integer("lines")  # lines of a page that are looked at
_STAMP = re.compile(
    r"time-?stamp|(?:\b|_)date|pub-?_?date|publish|posted|updated|\btime\b|dateline|datum|fecha|\bdata\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_ATTRIBUTES = (
    "datetime",
    "data-timestamp",
    "data-datetime",
    "data-published",
    "data-date",
    "data-time",
    "aria-label",
)
_TAGS = frozenset([
    "time", "abbr", "span", "div", "p", "li", "em", "small", "i", "b", "strong", "font", "td", "a", "address",
    "dd", "h6", "bsp-timestamp", "relative-time", "time-ago", "amp-timeago",
])  # fmt: skip
# Year, month and day as houses file their pages by them, with something behind: /2031/05/06/ferry
_IN_ADDRESS = re.compile(r"(?<=\w)/(?:[^?#\s]{1,60}/)?((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)[/_-]\w")
_NAMING = ("rel", "class", "itemprop")


@dataclass(frozen=True, slots=True)
class Told:
    """A time as a place tells it: in which role, and the place."""

    role: str
    value: str
    place: str


def chosen(role: str, stated: Mapping[str, list[str]], visible: list[Told]) -> str | None:
    """The time of a role; a value that no form fits is given as it stands, if there is no other.

    `stated`: the values of each place that states one, the most trusted place first.
    """
    told = [Told(role, value, place) for place, values in stated.items() for value in values]
    told += [one for one in visible if one.role == role]
    read = [(one, moment) for one in told if (moment := moments.moment(stamps.iso(one.value))) is not None]
    if not read:
        return next((one.value for one in told if one.place != "visible"), None)
    best = min(read, key=lambda pair: (not _fits(read[0][1], pair[1]), _looseness(pair[1])))
    why = (
        N_("the first place that says it")
        if best is read[0]
        else N_("more exact than {value!r}").format(value=read[0][0].value)
    )
    guide.current().note(role, best[0].place, best[0].value, why)
    return best[0].value


def in_address(url: str | None) -> str | None:
    """The day of publication that an address holds, where no place of the page tells one.

    >>> in_address("https://echo.example/2031/05/06/ferry"), in_address("https://echo.example/tides/2031/05")
    ('2031-05-06', None)
    """
    match = _IN_ADDRESS.search(url or "")
    value = None if match is None else stamps.iso("-".join(match.groups()))
    if value is None or moments.moment(value) is None:
        return None
    guide.current().note("published", "address", str(value), N_("the first place that says it"))
    return str(value)


def _looseness(moment: moments.Moment) -> int:
    """0 for a time with its zone, 1 for one without, 2 for a day."""
    return (0 if not moment.zoneless else 1) if moment.exact else 2


def _fits(first: moments.Moment, other: moments.Moment) -> bool:
    """Whether another stamp may tell the same time as the first, only more exactly."""
    if first == other:
        return True
    if not first.exact:
        return first.low.date() == other.low.date() or (
            other.in_any_zone().low < first.high and first.low < other.high
        )
    if first.zoneless:
        apart = abs(first.low - other.low)
        return apart <= timedelta(hours=14) and apart.seconds % 900 < 60
    return False


def visible(regions: Regions, language: str | None = None) -> list[Told]:
    """The times that a page shows beside its report: those between headline and report first.

    `language`: of the page; in most languages but English a day stands before its month.
    """
    day_first = language is not None and language[:2] not in ("en", "zh", "ja", "ko")
    found: list[tuple[int, Told]] = []
    for rank, element in regions.ranked(_TAGS, _is_marked):
        if len(found) >= _MOST:
            break
        found += [(rank, told) for told in _told(element, day_first, language)]
    return [told for _, told in sorted(found, key=lambda pair: pair[0])]


def _is_marked(element: Any) -> bool:
    """Whether an element is one of time by its tag or its attributes."""
    if element.tag == "time":
        return True
    given = element.items()
    if not given:
        return False
    named = " ".join([value for name, value in given if name in _NAMING])
    return _names_stamp(named) or element.get("datetime") is not None


@lru_cache(maxsize=4096)  # the classes of a site's pages recur
def _names_stamp(named: str) -> bool:
    return bool(named) and _STAMP.search(named) is not None


def _told(element: Any, day_first: bool, language: str | None) -> Iterator[Told]:
    """The times of one element: of its attributes, else of its words."""
    yield from _attributes(element)
    text = " ".join(text_of(element).split())
    if not 0 < len(text) <= _LONGEST or _DIGIT.search(text) is None:
        return
    whole = stamps.visible(text, day_first)
    if whole is not None:
        yield Told(_role(element, text), whole, "visible")
        return
    broken = any(child.tag == "br" for child in element)
    several = _in_lines(element, day_first) if broken else []
    several = several or stamps.labelled(text, day_first) or _before_writer(text, day_first, language)
    several = several or _in_lines(element, day_first) or _behind_writer(text, day_first)
    yield from (Told(role, stamp, "visible") for role, stamp in several)


def _in_lines(element: Any, day_first: bool) -> list[tuple[str, str]]:
    """The times of the lines of an element."""
    lines = (" ".join(line.split()) for line in element.itertext())
    return [pair for line in lines for pair in stamps.labelled(line, day_first)]


def _before_writer(text: str, day_first: bool, language: str | None) -> list[tuple[str, str]]:
    """The time of a line that goes on with its writer."""
    head = authors.without_writer(text, language and language[:2])
    return stamps.labelled(head, day_first) if head != text else []


def _behind_writer(text: str, day_first: bool) -> list[tuple[str, str]]:
    """The time of a line that is a name and, behind a comma, a time."""
    name, _, rest = text.partition(", ")
    stamp = stamps.visible(rest, day_first) if rest and authors.is_name(name) else None
    return [] if stamp is None else [("published", stamp)]


def _attributes(element: Any) -> Iterator[Told]:
    titled = element.get("title") if _is_marked(element) else None
    for value in (*map(element.get, _ATTRIBUTES), titled):
        words = fields.words(value) if value and len(value) <= _LONGEST else None
        if not words:
            continue
        if moments.moment(stamps.iso(words)) is not None:
            yield Told(_role(element, ""), words, "visible")
        else:
            yield from (Told(role, stamp, "visible") for role, stamp in stamps.labelled(words))


def _role(element: Any, text: str) -> str:
    """Whether a time is one of a change: by its class, its own words, or what stands before it."""
    named = " ".join(filter(None, map(element.get, ("class", "itemprop", "property", "data-testid"))))
    if stamps.says_role(named):
        return "published" if stamps.says_published(named) else "updated"
    return stamps.role_of(text if stamps.says_role(text) else _before(element))


def _before(element: Any) -> str:
    """The class of what holds an element, and the words before the element in it."""
    above, before = element.getparent(), element.getprevious()
    if above is None:
        return ""
    words = above.text if before is None else before.tail
    label = "" if before is None or (words or "").strip() else " ".join(text_of(before).split())
    return f"{above.get('class') or ''} {label[:_LONGEST]} {words or ''}"
