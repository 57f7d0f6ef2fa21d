"""Matter that only one version has (cut, added), and passages that moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from retold import parameters
from retold.model import ChangeKind, Statement
from retold.steps.changes.kinds import Finding
from retold.steps.changes.pair import Pair, Side, Unit
from retold.steps.changes.spelling import is_small
from retold.steps.changes.values import Values

_P = parameters.of("changes", "matter")
_WEIGHTY = _P.integer("weighty")
_JOIN = _P.integer("join")


# ---- moved ----


def moved(pair: Pair) -> Iterator[Finding]:
    """Passages that stand elsewhere in the copy, each as one change."""
    groups: list[list[Unit]] = []
    for run in sorted(r for r in pair.runs if r.moved):
        last = groups[-1][-1] if groups else None
        joins = (
            last is not None
            and 0 <= run.old_low - last.old_high <= _JOIN
            and 0 <= run.new_low - last.new_high <= _JOIN
        )
        if joins:
            groups[-1].append(run)
        else:
            groups.append([run])
    for group in groups:
        old = _to_sentence(pair.old, range(group[0].old_low, group[-1].old_high))
        new = _to_sentence(pair.new, range(group[0].new_low, group[-1].new_high))
        spans = (pair.old.span(old), pair.new.span(new))
        yield Finding("moved", *spans, pair.old.text(old), pair.new.text(new), 0.85)


def _to_sentence(here: Side, words: range) -> range:
    """The whole sentences, if the words are most of them."""
    low, high = np.searchsorted(
        here.sentence, [here.sentence[words.start], here.sentence[words.stop - 1] + 1]
    ).tolist()
    return range(low, high) if 2 * len(words) > high - low else words


# ---- cut and added ----


def lacking(
    pair: Pair, unit: Unit, values: Values, said: tuple[Sequence[Statement], Sequence[Statement]]
) -> Iterator[Finding]:
    """What only one side has of a unit whose other side is empty."""
    in_old = len(unit.old) > 0
    here, words = (pair.old, unit.old) if in_old else (pair.new, unit.new)
    kind: ChangeKind = "cut" if in_old else "added"
    if here.caption[words.start : words.stop].all():
        return  # of a picture that the other version has not
    told = [k for k in words if not is_small(here.folded[k])]
    if not told:
        yield _small(pair, unit)
        return
    span, text = here.span(words), here.text(words)
    detail = _matter(here, words, values.figures[0 if in_old else 1], said if in_old else said[::-1])
    light = len(words) < _WEIGHTY
    support = 0.95 if len(words) >= 2 * _WEIGHTY else 0.9
    if in_old:
        yield Finding(kind, span, (), text, "", support, detail, light)
    else:
        yield Finding(kind, (), span, "", text, support, detail, light)


def _small(pair: Pair, unit: Unit) -> Finding:
    """Small words put in or left out are a matter of wording."""
    spans = (pair.old.span(unit.old), pair.new.span(unit.new))
    return Finding("wording", *spans, pair.old.text(unit.old), pair.new.text(unit.new), 0.9)


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
    whole = len(words) >= 8 and here.opens[words.start]
    late = words.start > 0.5 * len(here.words)
    if whole and late and not here.quote[words.start : words.stop].any():
        return "background"
    return None


def _mostly_inside(here: Side, statement: Statement, words: range) -> bool:
    spans = statement.content or ((statement.cue,) if statement.cue is not None else ())
    ranges = [here.witness.words.touching(s.start, s.end) for s in spans]
    total = sum(b - a for a, b in ranges)
    shared = sum(max(0, min(b, words.stop) - max(a, words.start)) for a, b in ranges)
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
