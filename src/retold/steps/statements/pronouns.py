"""Whom "he" or "she" means beside reported speech: a choice among the persons of the article, or nobody.

A conditional logistic model (McFadden 1974) of the candidates' marks, with nobody as one more choice, fitted
on pronouns whose bearer another article names beside the same words: `python -m evaluation.fit.pronouns`.
What is stated is the probability that it gives.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from retold import parameters
from retold.steps.statements.antecedents import agrees, is_bare, is_odd
from retold.steps.statements.candidates import Candidate, Place, Pronoun, Standing, candidates
from retold.steps.statements.entities import Entity
from retold.steps.statements.meant import NOBODY, Meant
from retold.steps.statements.names import Range
from retold.steps.statements.scene import Scene

_P = parameters.of("statements", "pronouns")
_LEAST, _MOST, _TELLS = (_P.number(name) for name in ("least", "most", "tells"))
_CHAIN, _JOINT, _WOMEN = (_P.integer(name) for name in ("chain", "joint", "women"))
_BESIDE = parameters.of("statements", "resolve").integer("titles")
_W = parameters.of("statements", "pronoun_marks")
_WEIGHTS = [_W.number(mark) for mark in (*Place._fields, *Standing._fields)]


class Nobody(NamedTuple):
    """The marks of nobody, the last choice: that there is one, how many may be meant, who was before."""

    one: float  # 1
    crowd: float  # natural logarithm of one and the candidates
    open: float  # flag: such a pronoun in the sentence before meant nobody who is known


_NOBODY = Nobody(*(_W.number(mark) for mark in Nobody._fields))


class Pronouns:
    """Says whom the pronouns of an article mean, in the order of the text."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._told: dict[tuple[int, Range | None, int | None], Meant] = {}

    def meant(
        self, segment: int, at: int, man: bool, told: Range | None = None, but: Entity | None = None
    ) -> Meant:
        """Whom a pronoun at a character of a segment means; see `Pronoun` for `told` and `but`.

        It means the same one whenever it is asked for, whatever was read since.
        """
        key = at, told, None if but is None else but.number
        if key not in self._told:
            self._told[key] = self._chosen(
                Pronoun(segment, at, man, told, but, self._again(segment, man, _CHAIN))
            )
        return self._told[key]

    def _chosen(self, pronoun: Pronoun) -> Meant:
        found, stated = self.ranked(pronoun)
        if not found or max(stated) < _LEAST:
            return NOBODY
        best = found[max(range(len(found)), key=stated.__getitem__)]
        doubts = (self._is_another, self._is_one_of_two, self._is_a_known_woman)
        if any(doubt(pronoun, best.entity) for doubt in doubts):
            return NOBODY
        return self._known(best.entity, pronoun.man, max(stated))

    def ranked(self, pronoun: Pronoun) -> tuple[list[Candidate], list[float]]:
        """The candidates, and how likely each of them is meant; together less than 1, the rest is nobody."""
        found = candidates(self._scene, pronoun)
        scores = [_weighed(_WEIGHTS, one.marks) for one in found]
        return found, softmax([*scores, _weighed(_NOBODY, self.nobody(pronoun, len(found)))])[:-1]

    def nobody(self, pronoun: Pronoun, candidates: int) -> Nobody:
        """The marks of nobody, beside so many candidates."""
        opened = self._scene.turns.stays_open(pronoun.segment - 1, pronoun.man, None)
        return Nobody(1.0, math.log1p(candidates), float(opened))

    def _again(self, segment: int, man: bool, chain: int) -> dict[int, Entity | None]:
        """Whom the pronouns that open the sentences before mean, by how far these lie back."""
        scene = self._scene
        alike = (scene.grammar.men if man else scene.grammar.women) - scene.grammar.apposed
        found: dict[int, Entity | None] = {}
        for back in range(1, min(chain, segment) + 1):
            words = scene.words(segment - back)
            if words and words[0][0].lower() in alike:
                earlier = self._again(segment - back, man, chain - back)
                ranked, stated = self.ranked(Pronoun(segment - back, words[0][1], man, again=earlier))
                best = max(zip(stated, ranked, strict=True), key=lambda one: one[0], default=None)
                found[back] = best[1].entity if best is not None and best[0] >= _LEAST else None
        return found

    def _is_another(self, pronoun: Pronoun, meant: Entity) -> bool:
        """Whether somebody without a name is nearer than who seems meant: [The coroner] spoke. He said …"""
        scene, man = self._scene, pronoun.man
        low, _ = scene.ranges[pronoun.segment]
        end = pronoun.at if pronoun.told is None else min(pronoun.at, max(low, pronoun.told[0]))
        if self._is_named(meant, low, end):
            return False
        if scene.unnamed(low, end, man) == NOBODY or self._is_barely_named(low, end, man):
            return True
        before = (self._is_other_in(at, meant, man) for at in range(pronoun.segment - 1, -1, -1))
        return next((found for found in before if found is not None), False)

    def _is_other_in(self, segment: int, meant: Entity, man: bool) -> bool | None:
        """Whether a segment has somebody else, or who seems meant; None for neither."""
        scene = self._scene
        start, end = scene.ranges[segment]
        if scene.turns.stays_open(segment, man, meant):
            return True
        spoke = any(turn.entity is meant for turn in scene.turns.within(segment))
        if spoke or meant in scene.subjects(start, end):
            return False
        if scene.speaks_unnamed(segment, man) or self._is_barely_named(start, end, man):
            return True
        return False if self._is_named(meant, start, end) else None

    def _is_named(self, entity: Entity, start: int, end: int) -> bool:
        every = self._scene.entities
        return any(every.of(name) is entity for name in every.between(start, end))

    def _is_one_of_two(self, pronoun: Pronoun, meant: Entity) -> bool:
        """Whether who seems meant is named last with another who may be: Ana and Ida Kael left. She said …"""
        scene, last = self._scene, pronoun.segment - 1
        if last < 0 or scene.turns.within(last):
            return False
        named = [n for n in scene.entities.between(*scene.ranges[last]) if scene.leads(n)]
        for one, other in pairwise(named):
            both = [scene.entities.of(name) for name in (one, other)]
            fit = all(e is not None and agrees(e, pronoun.man) for e in both)
            between = [word for word, _, _ in scene.entities.words(one.end, other.start)]
            joined = bool(between) and between[0] in scene.grammar.joining and len(between) <= _JOINT
            if meant in both and fit and joined and both[0] is not both[1]:
                return True
        return False

    def _is_a_known_woman(self, pronoun: Pronoun, meant: Entity) -> bool:
        """Whether "she" may mean a woman who is told of, where nothing tells whether who seems meant is one.

        Rowe put it to [Mrs Orme] that … “No,” she said; most who are named are men. In a new paragraph, and
        of who is told by a surname alone, the sentences before count too.
        """
        if pronoun.man or (meant.man is False and not meant.presumed):
            return False
        scene, segment = self._scene, pronoun.segment
        opens = segment > 0 and scene.ranges[segment][0] > scene.ranges[segment - 1][1] + 1
        named = [name.start for name in meant.mentions if name.start < pronoun.at]
        last = scene.segment_of(named[-1]) if named else segment
        low = scene.ranges[max(0, segment - _WOMEN) if opens or is_bare(meant) else last][0]
        near = (scene.entities.of(name) for name in scene.entities.between(low, pronoun.at))
        return any(e is not None and e is not meant and e.man is False and not e.presumed for e in near)

    def _is_barely_named(self, start: int, end: int, man: bool) -> bool:
        """Whether a single word between the characters may name such a person: when asked, Kael said he …"""
        scene = self._scene
        for name in scene.entities.between(start, end):
            entity = scene.entities.of(name)
            behind = [word for word, _, _ in scene.entities.words(name.end, name.end + _BESIDE)[:1]]
            being = not scene.grammar.being.isdisjoint(behind)  # Kael was blunt. “No,” he said
            fits = entity is not None and agrees(entity, man) and is_odd(entity)
            lone = (being or not name.initial) and scene.lists.never.isdisjoint(name.keys)
            if fits and lone and scene.leads(name):
                return True
        return False

    def _known(self, entity: Entity, man: bool, stated: float) -> Meant:
        """Who is meant; where that is sure, the pronoun tells whether it is a man."""
        if stated >= _TELLS and (entity.man is None or entity.presumed):
            entity.man, entity.presumed = man, True
        return Meant(entity.printed, min(stated, _MOST), entity)


def _weighed(weights: Iterable[float], marks: Iterable[float]) -> float:
    return sum(weight * mark for weight, mark in zip(weights, marks, strict=True))


def softmax(scores: Sequence[float]) -> list[float]:
    """Probabilities that go with these scores as log-odds against each other.

    >>> [round(one, 3) for one in softmax([0.0, 0.0, 1.0])]
    [0.212, 0.212, 0.576]
    """
    most = max(scores)
    shares = [math.exp(one - most) for one in scores]
    return [one / sum(shares) for one in shares]
