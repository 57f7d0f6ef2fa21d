"""Values, names, credits and phrases in sentences that were edited or told in other words."""

from __future__ import annotations

import pytest

from retold import pipeline
from retold.model import Article, Change, Derivation
from retold.settings import Settings
from retold.steps import align, changes

REST = (
    "\n\nThe pier at Port Ansel was built forty years ago by a firm that no longer exists.\n\n"
    "Divers from the harbour office will go down again when the tide allows it, and the pier stays shut.\n\n"
    "The owners bought the ship from a Tolland yard and had it painted green before the summer."
)
BEFORE = "The lighthouse on Gull Rock has been dark since the storm of last winter.\n\n"


def told(
    old: str, new: str, *, published: str | None = "2031-03-12", rest: str = REST, before: str = BEFORE
) -> list[Change]:
    """Changes between two tellings of one sentence amid a report that is otherwise the same."""
    options = Settings()
    a, b = (
        pipeline.witness(Article(name, before + text + rest, published=published), options)
        for name, text in (("a", old), ("b", new))
    )
    return changes.find(
        align.align(a, b, options.align), {}, Derivation("a", "b", True, 0.9), options.changes
    )


def facts(found: list[Change]) -> list[tuple[str, str | None, str | None]]:
    return [(one.kind, one.before, one.after) for one in found]


# ---- figures by what they count ----


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("killed 32 sailors in the channel", "left 22 sailors dead near the rocks"),
        ("in which 32 sailors drowned", "that killed at least 22"),
    ],
)
def test_the_dead_are_compared_though_the_opening_is_written_anew(old: str, new: str) -> None:
    first = f"A fire on the ferry Osprey, {old}, began in the galley before dawn on Monday."
    other = f"Investigators are asking why smoke spread so fast through a ferry on a night {new}."
    found = told(first, other, before="")
    assert "lede" in {one.kind for one in found}
    assert [("32" in (c.before or ""), "22" in (c.after or "")) for c in found if c.kind == "figure"] == [
        (True, True)
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Twelve soldiers were killed when the bridge fell.", "In Velmar a flood left forty villagers dead."),
        (
            "Police held nine people as the match was called off in heavy rain.",
            "In front of the town hall a rally for lower fares was held by forty people.",
        ),
        ("A new valve has saved forty lives at sea.", "Nine people were killed on the northern road."),
        ("A court sentenced twelve men to death.", "Nine people died in the fire on Monday night."),
        (
            "Nine people were killed on Monday as fire went through a mill.",
            "A landslide early this week left twelve dead, police said on Monday.",
        ),
    ],
)
def test_the_counts_of_two_events_are_not_compared(old: str, new: str) -> None:
    assert "figure" not in {one.kind for one in told(old, new, before="")}


def test_the_dead_are_not_compared_with_the_rescued() -> None:
    first = "A fire on the ferry Osprey killed 32 people before dawn on Monday, the owners announced."
    other = "Investigators ask why smoke spread so fast on a ship from which 22 people were rescued."
    assert "figure" not in {one.kind for one in told(first, other, before="")}


def test_two_sums_of_money_for_two_things_are_not_compared() -> None:
    first = "The head of the harbour office may approve a $9.25 monthly subsidy for fishing crews in Ansel."
    other = (
        "In a vote next week, members of the board may approve a $2 billion spending limit on help at sea."
    )
    assert "figure" not in {one.kind for one in told(first, other, before="")}


def test_a_bound_put_in_leaves_the_verb_before_it_alone() -> None:
    found = told("The blast killed 20 sheep in the hold.", "The blast killed at least 20 sheep in the hold.")
    assert facts(found) == [("figure", "20", "at least 20")]


# ---- days ----


def test_today_and_yesterday_may_be_one_day_where_no_day_of_publication_is_known() -> None:
    found = told(
        "The inquiry into the fire ends today in Tolland.",
        "The inquiry into the fire ends yesterday in Tolland.",
        published=None,
    )
    assert "date" not in {kind for kind, _, _ in facts(found)}


def test_today_against_a_date_without_a_year_is_no_other_day() -> None:
    found = told(
        "The inquiry into the fire ends today in Tolland.",
        "The inquiry into the fire ends on May 10 in Tolland.",
        published=None,
    )
    assert "date" not in {one.kind for one in found}


# ---- names ----


