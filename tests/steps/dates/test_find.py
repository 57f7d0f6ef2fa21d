"""Dates: what is found, and which time it is."""

from __future__ import annotations

from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold import language
from retold.steps import dates
from retold.steps.dates.find import find as find_dates

ENGLISH = language.of("en")
MONDAY = "2021-05-24"


def values(text: str, published: str | date | datetime | None = MONDAY) -> list[tuple[str, str, str]]:
    return [(m.span.of(text), m.kind, m.value) for m in dates.find(text, published, ENGLISH)]


def value(text: str, published: str | date | datetime | None = MONDAY) -> str | None:
    found = dates.find(text, published, ENGLISH)
    return found[0].value if len(found) == 1 else None


@pytest.mark.parametrize(
    "words",
    [
        "22 May 2021", "May 22, 2021", "May 22nd, 2021", "the 22nd of May 2021", "Saturday, May 22, 2021", "2021-05-22",
        "22/05/2021", "05/22/2021", "Sat. 22 May 2021", "MAY 22, 2021",
    ],
)  # fmt: skip
def test_one_day_has_one_value_however_it_is_written(words: str) -> None:
    assert value(f"The quay was closed on {words} for good.", None) == "2021-05-22"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("in May 2019", "2019-05"), ("in early March 2019", "2019-03"), ("in 1987", "1987"), ("in the 1990s", "199"),
        ("in the '80s", "198"), ("in the 19th century", "18"), ("the third quarter of 2019", "2019-Q3"),
        ("in the summer of 2018", "2018-SU"), ("last summer", "2020-SU"), ("in December", "2020-12"),
        ("nineteen ninety-six", "1996"),
    ],
)  # fmt: skip
def test_months_years_decades_quarters_and_seasons(words: str, expected: str) -> None:
    assert value(f"The pier was built {words}.") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("yesterday", "2021-05-23"), ("last year", "2020"), ("two weeks ago", "2021-W19"), ("next month", "2021-06"),
        ("earlier this week", "2021-W21"), ("ten days ago", "2021-05-14"), ("a decade ago", "2011"),
        ("three months ago", "2021-02"), ("last night", "2021-05-23TNI"), ("this morning", "2021-05-24TMO"),
        ("[Ten] years ago", "2011"), ("a couple of years ago", "2019"), ("several years ago", "PAST_REF"),
        ("24 hours ago", "2021-05-23"), ("on 11 March last year", "2020-03-11"), ("on the 3rd of June last year", "2020-06-03"),
    ],
)  # fmt: skip
def test_times_told_from_the_day_of_publication(words: str, expected: str) -> None:
    assert value(f"The mayor resigned {words}.") == expected


@pytest.mark.parametrize(
    ("words", "kind", "expected"),
    [
        ("for three days", "DURATION", "P3D"), ("over the past two weeks", "DURATION", "P2W"),
        ("for two and a half years", "DURATION", "P2Y6M"), ("for half an hour", "DURATION", "PT30M"),
        ("for years", "DURATION", "PXY"), ("for a few hours", "DURATION", "PTXH"), ("for twenty-six days", "DURATION", "P26D"),
        ("every Monday", "SET", "XXXX-WXX-1"), ("annually", "SET", "P1Y"), ("on Tuesday nights", "SET", "XXXX-WXX-2TNI"),
        ("twice a day", "SET", "P1D"), ("each July", "SET", "XXXX-07"),
    ],
)  # fmt: skip
def test_lengths_and_repetitions(words: str, kind: str, expected: str) -> None:
    ((_, got_kind, got),) = values(f"The choir sang {words}.")
    assert (got_kind, got) == (kind, expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The crew docked on Saturday night.", "2021-05-22TNI"),
        ("The crew docked on Monday.", "2021-05-24"),
        ("The crew will dock on Saturday.", "2021-05-29"),
        ("The verdict is due Friday.", "2021-05-28"),
        ("The harbour master plans to speak on Thursday.", "2021-05-27"),
        ("The rope must be mended by Friday.", "2021-05-28"),
        ("The rope broke on Friday and will be mended.", "2021-05-21"),
        ("On Friday, the council announced a new pier.", "2021-05-21"),
        ("Next Friday is free.", "2021-05-28"),
        ("Last Monday was wet.", "2021-05-17"),
    ],
)
def test_a_weekday_is_the_nearest_past_one_unless_its_clause_looks_ahead(
    sentence: str, expected: str
) -> None:
    assert value(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "published", "expected"),
    [
        ("The siege began on May 10.", MONDAY, "2021-05-10"),
        ("The siege began on December 10.", "2021-01-05", "2020-12-10"),
        ("The bridge will open on January 3.", "2021-12-20", "2022-01-03"),
        ("The bridge opened on Friday, Oct. 13.", "1990-03-01", "1989-10-13"),
    ],
)
def test_a_day_without_a_year_is_the_one_nearest_to_publication(
    sentence: str, published: str, expected: str
) -> None:
    assert value(sentence, published) == expected


