"""Answers of interviews, lines of talk and dialogue behind dashes, in languages that are read by patterns."""

from __future__ import annotations

import itertools

import pytest

import retold
from retold import language
from retold.steps.statements.lexicon import lexicon_of
from retold.steps.statements.meant import NOBODY
from retold.steps.statements.patterned import turns
from retold.steps.statements.patterned.people import People, Phrase


def told(code: str, text: str) -> list[tuple[str, str | None]]:
    found = retold.statements(retold.Article("a", text, language=code))
    return [(one.content[0].of(text), one.speaker_name) for one in found]


def everybody(code: str, *names: tuple[tuple[str, ...], int]) -> People:
    spoken = language.of(code)
    assert spoken.patterns is not None
    found = People(spoken.patterns, spoken.names)
    for words, place in names:
        found.met(Phrase(0, 1, words, (), None), place)
    return found


INTERVIEW = (
    "Die Bildhauerin Ana Kolm stellt in Taven aus.\n\nFrau Kolm, ist das Blasphemie?\n\nKolm: Ich darf das.\n\n"
    "Warum so spät?\n\nKolm: Mir fiel nichts ein."
)


def test_answers_behind_a_name_are_those_of_who_is_named() -> None:
    assert told("de", INTERVIEW) == [("Ich darf das.", "Ana Kolm"), ("Mir fiel nichts ein.", "Ana Kolm")]


def test_initials_are_those_of_the_one_person_who_has_them() -> None:
    found = everybody("fr", (("Ana", "Kolm"), 0), (("Timm", "Orel"), 5))
    person = turns.named_by("A. K.", found)
    assert person is not None and person.name == "Ana Kolm"
    assert turns.named_by("X. Y.", found) is None and turns.named_by("Prix", found) is None


def test_lines_with_labels_that_name_nobody_are_no_talk() -> None:
    text = "Ana Kolm lädt ein.\n\nWann?\n\nTermin: Montag, acht Uhr.\n\nWo?\n\nOrt: im Hafen von Taven."
    assert told("de", text) == []


def test_answers_behind_a_letter_are_those_of_whom_the_introduction_names() -> None:
    text = "Hablamos con la escultora Ana Kolm.\n\nP. ¿Por qué?\n\nR. Porque sí.\n\nP. ¿Y ahora?\n\nR. Nada."
    assert told("es", text) == [("Porque sí.", "Ana Kolm"), ("Nada.", "Ana Kolm")]


def test_nobody_is_given_answers_where_two_are_introduced() -> None:
    text = "Hablan la pintora Ana Kolm y el poeta Timm Orel.\n\nP. ¿Por qué?\n\nR. Sí.\n\nP. ¿Y?\n\nR. Nada."
    assert {name for _, name in told("es", text)} == {None}


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("fr", "La chanteuse Ana Kolm reçoit.\n\n– Je pars, souffle-t-elle. Adieu.\n\n– Quand ?", "Je pars"),
        ("es", "Llega la cantante Ana Kolm.\n\n—Me voy —susurra—. Adiós.\n\n—¿Cuándo?", "Me voy"),
    ],
)
def test_dialogue_behind_dashes_is_speech_where_a_writer_says_so(code: str, text: str, words: str) -> None:
    found = told(code, text)
    assert found[0] == (words, "Ana Kolm") and found[1][1] is None


def test_a_list_behind_dashes_is_no_dialogue() -> None:
    text = "Ana Kolm demande :\n\n– le quai neuf ;\n\n– la digue haute."
    assert told("fr", text) == []


def test_two_of_one_sex_or_of_none_leave_a_bare_verb_without_a_name() -> None:
    text = "Timm Orel y Ana Kolm callan.\n\n—Me voy —susurra—. Adiós."
    assert {name for _, name in told("es", text)} == {None}


def test_turns_are_in_text_order_and_do_not_overlap() -> None:
    spoken = language.of("de")
    lexicon = lexicon_of(spoken)
    assert lexicon is not None and spoken.patterns is not None
    people = everybody("de", (("Ana", "Kolm"), 18))
    found = turns.turns(INTERVIEW, people, lexicon, spoken.patterns)
    lines = [one.line for one in found]
    assert lines == sorted(lines) and all(a[1] <= b[0] for a, b in itertools.pairwise(lines))


@pytest.mark.parametrize("code", ["de", "fr", "es"])
def test_paragraphs_of_one_quotation_have_the_speaker_named_at_its_end(code: str) -> None:
    marks = {
        "de": "„{}\n\n„{}“, sagte Ana Kolm.",
        "fr": "« {}\n\n« {} », a dit Ana Kolm.",
        "es": "“{}\n\n“{}”, dijo Ana Kolm.",
    }
    text = marks[code].format("Das Boot ist alt und niemand will es haben.", "Das Boot ist zu alt.")
    assert {name for _, name in told(code, text)} == {"Ana Kolm"}


def test_the_turn_at_a_character_is_the_one_whose_line_holds_it() -> None:
    rows = [turns.Turn((0, 5), ((2, 5),), None, NOBODY), turns.Turn((9, 12), ((9, 12),), None, NOBODY)]
    assert [turns.turn_at(rows, place) for place in (0, 4, 5, 9)] == [rows[0], rows[0], None, rows[1]]
    assert turns.turn_at([], 3) is None