def test_a_place_that_is_described_here_and_named_there_is_no_other_place() -> None:
    found = told(
        "The fire was seen from the hills above Marrick that night.",
        "The fire was seen from the hills of suburban Ulverbeck that night.",
    )
    assert "name" not in {one.kind for one in found}


def test_a_name_that_was_miswritten_is_no_other_name() -> None:
    found = told(
        "She reads the Daily Lantern Post every morning.", "She reads the Daily Lanterns Post every morning."
    )
    assert "name" not in {one.kind for one in found}


def test_a_name_behind_a_dateline_is_a_name() -> None:
    found = told(
        "ANSEL — Marrick Rowing Union paid for the new boats.",
        "ANSEL — Ulverbeck Rowing Union paid for the new boats.",
        before="",
    )
    assert [(c.kind, c.before, c.after) for c in found] == [
        ("name", "Marrick Rowing Union", "Ulverbeck Rowing Union")
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("“The tide was early,” said Mara Tolk.", "“Nobody asked the pilots,” said Ilan Verrin."),
        (
            "Two buses stopped near Haddon as snow closed the pass.",
            "A school class was left waiting near Velmar for six hours.",
        ),
        ("A show by curator Orla Fenwick opens in May.", "Cuts were feared by curator Piers Dunmore."),
    ],
)
def test_names_behind_one_word_in_two_openings_are_two_names(old: str, new: str) -> None:
    assert "name" not in {one.kind for one in told(old, new, before="")}


def test_two_places_of_origin_are_one_change_of_a_name() -> None:
    body = "{} — The inquiry into the fire on the ferry ends this week, its head announced."
    found = told(body.format("PORT ANSEL"), body.format("TOLLAND"), before="")
    assert facts(found) == [("name", "PORT ANSEL", "TOLLAND")]


def test_a_place_of_origin_that_one_version_lacks_is_no_other_name() -> None:
    body = "The inquiry into the fire on the ferry ends this week, its head announced."
    assert [one.kind for one in told("PORT ANSEL — " + body, body, before="")] == ["cut"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("EXCLUSIVE — {}", "TOLLAND — {}"),
        ("UPDATE 2 - {}", "UPDATE 3 - {}"),
        ("WATCH: {}", "TOLLAND — {}"),
        ("VIDEO - {}", "BREAKING NEWS - {}"),
        ("ACMA volunteers – some forty of them – say: {}", "BARO members – some forty of them – say: {}"),
    ],
)
def test_capitals_before_a_dash_are_no_place_unless_they_are_one(old: str, new: str) -> None:
    body = "The inquiry into the fire on the ferry ends this week, its head announced."
    found = told(old.format(body), new.format(body), before="")
    assert "name" not in {one.kind for one in found}


@pytest.mark.parametrize("behind", ["", ", Westmark", " (NCA)", ", March 12 (NCA)", ", 12 March"])
def test_a_place_of_origin_may_have_a_region_a_day_and_an_agency_behind_it(behind: str) -> None:
    body = "{}{} – The inquiry into the fire on the ferry ends this week, its head announced."
    found = told(body.format("ANSEL", behind), body.format("TOLLAND", behind), before="")
    assert facts(found) == [("name", "ANSEL", "TOLLAND")]


# ---- credits ----


def test_a_credit_behind_a_comma_does_not_take_the_day_before_it() -> None:
    found = told(
        "The galley was closed by the owners on Friday, Terrapress learnt.",
        "The galley was closed by the owners on Saturday.",
    )
    assert {("date", "Friday", "Saturday"), ("credit", "Terrapress learnt", "")} == set(facts(found))


def test_a_credit_told_in_passing_goes_with_the_sentence_that_was_cut() -> None:
    more = (
        " Two cooks had left the ship in the week before it burned, according to the Reuters news agency,"
        " and nobody was hired in their place until the evening of the fire."
    )
    (change,) = changes_of_rest(more)
    assert change.kind == "cut"


def changes_of_rest(more: str) -> list[Change]:
    """What is told when a sentence at the end of the report is cut."""
    options = Settings()
    texts = (BEFORE + "The galley was closed." + REST + more, BEFORE + "The galley was closed." + REST)
    a, b = (pipeline.witness(Article(name, text), options) for name, text in zip("ab", texts, strict=True))
    return changes.find(
        align.align(a, b, options.align), {}, Derivation("a", "b", True, 0.9), options.changes
    )


@pytest.mark.parametrize("line", ["Text: Balmoor", "© Balmoor Press", "From Balmoor and staff reports."])
def test_a_line_at_the_foot_that_names_a_source_is_a_credit(line: str) -> None:
    (change,) = changes_of_rest("\n\n" + line)
    assert change.kind == "credit"


