"""The names in a byline: without offices, places, outlets and addresses, and without those who are nobody.

"By Ida Corrie and Tom Vale, Harbour Correspondents" names two writers; "By Staff" and the outlet name none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from retold import gazetteer, parameters
from retold.readers import furniture

_P = parameters.of("readers", "authors")
_WORDS = _P.integer("words")  # of the longest name
_LONGEST = _P.integer("longest")  # characters of a byline
_ADDRESS = re.compile(r"(?<!\S)[^\s@]++@\S+\.\w+|https?://\S+|(?<!\w)@\w{2,}|\(\s*\)")
_PARTED = re.compile(
    r"(?:(?<!\s)\s+)?[|•·/;\n]\s*|(?<!\s)\s+[–—-]\s+|(?:(?<!\s)\s+)?\(|\)\s*|(?:(?<!\s)\s+)?,\s+|(?<!\s)\s+&\s+"
)
_LETTER = re.compile(r"[^\W\d_]")
_SMALL = re.compile(r"[a-zà-ÿ]")
_AFTER = frozenset([
    "jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "phd", "ph.d.", "md", "m.d.", "mba", "dds", "esq", "esq.",
])  # fmt: skip


class _Words(NamedTuple):
    """What stands in bylines, all languages together."""

    before: dict[str, re.Pattern[str]]  # by language
    within: dict[str, re.Pattern[str]]  # by language: behind a time
    ands: re.Pattern[str]
    tails: re.Pattern[str]  # "in Taven", "for the Echo", "Updated …"
    times: re.Pattern[str]  # "on Monday, 4 March", "at 9:30"
    offices: re.Pattern[str]
    posts: re.Pattern[str]  # offices of one person
    nobody: re.Pattern[str]
    particles: frozenset[str]
    others: re.Pattern[str]  # who took the pictures or edited


@cache
def _words() -> _Words:
    table: dict[str, Any] = gazetteer.toml("fields")["bylines"]
    words = {
        code: f"(?:{'|'.join(filter(None, (table['words']['en'], own)))})"
        for code, own in table["words"].items()
    }
    before = {code: re.compile(rf"\A\s*{one}(?:\b|(?<=:))\s*:?\s*", re.I) for code, one in words.items()}
    within = {
        code: re.compile(rf"(?P<time>\A[^\n]{{0,60}}?\d[^\w\n]{{0,9}})\s{one}\s*:?\s+(?=\S)", re.I)
        for code, one in words.items()
    }
    return _Words(
        before,
        within,
        re.compile(rf",?\s+(?:{table['and']})\s+(?=[^\W\d_a-zà-ÿ]|{table['small']})"),
        re.compile(rf"\s+(?:{table['tails']}).*\Z"),
        re.compile(rf"\s+(?:{table['times']}).*\Z", re.DOTALL),
        re.compile(rf"(?:\A|\b)(?:{table['offices']})\b", re.I),
        re.compile(table["posts"], re.I),
        re.compile(rf"(?:{table['nobody']})\Z", re.I),
        frozenset(table["particles"]),
        re.compile(rf"(?:\A|[.;,|·/]\s*|\s)(?:{table['others']})[^|;]*|{table['pictured']}", re.I),
    )


def without_word(text: str, language: str | None) -> str:
    """A byline without the word before the name: "By", and that of the page's language.

    >>> without_word("By Ida Corrie", None), without_word("Von Ida Corrie", "de")
    ('Ida Corrie', 'Ida Corrie')
    """
    return _of(language, _words().before).sub("", text, count=1).strip(" :|·•–-")


def opens_as_byline(text: str, language: str | None) -> bool:
    """Whether a line opens with the word that stands before the name of a writer."""
    match = _of(language, _words().before).match(text)
    return match is not None and match.end() > 0


def _of(language: str | None, known: dict[str, re.Pattern[str]]) -> re.Pattern[str]:
    """The pattern of a language, or that of English where it is not known or has none."""
    return known.get(language or "en", known["en"])


def names_of(text: str, language: str | None = None, outlet: str | None = None) -> list[str]:
    """The writers that a byline names, each once; [] for one that names none.

    >>> names_of("By Ida Corrie and Tom Vale, Harbour Correspondents"), names_of("Corrie, Ida")
    (['Ida Corrie', 'Tom Vale'], ['Ida Corrie'])
    """
    if not text or len(text) > _LONGEST:
        return []
    bare = without_word(
        _behind_time(_ADDRESS.sub(" ", _without_outlet(text, outlet)).strip(), language), language
    )
    bare = _words().others.sub(" ", _words().times.sub("", bare))
    parts = [part for piece in _words().ands.split(bare) for part in _PARTED.split(piece)]
    bares = (_words().tails.sub("", without_word(" ".join(part.split()), language)) for part in parts)
    named = [part.strip(" .,:*") for part in bares]
    named[:1] = [_without_office(one) for one in named[:1]]
    kept = list(_joined([part for part in named if part]))
    if len(kept) == 2 and not any(" " in one for one in kept) and "," in bare:
        kept = [f"{kept[1]} {kept[0]}"]
    names = [one for one in kept if not _is_outlet(one, outlet) and is_name(one)]
    several = [one for one in names if " " in one or not _SMALL.search(one)]
    return list(dict.fromkeys(several or names))


def _behind_time(text: str, language: str | None) -> str:
    """A line from its word before the name on, where a time stands before that word."""
    match = _of(language, _words().within).search(text)
    return text[match.end("time") :].strip() if match else text


def without_writer(text: str, language: str | None) -> str:
    """A line that tells a time, without the word before a writer's name and all that stands behind it.

    >>> without_writer("Publicado em 04/03/2019 - 15:20 Por Ida Corrie", "pt")
    'Publicado em 04/03/2019 - 15:20'
    """
    match = _of(language, _words().within).search(text)
    return text[: match.end("time")].strip() if match else text


def _without_outlet(text: str, outlet: str | None) -> str:
    """A byline with a mark where it names the outlet in two words or more: one may be somebody's name."""
    name = (outlet or "").removeprefix("The ").removeprefix("the ")
    if len(name.split()) < 2 or name.lower() not in text.lower():
        return text
    return re.sub(rf"(?:\bthe )?{re.escape(name)}(?:[’']s)?", " | ", text, flags=re.IGNORECASE)


