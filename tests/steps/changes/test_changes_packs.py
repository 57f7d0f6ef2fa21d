"""What changed between versions in German, French and Spanish: the tables of the packs do their work."""

from __future__ import annotations

import pytest

import retold

DE = "Im Rathaus von Taven brannte am Freitag Licht. {} Danach gingen alle Räte nach Hause."
FR = "La mairie de Taven était éclairée vendredi. {} Ensuite tous les élus sont rentrés chez eux."
ES = "El ayuntamiento de Taven estaba iluminado el viernes. {} Luego todos los ediles se fueron a casa."
_FRAMES = {"de": DE, "fr": FR, "es": ES}


def told(code: str, before: str, after: str) -> set[tuple[str, str | None, str | None]]:
    made = [
        retold.Article(side, _FRAMES[code].format(text), outlet=side, published="2034-09-04", language=code)
        for side, text in (("a", before), ("b", after))
    ]
    changes = retold.compare(*made).changes
    return {(c.kind, c.before, c.after) for c in changes if c.weight != "style"}


@pytest.mark.parametrize(
    ("code", "before", "after", "kind"),
    [
        (
            "de",
            "Es war mutmaßlich ein Kurzschluss der Leitung.",
            "Es war ein Kurzschluss der Leitung.",
            "hedge",
        ),
        ("fr", "C'était peut-être une panne du circuit.", "C'était une panne du circuit.", "hedge"),
        ("de", "Sie kamen nach ersten Erkenntnissen aus Oldrum.", "Sie kamen aus Oldrum.", "hedge"),
        ("de", "Der Umbau soll Mitte Oktober beginnen.", "Der Umbau soll Ende Oktober beginnen.", "date"),
        ("fr", "Le chantier commencera début mars.", "Le chantier commencera fin mars.", "date"),
        ("de", "Der Rat hat die Steuer gesenkt.", "Der Rat hat die Steuer erhöht.", "sense"),
        ("fr", "Le conseil n'a pas voté la taxe.", "Le conseil a voté la taxe.", "sense"),
        ("es", "El pleno mantiene la tasa de basuras.", "El pleno suspende la tasa de basuras.", "sense"),
        ("fr", "Le mur mesure 40 centimètres de large.", "Le mur mesure 40 millimètres de large.", "sense"),
        (
            "de",
            "Es kamen zweiundvierzig Gäste zur Feier.",
            "Es kamen vierundzwanzig Gäste zur Feier.",
            "figure",
        ),
        ("fr", "On a compté dix-neuf invités.", "On a compté quatre-vingt-dix invités.", "figure"),
        (
            "de",
            "Sie nannten es einen dreitägigen Ausstand.",
            "Sie nannten es einen fünftägigen Ausstand.",
            "figure",
        ),
        (
            "de",
            "Die Armee jagt Rebellen in den Bergen.",
            "Die Armee jagt Terroristen in den Bergen.",
            "loaded",
        ),
        ("es", "El alcalde lo llamó un plan sensato.", "El alcalde lo llamó un plan disparatado.", "loaded"),
    ],
)
def test_a_change_is_told_as_what_it_is(code: str, before: str, after: str, kind: str) -> None:
    assert {one[0] for one in told(code, before, after)} == {kind}


def test_a_german_noun_is_no_name() -> None:
    kinds = {one[0] for one in told("de", "Der Rat kaufte einen Kran.", "Der Rat kaufte einen Bagger.")}
    assert "name" not in kinds
    kinds = {
        one[0]
        for one in told(
            "de", "Der Rat ehrte die Bürgermeisterin Ida Kolm.", "Der Rat ehrte die Rathauschefin."
        )
    }
    assert "name" not in kinds
    assert "name" in {one[0] for one in told("de", "Sie tagten in Oldrum.", "Sie tagten in Kaltwehr.")}


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        (
            "de",
            "„Das Becken ist undicht“, sagte die Bürgermeisterin Ida Kolm.",
            "„Das Becken ist undicht“, sagte die Rathauschefin.",
        ),
        (
            "fr",
            "« Le bassin fuit partout », a dit la maire, Ida Kolm.",
            "« Le bassin fuit partout », a dit l'édile.",
        ),
        (
            "es",
            "«El vaso pierde agua», dijo la alcaldesa, Ida Kolm.",
            "«El vaso pierde agua», dijo la regidora.",
        ),
    ],
)
def test_one_speaker_told_in_two_ways_is_one(code: str, before: str, after: str) -> None:
    assert "attribution" not in {one[0] for one in told(code, before, after)}


def test_the_part_of_a_month_turns_no_sentence() -> None:
    assert "sense" not in {one[0] for one in told("de", "Es endet Anfang März.", "Es endet Ende März.")}


def test_german_speakers_with_a_role_before_their_names_are_held_against_each_other() -> None:
    said = "„Das ist ein fauler Kompromiss“, kritisierte {}."
    found = told("de", said.format("die Abgeordnete Ines Marn"), said.format("der Abgeordnete Bernd Tolk"))
    assert ("attribution", "Ines Marn", "Bernd Tolk") in found
