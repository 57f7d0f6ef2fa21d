"""Quoted words that nobody says, subjects and hearers, in languages that are read by patterns."""

from __future__ import annotations

import pytest

import retold
from retold import language
from retold.language import Language
from retold.model import Statement
from retold.pipeline import witness
from retold.settings import Settings
from retold.steps.statements.lexicon import lexicon_of
from retold.steps.statements.patterned import cues, hearers, named, people, pieces, subjects
from retold.steps.statements.segments import segments


def statements(code: str, text: str) -> list[Statement]:
    return list(retold.statements(retold.Article("a", text, language=code, published="2031-03-03")))


def told(code: str, text: str) -> list[tuple[str, str | None]]:
    return [(one.content[0].of(text).strip(" ,."), one.speaker_name) for one in statements(code, text)]


def finder(code: str, text: str) -> tuple[cues.Finder, list[pieces.Piece], Language]:
    spoken = language.of(code)
    known, one = lexicon_of(spoken), witness(retold.Article("a", text, language=code), Settings())
    assert known is not None and spoken.patterns is not None and spoken.speech is not None
    row = pieces.pieces(text, segments(one, known)[0], one.quotes, spoken.patterns.clitic)
    everybody = people.People(spoken.patterns, spoken.names, spoken.function_words)
    return cues.Finder(spoken.speech, spoken.patterns, everybody), row, spoken


# ---- terms, titles, names of papers ----


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Die sogenannte „Kahnmutter“ Ana Kolm kritisierte den Rat."),
        ("de", "Timm Kolm widersprach Gerüchten über ein „Seeungeheuer“."),
        ("de", "Timm Kolm kündigte das Programm „Neues Ufer“ an."),
        ("fr", "Ana Kolm accuse le prétendu « roi du quai »."),
        ("fr", "Ana Kolm dément les rumeurs d'un « monstre »."),
        ("es", "Ana Kolm acusa al supuesto «rey del muelle»."),
        ("es", "Ana Kolm desmiente los rumores sobre un «monstruo»."),
    ],
)
def test_a_term_a_title_or_a_nickname_is_nobodys_word(code: str, text: str) -> None:
    quoted = {
        "Kahnmutter",
        "Seeungeheuer",
        "Neues Ufer",
        "roi du quai",
        "monstre",
        "rey del muelle",
        "monstruo",
    }
    assert not quoted & {words for words, _ in told(code, text)}


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("de", "Timm Kolm sprach von einem „Skandal“.", "Skandal"),
        ("fr", "Ana Kolm a parlé d'« un scandale ».", "un scandale"),
        ("es", "Ana Kolm tachó el plan de «disparate».", "disparate"),
    ],
)
def test_what_a_verb_of_naming_calls_something_is_somebodys_word(code: str, text: str, words: str) -> None:
    assert [(one, name.split()[-1] if name else None) for one, name in told(code, text)] == [(words, "Kolm")]


def test_a_term_is_told_by_the_word_before_it() -> None:
    found, row, spoken = finder("de", "Der angebliche „Retter“ schwieg.")
    at = next(k for k, one in enumerate(row) if one.quote >= 0)
    assert spoken.patterns is not None
    assert named.is_term(row, at, None, (found.speech, spoken.patterns))
    found, row, spoken = finder("de", "Ana Kolm sagte: „Retter“.")
    at = next(k for k, one in enumerate(row) if one.quote >= 0)
    assert not named.is_term(row, at, None, (found.speech, found.rules))


def test_the_name_of_a_paper_in_quotation_marks_is_nobodys_word() -> None:
    text = "„Es wird eng“, sagte Ana Kolm gegenüber dem „Uferblatt“."
    assert told("de", text) == [("Es wird eng", "Ana Kolm")]


# ---- subjects ----


def test_a_word_that_opens_a_clause_ends_the_search_for_a_subject() -> None:
    found, row, _ = finder("es", "La alcaldesa, Ana Kolm, pidió ayuda y aseguró que el Puerto pagará.")
    told_by = [one.subject for one in found.cues(row)]
    assert all(not isinstance(one, people.Phrase) or one.name == ("Ana", "Kolm") for one in told_by)
    text = "La alcaldesa, Ana Kolm, pidió ayuda y aseguró que el Puerto pagará."
    assert told("es", text) == [("el Puerto pagará", "Ana Kolm")]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("es", "Cien barcos llegaron al Instituto Kolm, indicó este lunes uno de sus jefes. “Faltan muelles”, avisó."),
        ("fr", "Cent bateaux sont arrivés à l'Institut Kolm, a indiqué lundi un de ses chefs. « Il manque des quais »,"
         " a-t-il averti."),
        ("es", "“Faltan muelles”, dijo a Ana Kolm un alto funcionario."),
    ],
)  # fmt: skip
def test_somebody_without_a_name_is_not_whoever_is_named_beside_him(code: str, text: str) -> None:
    assert {name for _, name in told(code, text)} == {None}


