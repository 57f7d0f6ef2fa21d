"""Words that say who spoke, inside a quotation whose closing mark was forgotten: “We sang, said Ana Kael.

Made of the verbs, pronouns and determiners of one language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from retold.language.base import Language

_NAME = r"[^\W\d_a-zß-ÿ][\w.'’-]+"
_WORD = r"[^\W\d_][\w.'’-]*"


@cache
def attribution(language: Language) -> re.Pattern[str]:
    """An expression for a comma and who spoke, either way round; it matches nowhere without verbs of saying.

    >>> from retold import language
    >>> english = attribution(language.of("en"))
    >>> told = ("We sang, said Ana Kael.", "We sang, she said.", "We sang, I said.")
    >>> [bool(english.search(words)) for words in told]
    [True, True, False]
    >>> bool(english.search("If it rains, Ana said she would stay"))
    False
    """
    speech, grammar, names = language.speech, language.grammar, language.names
    verbs = {} if speech is None else speech.verbs
    finite = {
        form
        for form, verb in verbs.items()
        if form != verb.base and verb.manner != "thought" and not verb.weak
    }
    finite = {form for form in finite if not form.endswith(grammar.gerund or ("\0",))}
    bare = {form for form in finite if not verbs[form].to_object}
    if not bare:
        return re.compile(r"(?!)")
    persons = _any(grammar.men | grammar.women | grammar.several)
    determiners = _any(grammar.definite | grammar.indefinite)
    who = rf"(?:{persons}|(?:{_WORD}\s+){{0,3}}{_NAME}|{determiners}\s+(?:{_WORD}\s+){{0,4}}?{_WORD})"
    ends = rf"(?=\s*[.,]|\s+(?:{_any(names.prepositions | names.weekdays)})\b)"
    told = rf"(?:{_any(bare)}){ends}|(?:{_any(finite - bare)})\b"
    inverted = rf"(?:{_any(bare)})\s+(?=(?:{_WORD}\s+){{0,2}}{_NAME}|(?:{determiners}|{persons})\b)"
    return re.compile(rf",\s+(?:{inverted}|{who}\s+(?:{told}))")


def _any(words: Iterable[str]) -> str:
    """An expression for any of these words, with a capital or without; it matches nothing for none."""
    forms = sorted({form for word in words for form in (word, word.capitalize())}, key=len, reverse=True)
    return "(?:" + "|".join(map(re.escape, forms)) + ")" if forms else r"(?!)"
