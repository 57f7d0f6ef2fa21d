"""Insertions and deletions: what only one version has.

Words at either end that stand in the other version too, at another place, are no part of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from retold import parameters
from retold.messages import N_
from retold.model import ChangeKind, Statement
from retold.steps.changes.candidates import Candidate, Words, candidate_of, candidate_of_unit
from retold.steps.changes.finders.datelines import DATELINE, is_dateline
from retold.steps.changes.insignificant import is_idle
from retold.steps.changes.last_lines import is_contact
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Pair, Side, Unit
from retold.steps.changes.rest import Rest
from retold.steps.changes.significance import says_little
from retold.steps.changes.told_elsewhere import is_told_elsewhere
from retold.steps.changes.values import Figure

_P = parameters.of("changes", "insertions_deletions")
_WEIGHTY = _P.integer("weighty")
_TELLING = _P.integer("telling")
_CLAUSE = _P.integer("clause")
_LATE = _P.number("late")
_REPEATED = _P.integer("repeated")
_LONGEST = _P.integer("longest")
REPLY = N_("the other side's reply")


def deletions(material: Material, _: Rest, unit: Unit) -> Iterator[Candidate]:
    """What only the source has."""
    yield from _of_one_version(material, unit, "cut")


def insertions(material: Material, _: Rest, unit: Unit) -> Iterator[Candidate]:
    """What only the copy has."""
    yield from _of_one_version(material, unit, "added")


def _of_one_version(material: Material, unit: Unit, kind: ChangeKind) -> Iterator[Candidate]:
    """What only the version has that the kind tells of: it moved, or it is cut or added."""
    pair, in_old = material.pair, kind == "cut"
    sides = ((pair.old, unit.old), (pair.new, unit.new))
    (here, words), (there, others) = sides if in_old else sides[::-1]
    if not len(words) or len(others) or not _tells(here, words):
        return
    stands = _elsewhere(here, words, there)
    if len(stands):
        yield _moved(pair, unit, _placed(unit, stands, not in_old))
        return
    only = _only_here(here, words, there)
    said = material.said if in_old else material.said[::-1]
    detail = _matter(here, only, material.values.figures[0 if in_old else 1], said)
    left = _placed(unit, only, in_old)
    made = _one_sided(pair, kind, unit, left, detail)
    if any(_tells_part(here, only, one) for one in material.values.figures[0 if in_old else 1]):
        yield replace(made, light=False)
        return
    elsewhere = is_told_elsewhere(pair, only, in_old, material.values.figures)
    yield replace(made, idle=elsewhere or (made.detail != DATELINE and says_little(material, left, made)))


def _tells_part(here: Side, words: range, figure: Figure) -> bool:
    """Whether words take a part or a rank of what is behind them: [60 of the] 400, the [second] largest."""
    low, high = figure.words.start, figure.words.stop
    if not words.start <= low < high <= words.stop or words.stop >= len(here.words):
        return False
    tail = [here.folded[k] for k in range(high, words.stop)]
    if tail:
        return tail[0] in here.language.grammar.genitive and all(
            here.small[k] for k in range(high, words.stop)
        )
    return figure.said.unit == "ordinal" and here.folded[words.stop].endswith(here.editing.superlatives)


def _placed(unit: Unit, words: range, in_old: bool) -> Unit:
    """The unit with these words on one side."""
    low, high = words.start, words.stop
    return unit._replace(old_low=low, old_high=high) if in_old else unit._replace(new_low=low, new_high=high)


def small_words(material: Material, _: Rest, unit: Unit) -> Iterator[Candidate]:
    """Small words put in or left out are a matter of wording, one that says nothing (that, on) of style."""
    here, words = (material.pair.old, unit.old) if len(unit.old) else (material.pair.new, unit.new)
    one_sided = not len(unit.old) or not len(unit.new)
    if one_sided and not _in_caption(here, words) and not here.tells(words):
        alone = len(words) == 1 and _is_idle(here, words.start)
        made = candidate_of_unit(
            material.pair, "style" if alone else "wording", unit, N_("a small word") if alone else None
        )
        yield replace(made, idle=says_little(material, unit, made))


def _is_idle(here: Side, k: int) -> bool:
    """Whether a word may stand or not: said (that) he came, and (on) before the name of a day."""
    day = here.folded[k + 1 : k + 2]
    before_day = bool(day) and day[0] in here.names.weekdays
    return here.folded[k] in here.editing.idle or (
        here.folded[k] in here.editing.idle_before_days and before_day
    )


def _tells(here: Side, words: range) -> bool:
    """Whether the words tell something, and not of a picture that the other version has not."""
    return not _in_caption(here, words) and here.tells(words)


def _in_caption(here: Side, words: range) -> bool:
    return bool(here.caption[words.start : words.stop].all())


def _one_sided(pair: Pair, kind: ChangeKind, unit: Unit, only: Unit, detail: str | None) -> Candidate:
    """The change of the words in `only`; it claims those of the whole unit."""
    dated = is_dateline(pair.old, only.old) or is_dateline(pair.new, only.new)
    reached = is_contact(pair.old, only.old) or is_contact(pair.new, only.new)
    sides = ((pair.old, only.old), (pair.new, only.new))
    told = sum(not is_idle(here, k) for here, words in sides for k in words)
    few = told < _TELLING or len(only.old) + len(only.new) < _WEIGHTY
    denies = detail == REPLY or any(_denies(here, words) for here, words in sides)
    light = dated or reached or (few and not denies)
    detail = DATELINE if dated else N_("how to reach somebody") if reached else detail
    made = candidate_of(pair, kind, only.old, only.new, detail=detail, light=light)
    return replace(made, words=Words.of(unit.old, unit.new))


def _denies(here: Side, words: range) -> bool:
    """Whether a denial of something stands among words: glad [but not yet happy]."""
    forms = [here.folded[k] for k in words]
    told = sum(not here.small[k] for k in words)
    return bool(here.editing.sense.negations(forms)) and told > 0


def _moved(pair: Pair, unit: Unit, both: Unit) -> Candidate:
    """The words of a unit, all of which the other version has at another place."""
    return replace(candidate_of(pair, "moved", both.old, both.new), words=Words.of(unit.old, unit.new))


def _elsewhere(here: Side, words: range, there: Side) -> range:
    """Where the other version has all of these words in a row; nowhere if they are few or very many."""
    if not _REPEATED <= len(words) <= _LONGEST:
        return range(0)
    before, found, _ = _both_ways(there)[0].partition(f" {' '.join(here.folded[words.start : words.stop])} ")
    low = len(before.split(" ")) - 1
    return range(low, low + len(words)) if found else range(0)


def _only_here(here: Side, words: range, there: Side) -> range:
    """The words without long runs at their ends that stand in the other version word for word.

    All of them where nothing that tells anything would be left.
    """
    forward, backward = _both_ways(there)
    low = words.start + _repeated(here.folded[words.start : words.stop], forward)
    high = words.stop - _repeated(here.folded[low : words.stop][::-1], backward)
    left = range(low, max(low, high))
    return left if here.tells(left) else words


@lru_cache(maxsize=4)
def _both_ways(here: Side) -> tuple[str, str]:
    """The words of a version in one string, each between blanks; and from its last to its first."""
    return f" {' '.join(here.folded)} ", f" {' '.join(here.folded[::-1])} "


def _repeated(run: Sequence[str], text: str) -> int:
    """How many of the first words of a run stand in a row in the text; 0 where too few do."""
    low, high = 0, min(len(run), _LONGEST)
    while low < high:
        half = (low + high + 1) // 2
        low, high = (half, high) if f" {' '.join(run[:half])} " in text else (low, half - 1)
    return low if low >= _REPEATED else 0


def _matter(
    here: Side, words: range, figures: Sequence[object], said: tuple[Sequence[Statement], Sequence[Statement]]
) -> str | None:
    """What kind of matter it is: a speaker's whole contribution, a reply, a number, background."""
    mine, others = said
    inside = [s for s in mine if _mostly_inside(here, s, words)]
    if inside:
        return _of_speech(inside, others)
    if any(_has(figure, words) for figure in figures):
        return N_("a number")
    whole = len(words) >= _CLAUSE and here.opens[words.start]
    late = words.start > _LATE * len(here.words)
    if whole and late and not here.quote[words.start : words.stop].any():
        return N_("background")
    return None


