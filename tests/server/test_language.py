"""The pages of a server in another language than English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from retold.archive.store import Trace
from retold.server.app import application
from retold.server.guard import Access
from retold.server.served_traces import ServedTrace
from retold.settings import Settings
from tests import pseudo
from tests.server.asking import Asker
from tests.server.conftest import silent


@pytest.fixture
def speaking(trace: Trace, tmp_path: Path) -> Iterator[Asker]:
    """A server whose language puts every message of ours into marks."""
    with pseudo.spoken(tmp_path / "locale"):
        made = ServedTrace(trace, Settings(), silent, decisions=tmp_path / "decisions.jsonl")
        yield Asker(application(made, Access(), who="Ann"))
        made.close()


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{2,}", re.sub(r"\w+…|_", " ", text).lower()))


@pytest.fixture
def known(trace: Trace, tmp_path: Path) -> set[str]:
    """Words that are none of ours: of articles, of what the fixture made up (notes, evidence), of a path."""
    texts = (part for a in trace.articles for part in (a.id, a.text, a.title, a.outlet, a.byline) if part)
    notes = (part for note in trace.set_aside for part in note)
    things = (one for lineage in trace.lineages.values() for one in (*lineage.nodes, *lineage.derivations))
    evidence = (why.words for one in things for why in one.evidence)
    furniture = (why for _, why in trace.furniture)
    place = str(tmp_path / "decisions.jsonl").replace("_", " ")
    return _words(
        " ".join((*texts, *notes, *evidence, *furniture, place, "retold UTC JSON CSV GraphML trace"))
    )


def _strange(page: str, known: set[str]) -> list[str]:
    """Unmarked pieces of a page with words that are ours."""
    return [one.strip() for one in map(pseudo.unmarked, pseudo.read_of(page)) if not _words(one) <= known]


@pytest.mark.parametrize("address", ["/", "/search?q=the", "/search", "/new", "/nowhere", "/?page=0"])
def test_a_page_has_no_english_of_ours(speaking: Asker, known: set[str], address: str) -> None:
    page = speaking.get(address).text
    assert page.count("«") > 5
    assert _strange(page, known) == []


def test_the_page_of_a_story_has_none_with_its_forms(speaking: Asker, known: set[str]) -> None:
    address = re.search(r'href="(stories/[^"]+)"', speaking.get("/").text)
    assert address is not None
    page = speaking.get(f"/{address[1]}").text
    assert "«Decided by hand»" in page
    assert _strange(page, known) == []


def test_an_answer_for_machines_has_no_language(speaking: Asker) -> None:
    refused = speaking.get("/pile.json?page=0")
    assert refused.rows == {"error": "no page '0'", "cure": "pages have numbers from 1 on"}
