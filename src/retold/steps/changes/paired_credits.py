"""The credits of two versions set against each other: those the credit step found, and what has their shape.

The credit step knows agencies by name. Where two versions differ, more can be
told: a name in brackets before the dash of a dateline, ", as X reports" at the
end of a sentence, a last line that names a source are credits whoever X is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from retold import parameters
from retold.model import Statement
from retold.steps.changes.last_lines import last_lines, last_paragraphs
from retold.steps.changes.mentions import meet
from retold.steps.changes.pair import Pair, Side, Unit
from retold.tables import Ints

_P = parameters.of("changes", "credits")
_FOOT = _P.integer("foot")
_SHORT_LINE = _P.integer("short_line")
_NAME = _P.integer("name")
_DATELINE = _P.integer("dateline")
_HEAD = _P.integer("head")
_SHORTEST = _P.integer("shortest")
_CLAUSE = _P.integer("clause")
_REPORT = _P.integer("report")
_BRACKETED = _P.integer("bracketed")
_BESIDE = _P.integer("beside")
_STOPS = tuple(',.;:!?"“”()')  # marks that set a phrase off
_DASH = re.compile(r"[—–―]|\s--?\s")


Paired = tuple[range, range]  # words of the source, of the copy; an empty range where that has no such credit


def paired(pair: Pair, said: tuple[Sequence[Statement], Sequence[Statement]]) -> Iterator[Paired]:
    """The credits of both versions, each with its partner; a name that speaks in `said` is no credit."""
    both, old, new = _met(pair, _credited(pair.old), _credited(pair.new))
    both += _signed(pair, [ours for ours, _ in both], [theirs for _, theirs in both])
    old = [r for r in old if not any(meet(r, ours) for ours, _ in both)]
    new = [r for r in new if not any(meet(r, theirs) for _, theirs in both)]
    for unit in pair.units:
        edited = not unit.rewritten and _edited(pair, unit)
        old += _shaped(pair.old, unit.old, edited, [*old, *(ours for ours, _ in both)], said[0])
        new += _shaped(pair.new, unit.new, edited, [*new, *(theirs for _, theirs in both)], said[1])
    yield from both
    yield from _opposite(pair, old, new)


def _met(
    pair: Pair, old: list[range], new: list[range]
) -> tuple[list[tuple[range, range]], list[range], list[range]]:
    """Credits that share words with one of the other version, and those that most of it lacks."""
    both: list[tuple[range, range]] = []
    for ours in old:
        there = pair.to_new[ours.start : ours.stop]
        partner = next((r for r in new if ((there >= r.start) & (there < r.stop)).any()), None)
        if partner is not None and all(partner != theirs for _, theirs in both):
            both.append((ours, partner))
    lone_old = [r for r in old if r not in [ours for ours, _ in both] and _lacks(r, pair.to_new)]
    lone_new = [r for r in new if r not in [theirs for _, theirs in both] and _lacks(r, pair.to_old)]
    lone_old = [r for r in lone_old if not _goes_along(pair.old, r, pair.group_old)]
    return both, lone_old, [r for r in lone_new if not _goes_along(pair.new, r, pair.group_new)]


def _goes_along(here: Side, words: range, groups: Ints) -> bool:
    """Whether it is told in passing by a sentence that was cut or added as a whole."""
    whole = here.sentences(words)
    return bool(groups[words.start] < 0 and words.start >= _DATELINE and 2 * len(words) < len(whole))


def _opposite(pair: Pair, old: list[range], new: list[range]) -> Iterator[tuple[range, range]]:
    """Credits that stand at the same place in both are one change, and so are those to one name."""
    left_old, left_new = list(old), list(new)
    for fits in (_at_one_place, _to_one_name):
        for ours in list(left_old):
            theirs = next((r for r in left_new if fits(pair, ours, r)), None)
            if theirs is not None:
                left_old.remove(ours)
                left_new.remove(theirs)
                yield ours, theirs
    yield from ((ours, range(0)) for ours in left_old)
    yield from ((range(0), theirs) for theirs in left_new)


def _at_one_place(pair: Pair, ours: range, theirs: range) -> bool:
    return any(meet(unit.new, theirs) for unit in pair.units_at(ours, of_old=True))


def _to_one_name(pair: Pair, ours: range, theirs: range) -> bool:
    """Whether two credits name the same: a line left out at the head and put in at the foot is one credit."""
    old, new = _named(pair.old, ours), _named(pair.new, theirs)
    return bool(old and new) and (old <= new or new <= old)


def _named(here: Side, words: range) -> set[str]:
    """The capitalised words of a credit that name somebody and are no words for a body."""
    known = here.editing.crediting
    plain = known.bodies | known.lines | known.reports | known.worked
    return {here.folded[k] for k in words if here.words[k][:1].isupper() and here.folded[k] not in plain}


# ---- found by the credit step ----


def _credited(here: Side) -> list[range]:
    found = [*_last_words(here), *last_lines(here)]
    for credit in here.witness.credits:
        words = here.at(credit.span)
        if words:
            found.append(_whole_line(here, words))
    found.sort(key=lambda r: (r.start, -len(r)))
    apart: list[range] = []
    for one in found:
        if not apart or one.start >= apart[-1].stop:
            apart.append(one)
    return apart


def _last_words(here: Side) -> list[range]:
    """Reporting by …; editing by …: from the first of them near the end to the end of its paragraphs."""
    count, known = len(here.words), here.editing.crediting
    for k in range(max(1, count - _FOOT), count - 1):
        first = k - 1 - (k > 1 and here.folded[k - 2] in known.more)
        if here.folded[k] in known.by and here.folded[k - 1] in known.worked and _starts(here, first):
            high = next((j + 1 for j in range(k, count) if ")" in _behind(here, j)), count)
            return [range(first, high)]
    return []


def _behind(here: Side, k: int) -> str:
    return (
        here.between(k) if k + 1 < len(here.words) else here.witness.text[int(here.witness.words.ends[k]) :]
    )


def _starts(here: Side, k: int) -> bool:
    """Whether a sentence, a line or a bracket opens before the word."""
    return k == 0 or bool(here.opens[k]) or any(mark in here.between(k - 1) for mark in "(\n;[")


def _whole_line(here: Side, words: range) -> range:
    """The sentence around a credit, if the credit is most of it."""
    whole = here.sentences(words[:1])
    extra = [k for k in whole if k not in words and not here.small[k]]
    if _lists_workers(here, words, extra):
        return whole
    if len(whole) > len(words) + _SHORT_LINE:
        return words
    return whole if len(extra) <= _BESIDE else words


def _lists_workers(here: Side, words: range, extra: Sequence[int]) -> bool:
    """Whether a last line names all who worked on a report: Ana Kael, Pim Aske and Acme contributed."""
    late = words.stop > len(here.words) - _FOOT
    known = here.editing.crediting
    cued = any(here.folded[k] in known.worked | known.lines for k in words)
    return late and cued and all(here.words[k][:1].isupper() or here.folded[k] in known.lines for k in extra)


def _lacks(words: range, partners: Ints) -> bool:
    held = partners[words.start : words.stop]
    return bool(2 * int((held >= 0).sum()) < len(words))


# ---- told by their shape ----


def _edited(pair: Pair, unit: Unit) -> bool:
    """Whether the unit is part of a sentence that both versions have."""
    return pair.group(unit) >= 0


def _shaped(
    here: Side, words: range, edited: bool, known: Sequence[range], said: Sequence[Statement]
) -> list[range]:
    """The parts of these words that have a credit's shape; of a sentence cut whole only all of it."""
    found: list[range] = []
    phrases = _phrases(here, words) if edited else [words]
    shaped = [shape(here, words) for shape in (_bracketed, _byline)] if len(words) else []
    for one in (*shaped, *(part for part in phrases if _clause(here, part))):
        if one is not None and not any(meet(one, r) for r in (*known, *found)):
            found += [] if _speaks(here, one, said) else [one]
    return found


