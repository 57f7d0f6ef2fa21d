"""A note that withdraws a report is of the story of that report."""

from __future__ import annotations

import pytest

from retold.corpus import withdrawals
from retold.corpus.articles import Corpus
from retold.model import Article
from retold.settings import Settings

NOTE = "Editors: Our story headlined “{}” is withdrawn. Do not use it. There will be no substitute."
TITLES = ("Ferry sinks off Lissel", "Mole swept away in storm", "Ferry sinks off Lissel again")


def report(name: str, title: str, day: str, outlet: str = "Brennock Wire") -> Article:
    return Article(
        name, f"Matter of {name} that nothing else has.", outlet=outlet, title=title, published=day
    )


def note(title: str, outlet: str = "Brennock Wire", day: str = "2031-05-06") -> Article:
    return Article("note", NOTE.format(title), outlet=outlet, title="KILL NOTICE", published=day)


def found(*articles: Article) -> dict[int, int]:
    return withdrawals.found(Corpus([one.id for one in articles], list(articles), None), Settings())


@pytest.mark.parametrize("title", TITLES)
def test_the_headline_tells_which_report_is_meant(title: str) -> None:
    reports = [report(f"r{n}", one, "2031-05-05") for n, one in enumerate(TITLES)]
    assert found(*reports, note(title)) == {3: TITLES.index(title)}


def test_the_last_of_several_with_one_headline_is_meant() -> None:
    takes = [report("first", TITLES[0], "2031-05-04"), report("second", TITLES[0], "2031-05-05")]
    assert found(*takes, note(TITLES[0])) == {2: 1}


@pytest.mark.parametrize(
    "other",
    [
        report("later", TITLES[0], "2031-05-09"),
        report("old", TITLES[0], "2029-05-09"),
        report("elsewhere", TITLES[0], "2031-05-05", "Lissel Herald"),
        report("short", "Ferry sinks", "2031-05-05"),
    ],
)
def test_a_report_of_another_house_or_time_is_not_meant(other: Article) -> None:
    assert found(other, note(TITLES[0] if other.id != "short" else "Ferry sinks")) == {}


def test_a_report_that_tells_of_a_withdrawal_is_no_note() -> None:
    told = "The bank has withdrawn its offer. “Ferry sinks off Lissel” is a song that the clerks sang."
    assert found(report("r", TITLES[0], "2031-05-05"), Article("s", told, outlet="Brennock Wire")) == {}


def test_a_slug_names_a_report_too() -> None:
    slugged = Article(
        "r", "Matter.", outlet="Brennock Wire", title="Sunk", extra={"slugline": "FERRY-LISSEL"}
    )
    text = "Editors: Please kill the story slugged Ferry-Lissel."
    assert found(slugged, Article("note", text, outlet="Brennock Wire", title="Kill")) == {1: 0}


def test_a_note_leaves_the_notes_that_look_like_it() -> None:
    groups = withdrawals.moved([([2, 3], 0.9), ([0, 4], 0.5)], {2: 0, 3: 1})
    assert groups == [([0, 2, 4], 0.5), ([1, 3], 1.0)]
    assert withdrawals.moved([([1, 2], 0.9)], {}) == [([1, 2], 0.9)]


def test_a_paper_that_takes_its_report_off_the_page_says_so_to_its_readers() -> None:
    words = "Editor’s note: We have removed this story because its pilot does not exist. We regret that."
    off = Article("off", words, outlet="Quay Post", title=f"Removed: {TITLES[0]}", published="2031-05-06")
    assert found(report("r", TITLES[0], "2031-05-05", "Quay Post"), off) == {1: 0}


def test_a_note_of_the_editor_on_something_else_withdraws_nothing() -> None:
    words = "Editor’s note: The pilot is a cousin of the writer. Removed stones were counted twice."
    other = Article("n", words, outlet="Quay Post", title="On our pilots", published="2031-05-06")
    assert found(report("r", TITLES[0], "2031-05-05", "Quay Post"), other) == {}


def test_a_column_of_corrections_goes_to_the_report_that_it_puts_right() -> None:
    text = "A report on the loss of a ferry (Ferry sinks off Lissel, 5 May) said that nine were saved. They were eight."
    reports = [report(f"r{n}", one, "2031-05-05") for n, one in enumerate(TITLES)]
    column = Article(
        "c", text, outlet="Brennock Wire", title="Corrections and clarifications", published="2031-05-07"
    )
    assert found(*reports, column) == {3: 0}


def kill(name: str, title: str, day: str = "2031-05-06", outlet: str = "Brennock Wire") -> Article:
    return Article(name, NOTE.format(title), outlet=outlet, title="KILL NOTICE", published=day)


PILE = [
    report("early", TITLES[0], "2031-05-03"),
    kill("k1", TITLES[0]),
    kill("k2", TITLES[1]),
    report("late", TITLES[0], "2031-05-05"),
    report("other", TITLES[1], "2031-05-05", "Lissel Herald"),
    kill("k3", TITLES[0], "2031-05-07"),
    report("again", TITLES[2], "2031-05-05"),
    kill("k4", TITLES[2], "2031-05-08"),
    kill("k5", TITLES[1], outlet="Lissel Herald"),
    report("mole", TITLES[1], "2031-05-06"),
]


@pytest.mark.parametrize("first", range(1, len(PILE)))
def test_articles_that_come_later_are_looked_at_with_what_is_known_of_the_others(first: int) -> None:
    def noted(some: list[Article], *known: object) -> dict[int, withdrawals.Named]:
        return withdrawals.noted(Corpus([one.id for one in some], some, None), Settings(), *known)  # type: ignore[arg-type]

    whole = noted(PILE)
    assert noted(PILE, noted(PILE[:first]), first) == whole
    assert withdrawals.reports(whole) == {1: 3, 2: 9, 5: 3, 7: 6, 8: 4}
