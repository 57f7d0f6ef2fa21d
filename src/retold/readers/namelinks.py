"""Boxes of links that a page sets behind a person's name, glued into the sentence when it is taken as text.

Such a box holds the person's full name, headlines of other reports and a word that leads on:
"Mayor Corrie Ida Ann CorrieFerry late again Goats ashore MORE said so." Its reports are no part of this one.
"""

from __future__ import annotations

import re
from functools import cache

from retold import language, parameters
from retold.readers.furniture import Cut

_P = parameters.of("readers", "namelinks")
_NAMES = _P.integer("names")  # words of a full name, the last left out
_BOX = _P.integer("box")  # characters of the headlines


def without(text: str) -> Cut:
    """The text with each such name alone, and what the boxes held.

    >>> without("Mayor Corrie Ida Ann CorrieFerry late again MORE said so.")
    Cut(text='Mayor Corrie said so.', furniture=('Ida Ann CorrieFerry late again MORE',))
    """
    if not any(f" {word}" in text for word in _ends()):
        return Cut(text)
    found = tuple(box["box"].strip() for box in _box().finditer(text))
    return Cut(_box().sub(r"\g<name>", text), found)


@cache
def _ends() -> tuple[str, ...]:
    return tuple(language.listed("furniture", "box_ends"))


@cache
def _box() -> re.Pattern[str]:
    """A last name, the full name that ends with it and is glued to a headline, and the rest."""
    name, part = r"[A-ZÀ-Þ][\w’'-]{0,29}[a-zß-ÿ]", r"[A-ZÀ-Þ(“\"][\w.’'()”\"-]{0,30}"
    ends = "|".join(map(re.escape, _ends()))
    return re.compile(
        rf"\b(?P<name>{name})(?P<box> (?:{part} ){{0,{_NAMES}}}(?P=name)(?=[A-ZÀ-Þ0-9“‘])"
        rf"[^\n]{{4,{_BOX}}}?\s(?:{ends})\b)"
    )
