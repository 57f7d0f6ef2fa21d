"""What belongs to pictures is taken out of a text, and no sentence of a report is."""

from __future__ import annotations

import pytest

from retold.readers import body, captions

REPORT = (
    "A mail boat ran onto the sands off Quenby early on Sunday and sat there until the tide came back.",
    "The boat carried four passengers, two goats and the week's letters. All were landed dry at noon.",
    "The goats were given a room of their own until the train left, the harbour office said.",
)


@pytest.mark.parametrize(
    "line",
    [
        "GNA Photo/Ida Corrie",
        "(AP Photo/Ida Corrie, File)",
        "Photograph: Ida Corrie/AFP",
        "Photo by Ida Corrie/AFP via Getty Images",
        "Foto: picture alliance/dpa",
        "Bild: imago images/Ida Corrie",
        "Foto: privat",
        "Bildquelle: dpa",
        "Crédit photo : Ida Corrie / AFP",
        "Beeld: ANP / Ida de Wit",
        "Ida Corrie/Getty Images",
    ],
)
def test_a_line_that_says_whose_a_picture_is_goes_wherever_it_stands(line):
    for at in range(len(REPORT) + 1):
        lines = [*REPORT[:at], line, *REPORT[at:]]
        assert body.make("\n\n".join(["Mail boat aground", *lines])).text == "\n\n".join(REPORT)


@pytest.mark.parametrize(
    "line",
    [
        "The mail boat on Sunday. Photograph: Ida Corrie/AFP",
        "Das Postboot am Sonntag. Foto: Ida Corrie/dpa",
        "Le bateau, dimanche. Photo : Ida Corrie / AFP",
        "The quay of Quenby (Photo: Ida Corrie)",
        "FILE - In this March 3, 2019 file photo, goats wait on the quay of Quenby. (AP Photo/Ida Corrie, File)",
        "El barco, el domingo | Foto: Ida Corrie/EFE",
        "FILE PHOTO: The mail boat at its berth in a dry summer. REUTERS/Ida Corrie",
        "Goats wait on the quay of Quenby on Sunday. AFP/Ida Corrie",
        "Goats wait on the quay of Quenby on Sunday. Credit: Ida Corrie / GNA",
    ],
)
@pytest.mark.parametrize("glue", ["\n\n", "\n"])
def test_a_caption_below_the_headline_or_among_paragraphs_goes_with_its_credit(line, glue):
    for at in range(len(REPORT)):
        found = captions.without(glue.join([*REPORT[:at], line, *REPORT[at:]]))
        assert found.cut == (line,) and found.text == glue.join(REPORT)


@pytest.mark.parametrize(
    "line",
    [
        "Renwick won a prize for a photo by Ida Corrie.",
        "“Look at the picture,” she said. Photo: Ida Corrie/AFP",
        "Photo: it is lost",
        "He showed the picture: Ida Corrie in the rain.",
        "They had seen it all (picture by Ida Corrie).",
        "Quelle: dpa/AFP",
        "Bron: ANP",
        "The image / video is lost",
        "Picture the scene: Quenby, at dawn, without a lamp",
        "AP/AFP",
    ],
)
def test_a_sentence_on_pictures_and_a_credit_of_the_text_stay(line):
    text = "\n\n".join([REPORT[0], line, *REPORT[1:]])
    assert captions.without(text) == (text, ())


def test_a_credit_glued_to_the_last_paragraph_leaves_the_paragraph():
    text = "\n\n".join(REPORT)
    assert body.make(text + " Photo: Ida Corrie/AFP").text == text
    assert captions.without(REPORT[0] + " Photo: Ida Corrie/AFP").cut == ()


