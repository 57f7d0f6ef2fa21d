"""The server in a browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import Opened

pytestmark = pytest.mark.long

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "harbour"


def test_filters_are_addresses_and_a_story_is_one_click_away(opened: Opened, server: str) -> None:
    page = opened(server)
    page.locator("form.facets input[name=k]").first.check()
    page.wait_for_url("**/?*k=*")
    assert page.locator("form.facets input[name=k]:checked").count() == 1
    page.click("table.pt a")
    page.wait_for_selector("article.story")
    assert all(address.startswith(server) for address in page.asked) and not page.faults


def test_a_search_finds_words_and_collates_what_is_ticked(opened: Opened, server: str) -> None:
    page = opened(server)
    page.keyboard.press("/")
    page.keyboard.type("crane")
    page.keyboard.press("Enter")
    page.wait_for_selector("ol.found mark")
    boxes = page.locator("ol.found input[type=checkbox]")
    boxes.nth(0).check()
    boxes.nth(1).check()
    page.click("main form button")
    page.wait_for_selector("article.story", timeout=120_000)
    assert not page.faults


def test_pasted_articles_are_traced_while_the_page_tells_how_far_it_is(opened: Opened, server: str) -> None:
    page = opened(f"{server}new")
    texts = [
        (EXAMPLES / f"{name}.txt").read_text(encoding="utf-8")
        for name in ("brennock-dispatch", "lissel-bay-times")
    ]
    page.fill("textarea[name=text]", "\n===\n".join(texts))
    page.click("form.new button")
    page.wait_for_url("**/jobs/*")
    page.wait_for_selector("text=To the stories", timeout=120_000)
    page.click("text=To the stories")
    page.wait_for_selector("table.pt a")
    page.click("table.pt a")
    page.wait_for_selector("article.story .findings")
    assert not page.faults


def test_files_are_taken_too(opened: Opened, server: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "The ferry to Osk was cancelled on Friday because of ice, the company said.\n"
    )
    page = opened(f"{server}new")
    page.set_input_files("input[type=file]", str(tmp_path / "a.txt"))
    page.click("form.new button")
    page.wait_for_selector("text=To the stories", timeout=120_000)


def test_a_decision_is_shown_with_who_and_is_taken_back(opened: Opened, server: str) -> None:
    page = opened(f"{server}stories/s1")
    page.locator("details.version:has(input[value=not_a_copy]) > summary").first.click()
    page.locator("details.version[open] form:has(input[value=not_a_copy]) button").first.click()
    page.wait_for_selector(".decisions li")
    assert "took text from the other" in page.inner_text(".decisions li")
    assert "Ann" in page.inner_text(".decisions li")
    page.click(".decisions li button")
    page.wait_for_selector("text=Nothing yet.")
    assert not page.faults


def test_selected_words_come_into_the_form_for_furniture(opened: Opened, server: str) -> None:
    page = opened(f"{server}stories/s1")
    passage = page.locator(".txt[data-article]").first
    words = passage.evaluate(
        "e => { const r = document.createRange(); r.selectNodeContents(e.querySelector('p')); const s = getSelection();"
        " s.removeAllRanges(); s.addRange(r); return e.querySelector('p').textContent.trim() }"
    )
    page.locator("details.furnish > summary").click()
    assert page.input_value("details.furnish textarea") == words
    assert page.input_value("details.furnish select") == passage.get_attribute("data-article")
    assert not page.faults


def test_every_button_to_decide_is_in_sight_when_it_has_the_focus(opened: Opened, server: str) -> None:
    page = opened(f"{server}stories/s1")
    late = page.locator(".one .app .late button").first
    late.focus()
    assert late.evaluate("e => getComputedStyle(e.closest('.late')).opacity") == "1"
