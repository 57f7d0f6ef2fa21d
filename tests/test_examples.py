"""The example articles and what `truth.json` says of them agree."""

from __future__ import annotations

import json
import re
from difflib import SequenceMatcher
from itertools import chain
from typing import Any

import pytest

import retold
from retold.model import Article, SetAside
from retold.readers import read
from retold.settings import Clean
from tests.conftest import ROOT

EXAMPLES = ROOT / "examples" / "harbour"
OUTLETS = 8  # the agency and seven outlets
KINDS = {
    "attribution", "figure", "date", "name", "sense", "quotation", "hedge", "loaded", "credit",
    "cut", "added", "moved", "lede", "slip", "wording", "style",
}  # fmt: skip


@pytest.fixture(scope="module")
def truth() -> dict[str, Any]:
    return json.loads((EXAMPLES / "truth.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    found = list(read([EXAMPLES], Clean()))
    assert not [one for one in found if isinstance(one, SetAside)]
    return {one.id: one for one in found if isinstance(one, Article)}


def test_the_folder_gives_the_articles_of_the_truth_and_nothing_else(articles, truth):
    assert sorted(articles) == sorted(chain.from_iterable(truth["stories"]))
    assert len({one.outlet for one in articles.values()}) == OUTLETS


def test_every_article_says_when_and_where_it_was_published(articles):
    for one in articles.values():
        assert one.outlet and one.url and one.title
        assert re.fullmatch(r"2019-03-13T\d\d:\d\d:00(Z|[+-]\d\d:\d\d)", str(one.published))


def test_a_copy_is_published_after_its_source(articles, truth):
    from retold.moments import moment

    for edge in truth["derivations"]:
        source, copy = moment(articles[edge["source"]].published), moment(articles[edge["copy"]].published)
        assert source is not None and copy is not None and source.before(copy)


def test_origins_are_the_articles_that_copy_nothing(articles, truth):
    assert set(truth["origins"]) == set(articles) - {edge["copy"] for edge in truth["derivations"]}


def test_families_hold_every_article_once_and_every_edge_inside(articles, truth):
    assert sorted(chain.from_iterable(truth["families"])) == sorted(articles)
    family = {name: i for i, names in enumerate(truth["families"]) for name in names}
    assert all(family[edge["source"]] == family[edge["copy"]] for edge in truth["derivations"])


def test_the_dispatch_is_of_the_length_of_a_dispatch(articles):
    assert 250 <= len(articles["brennock-dispatch"].text.split()) <= 450


def test_the_verbatim_reprint_is_verbatim(articles):
    assert articles["dunmarrow-gazette"].text == articles["brennock-dispatch"].text


def test_each_change_stands_on_an_edge_and_its_words_in_the_right_articles(articles, truth):
    edges = {(edge["source"], edge["copy"]) for edge in truth["derivations"]}
    for change in truth["changes"]:
        assert (change["source"], change["copy"]) in edges
        assert change["kind"] in KINDS
        if change["kind"] == "attribution":
            continue
        assert change["before"] in articles[change["source"]].text
        assert change["after"] in articles[change["copy"]].text
        assert change["before"] != change["after"] or change["kind"] == "moved" or change["before"] == ""


def test_words_said_to_be_gone_or_new_are(articles, truth):
    for change in truth["changes"]:
        source, copy = articles[change["source"]].text, articles[change["copy"]].text
        if change["kind"] in ("attribution", "moved"):
            continue
        before, after = change["before"], change["after"]
        kept = copy.count(before) >= source.count(before) if before and before not in after else False
        held = source.count(after) >= copy.count(after) if after and after not in before else False
        assert not kept and not held, change


def _words(text: str) -> list[str]:
    return re.findall(r"\w+(?:['.:-]\w+)*", text.replace("’", "'"))


def _altered(source: str, copy: str) -> list[tuple[str, str]]:
    """The stretches of words in which two texts differ."""
    a, b = _words(source), _words(copy)
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    return [(" ".join(a[i:j]), " ".join(b[k:m])) for tag, i, j, k, m in blocks if tag != "equal"]


def _without(text: str, words: str) -> str:
    return text.replace(words, " ") if words else text


def test_the_truth_leaves_no_difference_out(articles, truth):
    """Take every change listed for an edge out of both texts: what is left must be the same words."""
    merged = {edge["copy"] for edge in truth["derivations"] if "merged" in edge["how"]}
    for edge in truth["derivations"]:
        if edge["copy"] in merged and edge["source"] != "brennock-update":
            continue
        source, copy = articles[edge["source"]].text, articles[edge["copy"]].text
        for change in truth["changes"]:
            if (change["source"], change["copy"]) != (edge["source"], edge["copy"]):
                continue
            if change["kind"] == "slip":
                source = source.replace(change["before"], change["after"])
            if change["kind"] in ("attribution", "slip"):
                continue
            source, copy = _without(source, change["before"]), _without(copy, change["after"])
        left = _altered(source, copy)
        speakers = {("she said", "Mayor Ferrelard said"), ("she", "Mayor Ferrelard")}
        speakers |= {("a person familiar with the matter said", "")}
        assert set(left) <= speakers, (edge, left)


def test_a_quotation_given_to_another_stands_in_both_with_both_speakers(articles, truth):
    moved = [c for c in truth["changes"] if c["kind"] == "attribution"]
    assert any(change["after"] for change in moved)
    for change in moved:
        assert change["content"] in articles[change["source"]].text
        assert change["content"] in articles[change["copy"]].text
        for name, article in ((change["before"], change["source"]), (change["after"], change["copy"])):
            assert name is None or name in articles[article].text


def test_a_slip_stands_in_its_carriers_and_nowhere_else(articles, truth):
    for slip in truth["slips"]:
        assert {name for name, one in articles.items() if slip["wrong"] in one.text} == set(
            slip["carried_by"]
        )


def test_statements_are_words_of_their_article_by_people_it_names(articles, truth):
    speakers = set()
    for statement in truth["statements"]:
        text = articles[statement["article"]].text
        assert statement["content"] in text.replace("’", "'")
        assert statement["speaker"] in text
        speakers.add(statement["speaker"])
        for part in ("addressee", "occasion"):
            assert statement[part] is None or statement[part] in text
    assert len(speakers) >= 4


def test_what_is_no_report_is_outside_the_text(articles, truth):
    for name, lines in truth["furniture"].items():
        assert articles[name].extra["furniture"] == tuple(lines)
    for one in articles.values():
        for line in ("rights reserved", "licensed under", "Back to top", "Related stories"):
            assert line not in one.text


@pytest.fixture(scope="module")
def traced(articles):
    return retold.trace(list(articles.values()))


def test_the_program_finds_the_derivations_of_the_truth_and_no_unseen_source(traced, truth):
    (lineage,) = traced.lineages.values()
    found = {(edge.source, edge.copy) for edge in lineage.derivations}
    assert found == {(edge["source"], edge["copy"]) for edge in truth["derivations"]}
    assert all(edge.directed for edge in lineage.derivations)
    assert [node.id for node in lineage.nodes if not node.seen] == truth["unseen"]
    assert sorted(lineage.origins) == sorted(truth["origins"])


def test_the_program_finds_the_families_of_the_truth(traced, truth):
    (story,) = traced.stories
    assert sorted(map(sorted, story.families)) == sorted(map(sorted, truth["families"]))
