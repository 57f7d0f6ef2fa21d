"""The last lines of a report: a source, a place where a quotation was spoken, an address."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from retold.steps.changes import last_lines

BODY = (
    "Nessa Hale kept the lock of Tarn for forty years and was known for what she said there.\n\n"
    "“A boat that waits is a boat that leaks, and so is a man.”"
)


def found(laid: Callable, text: str) -> list[str]:
    material, _ = laid(BODY, text)
    here = material.pair.new
    return [here.text(words) for words in last_lines.last_lines(here)]


@pytest.mark.parametrize("line", ["— At the Tarn school fair 1991", "- From a letter to Ida Corrie, 1987"])
def test_a_line_behind_a_dash_below_a_quotation_says_where_it_was_spoken(laid: Callable, line: str) -> None:
    assert found(laid, f"{BODY}\n\n{line}") == []


def test_below_what_is_told_such_a_line_is_a_credit(laid: Callable) -> None:
    told = "The lock closed for good in spring.\n\n"
    assert found(laid, f"{told}{BODY.splitlines()[0]}\n\n— Quarn Press") == ["Quarn Press"]


def test_an_agency_that_signs_below_a_quotation_is_a_credit(laid: Callable) -> None:
    assert found(laid, f"{BODY}\n\n— Reuters") == ["Reuters"]


def test_a_line_that_tells_how_somebody_is_reached_is_no_credit(laid: Callable) -> None:
    assert found(laid, f"{BODY}\n\nWrite to Ida Corrie at corrie@quarn.example") == []


@pytest.mark.parametrize(
    "line", ["From November to April it is shut.", "The boat sails from Tolland at noon."]
)
def test_a_sentence_that_leads_from_somewhere_is_no_credit(laid: Callable, line: str) -> None:
    assert found(laid, f"The lock closed for good in spring.\n\n{BODY.splitlines()[0]}\n\n{line}") == []
