"""Times of publication as feeds write them, brought to ISO 8601.

Forms that can be read in two ways (03/04/19) are left as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from retold import gazetteer, language, moments, parameters
from retold.readers import rundigits

_P = parameters.of("readers", "stamps")
_LONGEST = _P.integer("longest")  # characters of a stamp; anything longer is something else
_MILLISECONDS = _P.integer("milliseconds")  # a number of seconds above this is a number of milliseconds


_LISTS = ("at", "ordinals", "halves")
# The beginning of all computers' time, in any zone, and years that no calendar of a newsroom has.
_NO_TIME = re.compile(
    r"(?:0{1,4}|-1|null|none|n/?a|1970-?01-?01.*|1969-?12-?31.*|0{3}[01]-?\d\d-?\d\d.*)\Z", re.I
)
_OFFSET = re.compile(r"(\d{1,2}):?(\d\d)?")  # hours, and minutes if it has them: GMT+1
_PIECES = re.compile(r"[•·|]")  # between the writer and the stamp of a line
_YEAR = re.compile(r"\d{4}|\.\d\d")  # every form of a stamp has it
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)")
_LED_BY_NUMBERS = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d\d)(?!\d)")
# The same moment by the clock of another zone, behind the first: 18:20 GMT 19:20 UK.
_OTHER_CLOCK = re.compile(r"(?<=\b[A-Z]{3})\s\s?\d{1,2}[:.]\d\d\s[A-Z]{2,4}\s?\Z")
# As databases write it, with a blank where ISO 8601 has a T, and before the zone.
_SPACED = re.compile(
    r"\A(\d{4}-\d\d-\d\d)(?:\s+|[T_])(\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?)\s*([Zz]|[+-]\d\d(?::?\d\d)?)?\Z"
)
_COMPACT = re.compile(r"\d{8}(?:[T ].*)?\Z")  # without separators, which ISO 8601 allows
# What systems write behind a stamp that has its offset: the name of the zone in brackets.
_SYSTEM = re.compile(r"(?:(?<!\s)\s+)?(?:\[[\w/+-]+\]|\([^()]{3,50}\))\Z")


class _Written(NamedTuple):
    """How times are written in words, all languages together."""

    forms: tuple[re.Pattern[str], ...]  # with the parts day, month, year, hour, minute, second, half, zone
    months: dict[str, int]
    zones: dict[str, int]  # hours from UTC
    labels: re.Pattern[str]  # what stands before a stamp on a page
    roles: re.Pattern[str]  # words that tell the time of a change, or of the first print


@cache
def _written() -> _Written:
    """The lists `stamps` of every language and the forms that they make; read once."""
    tables = [table for pack in language.packs() if (table := pack.lists("stamps"))]
    known = {name: number for table in tables for number, name in enumerate(table["months"], 1)}
    months = _other_months() | known
    words = {key: "|".join(w for table in tables for w in table[key]) for key in _LISTS}
    named = "|".join(sorted(months, key=len, reverse=True))
    forms = tuple(re.compile(rf"{form}\s*\Z", re.IGNORECASE) for form in _forms(words, named))
    own = gazetteer.toml("fields")["stamps"]
    zones = own["zones"] | {name: hours for table in tables for name, hours in table["zones"].items()}
    labels = "|".join([*(label for table in tables for label in table["labels"]), *own["labels"]])
    before = re.compile(rf"(?:\b(?:{labels})\b[\s:]*)+", re.IGNORECASE)
    roles = re.compile(rf"(?P<updated>{own['updated']})|{own['published']}", re.IGNORECASE)
    return _Written(forms, months, zones, before, roles)


def _forms(words: Mapping[str, str], months: str) -> Iterator[str]:
    """The forms of a stamp as patterns, from the words of the languages and the names of months."""
    other = gazetteer.toml("fields")["stamps"]
    weekday = r"(?:\(?[^\W\d_]{2,12}(?:-[^\W\d_]{2,8})?\)?\.?,?\s+)?"
    month = rf"(?P<month>{months})[^\W\d_]*\.?"
    ordinal = rf"(?:{words['ordinals']}|{other['ordinals']})?"
    joint = rf"(?:{other['joints']})"
    offset = r"(?:(?:GMT|UTC)\s?)?[+-]\d\d:?\d\d|(?:GMT|UTC)\s?[+-]\d{1,2}(?::\d\d)?"
    zone = rf"(?:\(?(?P<zone>{offset}|[^\W\d_]{{1,4}})\)?(?:\s+\([^()]*\))?)"
    second = r"(?::(?P<second>\d\d)(?:[.,]\d+)?)?"
    time = rf"(?P<hour>\d{{1,2}})(?:[:.h]|\s?[時时시点點]\s?)(?P<minute>\d\d)[分분]?{second}"
    half = rf"\s*(?P<half>{words['halves']})?"
    at = rf"(?:(?:{words['at']}|{other['at']})\.?\s+)?"
    behind = r"(?:,?\s\(?[^\W\d_]{4,12}\)?(?=[\s,|–-]+\d))?"  # the weekday, behind the day it is of
    clock = rf"{behind}(?:[\s,T|–/-]*{at}{time}{half}\s*(?:{other['hours']})?\s*{zone}?)?"
    year_word = r"(?:\s?(?:г\.|года|р\.|року))?"  # that Slavic languages write behind a year
    first = rf"(?:{time}{half}\s*(?:{other['hours']})?\s*{zone}?,?\s+)"
    day = rf"(?P<day>\d{{1,2}})\.?{ordinal}[\s-]+{joint}?{month},?[\s-]+{joint}?(?P<year>\d{{4}}){year_word}"
    turned = rf"{month}\s+(?P<day>\d{{1,2}}){ordinal},?\s+(?P<year>\d{{4}})"
    yield rf"{weekday}{turned}{clock}"
    yield rf"{weekday}{day}{clock}"
    yield rf"{weekday}(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?P<year>\d{{4}}|\d\d){clock}"
    yield rf"{weekday}(?P<year>\d{{4}})[/.-] ?(?P<month>\d{{1,2}})[/.-] ?(?P<day>\d{{1,2}})\.?{clock}"
    yield r"(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]" + clock
    # The day first, or the month, where that is certain: no month has such a number.
    yield rf"{weekday}(?P<day>1[3-9]|2\d|3[01])[/-](?P<month>\d{{1,2}})[/-](?P<year>\d{{4}}){clock}"
    yield rf"{weekday}(?P<month>0?[1-9]|1[0-2])[/-](?P<day>1[3-9]|2\d|3[01])[/-](?P<year>\d{{4}}){clock}"
    yield rf"{weekday}(?P<day>\d{{1,2}})[/-](?P<month>(?P=day))[/-](?P<year>\d{{4}}){clock}"
    # As Java and C write it, the year last; and a clock before the day.
    yield rf"{weekday}{month}\s+(?P<day>\d{{1,2}})\s+{time}\s+(?:{zone}\s+)?(?P<year>\d{{4}})"
    yield rf"{first}{weekday}{day}"
    yield rf"{first}{weekday}{turned}"
    # As mail and servers wrote it: two digits of the year, parted by hyphens.
    yield rf"{weekday}(?P<day>\d{{1,2}})-{month}-(?P<year>\d\d)\s+{time}\s*{zone}?"
    # As scripts write it: the year before the clock.
    yield rf"{weekday}{month}\s+(?P<day>\d{{1,2}})\s+(?P<year>\d{{4}})\s+{time}\s*{zone}?"


def _other_months() -> dict[str, int]:
    """The first letters of months in languages that have no pack: their number."""
    table: dict[str, list[str]] = gazetteer.toml("fields")["stamps"]["months"]
    return {name: int(number) for number, names in table.items() for name in names}


@lru_cache(maxsize=8192)  # the same words stand in an element and in what holds it
def visible(words: str, day_first: bool = False) -> str | None:
    """The stamp that a line on a page gives behind its label, None if the line is anything else.

    `day_first`: 04/03/2019 is a day of March, as it is in most languages but English.

    >>> visible("Published: Tuesday 12 March 2019, 6:20pm GMT"), visible("Ferry of 12 March 2019 sold")
    ('2019-03-12T18:20+00:00', None)
    """
    if len(words) > 2 * _LONGEST or _YEAR.search(words) is None:
        return None
    words = _OTHER_CLOCK.sub("", words)
    bare = _written().labels.sub("", " ".join(words.split()), count=1).strip(" :–-|•·")
    if day_first:
        bare = _NUMBERS.sub(r"\1.\2.\3", bare, count=1)
    return _from_words(bare) if len(bare) <= _LONGEST else None


def labelled(line: str, day_first: bool = False) -> list[tuple[str, str]]:
    """The stamps of a line that gives several, each behind its label: `published` or `updated`, and when.

    >>> labelled("Published 9:30 a.m. GMT March 4, 2019 | Updated 5 March 2019")
    [('published', '2019-03-04T09:30+00:00'), ('updated', '2019-03-05')]
    """
    if len(line) > 4 * _LONGEST or _YEAR.search(line) is None:
        return []
    starts = [0, *(match.start() for match in _written().roles.finditer(line) if match.start())]
    parts = [line[start:end] for start, end in pairwise([*starts, len(line)])]
    pieces = ((role_of(part), piece) for part in parts for piece in _pieces(part))
    read = ((role, _before_label(piece.strip(" .,;|•·–-()"), day_first)) for role, piece in pieces)
    return list(dict.fromkeys((role, stamp) for role, stamp in read if stamp is not None))


def _pieces(part: str) -> list[str]:
    """A part of a line, and its pieces between marks where it has any."""
    pieces = _PIECES.split(part)
    return [part, *pieces] if len(pieces) > 1 else [part]


def _before_label(words: str, day_first: bool) -> str | None:
    """The stamp of a piece, behind which the first word of the next label may stand: … 09:12 BST Last."""
    return visible(words, day_first) or visible(words.rpartition(" ")[0], day_first)


def role_of(words: str) -> str:
    """Whether the stamp behind these words tells an `updated` or a `published` time: the last of them says.

    >>> role_of("Updated"), role_of("Last modified; first published"), role_of("")
    ('updated', 'published', 'published')
    """
    said = list(_written().roles.finditer(words))
    return "updated" if said and said[-1]["updated"] else "published"


def says_role(words: str) -> bool:
    """Whether words say at all which time stands behind them."""
    return _written().roles.search(words) is not None


def says_published(words: str) -> bool:
    """Whether words say, among others, that a time is that of the first print."""
    return any(match["updated"] is None for match in _written().roles.finditer(words))


def is_mark(line: str) -> bool:
    """Whether a line is a stamp with its label, or labels whose stamps were lost, and nothing else.

    >>> is_mark("Published: 12 March 2019"), is_mark("Published | Updated"), is_mark("Updated figures")
    (True, True, False)
    """
    if _are_several(line):
        return True
    if len(line) > 2 * _LONGEST:
        return False
    bare = _written().labels.sub("", line)
    if visible(line) is not None or not any(map(str.isalnum, bare)):
        return True
    return _ago().fullmatch(" ".join(bare.casefold().split()).strip(" :–-|•·.,")) is not None


def _are_several(line: str) -> bool:
    """Whether a line is stamps with their labels, one behind the other, and nothing else."""
    if len(line) > 4 * _LONGEST or _YEAR.search(line) is None:
        return False
    starts = [match.start() for match in _written().roles.finditer(line)]
    parts = [line[low:high] for low, high in pairwise([0, *starts[1:], len(line)])] if starts else []
    told = [visible(part.strip(" .,;|•·–-()")) for part in parts if any(map(str.isdigit, part))]
    return len(told) > 1 and all(told)


@cache
def _ago() -> re.Pattern[str]:
    """A time told from the reader's clock, in all languages: 2 hours ago."""
    return re.compile("|".join(f"(?:{form})" for form in gazetteer.toml("fields")["stamps"]["ago"]))