# ---- phrases ----


def test_a_phrase_that_went_to_another_sentence_is_moved_and_neither_cut_nor_added() -> None:
    phrase = ", a retired teacher of music from the valley,"
    tail = "\n\nThe keeper{} told the inquiry that the lamp had failed twice before the storm came."
    head = "The mayor of Port Ansel{} asked the owners for the list of passengers at noon."
    found = told(head.format(phrase), head.format(""), rest=REST + tail.format(""))
    assert {one.kind for one in found} == {"cut"}
    options = Settings()
    a, b = (
        pipeline.witness(Article(n, BEFORE + head.format(x) + REST + tail.format(y)), options)
        for n, x, y in (("a", phrase, ""), ("b", "", phrase))
    )
    found = changes.find(
        align.align(a, b, options.align), {}, Derivation("a", "b", True, 0.9), options.changes
    )
    assert [one.kind for one in found] == ["moved"]


def test_equal_words_are_never_told_as_other_wording() -> None:
    found = told(
        "The inquiry heard three cooks. The owners were not heard.",
        "The owners were not heard. The inquiry then heard three cooks.",
    )
    assert all(one.before != one.after for one in found if one.kind == "wording")


def test_a_word_that_fell_in_two_with_a_letter_wrong_is_a_slip() -> None:
    found = told(
        "The firm cleaned the tanks with Duraclene before the voyage.",
        "The firm cleaned the tanks with Dura klene before the voyage.",
    )
    assert [one.kind for one in found] == ["slip"]


def test_a_slip_beside_another_spelling_is_a_slip() -> None:
    found = told(
        "The galley served porridge towards midnight.", "The galley served porrigde toward midnight."
    )
    assert [one.kind for one in found] == ["slip"]


def test_a_caption_that_only_one_version_has_is_no_matter_of_the_report() -> None:
    caption = (
        "\n\nSailors carry blankets along the pier in the rain on Monday. (Photo: Ned Loom, Harbour Pictures)"
    )
    assert changes_of_rest(caption) == []


def test_a_sum_in_another_currency_is_another_sum() -> None:
    (one,) = told("The search cost the county $1.4 million.", "The search cost the county €1.4 million.")
    assert (one.kind, one.weight) == ("figure", "substance")


def test_a_range_of_which_one_end_is_left_is_another_figure() -> None:
    found = told(
        "Between 40 and 60 percent of the wells are unsafe, the water board told the council.",
        "60 percent of the wells are unsafe, the water board told the council.",
    )
    assert [(one.kind, one.before) for one in found if one.kind == "figure"] == [
        ("figure", "Between 40 and 60 percent")
    ]


@pytest.mark.parametrize(
    ("old", "new"), [("2.4 metres", "24 metres"), ("1.75 million marks", "17.5 million marks")]
)
def test_a_point_in_a_number_is_no_matter_of_spelling(old: str, new: str) -> None:
    (one,) = told(
        f"The wall needs {old} more, the office said.", f"The wall needs {new} more, the office said."
    )
    assert (one.kind, one.weight) == ("figure", "substance")


def test_the_point_in_an_hour_is_a_habit_of_the_house() -> None:
    found = told("The ship left at 4.15 am in fog.", "The ship left at 4:15am in fog.")
    assert {one.kind for one in found} <= {"style"}


@pytest.mark.parametrize(
    ("new", "detail"),
    [("more than 2,000", "rounded"), ("more than 3,000", None), ("some 2,000", "rounded")],
)
def test_a_bound_that_holds_for_the_exact_figure_rounds_it(new: str, detail: str | None) -> None:
    found = told(
        "The board asked 2,300 sailors in the spring, and each third wants a lamp.",
        f"Each third sailor wants a lamp, according to the board, which asked {new} sailors.",
        before="",
    )
    assert [one.detail for one in found if one.kind == "figure"] == [detail]


def test_as_many_as_is_the_most_there_can_be() -> None:
    found = told("As many as 40 sailors wait on the pier.", "Up to 40 sailors wait on the pier.")
    assert all(one.kind != "figure" for one in found)


def test_a_range_and_its_upper_end_as_the_most_are_two_figures() -> None:
    found = told("Between 30 and 50 ferries are to be sold.", "Up to 50 ferries are to be sold.")
    assert [one.kind for one in found if one.weight == "substance"] == ["figure"]
