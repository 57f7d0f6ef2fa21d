"""Speech by patterns over names and verbs, in languages without a parser."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import retold
from retold import language
from retold.language import Language
from retold.model import Statement
from retold.pipeline import witness
from retold.settings import Settings
from retold.steps.statements.lexicon import lexicon_of
from retold.steps.statements.patterned import cues, links, people, pieces, reader, reported
from retold.steps.statements.segments import segments


def said(code: str, text: str) -> dict[str, Statement]:
    found = retold.statements(retold.Article("a", text, language=code, published="2031-03-03"))
    return {one.content[0].of(text).strip(" ,."): one for one in found}


def speakers(code: str, text: str) -> list[str | None]:
    found = retold.statements(retold.Article("a", text, language=code, published="2031-03-03"))
    return [one.speaker_name for one in found]


def rows(code: str, text: str) -> tuple[Language, list[list[pieces.Piece]]]:
    spoken = language.of(code)
    known, one = lexicon_of(spoken), witness(retold.Article("a", text, language=code), Settings())
    assert known is not None and spoken.patterns is not None
    clitic = spoken.patterns.clitic
    return spoken, [pieces.pieces(text, part, one.quotes, clitic) for part in segments(one, known)]


def finder(code: str, text: str) -> tuple[cues.Finder, list[pieces.Piece]]:
    spoken, (row, *_) = rows(code, text)
    assert spoken.speech is not None and spoken.patterns is not None
    known = people.People(spoken.patterns, spoken.names, spoken.function_words)
    return cues.Finder(spoken.speech, spoken.patterns, known), row


# ---- the parts ----


def test_a_quotation_is_one_piece_and_a_clitic_is_cut_off_its_verb() -> None:
    _, (row, *_) = rows("fr", "« La mer monte », regrette-t-elle.")
    assert [one.text for one in row] == ["« La mer monte »", ",", "regrette", "-t-elle", "."]
    assert row[0].quote == 0 and not row[0].word and row[2].word


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("de", "Die Hafenmeisterin Insa Kolm", ("Insa", "Kolm")),
        ("de", "Der Spediteur Kolm", ("Kolm",)),
        ("de", "Henrike von der Kolm", ("Henrike", "von", "der", "Kolm")),
        ("fr", "La déléguée syndicale Ana Kolm", ("Ana", "Kolm")),
        ("fr", "Le maire de Taven", ()),
        ("es", "El consejero delegado Iván Kolm", ("Iván", "Kolm")),
    ],
)
def test_roles_and_places_are_no_part_of_a_name(code: str, text: str, name: tuple[str, ...]) -> None:
    found, row = finder(code, text)
    phrase = found.people.phrase(row, 0)
    assert phrase is not None and phrase.name == name


def test_a_surname_means_who_is_named_in_full() -> None:
    found, row = finder("de", "Die Müllerin Insa Kolm und Kolm")
    full, short = found.people.phrase(row, 0), found.people.phrase(row, len(row) - 1)
    assert full is not None and short is not None
    person = found.people.met(full, 0)
    assert person is not None and person.woman is True
    assert found.people.meant(short, [])[0].name == "Insa Kolm"


def test_an_elided_word_stands_close_to_the_next() -> None:
    assert people.printed(("Ana", "d'", "Alba")) == "Ana d'Alba"


def test_a_split_verb_needs_its_particle() -> None:
    found, row = finder("de", "Kolm teilte den Kuchen.")
    assert found.cues(row) == []
    found, row = finder("de", "Insa Kolm teilte gestern mit, man komme.")
    assert [one.verb.base for one in found.cues(row)] == ["mitteilen"]


def test_a_clause_in_the_mood_of_report_is_what_was_said() -> None:
    found, row = finder("de", "Der Hafen sei sicher, sagte Insa Kolm.")
    (clause,) = reported.reported_clauses(row, found.cues(row), found.rules)
    assert [one.text for one in row[clause.low : clause.high]] == ["Der", "Hafen", "sei", "sicher"]


def test_the_reader_gives_utterances_in_the_order_of_the_text() -> None:
    text = "„Das Boot sinkt“, rief Insa Kolm. „Es sinkt schnell.“"
    spoken, one = language.of("de"), witness(retold.Article("a", text, language="de"), Settings())
    known = lexicon_of(spoken)
    assert known is not None and spoken.patterns is not None
    found = reader.PatternReader(one, segments(one, known), spoken, (known, spoken.patterns)).read()
    assert [utterance.speaker and utterance.speaker.meant.name for utterance in found] == ["Insa Kolm"] * 2


# ---- orders of words ----

DIRECT = [
    ("de", "„Das Boot sinkt schnell“, sagte am Montag die Hafenmeisterin Insa Kolm."),
    ("de", "Die Hafenmeisterin Insa Kolm, die das Boot kannte, berichtete: „Das Boot sinkt schnell.“"),
    ("de", "„Das Boot“, so die Hafenmeisterin Insa Kolm, „sinkt sehr schnell.“"),
    ("de", "„Das Boot sinkt schnell“, räumte Insa Kolm ein."),
    ("de", "„Das Boot sinkt schnell“, grummelte Insa Kolm."),
    ("fr", "« Le bateau coule vite », a déclaré lundi la capitaine du port, Insa Kolm."),
    ("fr", "La capitaine du port, Insa Kolm, a déclaré : « Le bateau coule vite. »"),
    ("fr", "« Le bateau coule vite », s'est indignée la pêcheuse Insa Kolm."),
    ("fr", "« Le bateau », selon Insa Kolm, « coule vraiment très vite. »"),
    ("es", "«El barco se hunde rápido», declaró el lunes la capitana del puerto, Insa Kolm."),
    ("es", "La capitana del puerto, Insa Kolm, ha dicho: «El barco se hunde rápido»."),
    ("es", "“El barco se hunde rápido”, se lamentó una turista, Insa Kolm."),
]


@pytest.mark.parametrize(("code", "text"), DIRECT)
def test_direct_speech_has_its_speaker_in_any_order(code: str, text: str) -> None:
    assert set(speakers(code, text)) == {"Insa Kolm"}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Insa Kolm wies das zurück. „Das Boot sinkt nicht“, sagte sie."),
        ("fr", "Insa Kolm n'est pas d'accord. « Le bateau ne coule pas », a-t-elle dit."),
        ("es", "Insa Kolm no está de acuerdo. «El barco no se hunde», dijo."),
    ],
)
def test_a_pronoun_or_a_bare_verb_means_whom_the_sentence_before_is_about(code: str, text: str) -> None:
    assert speakers(code, text)[-1] == "Insa Kolm"


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Insa Kolm schwieg.\n\nEin Matrose schilderte die Nacht: „Das Boot sank sehr schnell.“"),
        ("de", "„Das Boot sinkt schnell“, hieß es in der Behörde."),
        ("fr", "Insa Kolm se tait.\n\nUn marin a décrit la nuit : « Le bateau a coulé très vite. »"),
        ("es", "Insa Kolm calla.\n\nEl sindicato habló de «una tragedia anunciada»."),
    ],
)
def test_nobody_is_given_words_of_somebody_without_a_name(code: str, text: str) -> None:
    assert set(speakers(code, text)) <= {None}


def test_reported_speech_has_its_speaker_and_goes_on_in_its_mood() -> None:
    found = said("de", "Insa Kolm erklärte, das Boot sei alt. Die Behörde habe davon seit langem gewusst.")
    assert {one.speaker_name for one in found.values()} == {"Insa Kolm"}
    assert {one.kind for one in found.values()} == {"indirect"} and len(found) == 2


def test_an_outlet_is_a_credit_and_no_speaker() -> None:
    assert said("fr", "Selon l'AFP, le bateau a coulé dans le port de Taven.") == {}


def test_those_before_whom_it_was_said_are_spoken_to() -> None:
    found = said("fr", "« Le bateau coule vite », a déclaré M. Kolm devant le conseil municipal.")
    assert [one.addressee_name for one in found.values()] == ["le conseil municipal"]


def test_a_few_quoted_words_are_those_of_whom_their_sentence_is_about() -> None:
    text = "„Das Boot sinkt schnell“, sagte Insa Kolm. Der Reeder Ole Zart murrt, man habe „jede Schraube geprüft“."
    assert speakers("de", text)[1:] in (["Ole Zart"], [None])


@pytest.mark.parametrize("told", ["dieser Zeitung", "dieser Redaktion"])
def test_this_paper_to_which_somebody_speaks_is_no_speaker(told: str) -> None:
    text = f"Der Schlosser Jost Kolm sagte {told}, die hintere Tür der Halle sei verriegelt gewesen."
    assert speakers("de", text) == ["Jost Kolm"]


def test_a_pointing_word_alone_still_speaks() -> None:
    (one,) = said("de", "„Die Tür war verriegelt“, sagte dieser.").values()
    assert one.speaker is not None and one.speaker_name is None


def _naive(every: list[tuple[str, ...]], keys: tuple[str, ...]) -> int | None:
    """The last name that has the other at its end, or one word anywhere but first."""
    for number in range(len(every) - 1, -1, -1):
        shorter, longer = sorted((keys, every[number]), key=len)
        if longer[-len(shorter) :] == shorter or (len(keys) == 1 and keys[0] in every[number][1:]):
            return number
    return None


@given(st.lists(st.lists(st.sampled_from("abcd"), min_size=1, max_size=4).map(tuple), max_size=25))
def test_a_name_is_found_among_many_as_if_all_were_looked_through(names: list[tuple[str, ...]]) -> None:
    index, every = people.NameIndex(), list[tuple[str, ...]]()
    for keys in names:
        found = index.last_of(keys)
        assert found == _naive(every, keys)
        if found is None:
            index.add(len(every), keys)
            every.append(keys)
        elif len(keys) > len(every[found]):
            index.add(found, keys, every[found])
            every[found] = keys


@pytest.mark.long
@pytest.mark.parametrize("part", ["sagte ", "selon le maire ", "a-t-elle dit ", "sagte, ", "Kael Sanna "])
@pytest.mark.parametrize("code", ["de", "fr", "es"])
def test_a_sentence_without_end_is_read_in_time(part: str, code: str) -> None:
    began = time.process_time()
    retold.statements(retold.Article("a", part * 2500, language=code))
    assert time.process_time() - began < 30


@pytest.mark.long
def test_thousands_of_names_are_read_in_time() -> None:
    letters = itertools.product("ABCDEFGHIJKLMN", "ABCDEFGHIJKL", "abcdefghijkl")
    names = (f"{a}ena {b}ar{c}d" for a, b, c in letters)
    text = " ".join(f"„Das Boot ist alt“, sagte {name}." for name in names)
    began = time.process_time()
    found = retold.statements(retold.Article("a", text, language="de"))
    assert len(found) > 1900 and time.process_time() - began < 40


# ---- what reports of many houses showed ----


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("de", "„Es wird eng“, schrieb der Analyst Timm Kolm von der Hansebank.", "Timm Kolm"),
        ("de", "„Es wird eng“, zitiert das Blatt die Statikerin Ana Kolm.", "Ana Kolm"),
        ("de", "Seine Nachfolgerin Ana Kolm gratulierte und mahnte zugleich: „Es wird eng.“", "Ana Kolm"),
        ("de", "Der Bischof Timm Kolm ließ ausrichten, er warte „mit Ungeduld“.", "Timm Kolm"),
        ("de", "Minister Timm Kolm zeigte sich „tief besorgt“.", "Timm Kolm"),
        ("fr", "Pour la maire, Ana Kolm, c'est « un avertissement ».", "Ana Kolm"),
        ("fr", "Tout dépend, met en garde la psychologue Ana Kolm, de « la place des écrans ».", "Ana Kolm"),
        ("es", "La ministra Ana Kolm se mostró “muy preocupada”.", "Ana Kolm"),
        (
            "es",
            "La alcaldesa es Ana Kolm. Reconoció que había leído el documento “solo por partes”.",
            "Ana Kolm",
        ),
    ],
)
def test_a_speaker_is_told_by_more_than_a_verb_of_saying(code: str, text: str, name: str) -> None:
    assert speakers(code, text)[-1] == name


def test_a_verb_that_needs_a_word_before_it_is_none_of_saying_without_it() -> None:
    assert speakers("es", "La ministra Ana Kolm mostró el puente. El cartel dice “Cerrado”.") != ["Ana Kolm"]


def test_a_name_with_two_parts_keeps_its_particle() -> None:
    assert speakers("de", "„Es wird eng“, sagte Ursula von der Tann.") == ["Ursula von der Tann"]


def test_a_quotation_that_ends_its_sentence_is_not_of_who_is_named_in_the_next() -> None:
    text = "„Es wird eng“, sagte Ana Kolm. „Sehr eng.“ Laut Timm Orel war das Boot alt."
    assert said("de", text)["Sehr eng"].speaker_name == "Ana Kolm"


def test_somebody_new_in_the_sentence_before_speaks_next() -> None:
    text = "„Es wird eng“, sagte Ana Kolm. Trainer Timm Orel sah es anders. „Wir haben Platz.“"
    assert said("de", text)["Wir haben Platz"].speaker_name == "Timm Orel"


def test_a_quotation_is_linked_to_the_verb_beside_it_and_not_over_the_end_of_a_sentence() -> None:
    found, row = finder("de", "„Es wird eng“, sagte Ana Kolm.")
    (cue, support) = links.link(row, 0, found.cues(row)) or (None, 0.0)
    assert cue is not None and row[cue.low].text == "sagte" and support > 0.9
    found, row = finder("de", "„Sehr eng.“ Laut Timm Orel war das Boot alt.")
    assert links.link(row, 0, found.cues(row)) is None


# ---- longer sentences ----


def test_a_noun_with_the_ending_of_a_verb_is_no_verb_where_nouns_have_capitals() -> None:
    assert speakers("de", "Der Chef der Kaufleute, Ida Brand, sagte: „Wir zahlen nicht.“") == ["Ida Brand"]


@pytest.mark.parametrize(
    ("code", "text", "clause"),
    [
        ("fr", "La direction a confirmé que l'usine fermerait en mai.", "l'usine fermerait en mai"),
        ("fr", "Un collectif d'artistes regrette que l'entrée soit payante.", "l'entrée soit payante"),
        ("es", "La dirección confirmó que la planta cerraría en mayo.", "la planta cerraría en mayo"),
    ],
)
def test_those_without_a_name_say_a_clause_of_theirs(code: str, text: str, clause: str) -> None:
    one = said(code, text)[clause]
    assert one.kind == "indirect" and one.speaker_name is None and one.speaker is not None


def test_a_house_without_a_name_keeps_no_pronoun_from_who_spoke() -> None:
    text = (
        "« Je n'ai pas dormi », dit Ana Kolm. L'usine annonce que les salaires seront versés. "
        "« C'est trop tard », ajoute-t-elle."
    )
    assert speakers("fr", text)[-1] == "Ana Kolm"


@pytest.mark.parametrize("aside", ["devant les grilles fermées", "les yeux rougis"])
def test_an_aside_may_stand_between_a_verb_and_who_speaks(aside: str) -> None:
    assert speakers("fr", f"« On nous a menti », s'emporte, {aside}, Ana Kolm, déléguée.") == ["Ana Kolm"]


def test_a_colon_behind_somebody_without_a_name_leads_to_nobodys_words_before() -> None:
    text = "« J'ai tout perdu », raconte Ana Kolm. À ses côtés, son voisin hoche la tête : « Moi aussi. »"
    assert speakers("fr", text) == ["Ana Kolm", None]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "fr",
            "« C'est raté », lâche la capitaine, Ana Kolm. L'entraîneuse a reconnu que le choix était mauvais.",
        ),
        ("es", "«Se acabó», dijo la capitana, Ana Kolm. La entrenadora reconoció que la elección fue mala."),
        (
            "de",
            "„Schade“, sagte Kapitänin Ana Kolm. Die Trainerin gab zu, dass die Wahl schlecht gewesen sei.",
        ),
    ],
)
def test_a_role_that_leads_its_sentence_is_not_who_has_another(code: str, text: str) -> None:
    assert speakers(code, text) == ["Ana Kolm", None]


def test_a_role_set_behind_the_words_may_be_another_name_for_who_spoke() -> None:
    text = "« C'est raté », lâche la capitaine, Ana Kolm. « On avait tout », ajoute la joueuse."
    assert speakers("fr", text) == ["Ana Kolm", "Ana Kolm"]


def test_a_clause_behind_its_own_verb_is_not_said_by_who_spoke_before() -> None:
    text = "„Das reicht nicht“, sagte Ana Kolm. Der Verband weist darauf hin, dass die Zahl gesunken sei."
    assert speakers("de", text)[:1] == ["Ana Kolm"]
    assert "Ana Kolm" not in speakers("de", text)[1:]
