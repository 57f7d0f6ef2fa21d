"""Words inside quotation marks: altered, cut, put in, newly quoted or no longer quoted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from retold import parameters
from retold.algorithms.stretches import stretches
from retold.messages import N_
from retold.model import Span, Statement
from retold.steps.changes.candidates import Candidate, candidate_of_unit
from retold.steps.changes.insignificant import is_of_small_words
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Pair, Side, Unit
from retold.steps.changes.rest import Rest
from retold.tables import Ints

_P = parameters.of("changes", "quotations")
_MOST = _P.number("most")
_QUOTED = _P.number("quoted")
_TOLD = _P.integer("told")
_KEPT = _P.integer("kept")
_NAME = _P.integer("name")
_MATTER = _P.number("matter")
_STEM = _P.integer("stem")
_APART = _P.integer("apart")


def altered_quotations(material: Material, _: Rest, unit: Unit) -> Iterator[Candidate]:
    """A unit that alters words of a quotation, or exchanges the whole of one."""
    if is_inside(material.pair, unit) or _is_whole(material.pair, unit):
        made = candidate_of_unit(material.pair, "quotation", unit)
        yield replace(made, idle=is_of_small_words(material, unit))


def reworded_quotations(material: Material, _: Rest, unit: Unit) -> Iterator[Candidate]:
    """Words told as a quotation in one version only, or quoted in part."""
    how = requoted_how(material.pair, unit) if len(unit.old) and len(unit.new) else None
    if how is not None:
        yield candidate_of_unit(material.pair, "quotation", unit, how)


def is_inside(pair: Pair, unit: Unit) -> bool:
    """Whether the unit alters words of a quotation that both versions otherwise keep: one of two words."""
    return any(
        _shared(pair, old, new) >= max(min(_KEPT, shorter), _MOST * shorter)
        for old in pair.old.quotes_at(unit.old)
        for new in pair.new.quotes_at(unit.new)
        for shorter in [min(_size(pair.old, old), _size(pair.new, new))]
    )


def _is_whole(pair: Pair, unit: Unit) -> bool:
    """Whether the unit exchanges one whole quotation for another between words that both have."""
    if not len(unit.old) or not len(unit.new):
        return False
    sides = ((pair.old, unit.old), (pair.new, unit.new))
    whole = all(
        len(held := here.quotes_at(words)) == 1 and _size(here, max(held)) == len(words)
        for here, words in sides
    )
    before = unit.old_low > 0 and int(pair.to_new[unit.old_low - 1]) == unit.new_low - 1
    ends = unit.old_high == len(pair.to_new) and unit.new_high == len(pair.to_old)
    behind = ends or (unit.old_high < len(pair.to_new) and int(pair.to_new[unit.old_high]) == unit.new_high)
    return whole and before and behind


def requoted_how(pair: Pair, unit: Unit) -> str | None:
    """How a quotation was told otherwise: in plain words, the reverse, or both sides quote in part."""
    if min(len(unit.old), len(unit.new)) < _TOLD:
        return None
    old, new = (
        float((here.quote[words.start : words.stop] > 0).mean())
        for here, words in ((pair.old, unit.old), (pair.new, unit.new))
    )
    if 0 < old < 1 and 0 < new < 1 and not unit.rewritten:
        return N_("in other words")
    if max(old, new) < _QUOTED or min(old, new) > 0 or not _one_matter(pair, unit):
        return None
    return N_("no longer quoted") if old >= _QUOTED else N_("newly quoted")


def _one_matter(pair: Pair, unit: Unit) -> bool:
    """Whether the other side tells what only one side quotes: it has a good part of the quoted words."""
    old, new = (
        (here, words, _quoted(here, words)) for here, words in ((pair.old, unit.old), (pair.new, unit.new))
    )
    ours = {old[0].folded[k][:_STEM] for k in old[2] or old[1] if not old[0].small[k]}
    theirs = {new[0].folded[k][:_STEM] for k in new[2] or new[1] if not new[0].small[k]}
    return len(ours & theirs) >= max(_KEPT, _MATTER * min(len(ours), len(theirs)))


def _quoted(here: Side, words: range) -> list[int]:
    return [k for k in words if here.quote[k]]


def _size(here: Side, quote: int) -> int:
    return int((here.quote == quote).sum())


def _shared(pair: Pair, old: int, new: int) -> int:
    """How many words of a quotation of the source have their partners in one of the copy."""
    there = pair.to_new[pair.old.quote == old]
    return int((pair.new.quote[there[there >= 0]] == new).sum())


def _kept(here: Side, quote: int, partners: np.ndarray[tuple[int], np.dtype[np.int32]]) -> int:
    return int(((here.quote == quote) & (partners >= 0)).sum())


def requoted_words(material: Material, _: Rest, __: Unit) -> Iterator[Candidate]:
    """Words that both have, between quotation marks in one version only; they are claimed by nobody."""
    pair = material.pair
    for old, new in _newly(pair.old, pair.new, pair.to_new, pair.to_old):
        if not _is_spoken(pair.old, old[0], material.said[0]):
            yield _candidate(pair, old, new, N_("newly quoted"))
    for new, old in _newly(pair.new, pair.old, pair.to_old, pair.to_new):
        if not _is_spoken(pair.new, new[0], material.said[1]):
            yield _candidate(pair, old, new, N_("no longer quoted"))


def _is_spoken(here: Side, words: range, said: Sequence[Statement]) -> bool:
    """Whether words without marks are somebody's very words: a post, a letter, behind a colon."""
    if words.start and ":" in here.between(words.start - 1):
        return True
    return any(
        max(words.start, place.start) < min(words.stop, place.stop)
        for one in said
        if one.kind == "direct"
        for place in map(here.at, one.content)
    )