def _joined(parts: Iterable[str]) -> Iterator[str]:
    """The parts, what follows a name as its own ("Jr.") left out or put behind it."""
    held: str | None = None
    for part in parts:
        if held is not None and part.lower() in _AFTER:
            held = f"{held} {part}" if part.lower().rstrip(".") in ("jr", "sr", "ii", "iii", "iv") else held
            continue
        if held is not None:
            yield held
        held = part
    if held is not None:
        yield held


def _is_outlet(name: str, outlet: str | None) -> bool:
    """Whether a name is that of the outlet, or of its staff or desk."""
    if not outlet:
        return False
    one, two = (furniture.fold(given).removeprefix("the ") for given in (name, outlet))
    rest = one.removeprefix(two).strip(" -–,'s") if one.startswith(two) else None
    return one == two or one == two.rpartition(".")[0] or (rest is not None and is_nobody(rest))


@cache
def _agencies() -> frozenset[str]:
    return frozenset(row["name"].lower() for row in gazetteer.csv("agencies"))


def is_nobody(name: str) -> bool:
    """Whether a signature names no person and no agency.

    >>> is_nobody("Staff Reporter"), is_nobody("admin"), is_nobody("Ida Corrie")
    (True, True, False)
    """
    return _words().nobody.match(name.strip(" .:")) is not None


def is_name(text: str) -> bool:
    """Whether a part of a byline may be a name: few words with capitals but for particles, and no office.

    >>> is_name("Maarten van der Quay"), is_name("Harbour Correspondent"), is_name("who covers the coast")
    (True, False, False)
    """
    words = text.split()
    if not 0 < len(words) <= _WORDS or any(char.isdigit() for char in text) or _LETTER.search(text) is None:
        return False
    if text.lower() in _agencies():
        return True
    if is_nobody(text) or _is_office(words):
        return False
    return (
        all(word.lower().strip("’'") in _words().particles or not word[0].islower() for word in words)
        and words[-1].lower() not in _words().particles
    )


def _without_office(text: str) -> str:
    """A first name without the office that stands behind it without a comma, where two words are left."""
    words = text.split()
    while len(words) > 2 and _words().offices.fullmatch(words[-1].strip(".,:")):
        words = words[:-1]
    return " ".join(words) if len(words) == 2 else text


def is_post(text: str) -> bool:
    """Whether a line is the office of one person and nothing else.

    >>> is_post("Harbour correspondent"), is_post("3 min read"), is_post("Staff")
    (True, False, False)
    """
    words = text.split()
    return 0 < len(words) <= _WORDS and _words().posts.fullmatch(words[-1].strip(".,:")) is not None


def is_office(text: str) -> bool:
    """Whether a part of a byline is an office."""
    return 0 < len(text.split()) <= _WORDS and _is_office(text.split())


def _is_office(words: list[str]) -> bool:
    """Whether the last word is an office, or any of few words in which nothing else may be a name."""
    return any(_words().offices.fullmatch(word.strip(".,:")) for word in (words[-1], *words[:1]))
