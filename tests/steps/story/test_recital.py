"""What many recite ties no two events."""

from __future__ import annotations

from dataclasses import replace

from retold.model import Article
from retold.settings import Align
from retold.steps import align, story
from retold.steps.story import recital
from retold.tables import Alignment
from tests.steps.witnesses import witness

SONG = (
    "Blow out the candle, close the door, the frost has crossed the weir, the geese that left us long before, "
    "are calling over moor and shore, that spring will find us here"
)
VERSES = "\n".join(SONG.split(", "))
CHOIR = "The choir of Ostmark sang at the opening of the lock on Friday, and engineer Ada Brine wept.\n\n"
GRAVE = "Hundreds followed the miller Jon Vik to his grave in Lindau. His sons will sell the wheel.\n\n"
SPOKE = "Engineer Ada Brine spoke at the opening of the lock in Ostmark. The choir wept.\n\n"


def pair(one: str, other: str) -> Alignment:
    return align.align(witness(one, "a"), witness(other, "b"), Align())


def test_a_song_that_two_events_quote_is_recited() -> None:
    assert recital.is_recital(pair(f"{CHOIR}“{SONG}.”", f"{GRAVE}“{SONG}.”"))


def test_a_song_in_lines_of_its_own_is_recited_without_marks() -> None:
    assert recital.is_recital(pair(f"{CHOIR}{VERSES}", f"{GRAVE}{VERSES}"))


def test_the_same_words_around_a_quotation_are_of_one_event() -> None:
    assert not recital.is_recital(pair(f"{CHOIR}“{SONG}.”", f"{SPOKE}“{SONG}.”"))


def test_what_is_told_in_plain_lines_is_not_recited() -> None:
    told = SONG.replace(" us", " them")
    assert not recital.is_recital(pair(f"{CHOIR}{told}.", f"{GRAVE}{told}."))


def test_what_is_sung_of_oneself_in_plain_lines_is_recited() -> None:
    assert recital.is_recital(pair(f"{CHOIR}{SONG}.", f"{GRAVE}{SONG}."))


def test_a_text_in_broken_lines_is_no_song() -> None:
    broken = (CHOIR + SONG).replace(" ", "\n", 60)
    assert not recital.is_recital(pair(broken, broken))


def test_two_prints_of_the_song_alone_are_one_text() -> None:
    assert not recital.is_recital(pair(f"“{SONG}.”", f"“{SONG}.”"))


def test_neither_has_anything_from_the_other_where_both_recite() -> None:
    one, other, same = story.tie(pair(f"{CHOIR}“{SONG}.”", f"{GRAVE}“{SONG}.”"))
    assert (one.taken, other.taken, same) == (0.0, 0.0, False)


NOTE = (
    "\n\nThis piece is part of Slow Water, a series made with the help of the Orlund Fund and led by Ivo Harn. "
    "Write to Slow Water at 4 Quay Lane."
)


def under_a_note(one: str, other: str, *outlets: str) -> Alignment:
    made = [replace(witness(text.strip() + NOTE, name), article=Article(name, text.strip() + NOTE, outlet=of))
            for name, text, of in zip("ab", (one, other), outlets, strict=True)]  # fmt: skip
    return align.align(*made, Align())


def test_a_note_that_closes_two_pieces_of_one_house_ties_them_not_whatever_it_names() -> None:
    assert recital.is_recital(under_a_note(CHOIR, GRAVE, "Velm Post", "Velm Post"))
    assert not recital.is_recital(under_a_note(CHOIR, GRAVE, "Velm Post", "Tarn Herald"))


def test_what_a_dateline_files_is_nothing_that_two_releases_have_in_common() -> None:
    glass = "GRENN, May 4, 2019 -- Tarn Glass has sold its kiln to Ada Rolm, who bakes.\n\n"
    salt = "VELM, May 4, 2019 -- Orlund Salt pays for a bell that Per Stig will cast.\n\n"
    note = " ".join([NOTE.strip(), NOTE.strip()])
    assert recital.is_recital(pair(glass + note, salt + note))