def test_without_a_date_of_publication_unknown_digits_are_x() -> None:
    text = "They met on Saturday night, then on May 10, and again last year; in 2019 they had not."
    expected = ["XXXX-WXX-6TNI", "XXXX-05-10", "XXXX", "2019"]
    assert [found[2] for found in values(text, None)] == expected


def test_yesterday_without_a_date_of_publication_is_found() -> None:
    assert value("It sank yesterday.", None) == "XXXX-XX-XX"


def test_a_time_of_day_belongs_to_the_day_beside_it() -> None:
    assert value("It struck at 10.20 p.m. on Tuesday.") == "2021-05-18T22:20"
    assert value("It struck on Saturday at 19:15.") == "2021-05-22T19:15"
    assert value("It struck at noon.", "2021-05-24") == "2021-05-24T12:00"


def test_the_same_day_is_told_from_the_day_named_last() -> None:
    found = values("The dam broke on May 3, 2019. The following day the town was dry.")
    assert [v for _, _, v in found] == ["2019-05-03", "2019-05-04"]


def test_a_year_earlier_beside_quarters_is_the_same_quarter() -> None:
    found = values("Catches fell in the third quarter of 2019 from 40 tonnes a year earlier.")
    assert [v for _, _, v in found] == ["2019-Q3", "2018-Q3"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Theresa Marchbank may go.", "April Fennimore laughed.", "They march on.", "He paid $1990 for it.",
        "The ship carried 2000 passengers.", "A six-year-old girl waved.", "They won 31/02/2021 times.",
        "May Ferrant sang.", "The 1,998 seats were red.", "It was a quarterly.", "",
    ],
)  # fmt: skip
def test_words_that_only_look_like_times_are_left_alone(sentence: str) -> None:
    assert values(sentence) == []


def test_an_ambiguous_date_with_slashes_is_read_only_beside_publication() -> None:
    assert values("It sank on 05/04/2021.", None) == []
    assert value("It sank on 05/04/2021.", "2021-04-07") == "2021-04-05"


def test_a_zone_does_not_move_the_day() -> None:
    assert value("It sank today.", "2021-05-24T01:00:00+05:00") == "2021-05-24"
    assert value("It sank today.", datetime(2021, 5, 24, 1, 0)) == "2021-05-24"
    assert value("It sank today.", date(2021, 5, 24)) == "2021-05-24"


def test_spans_carry_the_article_and_a_bad_stamp_counts_as_none() -> None:
    (found,) = dates.find("It sank on Friday.", "soon", ENGLISH, article="a7")
    assert (found.span.article, found.value) == ("a7", "XXXX-WXX-5")