def unknown(value: object) -> bool:
    """Whether a stamp is what systems write for no time: 0, the first day of 1970 or the year 1.

    >>> unknown("1970-01-01T00:00:00Z"), unknown("0001-01-01"), unknown("2019-03-12")
    (True, True, False)
    """
    if isinstance(value, bool):
        return False
    if isinstance(value, (int, float)):
        return value <= 0
    return _NO_TIME.match(str(value).strip()) is not None


def iso(value: object) -> str | date | None:
    """A time of publication as ISO 8601 where it can be read, otherwise the words as given.

    Takes strings, numbers of seconds or milliseconds since 1970, dates; None for nothing
    and for what systems write for no time.
    A clock time whose zone is unknown is dropped, its day kept.

    >>> iso("Tue Mar 12, 2019 10:05pm EDT")
    '2019-03-12T22:05-04:00'
    >>> iso("12.03.19"), iso(1552435200)
    ('2019-03-12', '2019-03-13T00:00:00+00:00')
    >>> iso("Posted: 12 March 2019"), iso("03/04/19")
    ('2019-03-12', '03/04/19')
    """
    if value is None or isinstance(value, bool) or unknown(value):
        return None
    if isinstance(value, date):  # a datetime is one too
        return value
    written = rundigits.written_out(value)
    if isinstance(value, (int, float)) and written is None:
        return _from_number(value)
    text = written or str(value).strip()
    if text.isdecimal() and len(text) in (10, 13):  # seconds or milliseconds, as exports write them
        return _from_number(int(text))
    text = _SYSTEM.sub("", text) if len(text) <= 2 * _LONGEST else text
    if not text or len(text) > _LONGEST or moments.moment(text) is not None:
        return _extended(text) or None
    return _from_words(text) or visible(text) or text  # a page's line, label and all, as scrapers take it


