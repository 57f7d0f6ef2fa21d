"""Credits in a language without a pack: the agency is named all the same, and nobody else."""

from __future__ import annotations

import pytest

from retold import language
from retold.model import Article
from retold.steps import credits

DPA, AFP = "Deutsche Presse-Agentur", "Agence France-Presse"


def named(code: str, text: str) -> list[str]:
    return [one.name for one in credits.find(Article("a", text), None, language.of(code))]


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("de", "Der Hafen ist gesperrt.\n\nMit Material der dpa", DPA),
        ("de", "Lissel (dpa) - Der Hafen ist gesperrt.", DPA),
        ("de", "Der Hafen ist gesperrt.\n\n(dpa/AFP)", DPA),
        ("fr", "Le port est fermé.\n\n(Avec AFP)", AFP),
        ("fr", "Le port est fermé. (AFP)", AFP),
        ("es", "El puerto está cerrado.\n\nCon información de EFE", "EFE"),
        ("it", "(ANSA) - LISSEL, 03 MAR - Il porto è chiuso.", "ANSA"),
        ("nl", "De haven is dicht.\n\nBron: ANP", "ANP"),
        ("pt", "O porto está fechado.\n\nCom informações da agência Lusa", "Lusa"),
        ("da", "Havnen er lukket.\n\n/ritzau/", "Ritzau"),
        ("ru", "Порт закрыт, сообщает ТАСС.\n\nПричина неизвестна.", "TASS"),
        ("ru", "По данным агентства Интерфакс, порт закрыт.", "Interfax"),
        ("da", "(NTB) Havnen er lukket, og ingen ved hvorfor.", "NTB"),
        ("ru", "ПОРТ ЛИССЕЛЬ, 3 марта — РИА Новости. Порт закрыт.", "RIA Novosti"),
        ("ru", "ПОРТ ЛИССЕЛЬ, 3 марта. /ТАСС/. Порт закрыт.", "TASS"),
        ("tr", "Liman kapalı.\n\nKaynak: Anadolu Ajansı", "Anadolu Agency"),
        ("pt", "O porto está fechado.\n\nPor Agência Lusa", "Lusa"),
        ("pt", "O porto está fechado. Com informações da Agência Brasil.", "Agencia Brasil"),
    ],
)
def test_an_agency_is_named(code: str, text: str, name: str) -> None:
    found = named(code, text)
    assert any(one.endswith(name) or name in one for one in found), found


@pytest.mark.parametrize(
    "text", ["Der Hafen ist gesperrt, sagte Ana Kael (54).", "Die Karolinenstraße (Mitte) - gesperrt"]
)
def test_nobody_else_is(text: str) -> None:
    assert named("de", text) == []


