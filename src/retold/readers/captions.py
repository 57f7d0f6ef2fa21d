"""Lines of a text that belong to a picture: whose it is, or what it shows and whose it is.

A credit is a word for a picture, a sign and names ("Photograph: Ida Corrie/AFP", "AP Photo/Ida Corrie");
a caption is a short paragraph that ends with one.
What is quoted, or goes on for long, is taken for the report.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from retold import language, parameters

_P = parameters.of("readers", "captions")
_LINE = _P.integer("line")  # characters of the longest caption
_LONG = _P.integer("long")  # the same of one that a credit in brackets closes
_WORDS = _P.integer("words")  # of the longest caption
_SENTENCES = _P.integer("sentences")  # of the longest caption
_NAMES = _P.integer("names")  # words of the names of a credit
_TRIED = _P.integer("tried")  # words for pictures in a line behind which names are looked for
_SHOW = _P.number("show")  # share of a text above which it is a show of pictures itself
_END = _P.integer("end")  # characters that hold what closes a caption
_LAST = _P.integer("last")  # characters that hold the last word of a name
_LOST = _P.number("lost")  # share of a text that captions may make up
_CLOSED = (".", "!", "?", "…", "”", '"', "»", ")", "|", "–", "—", "-", ":")
_PARTS = re.compile(r"[\s/|,;&+()\[\]–—-]+")
_BRACKETED = re.compile(r"(?<=[.!?…”’])\s\([^()]{2,80}\)\.?\Z")  # a credit behind what a picture shows
_QUOTES = re.compile(r"[“”\"«»„]")


class Without(NamedTuple):
    """A text without the lines of its pictures, and those lines."""

    text: str
    cut: tuple[str, ...]


class _Found(NamedTuple):
    """A credit that ends a line: the text before it, and whether a bracket or a second name marks it off."""

    before: str
    marked: bool
    closed: bool = False  # it stands in brackets


def without(text: str) -> Without:
    r"""A text without its captions and picture credits, wherever they stand in lines of their own.

    The last paragraph only goes where it is a credit and nothing else: a credit may have been glued to it.

    >>> without("Ferry late\n\nThe quay. Photo: Ida Corrie/AFP\n\n" + "The ferry ran late again. " * 9).cut
    ('The quay. Photo: Ida Corrie/AFP',)
    """
    lines = text.split("\n")
    last = max((at for at, line in enumerate(lines) if line.strip()), default=0)
    found = {at: one for at, line in enumerate(lines) if (one := _credited(line)) is not None}
    credits = {at for at, one in found.items() if not one.before}
    credits |= {at for at, line in enumerate(lines) if _framed().fullmatch(line.strip())}
    shown = {
        at for at, one in found.items() if at < last and _shows(lines[at], one) and _stands_alone(lines, at)
    }
    if sum(map(len, {lines[at] for at in shown})) > _LOST * len(text):
        shown = set()
    gone = credits | shown | _galleries(lines, len(text))
    if not gone:
        return Without(text, ())
    cut = tuple(lines[at].strip() for at in sorted(gone))
    kept = "\n".join(line for at, line in enumerate(lines) if at not in gone)
    return Without(re.sub(r"\n{3,}", "\n\n", kept).strip(), cut)


def is_credit(line: str) -> bool:
    """Whether a line says whose a picture is, and nothing else.

    >>> is_credit("AP Photo/Ida Corrie"), is_credit("(Foto: Ida Corrie/dpa)"), is_credit("Photo: it is lost")
    (True, True, False)
    """
    found = _credited(line)
    return found is not None and not found.before


def _galleries(lines: list[str], length: int) -> set[int]:
    """The rows of pictures, each in one line; none where hardly anything else stands in the text."""
    found = {at for at, line in enumerate(lines) if _is_gallery(line)}
    return found if sum(len(lines[at]) for at in found) <= _SHOW * length else set()


def _is_gallery(line: str) -> bool:
    """Whether a line is a row of pictures: Photos: The quay Photos: The quay … – A crane. Hide Caption 2 of 9

    Its label and title stand there twice, or what closes a caption stands at its end.
    """
    opened = _gallery().match(line.strip())
    return opened is not None and (opened["again"] is not None or _counted().search(line[-_END:]) is not None)


def _shows(line: str, found: _Found) -> bool:
    if found.before and found.closed and found.before.endswith(_CLOSED):
        return True  # what a credit in brackets closes shows its picture, whoever is quoted there
    if not found.before or _QUOTES.search(line):
        return False
    short = len(line.split()) <= _WORDS and len(re.findall(r"[.!?…](?=\s)", found.before)) < _SENTENCES
    return short and (found.marked or found.before.endswith(_CLOSED))


def _stands_alone(lines: list[str], at: int) -> bool:
    """Whether a line is a paragraph: the one above is blank, has ended, or is the headline of the text.

    A line that goes on below with a small letter is none.
    """
    above = lines[at - 1].strip() if at else ""
    if lines[at + 1 : at + 2] and lines[at + 1][:1].islower():
        return False
    return above == "" or above.endswith(_CLOSED) or not any(line.strip() for line in lines[: at - 1])


def _credited(line: str) -> _Found | None:
    """What stands before the credit that ends a line; None where none does."""
    line = line.strip()
    longest = _LONG if line.endswith((")", ").", "]")) else _LINE
    if not 0 < len(line) <= longest or not _may_end_names(line):
        return None
    for match in list(_credit().finditer(line))[-_TRIED:]:
        opened, rest = match["open"], line[match.end() :]
        closed = rest.endswith((")", "]"))
        names = rest.rstrip(" .)]") if closed else rest.rstrip(" .")
        if _are_names(names) and bool(opened) == closed:
            return _Found(line[: match.start()].rstrip(), bool(opened) or "/" in names, bool(opened))
    wired = _wired().search(line)
    if wired is not None:
        return _Found(line[: wired.start()].rstrip(), True)
    if _is_sold(line):
        return _Found("", False)
    sold = _BRACKETED.search(line)
    return _Found(line[: sold.start()].rstrip(), True, True) if sold and _is_sold(sold[0]) else None


def _may_end_names(line: str) -> bool:
    """Whether the last word of a line may be that of a name: cheap, before the dear tests."""
    words = line[-_LAST:].rstrip(" .)]").split()
    part = next((part for part in reversed(_PARTS.split(words[-1])) if part), "") if words else ""
    return part != "" and (_is_name(part) or part.casefold() in _table("small"))


def _is_sold(line: str) -> bool:
    """Whether a line is names, the last that of a house which sells nothing but pictures."""
    names = line.strip(" .()[]")
    return names.endswith(_sellers()) and _are_names(names)


def _are_names(words: str) -> bool:
    """Whether these words are names of people, agencies and houses, and nothing else."""
    parts = [part for part in _PARTS.split(words) if part]
    small = [part for part in parts if not _is_name(part)]
    return len(small) < len(parts) <= _NAMES and all(part.casefold() in _table("small") for part in small)


def _is_name(part: str) -> bool:
    return part[0].isupper() or part in _table("houses")


@cache
def _credit() -> re.Pattern[str]:
    """What opens a credit: a word for a picture and a sign behind it."""
    labels, signs = ("|".join(language.listed("furniture", key, "captions")) for key in ("labels", "signs"))
    supplier = r"(?-i:(?:[A-Z]{2,8}|Reuters|Getty)\s)?"
    return re.compile(
        rf"(?P<open>[(\[]\s?)?(?<![\w’'-]){supplier}(?:{labels})(?:\s?(?:{signs})\s?)", re.IGNORECASE
    )


@cache
def _wired() -> re.Pattern[str]:
    """An agency and who took the picture for it, behind what it shows: REUTERS/Ida Corrie."""
    wires = "|".join(map(re.escape, language.listed("furniture", "wires", "captions")))
    name, kind = r"[A-ZÀ-Þ][\w’'.-]*", r"(?:/[A-Z]\w+(?: [A-Z]\w+)?)?"  # /File Photo
    return re.compile(rf"(?<=[.!?…”’)])\s(?:{wires})/{name}(?:\s{name}){{1,3}}{kind}\.?\Z")


@cache
def _framed() -> re.Pattern[str]:
    """A whole line that a page labels as what stands under a picture."""
    held = (pack.lists("cues").get("captions", {}) for pack in language.packs())
    return re.compile("|".join(line for one in held for line in one.get("lines", ())))


@cache
def _gallery() -> re.Pattern[str]:
    """The label of a row of pictures; behind it its title, and both again, where they stand so."""
    label = rf"(?:{'|'.join(language.listed('furniture', 'shows', 'captions'))})\s?:"
    title = rf"(?:{label} )?([^:\n]{{4,90}}?)"
    return re.compile(rf"{label} (?P<again>{title} {label} (?:{label} )?\2(?!\w))?", re.IGNORECASE)


@cache
def _counted() -> re.Pattern[str]:
    """What closes a caption at the end of a line, with the number of its picture."""
    words = "|".join(language.listed("furniture", "counted", "captions"))
    return re.compile(rf"\b(?:{words})(?: \d{{1,3}} of \d{{1,3}})?\W*\Z", re.IGNORECASE)


@cache
def _sellers() -> tuple[str, ...]:
    return tuple(language.listed("furniture", "sellers", "captions"))


@cache
def _table(key: str) -> frozenset[str]:
    return frozenset(language.listed("furniture", key, "captions"))
