"""Who signs at the edges of an article, by one grammar for every form."""

from __future__ import annotations

import pytest

from retold import language
from retold.model import Article
from retold.steps import credits
from retold.steps.credits.signing import Signing

DPA, AFP, EFE, KNA = (
    "Deutsche Presse-Agentur", "Agence France-Presse", "EFE", "Katholische Nachrichten-Agentur",
)  # fmt: skip


def found(code: str, text: str) -> list[tuple[str, str]]:
    article = Article("a", text)
    return [(one.name, one.role) for one in credits.find(article, None, language.of(code))]


def named(code: str, text: str) -> list[str]:
    return [name for name, _ in found(code, text)]


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("de", "Der Kai ist zu. mho/tal (AFP, kna)", [AFP, KNA]),
        ("de", "Der Kai ist zu. kna nord tal", [KNA]),
        ("de", "Der Kai ist zu.\n\nRedaktion: mho; Material von Reuters wurde verwendet.", ["Reuters"]),
        ("de", "„Der Kai ist zu“, sagte Insa Kolm. (dpa) / Bilder: Orel, AFP", [DPA]),
        ("fr", "Le quai ferme. J. M. Kolm avec AFP", [AFP]),
        ("fr", "Par Insa Kolm, service des ports, avec AFP et Reuters\n\nLe quai ferme.", [AFP, "Reuters"]),
        ("fr", "TAVEN (AFP-Reuters) – Le quai ferme.", [AFP, "Reuters"]),
        ("fr", "Le quai ferme. « Enfin ». afp/mho", [AFP]),
        ("es", "El muelle cierra.\n\nI. K. / EFE / Reuters", [EFE, "Reuters"]),
        ("es", "El muelle cierra.\n\nFuente: EFE y elaboración propia", [EFE]),
        ("es", "El muelle perdió un 12 %. EFE 310303/mho", [EFE]),
        ("es", "El muelle cierra. (AFP) Imagen: Reuters", [AFP]),
    ],
)
def test_agencies_that_sign_are_named_in_their_order(code: str, text: str, told: list[str]) -> None:
    assert named(code, text) == told


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("de", "Dieser Beitrag wurde aus einem Ticker der dpa automatisch erstellt.", [DPA]),
        ("fr", "Le quai ferme.\n\nCet article a été produit à partir des fils de l'AFP.", [AFP]),
        ("es", "El muelle cierra.\n\nEsta nota procede de un cable de EFE.", [EFE]),
    ],
)
def test_a_sentence_about_its_own_text_names_where_that_is_from(
    code: str, text: str, told: list[str]
) -> None:
    assert named(code, text) == told


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Umzug der Deutschen Presse-Agentur\n\nDie Redaktion der dpa zieht an den Hafen."),
        ("de", "Der Kai ist zu.\n\nFoto: Insa Kolm/dpa"),
        ("de", "Von dpa lernen heißt warten. Der Kai ist zu, und niemand weiß, wie lange noch."),
        ("fr", "Un siège neuf pour l'AFP\n\nL'AFP a annoncé que ses bureaux fermeraient."),
        ("fr", "Le quai ferme.\n\nCrédit photo : Reuters"),
        ("es", "La agencia EFE cambia de casa. EFE anunció que su sede cierra."),
        ("es", "El muelle cierra.\n\nFoto: EFE"),
    ],
)
def test_headings_pictures_and_reports_about_an_agency_sign_nothing(code: str, text: str) -> None:
    assert named(code, text) == []


def test_what_an_agency_gave_is_told_from_what_it_wrote() -> None:
    assert found("de", "Der Kai ist zu.\n\nInsa Kolm mit AFP") == [(AFP, "contributor")]
    assert found("de", "Der Kai ist zu.\n\nInsa Kolm/AFP") == [(AFP, "origin of the report")]


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("de", "„Nun ja“, raunte Insa Kolm am Abend der Agentur AFP.", [AFP]),
        ("de", "„Nun ja“, sagte der Chefredakteur der dpa.", []),
        ("de", "Das Gas gehörte der dpa.", []),
        ("fr", "« Bon », a soufflé Insa Kolm à l'AFP.", [AFP]),
        ("fr", "Le prix revient à l'AFP.", []),
        ("es", "«Bueno», confesó Insa Kolm a EFE.", [EFE]),
        ("es", "El premio fue a EFE.", []),
    ],
)
def test_a_hearer_is_credited_behind_any_verb_of_saying_and_nowhere_else(
    code: str, text: str, told: list[str]
) -> None:
    assert named(code, text) == told


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("de", "Der Kai ist zu, wie es nach Angaben der russischen Agenturen Tass und Interfax heißt.", ["TASS", "Interfax"]),
        ("fr", "Le quai ferme, selon les agences Tass et Ria Novosti.", ["TASS", "RIA Novosti"]),
        ("es", "El muelle cierra, dijo Insa Kolm, citada por las agencias rusas TASS y Sputnik.", ["TASS", "Sputnik"]),
        ("de", "Die Tass ging kalt aus der Hand.", []),
    ],
)  # fmt: skip
def test_acronyms_printed_as_words_count_where_an_agency_is_said_to_be_one(
    code: str, text: str, told: list[str]
) -> None:
    assert named(code, text) == told


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("de", "Ein Plan, der dem „Kaiblatt“ vorliegt, nennt den Preis.", ["Kaiblatt"]),
        ("de", "Der US-Sender WTVN hatte zuerst davon berichtet.", ["WTVN"]),
        ("de", "Auch Reuters hatte darüber geschrieben.", ["Reuters"]),
        ("fr", "Un plan dont Radio Morlo a obtenu copie donne le prix.", ["Radio Morlo"]),
        ("fr", "« Bon », a-t-elle confié à la chaîne Télé Morlo.", ["Télé Morlo"]),
        ("fr", "La chaîne Orelia a ouvert deux hôtels.", []),
        ("es", "Un plan al que ha tenido acceso Radio Morlo da el precio.", ["Radio Morlo"]),
        ("es", "«Bueno», le contó al canal Tele Morlo.", ["Tele Morlo"]),
        ("es", "También Reuters se hizo eco de la fuga.", ["Reuters"]),
    ],
)
def test_papers_seen_stations_told_and_what_others_passed_on(code: str, text: str, told: list[str]) -> None:
    assert named(code, text) == told


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("de", "Das sagte sie dem Evangelischen Pressedienst (epd).", ["Evangelischer Pressedienst"]),
        ("de", "Der Wetterdienst warnte laut Reuters Kapitäne auf See.", ["Reuters"]),
        ("fr", "« Bon », a-t-elle dit dans les colonnes de Rive Morlo.", ["Rive Morlo"]),
        ("es", "«Bueno», dijo en las páginas de Ribera Morlo.", ["Ribera Morlo"]),
    ],
)
def test_a_name_and_its_short_form_are_one_and_columns_are_those_of_a_paper(
    code: str, text: str, told: list[str]
) -> None:
    assert named(code, text) == told


def test_a_language_without_the_words_of_signatures_has_none() -> None:
    assert Signing.of({}, frozenset()) is None