def test_who_a_note_is_of_may_be_told_of_above_it() -> None:
    gift = "The Orlund Fund gave a rowing boat to the poet Enid Marl, who cannot swim and says so.\n\n"
    stairs = "Keeper Axel Stig has new stairs in his tower; the old ones went to a museum in Lindau.\n\n"
    about = (
        "About the Orlund Fund: Founded long ago, the Orlund Fund helps writers, builders of boats and keepers of "
        "lamps with prizes, loans of tools and letters to those who can do more. Its members choose whom it helps, "
        "and meet once a year behind closed doors."
    )
    assert recital.is_recital(pair(gift + about, stairs + about))


def test_a_long_note_ties_no_pieces_of_two_houses_either() -> None:
    more = (
        " The fund has no say in what is told. "
        + "It pays for the boots, the boats and the bread of those who go. " * 2
    )
    assert recital.is_recital(under_a_note(CHOIR + more, GRAVE + more, "Velm Post", "Tarn Herald"))


SIGNS = (
    "Bow, March 1 to May 31: {}\n\nKeel, June 1 to August 31: {}\n\nStern, September 1 to November 30: {}\n\n"
    "Mast, December 1 to February 28: {}"
)


def test_two_columns_share_the_labels_of_their_paragraphs_and_nothing_else() -> None:
    one = SIGNS.format(
        "A cousin sends figs.", "Paint nothing blue.", "Do not wake him.", "Soup is no answer."
    )
    two = SIGNS.format(
        "Borrow a ladder.", "Somebody returns a comb.", "Two letters cross.", "Count the stairs."
    )
    assert recital.share_labels_alone(pair(one, two))
    assert story.derived(pair(one, two)) == 0.0
    assert not recital.share_labels_alone(pair(one, one.replace("figs", "nuts")))


def test_two_reports_of_one_match_stay_one_story_though_both_have_its_form() -> None:
    form = "Scorers: {0} and Ada Brine\n\nReferee: Per Stig of Velm\n\nCrowd: 4,102 at Tarn Quay\n\n{1}"
    one = form.format(
        "Jon Vik", "The hosts began at a gallop and Brine put them ahead before the tea was cold."
    )
    two = form.format(
        "Vik", "It rained. Nobody at Tarn Quay cared, for Brine and Vik were in the mood for goals."
    )
    assert not recital.share_labels_alone(pair(one, two))


def test_two_reports_of_one_event_stay_tied_above_one_note() -> None:
    assert not recital.is_recital(under_a_note(CHOIR, SPOKE, "Velm Post", "Velm Post"))


def test_an_opening_of_its_own_above_a_copied_dispatch_leaves_it_a_copy() -> None:
    dispatch = (
        CHOIR + "She had waited nine years for it, she said, and would now go home to Velm by boat." + NOTE
    )
    reprint = "By Per Stig, Chief Reporter\n\n" + dispatch.replace("Friday", "Monday")
    assert not recital.stand_above_one_note(pair(dispatch, reprint))


def test_words_behind_a_label_have_capitals_and_name_nobody() -> None:
    form = "Crab (June 1 – July 9): {}\n\nKelp (July 10 – Aug 2): {}\n\nGull (Aug 3 – Sept 9): {}\n\nRing the seer at night."
    one = form.format("The kettle knows more than you.", "A coat goes missing.", "Wait for the second knock.")
    two = form.format("A stranger pays for lunch.", "The stairs are steeper now.", "Leave the oars at home.")
    assert recital.share_labels_alone(pair(one, two))


def test_where_a_sign_is_a_word_what_stands_outside_in_shared_runs_shows_a_copy() -> None:
    said = "“เรายอมทิ้งโกดังเพื่อรักษาห้องหม้อไอน้ำไว้ให้ได้” หัวหน้ากล่าว"
    wire = f"เมืองแม่น้ำ (สำนักข่าวท่าเรือ) - ไฟไหม้โรงสีเมื่อวันพฤหัสบดี ชาวบ้าน 340 คนออกจากบ้าน\n\n{said}"
    paper = f"ไฟไหม้โรงสีเมื่อวันพฤหัสบดี ชาวบ้าน 430 คนออกจากบ้าน\n\n{said}"
    assert not recital.is_recital(pair(wire, paper))
