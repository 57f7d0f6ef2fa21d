"""The page in a browser: what is clicked shows its characters, every state has an address, nothing leaks."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from retold.archive.store import Trace
from retold.views import findings, index, loci
from tests.browser.conftest import Opened

pytestmark = pytest.mark.long


def test_every_finding_leads_to_the_characters_of_its_spans(
    opened: Opened, folder: Path, trace: Trace
) -> None:
    page = opened((folder / "crane.html").as_uri())
    found = index.of_trace(trace)
    every = {one.anchor: one for one in findings.of_loci(loci.of_story(found, "s1"), found)}
    linked = page.eval_on_selector_all(
        ".findings > li", "all => all.filter(one => one.querySelector('a.go')).map(one => one.id)"
    )
    assert linked and set(linked) == {a for a, one in every.items() if one.locus.weight == "substance"}
    for anchor in linked:
        page.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)")
        link = page.locator(f'[id="{anchor}"] a.go')
        aim = str(link.get_attribute("href"))[1:]
        link.click()
        page.wait_for_function("aim => (document.querySelector('.aim') || {}).id === aim", arg=aim)
        lit = page.evaluate(_LIT)
        spans = [span for reading in every[anchor].locus.readings for span in reading.spans]
        assert _letters(lit) in {
            _letters(span.of(found.articles[str(span.article)].text)) for span in spans
        }, anchor


_LIT = """() => {
  const aim = document.querySelector('.aim');
  const pieces = [aim, ...document.querySelectorAll('mark.on')].filter(one => one && one.offsetParent);
  const own = pieces.filter((one, n) => !pieces.some((other, m) => m !== n && other.contains(one)));
  return own.map(one => { const copy = one.cloneNode(true); copy.querySelectorAll('small').forEach(s => s.remove()); return copy.textContent; }).join('');
}"""


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


STATES = {
    "a version": "table.lt tbody tr:nth-child(3) th.v",
    "a reading": "table.lt tbody tr:nth-child(2) td.c[data-r]",
    "a layer": ".layers .l-style",
    "a fold": "section .versions details summary",
    "a pair": ".pairs details.pair summary",
}
_STATE = """() => [
  [...document.querySelectorAll('details')].map(one => one.open), [...document.querySelectorAll('input[type=checkbox]')].map(one => one.checked),
  [...document.querySelectorAll('table.lt *')].map(one => one.className.baseVal ?? one.className), [...document.querySelectorAll('.on, .aim')].map(one => one.id),
]"""


@pytest.mark.parametrize("what", STATES)
def test_a_state_has_an_address_that_gives_it_again(opened: Opened, folder: Path, what: str) -> None:
    page = opened((folder / "crane.html").as_uri())
    begun = page.evaluate(_STATE)
    page.locator(STATES[what]).first.click()
    page.wait_for_function("() => location.hash.length > 1")
    state = page.evaluate(_STATE)
    assert state != begun
    page.reload()
    assert page.evaluate(_STATE) == state
    other = opened(page.url)
    assert other.evaluate(_STATE) == state
    assert not page.faults and not other.faults


def test_several_states_share_one_address_and_leaving_them_takes_it_away(
    opened: Opened, folder: Path
) -> None:
    page = opened((folder / "crane.html").as_uri())
    for what in ("a layer", "a version", "a fold"):
        page.locator(STATES[what]).first.click()
    page.wait_for_function(
        "() => /o=/.test(location.hash) && /l=/.test(location.hash) && /v=/.test(location.hash)"
    )
    state = page.evaluate(_STATE)
    page.reload()
    assert page.evaluate(_STATE) == state
    for what in ("a layer", "a version", "a fold"):
        page.locator(STATES[what]).first.click()
    page.wait_for_function("() => location.hash === ''")


def test_filters_of_an_index_in_a_file_have_an_address(opened: Opened, folder: Path) -> None:
    page = opened((folder / "pile" / "index.html").as_uri())
    page.locator("form.facets input[name=k]").first.check()
    page.keyboard.press("/")
    page.keyboard.type("zeppelin")
    assert page.locator("table.pt tbody tr:visible").count() == 0
    page.reload()
    assert page.locator("form.facets input[name=k]").first.is_checked()
    assert page.input_value("form.facets input[type=search]") == "zeppelin"
    assert page.inner_text(".hits") == "0 stories"
    page.fill("form.facets input[type=search]", "")
    assert page.locator("table.pt tbody tr:visible").count() == 1
    page.click("table.pt a")
    assert page.locator("article.story").count() == 1 and not page.faults


def test_keys_go_from_finding_to_finding(opened: Opened, folder: Path) -> None:
    page = opened((folder / "crane.html").as_uri())
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.evaluate("() => document.querySelectorAll('.findings > li')[1].id")
    assert unquote(page.url).endswith(f"#{second}")
    page.reload()
    assert page.eval_on_selector(".aim", "one => one.id") == second


@pytest.mark.parametrize("name", ["crane.html", "hostile.html"])
def test_a_page_asks_nothing_of_any_network_and_runs_nothing_of_an_article(
    opened: Opened, folder: Path, name: str
) -> None:
    page = opened((folder / name).as_uri())
    page.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)")
    page.wait_for_timeout(200)
    assert page.asked == [(folder / name).as_uri()]
    assert page.faults == []
    assert (
        page.evaluate(
            "() => [...document.querySelectorAll('body [onerror], body [onload], body script')].length"
        )
        == 1
    )
    links = page.eval_on_selector_all("a[href]", "all => all.map(one => one.getAttribute('href'))")
    assert not [link for link in links if link.lower().startswith(("javascript:", "data:"))]
    assert "49" not in page.inner_text("h1")


def test_a_page_reads_without_script(opened: Opened, folder: Path) -> None:
    page = opened((folder / "crane.html").as_uri(), java_script_enabled=False)
    assert page.locator("h1").count() == 1 and page.locator(".findings > li").count() > 2


@pytest.mark.parametrize("width", [320, 768, 1440])
def test_no_page_is_wider_than_its_window(opened: Opened, folder: Path, width: int) -> None:
    for name in ("crane.html", "hostile.html"):
        page = opened((folder / name).as_uri(), viewport={"width": width, "height": 900})
        page.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)")
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width, name


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 768, 1440])
def test_axe_finds_nothing(opened: Opened, folder: Path, server: str, width: int, scheme: str) -> None:
    how = {"viewport": {"width": width, "height": 900}, "color_scheme": scheme, "bypass_csp": True}
    story = f"{server}stories/s1"
    for address in (
        (folder / "crane.html").as_uri(),
        server,
        story,
        f"{server}search?q=crane",
        f"{server}new",
    ):
        page = opened(address, **how)
        page.evaluate("() => document.querySelectorAll('details').forEach(one => one.open = true)")
        assert _violations(page) == [], (address, width, scheme)


def test_axe_does_find_what_is_wrong(opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text(
        "<!DOCTYPE html><title>x</title><img src='x.png'><p style='color:#ddd'>pale</p>"
    )
    found = " ".join(_violations(opened((tmp_path / "bad.html").as_uri())))
    assert "image-alt" in found and "color-contrast" in found


def _violations(page: Any) -> list[str]:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    found = axe.run(page).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in found]
