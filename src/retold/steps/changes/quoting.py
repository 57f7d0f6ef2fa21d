"""Words inside quotation marks: altered, cut, put in, newly quoted or no longer quoted."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from retold.model import Span
from retold.steps.changes.kinds import Finding
from retold.steps.changes.pair import Pair, Side, Unit, stretches

_MOST = 0.5  # of the shorter quotation's words, for two to be one
_KEPT = 2  # words of a quotation that must be in both versions for the rest to be altered


def inside(pair: Pair, unit: Unit) -> bool:
    """Whether the unit alters words of a quotation that both versions otherwise keep."""
    return any(
        _shared(pair, old, new) >= max(_KEPT, _MOST * min(_size(pair.old, old), _size(pair.new, new)))
        for old in pair.old.quotes_at(unit.old)
        for new in pair.new.quotes_at(unit.new)
    )


def _size(here: Side, quote: int) -> int:
    return int((here.quote == quote).sum())


def _shared(pair: Pair, old: int, new: int) -> int:
    """How many words of a quotation of the source have their partners in one of the copy."""
    there = pair.to_new[pair.old.quote == old]
    return int((pair.new.quote[there[there >= 0]] == new).sum())


def _kept(here: Side, quote: int, partners: np.ndarray[tuple[int], np.dtype[np.int32]]) -> int:
    return int(((here.quote == quote) & (partners >= 0)).sum())


def requoted(pair: Pair) -> Iterator[Finding]:
    """Words that both have, between quotation marks in one version only."""
    kept = np.flatnonzero(pair.to_new >= 0)
    there = pair.to_new[kept]
    same = pair.old.witness.words.forms[kept] == pair.new.witness.words.forms[there]
    for put_in in (True, False):
        flags = np.zeros(len(pair.old.words), np.bool_)
        bare, marked = (pair.old.quote[kept], pair.new.quote[there])
        if not put_in:
            bare, marked = marked, bare
        flags[kept[(bare == 0) & (marked > 0) & same]] = True
        for run in stretches(flags):
            yield from _requoted(pair, run, put_in)


def _requoted(pair: Pair, run: range, put_in: bool) -> Iterator[Finding]:
    """One finding, if most of the quotation's shared words are concerned."""
    new = range(int(pair.to_new[run.start]), int(pair.to_new[run.stop - 1]) + 1)
    if len(new) > 2 * len(run) or len(new) < 1:
        return
    quote = pair.new.quote[new.start] if put_in else pair.old.quote[run.start]
    total = _kept(pair.new, quote, pair.to_old) if put_in else _kept(pair.old, quote, pair.to_new)
    size = _size(pair.new if put_in else pair.old, int(quote))
    if 2 * len(run) < max(total, size / 2):
        return
    spans = [pair.old.span(run), pair.new.span(new)]
    here, place = (pair.new, 1) if put_in else (pair.old, 0)
    spans[place] = (_with_marks(here, spans[place][0], int(quote)),)
    detail = "newly quoted" if put_in else "no longer quoted"
    texts = (pair.old.text(run), pair.new.text(new))
    yield Finding("quotation", spans[0], spans[1], *texts, 0.8, detail)


def _with_marks(here: Side, span: Span, quote: int) -> Span:
    """The words together with the quotation marks that stand beside them."""
    outer = here.witness.quotes[quote - 1].outer
    words = here.witness.words
    low, high = words.touching(span.start, span.end)
    free_before = low == 0 or int(words.ends[low - 1]) <= outer.start
    free_behind = high == len(words) or int(words.starts[high]) >= outer.end
    return Span(
        span.article, outer.start if free_before else span.start, outer.end if free_behind else span.end
    )
