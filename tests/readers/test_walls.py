"""Pages that hold no report are told as what they are, and reports about such things are reports."""

from __future__ import annotations

import pytest

from retold.readers import walls


@pytest.mark.parametrize(
    ("title", "text", "does"),
    [
        ("Verify you are human", "Press and hold.", "robot"),
        ("Just a moment...", "", "robot"),
        ("404 Not Found | Quenby Echo", "Try the search.", "error"),
        ("Error 503: Service Unavailable", "Come back later.", "error"),
        ("404", "Nothing lies here.", "error"),
        ("Quenby Echo", "We use cookies. You accept them when you read on.", "consent"),
        ("Quenby Echo", "Subscribe to read on. Already a subscriber? Log in.", "payment"),
    ],
)
def test_a_wall_is_told_by_its_title_or_its_sentences(title, text, does):
    found = walls.of(title, (), [text])
    assert found is not None and does in found.why


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Robot wins chess match",
            "A robot beat the keeper of the lamp. He took it well. They play again in May.",
        ),
        (
            "Bakery gives away cookies",
            "The bakery gave away cookies. Four hundred came. It will do so again.",
        ),
        (
            "Access to the pier denied to anglers, council says",
            "The council closed the pier. It opens in May.",
        ),
        ("500 goats counted on Gull Rock", "The keeper counted 500 goats. He began at noon. It took a day."),
        ("Lamp stays lit", "The lamp stays lit. " * 80 + "We use cookies."),
    ],
)
def test_a_report_is_no_wall(title, text):
    assert walls.of(title, (), [text]) is None


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("404 - Seite nicht gefunden", "Die Seite, die Sie suchen, existiert leider nicht mehr."),
        ("Fehler 500", "Bitte später."),
        ("Accès refusé", "Vous ne pouvez pas voir cette page."),
        ("Erreur 404", "La page demandée est introuvable."),
        ("Página no encontrada | El Eco", "La página que busca no existe."),
        ("Pagina niet gevonden", "De pagina die u zoekt is verhuisd."),
        ("Pagina non trovata", "La pagina che cerchi non c'è."),
        ("Страница не найдена", "Проверьте адрес."),
    ],
)
def test_errors_are_told_in_other_languages(title, text):
    found = walls.of(title, (), [text])
    assert found is not None and "error" in found.why


def test_a_headline_with_such_words_is_one():
    text = "Die Seite der Stadt war am Montag nicht zu erreichen, weil eine Ziege das Kabel gefressen hatte, sagte der Wärter."
    assert walls.of("Seite der Stadt nicht erreichbar: Ziege frisst Kabel", (), [text]) is None


def test_a_headline_in_the_words_of_a_wall_stands_above_a_report():
    text = [
        "For nine days the county's page on eels said no more than that it was not found, and on Monday the warden had enough.",
        "He drove to the county with a bucket of eels and set them down before the door, and then the page came back.",
    ]
    assert walls.of("Page not found: warden brings eels to county", (), text) is None
    assert walls.of("Page not found", (), ["The page you are looking for does not exist."]) is not None
