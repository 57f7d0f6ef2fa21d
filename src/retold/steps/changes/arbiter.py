"""Which candidate gets which words: the finders are asked in the table's order, and the first that fits wins.

    settled(material, kinds)   → the accepted candidates

A candidate claims words. It is accepted if nobody has them yet, or if it may overlap others.
Each is settled before the next is asked for, so that a finder sees what is left; finders write nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from retold.model import Span
from retold.steps.changes import merging
from retold.steps.changes.candidates import NO_WORDS, Candidate, Words, healed, plain_print
from retold.steps.changes.kinds import KINDS, Kinds, Stage
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Side, Unit
from retold.steps.changes.rest import Rest
from retold.tables.tokens import Flags


def settled(material: Material, kinds: Kinds = KINDS) -> list[Candidate]:
    """The accepted candidates, in the order in which they were accepted."""
    pair = material.pair
    both = Unit(0, len(pair.old.words), 0, len(pair.new.words))
    bench = _Bench.of(material, kinds)
    bench.ask(Stage.TEXTS, both)
    left = [part for unit in pair.units for part in _left_of(bench, unit)]
    left = [part for unit in left for part in bench.rest.parts(unit)]
    for unit in merging.merged_units(material, bench.rest, left):
        for part in bench.rest.parts(unit):
            bench.ask_until_taken(Stage.REST, part)
    bench.ask(Stage.PRINT, both)
    return bench.accepted


def _locked(flags: Flags) -> Flags:
    """A view of the flags through which nobody can write."""
    view = flags.view()
    view.setflags(write=False)
    return view


def _left_of(bench: _Bench, unit: Unit) -> list[Unit]:
    """What is left of a unit once those who speak of single units were asked."""
    if unit.rewritten:
        if not bench.rest.in_opening(unit) and not bench.rest.mostly_taken(unit):
            bench.ask_until_taken(Stage.SENTENCES, unit)
        return []
    bench.ask_until_taken(Stage.UNITS, unit)
    parts = list(bench.rest.parts(unit))
    for part in parts:
        bench.ask_until_taken(Stage.PARTS, part)
    return [rest for part in parts for rest in bench.rest.parts(part)]


@dataclass(slots=True)
class _Bench:
    """What has been accepted, and the words that are taken: nobody else writes here."""

    material: Material
    kinds: Kinds
    taken_old: Flags
    taken_new: Flags
    rest: Rest  # what is left, for reading: views of the flags
    accepted: list[Candidate] = field(default_factory=list)

    @staticmethod
    def of(material: Material, kinds: Kinds) -> _Bench:
        """A bench on which nothing is taken yet but what belongs to the page and not to the report."""
        pair = material.pair
        old, new = pair.old.furniture.copy(), pair.new.furniture.copy()
        return _Bench(material, kinds, old, new, Rest(pair, _locked(old), _locked(new), NO_WORDS))

    def ask(self, stage: Stage, unit: Unit) -> None:
        """Ask every finder of the stage."""
        for finder in self.kinds.by_stage[stage]:
            for candidate in finder.find(self.material, self.rest, unit):
                self.settle(candidate, stage)

    def ask_until_taken(self, stage: Stage, unit: Unit) -> None:
        """Ask the finders of the stage until no word of the unit is left."""
        for finder in self.kinds.by_stage[stage]:
            for candidate in finder.find(self.material, self.rest, unit):
                self.settle(candidate, stage)
            if not self._any_free(unit):
                return

    def settle(self, candidate: Candidate, stage: Stage) -> None:
        """Give a candidate its words if it may have them, and accept it if it is a change of its own."""
        if (not candidate.overlaps and not self._all_free(candidate.words)) or self._of_page(candidate):
            return
        self._take(candidate.words)
        if candidate.swallows != NO_WORDS:
            self.rest = replace(self.rest, opening=candidate.swallows)
        told = self._reads_alike(candidate) or self._swallowed(candidate, stage) or self._is_told(candidate)
        if not told:
            self.accepted.append(candidate)

    def _of_page(self, candidate: Candidate) -> bool:
        """Whether either side stands in what belongs to the page and not to the report."""
        pair = self.material.pair
        return pair.old.is_page(candidate.old) or pair.new.is_page(candidate.new)

    def _take(self, words: Words) -> None:
        for flags, ranges in ((self.taken_old, words.old), (self.taken_new, words.new)):
            for one in ranges:
                flags[one.start : one.stop] = True

    def _all_free(self, words: Words) -> bool:
        sides = ((self.taken_old, words.old), (self.taken_new, words.new))
        return not any(flags[one.start : one.stop].any() for flags, ranges in sides for one in ranges)

    def _any_free(self, unit: Unit) -> bool:
        old = self.taken_old[unit.old_low : unit.old_high]
        new = self.taken_new[unit.new_low : unit.new_high]
        return not old.all() or not new.all()

    def _reads_alike(self, candidate: Candidate) -> bool:
        """Whether both sides read the same, so that nothing changed; the words are spoken of all the same."""
        kind = self.kinds.of(candidate.kind)
        if kind.repeats or candidate.before is None or candidate.after is None:
            return False
        if healed(candidate.before) == healed(candidate.after):
            return True
        return not kind.printed and plain_print(candidate.before) == plain_print(candidate.after)

    def _is_told(self, candidate: Candidate) -> bool:
        """Whether a quotation was told by fewer words of it before: “rose early”, she “rose early”."""
        return candidate.kind == "quotation" and any(
            (one.kind, one.detail) == (candidate.kind, candidate.detail)
            and _hold(candidate.old, one.old)
            and _hold(candidate.new, one.new)
            for one in self.accepted
        )

    def _swallowed(self, candidate: Candidate, stage: Stage) -> bool:
        """Whether a new opening speaks of it already: mere words inside are no change of their own."""
        if stage in (Stage.TEXTS, Stage.PRINT) or not self.kinds.of(candidate.kind).swallowed:
            return False
        pair = self.material.pair
        old, new = self.rest.opening
        return _within(candidate.old, pair.old, old) and _within(candidate.new, pair.new, new)


def _hold(spans: tuple[Span, ...], others: tuple[Span, ...]) -> bool:
    """Whether some places, at least one, all lie in these."""
    return bool(others) and all(any(_touches(span, other) for span in spans) for other in others)


def _touches(span: Span, other: Span) -> bool:
    """Whether one place has all of another but for the marks of its quotation."""
    return span.article == other.article and span.start <= other.start + 1 and other.end - 1 <= span.end


def _within(spans: tuple[Span, ...], here: Side, opening: tuple[range, ...]) -> bool:
    places = [place for words in opening for place in here.span(words)]
    return all(any(place.holds(span) for place in places) for span in spans)
