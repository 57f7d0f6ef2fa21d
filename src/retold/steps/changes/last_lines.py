"""The last lines of a report: who is its source, where a quotation was spoken, how somebody is reached."""

from __future__ import annotations

import re
from collections.abc import Iterator

from retold import parameters
from retold.steps.changes.mentions import meet
from retold.steps.changes.pair import Side

_P = parameters.of("changes", "credits")
_SHORT_LINE = _P.integer("short_line")
_NAME = _P.integer("name")
_LINES = _P.integer("lines")
_CONTACT = _P.integer("contact")
_DASHES = tuple("—–-")
_ASIDE = (*_DASHES, "(", "[", "/", "©")  # marks that open a line beside the report
_ADDRESS = re.compile(
    r"[\w.+-]@[\w-]{1,63}\.\w|https?://|\bwww\.|(?:\+|\b0)\d[\d ()/-]{5,24}\d|(?<![\w.])@\w{3,30}\b"
)
_ENDED = re.compile(r"[.!?][\"”’]?\Z")


def last_paragraphs(here: Side) -> Iterator[tuple[int, int]]:
    """The words of the last paragraphs of the report, the last first; none where it has but one."""
    witness = here.witness
    ranges = [witness.words.within(*place) for place in witness.paragraphs.tolist()]
    report = [(low, high) for low, high in ranges if not here.furniture[low:high].any() or low == high]
    yield from reversed(report[-_LINES:] if len(report) > 1 else [])


def last_lines(here: Side) -> Iterator[range]:
    """Short last paragraphs that name a source, stand behind a dash or are no sentences."""
    for low, high in last_paragraphs(here):
        if not 0 < high - low <= _SHORT_LINE:
            return
        if is_contact(here, range(low, high)):
            continue
        named = any(here.words[k][:1].isupper() for k in range(low, high))
        cued = any(_cues(here, k, range(low, high)) for k in range(low, high))
        first = int(here.witness.paragraphs[here.witness.tokens.paragraph[low], 0])
        aside = here.witness.text[first] in _ASIDE or (high - low <= _NAME and not here.prose[low])
        if named and (cued or aside) and not here.quote[low:high].any() and not _signs(here, low, high):
            yield range(low, high)


def _signs(here: Side, low: int, high: int) -> bool:
    """Whether a line behind a dash says where the quotation above, a paragraph of its own, was spoken."""
    paragraph = here.witness.tokens.paragraph
    first = int(here.witness.paragraphs[paragraph[low], 0])
    if here.witness.text[first] not in _DASHES or low == 0 or _is_credited(here, range(low, high)):
        return False
    above = here.quote[paragraph == paragraph[low - 1]]
    return bool(above.all()) and len(set(above.tolist())) == 1


def _is_credited(here: Side, words: range) -> bool:
    return any(meet(here.at(credit.span), words) for credit in here.witness.credits)


def _cues(here: Side, k: int, line: range) -> bool:
    """Whether a word tells of a source; one that leads to its name (by, from) has a name behind it.

    Such a word does not in a sentence of more words (It goes from Tarn at noon.), nor before a month.
    """
    if here.folded[k] not in here.editing.crediting.lines:
        return False
    if here.folded[k] not in here.language.grammar.maker:
        return True
    tells = len(line) > _NAME and here.is_told(line.stop - 1) and line.start < k < line.stop - _NAME + 1
    behind = range(k + 1, min(k + 3, line.stop))
    names = (m for m in behind if here.folded[m] not in here.editing.no_names)
    return not tells and any(here.words[m][:1].isupper() for m in names)


def is_contact(here: Side, words: range) -> bool:
    """Whether these words are most of a short line that tells how somebody is reached: by mail, wire."""
    whole = here.sentences(words) if len(words) else words
    if not 0 < len(whole) <= _CONTACT or 2 * len(words) < len(whole):
        return False
    text = here.text(whole)
    return _ADDRESS.search(text) is not None and _ENDED.search(text) is None