_Marked = tuple[range, Span]  # words, and the characters with the marks beside them


def _newly(bare: Side, marked: Side, to_marked: Ints, to_bare: Ints) -> Iterator[tuple[_Marked, _Marked]]:
    """Runs of words without marks in `bare` that have them in `marked`, if they are most of the quotation."""
    kept = np.flatnonzero(to_marked >= 0)
    there = to_marked[kept]
    same = bare.witness.words.forms[kept] == marked.witness.words.forms[there]
    flags = np.zeros(len(bare.words), np.bool_)
    flags[kept[(bare.quote[kept] == 0) & (marked.quote[there] > 0) & same]] = True
    for run in _joined(stretches(flags), to_marked, marked):
        far = range(int(to_marked[run.start]), int(to_marked[run.stop - 1]) + 1)
        if not 1 <= len(far) <= 2 * len(run) or _set_off(bare, run) or _is_name(marked, far):
            continue
        quote = int(marked.quote[far.start])
        if 2 * len(run) >= max(_kept(marked, quote, to_bare), _size(marked, quote) / 2):
            (near_span,), (far_span,) = bare.span(run), marked.span(far)
            yield (run, near_span), (far, _with_marks(marked, far_span, quote))


def _joined(runs: Iterable[range], to_marked: Ints, marked: Side) -> Iterator[range]:
    """Runs of one quotation that but a few words part, as one: older than any of [us] and twice as tired."""
    held: range | None = None
    for run in runs:
        if held is not None:
            near, far = run.start - held.stop, int(to_marked[run.start]) - int(to_marked[held.stop - 1]) - 1
            one = marked.quote[to_marked[run.start]] == marked.quote[to_marked[held.stop - 1]]
            if one and near <= _APART and 0 <= far <= _APART:
                held = range(held.start, run.stop)
                continue
            yield held
        held = run
    if held is not None:
        yield held


def _is_name(here: Side, words: range) -> bool:
    """Whether the words are a name that a house may set between marks: the "Flare" program."""
    return len(words) <= _NAME and all(here.words[k][:1].isupper() or here.small[k] for k in words)


def _set_off(here: Side, run: range) -> bool:
    """Whether these are sentences that open a paragraph: a quotation by layout, without marks."""
    start = int(here.witness.words.starts[run.start])
    number = int(np.searchsorted(here.witness.paragraphs[:, 0], start, side="right")) - 1
    first = number >= 0 and here.witness.words.touching(*here.witness.paragraphs[number].tolist())[0]
    ends = run.stop == len(here.words) or here.sentence[run.stop] != here.sentence[run.stop - 1]
    return bool(first == run.start and ends)


def _candidate(pair: Pair, old: _Marked, new: _Marked, detail: str) -> Candidate:
    texts = (_reading(pair.old, old[0]), _reading(pair.new, new[0]))
    return Candidate("quotation", (old[1],), (new[1],), *texts, detail)


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


def _reading(here: Side, words: range) -> str:
    """The words as a reader sees them: between the marks of their quotation where they have one."""
    number = int(here.quote[words.start])
    if not number:
        return here.text(words)
    quote, text = here.witness.quotes[number - 1], here.witness.text
    opening, closing = text[quote.outer.start : quote.span.start], text[quote.span.end : quote.outer.end]
    return f"{opening}{here.text(words)}{closing}"