def order(values: Iterable[str]) -> str | None:
    """Whether days or months stand first in stamps of one column: `day`, `month`, None where none shows it.

    >>> order(["03/04/2019", "17/04/2019"]), order(["03/04/2019"]), order(["13/04/2019", "04/13/2019"])
    ('day', None, None)
    """
    pairs = [
        (int(match[1]), int(match[2])) for one in values if (match := _LED_BY_NUMBERS.match(one.strip()))
    ]
    days = any(first > 12 >= second for first, second in pairs)
    months = any(second > 12 >= first for first, second in pairs)
    return None if days == months else "day" if days else "month"


def ordered(value: str, first: str) -> str:
    """A stamp in numbers with its year at the head, where `first` says whether days or months stood there.

    One that is no day of any calendar stays as it was given.

    >>> ordered("03/04/2019 14:12", "day"), ordered("12 March 2019", "day")
    ('2019-04-03 14:12', '12 March 2019')
    """
    match = _LED_BY_NUMBERS.match(value.strip())
    if match is None:
        return value
    day, month = (match[1], match[2]) if first == "day" else (match[2], match[1])
    told = f"{_year(match[3])}-{int(month):02}-{int(day):02}"
    return f"{told}{value.strip()[match.end() :]}" if moments.moment(told) is not None else value


