"""Which language a text is in."""

from __future__ import annotations

import pytest

from retold import language
from retold.language import detection
from retold.steps import words

ENGLISH = (
    "The ferry was towed into the harbour after the storm, and the crew said that they had waited for "
    "most of the night before anybody came to help them with the pumps."
)
GERMAN = (
    "Die Fähre wurde nach dem Sturm in den Hafen geschleppt, und die Besatzung hatte den größten Teil "
    "der Nacht gewartet, bevor jemand kam, um ihr mit den Pumpen zu helfen, wie der Hafenmeister erklärte."
)
SPANISH = (
    "El transbordador fue remolcado al puerto después de la tormenta, y la tripulación esperó casi toda "
    "la noche antes de que alguien llegara para ayudarla con las bombas, según explicó el capitán del puerto."
)
SWEDISH = (
    "Färjan bogserades till hamnen efter stormen, och besättningen hade väntat större delen av natten innan någon "
    "kom för att hjälpa dem med pumparna, berättade hamnkaptenen."
)


@pytest.mark.parametrize(("text", "code"), [(ENGLISH, "en"), (GERMAN, "de"), (SPANISH, "es")])
def test_a_text_shows_its_language(text: str, code: str) -> None:
    assert language.of_text(text).code == code


def test_a_stated_language_is_believed() -> None:
    assert language.of_text(ENGLISH, "de-AT").code == "de"


def test_only_a_pack_makes_a_language_one_that_speech_is_read_in() -> None:
    assert language.of("en").packed and language.of("en").speech is not None
    unknown = language.of("sv")
    assert not unknown.packed
    assert unknown.speech is None and unknown.dates is None


def test_a_text_too_short_to_show_its_language_is_in_the_default_one() -> None:
    assert language.of_text("Hafen gesperrt", default="de").code == "de"
    assert language.of_text("Harbour shut").code == "en"


def test_a_brief_with_hardly_a_word_of_english_is_asked_for_its_letters() -> None:
    brief = "Havnen på Tessvik ble stengt tirsdag kveld etter stormen, opplyser havnevesenet. Ingen ble skadet der."
    assert language.of_text(brief).code in ("no", "nb", "da")
    assert (
        language.of_text("Crane falls: Ada Brine, 41, of Velm, leaves court at Tessvik, Grenn, Friday.").code
        == "en"
    )


def test_function_words_claim_the_languages_that_have_a_pack_and_no_other() -> None:
    claims = [
        detection.claimed(words.split(t).forms.tolist(), language.packs())
        for t in (ENGLISH, GERMAN, SPANISH, SWEDISH)
    ]
    assert claims == [language.of("en"), language.of("de"), language.of("es"), None]


def test_one_word_that_english_has_too_makes_no_text_english() -> None:
    hungarian = "A daru a csatornába zuhant, a hajók a másik kikötőbe mentek, a kár nagy. " * 3
    assert detection.claimed(words.split(hungarian).forms.tolist(), language.packs()) is None
    assert language.of_text(hungarian).code == "hu"


def test_a_short_text_in_another_script_is_not_read_as_english() -> None:
    assert language.of_text("港が閉鎖された").code == "ja"
    assert detection.is_foreign("порт") and not detection.is_foreign("port")


def test_no_text_is_claimed_by_nobody() -> None:
    assert detection.claimed([], language.packs()) is None
    assert detection.is_short([])


def test_the_detector_knows_scripts_of_its_own() -> None:
    assert detection.detected("パリの港は嵐のために夕方から閉鎖され、船は港にとどまった。") == "ja"


def test_a_short_text_with_marks_on_many_words_is_not_taken_for_english() -> None:
    brief = "Około stu osób musiało we wtorek opuścić domy, podały wodociągi. A mur zbudowano w 1931 roku."
    assert language.of_text(brief).code != "en"
    assert language.of_text("Zoë Brontë sang at a fair on Sunday.").code == "en"
