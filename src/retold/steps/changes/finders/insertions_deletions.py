"""Insertions and deletions: what only one version has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retold import parameters
from retold.model import ChangeKind, Statement
from retold.steps.changes.candidates import Candidate, candidate_of, candidate_of_unit
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Pair, Side, Unit
from retold.steps.changes.rest import Rest

_P = parameters.of("changes", "insertions_deletions")
_WEIGHTY = _P.integer("weighty")
_CLAUSE = _P.integer("clause")
_LATE = _P.number("late")


def deletions(material: Material, _: Rest, unit: Unit) -> Iterator[Candidate]:
    """What only the source has."""
    if len(unit.old) and not len(unit.new) and _tells(material.pair.old, unit.old):
        detail = _matter(material.pair.old, unit.old, material.values.figures[0], material.said)
        yield _one_sided(material.pair, "cut", unit, detail)


def insertions(material: Material, _: Rest, unit: Unit) -> Iterator[Candidate]:
    """What only the copy has."""
    if len(unit.new) and not len(unit.old) and _tells(material.pair.new, unit.new):
        detail = _matter(material.pair.new, unit.new, material.values.figures[1], material.said[::-1])
        yield _one_sided(material.pair, "added", unit, detail)


def small_words(material: Material, _: Rest, unit: Unit) -> Iterator[Candidate]:
    """Small words put in or left out are a matter of wording."""
    here, words = (material.pair.old, unit.old) if len(unit.old) else (material.pair.new, unit.new)
    one_sided = not len(unit.old) or not len(unit.new)
    if one_sided and not _in_caption(here, words) and not here.tells(words):
        yield candidate_of_unit(material.pair, "wording", unit)


def _tells(here: Side, words: range) -> bool:
    """Whether the words tell something, and not of a picture that the other version has not."""
    return not _in_caption(here, words) and here.tells(words)


def _in_caption(here: Side, words: range) -> bool:
    return bool(here.caption[words.start : words.stop].all())


def _one_sided(pair: Pair, kind: ChangeKind, unit: Unit, detail: str | None) -> Candidate:
    size = len(unit.old) + len(unit.new)
    return candidate_of(pair, kind, unit.old, unit.new, detail=detail, light=size < _WEIGHTY)


def _matter(
    here: Side, words: range, figures: Sequence[object], said: tuple[Sequence[Statement], Sequence[Statement]]
) -> str | None:
    """What kind of matter it is: a speaker's whole contribution, a reply, a number, background."""
    mine, others = said
    inside = [s for s in mine if _mostly_inside(here, s, words)]
    if inside:
        return _of_speech(inside, others)
    if any(_has(figure, words) for figure in figures):
        return "a number"
    whole = len(words) >= _CLAUSE and here.opens[words.start]
    late = words.start > _LATE * len(here.words)
    if whole and late and not here.quote[words.start : words.stop].any():
        return "background"
    return None


def _mostly_inside(here: Side, statement: Statement, words: range) -> bool:
    spans = statement.content or ((statement.cue,) if statement.cue is not None else ())
    places = [here.at(span) for span in spans]
    total = sum(map(len, places))
    shared = sum(max(0, min(p.stop, words.stop) - max(p.start, words.start)) for p in places)
    return total > 0 and 2 * shared > total


def _of_speech(inside: Sequence[Statement], others: Sequence[Statement]) -> str:
    """Whether somebody is no longer heard at all, or denied something."""
    speakers = {s.speaker_name for s in inside if s.speaker_name}
    heard = {s.speaker_name for s in others if s.speaker_name}
    if speakers and not speakers & heard:
        return "a speaker's whole contribution"
    replies = {s.speaker_name for s in inside if s.manner in ("denied", "admitted")}
    return "the other side's reply" if replies else "words of a speaker"


def _has(figure: object, words: range) -> bool:
    place = getattr(figure, "words", range(0))
    return bool(len(place)) and words.start <= place.start and place.stop <= words.stop
