"""Letters that a reader passed on: what is told is the letter below, with its sender, day and subject."""

from __future__ import annotations

from pathlib import Path

import pytest

from retold.model import Article
from retold.readers import forwarded, read
from retold.settings import Clean

BELOW = (
    "The ferry to Gull Rock ran late on Monday. Nobody on the quay seemed to mind it, and the lamp was lit."
)
MARKS = {
    "---------- Forwarded message ---------": ("From", "Date", "Subject"),
    "Begin forwarded message:": ("From", "Date", "Subject"),
    "-------- Weitergeleitete Nachricht --------": ("Von", "Datum", "Betreff"),
}


def passed_on(above: str, mark: str = "---- Forwarded message ----", *names: str) -> str:
    sender, day, subject = names or ("From", "Date", "Subject")
    head = f"{sender}: Quenby Echo <desk@echo.example>\n{day}: Mon, Mar 4, 2019 at 8:00 AM\n{subject}: Ferry late"
    return f"{above}\n\n{mark}\n{head}\n\n\n{BELOW}\n"


@pytest.mark.parametrize("mark", MARKS)
def test_the_letter_stands_below_the_line_that_programs_write(mark: str) -> None:
    found = forwarded.letter(passed_on("Look at this.", mark, *MARKS[mark]))
    assert found is not None
    assert (found.sender, found.subject) == ("Quenby Echo <desk@echo.example>", "Ferry late")
    assert found.text.strip() == BELOW


def test_a_text_with_such_a_line_and_no_sender_below_passes_on_nothing() -> None:
    assert forwarded.letter(f"He typed\n\n---- Forwarded message ----\n\n{BELOW}") is None


def letter(tmp_path: Path, text: str) -> Article:
    head = "From: Ada Rolm <ada@gull.example>\nTo: b@gull.example\nSubject: Fwd: Ferry late\nDate: Tue, 05 Mar 2019 09:00:00 +0000\n"
    (tmp_path / "one.eml").write_text(f"{head}Content-Type: text/plain; charset=utf-8\n\n{text}", "utf-8")
    (found,) = (one for one in read([tmp_path / "one.eml"], Clean()) if isinstance(one, Article))
    return found


def test_a_letter_that_only_passes_another_on_is_that_one(tmp_path: Path) -> None:
    found = letter(tmp_path, passed_on("See below."))
    assert (found.outlet, found.title, str(found.published)[:10]) == (
        "Quenby Echo",
        "Ferry late",
        "2019-03-04",
    )
    assert found.text == BELOW


def test_one_that_says_much_itself_stays_its_writers(tmp_path: Path) -> None:
    above = " ".join(["I was on that ferry and I tell it otherwise, from the first rope to the last."] * 4)
    assert letter(tmp_path, passed_on(above)).outlet == "Ada Rolm"


HEADED = "From: Quenby Echo <desk@echo.example>\nSent: Monday, March 4, 2019 8:00 AM\nTo: b@gull.example\nSubject: Ferry late\n\n"


def test_headers_below_a_blank_line_need_no_mark_above_them(tmp_path: Path) -> None:
    assert letter(tmp_path, f"See below.\n\n{HEADED}{BELOW}").outlet == "Quenby Echo"
    above = " ".join(["I was on that ferry and I tell it otherwise."] * 8)
    found = letter(tmp_path, f"{above}\n\n{HEADED}{BELOW}")
    assert (found.outlet, found.text) == ("Ada Rolm", above)


def test_a_sentence_that_opens_as_a_header_passes_on_nothing(tmp_path: Path) -> None:
    text = f"{BELOW}\n\nFrom: nobody knows where.\nTo: the rock.\n\nIt went."
    assert letter(tmp_path, text).text == text