@given(
    st.text(max_size=300),
    st.one_of(st.none(), st.dates().map(str), st.text(max_size=20), st.dates(), st.datetimes()),
)
def test_no_text_and_no_stamp_raises_and_spans_lie_inside(
    text: str, published: str | date | datetime | None
) -> None:
    found = dates.find(text, published, ENGLISH)
    assert all(0 <= m.span.start < m.span.end <= len(text) for m in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


_HEAP = (
    "May 31 30 9999 1000 the of last next a two and half years weeks ago later earlier Friday - , . ' 's [ at 10:99 "
    "p.m. every quarter third century decade 1990s 00/00/0000 0001-01-01 9999-12-31 weekend night same following"
)
_PIECES = st.sampled_from(_HEAP.split())


@given(st.lists(_PIECES, max_size=25), st.sampled_from([None, "0001-01-01", "9999-12-31", MONDAY]))
def test_any_heap_of_date_words_is_read_without_raising(words: list[str], published: str | None) -> None:
    dates.find(" ".join(words), published, ENGLISH)


@pytest.mark.parametrize("piece", ["1 ", "the ", "a b-", "May ", "9", "(", "last two "])
def test_long_hostile_text_is_read(piece: str) -> None:
    dates.find(piece * (100_000 // len(piece)), MONDAY, ENGLISH)


@pytest.mark.long
def test_tempeval_is_read_as_well_as_the_best_published_rules(shared: Path) -> None:
    assert shared.exists()
    from evaluation.suites import dates as suite

    found = {one.name: one.value for one in suite.measures("quick")}
    assert found["relaxed f1"] > 0.92
    assert found["value f1"] > 0.78


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The port earned little in the year ended June 30, 2031.", "P1Y"),
        ("The port expects more ferries for the full year.", "2031"),
        ("It opened in January nineteen ninety-seven.", "1997-01"),
        ("The talks were postponed until Friday.", "2031-03-14"),
        ("The crews may leave as soon as Friday.", "2031-03-14"),
        ("They arrived this coming Friday.", "2031-03-14"),
        ("The port was shut by the year two thousand.", "2000"),
    ],
)
def test_years_of_account_and_days_put_off(text: str, value: str) -> None:
    assert value in [m.value for m in dates.find(text, "2031-03-12", ENGLISH)]


def test_the_date_line_at_the_head_is_the_day_of_the_report() -> None:
    text = "Pier shut\n\nTuesday, March 11, 2031\n\nThe pier was shut yesterday."
    assert [m.value for m in dates.find(text, "2031-03-10", ENGLISH)][-1] == "2031-03-10"
    assert [m.value for m in dates.find(text, None, ENGLISH)][-1] == "2031-03-10"
    assert [m.value for m in dates.find(text, "2031-05-10", ENGLISH)][-1] == "2031-05-09"


def test_a_language_without_dates_has_none() -> None:
    assert find_dates("It sank on Friday.", MONDAY, language.UNIVERSAL) == ()
    assert find_dates("It sank on Friday.", MONDAY, ENGLISH) != ()


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("de", "In der Nacht zum Mittwoch sank das Boot.", "2021-05-18TNI"),
        ("de", "In der Nacht vom Dienstag auf Mittwoch sank das Boot.", "2021-05-18TNI"),
        ("de", "Die Fähre soll morgen fahren.", "2021-05-25"),
        ("de", "Die Fähre fuhr im Vorjahr seltener.", "2020"),
        ("de", "Sie arbeitet seit einundzwanzig Jahren hier.", "P21Y"),
        ("fr", "Le bateau a coulé mardi après-midi.", "2021-05-18TAF"),
        ("fr", "Elle travaille ici depuis vingt-deux ans.", "P22Y"),
        ("fr", "Elle recevra le prix mardi.", "2021-05-25"),
        ("fr", "Il partira à la fin de l'année.", "2021-12-31"),
        ("fr", "Le bateau a coulé dans la nuit de mardi à mercredi.", "2021-05-18TNI"),
        ("es", "Trabaja aquí desde hace veintidós años.", "P22Y"),
        ("es", "Recibirá el premio el martes.", "2021-05-25"),
        ("es", "Se retira a finales de año.", "2021-12-31"),
    ],
)
def test_other_languages_name_nights_lengths_and_days_to_come(code: str, text: str, told: str) -> None:
    assert [one.value for one in dates.find(text, MONDAY, language.of(code))] == [told]


