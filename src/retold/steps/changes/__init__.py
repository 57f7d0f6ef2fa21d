"""What a retelling changed: each change of exactly one kind, with its places and its reason.

    changes.find(alignment, statements, edge, settings.changes)
    changes.settled(found, lineage, pairs)   of copies of a source that nobody holds: against it

The alignment sets the smallest units apart; each unit is asked, in the order of
`kinds.ORDER`, what it is, and the first kind that fits takes its words. What is
left of the unit is asked again. The order is the contract's but for one thing:
a unit that says the same in another spelling, or that is a slip of the pen, is
told so before anybody calls it an altered quotation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from retold.model import Change, ChangeKind, Derivation, Span, Statement
from retold.settings import Changes
from retold.steps.changes import (
    crediting,
    leftover,
    lexical,
    matter,
    naming,
    openings,
    people,
    quoting,
    spelling,
    surface,
    twins,
    units,
    values,
    voices,
)
from retold.steps.changes.kinds import Ends, Finding, told
from retold.steps.changes.openings import Openings
from retold.steps.changes.pair import Pair, Unit
from retold.steps.changes.twins import Twins
from retold.steps.changes.unseen import settled
from retold.steps.changes.values import Values
from retold.tables import Alignment

__all__ = ["find", "settled"]

Said = tuple[Sequence[Statement], Sequence[Statement]]  # of the source, of the copy


def find(
    alignment: Alignment,
    statements: Mapping[str, Sequence[Statement]],
    edge: Derivation | None,
    settings: Changes,
    story: str = "",
) -> list[Change]:
    """All changes between two versions, in the order of the source's text.

    `edge` joins the two, in either order and directed or not; without one they
    are siblings of an unseen source and the smaller id counts as the source.
    `statements` may lack either article: then no attribution is judged.
    Raises `ValueError` when the edge joins other articles.
    """
    alignment = _turned(alignment, edge)
    ends = Ends(story, alignment.a.id, alignment.b.id, edge)
    pair = units.prepare(alignment, ends.directed)
    said = (tuple(statements.get(ends.source, ())), tuple(statements.get(ends.copy, ())))
    return told(surface.folded(_findings(pair, said, settings)), ends)


def _turned(alignment: Alignment, edge: Derivation | None) -> Alignment:
    """The alignment with the source as `a`."""
    ids = (alignment.a.id, alignment.b.id)
    if edge is None:
        return alignment if ids[0] <= ids[1] else alignment.turned()
    if {edge.source, edge.copy} != set(ids):
        raise ValueError(f"the edge {edge.id} does not join {ids[0]} and {ids[1]}")
    return alignment if edge.source == ids[0] else alignment.turned()


def _findings(pair: Pair, said: Said, settings: Changes) -> Iterator[Finding]:
    """Statements first, then the units one by one, then what concerns whole passages and print."""
    known = values.gather(pair)
    both = twins.matched(pair, *said)
    yield from people.find(pair, *said, both, settings)
    yield from crediting.find(pair, said)
    yield from spelling.shared_slips(pair)
    yield from quoting.requoted(pair)
    yield from values.bounded(pair, known)
    yield from naming.datelines(pair, known)
    opened = openings.opening(pair, settings)
    yield from openings.differing(pair, known, *opened)
    for finding in _of_units(pair, known, said, both, opened, settings):
        if not _swallowed(finding, opened, pair):
            yield finding
    yield from matter.moved(pair)
    yield from openings.lede(pair, opened)
    yield from surface.find(pair)


def _of_units(
    pair: Pair, known: Values, said: Said, both: Sequence[Twins], opened: Openings, settings: Changes
) -> Iterator[Finding]:
    """What the units are, one by one; then what is left of them, put together."""
    rest: list[Unit] = []
    for unit in pair.units:
        if unit.rewritten and (_in_opening(unit, opened) or _mostly_told(pair, unit)):
            continue
        if unit.rewritten:
            yield from openings.differing(pair, known, unit.old, unit.new)
            yield _reworded(pair, unit, 0.75)
        else:
            yield from _of_unit(pair, unit, Values.none() if _in_opening(unit, opened) else known, rest)
    for unit in leftover.joined(pair, rest, said, both):
        yield from _plain(pair, unit, known, said, settings)


def _of_unit(pair: Pair, unit: Unit, known: Values, rest: list[Unit]) -> Iterator[Finding]:
    """What one unit is, kind by kind; each finder marks the words it has spoken of."""
    whole = _as_a_whole(pair, unit, known) if _untouched(pair, unit) else None
    if whole is not None:
        yield whole
        return
    yield from values.find(pair, known, unit)
    yield from naming.find(pair, known, unit)
    for part in _left(pair, unit):
        yield from _of_words(pair, part, rest)


def _as_a_whole(pair: Pair, unit: Unit, known: Values) -> Finding | None:
    """The same words in another dress, or a slip; two values are never that."""
    if spelling.is_style(pair, unit):
        return _as_style(pair, unit)
    wrong = None if values.counted(known, unit) else spelling.slip(pair, unit)
    return None if wrong is None else _whole(pair, unit, Finding("slip", (), (), "", "", wrong[1], wrong[0]))


def _of_words(pair: Pair, unit: Unit, rest: list[Unit]) -> Iterator[Finding]:
    """A unit without values: style, slip, quotation, hedge, loaded; what is left goes to the rest."""
    wrong = spelling.slip(pair, unit)
    if spelling.is_style(pair, unit):
        yield _as_style(pair, unit)
    elif wrong is not None:
        yield _whole(pair, unit, Finding("slip", (), (), "", "", wrong[1], wrong[0]))
    elif quoting.inside(pair, unit):
        yield _whole(pair, unit, Finding("quotation", (), (), "", "", 0.85))
    else:
        for lexicon in (lexical.hedges(), lexical.loaded()):
            yield from lexical.find(pair, unit, lexicon)
        rest += _left(pair, unit)


def _plain(pair: Pair, unit: Unit, known: Values, said: Said, settings: Changes) -> Iterator[Finding]:
    if not len(unit.old) or not len(unit.new):
        named = list(voices.find(pair, unit, said, settings))
        yield from named or matter.lacking(pair, unit, known, said)
    elif spelling.is_style(pair, unit):
        yield _as_style(pair, unit)
    elif leftover.stands_elsewhere(pair, unit):
        yield _whole(pair, unit, Finding("moved", (), (), "", "", 0.8))
    else:
        yield _reworded(pair, unit, 0.8)


def _reworded(pair: Pair, unit: Unit, support: float) -> Finding:
    """Other words for the same; told as a quotation in one version only, it is an altered quotation."""
    quoted = quoting.retold(pair, unit)
    kind: ChangeKind = "wording" if quoted is None else "quotation"
    return _whole(pair, unit, Finding(kind, (), (), "", "", support, quoted))


def _mostly_told(pair: Pair, unit: Unit) -> bool:
    """Whether changes speak of most words of either side already: a credit in other words is a credit."""
    old, new = pair.old.taken[unit.old_low : unit.old_high], pair.new.taken[unit.new_low : unit.new_high]
    return bool(2 * old.sum() > len(old) or 2 * new.sum() > len(new))


def _untouched(pair: Pair, unit: Unit) -> bool:
    """Whether no change speaks of any word of the unit yet."""
    old, new = pair.old.taken[unit.old_low : unit.old_high], pair.new.taken[unit.new_low : unit.new_high]
    return not old.any() and not new.any()


def _as_style(pair: Pair, unit: Unit) -> Finding:
    return _whole(pair, unit, Finding("style", (), (), "", "", 0.9, "spelling"))


def _whole(pair: Pair, unit: Unit, like: Finding) -> Finding:
    """A finding of this make whose places are the whole unit."""
    spans = (pair.old.span(unit.old), pair.new.span(unit.new))
    texts = (pair.old.text(unit.old), pair.new.text(unit.new))
    return Finding(like.kind, *spans, *texts, like.support, like.detail, like.light)


def _left(pair: Pair, unit: Unit) -> Iterator[Unit]:
    """What no change speaks of yet of a unit; small words beside what was told go with it."""
    old, new = pair.old.free(unit.old), pair.new.free(unit.new)
    untouched = sum(map(len, old)) == len(unit.old) and sum(map(len, new)) == len(unit.new)
    if untouched:
        yield unit
        return
    old = [part for part in old if _says(pair.old.folded, part)]
    new = [part for part in new if _says(pair.new.folded, part)]
    while old and new and len(old) == len(new):
        ours, theirs = old.pop(0), new.pop(0)
        yield Unit(ours.start, ours.stop, theirs.start, theirs.stop, unit.moved)
    for part in old:
        yield Unit(part.start, part.stop, unit.new_high, unit.new_high, unit.moved)
    for part in new:
        yield Unit(unit.old_high, unit.old_high, part.start, part.stop, unit.moved)


def _says(folded: Sequence[str], words: range) -> bool:
    return not all(spelling.is_small(folded[k]) for k in words)


def _in_opening(unit: Unit, opened: Openings) -> bool:
    """Whether the unit lies in a new opening, whose figures and dates are compared as a whole."""
    old_in = not len(unit.old) or (unit.old_low in opened.old and unit.old_high - 1 in opened.old)
    new_in = not len(unit.new) or (unit.new_low in opened.new and unit.new_high - 1 in opened.new)
    return old_in and new_in


def _swallowed(finding: Finding, opened: Openings, pair: Pair) -> bool:
    """Whether a new opening tells of it already: mere words inside it are no change of their own."""
    if finding.kind not in ("cut", "added", "wording", "style", "quotation"):
        return False
    return _within(finding.old, pair.old.span(opened.old)) and _within(finding.new, pair.new.span(opened.new))


def _within(spans: Sequence[Span], opening: Sequence[Span]) -> bool:
    return all(any(o.holds(s) for o in opening) for s in spans)
