"""Articles that are notes of the desk alone: a report is withdrawn or put right, and none is told.

Such a note belongs to the story, since it speaks of its report, and is no origin of anything in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from retold import parameters
from retold.model import Lineage
from retold.tables import Witness

_P = parameters.of("lineage", "notes")
_SIGNATURE = _P.integer("signature")
_REASONS = _P.integer("reasons")
_CORRECTION, _LABEL = _P.integer("correction"), _P.integer("label")


def without_notes(lineage: Lineage, witnesses: Sequence[Witness]) -> Lineage:
    """The lineage in which no note is an origin; as it is where nothing but notes would be left."""
    if len(lineage.origins) < 2:
        return lineage
    notes = {witness.id for witness in witnesses if is_note(witness)}
    origins = tuple(one for one in lineage.origins if one not in notes)
    gone = len(lineage.origins) - len(origins)
    if not gone or not origins:
        return lineage
    low, high = lineage.origins_range
    return replace(
        lineage, origins=origins, origins_range=(max(1, low - gone), max(len(origins), high - gone))
    )


def is_note(witness: Witness) -> bool:
    """Whether an article does nothing but withdraw a report, or put right what one said.

    Its title or first paragraph is labelled as a withdrawal or speaks to those who print the report; what is
    done is said in words; and beside it stands one paragraph of reasons at most, not the report itself.
    """
    told = [witness.text[start:end] for start, end in witness.paragraphs.tolist()]
    if _corrects(told, witness):
        return True
    told = [one for one in told if len(one.split()) > _SIGNATURE or _opens(one, witness)]
    if not told or not (_opens(told[0], witness) or _opens(witness.article.title or "", witness)):
        return False
    doing = [one for one in told if _opens(one, witness) or _acts(one, witness)]
    beside = [one for one in told if one not in doing]
    if not any(_acts(one, witness) for one in doing) or len(beside) > 1:
        return False
    return sum(map(_length, beside)) < max(_REASONS, sum(map(_length, doing)))


def _corrects(told: Sequence[str], witness: Witness) -> bool:
    """Whether a brief article only puts another right.

    It opens as a correction, or has nothing but a label of corrections above it; or, with more behind the
    label, it says what is to be read and has hardly anything beside that.
    """
    label, notices = witness.article.title or "", witness.language.notices
    if not 0 < sum(map(_length, told)) <= _CORRECTION:
        return False
    if notices.kind(told[0]) == "correction":
        return not notices.is_of_a_take(told[0]) or sum(map(_length, told[1:])) <= _REASONS
    beside = [one for one in told if not notices.puts_right(one)]
    said = len(beside) < len(told) and sum(map(_length, beside)) <= _REASONS
    return notices.kind(label) == "correction" and (said or _length(label) <= _LABEL)


def _opens(words: str, witness: Witness) -> bool:
    """Whether a title or a paragraph opens as a withdrawal does: by its label, or whom it speaks to."""
    notices = witness.language.notices
    by_kind = notices.kind(words) == "withdrawal" and not notices.opens_by_one_word(words)
    return notices.opens_withdrawal(words) or by_kind


def _acts(words: str, witness: Witness) -> bool:
    """Whether a paragraph says that a report is withdrawn."""
    notices = witness.language.notices
    return notices.withdrawal_acts.search(" ".join(words.split())) is not None


def _length(words: str) -> int:
    return len(words.split())
