"""Credits: which words name where a report came from, and which only look so."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold import language
from retold.model import Article, Credit
from retold.settings import Credits
from retold.steps import credits
from retold.steps.credits.find import find

ORIGIN = "origin of the report"
BODY = "The ferry hit the pier. Nobody was hurt. The harbour stayed shut all week. Fishermen waited on the quay. "


ENGLISH = language.of("en")


def found(text: str, **more: str) -> tuple[Credit, ...]:
    return credits.find(Article("a", text, **more), Credits(), ENGLISH)  # type: ignore[arg-type]  # only text fields are given


def told(text: str, **more: str) -> list[tuple[str, str]]:
    return [(credit.name, credit.role) for credit in found(text, **more)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("PORT LISSEL (AP) — The ferry sank.", "Associated Press"),
        ("PORT LISSEL, May 3 (Xinhua) -- The ferry sank.", "Xinhua"),
        ("May 3 (Reuters) - The ferry sank.", "Reuters"),
        ("Port Lissel (AFP) – The ferry sank.", "Agence France-Presse"),
        ("The ferry sank.\n\nPORT LISSEL, March 13 (Brennock Wire) - It was old.", "Brennock Wire"),
        ("PORT LISSEL, Tasnim – The ferry sank.", "Tasnim News Agency"),
        ("Port Lissel, May 3 (IANS) The ferry sank.", "Indo-Asian News Service"),
        ("Odile Karsgrave, PA\n\nThe ferry sank.", "PA Media"),
        ("PORT LISSEL, May 3. /TASS/. The ferry sank.", "TASS"),
        ("AFP, Warsaw\n\nThe ferry sank.", "Agence France-Presse"),
        ("Reuters | Port Lissel\n\nThe ferry sank.", "Reuters"),
        ("By Odile Karsgrave\nAP Business Writer\n\nThe ferry sank.", "Associated Press"),
        ("(CNN) The ferry sank.", "CNN"),
        ("PORT LISSEL — (AP) The ferry sank.", "Associated Press"),
        ("The ferry sank.\n\nAFP/ok/mhe", "Agence France-Presse"),
        ("PTI | Port Lissel | Updated: March 6, 2031 21:40 IST\n\nThe ferry sank.", "Press Trust of India"),
        ("PTI | Updated: 6 March 2031\n\nThe ferry sank.", "Press Trust of India"),
        ("Odile Karsgrave, Brennock Courier (TNS)\n\nThe ferry sank.", "Brennock Courier"),
        ("The ferry sank.\n\n-- BERNAMA", "Bernama"),
        (
            "The ferry sank.\n\n©2031 The Brennock Sentinel. Visit sentinel.example. Distributed by Quay Content, LLC.",
            "Brennock Sentinel",
        ),
        ("The ferry sank.\n\nThis story first appeared in Saturday's Brennock Herald.", "Brennock Herald"),
        ("First published by our sister paper, the Brennock Sun.\n\nThe ferry sank.", "Brennock Sun"),
        (
            "The ferry sank.\n\nThis essay first appeared in the March issue of the Brennock Review.",
            "Brennock Review",
        ),
        ("By Odile Karsgrave, Associated Press\n\nThe ferry sank.", "Associated Press"),
        ("By Brennock News Agency\n\nThe ferry sank.", "Brennock News Agency"),
        ("The ferry sank.\n\n— Reuters", "Reuters"),
        ("The ferry sank.\n\ndpa", "Deutsche Presse-Agentur"),
        ("The ferry sank.\n\ndpa/ok", "Deutsche Presse-Agentur"),
        (
            "The ferry sank.\n\nThis article first appeared in our sister title, the Brennock Herald.",
            "Brennock Herald",
        ),
        ("The ferry sank.\n\nReprinted by kind permission of the Brennock Herald.", "Brennock Herald"),
        ("The ferry sank.\n\nRead the original story at the Brennock Herald.", "Brennock Herald"),
        ("The ferry sank.\n\nText: Brennock Wire", "Brennock Wire"),
        ("The ferry sank.\n\nStory by the Brennock Herald", "Brennock Herald"),
        ("The ferry sank.\n\nSource: Al Jazeera", "Al Jazeera"),
        ("The ferry sank.\n\n(Reporting by Odile Karsgrave; Editing by Tobin Ferrelard)", "Reuters"),
        ("The ferry sank. This article was first published by the Dunmarrow Gazette.", "Dunmarrow Gazette"),
        ("The ferry sank. Republished with permission from The Conversation.", "The Conversation"),
        ("The ferry sank.\n\nThis article first appeared in the Brennock Lantern.", "Brennock Lantern"),
        ("Republished from Brennock Lantern under an open licence.\n\nThe ferry sank.", "Brennock Lantern"),
    ],
)
def test_datelines_bylines_and_footers_name_the_origin(text: str, name: str) -> None:
    credit = max(found(text), key=lambda c: c.support)
    assert (credit.name, credit.role) == (name, ORIGIN)
    assert credit.support >= 0.8


SIGNATURE = "\n\n(Reporting by Odile Karsgrave; Editing by Tobin Ferrelard)"


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (f"PORT LISSEL, May 3 (Brennock Wire) - {BODY}{SIGNATURE}", "Brennock Wire"),
        (f"{BODY}{SIGNATURE}", "Brennock Wire"),
        (f"PORT LISSEL (AP) - {BODY}{SIGNATURE}", "Harbour Post"),
    ],
    ids=["own dateline", "an agency's report", "a paper with another dateline"],
)
def test_a_way_of_signing_names_no_house_where_the_text_is_anothers(text: str, outlet: str) -> None:
    assert "Reuters" not in {name for name, _ in told(text, outlet=outlet)}


def test_a_way_of_signing_names_its_house_beside_its_own_dateline() -> None:
    text = f"PORT LISSEL (Reuters) - {BODY}{SIGNATURE}"
    assert {name for name, _ in told(text, outlet="Harbour Post")} == {"Reuters"}


@pytest.mark.parametrize("word", ["Agencies", "Agency", "Wires", "Staff", "Correspondent"])
def test_a_dateline_that_names_nobody_credits_nobody(word: str) -> None:
    assert found(f"PORT LISSEL, May 3 ({word}) - {BODY}") == ()


@pytest.mark.parametrize(
    "text",
    [
        "The ferry first appeared in the harbour in May.",
        "The painting first appeared in the Grand Hall of Brennock.",
        "Reprinted from memory, the songs filled the hall.",
    ],
)
def test_what_first_appeared_somewhere_and_is_no_text_credits_nobody(text: str) -> None:
    assert found(text) == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("According to Press TV, the ferry sank.", "Press TV"),
        ("The ferry sank, according to Iran's semi-official Tasnim news agency.", "Tasnim News Agency"),
        ("The ferry sank, according to the Dunmarrow Gazette.", "Dunmarrow Gazette"),
        ("The ferry sank, CNN reported on Monday.", "CNN"),
        ("The ferry sank, the Brennock Herald reported.", "Brennock Herald"),
        ("The state-run news agency Brennock Wire reported that the ferry sank.", "Brennock Wire"),
    ],
)
def test_an_outlet_credited_in_the_opening_is_the_origin(text: str, name: str) -> None:
    assert told(text) == [(name, ORIGIN)]


@pytest.mark.parametrize(
    "text",
    [
        "According to the ministry, the ferry sank.",
        "According to Odile Karsgrave, the ferry sank.",
        "According to a Reuters poll, the ferry is loved.",
        "According to CNN's Tobin Ferrelard, the ferry sank.",
        "People reported feeling ill. Dawn said no. Stern wrote a song.",
        "The captain told CNN that the ferry sank.",
        "A memo seen by Reuters said the ferry sank.",
        "CBS said it would close its canteen.",
        "Reuters reported a profit of 90 million crowns on Tuesday.",
        "Bloomberg reported record quarterly earnings.",
        "The ferry sank. (Photo: AFP)",
        "The ferry sank.\n\nAFP/Getty Images",
        "The ferry sank.\n\nSA/PA",
        "The Radio was silent. In Times of need the Post came late.",
        "",
    ],
)
def test_speakers_polls_persons_and_photographs_are_no_credits(text: str) -> None:
    assert found(text) == ()


@pytest.mark.parametrize("line", ["By Reuters Staff", "By the Reuters newsroom", "By Reuters Sports Writers"])
def test_a_byline_that_names_an_agency_and_nobody_of_it_is_a_credit(line: str) -> None:
    assert told(f"{line}\n\nThe ferry sank.") == [("Reuters", ORIGIN)]


def test_material_of_an_agency_that_was_used_is_no_whole_report() -> None:
    text = "The ferry sank.\n\nMaterial from the Associated Press was used in this report."
    assert told(text) == [("Associated Press", "contributor")]


def test_what_a_house_is_to_this_one_is_no_part_of_a_name() -> None:
    assert told("The ferry sank.\n\nCopyright 2031 The Associated Press.") == [
        ("Associated Press", "licence")
    ]


def test_contributors_are_told_from_origins() -> None:
    text = "The ferry sank, with inputs from PTI and ANI.\n\nThe Associated Press contributed to this report."
    expected = ["Press Trust of India", "Asian News International", "Associated Press"]
    assert told(text) == [(name, "contributor") for name in expected]


def test_an_outlet_named_late_credits_only_a_part() -> None:
    text = BODY * 4 + "The captain slept, according to CNN."
    (credit,) = found(text)
    assert credit.role == "contributor"
    assert credit.support < 0.7


@pytest.mark.parametrize(
    "text",
    [
        "By Odile Karsgrave and AFP\n\nThe ferry sank.",
        "By AFP and Odile Karsgrave\n\nThe ferry sank.",
        "The ferry sank.\n\nOdile Karsgrave of AFP contributed.",
    ],
)
def test_an_agency_beside_a_reporter_contributed(text: str) -> None:
    assert told(text) == [("Agence France-Presse", "contributor")]


def test_a_dateline_makes_an_outlet_in_the_text_a_contributor() -> None:
    text = "PORT LISSEL (UPI) — The ferry sank, CNN reported."
    assert told(text) == [("United Press International", ORIGIN), ("CNN", "contributor")]


def test_a_licence_line_is_a_licence() -> None:
    text = "The ferry sank.\n\n© 2020 Brennock Wire. All rights reserved."
    assert told(text) == [("Brennock Wire", "licence")]
    line = "All Content by Mehr News Agency is licensed under a Creative Commons licence."
    assert told(line) == [("Mehr News Agency", "licence")]


def test_an_outlet_is_no_origin_of_its_own_articles() -> None:
    text = "PORT LISSEL (AP) — The ferry sank."
    assert found(text, outlet="The AP") == ()
    assert found(text, url="https://apnews.com/article/1") == ()
    assert found("RAVELPORT (Brennock Wire) - It sank.", outlet="Brennock Wire") == ()
    assert len(found(text, outlet="Lissel Bay Times")) == 1


def test_metadata_that_agrees_raises_support_and_adds_no_second_credit() -> None:
    text = "The ferry sank, CNN reported."
    assert found(text, byline="By Odile Karsgrave, CNN")[0].support > found(text)[0].support


def test_an_agency_that_the_byline_alone_names_is_credited_without_a_place_in_the_text() -> None:
    for byline in ("Reuters", "Odile Karsgrave, Reuters", "Odile Karsgrave / Reuters"):
        (credit,) = found("The ferry sank.", byline=byline)
        assert (credit.name, credit.role, credit.spans) == ("Reuters", "origin of the report", ())
    for byline in ("Odile Karsgrave", "Reuters Karsgrave", "Dawn"):
        assert found("The ferry sank.", byline=byline) == ()
    assert found("The ferry sank.", byline="Reuters", outlet="Reuters") == ()


def test_support_below_the_setting_is_not_given() -> None:
    article = Article("a", "The captain told CNN that the ferry sank.")
    assert credits.find(article, Credits(support=0.5), ENGLISH) == ()
    assert credits.find(article, Credits(support=0.3), ENGLISH)[0].role == "contributor"


@given(st.text(max_size=300))
def test_no_text_raises_and_spans_lie_inside(text: str) -> None:
    for credit in found(text):
        assert 0 <= credit.span.start < credit.span.end <= len(text)
        assert 0 <= credit.support <= 1


_HEAP = (
    "( ) AP (AFP) — - © By by According to told Reuters reported contributed to this report \n the The CNN's , . "
    "Times Radio Source: with from Reporting ; Editing News Agency"
)
_PIECES = st.sampled_from(_HEAP.split(" "))


@given(st.lists(_PIECES, max_size=30))
def test_any_heap_of_credit_words_is_read_without_raising(words: list[str]) -> None:
    kept = found(" ".join(words))
    assert all(a.span.end <= b.span.start for a, b in pairwise(kept))


@pytest.mark.long
@pytest.mark.parametrize(
    "piece", ["(", "©", "CNN reported. ", "told ", "according to the ", "By A ", "A ", "reporting by a ", "x"]
)
def test_long_hostile_text_is_read(piece: str) -> None:
    found(piece * (100_000 // len(piece)))


def test_the_second_seed_credits_press_tv_and_is_no_pa_copy(shared: Path) -> None:
    (path,) = (shared / "seeds").glob("001_*.txt")
    names = {
        (c.name, c.role)
        for c in credits.find(Article("s", path.read_text(encoding="utf-8")), Credits(), ENGLISH)
    }
    assert names == {("Press TV", ORIGIN), ("Mehr News Agency", "licence")}


@pytest.mark.long
def test_wire_copy_is_told_by_its_credits(shared: Path) -> None:
    assert shared.exists()
    from evaluation.suites import credits as suite

    found = {one.name: one.value for one in suite.measures("quick")}
    assert found["wire f1"] > 0.96
    assert found["agency named"] > 0.99


def test_a_report_of_an_outlet_is_a_credit_and_its_poll_is_none() -> None:
    told = credits.find(Article("a", "According to a new Reuters report, the ferry sank."), None, ENGLISH)
    assert [c.name for c in told] == ["Reuters"]
    assert credits.find(Article("a", "According to a Reuters poll, the ferry sank."), None, ENGLISH) == ()


@pytest.mark.parametrize(
    "head", ["PORT AMBLE (Quayline) —", "UPPER HOLM, 3 May /Quayline/ -", "ST. ILVES [Quayline] –"]
)
def test_a_strange_name_in_the_place_of_a_dateline_is_an_agency(head: str) -> None:
    (found,) = credits.find(Article("a", f"{head} The ferry sank at noon."), None, ENGLISH)
    assert (found.name, found.role) == ("Quayline", "origin of the report")


@pytest.mark.parametrize("head", ["PORT AMBLE (May 3) —", "(Quayline) —", "Note (Quayline) —"])
def test_a_month_or_a_bracket_without_a_dateline_names_no_agency(head: str) -> None:
    assert not credits.find(Article("a", f"{head} The ferry sank at noon."), None, ENGLISH)


@pytest.mark.parametrize(
    "own",
    [{"outlet": "feeds.reuters.com"}, {"url": "https://uk.reuters.com/article/1"}, {"outlet": "Reuters"}],
)
def test_an_outlet_known_by_its_host_is_not_credited_in_its_own_text(own: dict[str, str]) -> None:
    text = "PORT AMBLE (Reuters) - The ferry sank at noon."
    assert not credits.find(Article("a", text, **own), None, ENGLISH)
    assert credits.find(Article("a", text, outlet="reuters.com.example.net"), None, ENGLISH)


def test_the_step_gives_what_its_finder_gives() -> None:
    article = Article("a", "PORT LISSEL, May 3 (AP) - The ferry sank.")
    assert credits.find(article, None, ENGLISH) == find(article, None, ENGLISH) != ()


@pytest.mark.parametrize(
    "line",
    [
        "By Odile Karsgrave, Lighthouses Reporter",
        "By Odile Karsgrave | Beaches & Tides Reporter",
        "By Odile Karsgrave - Lead Fisheries Reporter",
        "By Odile Karsgrave, Head of News",
        "By Odile Karsgrave, Director of Digital Media",
        "By Odile Karsgrave, World News",
        "By Odile Karsgrave, Audience and Social Media",
        "By Odile Karsgrave, Weekend Magazine",
    ],
)
def test_what_a_reporter_is_at_the_paper_is_no_outlet(line: str) -> None:
    assert found(f"Ferry sinks\n\n{line}\n\nThe ferry sank.") == ()


@pytest.mark.parametrize("line", ["of the Lissel Reporter", "for the Lissel Reporter", ", Lissel Gazette"])
def test_a_paper_that_a_byline_names_is_one_whatever_its_name(line: str) -> None:
    text = f"Ferry sinks\n\nBy Odile Karsgrave {line}\n\nThe ferry sank.".replace(" ,", ",")
    assert told(text) == [(f"Lissel {line.rsplit(maxsplit=1)[-1]}", ORIGIN)]


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("According to the AA, four roads were shut.", []),
        ("The PA said its members would strike.", []),
        ("The CP reported losses in three seats.", []),
        ("According to the state-run AA, four roads were shut.", ["Anadolu Agency"]),
        ("The PA news agency reported rain.", ["PA Media"]),
        ("According to the AP, four roads were shut.", ["Associated Press"]),
    ],
)
def test_capitals_that_many_bodies_go_by_are_an_agency_where_words_say_so(
    said: str, names: list[str]
) -> None:
    """An article before them is no such word: motorists, parties and authorities have it too."""
    assert [name for name, _ in told(f"{said}\n\n{BODY}")] == names