def _extended(text: str) -> str:
    """A stamp with the separators that most write: 20190312 is 2019-03-12."""
    if not _COMPACT.match(text) or moments.moment(text) is None:
        return _SPACED.sub(r"\1T\2\3", text)
    whole = datetime.fromisoformat(text)
    return whole.date().isoformat() if len(text) == len("20190312") else whole.isoformat()


def from_fields(fields: Mapping[str, str | None]) -> str | None:
    """ISO 8601 from the named parts of a stamp, None where they make no date."""
    try:
        day = date(_year(fields["year"] or ""), _month(fields["month"] or ""), int(fields["day"] or ""))
        clock = _clock(fields)
    except ValueError:
        return None
    return day.isoformat() + clock


def _from_number(value: float) -> str | None:
    """The time of a number of seconds or milliseconds; the number as given where it is none, None where that
    has more digits than are ever written out.
    """
    try:
        seconds = value / 1000 if abs(value) >= _MILLISECONDS else value
        return datetime.fromtimestamp(seconds, UTC).isoformat()
    except (OverflowError, OSError, ValueError):
        return None if isinstance(value, int) and value.bit_length() > 8 * _LONGEST else str(value)


def _from_words(text: str) -> str | None:
    for form in _written().forms:
        match = form.match(text)
        if match is not None:
            return from_fields(match.groupdict())
    return None


def _year(text: str) -> int:
    """Two digits mean 1969 to 2068, as POSIX has it."""
    year = int(text)
    if len(text) > 2:
        return year
    return year + (1900 if year >= 69 else 2000)


def _month(text: str) -> int:
    """The number of a month; raises `ValueError` for none.

    A pattern that takes no notice of case takes a long s for an s, and a dotless i for an i.
    """
    if text.isdecimal():
        return int(text)
    number = _written().months.get(text.casefold().replace("ı", "i").replace("i̇", "i"))
    if number is None:
        raise ValueError(f"{text!r} is no month")
    return number


def _clock(fields: Mapping[str, str | None]) -> str:
    if fields["hour"] is None:
        return ""
    zone = _zone(fields["zone"], fields)
    if zone is None:
        return ""
    hour = _hour(int(fields["hour"]), fields.get("half"))
    minute, second = int(fields["minute"] or 0), int(fields["second"] or 0)
    datetime(2000, 1, 1, hour, minute, second)  # raises ValueError for no time of day
    seconds = f":{second:02}" if fields["second"] is not None else ""
    return f"T{hour:02}:{minute:02}{seconds}{zone}"


def _hour(hour: int, half: str | None) -> int:
    if half is None:
        return hour
    return hour % 12 + (12 if half[0] in "pP" else 0)


def _zone(name: str | None, fields: Mapping[str, str | None]) -> str | None:
    """The offset as `+hh:mm`, '' for no zone or letters that several share, None for one we do not know."""
    if name is None or name.upper() in gazetteer.toml("fields")["stamps"]["shared"]:
        return ""
    name = re.sub(r"\A(?:GMT|UTC)\s?(?=[+-])", "", name.upper())
    if name[0] in "+-":
        hour, minute = _OFFSET.fullmatch(name[1:]).groups("00")  # type: ignore[union-attr]  # of its form
        return f"{name[0]}{int(hour):02}:{minute}"
    hours = _written().zones.get(name, _in_season(name, fields))
    return None if hours is None else f"{'-' if hours < 0 else '+'}{abs(hours):02}:00"


def _in_season(name: str, fields: Mapping[str, str | None]) -> int | None:
    """Hours from UTC of a zone that is named without its season, such as ET, on the day of a stamp."""
    place = gazetteer.toml("fields")["stamps"]["places"].get(name)
    if place is None:
        return None
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    day = (_year(fields["year"] or ""), _month(fields["month"] or ""), int(fields["day"] or ""))
    try:
        offset = datetime(*day, 12, tzinfo=ZoneInfo(place)).utcoffset()
    except ZoneInfoNotFoundError:  # a machine without the table of zones
        return None
    return None if offset is None else int(offset.total_seconds() // 3600)