def test_what_stands_in_brackets_is_no_subject() -> None:
    text = "Taven, 3 mar (Prensa Latina) El presidente Timm Kolm calificó el puente de “sólido”."
    assert told("es", text) == [("sólido", "Timm Kolm")]
    _, row, _ = finder("es", "Kolm (Taven) dijo")
    assert row[subjects.behind_brackets(row, 1)].text == "dijo"


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("fr", "La déléguée CGT, Ana Kolm, a répondu : « C'est trop tard. »", "Ana Kolm"),
        ("fr", "« C'est trop tard », a dit le président de la Cour des comptes, Timm Kolm.", "Timm Kolm"),
        ("es", "«Es tarde», dijo el presidente del Tribunal de Cuentas, Timm Kolm.", "Timm Kolm"),
        ("de", "„Es ist zu spät“, sagte Timm Kolm zum Abschluss der Tagung.", "Timm Kolm"),
    ],
)
def test_a_body_or_a_house_beside_a_role_is_no_part_of_the_name(code: str, text: str, name: str) -> None:
    assert [who for _, who in told(code, text)] == [name]


def test_a_pronoun_means_the_one_of_its_sex_though_another_was_named_last() -> None:
    text = "La cantante Ana Kolm volverá en mayo, promete su agente, Ruperto Zill. «Estoy lista», dice ella."
    assert dict(told("es", text))["Estoy lista"] == "Ana Kolm"


# ---- clauses set before their verb ----


@pytest.mark.parametrize(
    ("code", "text", "content", "name"),
    [
        ("fr", "Le quai fuit depuis mai, a expliqué Ana Kolm.", "Le quai fuit depuis mai", "Ana Kolm"),
        ("fr", "Ana Kolm a vu le quai. Il fuit depuis mai, a-t-elle dit.", "Il fuit depuis mai", "Ana Kolm"),
        ("es", "El muelle pierde agua, afirmó Ana Kolm.", "El muelle pierde agua", "Ana Kolm"),
        ("de", "Der Kai leckt seit Mai, sagte Ana Kolm.", "Der Kai leckt seit Mai", "Ana Kolm"),
        ("de", "Wie Ana Kolm mitteilte, leckt der Kai seit Mai.", "leckt der Kai seit Mai", "Ana Kolm"),
        (
            "fr",
            "Ana Kolm insiste. Selon elle, le quai fuit depuis mai.",
            "le quai fuit depuis mai",
            "Ana Kolm",
        ),
        (
            "de",
            "Ana Kolm winkt ab. Ihr zufolge leckt der Kai seit Mai.",
            "leckt der Kai seit Mai",
            "Ana Kolm",
        ),
    ],
)
def test_a_clause_with_its_verb_of_saying_behind_it_is_told(
    code: str, text: str, content: str, name: str
) -> None:
    assert (content, name) in told(code, text)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("es", "Ana Kolm, ministra de Puertos, dijo el lunes que el muelle aguanta."),
        ("fr", "Ana Kolm, ministre des Ports, a dit lundi que le quai tient."),
        ("de", "Als Ana Kolm kam, sagte Timm Orel kein Wort."),
    ],
)
def test_words_set_on_a_name_and_clauses_of_time_are_not_what_was_said(code: str, text: str) -> None:
    found = [words for words, _ in told(code, text)]
    assert not any(word in one for one in found for word in ("ministra", "ministre", "Als"))


def test_those_who_are_spoken_to_stand_behind_the_cue() -> None:
    found, row, _ = finder("fr", "« Il fuit », a dit Ana Kolm devant le conseil municipal.")
    (cue,) = found.cues(row)
    text = "« Il fuit », a dit Ana Kolm devant le conseil municipal."
    assert [who.meant.name for who in hearers.hearers(text, row, cue, found.rules)] == [
        "le conseil municipal"
    ]


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("fr", "Timm Orel a gagné. Ana Kolm, battue il y a deux ans, a dit « prier » souvent.", "Ana Kolm"),
        ("de", "„Das ist ein Tag zu viel“, rügte Kai Kolm von der Hafenzentrale gegenüber der dpa.", "Kai Kolm"),
    ],
)  # fmt: skip
def test_what_looks_like_a_subject_or_a_longer_name_is_none(code: str, text: str, name: str) -> None:
    assert [who for _, who in told(code, text)] == [name]


def test_a_pronoun_behind_the_verb_is_its_object_where_a_name_leads_the_sentence() -> None:
    text = "Roswitha Brenn war umstritten. Jan Kolm, der sie kennt, warnte sie: „Das Haus sinkt“."
    assert told("de", text) == [("Das Haus sinkt", "Jan Kolm")]


def test_a_quoted_title_before_its_verb_leaves_nobody_out() -> None:
    text = "El actor Iván Kolm rio: «Los muros quedan». La revista «Tablas» hablaba de «teatro de piedra»."
    assert ("teatro de piedra", "Iván Kolm") not in told("es", text)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Jan Kolm ist frei. „Dazu äußern wir uns nicht“, hieß es in Taven."),
        ("fr", "Jean Kolm est libre. « Nous ne disons rien », a-t-on répondu à Taven."),
    ],
)
def test_words_behind_a_verb_without_anybody_are_nobodys(code: str, text: str) -> None:
    assert [who for _, who in told(code, text)] == [None]


def test_but_a_paper_of_somebody_says_what_he_says() -> None:
    text = "Bodo Kolm schließt das Werk. „Das fällt mir schwer“, heißt es in einem Brief Kolms."
    assert told("de", text)[0][1] == "Bodo Kolm"
