"""House style: how an outlet spells, counts, dates and quotes. Style never changes a value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from random import Random

from evaluation.generator.document import Doc, Piece, Sentence
from evaluation.generator.outlet_words import ABBREVIATIONS, SPELLING

SMALL = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SHORT_MONTHS = (
    "Jan.",
    "Feb.",
    "March",
    "April",
    "May",
    "June",
    "July",
    "Aug.",
    "Sept.",
    "Oct.",
    "Nov.",
    "Dec.",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """An outlet's choices; each field is an index into the forms in use."""

    spelling: int = 0  # 0 British, 1 American
    quotes: int = 0  # 0 curly, 1 straight
    numbers: int = 0  # 0 words below ten, 1 digits, 2 words up to twelve
    percent: int = 0  # 0 per cent, 1 percent, 2 %
    money: int = 0  # 0 million, 1 m
    thousands: int = 0  # 0 with a comma, 1 without
    days: int = 0  # 0 March 3, 1 3 March, 2 short months
    titles: int = 0  # 0 in full, 1 with a point, 2 without


def drawn_style(rng: Random) -> HouseStyle:
    """The style book of a new outlet."""
    return HouseStyle(
        spelling=rng.randrange(2),
        quotes=rng.randrange(2),
        numbers=rng.randrange(3),
        percent=rng.randrange(3),
        money=rng.randrange(2),
        thousands=rng.choice((0, 0, 1)),
        days=rng.randrange(3),
        titles=rng.randrange(3),
    )


FEATURES = ("spelling", "quotes", "numbers", "percent", "money", "thousands", "days", "titles")


def count(value: int, book: HouseStyle) -> str:
    """A whole number as printed.

    >>> count(3, HouseStyle()), count(3, HouseStyle(numbers=1)), count(1500, HouseStyle(thousands=1))
    ('three', '3', '1500')
    """
    limit = (10, 0, 13)[book.numbers]
    if 0 < value < limit:
        return SMALL[value]
    return f"{value:,}" if book.thousands == 0 else str(value)


def percent(value: str, book: HouseStyle) -> str:
    """A share as printed."""
    return value + (" per cent", " percent", "%")[book.percent]


def money(value: str, book: HouseStyle) -> str:
    """A sum of millions of dollars as printed."""
    return f"${value}" + (" million", "m")[book.money]


def day(value: str, book: HouseStyle) -> str:
    """A calendar day as printed; `value` is an ISO date."""
    when = date.fromisoformat(value)
    if book.days == 0:
        return f"{MONTHS[when.month - 1]} {when.day}"
    if book.days == 1:
        return f"{when.day} {MONTHS[when.month - 1]}"
    return f"{SHORT_MONTHS[when.month - 1]} {when.day}"


def printed(piece: Piece, book: HouseStyle) -> str:
    """The text of a piece in a house's style; a slip stays what it is."""
    if piece.flaw:
        return piece.text
    if piece.tag in ("figure", "date"):
        return _value_printed(piece, book)
    if piece.tag == "mark":
        return _mark(piece.value, book)
    if piece.tag == "title" and piece.value in ABBREVIATIONS:
        return (piece.value, *ABBREVIATIONS[piece.value])[book.titles]
    return _word(piece.text, book)


def _value_printed(piece: Piece, book: HouseStyle) -> str:
    form, _, value = piece.value.partition(":")
    if form == "n":
        return count(int(value), book)
    if form == "pc":
        return percent(value, book)
    if form == "usd":
        return money(value, book)
    if form == "on":
        return day(value, book)
    return piece.text


def _mark(value: str, book: HouseStyle) -> str:
    curly = {"open": "“", "close": "”"}
    return curly[value] if book.quotes == 0 else '"'


def _word(text: str, book: HouseStyle) -> str:
    both = SPELLING.get(text.lower())
    if both is not None and text.lower() in both:
        new = both[book.spelling]
        text = new.capitalize() if text[0].isupper() else new
    return text.replace("'", "’") if book.quotes == 0 else text.replace("’", "'")


def restyle(doc: Doc, book: HouseStyle) -> Doc:
    """The whole report in a house's style."""
    paragraphs = tuple(tuple(_sentence(one, book) for one in paragraph) for paragraph in doc.paragraphs)
    dateline = tuple(_piece(piece, book) for piece in doc.dateline)
    return replace(doc, paragraphs=paragraphs, dateline=dateline)


def _sentence(sentence: Sentence, book: HouseStyle) -> Sentence:
    return replace(sentence, pieces=tuple(_piece(piece, book) for piece in sentence.pieces))


def _piece(piece: Piece, book: HouseStyle) -> Piece:
    text = printed(piece, book)
    return piece if text == piece.text else replace(piece, text=text)


def mixed(old: HouseStyle, new: HouseStyle, rng: Random, share: float) -> HouseStyle:
    """The old style with each choice replaced by the new one's with chance `share`."""
    taken = {name: getattr(new, name) for name in FEATURES if rng.random() < share}
    return replace(old, **taken)
