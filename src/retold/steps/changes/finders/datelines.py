"""Places of origin at the head of a report: LONDON — here, PARIS — there, or none.

Where a report was written is each paper's own and says nothing of the event: a change of little consequence.
What the text tells of the places themselves is compared as any other name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from retold import parameters
from retold.language import Language
from retold.messages import N_
from retold.steps.changes.candidates import Candidate
from retold.steps.changes.finders.names import renamed
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Side, Unit
from retold.steps.changes.rest import Rest

DATELINE = N_("dateline")
_P = parameters.of("changes", "names")
_DASH, _PLACE = _P.integer("dash"), _P.integer("place")
_REGION = r"(?:, ?[A-Z][\w.'’]*(?: [A-Z][\w.'’]*){0,2})?"
# Behind the dash a sentence opens: ANSEL — The ferry, but not ACME — a bakery — bakes.
_BEHIND = r"""(?:,? ?\([^()\n]{1,30}\))?(?: ?[—–―]| --?\s)\s?["“‘'«]?[A-Z0-9$£€]"""


def changed_datelines(material: Material, _: Rest, __: Unit) -> Iterator[Candidate]:
    """Two places of origin: LONDON — here, PARIS — there."""
    pair = material.pair
    old, new = _dateline(pair.old)[0], _dateline(pair.new)[0]
    if len(old) and len(new):
        made = renamed(pair, material.values, old, new)
        yield from (replace(one, detail=DATELINE, light=True) for one in made)


def is_dateline(here: Side, words: range) -> bool:
    """Whether these words, at least one, are but a place of origin with its day and who sent it."""
    if not len(words):
        return False
    _, line = _dateline(here)
    return line.start <= words.start and words.stop <= line.stop


def _dateline(here: Side) -> tuple[range, range]:
    """The words in capitals that open the first paragraph of prose as a place of origin, and all to its dash.

    No words for none.
    """
    low = high = here.first_told
    while high < len(here.words) and _in_capitals(here.words[high]) and (low == high or _spaced(here, high)):
        high += 1
    if low == high:
        return range(0), range(0)
    end = int(here.witness.words.ends[high - 1])
    dashed = _dashed(here.language).match(here.witness.text[end : end + _DASH])
    if dashed is None:
        return range(0), range(0)
    return range(low, high), range(low, here.witness.words.within(end, end + dashed.end() - 1)[1])


def _spaced(here: Side, k: int) -> bool:
    return here.between(k - 1) == " "


@cache
def _dashed(language: Language) -> re.Pattern[str]:
    """From behind a place of origin to the sentence behind its dash: the region, the day, the agency."""
    return re.compile(rf"{_REGION}(?:,? {language.editing.day}(?:,? \d{{4}})?)?{_BEHIND}")


def _in_capitals(word: str) -> bool:
    return len(word) >= _PLACE and word.isupper()