def test_a_morning_is_no_tomorrow() -> None:
    found = dates.find("Am Morgen sank das Boot.", MONDAY, language.of("de"))
    assert [one.value for one in found] == ["2021-05-24TMO"]


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("de", "Die Fähre fährt vom 23. bis 25. Oktober.", ["2021-10-23", "2021-10-25"]),
        ("fr", "Le bac circulera du 22 au 25 octobre 2022.", ["2022-10-22", "2022-10-25"]),
        ("es", "El ferri saldrá del 20 al 24 de octubre.", ["2021-10-20", "2021-10-24"]),
        ("de", "Der Hafen verdiente im ersten Quartal mehr.", ["2021-Q1"]),
        ("de", "Im ersten Quartal stieg der Umsatz. Im Vorjahresquartal war er kleiner.", ["2021-Q1", "2020-Q1"]),
        ("fr", "Le port a gagné plus au premier trimestre.", ["2021-Q1"]),
        ("es", "El puerto abrirá en el tercer trimestre.", ["2021-Q3"]),
        ("de", "Sie stritten schon in den achtziger Jahren.", ["198"]),
        ("fr", "On s'est battu dans les années 1980.", ["198"]),
        ("es", "Pelearon en los años ochenta.", ["198"]),
        ("fr", "Le bac a coulé mardi à 22h15.", ["2021-05-18T22:15"]),
        ("fr", "Le bac partira le dimanche 30 mai à 9h.", ["2021-05-30T09:00"]),
        ("es", "El ferri zarpó el martes a las 22.15.", ["2021-05-18T22:15"]),
        ("es", "Pesa 22.47 toneladas.", []),
        ("fr", "Le bac fermera d'ici fin mars.", ["2022-03"]),
        ("de", "Das Treffen ist für Mitte März vorgesehen.", ["2022-03"]),
        ("es", "La cita está prevista para mediados de marzo.", ["2022-03"]),
        ("fr", "Trois semaines après sa chute, elle court.", ["P3W"]),
        ("de", "Zwei Stunden vorher war er da.", ["PT2H"]),
        ("fr", "L'hebdomadaire Le Quai ferme.", []),
        ("fr", "Âgée de 34 ans, elle rame.", []),
        ("de", "Er kündigte 2000 Helfer an.", []),
        ("de", "Das sagte er der Zeitung (Dienstag).", ["2021-05-25"]),
        ("es", "Cerrarán el año que viene.", ["2022"]),
        ("es", "Firmó por la noche, el martes.", ["2021-05-24TNI", "2021-05-18"]),
        ("de", "Der Pass gilt bis 20.02.2034. Danach verfällt er.", ["2034-02-20"]),
        ("de", "Im Hafen lagen im Februar zwölf Kutter, die jetzt fahren.", ["2021-02"]),
        ("de", "Der Verein rechnet im dritten Quartal mit Gewinn.", ["2021-Q3"]),
        ("es", "El turno va de 4.30 a 14.30 horas.", ["2021-05-24T04:30", "2021-05-24T14:30"]),
        ("es", "Se ven el lunes que viene.", ["2021-05-31"]),
        ("es", "La obra se estrena el 11 de marzo.", ["2022-03-11"]),
    ],
)  # fmt: skip
def test_other_languages_name_ranges_quarters_decades_and_clocks(
    code: str, text: str, told: list[str]
) -> None:
    assert [one.value for one in dates.find(text, MONDAY, language.of(code))] == told


@pytest.mark.parametrize(
    ("code", "text", "words", "expected"),
    [
        ("de", "Nach dreitägigen Gesprächen ging er.", "dreitägigen", "P3D"),
        ("de", "Das 30-tägige Ultimatum endet.", "30-tägige", "P30D"),
        ("de", "Der Streit währte anderthalb Jahre.", "anderthalb Jahre", "P1Y6M"),
        ("de", "Es dauerte ein halbes Jahr.", "ein halbes Jahr", "P6M"),
        ("fr", "Il a attendu deux ans et demi.", "deux ans et demi", "P2Y6M"),
        ("es", "Habló dos horas y media.", "dos horas y media", "PT2H30M"),
    ],
)
def test_lengths_in_one_word_and_with_a_half(code: str, text: str, words: str, expected: str) -> None:
    found = [(m.span.of(text), m.value) for m in dates.find(text, MONDAY, language.of(code))]
    assert found == [(words, expected)]


def test_an_age_in_one_word_is_no_length() -> None:
    assert not dates.find("Der fünfjährige Junge sah es.", MONDAY, language.of("de"))


def test_a_french_conditional_looks_ahead() -> None:
    text = "L'usine cesserait toute production en décembre."
    assert [m.value for m in dates.find(text, "2034-09-07", language.of("fr"))] == ["2034-12"]