EFE, KNA, SID = "EFE", "Katholische Nachrichten-Agentur", "Sport-Informations-Dienst"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("TAVEN /dpa/ - Der Hafen ist zu.", DPA),
        ("(dpa/lno) Der Hafen ist zu.", DPA),
        ("dpa Taven. Der Hafen ist zu.", DPA),
        ("Der Hafen ist zu. jk/dpa", DPA),
        ("Der Hafen ist zu. (jk/kna)", KNA),
        ("Von Ana Kael und dpa\n\nDer Hafen ist zu.", DPA),
        ("Der Hafen ist zu.\n\nMit Agenturmaterial (sid)", SID),
        ("Der Hafen ist zu.\n\nUnter Verwendung von dpa-Material", DPA),
        ("Der Hafen ist zu.\n\n© dpa-infocom, dpa:310303-99-1/2", DPA),
        ("Der Hafen ist zu, wie die dpa unter Berufung auf Ermittler meldet.", DPA),
        ("Der Hafen ist zu, meldete die Agentur afp am Abend.", AFP),
        ("Der Hafen ist zu, so AFP.", AFP),
        ("„Wir warten“, sagte Ana Kael am Montag der Deutschen Presse-Agentur.", DPA),
        ("Der Hafen ist zu, berichtet die „Neue Lissler Post“.", "Neue Lissler Post"),
        ("Der Hafen ist laut „Neuen Lissler Post“ zu.", "Neue Lissler Post"),
        ("Der Hafen ist zu. Zuerst hatte die Lissler Zeitung darüber berichtet.", "Lissler Zeitung"),
        ("Wie der Hafen-Kurier berichtet, ist der Hafen zu.", "Hafen-Kurier"),
    ],
)
def test_german_names_its_sources_in_many_forms(text: str, name: str) -> None:
    assert named("de", text) == [name]


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("fr", "LISSEL (AFP) Le port est fermé.", AFP),
        ("fr", "Lissel, Belga – Le port est fermé.", "Belga"),
        ("fr", "Le port est fermé. (jk avec AFP)", AFP),
        ("fr", "Le port est fermé. AFP", AFP),
        ("fr", "Le port est fermé, a annoncé « La Gazette de Lissel ».", "Gazette de Lissel"),
        ("fr", "Le port est fermé, révèle Le Courrier morlois. Il rouvrira.", "Courrier morlois"),
        ("fr", "« Nous attendons », a-t-elle dit à l'AFP.", AFP),
        ("es", "LISSEL / EFE El puerto está cerrado.", EFE),
        ("es", "Redacción y EFE\n\nEl puerto está cerrado.", EFE),
        ("es", "El puerto está cerrado. (Efe y mho)", EFE),
        ("es", "El puerto está cerrado, recoge El Heraldo de Lissel.", "Heraldo de Lissel"),
        ("es", "“Esperamos”, afirmó a Europa Press su dueña.", "Europa Press"),
    ],
)
def test_french_and_spanish_do_so_too(code: str, text: str, name: str) -> None:
    assert named(code, text) == [name]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Nach Angaben der Deutschen Post kommen Briefe später."),
        ("de", "Die Presse-Abteilung (Mitte) meldet sich am Montag."),
        ("de", "Das berichtete sie der Polizei, so Kael."),
        ("fr", "Selon le maire, a indiqué la préfecture, le port est fermé."),
        ("es", "Según el alcalde, informó la policía, el puerto está cerrado."),
    ],
)
def test_bodies_that_are_no_outlets_are_no_credits(code: str, text: str) -> None:
    assert named(code, text) == []


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("de", "Der Sender Tavenwelle meldete Stau am Hafen.", ["Tavenwelle"]),
        ("de", "Das Magazin „Küste und Meer“ hatte zuerst darüber berichtet.", ["Küste und Meer"]),
        ("de", "Das sagte sie am Montag im Deutschlandradio Nord.", ["Deutschlandradio Nord"]),
        ("de", "Das bekräftigte sie gegenüber dem „Uferblatt“.", ["Uferblatt"]),
        ("de", "Der Kai ist zu.\n\n(dpa, Reuters, Bloomberg-Foto: M. Kolm)", [DPA, "Reuters"]),
        ("de", "Das Portal der Kirche wurde beschädigt, berichtete der Pfarrer.", []),
        ("de", "Die Agentur Kielwasser senkte die Note, wie das Amt berichtete.", []),
        ("fr", "La radio Voix du Large a révélé la fuite.", ["Voix du Large"]),
        ("fr", "Elle l'a dit au micro de Radio Taven.", ["Radio Taven"]),
        ("fr", "Le quai fuit, écrit Le Quotidien de Taven. Le maire se tait.", ["Quotidien de Taven"]),
        ("fr", "Elle a parlé auprès du quotidien La Dépêche d'Orel. Puis rien.", ["Dépêche d'Orel"]),
        ("fr", "Article initialement publié dans les Cahiers du Large.", ["Cahiers du Large"]),
        ("fr", "(d'après AFP et Reuters)", [AFP, "Reuters"]),
        ("fr", "Le magazine Marées ferme, a annoncé la mairie.", []),
        ("es", "La emisora Voz del Muelle había informado de la fuga.", ["Voz del Muelle"]),
        ("es", "El muelle pierde agua, publica «El Correo Tavenés». La alcaldesa calla.", ["Correo Tavenés"]),
        ("es", "Lo afirmó en Radio Taven la alcaldesa.", ["Radio Taven"]),
        ("es", "“Falta agua”, comentó el capitán Iván Kolm a la AFP.", [AFP]),
        ("es", "Publicado originalmente en la revista Mar y Viento.", ["Mar y Viento"]),
        ("es", "La cadena Orelia anunció la compra de dos hoteles.", []),
    ],
)
def test_an_outlet_is_named_by_the_noun_before_it_or_by_where_something_was_said(
    code: str, text: str, told: list[str]
) -> None:
    assert named(code, text) == told


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("zh", "据新华社塔文3月4日电 港口周一关闭。", "Xinhua"),
        ("zh", "港口周一关闭。（新华社）", "Xinhua"),
        ("ja", "港は月曜日に閉鎖された。（共同）", "Kyodo News"),
        ("ja", "【タベン共同】港は月曜日に閉鎖された。", "Kyodo News"),
        ("ko", "(타벤=연합뉴스) 항구가 월요일에 닫혔다.", "Yonhap"),
    ],
)
def test_an_agency_is_named_where_no_blanks_part_the_words(code: str, text: str, name: str) -> None:
    assert named(code, text) == [name]


def test_what_two_do_together_credits_nobody() -> None:
    assert named("ja", "港と町は共同で灯台を直した。") == []


@pytest.mark.parametrize("line", ["Fonte: ANSA", "Bron: ANP", "Źródło: PAP", "(Zdroj: ČTK)"])
def test_who_is_named_as_the_source_in_a_line_of_its_own_is_the_origin(line: str) -> None:
    (found,) = credits.find(Article("a", f"Havnen er lukket.\n\n{line}"), None, language.of("xx"))
    assert found.role == "origin of the report"
