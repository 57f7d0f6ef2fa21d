"""Who carries some words, in whose mouth, from which origin."""

from __future__ import annotations

import pytest

import retold
from retold.archive.store import Trace
from retold.errors import InputError
from retold.model import Derivation, Lineage, Node
from retold.views import finding
from tests.samples import ferry_articles


def test_every_carrier_is_named_with_whose_mouth_it_is_in(trace: Trace) -> None:
    found = finding.found(trace, "nobody asked us about the BOLTS")
    mouths = {one.article: one.speaker for one in found}
    assert mouths["beacon"] == "Ivo Tarrant" and mouths["observer"] == "Signe Aldous"
    assert len(mouths) == 7 and "voice" not in mouths
    assert finding.sentence(found) == (
        "7 articles carry these words, going back to 1 origin, in 2 mouths: Ivo Tarrant (5) and Signe Aldous (2)."
    )


def test_words_that_come_from_an_unseen_source_are_traced_to_it(trace: Trace) -> None:
    found = finding.found(trace, "Nobody asked us about the bolts")
    assert {name for one in found for name in one.origin_names} == {"Saltmarsh Wire"}


def test_words_that_one_version_put_in_begin_with_it(trace: Trace) -> None:
    (found,) = finding.found(trace, "eleven lorries turned away")
    assert found.article == "evening" and found.origins == ("evening",)


def test_what_a_version_made_of_the_words_is_named_too() -> None:
    found = finding.found(retold.trace(ferry_articles()), "with ninety passengers")
    assert {one.article: one.how for one in found} == {
        "a0": "word for word",
        "a1": "altered",
        "a3": "word for word",
    }
    assert next(one for one in found if one.how == "altered").words == "with some eighty passengers"


def test_marks_case_accents_and_spacing_do_not_count(trace: Trace) -> None:
    one = finding.found(trace, '"it went over SLOWLY — like a tree,"')
    assert [f.article for f in one] == ["voice"]
    assert one[0].span.of(next(a.text for a in trace.articles if a.id == "voice")) == one[0].words


def test_a_part_of_a_word_is_not_the_word(trace: Trace) -> None:
    assert finding.found(trace, "olts") == []


def test_where_nobody_has_the_words_the_nearest_are_given(trace: Trace) -> None:
    found = finding.found(trace, "Nobody ever asked us about those bolts")
    assert {one.how for one in found} == {"near"} and len({one.article for one in found}) == 7
    assert "something like these words" in finding.sentence(found)


def test_few_letters_are_not_looked_for_roughly(trace: Trace) -> None:
    assert finding.found(trace, "quoy") == []


def test_words_in_no_article_are_said_to_be_so(trace: Trace) -> None:
    assert finding.sentence(finding.found(trace, "the lighthouse keeper's umbrella")).startswith("No article")


def test_marks_alone_are_refused(trace: Trace) -> None:
    with pytest.raises(InputError, match="no letter or figure"):
        finding.found(trace, "“…”")


def test_where_nothing_tells_which_came_first_both_are_named() -> None:
    from dataclasses import replace

    articles = ferry_articles()[:2]
    made = retold.trace(articles)
    story = made.stories[0].id
    nodes = tuple(Node(a.id, None, True, 1.0) for a in articles)
    loose = Lineage(nodes, (Derivation("a0", "a1", False, 0.6),), ("a0",), (1, 1))
    found = finding.found(replace(made, lineages={story: loose}), "towed the Alma free before noon")
    assert {one.origin_names for one in found} == {("Post 0 or Post 1",)}
