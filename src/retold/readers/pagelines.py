"""The lines that an extraction leaves around a report: headline, byline, stamp, rights, address."""

from __future__ import annotations

import re

from retold import gazetteer, parameters
from retold.readers import authors, bylines, furniture, stamps
from retold.readers.pagemeta import Meta

_P = parameters.of("readers", "pagelines")
_KICKERS = _P.integer("kickers")
_KICKER = _P.integer("kicker")  # words of the longest of them
_MARK = _P.integer("mark")  # characters of a line of a name and a time
_BESIDE_ADDRESS = _P.integer("address")  # words beside an address in a line of a print
_CLOSED = (".", "”", '"', "!", "?", "…")
_ADDRESS = re.compile(r"\(?https?://\S+\)?|(?<!\S)[^\s@]+@[^\s@]+\.\w{2,12}(?!\S)")
_RIGHTS = re.compile(r"\W*(?:©|ⓒ|\(c\)|copyright\b)", re.IGNORECASE)
_PIECES = re.compile(r"[|•·]")
_PIECE = _P.integer("piece")  # words of a piece of a row
_FIGURES = re.compile(
    r"\d{4}\s?[.年년/-]\s?\d{1,2}\s?[.月월/-]\s?\d{1,2}\s?[日일.]?(?:\s?\d{1,2}\s?[:時时시点]\s?\d{2}[分분]?(?::\d\d)?)?"
)
_EASTERN = re.compile(r"[\u3040-\u9fff\uac00-\ud7af]")
_EASTERN_MARK = _P.integer("eastern_mark")  # characters beside a time in figures
_WORD = re.compile(r"[^\W_]+")
_STAMP = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:T\d\d:(?P<minute>\d\d))?")
_DATE = _P.integer("date")  # words from the day of a date to its year
_TIME_WORDS = _P.integer("time_words")  # of a line that says when: a weekday, a month, a label, a zone
_BULLET = re.compile(r"\A[-–—•*]\s+")


def without_edges(lines: list[str], meta: Meta) -> list[str]:
    """The report without what a page sets above and below it and says of itself."""
    at = next((i for i, line in enumerate(lines[:_KICKERS]) if is_title(line, meta)), 0)
    if all(len(line.split()) <= _KICKER and not line.endswith(_CLOSED) for line in lines[:at]):
        lines = lines[at:]
    while lines and (is_title(lines[0], meta) or is_mark(lines[0], meta) or _is_above_mark(lines, meta)):
        lines = lines[1:]
    lead, below = lines[:1], lines[1 : 1 + _KICKERS]  # a standfirst may stand above writer and time
    lines = [*lead, *(line for line in below if not is_mark(line, meta)), *lines[1 + _KICKERS :]]
    while len(lines) > 1 and is_mark(lines[-1], meta):
        lines = lines[:-1]
    return lines


def _is_above_mark(lines: list[str], meta: Meta) -> bool:
    """Whether the first line is a short label above the line of writer and time."""
    label = len(lines[0].split()) <= _KICKER and not lines[0].endswith(_CLOSED)
    return label and len(lines) > 2 and is_mark(lines[1], meta)


def is_title(line: str, meta: Meta) -> bool:
    """Whether a line is the headline, as any place of the page has it."""
    return furniture.fold(line) in {furniture.fold(title) for title in (meta.title, *meta.headings) if title}


def writers(lines: list[str], meta: Meta) -> str | None:
    """Who wrote a page by a short line above its report, where its markup does not tell lines apart."""
    for line in lines[: _KICKERS + 1]:
        if len(line) <= _MARK and not line.endswith(_CLOSED) and authors.opens_as_byline(line, meta.language):
            names = [name for name in authors.names_of(line, meta.language, meta.outlet) if " " in name]
            if names:
                return ", ".join(names)
    return None


