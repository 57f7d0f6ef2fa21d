"""Notes of a desk: what they are, and how a report is withdrawn."""

from __future__ import annotations

import pytest

from retold import language
from retold.language.notices import Notices

ENGLISH = language.of("en").notices


@pytest.mark.parametrize(
    ("paragraph", "kind"),
    [
        ("Eds: ADDS the keeper's answer; will be led.", "update"),
        ("(Eds: updates with goats)", "update"),
        ("EDITORS: Adds byline.", "update"),
        ("Eds: With photos.", "update"),
        ("More to come.", "update"),
        ("(Corrects the hour of the tide in paragraph 2)", "correction"),
        ("Eds: Fixes spelling of the keeper's name.", "correction"),
        ("Corrects nothing, says the keeper.", ""),
        ("Editor's note: The Quenby Echo has withdrawn this article.", "withdrawal"),
        ("Note to readers: This story has been retracted. We were deceived.", "withdrawal"),
        ("Editor's note: An earlier version of this story said that the lamp was withdrawn.", "correction"),
        ("Editor's note: The harbour office has withdrawn its ferry.", "note"),
        ("Editor's note: The writer keeps goats.", "note"),
        ("A report published here on Monday has been removed.", "withdrawal"),
        ("The article that appeared on this page under the title Lamp out was withdrawn.", "withdrawal"),
        ("A report published in Velm on Monday says that the lamp has been removed.", ""),
        ("Editors' note: This report has been updated to reflect that the lamp was lit.", "correction"),
        ("EDITOR’S NOTE – The number of goats was wrong.", "correction"),
        ("(More to follow)", "update"),
        ("Editors: please kill the story on the lamp", "withdrawal"),
        ("Editors: Ida Corrie, Jon Pell", ""),
        ("More to come from the harbour office, the keeper said.", ""),
        ("Breaking with custom, the keeper lit the lamp at noon.", ""),
        ("Editors said that she adds much to the paper.", ""),
        ("RECASTS lede, ADDS keeper", "update"),
        ("UPDATES with goats throughout", "update"),
        ("Recasts of the bell are sold.", ""),
        ("ADDS UP: LAMP LIT AT NOON", ""),
        ("This article has been removed because its facts were wrong.", "withdrawal"),
        ("We have taken down an article on the lamp of Tarn.", "withdrawal"),
        ("BULLETIN KILL", "withdrawal"),
    ],
)
def test_a_note_to_editors_is_told_by_its_label_and_a_sentence_on_editors_is_none(paragraph, kind) -> None:
    assert ENGLISH.kind(paragraph) == kind


def test_a_label_of_a_withdrawal_has_a_mark_or_nothing_behind_it() -> None:
    label = ENGLISH.withdrawal_label
    assert all(
        label.match(one) for one in ("KILL: Barge", "[Withdrawn] Barge", "Retraction – Barge", "KILL NOTICE")
    )
    assert not any(label.match(one) for one in ("Kill switch found", "Withdrawn troops", "Killed: nine"))


def test_a_note_speaks_to_editors_and_says_what_it_does() -> None:
    assert ENGLISH.withdrawal_address.match("Attention editors: the item is wrong.")
    assert not ENGLISH.withdrawal_address.match("Editors of two papers met.")
    assert ENGLISH.withdrawal_acts.search("The story slugged BARGE is withdrawn.")
    assert not ENGLISH.withdrawal_acts.search("The barge will be withdrawn from service.")


def test_a_language_without_lists_knows_no_note() -> None:
    none = Notices({})
    assert none.kind("CORRECTION: It was May.") == "" and not none.opens_by_one_word("Editors: kill")
    assert (
        none.withdrawal_label.match("KILL: Barge") is None
        and none.withdrawal_acts.search("withdrawn") is None
    )


