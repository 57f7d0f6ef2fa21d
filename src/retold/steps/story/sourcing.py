"""From which of several reports a piece was taken, which way it went, and how sure that is.

Whoever prints a piece without a word on it has it from one of those that print it too: from the one it names,
from an agency, or from the first. Against the clock nobody has anything.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from retold import parameters
from retold.gazetteer import agencies
from retold.messages import N_
from retold.model import Article, Derivation, Evidence, Node, OutsideSource, Passage
from retold.moments import Moment, moment
from retold.steps.story import excerpts
from retold.steps.story.features import Mask
from retold.tables import Alignment, Witness

_P = parameters.of("story", "sourcing")
_WORDS, _COPIED = _P.row("words"), _P.row("copied")
_UNTIMED = _P.number("untimed")
_UNNAMED = _P.number("unnamed")
_DIRECTED = _P.number("directed")


class Taken(NamedTuple):
    """A piece of an article and a report that has it: the article is `a` of the alignment."""

    alignment: Alignment
    words: Mask  # of the article


class _Clue(NamedTuple):
    """What speaks of one report as the source."""

    credited: bool
    agency: bool
    time: int  # 1 where it was published before for certain, -1 behind, 0 where nothing tells


def likeliest(among: Sequence[Taken]) -> Taken:
    """The report that the piece was most likely taken from; the order of what is given changes nothing."""
    return min(among, key=_rank)


def outside_source(one: Taken) -> OutsideSource:
    """The report as a source of an article of another story."""
    article = one.alignment.b.article
    return OutsideSource(Node(article.id, article.outlet, True, 1.0), derivation(one))


def derivation(one: Taken, only_named: bool = False) -> Derivation:
    """The piece as a derivation: directed where no clock forbids it and enough speaks for it.

    With `only_named`, only from an agency or from whom the copy names: of two papers that print the same
    paragraphs each may have them from an agency that nobody holds.
    """
    copy, source = one.alignment.a, one.alignment.b
    passages = excerpts.passages(one.alignment, one.words)
    words, clue = excerpts.telling(one.alignment, one.words), _clue(one)
    copied = float(np.interp(words, _WORDS, _COPIED))
    named = clue.credited or clue.agency
    support = copied * (1.0 if clue.time > 0 else _UNTIMED) * (1.0 if named else _UNNAMED)
    directed = clue.time >= 0 and support >= _DIRECTED and (named or not only_named)
    evidence = (_of_text(one, passages, copied), *_of_clue(clue, copy.article, source.article))
    return Derivation(
        source.id, copy.id, directed, round(support if directed else copied, 4), evidence, passages
    )


def _rank(one: Taken) -> tuple[bool, bool, bool, float, str]:
    """Those that cannot be the source come last; then whoever is named, agencies, and the first."""
    clue, article = _clue(one), one.alignment.b.article
    when = moment(article.published)
    stamp = math.inf if when is None else when.low.timestamp()
    return (clue.time < 0, not clue.credited, not clue.agency, stamp, article.id)


def _clue(one: Taken) -> _Clue:
    copy, source = one.alignment.a, one.alignment.b.article
    first, then = moment(source.published), moment(copy.article.published)
    named = source.outlet is not None and _is_named(source.outlet, copy, one.words)
    return _Clue(named, agencies.is_agency(source.outlet), _order(first, then))


def _order(first: Moment | None, then: Moment | None) -> int:
    """Whether one moment is before the other for certain (1), behind it (-1), or nobody can tell (0)."""
    if first is None or then is None:
        return 0
    one, other = first.in_any_zone(), then.in_any_zone()
    return 1 if one.before(other) else -1 if other.before(one) else 0


def _is_named(outlet: str, copy: Witness, words: Mask) -> bool:
    """Whether a paragraph with some of these words names the outlet."""
    numbers = np.unique(copy.tokens.paragraph[words])
    ranges = copy.paragraphs[numbers[numbers >= 0]].tolist()
    name = re.compile(rf"(?<!\w){re.escape(outlet.strip())}(?!\w)", re.IGNORECASE) if outlet.strip() else None
    return name is not None and any(name.search(copy.text, low, high) for low, high in ranges)


def _of_text(one: Taken, passages: Sequence[Passage], copied: float) -> Evidence:
    spans = tuple(span for passage in passages for span in (passage.a, passage.b))
    size = int(one.words.sum())
    words = N_("{size} words of {source} stand in {copy}, nearly or wholly as they are").format(
        size=size, source=one.alignment.a.id, copy=one.alignment.b.id
    )
    return Evidence("excerpt", spans, round(math.log(copied / (1 - copied)), 4), words)


def _of_clue(clue: _Clue, copy: Article, source: Article) -> list[Evidence]:
    """What the clock and names say, in words."""
    says = {
        1: N_("{copy} was published later").format(copy=copy.id),
        0: N_("the stamps of {source} and {copy} do not tell which came first").format(
            source=source.id, copy=copy.id
        ),
        -1: N_("{source} was published later, so that nothing tells which way it went").format(
            source=source.id
        ),
    }[clue.time]
    named = N_("{copy} names {outlet} beside it")
    found = [Evidence("time", (), float(clue.time), says)]
    found += (
        [Evidence("credit", (), 1.0, named.format(copy=copy.id, outlet=source.outlet))]
        if clue.credited
        else []
    )
    return found + (
        [Evidence("agency", (), 1.0, N_("{source} is an agency's").format(source=source.id))]
        if clue.agency
        else []
    )
