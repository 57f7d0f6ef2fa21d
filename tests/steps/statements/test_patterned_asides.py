"""Who speaks told inside the marks: the quotation is read as two, unless a cue around it has it."""

from __future__ import annotations

import pytest

import retold
from retold import language
from retold.pipeline import witness
from retold.settings import Settings
from retold.steps.statements.patterned.asides import without_asides


def parts(code: str, text: str) -> list[str]:
    spoken = language.of(code)
    assert spoken.speech is not None and spoken.patterns is not None
    one = witness(retold.Article("a", text, language=code), Settings())
    return [quote.span.of(text) for quote in without_asides(one, spoken.speech, spoken.patterns).quotes]


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        (
            "fr",
            "« La digue tient, assure Odile Brac, cheffe du port. Je l'ai vue. »",
            ["La digue tient", " Je l'ai vue."],
        ),
        ("fr", "« La digue, promet le maire Jean Brac, ne tombera pas. »", ["La digue", " ne tombera pas."]),
        ("fr", "« Je ne dors plus, soupire-t-elle. La mer monte. »", ["Je ne dors plus", " La mer monte."]),
        (
            "es",
            "«El muelle aguanta —aseguró la capitana Alba Cid— y aguantará».",
            ["El muelle aguanta", " y aguantará"],
        ),
        ("es", "«Lo he visto —dijo Alba Cid—».", ["Lo he visto"]),
    ],
)
def test_the_words_of_a_reporter_part_a_quotation(code: str, text: str, wanted: list[str]) -> None:
    assert [one.strip(" \u00a0") for one in parts(code, text)] == [one.strip() for one in wanted]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Odile Brac a répondu : « La digue tient, dit le maire, et je le crois. »"),
        ("fr", "« La digue tient, dit le maire, et je le crois », a répondu Odile Brac."),
        ("fr", "« La digue tient, la mer monte, et je dors. »"),
        ("es", "«El muelle —que es viejo— aguanta».", ),
        ("de", "„Der Deich hält, sagt Anna Brack, und er bleibt.“"),
    ],
)  # fmt: skip
def test_what_a_cue_outside_leads_to_and_what_tells_nobody_stays_whole(code: str, text: str) -> None:
    assert len(parts(code, text)) == 1


def test_both_parts_are_said_by_who_is_named_between_them() -> None:
    text = "Le port ferme.\n\n« On nous a menti, s'emporte Jean Brac, docker. Personne n'est venu. »"
    found = retold.statements(retold.Article("a", text, language="fr"))
    assert {one.speaker_name for one in found} == {"Jean Brac"}
    assert [span.of(text).strip() for one in found for span in one.content] == [
        "On nous a menti",
        "Personne n'est venu.",
    ]


def test_a_name_before_a_colon_speaks_and_not_who_spoke_in_the_quotation_before_it() -> None:
    text = "„Wir sind müde“, sagte Lotse Jan Brack, „und nass bis auf die Haut.“ Köchin Anna Stoll: „Es gibt Suppe.“"
    found = retold.statements(retold.Article("a", text, language="de"))
    assert [one.speaker_name for one in found] == ["Jan Brack", "Anna Stoll"]