def _mostly_inside(here: Side, statement: Statement, words: range) -> bool:
    spans = statement.content or ((statement.cue,) if statement.cue is not None else ())
    places = [here.at(span) for span in spans]
    total = sum(map(len, places))
    shared = sum(max(0, min(p.stop, words.stop) - max(p.start, words.start)) for p in places)
    return total > 0 and 2 * shared > total


def _of_speech(inside: Sequence[Statement], others: Sequence[Statement]) -> str | None:
    """Whether somebody is no longer heard at all, or denied something; None where he is heard as much."""
    speakers = {s.speaker_name for s in inside if s.speaker_name}
    heard = {s.speaker_name for s in others if s.speaker_name}
    if speakers and not speakers & heard:
        return N_("a speaker's whole contribution")
    answers = [s for s in inside if s.manner in ("denied", "admitted")]
    if answers and all(_is_repeated(one, others) for one in answers):
        return None  # He denies it | which he denies
    return REPLY if answers else N_("words of a speaker")


def _is_repeated(one: Statement, others: Sequence[Statement]) -> bool:
    """Whether an answer is but that somebody denies or admits, as he does in the other version as well."""
    return one.kind == "act" and any(
        other.kind == "act" and other.manner == one.manner and other.speaker_name == one.speaker_name
        for other in others
    )


def _has(figure: object, words: range) -> bool:
    place = getattr(figure, "words", range(0))
    return bool(len(place)) and words.start <= place.start and place.stop <= words.stop
