"""Statements printed without marks, in the paragraphs behind a line with a colon: Kael said:"""

from __future__ import annotations

from collections.abc import Sequence

from retold import parameters
from retold.steps.statements.lexicon import Lexicon
from retold.steps.statements.segments import Segment
from retold.steps.statements.transcript import holds
from retold.steps.statements.unattributed import Lead

_BLOCKS = parameters.of("statements", "reader").integer("blocks")


def block(segments: Sequence[Segment], lead: Lead | None, number: int, text: str, lexicon: Lexicon) -> range:
    """The segments of a statement without marks in the paragraphs behind a line with a colon (Kael said:).

    They speak of themselves (I, we), and stop before the first paragraph that does not or has a quotation.
    """
    if lead is None or lead.segment != number or not _leads_to_words(lead, text, lexicon):
        return range(0)
    low = high = number + 1
    while high < len(segments) and segments[high].paragraph - segments[number].paragraph <= _BLOCKS:
        end = high
        while end < len(segments) and segments[end].paragraph == segments[high].paragraph:
            end += 1
        words = text[segments[high].start : segments[end - 1].end]
        own = segments[high].paragraph > segments[number].paragraph and holds(
            words, lexicon.speech.first_person
        )
        if not own or any(segments[n].quotes for n in range(high, end)):
            break
        high = end
    return range(low, high)


def _leads_to_words(lead: Lead, text: str, lexicon: Lexicon) -> bool:
    """Whether a line tells whose words follow: a verb of saying and somebody who says it."""
    cue = text[slice(*lead.cue)].lower().split()[:1]
    who = lead.who.mention
    speech = lexicon.speech
    known = (speech.verbs, speech.making, speech.issued, lexicon.grammar.maker)
    spoken = bool(cue) and any(cue[0] in one for one in known)
    return spoken and who is not None and text[slice(*who)].lower() not in lexicon.speech.first_person
