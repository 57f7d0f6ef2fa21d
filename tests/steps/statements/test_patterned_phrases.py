"""Several who speak, those of whom a house is, and lines that nobody says, in languages without a parser."""

from __future__ import annotations

import pytest

import retold
from retold import Article, language
from retold.steps.statements.patterned.people import People
from retold.steps.statements.patterned.phrases import named_phrases
from retold.steps.statements.patterned.pieces import Piece


def said(code: str, text: str) -> list[tuple[list[str | None], str]]:
    found = retold.statements(Article("a", text, language=code, published="2031-03-03"))
    return [
        ([party.name for party in one.speakers], " ".join(span.of(text).strip(" ,.") for span in one.content))
        for one in found
    ]


@pytest.mark.parametrize(
    ("code", "text", "names"),
    [
        ("fr", "« La serre est à nous », se félicitent Ida et Marc Kolm.", ["Ida Kolm", "Marc Kolm"]),
        ("fr", "« Trop tard », disent Ida Kolm et Marc Orel.", ["Ida Kolm", "Marc Orel"]),
        ("de", "„Zu spät“, sagen Ida Kolm und Jan Orel.", ["Ida Kolm", "Jan Orel"]),
        ("es", "«Es tarde», dicen Ida Kolm y Juan Orel.", ["Ida Kolm", "Juan Orel"]),
    ],
)
def test_two_who_are_joined_speak_together(code: str, text: str, names: list[str]) -> None:
    assert said(code, text)[0][0] == names


def test_who_does_something_in_the_next_clause_does_not_speak() -> None:
    assert said("fr", "« Trop tard », dit Ida Kolm et Marc Orel quitte la salle.")[0][0] == ["Ida Kolm"]


def test_a_house_is_told_with_what_it_is_of() -> None:
    text = "Le ministère de la Pêche et du Littoral a indiqué mardi que le port serait dragué."
    (one,) = retold.statements(Article("a", text, language="fr"))
    assert one.speaker is not None
    assert one.speaker.of(text) == "Le ministère de la Pêche et du Littoral"


def test_those_without_a_name_behind_a_comment_speak() -> None:
    text = "El canal seguirá cerrado hasta el lunes, según informó ayer la autoridad del agua."
    (one,) = retold.statements(Article("a", text, language="es"))
    assert one.speaker is not None
    assert one.speaker.of(text).startswith("la autoridad")


def test_whose_words_are_named_in_the_genitive_says_them() -> None:
    text = "„Das Wasser steht“, sagte Grete Kolm. Nach Kolms Worten liegen elf Kähne fest."
    assert said("de", text) == [
        (["Grete Kolm"], "Das Wasser steht"),
        (["Grete Kolm"], "liegen elf Kähne fest"),
    ]


def test_a_dateline_is_no_part_of_what_is_told() -> None:
    text = "TAMMEN (dpa) - Die Schleuse bleibt zu. Das sagte der Sprecher des Hafens, Jan Orel, am Montag."
    assert said("de", text) == [(["Jan Orel"], "Die Schleuse bleibt zu")]


def test_what_is_on_on_a_day_is_nobodys_statement() -> None:
    text = "„Wir öffnen wieder“, sagte Grete Kolm.\n\nMontag: „Tag der offenen Tür“ im Rathaus."
    assert said("de", text) == [(["Grete Kolm"], "Wir öffnen wieder")]


def test_a_prefect_told_inside_the_marks_parts_them() -> None:
    text = "« Les fonds, a rappelé le préfet, Marc Orel, seront versés en mars. »"
    (one,) = retold.statements(Article("a", text, language="fr"))
    assert one.speaker_name == "Marc Orel"
    assert "Orel" not in " ".join(span.of(text) for span in one.content)


def test_those_without_a_name_may_close_the_sentence_behind_the_verb() -> None:
    text = "Deux barques ont coulé dans le canal, a annoncé dimanche la préfecture."
    (one,) = retold.statements(Article("a", text, language="fr"))
    assert one.speaker is not None
    assert (one.speaker.of(text), one.content[0].of(text)) == (
        "la préfecture", "Deux barques ont coulé dans le canal",
    )  # fmt: skip


def test_where_subjects_are_left_out_a_noun_behind_the_verb_is_told() -> None:
    assert not retold.statements(Article("a", "Contó su noche, describió la escena.", language="es"))


def test_the_named_phrases_of_a_sentence_are_in_order() -> None:
    spoken = language.of("fr")
    assert spoken.patterns is not None
    people = People(spoken.patterns, spoken.names, spoken.function_words)
    words = ["Ida", "Kolm", "voit", "Marc", "Orel"]
    row = [Piece(word, 9 * n, 9 * n + len(word)) for n, word in enumerate(words)]
    assert [phrase.name for phrase in named_phrases(people, row)] == [("Ida", "Kolm"), ("Marc", "Orel")]


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("de", "Das Werk werde nicht geschlossen, sagte Murat Orel dem Sender Radio Taven.", "Murat Orel"),
        ("es", "Al menos 30 personas murieron por un derrumbe, informó el jueves Tomás Orel.", "Tomás Orel"),
        ("es", "Por lo menos dos casas cayeron anoche, dijo Tomás Orel.", "Tomás Orel"),
    ],
)
def test_what_stands_before_a_speaker_at_the_end_of_a_sentence_is_his(
    language: str, text: str, who: str
) -> None:
    (one,) = retold.statements(Article("a", text, language=language))
    assert (one.speaker_name, one.kind) == (who, "indirect")