@pytest.mark.parametrize(
    "shown",
    [
        "FILE - In this June 3, 2031 file photo, the mail boat lies at Quenby. The company will sell it. "
        "Nobody has yet made an offer. Goats are still carried on Mondays. The keeper has asked for more of "
        "them. He said that he would buy the boat himself. (AP Photo/Ida Corrie, File)",
        "The keeper says that his goats “know the boat by its horn” in Quenby. (Photo: Ida Corrie, AFP)",
        "Ida Corrie, left, a teacher, walks to the quay with her class. She has taught there for nine years and "
        + "has seen three boats come and go, " * 10
        + "she says. (AP Photo/Orla Hale)",
    ],
)
def test_what_a_credit_in_brackets_closes_is_a_caption_however_much_it_tells(shown: str) -> None:
    report = [
        "The mail boat of Quenby is for sale.",
        "The company gave no price.",
        "It is nine years old. " * 29,
    ]
    for again in (1, 2):  # it stands once more where a page opens with its picture
        text = "\n\n".join([*[shown] * again, *report])
        assert captions.without(text).text == "\n\n".join(report).strip()


def test_a_line_within_a_wrapped_paragraph_is_no_caption():
    text = "The keeper and\nhis goats went ashore. Photo: Ida Corrie/AFP\nwas written below.\n\nThe end."
    assert captions.without(text).text == text


def test_a_show_of_pictures_keeps_what_they_show():
    text = "\n\n".join(f"{one} Photo: Ida Corrie/AFP" for one in REPORT)
    assert captions.without(text) == (text, ())


@pytest.mark.long
@pytest.mark.parametrize(
    "text", ["Photo: " * 60_000, "Foto/" * 90_000, "(Photo: A/\n" * 20_000, "a. Bild: B\n" * 20_000]
)
def test_a_megabyte_ends(text):
    captions.without(text)


@pytest.mark.parametrize(
    "line",
    [
        "Image The goats on the quay. Credit Ida Corrie for The Courier",
        "Image Ida Corrie Credit Jan Orme",
        "Enlarge this image toggle caption Ida Corrie/AFP Ida Corrie/AFP",
        "Image copyright Ida Corrie Image caption The boat lay on the sands for a day",
        "Media playback is unsupported on your device Media caption The keeper: “They swam”",
        "CLOSE The keeper says that his goats swam. Jan Orme, Quay Times",
        "JUST WATCHED Did the goats swim? Replay More Videos ... MUST WATCH Did the goats swim? 02:45",
    ],
)
def test_a_line_that_the_page_labels_as_that_of_a_picture_goes_as_a_whole(line: str) -> None:
    found = body.make("\n\n".join((*REPORT[:2], line, REPORT[2])))
    assert found.furniture == (line,)
    assert captions.without("Image problems have cost the harbour office much.").cut == ()


@pytest.mark.parametrize(
    "line",
    [
        "FILE PHOTO: The mail boat Gudrun, May 6, 2031. REUTERS/Ida Corrie/File Photo",
        "The boat at noon on Sunday. (Getty Images)",
        "Goats are landed on the sands. (Ida Corrie/Getty Images)",
    ],
)
def test_what_a_picture_shows_goes_with_whose_it_is(line):
    assert body.make("\n\n".join(["Mail boat aground", REPORT[0], line, *REPORT[1:]])).text == "\n\n".join(
        REPORT
    )


def test_a_remark_in_brackets_behind_a_sentence_stays():
    lines = (REPORT[0], "The harbour office laughed. (Nobody else did.)", *REPORT[1:])
    assert body.make("\n\n".join(["Mail boat aground", *lines])).text == "\n\n".join(lines)


GALLERY = "Photos: The long quay Photos: The long quay The long quay – A crane lifts the hull."


@pytest.mark.parametrize(
    "line", [GALLERY, f"{GALLERY} Hide Caption 2 of 9", "Gallery: The quay at dawn A crane. Show Caption"]
)
def test_a_row_of_pictures_in_one_line_goes(line: str) -> None:
    report = "The quay was shut on Monday after a crane had fallen, and no ferry left the port. " * 6
    found = captions.without(f"{report}\n\n{line}\n\n{report}")
    assert found.cut == (line,)


def test_a_sentence_that_begins_with_pictures_stays() -> None:
    line = "Photos: the port has none, the harbour master said, and she asked for those of the crew."
    assert captions.without(f"The quay was shut.\n\n{line}\n\nIt opens in May.").cut == ()
