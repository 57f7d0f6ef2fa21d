"""Passages and phrases that stand elsewhere in the copy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from retold import parameters
from retold.steps.changes.candidates import NO_WORDS, Candidate, candidate_of, candidate_of_unit
from retold.steps.changes.material import Material
from retold.steps.changes.merging import is_same_phrase
from retold.steps.changes.pair import Side, Unit
from retold.steps.changes.rest import Rest

_P = parameters.of("changes", "moves")
_JOIN, _LEAST = _P.integer("join"), _P.integer("least")
_MOST = _P.number("most")


def moved_phrases(material: Material, _: Rest, unit: Unit) -> Iterator[Candidate]:
    """A merged unit whose sides are nearly the same words: a phrase that went to another place."""
    if len(unit.old) and len(unit.new) and is_same_phrase(material.pair, unit):
        yield candidate_of_unit(material.pair, "moved", unit)


def moved_sentences(material: Material, _: Rest, unit: Unit) -> Iterator[Candidate]:
    """Sentences that read word for word alike, and stand elsewhere."""
    if material.pair.alike(unit.old, unit.new):
        yield candidate_of_unit(material.pair, "moved", unit)


def moved_passages(material: Material, _: Rest, __: Unit) -> Iterator[Candidate]:
    """Passages that stand elsewhere in the copy, each as one change; their words are claimed by nobody."""
    pair = material.pair
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
        if min(len(old), len(new)) >= _LEAST:
            made = candidate_of(pair, "moved", old, new)
            yield replace(made, words=NO_WORDS)


def _to_sentence(here: Side, words: range) -> range:
    """The whole sentences, if the words are nearly all of them."""
    whole = here.sentences(words)
    return whole if len(words) >= _MOST * len(whole) else words
