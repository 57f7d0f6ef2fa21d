"""Letters within letters: one that a reader passed on, and one that he answers."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from retold import gazetteer, parameters

_MOST_HEADERS = parameters.of("readers", "mail").integer("forwarded_headers")
_HEADER = re.compile(r"[>*\s]{0,4}([^\W\d_][^\W\d_ -]{1,20})\*?:\*?[ \t]+(\S.*)")


class Letter(NamedTuple):
    """What a letter that was passed on says: its sender, day, subject and text, and what stands above."""

    sender: str
    sent: str
    subject: str
    text: str
    above: str = ""


def letter(text: str) -> Letter | None:
    r"""The letter that a text passes on, the first of several; None if it passes on none.

    >>> letter("See this\n\n-- Forwarded message --\nFrom: Harbour Post\nSubject: Ferry\n\nIt sank.")
    Letter(sender='Harbour Post', sent='', subject='Ferry', text='It sank.', above='See this')
    """
    mark = _mark().search(text)
    start, end = mark.span() if mark is not None else _headed(text)
    head, rest = _head(text[end:].lstrip("\n"))
    if "sender" not in head or not rest.strip():
        return None
    above = text[:start].strip()
    return Letter(head["sender"], head.get("sent", ""), head.get("subject", ""), rest.strip("\n"), above)


def _headed(text: str) -> tuple[int, int]:
    """Where the headers of a letter stand below a blank line without a mark above; the end where none do."""
    for match in _opening().finditer(text):
        head, _ = _head(text[match.start() :])
        if head.keys() >= {"sender", "sent", "subject"}:
            return match.start(), match.start()
    return len(text), len(text)


def answer(text: str) -> str:
    r"""A text without the letter that it answers: its lines, and the one that says whose they are.

    >>> answer("Ask him.\n\nOn 3 May 2031, Ida Corrie wrote:\n> It sank.\n> Did it?")
    'Ask him.'
    >>> answer("> It sank.")
    '> It sank.'
    """
    if _answered().search(text) is None:
        return text
    lines = _answered().sub("", text).split("\n")
    own = "\n".join(line for line in lines if not line.startswith(">")).strip("\n")
    return own if own.strip() else text


@cache
def _answered() -> re.Pattern[str]:
    """The line, or two where a program broke it, that says when or from where who wrote what follows."""
    wrote, dated = gazetteer.toml("fields")["mail"]["wrote"], r"(?!>)(?=[^\n]*[\d@])"
    last = rf"(?!>)[^\n]*\b(?:{wrote})\b[^\n]{{0,80}}:[ \t]*\n\s*(?=>)"
    broken = rf"{dated}[^\n]+\n(?![^\n]*[\d@][^\n]*:[ \t]*\n){last}"
    return re.compile(rf"^(?:{dated}{last}|{broken})", re.MULTILINE | re.IGNORECASE)


def _head(text: str) -> tuple[dict[str, str], str]:
    """The header lines at the top by their parts, and what stands below them."""
    found: dict[str, str] = {}
    lines = text.split("\n", _MOST_HEADERS)
    for number, line in enumerate(lines[:_MOST_HEADERS]):
        header = _HEADER.fullmatch(line.rstrip())
        part = _parts().get(header[1].casefold()) if header is not None else None
        if header is None or part is None:
            return found, "\n".join(lines[number:])
        found.setdefault(part, header[2].strip())
    return found, lines[-1]


@cache
def _mark() -> re.Pattern[str]:
    """The line above a letter that was passed on."""
    words = "|".join(gazetteer.toml("fields")["forwarded"]["marks"])
    return re.compile(
        rf"^[ \t>]*(?:-{{2,60}}[ \t]*(?:{words})[ \t]*-{{2,60}}|(?:{words}):)[ \t]*$", re.M | re.I
    )


@cache
def _opening() -> re.Pattern[str]:
    """The line of the sender, below a blank one."""
    names = "|".join(name for name, part in _parts().items() if part == "sender")
    return re.compile(rf"(?<=\n\n)[>*]{{0,2}}(?:{names})\*?:", re.I)


@cache
def _parts() -> dict[str, str]:
    """The part that a header's name plays, by its name in small letters."""
    table = gazetteer.toml("fields")["forwarded"]
    return {name: part for part in ("sender", "sent", "subject", "other") for name in table[part]}
