"""From a template to pieces.

A template is plain words with `(one|another)` for free choice, `{fact}` for a
fact of the event, `{~list}` for a random entry of a vocabulary, `{#20-90}`,
`{%2-40}` and `{$3-80}` for a stray number, share or sum, `{year}` for a year and
`^` where a hedge may stand. Whatever is chosen depends on the sentence's seed alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from evaluation.generator.document import Piece, Recipe
from evaluation.generator.house_style import WEEKDAYS, HouseStyle, count, money, percent
from evaluation.generator.names import Person

CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)")
TOKEN = re.compile(r"\{[^}]*\}|[^\s{}]+")
TAIL = re.compile(r"^(.*?)([,.;:?!]*)$", re.DOTALL)
PLAIN = HouseStyle()


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the event; `form` is n, pc or usd."""

    form: str
    value: str


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the event, told by its weekday or by the calendar."""

    iso: str
    weekday: int
    calendar: bool = False


Fact = str | Figure | Day | Person


@dataclass(slots=True)
class Context:
    """What templates may draw on: the event's facts and the vocabularies."""

    facts: dict[str, Fact]
    vocabulary: Mapping[str, Sequence[str]]


def options(template: str) -> list[list[str]]:
    """The alternatives of each free choice in a template, in order."""
    return [found.group(1).split("|") for found in CHOICE.finditer(template)]


def realise(recipe: Recipe, context: Context, key: str, inside: bool = False) -> tuple[Piece, ...]:
    """Write a template out as pieces whose keys start with `key`."""
    pieces: list[Piece] = []
    picks = dict(recipe.picks)
    parts = CHOICE.split(recipe.template)
    site = False
    for number, part in enumerate(parts):
        text, mark = part, f"{key}.{number}"
        if number % 2:
            ways = part.split("|")
            rng = Random(f"{recipe.seed}/{number}")
            pick = picks.get(number // 2, rng.randrange(len(ways)))
            text, mark = ways[pick], f"{key}.{number}-{pick}"
        site = _extend(pieces, text, mark, context, (recipe.seed, inside, site))
    return tuple(pieces)


def _extend(
    pieces: list[Piece], text: str, mark: str, context: Context, state: tuple[str, bool, bool]
) -> bool:
    """Add the pieces of one stretch of text; tell whether a hedge site is still open."""
    seed, inside, site = state
    for number, found in enumerate(TOKEN.finditer(text)):
        token = found.group()
        if token == "^":
            site = True
            continue
        made = _token(
            token, f"{mark}.{number}", context, Random(f"{seed}/{mark.rpartition('.')[2]}/{number}")
        )
        if _continues(text, found.start()) and pieces and made:
            made = _joined(pieces, made)
        for piece in made:
            glued = piece.tight or piece.tag == "punct"
            pieces.append(_placed(piece, glued, inside, site and piece.tag == "word"))
            site = site and piece.tag != "word"
    return site


def _continues(text: str, at: int) -> bool:
    return at > 0 and not text[at - 1].isspace()


def _joined(pieces: list[Piece], made: list[Piece]) -> list[Piece]:
    """An ending such as s or 's goes to the word before it, but stands alone after a name."""
    last, first = pieces[-1], made[0]
    if last.tag == "word" and first.tag == "word":
        pieces[-1] = replace(last, text=last.text + first.text, value=last.value + first.text)
        return made[1:]
    return [replace(first, tight=True), *made[1:]]


def _placed(piece: Piece, tight: bool, inside: bool, site: bool) -> Piece:
    return Piece(
        piece.key,
        piece.text,
        piece.tag,
        piece.value or piece.text.lower(),
        tight,
        inside,
        "",
        piece.fact,
        site,
    )


def _token(token: str, key: str, context: Context, rng: Random) -> list[Piece]:
    if token.startswith("{"):
        return _slot(token[1:-1], key, context, rng)
    return _words(token, key)


def _words(text: str, key: str, tag: str = "word") -> list[Piece]:
    found: list[Piece] = []
    for number, word in enumerate(text.split()):
        body, tail = TAIL.match(word).groups()  # type: ignore[union-attr]  # the pattern matches anything
        if body.endswith(("U.S", "U.N")):
            body, tail = word, ""
        if body:
            found.append(Piece(f"{key}w{number}", body, tag))
        if tail:
            found.append(Piece(f"{key}p{number}", tail, "punct", tight=True))
    return found


def _slot(name: str, key: str, context: Context, rng: Random) -> list[Piece]:
    if name.startswith("~"):
        return _drawn(name[1:], key, context, rng)
    if name[0] in "#%$":
        return [_stray(name, key, rng)]
    if name == "year":
        return [Piece(key, str(rng.randint(1931, 2019)), "year")]
    return _realised(name, context.facts[name], key)


def _drawn(name: str, key: str, context: Context, rng: Random) -> list[Piece]:
    """A random entry of a vocabulary, which may itself hold slots."""
    entry = rng.choice(context.vocabulary[name])
    if "{" not in entry:
        return _words(entry, key)
    found: list[Piece] = []
    for number, token in enumerate(TOKEN.finditer(entry)):
        made = _token(token.group(), f"{key}~{number}", context, Random(f"{rng.random()}"))
        if _continues(entry, token.start()) and found and made:
            made = _joined(found, made)
        found.extend(made)
    return found


def _stray(name: str, key: str, rng: Random) -> Piece:
    low, high = (int(end) for end in name[1:].split("-"))
    value = rng.randint(low, high)
    form = {"#": "n", "%": "pc", "$": "usd"}[name[0]]
    told = str(value)
    if form != "n" and rng.random() < 0.5:
        told = f"{value}.{rng.randint(1, 9)}"
    return figure_piece(key, Figure(form, told))


def figure_piece(key: str, figure: Figure, fact: str = "") -> Piece:
    """A number in the plain house style."""
    write = {"n": lambda told: count(int(told), PLAIN), "pc": lambda told: percent(told, PLAIN)}
    text = write.get(figure.form, lambda told: money(told, PLAIN))(figure.value)
    return Piece(key, text, "figure", f"{figure.form}:{figure.value}", fact=fact)


def day_piece(key: str, day: Day, fact: str = "") -> Piece:
    """A day by its weekday; another weekday is another value."""
    return Piece(key, WEEKDAYS[day.weekday], "date", f"day:{day.iso}", fact=fact)


def _realised(name: str, fact: Fact, key: str) -> list[Piece]:
    if isinstance(fact, Figure):
        return [figure_piece(key, fact, name)]
    if isinstance(fact, Day):
        return [day_piece(key, fact, name)]
    if isinstance(fact, Person):
        return [Piece(key, fact.last, "name", fact.id, fact=name)]
    return [Piece(key, fact, "name", fact, fact=name)]
