"""Who did it and whom it was done to, exchanged; and what only looks like a change of who speaks or is credited."""

from __future__ import annotations

import pytest

import retold
from retold import Article
from retold.model import Change
from retold.steps.changes.finders import retold_quotations
from retold.steps.changes.kinds import KINDS
from tests.steps.changes.test_changes import BODY, told, within


def turned(old: str, new: str) -> list[tuple[str | None, str | None]]:
    found = [one for one in within(old, new) if one.kind == "sense" and one.detail == "agent"]
    assert all(one.weight == "substance" for one in found)
    return [(one.before, one.after) for one in found]


@pytest.mark.parametrize(
    ("old", "new", "reading"),
    [
        (
            "Tarn Rovers beat Elm Bay by a goal on Sunday to win the cup.",
            "Elm Bay beat Tarn Rovers by a goal on Sunday to win the cup.",
            ("Tarn Rovers beat Elm Bay", "Elm Bay beat Tarn Rovers"),
        ),
        (
            "In the yard the guard struck the porter before the gates were shut.",
            "In the yard the porter struck the guard before the gates were shut.",
            ("guard struck the porter", "porter struck the guard"),
        ),
    ],
)
def test_a_deed_with_its_parties_exchanged_turns_the_sentence(
    old: str, new: str, reading: tuple[str, str]
) -> None:
    assert turned(old, new) == [reading]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "Tarn met Elm on Sunday in the first round of the cup.",
            "Elm met Tarn on Sunday in the first round of the cup.",
        ),
        (
            "The guard struck the porter before the gates were shut.",
            "The porter was struck by the guard before the gates were shut.",
        ),
        ("Tarn and Elm will share the cup for a year.", "Elm and Tarn will share the cup for a year."),
    ],
)
def test_what_is_the_same_the_other_way_round_turns_nothing(old: str, new: str) -> None:
    assert turned(old, new) == []


def test_a_speaker_whose_words_moved_is_not_left_out() -> None:
    old = (
        "The chapel will return six bells to the town of Ostrany, its keepers said on Monday.\n\n"
        "The bells were taken in a war. “They were never ours,” said the dean, Mara Lind.\n\n"
        "Singers, who had camped in the yard since the spring, welcomed it."
    )
    new = (
        "Singers who had camped in the yard since the spring welcomed the plan to return six bells to the town of "
        "Ostrany.\n\nThe chapel will return the bells, its keepers said on Monday. “They were never ours,” said the "
        "dean, Mara Lind.\n\nThe bells were taken in a war."
    )
    assert [one for one in told(old, new) if one.kind == "attribution"] == []


def test_a_last_sentence_that_tells_how_somebody_came_is_no_credit() -> None:
    report = (
        "The bridge at Elm was opened on Friday. It cost more than the town had, and it took two years.\n\n"
    )
    found = told(
        report + "Mara Lind came by car, she admitted, for her knee hurt.",
        report + "Mara Lind came by car, she admitted.",
    )
    assert [one.kind for one in found] == ["cut"]


def test_another_verb_of_saying_behind_a_role_and_its_name_is_told() -> None:
    middles = (
        "The mayor, Jan Orme, said the toll would stay.",
        "The mayor, Jan Orme, claimed the toll would stay.",
    )
    old, new = (Article(name, BODY.format(middle=one)) for name, one in zip("ab", middles, strict=True))
    found = retold.compare(old, new).changes
    assert [(one.kind, one.detail, one.before, one.after) for one in found] == [
        ("attribution", "cue", "said", "claimed")
    ]


def compared(old: str, new: str) -> list[Change]:
    a, b = (Article(name, BODY.format(middle=one)) for name, one in zip("ab", (old, new), strict=True))
    return list(retold.compare(a, b).changes)


def test_two_names_that_change_places_are_no_other_names() -> None:
    found = compared(
        "Tarn faces Elm in court in May over the dam. It was built by hand.",
        "Elm faces Tarn in court in May over the dam. It was built by hand.",
    )
    assert [one for one in found if one.kind in ("name", "sense")] == []


@pytest.mark.parametrize(
    ("quoted", "plain"),
    [
        (
            "“I am leaving because I am tired,” the cook, Jan Orme, told guests.",
            "The cook, Jan Orme, told guests he was leaving because he was tired.",
        ),
        (
            "“We have found rot in eleven of the forty frames,” said Mara Lind, the yard's chief.",
            "The yard's chief, Mara Lind, said rot had been found in 11 of the 40 frames and that she was sorry.",
        ),
    ],
)
def test_a_quotation_told_in_plain_words_is_no_cut(quoted: str, plain: str) -> None:
    for old, new, detail in ((quoted, plain, "no longer quoted"), (plain, quoted, "newly quoted")):
        found = compared(old, new)
        assert [one.detail for one in found if one.kind == "quotation"] == [detail]
        assert not [
            one for one in found if one.kind in ("cut", "added") and one.detail == "words of a speaker"
        ]


def test_a_quotation_told_in_plain_words_is_of_the_kind_quotation() -> None:
    finders = [one.find for one in KINDS.of("quotation").finders]
    assert retold_quotations.retold_quotations in finders


