"""Languages: what the steps may know of one, and which language a text is in.

A language is a folder here (`en/`) or one that a caller registers. `of` gives the language of
a code, `of_text` that of a text. What has no pack is read by the universal language: its words
are folded, counted, aligned and compared, and nothing is said that would need its grammar.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from functools import cache
from importlib import import_module
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from retold.language import detection
from retold.language.base import Language, Rules, shared
from retold.language.folding import form

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = [
    "UNIVERSAL",
    "Language",
    "Rules",
    "listed",
    "of",
    "of_text",
    "of_words",
    "packs",
    "register",
    "tables",
    "withdraw",
]

UNIVERSAL = Language("und")
_USUAL = "en"  # the language of a text that is too short to show another
_WORD = re.compile(r"[^\W\d_]+")
_registered: dict[str, Language] = {}


def of(code: str | None) -> Language:
    """The language of an ISO 639-1 code (`en`, `en-GB`); without a pack one that has its code and no lists.

    >>> of("en-GB").code, of("xx").packed, of(None).code
    ('en', False, 'und')
    """
    short = (code or "").replace("_", "-").partition("-")[0].strip().lower()
    if not short.isalpha() or short == "und":
        return UNIVERSAL
    return _registered.get(short) or _shipped(short)


def register(language: Language) -> None:
    """Make a language known that is not shipped; it takes the place of another of its code."""
    _registered[language.code] = language
    packs.cache_clear()


def withdraw(code: str) -> None:
    """Forget a registered language; nothing happens where none is."""
    _registered.pop(code, None)
    packs.cache_clear()


@cache
def packs() -> tuple[Language, ...]:
    """The languages that have a pack, by code."""
    return tuple(of(code) for code in sorted({*_shipped_codes(), *_registered}))


def tables(name: str) -> list[Mapping[str, Any]]:
    """The lists `NAME.toml` of every pack that has them; last, those of languages that have no pack."""
    return [*filter(None, (pack.lists(name) for pack in packs())), shared(name)]


def listed(name: str, key: str, within: str = "") -> list[Any]:
    """The items of one list of `NAME.toml` in every language, in the order of `tables`.

    `within`: the table that has the list; it stands at the top without one.
    """
    held = [table.get(within, {}) if within else table for table in tables(name)]
    return [item for table in held for item in table.get(key, ())]


def of_text(text: str, stated: str | None = None, default: str = "") -> Language:
    """The language of a text: the one that is stated, else the one that it shows.

    A text too short to show a language is in `default` (an ISO 639-1 code), or else read as English, unless
    hardly a word of it is one of English.

    >>> of_text("They met on Saturday.").code, of_text("Der Hafen wurde am Abend gesperrt. " * 9).code
    ('en', 'de')
    """
    if stated:
        return of(stated)
    return _shown([form(word) for word in _WORD.findall(text)], lambda: text, default)


def of_words(
    forms: NDArray[np.int64], text: Callable[[], str], stated: str | None = None, default: str = ""
) -> Language:
    """The same where the words are known already: `forms` as `Words` has them; `text` is asked if need be."""
    return of(stated) if stated else _shown(forms.tolist(), text, default)


def _shown(forms: Collection[int], text: Callable[[], str], default: str) -> Language:
    found = detection.claimed(forms, packs())
    if found is not None and not _has_relatives(found):
        return found
    if found is None and default:
        return of(default)
    if found is None and detection.may_be_short(forms, of(_USUAL)) and not detection.is_foreign(text()):
        return of(_USUAL)
    return of(detection.detected(text()))


def _has_relatives(found: Language) -> bool:
    """Whether a claim must be confirmed by the letters: Portuguese has many function words of Spanish."""
    return found.code != _USUAL and found.code in _shipped_codes() and found.code not in _registered


@cache
def _shipped_codes() -> tuple[str, ...]:
    folders = (entry for entry in files(__package__).iterdir() if entry.is_dir())
    return tuple(sorted(one.name for one in folders if one.joinpath("words.toml").is_file()))


@cache
def _shipped(code: str) -> Language:
    if code not in _shipped_codes():
        return Language(code)
    rules: Rules = import_module(f"{__package__}.{code}").RULES
    return Language(code, files(__package__).joinpath(code), rules)