def is_mark(line: str, meta: Meta) -> bool:
    """Whether a line only says who wrote the page and when, where it stands, or whose it is."""
    bare = _BULLET.sub("", line)
    if stamps.is_mark(bare) or bylines.is_byline(bare, meta.byline, meta.language):
        return True
    if bare.lower().rstrip(":") in gazetteer.toml("fields")["bylines"]["labels"]:
        return True
    if _is_signed_and_dated(bare, meta) or _is_time_of(bare, meta) or _is_row(bare, meta):
        return True
    return _is_of_address(bare) or _is_of_rights(bare, meta)


def _is_signed_and_dated(line: str, meta: Meta) -> bool:
    """Whether a line opens with the byline and goes on with a time, or the other way round."""
    if len(line) > _MARK or not meta.byline or line.endswith(_CLOSED):
        return False
    head = authors.without_writer(line, meta.language)
    if head != line:
        return meta.byline.split(", ")[0] in line and bool(stamps.labelled(head, day_first=True))
    return authors.opens_as_byline(line, meta.language) and bool(stamps.labelled(line))


def _is_row(line: str, meta: Meta) -> bool:
    """Whether a line is a row of short pieces, one of them a time: source, time, desk, as agencies have it.

    Where words are not parted by spaces a time in figures and a few characters beside it make a row.
    """
    if len(line) > _MARK:
        return False
    pieces = [piece for piece in map(str.strip, _PIECES.split(line)) if piece]
    if len(pieces) > 1 and all(len(piece.split()) <= _PIECE for piece in pieces):
        return any(stamps.is_mark(one) or _is_time_of(one, meta) for one in pieces)
    if line.endswith((*_CLOSED, "。")):
        return False
    rest = _FIGURES.sub(" ", line)
    return rest != line and _EASTERN.search(rest) is not None and len(rest.replace(" ", "")) <= _EASTERN_MARK


def _is_time_of(line: str, meta: Meta) -> bool:
    """Whether a line says nothing but when the page was published, and by whom, in whatever language.

    Beside the writers it has a few words at most, and its numbers are those of the time: year, day, month,
    clock; the hour may be that of another zone.
    """
    rest = line
    for name in (meta.byline or "").split(", "):
        rest = rest.replace(name, " ") if name else rest
    words = [word for word in _WORD.findall(rest) if not word.isdecimal()]
    if len(line) > _MARK or len(words) > _TIME_WORDS or line.endswith(_CLOSED):
        return False
    return any(_tells(rest, stamp) for stamp in (meta.published, meta.updated) if stamp)


def _tells(words: str, stamp: str) -> bool:
    """Whether the numbers among some words are those of a stamp and no others, and its date is one.

    A date has its day before its year, or nothing but a number between year and day.
    """
    match = _STAMP.match(str(stamps.iso(stamp)))
    if match is None:
        return False
    year, month, day, minute = (int(match[name] or -1) for name in ("year", "month", "day", "minute"))
    tokens = _WORD.findall(words)
    rest = [int(token) for token in tokens if token.isdecimal()]
    if year not in rest or day not in rest:
        return False
    places = [next(n for n, t in enumerate(tokens) if t.isdecimal() and int(t) == one) for one in (day, year)]
    if not 0 < places[1] - places[0] <= _DATE and not all(map(str.isdecimal, tokens[places[1] : places[0]])):
        return False
    rest.remove(year)
    rest.remove(day)
    if month in rest:
        rest.remove(month)
    clocks = list(zip(rest[::2], rest[1::2], strict=False))  # one moment by the clocks of two zones
    told = 0 < len(clocks) <= 2 and len(rest) == 2 * len(clocks)
    return not rest or (told and all(one < 24 and other == minute for one, other in clocks))


def _is_of_address(line: str) -> bool:
    """Whether a line is an address with few words before it, as prints have it at their edges."""
    rest = _ADDRESS.sub("", line)
    return rest != line and len(rest.split()) <= _BESIDE_ADDRESS and not rest.rstrip().endswith(_CLOSED)


def _is_of_rights(line: str, meta: Meta) -> bool:
    """Whether a line says that the outlet has the rights."""
    return (
        bool(meta.outlet)
        and _RIGHTS.match(line) is not None
        and furniture.fold(meta.outlet or "") in furniture.fold(line)
    )
