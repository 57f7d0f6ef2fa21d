"""Somebody without a name whom a sentence is about, in languages without a parser."""

from __future__ import annotations

import pytest

import retold
from retold import Article
from retold.steps.statements.patterned import nameless

GERMAN = (
    "„Sie hat nichts gesagt“, sagte ihr Sprecher Lars Riemer.\n\n"
    "{} löschte es am Dienstag. „Ich habe es geglaubt“, sagte er."
)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", GERMAN.format("Der Verbreiter des Bildes, ein Wirt aus Tarnau,")),
        ("de", GERMAN.format("Der Wirt aus Tarnau")),
        (
            "fr",
            "« Elle n'a rien dit », a déclaré son porte-parole Luc Riemer.\n\n"
            "Le patron du bar, un boucher à la retraite, a effacé l'image. « Je l'ai crue », a-t-il dit.",
        ),
        (
            "es",
            "“No dijo nada”, dijo su portavoz, Luis Riemo.\n\n"
            "El dueño del bar, un carnicero jubilado, borró la imagen. “La creí”, dijo él.",
        ),
    ],
)
def test_he_is_nobody_named_before_behind_somebody_without_a_name(language: str, text: str) -> None:
    assert nameless.__doc__
    first, last = retold.statements(Article("a", text, language=language))
    assert first.speaker_name is not None
    assert last.speaker_name is None


def test_he_is_who_has_a_name_behind_the_comma() -> None:
    text = GERMAN.format("Der Wirt, Olaf Marsen,")
    assert retold.statements(Article("a", text, language="de"))[-1].speaker_name == "Olaf Marsen"


def test_a_verb_that_leaves_out_its_subject_means_nobody_named_before_either() -> None:
    text = (
        "“Era de madera”, explicó el jefe de bomberos, Raúl Somo. El dueño del hostal, un jubilado, estaba de viaje."
        " “No sé qué decir”, comentó."
    )
    assert [one.speaker_name for one in retold.statements(Article("a", text, language="es"))] == [
        "Raúl Somo",
        None,
    ]
