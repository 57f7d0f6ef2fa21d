"""Sentences that were written in English and kept, recognised by the messages that they were made from.

A note says "is a PDF of 900 pages, of which 500 are read": the message with placeholders for the figures is
found by the words between them, and filled in anew in the language of the screen.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from gettext import NullTranslations

OURS = "our_"  # begins the names of placeholders that are filled with words of ours, not of articles
PLACEHOLDER = re.compile(r"\{(\w+)(?:![rs])?(?::[^}]*)?\}")
_WORD = re.compile(r"[^\W\d_]{2,}")


def filled(words: str, found: NullTranslations, told: Callable[[str], str], least: int) -> str:
    """Words as they are made from the translation of their message, which has so many words of its own.

    `told` translates what is ours of that which fills it. The words themselves where no message fits; of
    several that do, the one that says most is taken.
    """
    for template in _templates(found):
        likely = template.words >= least and template.anchor in words
        match = template.pattern.fullmatch(words) if likely else None
        if match is not None:
            return template.translated(match, found, told)
    return words


class _Template(NamedTuple):
    """A message with placeholders as a pattern.

    `literal` and `words` count what is no placeholder, `anchor` is the longest stretch of it.
    """

    pattern: re.Pattern[str]
    message: str
    literal: int
    words: int
    anchor: str

    def translated(self, match: re.Match[str], found: NullTranslations, told: Callable[[str], str]) -> str:
        """What was made from the message, made from its translation."""
        values = {name: told(v) if name.startswith(OURS) else v for name, v in match.groupdict().items()}
        return PLACEHOLDER.sub(r"{\1}", found.gettext(self.message)).format(**values)


@cache
def _templates(found: NullTranslations) -> tuple[_Template, ...]:
    """All messages with placeholders and words, those that say most first."""
    every: dict[Any, str] = getattr(found, "_catalog", {})  # gettext gives no other list of its messages
    made = (_template(message) for message in every if isinstance(message, str))
    kept = (one for one in made if one.pattern.groups and one.words)
    return tuple(sorted(kept, key=lambda one: (-one.literal, one.message)))


def _template(message: str) -> _Template:
    pattern, seen, literals = "", set[str](), [*PLACEHOLDER.split(message)[::2]]
    for literal, name in zip(literals, [*PLACEHOLDER.findall(message), ""], strict=True):
        pattern += re.escape(literal)
        pattern += (f"(?P={name})" if name in seen else f"(?P<{name}>.*?)") if name else ""
        seen.add(name)
    told = " ".join(literals)
    words = len(_WORD.findall(told))
    return _Template(re.compile(pattern, re.DOTALL), message, len(told), words, max(literals, key=len))
