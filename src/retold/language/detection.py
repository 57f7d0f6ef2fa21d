"""Which language a text is in: the packs are asked first, a statistical detector where none surely claims it.

Function words make up a third to a half of running text in their language and hardly a tenth in
another: of 6,874 English articles 14 have fewer than `least_share`, of 120 German laws none has as many
English ones. One that other languages have for something else (a, is) may alone reach that share, so
several different ones are asked for. What no pack claims, or one whose language has near relatives, is
given to `py3langid` (Lui and Baldwin 2012; 139 languages, its model comes in the wheel), which is loaded
then and not before.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from retold import parameters
from retold.language.base import Language

_P = parameters.of("language", "detection")
_LEAST_SHARE = _P.number("least_share")
_LEAST_KINDS = _P.integer("least_kinds")
_FEW = _P.integer("few")
_BRIEF = _P.integer("brief")
_SOME_SHARE = _P.number("some_share")
_LOOKED_AT = _P.integer("looked_at")
_LAST_LATIN, _LAST_PLAIN = "\u024f", "\u00bf"
_MARKED_SHARE = _P.number("marked")
_FEW_WORDS = _P.integer("marked_words")


def claimed(forms: Collection[int], packs: Iterable[Language]) -> Language | None:
    """The language whose function words a text has most of, None where no pack claims it.

    `forms` are the hashes of the text's words (`Words.forms`).
    """
    total = max(1, len(forms))
    best, most = None, _LEAST_SHARE
    for one in packs:
        function = [form for form in forms if form in one.function_forms]
        share = len(function) / total
        if share >= most and len(set(function)) >= _LEAST_KINDS:
            best, most = one, share
    return best


def is_short(forms: Collection[int]) -> bool:
    """Whether a text has too few words to show its language."""
    return len(forms) < _FEW


def may_be_short(forms: Collection[int], one: Language) -> bool:
    """Whether a text is short and may well be in this language: it has its function words, or no dozen words.

    A brief in another language has hardly one, be it of a language that no pack knows.
    """
    share = sum(form in one.function_forms for form in forms) / max(1, len(forms))
    return is_short(forms) and (len(forms) < _BRIEF or share >= _SOME_SHARE)


def is_foreign(text: str) -> bool:
    """Whether the letters of a text show, however short it is, that it is in no language of few marks.

    Most are of a script that no pack is written in, or many words have letters with marks: what is not
    English may look like it by a word or two that English has for something else.

    >>> is_foreign("港が閉鎖"), is_foreign("Le port fermé par Ana Kael dimanche soir")
    (True, False)
    >>> is_foreign("Około stu osób musiało we wtorek opuścić domy.")
    True
    """
    letters = [sign for sign in text[:_LOOKED_AT] if sign.isalpha()]
    if 2 * sum(sign > _LAST_LATIN for sign in letters) > len(letters):
        return True
    words = text[:_LOOKED_AT].split()
    marked = sum(any(sign > _LAST_PLAIN and sign.islower() for sign in word) for word in words)
    return len(words) >= _FEW_WORDS and marked >= _MARKED_SHARE * len(words)


def detected(text: str) -> str:
    """The ISO 639 code of a text's language by its letters.

    >>> detected("Der Hafen wurde am Abend nach dem Sturm gesperrt, und die Fähren blieben im Hafen.")
    'de'
    """
    import py3langid

    code: str = py3langid.classify(text[:_LOOKED_AT])[0]
    return code
