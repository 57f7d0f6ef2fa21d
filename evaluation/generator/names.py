"""Invented people, towns, bodies, outlets and agencies."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from evaluation.generator.word_lists import read, strings

PEOPLES = [
    (one["women"].split(), one["men"].split(), one["surnames"].split()) for one in read("names")["peoples"]
]
TOWN_HEADS, TOWN_TAILS = strings("names", "town_heads"), strings("names", "town_tails")
FAR_TOWNS, COUNTRIES = strings("names", "far_towns"), strings("names", "countries")
OUTLET_HEADS, OUTLET_TAILS = strings("names", "outlet_heads"), strings("names", "outlet_tails")
AGENCIES = strings("names", "agencies")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody invented; `noun` is what they are ("harbour master"). A body has no first name."""

    id: str
    first: str
    last: str
    title: str
    noun: str
    sex: str

    @property
    def full(self) -> str:
        return f"{self.first} {self.last}".strip()

    @property
    def pronoun(self) -> str:
        return {"f": "she", "m": "he"}.get(self.sex, "it")


def person(rng: Random, ident: str, title: str, noun: str) -> Person:
    """A new person of a randomly chosen kind of name."""
    women, men, surnames = rng.choice(PEOPLES)
    sex = rng.choice("fm")
    first = rng.choice(women if sex == "f" else men)
    last = rng.choice(surnames)
    other = rng.choice(surnames)
    if rng.random() < 0.12 and "-" not in last + other and other != last:
        last = f"{last}-{other}"
    return Person(ident, first, last, title, noun, sex)


def town(rng: Random) -> str:
    """A town nobody has been to."""
    if rng.random() < 0.3:
        return rng.choice(FAR_TOWNS)
    name = rng.choice(TOWN_HEADS) + rng.choice(TOWN_TAILS)
    ahead = rng.choice(["", "", "", "", "", "Upper ", "Port ", "Great ", "North ", "Lower ", "Saint "])
    return ahead + name


def several(rng: Random, count: int, make: str) -> list[str]:
    """`count` different names of the kind `make`: town, country, outlet or agency."""
    found: list[str] = []
    while len(found) < count:
        name = _MAKERS[make](rng)
        if name not in found:
            found.append(name)
    return found


def outlet(rng: Random) -> str:
    """A newspaper or site."""
    ahead = rng.choice(OUTLET_HEADS) if rng.random() < 0.6 else town(rng)
    return f"{ahead} {rng.choice(OUTLET_TAILS)}"


def agency(rng: Random) -> str:
    """A news agency."""
    return rng.choice(AGENCIES).replace("-", " ")


def country(rng: Random) -> str:
    """A state."""
    return rng.choice(COUNTRIES)


_MAKERS = {"town": town, "country": country, "outlet": outlet, "agency": agency}
