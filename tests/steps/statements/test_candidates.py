"""Who may be meant by a pronoun, and the marks of each."""

from __future__ import annotations

from retold.steps.statements.around import NO_PERSONS
from retold.steps.statements.candidates import Candidate, Place, Pronoun, Standing, candidates
from retold.steps.statements.meant import Meant, Turns
from retold.steps.statements.scene import Scene
from tests.steps.statements.reading import entities_of, parts_of

_NAMES = (*Place._fields, *Standing._fields)


def scene_of(text: str, spoke: int | None = None) -> Scene:
    """A scene in which the first person named has spoken in a segment, if one is given."""
    every = entities_of(text)
    turns = Turns(every.grammar)
    if spoke is not None:
        one = every.every[0]
        turns.add(spoke, Meant(one.printed, 0.9, one), one.printed)
    ranges = [(part.start, part.end) for part in parts_of(text)]
    return Scene(every, ranges, frozenset(), NO_PERSONS, turns)


def marks_of(found: list[Candidate], name: str) -> dict[str, float]:
    (one,) = [one for one in found if one.entity.printed == name]
    return {key: value for key, value in zip(_NAMES, one.marks, strict=True) if value}


def he(text: str, segment: int) -> Pronoun:
    return Pronoun(segment, text.rindex(" he ") + 1, man=True)


def test_who_is_the_subject_before_and_who_is_named_behind_a_preposition() -> None:
    text = "Rolf Dell sat with Carl Orm. It was late, he said."
    found = candidates(scene_of(text), he(text, 1))
    assert {"leads_next", "first", "first_next", "known"} <= marks_of(found, "Rolf Dell").keys()
    assert marks_of(found, "Carl Orm")["led"] == 1 and "first" not in marks_of(found, "Carl Orm")


def test_who_spoke_last_and_who_is_silent() -> None:
    text = "Rolf Dell spoke. Carl Orm left. It was late, he said."
    found = candidates(scene_of(text, spoke=0), he(text, 2))
    assert marks_of(found, "Rolf Dell")["spoke_second"] == 1
    assert marks_of(found, "Carl Orm")["silent"] == 1


def test_a_woman_and_a_body_are_not_meant_by_he() -> None:
    text = "Mrs Dell met the Harbour Council. Rolf Orm left. It was late, he said."
    assert [one.entity.printed for one in candidates(scene_of(text), he(text, 2))] == ["Rolf Orm"]


def test_who_is_named_in_what_is_told_is_told_of() -> None:
    text = "Rolf Dell left. Carl Orm was late, he said."
    told = (text.index("Carl"), text.index(", he"))
    pronoun = he(text, 1)._replace(told=told)
    found = candidates(scene_of(text), pronoun)
    assert [one.entity.printed for one in found] == ["Rolf Dell"]


def test_a_label_and_a_signature_are_no_namings() -> None:
    text = "Carl Orm/AP\n\nRolf Dell: Was it late? It was, he said."
    assert candidates(scene_of(text), he(text, 2)) == []
