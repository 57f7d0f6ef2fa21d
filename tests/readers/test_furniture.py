"""Title and page furniture stand outside the text, and no sentence of a report does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.readers import body, furniture

REPORT = "\n\n".join(
    [
        "A mail boat ran onto the sands off Quenby early on Sunday and sat there until the tide came back.",
        "“She was never in danger, and neither was the post,” said the pilot, Alma Renwick, who walked "
        "ashore at low water to telephone the owners and buy a newspaper.",
        "The boat carried four passengers, two goats and the week's letters. All were landed dry at noon, "
        "the harbour office said, and the goats were given a room of their own until the train left.",
    ]
)
ATTRIBUTION = "a Creative Commons Attribution 4.0 International License."


def cut(tail: str) -> tuple[str, ...]:
    """What is cut from a report with this behind it; the report itself must come out whole."""
    found = furniture.cut(REPORT + tail)
    assert found.text == REPORT, found.text[len(REPORT) - 20 :]
    return found.furniture


@pytest.mark.parametrize(
    "line",
    [
        "Back to top",
        "Back to top button",
        "↑ Back to the top",
        "Share this article",
        "More:Pilots of the bay ask for a second lamp on the sands",
        "More: Quenby buys the old lightship",
        "Related Coverage Pilots of the bay ask for a second lamp",
        "Read more from Alma Renwick",
        "SHARE:",
        "• Print",
        "Tweet",
        "Subscribe to our newsletter",
        "Sign up for the harbour letter",
        "Follow us on Gullbook",
        "Advertisement",
        "© 2019 The Quenby Echo. All rights reserved.",
        "Copyright 2019 Quenby Echo Ltd.",
        "Read more: Goats on trains",
        f"All content by the Quenby Echo is licensed under {ATTRIBUTION}",
        "This article is licensed under the Open Harbour Licence.",
        "Sie bekommen diesen Newsletter, weil Sie ihn bestellt haben.",
        "Im Browser öffnen",
        "Our live coverage has now ended. Thanks for following.",
        "Follow the Quenby Echo on Facebook for more news of the bay.",
        "Catch the latest news from the bay and all harbour updates on Gull Online. Download the Gull app to get them daily.",
        "A version of this article appears in print on May 4, 2031, Section B, Page 2 with the headline: A Goat Aboard? | Order Reprints",
        "Like this: Like Loading...",
        "The Quenby Echo adheres to the Editors' Code of the bay. If you have a complaint about a report, write to the editor.",
        "Thanks for reading Gull Letters! This post is public so feel free to share it.",
        "Best viewed with Gullscape at 640x480",
        "Dieses Thema im Programm: Möwenfunk | 04.05.2031 | 17:00 Uhr",
        "Vous recevez ce courriel parce que vous aimez les bateaux.",
        "Has recibido este boletín porque te gustan los barcos.",
        "AR/QE",
        "AR/QE 4471",
        "ar/qe/mt",
        "* * *",
    ],
)
def test_a_last_line_of_furniture_is_cut(line):
    assert cut("\n" + line) == (line,)
    assert cut("\n\n" + line) == (line,)


@pytest.mark.parametrize(
    "tail",
    [
        "AR/QE",
        f"AR/QE All content by the Quenby Echo is licensed under {ATTRIBUTION}",
        "Back to top",
        "© 2019 The Quenby Echo. All rights reserved.",
        "Share this article on Gullbook. Back to top",
        "Copyright 2019 Quenby Echo. All rights reserved. This material may not be published without leave.",
    ],
)
@pytest.mark.parametrize("glue", [" ", "  ", " \xa0 ", "\t"])
def test_items_glued_behind_the_last_full_stop_are_cut(glue, tail):
    assert cut(glue + tail) == (tail,)


@pytest.mark.parametrize(
    "line",
    [
        "The Quenby Echo is a nonprofit paper for the islands. Donate to keep its reporting free.",
        "The Tide is an independent, reader-funded newsroom. Sign up for its newsletter.",
        "Gannet Post is a nonprofit news organization that covers the coast. Please support our journalism. Become a member today!",
        "Support the Quenby Echo with a donation.",
        "Donate here to support the Tide's newsroom.",
        "Your support keeps local journalism alive on the islands. No shareholder tells us what to print.",
        "If you can, give from £3 a month. It takes a minute.",
        "Follow the Quenby Echo on Mastodon, Bluesky and WhatsApp.",
    ],
)
def test_what_an_outlet_says_of_itself_when_it_asks_for_help_is_cut(line):
    assert cut("\n\n" + line) == (line,)


@pytest.mark.parametrize(
    "line",
    [
        "The Quenby Echo is a weekly paper with 300 readers and two goats.",
        "The Lamp is a project that feeds goats. Donations to it rose in May.",
        "Donate to the relief fund at the harbour office, the council said.",
        "Support the pilot with a donation, the council told the islanders.",
        "If you can, give blood at the harbour office on Friday.",
        "Your support of the pilots matters, the mayor told reporters.",
        "Copyright 2025 Deutsche Presse-Agentur",
        "© 2025 dpa",
        "Quelle: dpa/AFP",
    ],
)
def test_a_sentence_on_an_outlet_or_on_gifts_and_a_supplier_stay(line):
    assert furniture.cut(REPORT + "\n\n" + line) == (REPORT + "\n\n" + line, ())


def test_a_linked_headline_and_the_button_below_it_are_cut():
    tail = "\n\nGoats of Quenby win first prize at island fair\nBack to top button"
    assert cut(tail) == ("Goats of Quenby win first prize at island fair", "Back to top button")


def test_a_list_of_links_is_cut_with_its_head():
    tail = "\n\nRelated stories\n\nGoats of Quenby win prize\n\nTide table for the week\n\nPrint"
    assert cut(tail) == ("Related stories", "Goats of Quenby win prize", "Tide table for the week", "Print")


def test_furniture_at_the_top_is_cut():
    found = furniture.cut("Share\nPrint\n\n" + REPORT)
    assert found == (REPORT, ("Share", "Print"))


@pytest.mark.parametrize(
    "tail",
    [
        "\n\nThe harbour office said the boat would sail again on",  # a sentence broken off
        "\n\nRenwick said the goats slept well",
        "\n\nReporting by Ida Corrie",
        "\n\nIda Corrie contributed to this report",
        "\n\nBy Ida Corrie in Quenby for the Gannet News Agency",
        "\n\n— Gannet News Agency",
        "\n\nFirst published in the Gull Rock Almanac",
        "\n\nAlma Renwick, pilot of the mail boat",
        "\n\n“We will be back with the next tide”",
        "\n\nQuenby 3, Dunmarrow 1",
        "\n\nGoats at the station: a short list\n\nOne brown goat\n\nOne white goat with a black ear",
        " She asked them to share this with the pilot.",
        " He told the council to print this.",
        " The vote was 12/14.",
        " AP/AFP",  # suppliers: a credit
        " (AR/QE)",
        " The letters were copyright.",
    ],
)
def test_report_and_credits_stay(tail):
    assert furniture.cut(REPORT + tail) == (REPORT + tail, ())


def test_a_short_text_loses_no_last_line():
    text = "Mail boat aground.\n\nGoats of Quenby win first prize"
    assert furniture.cut(text).text == text


def test_a_last_line_in_a_language_we_cannot_judge_stays():
    report = " ".join(["Das Postboot lief am Sonntag früh auf Sand und wartete dort auf die Flut."] * 8)
    text = report + "\n\nDer Hafenmeister sagte, das Boot werde bald wieder"
    assert furniture.cut(text) == (text, ())


def test_nothing_in_the_middle_is_cut():
    text = REPORT.replace("\n\n", "\n\nAdvertisement\n\n", 1)
    assert furniture.cut(text).text == text


@given(st.text(st.sampled_from("aA .!?\n\t/|©\x00’”“-—:;\u0301א中0"), max_size=300))
def test_report_and_furniture_together_are_the_text(text):
    made = furniture.cut(text)
    assert "".join((made.text + "".join(made.furniture)).split()).count("a") == text.count("a")
    assert len(made.text) <= len(text)


@given(st.text(max_size=300))
def test_cutting_twice_is_cutting_once(text):
    once = furniture.cut(text).text
    assert furniture.cut(once).text == once


@pytest.mark.long
@pytest.mark.parametrize(
    "text",
    [
        "word " * 200_000,
        "A. " * 300_000,
        "\n" * 500_000 + "a",
        "AB/" * 300_000,
        "© 2019 " * 150_000,
        "Share\n" * 150_000,
    ],
)
def test_a_megabyte_ends(text):
    body.make(text)


def test_a_copyright_line_of_an_agency_is_a_credit_and_stays():
    found = furniture.cut("The ferry sank.\n\n© 2019 Associated Press. All rights reserved.")
    assert found == ("The ferry sank.\n\n© 2019 Associated Press.", ("All rights reserved.",))
    assert furniture.cut("The ferry sank.\n\n© 2019 Quenby Echo").text == "The ferry sank."


def test_a_line_that_says_whose_a_picture_is_goes_and_a_sentence_on_pictures_stays():
    assert furniture.is_picture_line("Foto: Jon Pell/Gannet") and furniture.is_picture_line("Back to gallery")
    assert furniture.is_picture_line("Video: Reuters. Graphic: dpa")
    assert not furniture.is_picture_line("Video: How the lamp was lit")
    assert not furniture.is_picture_line("Photo albums were sold. They went fast.")
    assert not furniture.is_picture_line("9 of 10 ferries ran late.")


@pytest.mark.parametrize(
    "line",
    [
        "© Kyodo",
        "© KYODO 2025",
        "Alle Rechte vorbehalten. © dpa",
        "© Copyright Thomson Reuters 2025",
        "(c) Belga",
    ],
)
def test_a_claim_of_an_agency_is_known_by_any_of_its_names(line):
    assert furniture.is_licence(line)


@pytest.mark.parametrize(
    "line", ["© 2025 Trend Boats", "© Quenby Echo", "© Independent Harbour", "The dpa has a copyright."]
)
def test_a_claim_of_another_house_is_none_of_an_agency(line):
    assert not furniture.is_licence(line)


@pytest.mark.parametrize("line", ["→ Lamp lit »", " • Lamp lit:", "*** Lamp  lit", "Lamp lit\n"])
def test_bullets_arrows_and_a_final_colon_are_no_part_of_a_folded_line(line):
    assert furniture.fold(line) == "lamp lit"


@pytest.mark.parametrize(
    "line",
    [
        "(END)", "Enditem", "desk@echo.example", "Unsubscribe: https://echo.example/u",
        "You are receiving this email because you signed up at our site.",
        "The post Ferry late appeared first on Quenby Echo.", "People are also reading",
        "Story continues after this advertisement", "12 Comments", "Topics: ferries, Quenby",
        "Got a story? Email our newsdesk at desk@echo.example",
        "Ida Corrie covers the islands for the Echo. You can reach her at ida@echo.example or on X @idac.",
        "Síguenos en WhatsApp y recibe lo último", "Suivez-nous sur WhatsApp pour ne rien manquer",
        "Folgen Sie uns auf Instagram",
        "Listen to this article. It is read by a computer voice.",
        "This audio was generated using text-to-speech software.",
        "Should ferries have two captains? Vote now",
    ],
)  # fmt: skip
def test_lines_of_letters_agencies_and_feeds_are_furniture(line):
    assert furniture.is_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "The end of the quay.",
        "The pilots can be reached by radio alone.",
        "12 comments were read out.",
        "The post office appeared shut.",
        "She signed up at Easter.",
        "This recording was produced by the wardens at noon.",
        "Should ferries have two captains? Voters say yes.",
    ],
)
def test_sentences_that_share_their_words_are_none(line):
    assert not furniture.is_line(line)


@pytest.mark.parametrize("line", ["(c) 2031 Tarn News Agency", "© 2031 The Elm Valley Press Agency"])
def test_a_copyright_line_of_an_agency_by_its_form_is_a_credit_and_stays(line: str) -> None:
    assert furniture.cut(f"The ferry sank.\n\n{line}").text.endswith(line)


def test_a_copyright_line_of_a_paper_goes() -> None:
    assert furniture.cut("The ferry sank.\n\n© 2031 Tarn Evening Post").text == "The ferry sank."


@pytest.mark.parametrize(
    "line", ["3 min read", "Reading time: 4 minutes", "Lesezeit: 3 Min.", "Share this story: Facebook Email"]
)
def test_how_long_a_text_takes_to_read_and_where_to_share_it_are_no_report(line: str) -> None:
    report = "The ferry to Gull Rock ran late on Monday, and nobody on the pier was told why."
    assert furniture.cut(f"{line}\n\n{report}").text == report


INSIDE = (
    "READ MORE: Ten walks along the sands at Quenby",
    "Also read | Ferry company to sell its oldest boat",
    "Sign up to our free daily newsletter and never miss a boat",
    "Get the morning briefing delivered to your inbox",
    "Get the Quay stories you like sent to your inbox. By signing up, you agree to our terms",
    "**Want Quay Tonight in your inbox every day? Sign up here.**",
    "Advertisement",
    "Story Continued Below",
    "Read more:",
    "MORE ON THIS...",
    "Go Back to Top. Skip To: Start of Article.",
    "Slideshow (12 Images)",
    "next Image 1 of 4",
    "( PHOTOS: Nine boats of the year)",
    "Media playback is unsupported on your device Media caption The goats leave the mail boat",
    "LISTEN TO ARTICLE 4:12 SHARE THIS ARTICLE Share Tweet Post Email",
    "- Follow the Ferry Desk on Twitter: @QuenbyFerries",
    "Interested in Ferries? Add Ferries as an interest to stay up to date on the latest Ferries news.",
    "Don't see the map above? Click here.",
    "This article is more than 2 years old",
    "CLICK HERE TO GET THE QUAY NEWS APP",
    "The views expressed by columnists are their own and do not represent those of the Quay.",
    "Ida Corrie teaches law at Quenby. Follow her at @corrie. The opinions expressed here are hers.",
    "Lesen Sie auch: Die schönsten Inseln im Norden",
    "Lire aussi : Dix promenades sur la grève",
    "Lea también: Diez paseos por la playa",
)


@pytest.mark.parametrize("line", INSIDE)
def test_a_paragraph_that_leads_away_is_no_text(line):
    report = [
        "A mail boat ran aground off Quenby.",
        "Four passengers were landed dry.",
        "The goats were fed.",
    ]
    assert body.make("\n\n".join([report[0], line, *report[1:]])).text == "\n\n".join(report)


@pytest.mark.parametrize(
    "line",
    [
        "Read more books, the librarian said, and you will see.",
        "Related: the word has two meanings here.",
        "She told them to sign up for the evening class in boat building.",
        "“Read more: it is good for you,” he said.",
        "The advertisement said nothing of goats.",
        "The article is more than a list of boats.",
        "The opinions expressed at the meeting are repugnant to the goats of Quenby.",
        "Want goats in your garden every day? Ask the harbour master.",
        "More boats followed.",
        "Photos show the boat on its side.",
    ],
)
def test_a_sentence_of_the_report_with_such_words_stays(line):
    report = ["A mail boat ran aground off Quenby.", line, "The goats were fed."]
    assert body.make("\n\n".join(report), "Boat aground").text == "\n\n".join(report)


def test_where_the_whole_report_stands_credits_a_house_and_stays():
    lines = [
        "A mail boat ran aground off Quenby.",
        "Four passengers were landed.",
        "Read the full story at Quenby Echo",
    ]
    assert body.make("\n\n".join(lines), "Boat aground").text.endswith("Quenby Echo")
    lines[-1] = "Read the full story on our website"
    assert body.make("\n\n".join(lines), "Boat aground").text.endswith("landed.")


@pytest.mark.parametrize("line", ["afp/dpa/kle", "dpa/mhe", "rtr/dpa"])
def test_an_agency_that_signs_in_small_letters_beside_initials_is_a_credit_and_stays(line: str) -> None:
    assert furniture.cut(f"{REPORT} {line}") == (f"{REPORT} {line}", ())
    assert furniture.cut(f"{REPORT} kle/mhe") == (REPORT, ("kle/mhe",))
