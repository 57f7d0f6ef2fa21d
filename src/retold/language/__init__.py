"""Languages: what the steps may know of one, and which language a text is in.

A language is a folder here (`en/`) or one that a caller registers. `of` gives the language of
a code, `found` that of a text. What has no pack is read by the universal language: its words
are folded, counted, aligned and compared, and nothing is said that would need its grammar.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from importlib import import_module
from importlib.resources import files
from typing import TYPE_CHECKING

from retold.language.base import Language, Rules
from retold.language.folding import form

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["UNIVERSAL", "Language", "Rules", "found", "of", "of_article", "of_text", "packs", "register"]

UNIVERSAL = Language("und")
_LEAST_SHARE = 0.16  # of function words, for a text to be in a language
_FEW = 30  # words of a text that may be too short to show its language
_LOOKED_AT = 4_000  # characters that show a language
_USUAL = "en"
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


def packs() -> tuple[Language, ...]:
    """The languages that have a pack, by code."""
    return tuple(of(code) for code in sorted({*_shipped_codes(), *_registered}))


def found(forms: Collection[int]) -> Language | None:
    """The language whose function words a text has most of, None where no pack claims it.

    `forms` are the hashes of the text's words (`Words.forms`). Function words make up a third to a half
    of running text in their language and hardly a tenth in another.
    """
    total = max(1, len(forms))
    shares = [(sum(f in one.function_forms for f in forms) / total, one) for one in packs()]
    share, best = max(shares, key=lambda pair: pair[0], default=(0.0, UNIVERSAL))
    return best if share >= _LEAST_SHARE else None


def of_article(stated: str | None, forms: NDArray[np.int64], default: str = "") -> Language:
    """The language of an article: the one it states, else the one whose function words it has (`of_text`)."""
    return of(stated) if stated else _claimed(forms.tolist(), default)


def of_text(text: str, default: str = "") -> Language:
    """The language of a text that states none; one too short to show it is in `default`, else in English.

    >>> of_text("They met on Saturday.").code, of_text("Der Hafen wurde am Abend gesperrt " * 9).code
    ('en', 'und')
    """
    forms = [form(word) for word in _WORD.findall(text[:_LOOKED_AT])]
    return _claimed(forms, default)


def _claimed(forms: Collection[int], default: str) -> Language:
    if default or len(forms) < _FEW:
        return found(forms) or of(default or _USUAL)
    return found(forms) or UNIVERSAL


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