def _bracketed(here: Side, words: range) -> range | None:
    """A capitalised name in brackets or strokes before the dash of a dateline."""
    head = range(words.start, min(words.stop, here.first_told + _DATELINE))
    found = _in_brackets(here, head, words.stop, ("(", "[", "/"))
    return next((one for one in found if _capital(here, one) and _before_dash(here, one)), None)


def _signed(pair: Pair, old: Sequence[range], new: Sequence[range]) -> list[Paired]:
    """Names in brackets at the head of one version and at the foot of the other, not paired as credits yet.

    That it stands in both places makes a name a credit, whoever it is and however it is written: (npd).
    """
    found = list(_head_and_foot(pair.old, pair.new))
    found += [(ours, theirs) for theirs, ours in _head_and_foot(pair.new, pair.old)]
    free = [
        (ours, theirs)
        for ours, theirs in found
        if not any(meet(ours, r) for r in old) and not any(meet(theirs, r) for r in new)
    ]
    return free[:1]


def _head_and_foot(head: Side, foot: Side) -> Iterator[Paired]:
    """A name in brackets before the dash of a dateline, and the same near the other's end.

    There it stands in brackets too or is the last line.
    """
    opening = range(min(len(head.words), _DATELINE))
    last = range(max(_DATELINE, len(foot.words) - _FOOT), len(foot.words))
    for one in _in_brackets(head, opening, opening.stop):
        if _before_dash(head, one):
            name = head.folded[one.start : one.stop]
            there = [
                *_in_brackets(foot, last, last.stop),
                *islice((range(*r) for r in last_paragraphs(foot)), 1),
            ]
            yield from ((one, r) for r in there if foot.folded[r.start : r.stop] == name)


