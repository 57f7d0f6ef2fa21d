"""A box that asks for payment is cut off the end of a text, and a report on payment is not."""

from __future__ import annotations

import pytest

from retold.readers import furniture, offers
from retold.readers.formats import html_page

REPORT = (
    "A mail boat ran onto the sands off Quenby early on Sunday and sat there with two goats and four passengers "
    "until the tide came back."
)
PAGE = "<html><head><title>Mail boat aground</title></head><body><main><article><h1>Mail boat aground</h1><p>{}</p>{}</article></main></body></html>"


@pytest.mark.parametrize(
    "box",
    [
        [
            "Subscribe to continue reading",
            "Support local journalism from £1 a week.",
            "Subscribers: log in here.",
        ],
        [
            "You have used all your free articles this month.",
            "Everything for £2 a month.",
            "All puzzles",
            "Start now",
        ],
        ["This story is for subscribers only", "- The paper from 4 a.m.", "Try it"],
        ["Want to read on?", "Register for free.", "Already have an account? Sign in"],
        ["Start your free trial to keep reading", "Cancel any time"],
        ["You're out of free articles this month", "Keep reading for £1 a week"],
        ["Keep reading", "You have 1 free article left this month.", "Cancel any time"],
        ["Dieser Artikel ist Teil unseres Plus-Angebots.", "Im ersten Monat für 1 €", "Jetzt anmelden"],
        ["Weiterlesen mit dem Digitalabo", "Alle Artikel", "Jederzeit kündbar"],
        ["Il vous reste 63% de cet article à lire.", "Déjà abonné ? Connectez-vous"],
        ["Suscríbete para seguir leyendo", "Sin permanencia"],
        ["Läs vidare med Premium", "Bara 9 kr första månaden", "Redan prenumerant? Logga in"],
        ["Questo articolo è riservato agli abbonati", "Hai già un abbonamento? Accedi"],
        ["Dit artikel is exclusief voor abonnees", "Al abonnee? Log in"],
    ],
)
def test_a_box_goes_with_its_items_and_the_report_above_it_stays(box):
    found = furniture.cut("\n\n".join([REPORT, *box]))
    assert found.text == REPORT and len(found.furniture) == len(box)


@pytest.mark.parametrize(
    "tail",
    [
        [
            "Readers may subscribe for two crowns a month, said the owner of the paper, who has run it since 1987."
        ],
        [
            "Subscribe to continue reading",
            "The goats were given a room of their own until the train left at six.",
        ],
        ["“Subscribe to read on,” the screen said."],
        ["The paper is for subscribers and their goats."],
        ["Get your goats to the trial, said the pilot, who won it twice."],
        ["Keep reading to the goats, the keeper told the children on Sunday."],
    ],
)
def test_a_report_on_subscriptions_and_what_goes_on_below_a_box_stay(tail):
    text = "\n\n".join([REPORT, *tail])
    assert furniture.cut(text).text == text


def test_lines_without_an_opening_are_no_box():
    assert offers.length(["the ferry ran late.", "£1 a week. cancel anytime.", "all the news"]) == 0


@pytest.mark.parametrize("kind", ["offer", "paywall", "subscriber-only", "x1"])
def test_a_page_keeps_its_one_paragraph_and_no_item_of_the_box_below(kind):
    box = (
        f'<section class="{kind}"><h2>Subscribe to continue reading</h2><ul><li>All stories and puzzles</li>'
        "<li>The paper from 4 a.m.</li></ul><p>From £1 a week. Cancel at any time.</p></section>"
    )
    found = html_page.read(PAGE.format(REPORT, box))
    assert found.text == REPORT