def test_plain_words_of_another_matter_are_no_quotation_retold() -> None:
    found = compared(
        "“I am leaving because I am tired,” the cook, Jan Orme, told guests.",
        "The cook, Jan Orme, told guests he was buying because it was cheap.",
    )
    assert [one for one in found if one.detail == "no longer quoted"] == []


def test_who_was_accused_and_is_no_longer_did_it() -> None:
    found = compared(
        "A clerk accused of taking the funds was sent home.", "A clerk who took the funds was sent home."
    )
    assert ("hedge", "accused of", "") in [(one.kind, one.before, one.after) for one in found]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("The board paid the crews on Friday.", "The board failed to pay the crews on Friday.", "failed to"),
        (
            "The dean apologised to the singers.",
            "The dean refused to apologise to the singers.",
            "refused to",
        ),
    ],
)
def test_a_deed_left_undone_turns_the_sentence(old: str, new: str, words: str) -> None:
    (one,) = [change for change in compared(old, new) if change.kind == "sense"]
    assert (one.weight, one.detail) == ("substance", "negation")
    assert words in (one.after or "")


def test_what_was_not_done_either_way_turns_nothing() -> None:
    found = compared(
        "The board did not pay the crews on Friday.", "The board failed to pay the crews on Friday."
    )
    assert [one for one in found if one.kind == "sense"] == []


def test_a_length_in_another_unit_is_no_other_figure() -> None:
    found = compared(
        "The mast, 120 metres high, will be torn down.", "The mast, 394 feet high, will be torn down."
    )
    assert [one.weight for one in found if one.kind in ("figure", "sense")] in ([], ["style"])
    other = compared(
        "The mast, 120 metres high, will be torn down.", "The mast, 520 feet high, will be torn down."
    )
    assert "figure" in [one.kind for one in other if one.weight == "substance"]


@pytest.mark.parametrize(
    ("old", "new", "reading"),
    [
        (
            "The younger cook sued the hotel last year over his pay.",
            "The hotel sued the younger cook last year over his pay.",
            ("younger cook sued the hotel", "hotel sued the younger cook"),
        ),
        (
            "The bailiff was bitten by the dog on Sunday at the mill.",
            "The dog was bitten by the bailiff on Sunday at the mill.",
            ("bailiff was bitten by the dog", "dog was bitten by the bailiff"),
        ),
    ],
)
def test_parties_of_several_words_and_a_passive_are_exchanged_too(
    old: str, new: str, reading: tuple[str, str]
) -> None:
    assert turned(old, new) == [reading]


def test_the_same_deed_in_the_passive_turns_nothing() -> None:
    assert turned("Tarn was hit by Elm in the yard on Sunday.", "Elm hit Tarn in the yard on Sunday.") == []


@pytest.mark.parametrize(
    ("old", "new", "doer"),
    [
        ("Nine men were arrested by police at the weir.", "Nine men were arrested at the weir.", "by police"),
        ("The pump had been turned off by a guard, she found.", "The pump had been turned off, she found.", "by a guard"),
        ("The plan was drawn up by Ana Brisk in June.", "The plan was drawn up in June.", "by Ana Brisk"),
    ],
)  # fmt: skip
def test_who_did_it_cut_behind_a_passive_is_a_doer_left_out(old: str, new: str, doer: str) -> None:
    assert turned(old, new) == [(doer, "")]


@pytest.mark.parametrize(
    "how", ["by mistake", "by noon", "by the storm", "by hand", "by the lake", "by 1890"]
)
def test_how_when_and_where_it_was_done_name_no_doer(how: str) -> None:
    assert turned(f"The barge was moved {how} to the weir.", "The barge was moved to the weir.") == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # the next sentence tells of somebody else
        ("The pilot declined to wait. Quay Lines declined to pay.", "Quay Lines declined to pay."),
        # one word in common does not make it one deed
        (
            "Brisk charged a former porter of the Trent works with theft.",
            "None of the Trent men have been charged with theft.",
        ),
        # in a letter sent: nobody tells what was done
        ("The harbour sent a letter to the court on Friday.", "In a letter sent to the court on Friday, it asked for time."),
        # it's is it is
        ("The trial is long, but it's intended to give time.", "The trial, though, is intended to give time."),
        # the other version has the doer before the verb
        ("It cuts the rise that was stopped by the mayor last year.", "It cuts the rise Tolm stopped last year."),
    ],
)  # fmt: skip
def test_what_only_shares_a_verb_leaves_no_doer_out(old: str, new: str) -> None:
    assert turned(old, new) == []
    assert turned(new, old) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "The Crier said the two lines were close to a deal.",
            "The two lines said they were close to a deal.",
        ),
        (
            "The guards came late, and Brisk said the zoo had hoped for it.",
            "The guards came late, the zoo said.",
        ),
    ],
)
def test_who_speaks_is_no_doer(old: str, new: str) -> None:
    a, b = (Article(name, BODY.format(middle=middle)) for name, middle in (("a", old), ("b", new)))
    assert "agent" not in {one.detail for one in retold.compare(a, b).changes}
