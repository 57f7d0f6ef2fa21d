"""Two figures, two days and two hedges are a change only where both tell of one thing."""

from __future__ import annotations

import pytest

import retold
from retold import Article
from retold.steps.changes.candidates import healed
from tests.steps.changes.test_changes import within


def found(kind: str, old: str, new: str) -> list[tuple[str | None, str | None]]:
    return [(one.before, one.after) for one in within(old, new) if one.kind == kind]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "The owner holds more than 14 percent of the ferry line, the register says.",
            "The owner holds 244 million shares in the ferry line, the register says.",
        ),
        ("The wind fell by 0935 GMT at the pier.", "The wind fell by 1400 GMT at the pier."),
        (
            "The grant was 30 million crowns ($4 million) in all.",
            "The grant was 30 million crowns (5 million pounds) in all.",
        ),
        (
            "The two wells may give 11 billion to 16 billion barrels, the firm said.",
            "The two wells may give 11 to 16 billion barrels, the firm said.",
        ),
        ("The prize is worth nearly $930 million now.", "The prize is worth about $930 million now."),
        ("At the light 30C was measured at noon.", "At the light 86F was measured at noon."),
    ],
)
def test_figures_of_two_things_are_no_change_of_a_figure(old: str, new: str) -> None:
    assert found("figure", old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "reading"),
    [
        ("Shares of Quay Lines fell 2.6 percent at noon.", "Shares of Quay Lines fell 2.4 percent at noon.", ("2.6 percent", "2.4 percent")),
        ("It cost £40 million in the end.", "It cost $40 million in the end.", ("£40 million", "$40 million")),
        ("He paid $2 million for the mole.", "He paid nearly $2 million for the mole.", ("$2 million", "nearly $2 million")),
        ("The yard shut, putting up to 90 posts at risk.", "The yard shut, putting 90 posts at risk.", ("up to 90", "90")),
        ("Twice as many eels were caught at Orm.", "Four times as many eels were caught at Orm.", ("Twice", "Four times")),
        ("The Rovers beat the Mole club 4-1 on Sunday.", "The Rovers beat the Mole club 4-2 on Sunday.", ("4-1", "4-2")),
    ],
)  # fmt: skip
def test_figures_of_one_thing_are(old: str, new: str, reading: tuple[str, str]) -> None:
    assert found("figure", old, new) == [reading]


def test_two_things_that_one_verb_prices_have_two_prices() -> None:
    old = "The sluices cost 12 million crowns and hold for thirty years, the engineer said."
    new = "The cranes cost 31 million crowns and hold for thirty years, the engineer said."
    assert found("figure", old, new) == []
    assert found("figure", old, old.replace("12", "31")) == [("12 million crowns", "31 million crowns")]


def test_a_figure_that_the_other_version_has_of_its_own_thing_is_not_the_one_exchanged() -> None:
    old = "Each raft carries 12 cows. Each barge carries 90 sheep in two pens."
    new = "Each barge carries 90 sheep. They are shorn on board."
    assert found("figure", old, new) == []


def test_a_bound_in_a_sentence_put_in_other_words_is_a_figure_and_a_mere_guess_is_none() -> None:
    told = "A crew comes to look at the harm in Tarn Vale, where {} farms and mills still lay without water."
    anew = "About 3,200 farms and mills in Tarn Vale remained dry on Monday for want of water."
    assert found("figure", told.format("more than 3,200"), anew) == [("more than 3,200", "About 3,200")]
    assert found("figure", told.format("3,200"), anew) == []


def test_the_day_of_the_deed_and_the_day_of_the_word_are_two_days() -> None:
    old = "A fire killed three stokers on the ferry on Thursday, the harbour office said."
    new = "A fire killed three stokers on the ferry, the harbour office said on Friday."
    assert found("date", old, new) == []


def test_a_time_with_its_zone_is_the_same_time() -> None:
    old, new = "The pier shuts at 5 p.m. on every day.", "The pier shuts at 5 p.m. EDT on every day."
    assert found("date", old, new) == []


def test_a_day_behind_a_label_is_of_the_page() -> None:
    old, new = ("The pier is open. Updated: 10 March 2031.", "The pier is open. Updated: 12 March 2031.")
    assert found("date", old, new) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "According to a new rule printed on Monday the crews must register.",
            "The new rule printed on Monday says that crews must register.",
        ),
        (
            "The trawler fished off the disputed Tarn Islands for a week.",
            "The trawler fished off the Tarn Islands for a week.",
        ),
        ("The crew was lucky on Monday.", "The crew was lucky on Monday. It could have been far worse."),
    ],
)
def test_a_hedge_that_makes_nothing_less_sure_is_none(old: str, new: str) -> None:
    assert found("hedge", old, new) == []


def test_a_hedge_left_out_is_told() -> None:
    old = "The mate appears to have fallen asleep at the wheel."
    new = "The mate had fallen asleep at the wheel."
    assert len(found("hedge", old, new)) == 1


def test_what_somebody_is_to_do_is_no_fact_whose_speaker_was_dropped() -> None:
    old = "A judge ordered the mate Ivo Tarrant to be freed from the harbour jail and sent home."
    new = "The mate Ivo Tarrant was freed from the harbour jail and sent home."
    assert found("attribution", old, new) == []


