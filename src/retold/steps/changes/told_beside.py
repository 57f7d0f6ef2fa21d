"""Whether a version that seems to drop a speaker has him say so in the sentence right beside.

Kael said the pier was shut. It would open in May | Kael said the pier was shut. He said it would open in May.
True, and nothing that a reader wants told: who speaks goes on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retold.model import Statement
from retold.steps.changes.pair import Side


def is_told_beside(
    here: Side, statement: Statement, there: Side, words: range, said: Sequence[Statement]
) -> bool:
    """Whether the speaker of a statement of one version speaks beside the same `words` of the other.

    `said` are the statements of the other version; a sentence before or behind the words counts.
    """
    near = list(_beside(there, words))
    return any(
        one.cue is not None
        and any(there.at(one.cue).start in sentence for sentence in near)
        and _is_one(here, statement, there, one)
        for one in said
    )


def _beside(there: Side, words: range) -> Iterator[range]:
    """The sentences right before and right behind those in which words stand."""
    own = there.sentences(words)
    if own.start > 0:
        yield there.sentences(range(own.start - 1, own.start))
    if own.stop < len(there.words):
        yield there.sentences(range(own.stop, own.stop + 1))


def _is_one(here: Side, statement: Statement, there: Side, other: Statement) -> bool:
    """Whether two statements have one speaker: by name, or by the words of the mentions."""
    ours, theirs = statement.speaker_name, other.speaker_name
    if ours and theirs and not here.names.apart(ours, theirs):
        return True
    one, two = telling(here, statement), telling(there, other)
    return bool(one and two) and (one <= two or two <= one)


def telling(here: Side, statement: Statement) -> frozenset[str]:
    """The telling words of a speaker's mention, folded."""
    place = range(0) if statement.speaker is None else here.at(statement.speaker)
    return frozenset(here.folded[k] for k in place if not here.small[k])
