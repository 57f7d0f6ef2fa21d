"""Who wrote a page, by its visible lines: the innermost names, without the word before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from retold import gazetteer, parameters
from retold.readers import furniture

_LONGEST = parameters.of("readers", "pagemeta").integer(
    "byline"
)  # characters of a line that may name the writer
AUTHOR = re.compile(
    r"\b(?:author|byline|by-line|writer)\b|(?:^|[\s_-])(?:author|byline)(?:[\s_-]{1,2}name)?(?:$|\s)",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"(?:bio|role|title|job|image|img|photo|avatar|email|mail|social|link-?list|follow)\b", re.IGNORECASE
)
_NAMING = ("rel", "class", "itemprop", "data-testid", "data-component", "data-qa", "data-test-id")
_LOOKED_AT = parameters.of("readers", "bylines").integer("looked_at")
_NAMES = re.compile(r"[^\W\d_a-z][\w.’'-]*(?:(?:, | and | und | et | y | e | & |\s)[\w.’'-]+){1,8}")
_PARTED = re.compile(r" ?(?:,|;|\||\band\b|\bund\b|\bet\b|\by\b|\be\b|&) (?=[^\W\d_])")


def is_marked(element: Any) -> bool:
    """Whether the markup calls an element a byline."""
    return AUTHOR.search(" ".join(filter(None, map(element.get, _NAMING)))) is not None


def names(element: Any, language: str | None) -> str | None:
    """The names in a byline, joined by commas: links to writers, else the innermost parts marked as such.

    None where it is no line with a name.
    """
    text = _text(element)
    if not 0 < len(text) <= _LONGEST:
        return None
    found = _linked(element) or _inner(element) or [text]
    bare = [without_word(one, language) for one in found]
    given = ", ".join(dict.fromkeys(filter(None, bare)))
    wrong = any(char.isdigit() for char in given) or "://" in given or "@" in given
    return None if wrong else given or None


def without_word(text: str, language: str | None) -> str:
    """A byline without the word before the name: "By", and that of the page's language.

    >>> without_word("By Ida Corrie", None), without_word("Von Ida Corrie", "de")
    ('Ida Corrie', 'Ida Corrie')
    """
    return _word(language or "en").sub("", text, count=1).strip(" :|·•–-")


def is_byline(line: str, byline: str | None, language: str | None) -> bool:
    """Whether a line of a text is the byline of its page and nothing else."""
    if not byline or len(line) > 2 * _LONGEST:
        return False
    bare = _PARTED.sub(", ", without_word(line, language))
    return furniture.fold(bare) == furniture.fold(byline)


def _linked(element: Any) -> list[str]:
    """The links to writers in a byline; of a link, all in the line that it stands in."""
    within = element
    if element.tag == "a" and element.getparent() is not None and len(_text(element.getparent())) <= _LONGEST:
        within = element.getparent()
    links = [one for one in within.iter("a") if AUTHOR.search(one.get("rel") or "")]
    return [_text(link) for link in links]


def _inner(element: Any) -> list[str]:
    """The innermost parts of a byline that are marked as names and made alike."""
    marked = [one for one in element.iterdescendants() if isinstance(one.tag, str) and _is_name(one)]
    inner = [one for one in marked if not any(below in marked for below in one.iterdescendants())]
    first = next(iter(inner), None)
    return [] if first is None else [_text(one) for one in inner if one.get("class") == first.get("class")]


def _is_name(element: Any) -> bool:
    named = " ".join(filter(None, map(element.get, ("class", "itemprop"))))
    itself = "name" in (element.get("itemprop") or "") or AUTHOR.search(named) is not None
    return itself and _NOT.search(named) is None and bool(_text(element))


def _text(element: Any) -> str:
    return " ".join(element.text_content().split())


@cache
def _word(language: str) -> re.Pattern[str]:
    table: dict[str, str] = gazetteer.toml("fields")["bylines"]
    words = "|".join(filter(None, (table["en"], table.get(language))))
    return re.compile(rf"\A\s*(?:{words})\b\s*:?\s*", re.IGNORECASE)


def below_headline(tree: Any, language: str | None) -> str | None:
    """The names in a short line below the headline that opens with "By", marked or not; None without one."""
    heading = next(iter(tree.iter("h1")), None)
    seen = 0
    for element in heading.itersiblings() if heading is not None else ():
        for one in element.iter("p", "div", "span", "address", "li"):
            seen += 1
            text = _text(one) if seen <= _LOOKED_AT else ""
            bare = without_word(text, language)
            if 0 < len(text) <= _LONGEST and bare != text and _NAMES.fullmatch(bare):
                return _PARTED.sub(", ", bare)
    return None


def visible(tree: Any, language: str | None) -> Iterator[str]:
    """The names in the bylines of a page, in its order."""
    for element in tree.iter("a", "address", "p", "div", "span", "li"):
        if is_marked(element) and _NOT.search(element.get("class") or "") is None:
            found = names(element, language)
            if found is not None:
                yield found
