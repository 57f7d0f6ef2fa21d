"""Who may be meant by "he" or "she", and by what each of them stands out: the marks of a model."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from retold import parameters
from retold.steps.statements.antecedents import is_bare, is_odd
from retold.steps.statements.entities import Entity
from retold.steps.statements.names import Name, Range
from retold.steps.statements.scene import Scene

_P = parameters.of("statements", "pronouns")
_BACK, _BETWEEN = _P.integer("back"), _P.integer("between")


class Place(NamedTuple):
    """Marks of the last naming before the pronoun, outside quotations; flags are 0 or 1, all 0 for none."""

    here: float = 0.0  # flag: it stands in the sentence of the pronoun
    third: float = 0.0  # flag: three sentences before
    far: float = 0.0  # flag: more than three sentences before
    leads_here: float = 0.0  # flag: as a subject may, in the sentence of the pronoun
    leads_next: float = 0.0  # flag: as a subject may, in the sentence before
    first: float = 0.0  # flag: as the first subject of its sentence
    first_here: float = 0.0  # flag: that, in the sentence of the pronoun
    first_next: float = 0.0  # flag: that, in the sentence before
    owner: float = 0.0  # flag: it owns what follows (Kael’s plan)
    led: float = 0.0  # flag: behind a preposition
    object: float = 0.0  # flag: as no first subject, and behind a word that is no small one
    listed: float = 0.0  # flag: as no first subject, and behind a comma or "and"
    full: float = 0.0  # flag: it has more than a surname
    fresh: float = 0.0  # flag: it is the first one
    between: float = 0.0  # how many others are named behind it as a subject may be, up to a number


class Standing(NamedTuple):
    """Marks of somebody in the article; flags are 0 or 1."""

    spoke_next: float  # flag: spoke last in the sentence before
    spoke_second: float  # flag: spoke last two sentences before
    spoke_far: float  # flag: spoke last more than two sentences before
    silent: float  # flag: has not spoken, and another has who may be meant
    again_next: float  # flag: a pronoun that opens the sentence before means this one
    again_second: float  # flag: one that opens the sentence before that does
    odd: float  # flag: a lone capital that may be no name
    bare: float  # flag: told by one word alone throughout
    known: float  # flag: a title, a first name or kin tell that the pronoun fits
    presumed: float  # flag: an earlier pronoun alone tells so
    contrary: float  # flag: an earlier pronoun alone tells that it does not fit
    no_woman: float  # flag: nothing tells so, and the pronoun is a woman's
    given: float  # flag: bears a known first name, or is told as a person
    role: float  # flag: a role is told of this one
    times: float  # natural logarithm of how often it is named, as a share of who is named most
    quoted: float  # flag: named in a quotation of the sentence, or in what the pronoun's bearer says


class Candidate(NamedTuple):
    """One who may be meant."""

    entity: Entity
    marks: tuple[float, ...]  # those of `Place`, then those of `Standing`


class Pronoun(NamedTuple):
    """A pronoun in its place: its segment, its character, whether it means a man, and what its bearer says.

    `told` are the characters of what he says without marks, `but` is who cannot be meant, and `again` has
    whom the pronouns that open the two sentences before mean, by how far they lie back.
    """

    segment: int
    at: int
    man: bool
    told: Range | None = None
    but: Entity | None = None
    again: Mapping[int, Entity | None] = {}


class _Known(NamedTuple):
    """Somebody with the namings before a pronoun and the segments in which he spoke."""

    entity: Entity
    named: Sequence[Name]
    spoke: Sequence[int]


def candidates(scene: Scene, pronoun: Pronoun) -> list[Candidate]:
    """The persons of the article who may be meant, each with the marks."""
    low = scene.ranges[max(0, pronoun.segment - _BACK)][0]
    found = [one for one in _known(scene, pronoun) if _is_near(one, low, pronoun)]
    leading = [
        (name.start, one.entity)
        for one in found
        for name in one.named
        if name.start >= low and scene.leads(name)
    ]
    return [
        Candidate(one.entity, (*_place(scene, one, pronoun, leading), *_standing(scene, one, pronoun, found)))
        for one in found
    ]


def _known(scene: Scene, pronoun: Pronoun) -> Iterator[_Known]:
    for entity in scene.entities.every:
        if _may_be(entity, pronoun):
            spoke = [turn.segment for turn in scene.turns.every if turn.entity is entity]
            yield _Known(entity, list(_named(scene, entity, pronoun)), spoke)


def _may_be(entity: Entity, pronoun: Pronoun) -> bool:
    """Whether nothing tells that it is no person, or surely of the other sex."""
    if entity.name.body or entity is pronoun.but:
        return False
    if not entity.person and not (entity.given or entity.attested or entity.age):
        return False
    return entity.man in (None, pronoun.man) or entity.presumed


def _named(scene: Scene, entity: Entity, pronoun: Pronoun) -> Iterator[Name]:
    """The namings before the pronoun, outside quotations and what its bearer says; no label, no byline."""
    low, high = pronoun.told or (0, 0)
    for name in entity.mentions:
        apart = name.start in scene.quoted or low <= name.start < high
        signs = scene.entities.labels(name) or scene.entities.credited(name)
        if name.start < pronoun.at and not apart and not signs:
            yield name


def _is_near(one: _Known, low: int, pronoun: Pronoun) -> bool:
    """Whether somebody is named, or speaks, not too far before the pronoun."""
    spoke = bool(one.spoke) and pronoun.segment - one.spoke[-1] <= _BACK
    return spoke or (bool(one.named) and one.named[-1].start >= low)


# ---- the marks ----


def _place(scene: Scene, one: _Known, pronoun: Pronoun, leading: Sequence[tuple[int, Entity]]) -> Place:
    if not one.named:
        return Place()
    last = one.named[-1]
    segment = scene.segment_of(last.start)
    back, start = pronoun.segment - segment, scene.ranges[segment][0]
    leads = any(scene.leads(name) for name in one.named if name.start >= start)
    first = _is_first(scene, one.entity, pronoun, segment)
    word = scene.entities.word_before(last)
    led = word in scene.lists.prepositions
    others = {id(entity) for at, entity in leading if at > last.start and entity is not one.entity}
    return Place(
        here=float(back == 0),
        third=float(back == 3),
        far=float(back > 3),
        leads_here=float(leads and back == 0),
        leads_next=float(leads and back == 1),
        first=float(first),
        first_here=float(first and back == 0),
        first_next=float(first and back == 1),
        owner=float(scene.entities.possessive(last)),
        led=float(led),
        object=float(not (first or led) and word.isalpha() and not _is_small(scene, word)),
        listed=float(not first and (word == "," or word in scene.grammar.joining)),
        full=float(len(last.keys) > 1),
        fresh=float(len(one.named) == 1),
        between=float(min(len(others), _BETWEEN)),
    )


def _is_first(scene: Scene, entity: Entity, pronoun: Pronoun, segment: int) -> bool:
    """Whether somebody is the first who may be the subject of a sentence, apart from what is told there."""
    start, end = scene.ranges[segment]
    end = min(end, pronoun.at)
    low, high = pronoun.told or (end, end)
    parts = (start, max(start, min(low, end))), (max(start, high), end)
    subjects = [one for part in parts for one in scene.subjects(*part)]
    return bool(subjects) and subjects[0] is entity


def _is_small(scene: Scene, word: str) -> bool:
    """Whether a word before a name says nothing of what is done to its bearer: and, when, the."""
    grammar = scene.grammar
    return word in grammar.joining or word in grammar.subordinating or word in grammar.definite


def _standing(scene: Scene, one: _Known, pronoun: Pronoun, every: Sequence[_Known]) -> Standing:
    entity, since = one.entity, pronoun.segment - one.spoke[-1] if one.spoke else -1
    fits = entity.man is pronoun.man
    most = max(len(other.entity.mentions) for other in every)
    return Standing(
        spoke_next=float(since == 1),
        spoke_second=float(since == 2),
        spoke_far=float(since > 2),
        silent=float(not one.spoke and any(other.spoke for other in every)),
        again_next=float(pronoun.again.get(1) is entity),
        again_second=float(pronoun.again.get(2) is entity),
        odd=float(is_odd(entity)),
        bare=float(is_bare(entity)),
        known=float(fits and not entity.presumed),
        presumed=float(fits and entity.presumed),
        contrary=float(not fits and entity.presumed),
        no_woman=float(entity.man is None and not pronoun.man),
        given=float(entity.given or entity.attested),
        role=float(bool(entity.roles)),
        times=math.log(len(entity.mentions) / most),
        quoted=float(_is_told_of(scene, entity, pronoun)),
    )


def _is_told_of(scene: Scene, entity: Entity, pronoun: Pronoun) -> bool:
    """Whether somebody is named in what the bearer of the pronoun says."""
    low, high = scene.ranges[pronoun.segment]
    first, last = pronoun.told or (high, high)
    starts = [one.start for one in entity.mentions]
    return any((low <= at < high and at in scene.quoted) or first <= at < last for at in starts)
