"""The generator of stories: exact offsets, sound lineages, varied texts."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from functools import cache
from itertools import combinations
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.generator import Planted, SyntheticStory, corpus, story
from evaluation.generator.ground_truth import Version
from evaluation.generator.word_lists import KINDS
from retold.model import ChangeKind

pytestmark = pytest.mark.long

WHOLE = {"attribution", "cut", "added", "moved", "lede"}  # kinds whose places are sentences
SEEDS = range(200)


@cache
def made(seed: int) -> SyntheticStory:
    return story(seed)


def words(text: str) -> list[str]:
    """Words in lower case without what a neighbour decides: a or an."""
    return [word for word in re.findall(r"\w+", text.lower()) if word not in ("a", "an")]


def grams(text: str, length: int = 5) -> set[tuple[str, ...]]:
    found = re.findall(r"\w+", text.lower())
    return {tuple(found[at : at + length]) for at in range(len(found) - length + 1)}


def outside(text: str, spans: list[tuple[int, int]]) -> list[str]:
    """The words of a text that no span covers."""
    kept = list(text)
    for start, end in spans:
        kept[start:end] = " " * (end - start)
    return words("".join(kept))


@pytest.mark.parametrize("first", range(0, 200, 50))
def test_every_place_of_a_change_holds_what_it_says(first: int) -> None:
    """Before stands at the source's places, after at the copy's, for every kind but attribution."""
    for seed in range(first, first + 50):
        told = made(seed)
        for changes in told.changes.values():
            for one in changes:
                if one.kind == "attribution":
                    continue
                assert " ".join(told.texts[one.source][a:b] for a, b in one.source_spans) == one.before
                assert " ".join(told.texts[one.copy][a:b] for a, b in one.copy_spans) == one.after


@pytest.mark.parametrize("first", range(0, 200, 50))
def test_outside_its_changes_a_copy_says_what_its_source_says(first: int) -> None:
    """The list is complete: with all changed places taken out, source and copy are the same words."""
    for seed in range(first, first + 50):
        told = made(seed)
        for (source, copy), changes in told.changes.items():
            if told.parents[copy][0] != source:
                continue
            left = outside(told.texts[source], [span for one in changes for span in one.source_spans])
            right = outside(told.texts[copy], [span for one in changes for span in one.copy_spans])
            assert left == right, (seed, source, copy)


def test_siblings_of_an_unseen_source_are_compared_as_exactly() -> None:
    """What differs between two versions is known for any pair, not only along edges."""
    for seed in range(60):
        told = made(seed)
        for a, b in told.siblings:
            changes = told.changes_between(a, b)
            left = outside(told.texts[a], [span for one in changes for span in one.source_spans])
            right = outside(told.texts[b], [span for one in changes for span in one.copy_spans])
            assert left == right, (seed, a, b)


def test_every_kind_of_change_is_planted_and_no_other() -> None:
    kinds = {one.kind for seed in range(60) for changes in made(seed).changes.values() for one in changes}
    assert kinds == set(get_args(ChangeKind)) - {"sense"}  # no edit turns what a sentence says


def test_a_change_has_a_place_on_at_least_one_side() -> None:
    for seed in SEEDS:
        for changes in made(seed).changes.values():
            assert all(one.source_spans or one.copy_spans for one in changes)


def test_style_never_changes_a_value() -> None:
    """Digits of a style change are the same number, or one side is a word."""
    for seed in SEEDS:
        for changes in made(seed).changes.values():
            for one in changes:
                digits = [re.sub(r"\D", "", text) for text in (one.before, one.after)]
                assert one.kind != "style" or digits[0] == digits[1] or not all(digits), one


def test_the_lineage_is_acyclic_and_its_origins_are_its_roots() -> None:
    for seed in SEEDS:
        told = made(seed)
        done: set[str] = set()
        open_nodes = dict(told.parents)
        while open_nodes:
            ready = [node for node, parents in open_nodes.items() if set(parents) <= done]
            assert ready, f"a circle in story {seed}"
            done.update(ready)
            open_nodes = {node: parents for node, parents in open_nodes.items() if node not in done}
        assert told.origins == sorted(node for node, parents in told.parents.items() if not parents)


def test_an_unseen_source_has_two_copies_in_the_pile() -> None:
    for seed in SEEDS:
        told = made(seed)
        ids = {one.id for one in told.articles}
        for node in told.unseen:
            assert node not in ids
            assert sum(node in told.parents[one] for one in ids) >= 2


def test_a_copy_is_published_after_its_sources_where_clocks_are_right() -> None:
    for seed in SEEDS:
        told = made(seed)
        when = {one.id: str(one.published) for one in told.articles if one.id not in told.wrong_clocks}
        for source, copy in told.edges:
            if source in when and copy in when:
                assert when[source] < when[copy]


def test_clock_errors_stay_within_two_days_and_can_be_turned_off() -> None:
    assert not story(5, clock_errors=0).wrong_clocks
    assert len(story(5, clock_errors=1).wrong_clocks) == len(story(5).articles)


def test_options_shape_the_story() -> None:
    told = story(11, size=9, own_reports=2, unseen=0, contamination=0)
    assert len(told.articles) == 9
    assert not told.unseen
    assert all(len(parents) < 2 for parents in told.parents.values())
    assert sum(not told.parents[one.id] for one in told.articles) >= 3
    assert all(one.published is None for one in story(11, hidden=True).articles)
    assert all(one.published is None for one in story(11, with_times=False).articles)


def test_contamination_gives_a_copy_two_parents_of_different_reports() -> None:
    told = [story(seed, size=10, own_reports=1, contamination=1, unseen=0) for seed in range(12)]
    second = [(one, edge) for one in told for edge in one.second_edges()]
    assert len(second) >= 12
    for one, (source, copy) in second:
        shared = grams(one.texts[source]) & grams(one.texts[copy])
        assert len(shared - grams(one.texts[one.parents[copy][0]])) >= 3


@settings(max_examples=25, deadline=None)
@given(st.integers(min_value=0, max_value=10**9), st.integers(min_value=2, max_value=9))
def test_any_seed_and_size_makes_a_story(seed: int, size: int) -> None:
    told = story(seed, size=size)
    assert len({one.id for one in told.articles}) == len(told.articles) >= size
    assert all(len(one.text.split()) > 40 for one in told.articles)


def test_statements_stand_where_they_are_said_to() -> None:
    """The words of a direct quotation stand between marks, and the speaker has a full name."""
    for seed in range(80):
        told = made(seed)
        for ident, statements in told.statements.items():
            text = told.texts[ident]
            for one in statements:
                assert " " in one.speaker or not one.speaker
                for start, end in one.content if one.kind == "direct" else ():
                    assert text[start - 1] in '“"' and text[end : end + 2].strip(",.")[:1] in ("”", '"'), one


def test_claims_know_their_carriers_readings_and_origins() -> None:
    for seed in range(80):
        told = made(seed)
        nodes = set(told.parents)
        for claim in told.claims:
            assert set(claim.origins) <= nodes and claim.origins
            assert {ident for one in claim.readings for ident, _ in one.carriers} == set(claim.carriers)
            for one in claim.readings:
                for ident, (start, end) in one.carriers:
                    assert told.texts[ident][start:end].strip()


def test_a_figure_that_no_outlet_changed_has_one_reading() -> None:
    told = story(3, size=3, own_reports=0, unseen=0)
    changed = any(one.kind == "figure" for changes in told.changes.values() for one in changes)
    figures = [claim for claim in told.claims if claim.kind == "figure"]
    assert figures
    assert changed or all(len(claim.readings) == 1 for claim in figures)


def test_two_stories_of_one_seed_are_the_same_in_every_process() -> None:
    """Neither the hash seed nor what was made before matters."""
    code = (
        "import hashlib; from evaluation.generator import corpus; made = corpus(5, 3, 3);"
        "told = repr([(a.id, a.text, a.published, a.title, a.outlet) for a in made.articles]);"
        "told += repr([s.changes for s in made.stories]) + repr([s.claims for s in made.stories]);"
        "print(hashlib.sha256(told.encode()).hexdigest())"
    )
    prints = set()
    for hash_seed in ("1", "77"):
        env = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": os.pathsep.join(["src", "."])}
        ran = subprocess.run(
            [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True
        )
        prints.add(ran.stdout.strip())
    story(1)
    again = corpus(5, 3, 3)
    told = repr([(a.id, a.text, a.published, a.title, a.outlet) for a in again.articles])
    told += repr([s.changes for s in again.stories]) + repr([s.claims for s in again.stories])
    prints.add(hashlib.sha256(told.encode()).hexdigest())
    assert len(prints) == 1


def test_unrelated_articles_share_few_five_grams() -> None:
    texts = [one.text for one in corpus(2, 0, 80).articles]
    taken = [grams(text) for text in texts]
    shares = [len(a & b) / min(len(a), len(b)) for a, b in combinations(taken, 2)]
    assert sum(shares) / len(shares) < 0.002
    assert sum(share > 0.03 for share in shares) / len(shares) < 0.005


def test_reports_of_one_event_share_facts_but_not_sentences() -> None:
    """An own report names the same town and figures; it shares no long run of words but a quotation."""
    shares = []
    for seed in range(30):
        told = story(seed, size=6, own_reports=2, unseen=0, contamination=0)
        roots = [one for one in told.origins if one in told.statements]
        for a, b in combinations(roots, 2):
            one, two = grams(told.texts[a]), grams(told.texts[b])
            shares.append(len(one & two) / min(len(one), len(two)))
    assert sum(shares) / len(shares) < 0.08


def test_a_corpus_mixes_everything_in_no_order() -> None:
    made_corpus = corpus(9, 2, 5)
    assert len(made_corpus.unrelated) == 5
    ids = [one.id for one in made_corpus.articles]
    assert len(set(ids)) == len(ids) == 5 + sum(len(one.articles) for one in made_corpus.stories)


def test_there_are_many_kinds_of_events() -> None:
    assert len(KINDS) >= 12
    assert len({made(seed).kind for seed in SEEDS}) == len(KINDS)


def test_a_change_reads_the_same_backwards() -> None:
    """Turned round, cut becomes added and before becomes after."""

    def turned(one: Planted) -> tuple[object, ...]:
        kind = {"cut": "added", "added": "cut"}.get(one.kind, one.kind)
        return (kind, one.copy_spans, one.source_spans, one.after, one.before)

    for seed in range(40):
        told = made(seed)
        for a, b in told.edges:
            forth = [
                (o.kind, o.source_spans, o.copy_spans, o.before, o.after) for o in told.changes_between(a, b)
            ]
            back = [turned(one) for one in told.changes_between(b, a)]
            unmoved = [sorted(rows, key=repr) for rows in (forth, back)]
            assert [r for r in unmoved[0] if r[0] != "moved"] == [r for r in unmoved[1] if r[0] != "moved"]


def differences(source: Version, copy: Version) -> float:
    """Unlike readings of the places that both have, and a little for what only one has."""
    ours = {piece.key: piece for _, piece in source.doc.pieces()}
    theirs = {piece.key: piece for _, piece in copy.doc.pieces()}
    unlike = sum(ours[key].value != theirs[key].value for key in ours.keys() & theirs.keys())
    slips = sum(bool(ours[key].flaw) != bool(theirs[key].flaw) for key in ours.keys() & theirs.keys())
    return 10 * (unlike + slips) + len(theirs.keys() - ours.keys()) + 0.2 * len(ours.keys() - theirs.keys())


def test_the_lineage_can_be_known_from_the_readings() -> None:
    """Hard but fair: with every source in the pile and right clocks, the fewest differences tell the source."""
    asked = right = 0
    for seed in range(40):
        told = story(f"fair {seed}", unseen=0, clock_errors=0, contamination=0)
        when = {one.id: str(one.published) for one in told.articles}
        for copy, parents in told.parents.items():
            earlier = [one for one in told.parents if when[one] < when[copy]]
            if parents:
                costs = {one: differences(told.versions[one], told.versions[copy]) for one in earlier}
                asked += 1
                right += min(costs, key=lambda one: costs[one]) == parents[0]
    assert right / asked > 0.92
