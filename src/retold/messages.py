"""Every sentence of ours that a person reads, in the language that was asked for: English unless one was.

What is written where nobody looks (notes, reasons, errors, what a trace keeps) is English and only marked
(`N_`), so that a trace has the same bytes whoever makes it. Screens and pages translate what they show: their
own words by `_` and `many`, what they were handed by `told`. A translation is a file, see
docs/translating.md.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations

DOMAIN = "retold"
FOLDER = Path(__file__).parent / "locale"
VARIABLE = "RETOLD_LANGUAGE"  # "de", or several by preference: "de_AT:de"; nothing else chooses a language
_english: list[bool] = []  # not empty while all is English


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
    return exact if exact != words else _filled(words, found, least=1)


def recognised(words: str) -> str:
    """The same for words that may be the name of a file, or an id: no message of one word is looked for."""
    found = catalogue()
    return words if found is None else _filled(words, found, least=2)


def _filled(words: str, found: NullTranslations, least: int) -> str:
    from retold import sentences  # patterns that only another language needs

    return sentences.filled(words, found, told, least)


def language() -> str:
    """The code of the language of the screen, as a page states it."""
    found = catalogue()
    return "en" if found is None else found.info().get("language", "en").replace("_", "-")


@contextmanager
def english() -> Iterator[None]:
    """Let all be English for a while: what a command makes for machines has no language."""
    _english.append(True)
    try:
        yield
    finally:
        _english.pop()


def catalogue() -> NullTranslations | None:
    """The translation that was asked for; None for English, or where there is none."""
    return None if _english else _asked()


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
