"""Who speaks, told inside the quotation marks: « Le pont tient, assure Ana Kael, et il tiendra. »

    «El puente aguanta —dijo Ana Kael—. Lo he visto».

Such words are the reporter's: the quotation is read as two, one on either side of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from retold import parameters
from retold.language.patterns import Patterns
from retold.language.speech import Speech
from retold.model import Quote, Span
from retold.steps.statements.names import Range
from retold.tables import Witness

_P = parameters.of("statements", "patterned")
_ASIDE, _SET_ON = _P.integer("aside"), _P.integer("set_on")
_DASH = re.compile(r"[ \u00a0]?[—–][ \u00a0]?(?=[^\W\d_A-Z])")
_CLOSED = re.compile(r"[ \u00a0]?[—–][.,;:]?")
_COMMA = re.compile(r",\s+(?=[^\W\d_A-Z])")
_WORD = re.compile(r"[^\W\d_]+['’]?")
_STOP = re.compile(r"[.!?…;:]|,")
_BEFORE = re.compile(r"(?:\A|\n|[.!?…:»”\"])\s{0,3}\Z")  # of the last few characters
_NEXT = r"\Z|\n|[^\W\d_a-z]|[«“\"„]"
_BEHIND = re.compile(rf"[^\S\n]*(?:{_NEXT}|[.!?…][^\S\n]*(?:{_NEXT}))")


def without_asides(witness: Witness, speech: Speech, patterns: Patterns) -> Witness:
    """The witness with each quotation that holds a reporter's words as two; no cue stands around such a one.

    Of a language whose common nouns have capitals nothing is read so.
    """
    if patterns.nouns:
        return witness
    found = tuple(piece for quote in witness.quotes for piece in _parts(witness, quote, speech, patterns))
    return witness if found == witness.quotes else replace(witness, quotes=found)


def _parts(witness: Witness, quote: Quote, speech: Speech, patterns: Patterns) -> Iterator[Quote]:
    text, outer, span = witness.text, quote.outer, quote.span
    alone = _BEFORE.search(text[: outer.start][-4:]) and _BEHIND.match(text, outer.end)
    aside = _aside(text, span, speech, patterns) if quote.level == 0 and alone else None
    if aside is None:
        yield quote
        return
    low, high = aside
    yield replace(quote, span=Span(span.article, span.start, low), outer=Span(span.article, outer.start, low))
    if text[high : span.end].strip(" \u00a0.,"):
        yield replace(
            quote, span=Span(span.article, high, span.end), outer=Span(span.article, high, outer.end)
        )


def _aside(text: str, span: Span, speech: Speech, patterns: Patterns) -> Range | None:
    """The characters of the first words of a reporter in a quotation, with the marks around them."""
    told = (_between_dashes(text, span, speech, patterns), _between_commas(text, span, speech, patterns))
    found = [one for one in told if one is not None and text[span.start : one[0]].strip()]
    return min(found, default=None)


def _between_dashes(text: str, span: Span, speech: Speech, patterns: Patterns) -> Range | None:
    for mark in _DASH.finditer(text, span.start, span.end):
        closed = _CLOSED.search(text, mark.end(), min(span.end, mark.end() + _ASIDE))
        end = span.end if closed is None else closed.end()
        if end - mark.end() <= _ASIDE and _tells(text[mark.end() : end], speech, patterns):
            return mark.start(), end
    return None


def _between_commas(text: str, span: Span, speech: Speech, patterns: Patterns) -> Range | None:
    for mark in _COMMA.finditer(text, span.start, span.end):
        stop = _STOP.search(text, mark.end(), span.end)
        end = span.end if stop is None else stop.start()
        if end - mark.end() > _ASIDE or not _tells(text[mark.end() : end], speech, patterns):
            continue
        return mark.start(), _past_apposition(text, end, span.end, patterns)
    return None


def _past_apposition(text: str, at: int, high: int, patterns: Patterns) -> int:
    """One past the aside that ends at a mark, with what is set on the name: …, délégué syndical. …"""
    if at >= high or text[at] != ",":
        return min(high, at + 1)
    stop = _STOP.search(text, at + 1, high)
    end = high if stop is None else stop.start()
    words = [word.lower() for word in _WORD.findall(text[at + 1 : end])]
    plain = not any(patterns.finite.search(word) or word in patterns.negated for word in words)
    follows = end < high and (text[end] != "," or text[end + 1 :].lstrip()[:1].islower())
    return min(high, end + 1) if plain and follows and 0 < len(words) <= _SET_ON else at + 1


def _tells(words: str, speech: Speech, patterns: Patterns) -> bool:
    """Whether words are a verb of saying and who says it: s'indigne Ana Kael, añadió la alcaldesa, dit-il."""
    found = [match.group() for match in _WORD.finditer(words)]
    folded = [word.lower().replace("’", "'") for word in found]
    led = next((n for n, word in enumerate(folded) if word not in patterns.reflexives), len(folded))
    verb = speech.verbs.get(folded[led]) if led < len(folded) else None
    if verb is None or led > 2 or any(word in patterns.complements for word in folded[led:]):
        return False
    if re.match(rf"\s*{folded[led]}{patterns.clitic}\b", words[words.lower().find(folded[led]) :].lower()):
        return True
    behind = found[led + 1 :]
    named = any(word[0].isupper() for word in behind)
    return named or any(patterns.role.search(word.lower()) for word in behind[:3])
