"""Pieces: paragraphs that a report of its own prints of another report of the event, word for word.

What many hear is no copying. Quotations, a statement that is printed as it was given out, lists and lines set
off count only as part of a block that is narration for the most part.
"""

from __future__ import annotations

import re

import numpy as np

from retold import parameters
from retold.algorithms.stretches import stretches
from retold.language.speech import Speech
from retold.steps.story import excerpts, features, recital, template
from retold.steps.story.features import Mask
from retold.tables import Alignment, Witness

_P = parameters.of("story", "pieces")
_RUN = _P.integer("run")
_SENTENCE = _P.number("sentence")
_NARRATED = _P.number("narrated")
_LEAST = _P.integer("least")
_ITEM = re.compile(r"\s*(?:[•●▪◦·*–—-]|\d{1,2}[.)])\s")
_BEFORE_COLON = re.compile(r"(?<![^\W\d_])([^\W\d_]{1,60}):\s")
_WORD = re.compile(r"[^\W\d_]+")


def taken(alignment: Alignment) -> Mask | None:
    """Which words of `a` stand in pieces of `b`; None where nothing tells that any were copied."""
    one = alignment.a
    held = excerpts.in_sentences(one, features.run_sizes(alignment) >= _RUN, _SENTENCE)
    if int(held.sum()) < _LEAST or template.is_template(alignment):
        return None
    plain = held & _narration(one, held) & ~features.quoted_there(alignment)
    found: Mask = np.zeros(len(held), np.bool_)
    for block in stretches(held):
        words = slice(block.start, block.stop)
        if int(plain[words].sum()) >= _NARRATED * len(block):
            found[words] = True
    return found if int((found & plain).sum()) >= _LEAST else None


def _narration(one: Witness, held: Mask) -> Mask:
    """Which words are narration: outside quotations, statements given out, lists and lines set off."""
    printed = np.array(_printed(one, held), np.bool_)
    sentence = one.tokens.sentence
    inside: Mask = sentence >= 0
    inside[inside] = ~printed[sentence[inside]]
    return inside & ~recital.recited(one)


def _printed(one: Witness, held: Mask) -> list[bool]:
    """Of each sentence whether it belongs to a list, or to a statement that is printed as it was given out.

    Such a statement stands behind a colon, or behind a sentence that names it, as far as both texts have it.
    """
    inside = held & (one.tokens.sentence >= 0)
    shared = np.bincount(one.tokens.sentence[inside], minlength=len(one.sentences)) > 0
    found, printed = [], False
    for number, (start, end) in enumerate(one.sentences.tolist()):
        words, speech = one.text[start:end], one.language.speech
        printed = (printed and bool(shared[number])) or _utters(words, speech)
        found.append(printed or _is_item(one.text, start))
        printed = printed or _announces(words, speech)
    return found


def _utters(words: str, speech: Speech | None) -> bool:
    """Whether what was given out begins in a sentence, behind a verb of saying and a colon."""
    verb = _BEFORE_COLON.search(words)
    return verb is not None and speech is not None and verb[1].casefold() in speech.verbs


def _announces(words: str, speech: Speech | None) -> bool:
    """Whether a sentence leads to what somebody gave out: it ends in a colon, or names a statement."""
    if words.rstrip().endswith((":", "：")):
        return True
    return speech is not None and not speech.issued.isdisjoint(_WORD.findall(words.casefold()))


def _is_item(text: str, start: int) -> bool:
    """Whether the line in which a sentence begins is one of a list."""
    return _ITEM.match(text, text.rfind("\n", 0, start) + 1, start + 4) is not None