def _in_brackets(here: Side, lows: range, stop: int, marks: tuple[str, ...] = ("(", "[")) -> Iterator[range]:
    """Words that fill a pair of brackets: the first is one of `lows`, the last stands before `stop`."""
    for low in lows:
        if low and here.between(low - 1).rstrip()[-1:] in marks:
            far = min(stop, low + _BRACKETED)
            high = next((k + 1 for k in range(low, far) if _closes(here, k)), None)
            if high is not None:
                yield range(low, high)


def _before_dash(here: Side, words: range) -> bool:
    """Whether the dash of a dateline stands right behind the words and their bracket."""
    end = int(here.witness.words.ends[words.stop - 1])
    return _DASH.search(here.witness.text[end : end + 5]) is not None


def _byline(here: Side, words: range) -> range | None:
    """A short line of its own that says by whom the report is."""
    for k in range(words.start, min(words.stop, _HEAD)):
        if here.folded[k] not in here.editing.crediting.by or not _begins_line(here, k):
            continue
        high = _line_end(here, k)
        if _SHORTEST <= high - k <= _SHORT_LINE and _capital(here, range(k + 1, high)):
            return range(k, _behind_office(here, high))
    return None


def _line_end(here: Side, k: int) -> int:
    """The number behind the last word of the line in which a word stands, as far as a credit can reach."""
    far = min(len(here.words), k + _SHORT_LINE + 1)
    return next((j + 1 for j in range(k, far) if _ends_line(here, j)), far + 1)


def _behind_office(here: Side, high: int) -> int:
    """Where a byline ends, with the office of its writer in capitals on the next line."""
    if high >= len(here.words):
        return high
    office = range(high, min(len(here.words), _line_end(here, high)))
    capitals = all(here.words[k][:1].isupper() for k in office)
    return office.stop if len(office) <= _NAME and capitals and not here.prose[high] else high


def _begins_line(here: Side, k: int) -> bool:
    return k == 0 or "\n" in here.between(k - 1)


def _ends_line(here: Side, k: int) -> bool:
    return k + 1 == len(here.words) or "\n" in here.between(k)


def _closes(here: Side, k: int) -> bool:
    end = int(here.witness.words.ends[k])
    return here.witness.text[end : end + 1] in (")", "]", "/")


def _capital(here: Side, words: range) -> bool:
    """Whether these words are a name: every telling word with a capital."""
    told = [
        here.words[k]
        for k in words
        if not here.small[k] and here.folded[k] not in here.editing.crediting.bodies
    ]
    return bool(told) and all(word[:1].isupper() for word in told)


def _phrases(here: Side, words: range) -> list[range]:
    """The words parted where a comma or a stop stands between them."""
    cuts = [k for k in words[1:] if here.between(k - 1).strip()[:1] in _STOPS]
    return [range(low, high) for low, high in pairwise([words.start, *cuts, words.stop])]


def _clause(here: Side, words: range) -> bool:
    """As X reports; the X agency reported; according to X: set off by commas or a stop."""
    if not _SHORTEST <= len(words) <= _CLAUSE or not _set_off(here, words):
        return False
    folded = here.folded[words.start : words.stop]
    known, source = here.editing.crediting, here.editing.source
    named_body = folded[-1] in known.says and any(word in known.bodies for word in folded)
    if folded[-1] in known.reports or named_body:
        name = range(words.start + (folded[0] in known.as_), words.stop - 1)
        return len(name) > 0 and _capital(here, name)
    if folded[0] in known.reports and len(words) <= _REPORT:
        return _capital(here, range(words.start + 1, words.stop))
    if source and folded[: len(source)] == source:
        name = range(words.start + len(source), words.stop)
        return len(name) > 0 and _capital(here, name) and _only_here(here, name)
    return False


def _set_off(here: Side, words: range) -> bool:
    before = here.between(words.start - 1) if words.start else "."
    behind = here.between(words.stop - 1) if words.stop < len(here.words) else "."
    return before.strip()[:1] in (",", "", ".", "”", '"') and behind.strip()[:1] in (",", ".", '"', "”")


def _only_here(here: Side, name: range) -> bool:
    """Whether the name is nobody's of whom the text speaks elsewhere but as its source."""
    told = [here.folded[k] for k in name if not here.small[k]]
    for credit in here.witness.credits:
        words = here.at(credit.span)
        if not meet(name, words) and set(told) <= {here.folded[k] for k in words}:
            return True
    return any(word in here.editing.crediting.bodies for word in told) or all(
        here.counts[word] == 1 for word in told
    )


def _speaks(here: Side, words: range, said: Sequence[Statement]) -> bool:
    """Whether the name is that of somebody who speaks elsewhere in the text too."""
    place = here.span(words)[0]
    quoted = [s.speaker for s in said if s.kind in ("direct", "mixed") and s.speaker is not None]
    speakers = [mention for mention in quoted if not mention.meets(place)]
    names = {here.folded[k] for m in speakers for k in here.at(m)}
    return any(here.folded[k] in names for k in words if here.words[k][:1].isupper())
