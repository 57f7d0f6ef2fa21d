"""What stands where in an article."""

from __future__ import annotations

from tests.steps.statements.test_candidates import scene_of


def test_a_character_stands_in_its_segment() -> None:
    scene = scene_of("Rolf Dell left. He came back.")
    assert [scene.segment_of(at) for at in (0, 14, 16, 20)] == [0, 0, 1, 1]


def test_subjects_are_those_of_the_main_clause_first() -> None:
    text = "As Carl Orm left, Rolf Dell spoke."
    assert [one.printed for one in scene_of(text).subjects(0, len(text))] == ["Rolf Dell"]


def test_a_role_without_a_name_is_somebody_else() -> None:
    text = "The coroner wept. Rolf Dell left."
    scene = scene_of(text)
    assert scene.speaks_unnamed(0, man=True) and not scene.speaks_unnamed(1, man=True)
