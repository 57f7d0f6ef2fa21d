"""Scores for statements against marked attributions, as counts of one article.

- A quoted segment is a stretch of four or more words between double marks that
  lies, for at least half of its characters, in the content of a marked
  attribution that has a source.
- It is found when statements cover at least half of its characters, and has the
  right speaker when the mention of that statement's first speaker shares a
  character with the marked source.
- An attribution is linked when a statement's content has a Dice overlap of at
  least .5 with the marked content (characters) and its speaker's mention shares
  a character with the marked source. Each statement links at most one.
- Precision of speakers given with support of .9 or more counts the quoted
  segments above; coverage is the share of them that have such a speaker.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from evaluation.corpora.polnear import Attribution, Ranges
from evaluation.metrics import calibration
from evaluation.metrics.bootstrap import Counts
from evaluation.metrics.ranges import common, dice
from evaluation.metrics.scores import ratio, triple
from retold.model import Statement

_QUOTED = re.compile(r"[\"“]([^\"“”\n]+)[\"”]")
CALIBRATION = "support of speakers, calibration error"
_SURE = 0.9  # support of a speaker that counts as sure
_WORDS = 4  # of the shortest segment
_LINKED = 0.5  # Dice overlap of contents


def segments(text: str, truth: Iterable[Attribution]) -> Iterator[tuple[tuple[int, int], list[Attribution]]]:
    """Quoted segments of four or more words, each with the attributions it belongs to."""
    sourced = [one for one in truth if one.source]
    for match in _QUOTED.finditer(text):
        span = match.span(1)
        half = (span[1] - span[0]) / 2
        owners = [one for one in sourced if common(one.content, [span]) >= half]
        if owners and len(match.group(1).split()) >= _WORDS:
            yield span, owners


def counted(text: str, truth: Sequence[Attribution], found: Sequence[Statement]) -> Counter[str]:
    """The counts of one article, of which `figures` makes shares."""
    counts: Counter[str] = Counter(articles=1)
    for span, owners in segments(text, truth):
        counts += _of_segment(span, owners, found)
    return counts + _of_links(truth, found)


def figures(counts: Counts) -> dict[str, float]:
    """Shares from the counts of any number of articles."""
    return {
        "segments found": ratio(counts, "found", "segments"),
        "segments with the right speaker": ratio(counts, "right", "segments"),
        "sure speakers precision": ratio(counts, "sure right", "sure"),
        "sure speakers coverage": ratio(counts, "sure", "segments"),
        CALIBRATION: calibration.error(counts),
    } | triple(counts, "links ", "links ")


def _of_segment(
    span: tuple[int, int], owners: Sequence[Attribution], found: Sequence[Statement]
) -> Counter[str]:
    covering = [s for s in found if common(_content(s), [span]) >= (span[1] - span[0]) / 2]
    right = [s for s in covering if any(_speaks(s, owner.source) for owner in owners)]
    sure = [s for s in covering if s.speakers and s.speakers[0].support >= _SURE]
    told = calibration.counted((s.speakers[0].support, s in right) for s in covering[:1] if s.speakers)
    return told + Counter({
        "segments": 1,
        "found": int(bool(covering)),
        "right": int(bool(right)),
        "sure": int(bool(sure)),
        "sure right": int(any(s in right for s in sure)),
    })  # fmt: skip


def _of_links(truth: Sequence[Attribution], found: Sequence[Statement]) -> Counter[str]:
    sourced = [one for one in truth if one.source and one.content]
    free = [s for s in found if s.content]
    given, linked = len(free), 0
    for one in sourced:
        fits = [s for s in free if dice(_content(s), one.content) >= _LINKED and _speaks(s, one.source)]
        if fits:
            free.remove(fits[0])
            linked += 1
    return Counter({"links right": linked, "links given": given, "links wanted": len(sourced)})


def _content(statement: Statement) -> Ranges:
    return [(piece.start, piece.end) for piece in statement.content]


def _speaks(statement: Statement, source: Ranges) -> bool:
    mention = statement.speaker
    return mention is not None and common([(mention.start, mention.end)], source) > 0