def test_a_word_broken_over_two_lines_is_the_same_word() -> None:
    assert healed("a quay-\nside talk, off-\nshore and 12-\n14") == "a quayside talk, offshore and 12- 14"
    lines = "Ivo Tarrant told the repor-\nters on the quay that the mole had been\ncracked since the spring."
    assert within(lines.replace("-\n", "").replace("\n", " "), lines) == []


def test_a_figure_in_a_rewritten_sentence_is_told_where_both_tell_of_one_thing() -> None:
    old = "The survey says divers found a crack 14 metres long in the Cragfoot dam in June and asked for repairs."
    new = "A leaked survey says that divers saw a 41-metre crack in the dam of Cragfoot in June and urged repairs at once."
    assert ("14", "41") in found("figure", old, new)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("last week", "the week before last"),
        ("last night", "the night before last"),
        ("in FY2029", "in FY2028"),
        ("in FY29", "in FY2028"),
    ],
)
def test_times_told_on_one_day_and_one_step_apart_are_two(one: str, other: str) -> None:
    told = "The lower sluice at Orr gave way {} with a noise like thunder, the keeper said. Nobody was hurt."
    old, new = (
        Article(i, told.format(when), published=f"2031-05-07T{hour}:00:00Z")
        for i, when, hour in (("a", one, "08"), ("b", other, "10"))
    )
    kinds = [(c.kind, c.weight) for c in retold.compare(old, new).changes]
    assert kinds == [("date", "substance")]


def test_codes_that_differ_in_a_digit_are_two_things_and_no_slip() -> None:
    old = "The council bought a Korv B320 for the Orr ferry, the clerk said."
    assert [c.kind for c in within(old, old.replace("B320", "B330"))] == ["name"]


def test_points_of_a_share_are_another_unit_than_percent() -> None:
    old = "The bank of Ansel cut the deposit by two percentage points on Monday."
    new = "The bank of Ansel cut the deposit by two percent on Monday."
    assert found("sense", old, new) == [("two percentage points", "two percent")]
    assert found("sense", old, old.replace("percentage points", "percentage point")) == []


def test_twice_and_two_times_are_one_figure_and_to_score_twice_is_to_score_two() -> None:
    old = "Eels were landed twice as often at Orm this year."
    assert found("figure", old, old.replace("twice", "two times")) == []


LETTER = (
    "The keeper of the light told the owners in a letter that rain comes in. "
    "Boatmen put {} buckets in the upper gallery on Friday. "
)
RETOLD = "Boatmen must step round {} buckets in the narrow gallery of the light when it pours, a paper says. "
KEPT = (
    "The light was built on the rock ninety years ago by a firm that has long been gone. "
    "“I have stopped reading in bed because the pages stick,” the keeper Ivo Tarrant said."
)


def test_figures_before_one_noun_of_sentences_that_nobody_linked_are_one_figure() -> None:
    old, new = LETTER.format(14) + KEPT, RETOLD.format(140) + KEPT
    assert found("figure", old, new) == [("14", "140")]
    assert found("figure", old, RETOLD.format(14) + KEPT) == []


def test_people_counted_in_one_place_may_be_two_lots_of_people() -> None:
    old = "The gas at the Orm gallery made 12 people ill on Monday, the wardens of the light said. " + KEPT
    new = "Some way from the Orm gallery the wardens of the light took 150 people to a hall. " + KEPT
    assert found("figure", old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("last August", "last April", True),
        ("last May", "May 2030", False),
        ("next Monday", "next Friday", True),
    ],
)
def test_two_months_and_two_days_of_the_week_are_two_though_counted_from_a_day_of_print(
    old: str, new: str, told: bool
) -> None:
    text = "The owner of the rope works was found to have burned the looms {}."
    assert bool(found("date", text.format(old), text.format(new))) is told


def test_a_sum_rounded_up_that_says_so_is_rounded() -> None:
    old, new = (
        "The roof of the light cost £2.94m in the end.",
        "The roof of the light cost nearly £3m in the end.",
    )
    (change,) = [one for one in within(old, new) if one.kind == "figure"]
    assert (change.detail, change.weight) == ("rounded", "wording")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The guild landed 90 tons of eel in the second quarter.", "The guild landed 90 tons of eel in the three months to June."),
        ("The gate broke at noon on the feast of Orm.", "The gate broke at 12pm on March 3."),
    ],
)  # fmt: skip
def test_a_quarter_is_no_month_and_an_hour_without_its_day_is_any_days(old: str, new: str) -> None:
    assert found("date", old, new) == []


@pytest.mark.parametrize(("printed", "told"), [("2031-03-06", True), ("2031-03-11", False)])
def test_last_week_and_this_week_are_two_in_papers_of_one_week(printed: str, told: bool) -> None:
    text = "The wardens {} week found 14 live eels in a parcel marked as socks, the customs office said."
    old = Article("a", text.format("last"), published="2031-03-05")
    new = Article("b", text.format("this"), published=printed)
    kinds = [(one.kind, one.before) for one in retold.compare(old, new).changes]
    assert (("date", "last week") in kinds) is told


def test_a_short_form_of_a_given_name_is_nobody_else() -> None:
    old, new = "The pier is run by William Dorrit now.", "The pier is run by Bill Dorrit now."
    assert found("name", old, new) == []
    assert [one.weight for one in within(old, new)] == ["style"]
    assert found("name", old, new.replace("Bill", "Maud")) == [("William Dorrit", "Maud Dorrit")]
