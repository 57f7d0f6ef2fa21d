"""Where an agency signs: below the headline, at the very end; a job title signs for nobody."""

from __future__ import annotations

import pytest

from retold import language
from retold.model import Article
from retold.steps import credits

ENGLISH = language.of("en")
BODY = "The barge sank off Lissel on Monday, the coast guard said. Two of the crew went home."


def origins(text: str) -> list[str]:
    found = credits.find(Article("a", text), None, ENGLISH)
    return [one.name for one in found if one.role == "origin of the report"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"Barge sinks off Lissel\nAFP, Monday 6 June 2016\n\n{BODY}", "Agence France-Presse"),
        (f"Barge sinks off Lissel / AFP, Monday 6 June 2016\n\n{BODY}", "Agence France-Presse"),
        (f"Barge sinks off Lissel\nReuters, June 6\n\n{BODY}", "Reuters"),
        (f"Barge sinks off Lissel\nAFP | 6 June 2016\n\n{BODY}", "Agence France-Presse"),
        (f"Barge sinks off Lissel\nAP / Monday, 6 June 2016\n\n{BODY}", "Associated Press"),
        (f"Barge sinks off Lissel\n6 June 2016 | Reuters\n\n{BODY}", "Reuters"),
        (f"TARN, Ohio (WQLT/AP) — {BODY}", "Associated Press"),
        (f"TARN, Ohio (AP) (WQLT) — {BODY}", "Associated Press"),
        (f"{BODY} /TASS/", "TASS"),
        (f"{BODY} --Reuters", "Reuters"),
        (f"{BODY} -AFP", "Agence France-Presse"),
        (f"{BODY} – Lissel Press Agency.", "Lissel Press Agency"),
        (f"{BODY} (AFP)", "Agence France-Presse"),
        (f"{BODY} [AP].", "Associated Press"),
    ],
)
def test_an_agency_signs_below_the_headline_or_at_the_end(text: str, name: str) -> None:
    assert origins(text) == [name]


def test_an_agency_quoted_in_a_signed_report_is_no_origin() -> None:
    text = f"{BODY} State agency SANA said two boats burnt. (AFP)"
    assert origins(text) == ["Agence France-Presse"]


@pytest.mark.parametrize("title", ["Chief Reporter", "Local Democracy Reporter", "Senior Political Editor"])
def test_what_a_writer_is_at_the_paper_is_no_source(title: str) -> None:
    assert credits.find(Article("a", f"By Shane Tolm, {title}\n\n{BODY}"), None, ENGLISH) == ()


def test_a_person_behind_a_dash_at_the_end_is_no_source() -> None:
    assert origins(f"{BODY} “We are done.” — Ana Kael") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("By Agence France-Presse in Lissel\n\n{}", "Agence France-Presse"),
        ("AFP in Port Lissel\n\n{}", "Agence France-Presse"),
        ("{}\n\nAFP. Additional reporting by Ida Corrie", "Agence France-Presse"),
        ("{}\n\nReuters with AFP", "Reuters"),
        ("{}\n\nUsed with permission of the Gull Herald.", "Gull Herald"),
    ],
)
def test_an_agency_signs_in_a_place_and_before_who_added_to_it(text: str, name: str) -> None:
    report = "The harbour of Lissel was shut on Monday, and nobody on the quay knew why.\n\nA lamp was lit at noon."
    origins = [
        c.name
        for c in credits.find(Article("a", text.format(report)), None, language.of("en"))
        if c.role == "origin of the report"
    ]
    assert name in origins
