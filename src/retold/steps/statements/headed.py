"""Words in capitals that head a quotation: a name with what its bearer is, or a subject."""

from __future__ import annotations

import re
from collections.abc import Sequence

from retold import parameters
from retold.model import Span
from retold.steps.statements.lexicon import Lexicon
from retold.steps.statements.meant import NOBODY
from retold.steps.statements.names import Range
from retold.steps.statements.outlets import is_outlet
from retold.steps.statements.resolve import Resolver
from retold.steps.statements.segments import Segment
from retold.steps.statements.utterance import Who

_P = parameters.of("statements", "unattributed")
_TURN = _P.number("turn")
_LOUD, _HEAD, _SHORT = (_P.integer(name) for name in ("loud", "head", "short"))
_TAIL = re.compile(r"[^\s.!?\"“”‘’][^.!?\"“”\n]*\Z")  # of a line, behind the last sentence in it
_MARKS = frozenset('"“”‘’.!?')

Word = tuple[str, int, int]  # with its characters


def headed(
    text: str, place: tuple[int, Segment], outer: Span, resolver: Resolver, lexicon: Lexicon
) -> Who | None:
    """Who is named in the words in capitals that head a quotation, nobody where they name none."""
    number, segment = place
    begins = unwrapped(text, segment.start)
    label = _label(text, max(begins, outer.start - _HEAD), outer.start, lexicon)
    if label is None:
        return None
    start, end = label
    if heads_only(text[start:end], lexicon):
        return Who(None, NOBODY, _TURN)
    return Who(label, resolver.who(number, start, end, text[start:end].lower().split()), _TURN)


def unwrapped(text: str, start: int) -> int:
    """Where a heading in capitals begins of which a line that begins at a character is the rest.

    ANA KAEL, HARBOUR MASTER,⏎RAVELPORT: “…” is not what Ravelport says.
    """
    end = start
    while end and text[end - 1].isspace():
        end -= 1
    if not end or text[end - 1] != "," or "\n\n" in text[end:start]:
        return start
    loud = _TAIL.search(text, text.rfind("\n", 0, end) + 1, end)
    return start if loud is None or not loud.group().isupper() else unwrapped(text, loud.start())


def _label(text: str, start: int, end: int, lexicon: Lexicon) -> Range | None:
    """Words in capitals right before a quotation, up to a comma: ANA KAEL, HARBOUR MASTER AT ORM & CO “…”.

    They head it, be they a name or a subject, so that nobody who spoke before goes on. What heads a whole
    list stands before a colon: COMMENTS: ANA KAEL, …
    """
    held = [(m.group(), m.start(), m.end()) for m in re.finditer(r"\S+", text[start:end])]
    loud = _loud(held, lexicon)
    if len(loud) < 2 or sum(len(word) for word, _, _ in loud) < _LOUD:
        return None
    last = next((n for n, (word, _, _) in enumerate(loud) if word[-1] in ",:"), len(loud) - 1)
    return start + loud[0][1], start + loud[last][1] + len(loud[last][0].rstrip(",:"))


def _loud(held: Sequence[Word], lexicon: Lexicon) -> list[Word]:
    """The words in capitals at the end, with signs between them; ST. LOUIS ends no sentence."""
    loud: list[Word] = []
    for one in reversed(held):
        word = one[0]
        if _parts(word, bool(loud), lexicon):
            break
        loud.insert(0, one)
        if word[-1] in _MARKS and not (len(loud) > 1 and word[-1] == "." and len(word) <= _SHORT):
            break
    while loud and not loud[0][0][0].isalpha():
        loud.pop(0)
    return loud


def _parts(word: str, within: bool, lexicon: Lexicon) -> bool:
    """Whether a word ends the heading before it: in small letters, a verb of speech, what heads a list.

    KAEL SAID “…”; but MERLE COUNSEL & CO, COMMENTS: ANA KAEL “…”. `within` is whether others stand behind it.
    """
    sign = not any(map(str.isalpha, word))
    if not (word.isupper() or (sign and within)) or word[0] in _MARKS:
        return True
    verb = lexicon.speech.verbs.get(word.rstrip(":").lower())
    told = verb is not None and (not within or verb.base != word.lower())
    return told or (word[-1] == ":" and within)


def heads_only(words: str, lexicon: Lexicon) -> bool:
    """Whether a label names no speaker: a question, a day, a heading, an outlet."""
    speech = lexicon.speech
    known = speech.labels_questions | speech.labels_answers | speech.labels_others | speech.times
    parts = [part.lower() for part in words.split()]
    leads = lexicon.names.prepositions - lexicon.names.links
    titled = not words.isupper() and not leads.isdisjoint(parts[1:])  # Trouble On The Quays
    verb = speech.verbs.get(parts[0]) if len(parts) == 1 else None
    told = verb is not None and verb.base != parts[0]  # SAID: “…”
    return titled or told or not known.isdisjoint(parts) or is_outlet(words.strip(), lexicon.names)