@pytest.mark.parametrize(
    ("code", "label", "act"),
    [
        ("de", "Rückzug: Fähre gesunken", "Bitte verwenden Sie die Meldung über die Fähre nicht."),
        ("de", "ACHTUNG - Meldung zurückgezogen", "Der Bericht von 9.10 Uhr wird ersatzlos zurückgezogen."),
        ("fr", "Annulation", "Prière de ne pas utiliser notre dépêche sur le bac."),
        ("es", "ANULACIÓN: transbordador", "La noticia sobre el transbordador queda anulada."),
    ],
)
def test_a_withdrawal_is_known_in_every_language_with_a_pack(code: str, label: str, act: str) -> None:
    notices = language.of(code).notices
    assert notices.withdrawal_label.match(label) and notices.withdrawal_acts.search(act)


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("de", "Bitte verwenden Sie den Aufzug nicht, steht am Rathaus."),
        ("fr", "Le maire a retiré son écharpe."),
        ("es", "El alcalde retira la estatua."),
    ],
)
def test_what_is_withdrawn_must_be_a_report(code: str, sentence: str) -> None:
    assert language.of(code).notices.withdrawal_acts.search(sentence) is None


@pytest.mark.parametrize(
    ("code", "text", "released"),
    [
        (
            "en",
            "Velm Boats today announced a new slip.\n\nENDS\n\nNotes to editors: Velm Boats builds boats.",
            True,
        ),
        ("en", "FOR IMMEDIATE RELEASE\n\nVelm Boats is pleased to announce a slip.", True),
        (
            "en",
            "Velm Boats announced today that it builds a slip.\n\nThe keeper said that the story ends there.",
            False,
        ),
        (
            "de",
            "Velm (ots) - Ein Boot fehlt.\n\nRückfragen bitte an:\nHafenwache\n\nOriginal-Content von: Hafenwache",
            True,
        ),
        ("de", "Ein Boot fehlt.\n\nEnde der Woche soll gesucht werden.", False),
        ("fr", "COMMUNIQUÉ DE PRESSE\n\nUn bateau manque.\n\nContact presse : Ida Corrie", True),
        ("es", "NOTA DE PRENSA\n\nFalta un barco.\n\nContacto de prensa: Ida Corrie", True),
    ],
)
def test_what_is_handed_out_bears_two_signs(code: str, text: str, released: bool) -> None:
    assert language.of(code).notices.is_release(text) is released


@pytest.mark.parametrize(
    ("code", "issuers", "papers"),
    [
        ("en", ["Tarn Police", "Ministry of Eels", "Gull Bank Media Relations", "Tarn County Council"],
         ["Police Gazette", "Tarn News Center", "The Press", "Council Times"]),
        ("de", ["Polizeipräsidium Tarn", "Gullbank Pressestelle", "Fischereiministerium"], ["Die Presse", "Tarner Medien"]),
        ("fr", ["Préfecture du Tarn", "Banque Goéland, service de presse"], ["La Presse"]),
        ("es", ["Gabinete de prensa de Tarn", "Ministerio de Pesca"], ["La Prensa"]),
    ],
)  # fmt: skip
def test_an_outlet_that_hands_out_what_it_publishes_is_told_from_a_paper(code, issuers, papers):
    issues = language.of(code).notices.is_issuer
    assert all(map(issues, issuers)) and not any(map(issues, papers))


@pytest.mark.parametrize(
    ("code", "note", "sentence"),
    [
        ("en", "(New: keeper, goats)", "(New goats came on Monday.)"),
        ("de", "(neu: Wärter, Ziegen)", "(Neue Ziegen kamen am Montag.)"),
        ("de", "(Zusammenfassung 1930)", "Zusammenfassung der Lage gibt es keine."),
        ("fr", "(Actualisé avec des réactions)", "(Avec AFP)"),
        ("fr", "(Ajoute le gardien)", "Ajoute le sel, dit le gardien."),
        ("es", "(Amplía con declaraciones)", "Amplía el plazo la ciudad de Tarn."),
    ],
)
def test_a_note_in_brackets_on_what_is_new_is_one_in_other_languages_too(code, note, sentence):
    kind = language.of(code).notices.kind
    assert (kind(note), kind(sentence)) == ("update", "")
