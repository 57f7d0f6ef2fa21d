"""Notes of the desk: what an update adds, that an error was corrected, whose report is reprinted.

What a firm or a body sets beside a text that it hands out, for the press alone, is such a note as well.
Such a paragraph tells of the report and is no part of it: it opens nothing, and none of its words is matter
put in. A note on what an update adds is of no consequence; a correction is told once; a note that says where
the report stood first is a credit.
"""

from __future__ import annotations

from collections.abc import Iterator

from retold.messages import N_
from retold.steps.changes.candidates import Candidate, candidate_of
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Pair, Side, Unit
from retold.steps.changes.rest import Rest
from retold.tables import Ints


def deleted_notices(material: Material, _: Rest, __: Unit) -> Iterator[Candidate]:
    """Notes on an update or a correction, or for the press, that the source has alone."""
    for which, words, in_old in _alone(material.pair):
        if which != "source" and in_old:
            detail, light = _DETAILS[which], which != "withdrawal"
            yield candidate_of(material.pair, "cut", words, range(0), detail=detail, light=light)


def inserted_notices(material: Material, _: Rest, __: Unit) -> Iterator[Candidate]:
    """Notes on an update or a correction that the copy has alone."""
    for which, words, in_old in _alone(material.pair):
        if which != "source" and not in_old:
            detail, light = _DETAILS[which], which != "withdrawal"
            yield candidate_of(material.pair, "added", range(0), words, detail=detail, light=light)


def changed_source_notes(material: Material, _: Rest, __: Unit) -> Iterator[Candidate]:
    """Notes that say where a report stood first, which one version has alone."""
    pair = material.pair
    for which, words, in_old in _alone(pair):
        if which == "source":
            yield candidate_of(pair, "credit", *((words, range(0)) if in_old else (range(0), words)))


_DETAILS = {
    "update": N_("a note on an update"),
    "correction": N_("a note on a correction"),
    "release": N_("a note beside what was handed out"),
    "withdrawal": N_("a note that withdraws the report"),
    "note": N_("a note by its editors"),
}


def _alone(pair: Pair) -> Iterator[tuple[str, range, bool]]:
    """The notes that have no partner: which kind, their words, and whether the source has them."""
    for here, partners, in_old in ((pair.old, pair.to_new, True), (pair.new, pair.to_old, False)):
        yield from ((which, words, in_old) for which, words in _notes(here, partners))


def _notes(here: Side, partners: Ints) -> Iterator[tuple[str, range]]:
    text, notices = here.witness.text, here.language.notices
    released, below = notices.is_release(text), False
    for start, end in here.witness.paragraphs.tolist():
        words = range(*here.witness.words.within(start, end))
        below = below or (released and notices.is_about(text[start:end]))
        beside = below or (released and notices.is_beside_release(text[start:end]))
        which = "release" if beside else notices.kind(text[start:end])
        if which and words and 2 * int((partners[words.start : words.stop] >= 0).sum()) < len(words):
            yield which, words
