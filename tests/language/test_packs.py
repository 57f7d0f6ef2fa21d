"""German, French and Spanish: what their lists and rules say."""

from __future__ import annotations

import pytest

from retold import language
from retold.language import de, es, fr
from retold.language.de import rules as german
from retold.language.es import rules as spanish
from retold.language.fr import rules as french
from retold.steps import dates

PUBLISHED = "2031-03-03"  # a Monday


@pytest.mark.parametrize(("code", "pack"), [("de", de), ("fr", fr), ("es", es)])
def test_a_pack_reads_speech_without_a_parser(code: str, pack: object) -> None:
    one = language.of(code)
    assert one.packed and one.speech is not None and one.patterns is not None
    assert one.rules is pack.RULES and one.rules.parser is None  # type: ignore[attr-defined]  # a module


@pytest.mark.parametrize("code", ["de", "fr", "es"])
def test_every_verb_that_splits_or_is_weak_is_a_verb_of_saying(code: str) -> None:
    one = language.of(code)
    assert one.speech is not None and one.patterns is not None
    assert set(one.patterns.separable) <= set(one.speech.verbs)
    listed = one.lists("cues")["verbs"]
    bases = {verb.base for verb in one.speech.verbs.values()}
    assert {*listed["weak"], *listed["naming"], listed["plain"]} <= bases


@pytest.mark.parametrize("code", ["de", "fr", "es"])
def test_loaded_words_have_the_word_of_the_other_side(code: str) -> None:
    rows = [row for row in language.of(code).rows("loaded") if row["lean"] != "plain"]
    said = {row["forms"].split("|")[0]: row for row in rows} | {
        form: row for row in rows for form in row["forms"].split("|")
    }
    assert rows and all(said[row["pair"]]["lean"] != row["lean"] for row in rows)


def test_verbs_are_inflected() -> None:
    assert german.inflected("betonen") == ("betont", "betonte", "betonten", "betonen", "betont")
    assert french.inflected("annoncer")[2:7] == (
        "annonçait",
        "annonça",
        "annoncèrent",
        "annoncera",
        "annoncé",
    )
    assert spanish.inflected("responder")[2] == "respondió"


def test_endings_are_shed() -> None:
    assert german.stem("schiffen") == german.stem("schiffe")
    assert french.stem("l'annonce") == french.stem("annonces")
    assert spanish.stem("heridos") == spanish.stem("heridas")


@pytest.mark.parametrize(
    ("code", "text", "readings"),
    [
        (
            "de",
            "Vier von 1.500 Schiffen, 1,5 Millionen Euro, zwölf Prozent",
            ["4", "1500", "1500000 euro", "12 %"],
        ),
        (
            "fr",
            "Quatre des 1 500 navires, 1,5 million d'euros, douze pour cent",
            ["4", "1500", "1500000", "12 %"],
        ),
        ("es", "Cuatro de 1.500 barcos, 3.400 euros, doce por ciento", ["4", "1500", "3400 euro", "12 %"]),
    ],
)
def test_figures_in_words_and_digits(code: str, text: str, readings: list[str]) -> None:
    assert [one.reading for one in language.of(code).numbers.find(text)] == readings


@pytest.mark.parametrize(
    ("code", "text", "values"),
    [
        ("de", "Am Montagabend kam er, am 14. Mai 2031 ging er.", ["2031-03-03TEV", "2031-05-14"]),
        ("de", "Er soll am Mittwoch kommen.", ["2031-03-05"]),
        ("de", "Am 3.4.2031 und im vergangenen Jahr.", ["2031-04-03", "2030"]),
        ("fr", "Il viendra vendredi prochain, dit-il hier soir.", ["2031-03-07", "2031-03-02TEV"]),
        ("fr", "Le 1er mai 2031, il y a deux semaines.", ["2031-05-01", "2031-W08"]),
        ("es", "Llegó el domingo; vuelve el 14 de mayo de 2031.", ["2031-03-02", "2031-05-14"]),
        ("es", "La semana pasada y desde hace seis años.", ["2031-W09", "P6Y"]),
    ],
)
def test_times_are_resolved_by_the_day_of_publication(code: str, text: str, values: list[str]) -> None:
    found = dates.find(text, PUBLISHED, language.of(code))
    assert [one.value for one in found] == values


@pytest.mark.parametrize(
    ("code", "text", "count"),
    [
        ("de", "Das sagte Dr. Kael am 3. Mai. Dann ging er.", 2),
        ("fr", "M. Kael est parti. Mme Orel reste.", 2),
        ("es", "El Sr. Kael se fue. La Sra. Orel se queda.", 2),
    ],
)
def test_an_abbreviation_ends_no_sentence(code: str, text: str, count: int) -> None:
    from retold.steps import words

    assert len(words.sentences(text, words.paragraphs(text), language.of(code))) == count
