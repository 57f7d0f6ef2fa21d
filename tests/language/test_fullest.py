"""The fullest name of a person."""

from __future__ import annotations

from retold.language.fullest import fullest


def test_a_surname_goes_under_the_full_name() -> None:
    known = fullest(["Osk", "Marit Osk", "Ivo Tarrant"])
    assert known == {"Osk": "Marit Osk", "Marit Osk": "Marit Osk", "Ivo Tarrant": "Ivo Tarrant"}


def test_two_of_one_surname_stay_two_and_the_surname_by_itself() -> None:
    known = fullest(["Osk", "Marit Osk", "Jon Osk"])
    assert known["Osk"] == "Osk" and known["Jon Osk"] != known["Marit Osk"]


def test_particles_and_dots_do_not_part_a_name() -> None:
    known = fullest(["Ziv Nahla", "Ziv al-Nahla"])
    assert known["Ziv Nahla"] == known["Ziv al-Nahla"] == "Ziv al-Nahla"


def test_a_first_name_is_not_a_surname() -> None:
    assert fullest(["Marit", "Marit Osk"])["Marit"] == "Marit"
