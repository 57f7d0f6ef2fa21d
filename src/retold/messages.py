"""Every sentence of ours that a person reads, in the language that was asked for: English unless one was.

What is written where nobody looks (notes, reasons, errors, what a trace keeps) is English and only marked
(`N_`), so that a trace has the same bytes whoever makes it. Screens and pages translate what they show: their
own words by `_` and `many`, what they were handed by `told`. A translation is a file, see
docs/translating.md.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from gettext import NullTranslations

DOMAIN = "retold"
FOLDER = Path(__file__).parent / "locale"
VARIABLE = "RETOLD_LANGUAGE"  # "de", or several by preference: "de_AT:de"; nothing else chooses a language
OURS = "our_"  # begins the names of placeholders that are filled with words of ours, not of articles
_WORD = re.compile(r"[^\W\d_]{2,}")
_english: ContextVar[bool] = ContextVar("english", default=False)
PLACEHOLDER = re.compile(r"\{(\w+)(?:![rs])?(?::[^}]*)?\}")


def N_(message: str) -> str:
    """The message as it is, but marked, so that it stands in the catalogue and a screen can translate it.

    >>> N_("check the path")
    'check the path'
    """
    return message


def _(message: str) -> str:
    """The message in the language of the screen.

    >>> _("Set aside")
    'Set aside'
    """
    found = catalogue()
    return message if found is None or not message else found.gettext(message)


def ngettext(one: str, more: str, count: int) -> str:
    """The one of two messages that goes with a number, in the language of the screen.

    >>> ngettext("story", "stories", 2)
    'stories'
    """
    found = catalogue()
    if found is None:
        return one if count == 1 else more
    return found.ngettext(one, more, count)


def many(count: int, one: str, more: str, **values: object) -> str:
    """The message that goes with a number, filled in.

    >>> many(1, "{count:,} story", "{count:,} stories"), many(1200, "{count:,} article", "{count:,} articles")
    ('1 story', '1,200 articles')
    """
    return ngettext(one, more, count).format(count=count, **values)


def told(words: str) -> str:
    """Words that another room wrote in English, such as a note, in the language of the screen.

    They are found by the message that they were made from. What fills a placeholder stays as it is, unless
    its name begins with `our_`.
    """
    found = catalogue()
    if found is None or not words:
        return words
    exact = found.gettext(words)
    return exact if exact != words else _filled(words, least=1)


def recognised(words: str) -> str:
    """The same for words that may be the name of a file, or an id: no message of one word is looked for."""
    return _filled(words, least=2)


def _filled(words: str, least: int) -> str:
    """Words as they are made from the translation of their message, which has so many words of its own."""
    found = catalogue()
    for template in () if found is None else _templates(found):
        likely = template.words >= least and template.anchor in words
        match = template.pattern.fullmatch(words) if likely else None
        if match is not None:
            return template.translated(match)
    return words


def language() -> str:
    """The code of the language of the screen, as a page states it."""
    found = catalogue()
    return "en" if found is None else found.info().get("language", "en").replace("_", "-")


@contextmanager
def english() -> Iterator[None]:
    """Let all be English for a while: what is made for machines has no language."""
    before = _english.set(True)
    try:
        yield
    finally:
        _english.reset(before)


def catalogue() -> NullTranslations | None:
    """The translation that was asked for; None for English, or where there is none."""
    return None if _english.get() else _asked()


@cache
def _asked() -> NullTranslations | None:
    asked = os.environ.get(VARIABLE, "")
    if not asked:
        return None
    import gettext

    try:
        return gettext.translation(DOMAIN, FOLDER, asked.split(":"))
    except OSError:
        return None


class _Template(NamedTuple):
    """A message with placeholders as a pattern.

    `literal` and `words` count what is no placeholder, `anchor` is the longest stretch of it.
    """

    pattern: re.Pattern[str]
    message: str
    literal: int
    words: int
    anchor: str

    def translated(self, match: re.Match[str]) -> str:
        """What was made from the message, made from its translation."""
        filled = {name: told(v) if name.startswith(OURS) else v for name, v in match.groupdict().items()}
        return PLACEHOLDER.sub(r"{\1}", _(self.message)).format(**filled)


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
