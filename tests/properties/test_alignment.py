"""What must hold for any two, or any few, texts."""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold import kernels
from retold.model import Article, Span
from retold.settings import Align, Fingerprint, Match, StoryGroups
from retold.steps import align, collate, fingerprint, match, story, words
from retold.story import comparison
from retold.tables import Alignment, Witness

pytestmark = pytest.mark.long

SETTINGS = Align()
VOCABULARY = [
    "the", "of", "a", "in", "harbour", "Brandt", "ferry", "32", "U.S.", "storm", "said", "crew", "Torvik's",
    "“calm”", "sank,", "noon.", "mayor", "港口", "—", "did not",
]  # fmt: skip
SENTENCES = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=12).map(lambda x: " ".join(x) + ".")
BASE = st.lists(SENTENCES, min_size=1, max_size=6)


@st.composite
def versions(draw: st.DrawFn, least: int = 2, most: int = 2) -> list[Witness]:
    """Texts made from one pool of sentences: dropped, moved, and with words of their own."""
    pool = draw(BASE)
    texts = []
    for _ in range(draw(st.integers(least, most))):
        chosen = draw(st.lists(st.sampled_from(pool) | SENTENCES, max_size=8))
        texts.append(draw(st.sampled_from([" ", "\n\n"])).join(chosen))
    return [witness(f"w{k}", text) for k, text in enumerate(texts)]


def witness(name: str, text: str) -> Witness:
    paragraphs = words.paragraphs(text)
    sentences = words.sentences(text, paragraphs)
    return Witness(Article(name, text), words.split(text), sentences, paragraphs)


def covers(found: Alignment) -> bool:
    left = sorted((k.a_low, k.a_high) for k in found.blocks if k.a_low < k.a_high)
    right = sorted((k.b_low, k.b_high) for k in found.blocks if k.b_low < k.b_high)
    return _tiles(left, len(found.a.words)) and _tiles(right, len(found.b.words))


def _tiles(ranges: list[tuple[int, int]], length: int) -> bool:
    ends = [0, *(high for _, high in ranges)]
    starts = [*(low for low, _ in ranges), length]
    return ends == starts


@given(versions())
def test_blocks_cover_both_texts_exactly_once(pair: list[Witness]) -> None:
    found = align.align(*pair, SETTINGS)
    assert covers(found)
    assert list(found.blocks) == sorted(found.blocks)


@given(st.text(max_size=120), st.text(max_size=120))
def test_any_characters_align(one: str, two: str) -> None:
    found = align.align(witness("a", one), witness("b", two), SETTINGS)
    assert covers(found)


@given(versions())
def test_equal_blocks_hold_equal_words_and_exact_partners(pair: list[Witness]) -> None:
    found = align.align(*pair, SETTINGS)
    for block in found.blocks:
        if block.kind == "equal":
            left = found.a.words.forms[block.a_low : block.a_high]
            assert left.tolist() == found.b.words.forms[block.b_low : block.b_high].tolist()
            assert found.to_b[block.a_low : block.a_high].tolist() == list(range(block.b_low, block.b_high))


@given(versions())
def test_partners_are_mutual(pair: list[Witness]) -> None:
    found = align.align(*pair, SETTINGS)
    for here, there in enumerate(found.to_b.tolist()):
        assert there == -1 or found.to_a[there] == here
    assert (found.to_b >= 0).sum() == (found.to_a >= 0).sum()


@given(versions())
def test_unmoved_blocks_rise_in_both_texts(pair: list[Witness]) -> None:
    found = align.align(*pair, SETTINGS)
    still = [k for k in found.blocks if not k.moved and k.a_low < k.a_high and k.b_low < k.b_high]
    assert all(one.b_high <= other.b_low for one, other in pairwise(still))


@given(versions())
def test_turning_the_pair_turns_the_alignment(pair: list[Witness]) -> None:
    forth, back = align.align(*pair, SETTINGS), align.align(*pair[::-1], SETTINGS).turned()
    assert forth.blocks == back.blocks
    assert sorted(p.a for p in forth.passages) == sorted(p.a for p in back.passages)
    assert forth.to_a.tolist() == back.to_a.tolist()


@settings(deadline=None)  # the first call compiles
@given(versions())
def test_the_compiled_kernels_align_alike(pair: list[Witness]) -> None:
    plain = align.align(*pair, SETTINGS, kernels=kernels.choose("reference"))
    fast = align.align(*pair, SETTINGS, kernels=kernels.choose("compiled"))
    assert plain.blocks == fast.blocks
    assert plain.passages == fast.passages


@given(versions(1, 5))
def test_a_collation_rebuilds_every_text_but_for_white_space(pile: list[Witness]) -> None:
    found = collate.readings(collate.collate(pile, SETTINGS))
    for k, sigil in enumerate(found.sigils):
        text = next(w.text for w in pile if w.id == sigil)
        tokens = "".join(column[k] for column in found.columns)
        if tokens:
            assert re.sub(r"\s", "", tokens) == re.sub(r"\s", "", text)
        else:
            assert not len(words.split(text))


@given(versions(2, 5), st.randoms())
def test_shuffled_witnesses_give_the_same_grid(pile: list[Witness], chance: st.DataObject) -> None:
    shuffled = list(pile)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis' random
    one, other = collate.collate(pile, SETTINGS), collate.collate(shuffled, SETTINGS)
    assert one.cells.tolist() == other.cells.tolist()
    assert one.moves == other.moves


@given(versions(2, 5))
def test_word_numbers_rise_down_every_column_and_none_is_missing(pile: list[Witness]) -> None:
    grid = collate.collate(pile, SETTINGS)
    for v, one in enumerate(grid.witnesses):
        column = grid.cells[:, v]
        assert column[column >= 0].tolist() == list(range(len(one.words)))
    assert (grid.cells >= 0).any(axis=1).all()


def traced(pile: list[Witness]) -> tuple[list[tuple[str, str]], list[story.Story]]:
    grams = fingerprint.take(pile, Fingerprint())
    pairs = match.pairs(grams, Match())
    named = [
        tuple(sorted((pile[a].id, pile[b].id)))
        for a, b in zip(pairs.a.tolist(), pairs.b.tolist(), strict=True)
    ]
    by_id = {w.id: w for w in pile}
    alignments = {(a, b): align.align(by_id[a], by_id[b], SETTINGS) for a, b in named}
    return sorted(named), story.group(pile, alignments, StoryGroups())


@settings(deadline=None, max_examples=40)
@given(versions(2, 6), st.randoms())
def test_shuffled_piles_give_the_same_pairs_and_stories(pile: list[Witness], chance: st.DataObject) -> None:
    shuffled = list(pile)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis' random
    assert traced(pile) == traced(shuffled)


@settings(deadline=None, max_examples=40)
@given(versions(1, 6))
def test_every_article_is_in_one_story_and_one_family(pile: list[Witness]) -> None:
    _, stories = traced(pile)
    assert sorted(i for s in stories for i in s.articles) == sorted(w.id for w in pile)
    for one in stories:
        assert sorted(i for family in one.families for i in family) == list(one.articles)
        assert 0 <= one.cohesion <= 1


@given(versions(1, 6), st.integers(0, 6))
def test_a_pile_in_two_parts_gives_the_same_grams_and_pairs(pile: list[Witness], cut: int) -> None:
    whole = fingerprint.take(pile, Fingerprint())
    parts = [fingerprint.take(pile[:cut], Fingerprint()), fingerprint.take(pile[cut:], Fingerprint())]
    assert whole.hash.tolist() == [value for part in parts for value in part.hash.tolist()]
    one, other = match.pairs(whole, Match()), match.pairs(parts, Match())
    assert one.b.tolist() == other.b.tolist()
    assert one.a.tolist() == other.a.tolist()


HOSTILE = st.text(alphabet="ab .’'“\u200d\u0640\u0301港口كم9,$\r\n\u2028\x00\ud800", max_size=60) | st.text(
    max_size=60
)


@given(HOSTILE, HOSTILE)
def test_what_is_carried_lies_in_the_other_text_both_ways(one: str, two: str) -> None:
    found = align.align(witness("a", one), witness("b", two), SETTINGS)
    kept = comparison.aligned_pair(found, "s")
    for here, there in ((found.a, found.b), (found.b, found.a)):
        for start, end in zip(here.words.starts.tolist(), here.words.ends.tolist(), strict=True):
            for mine, theirs in kept.carried(Span(here.id, start, end)):
                assert (mine.article, theirs.article) == (here.id, there.id)
                assert start <= mine.start < mine.end <= end
                assert 0 <= theirs.start < theirs.end <= len(there.text)
    for passage in found.passages:
        assert 0 <= passage.a.start < passage.a.end <= len(one)
        assert 0 <= passage.b.start < passage.b.end <= len(two)


@given(st.lists(HOSTILE, min_size=1, max_size=4), st.randoms())
def test_hostile_texts_collate_whole_and_in_any_order(texts: list[str], chance: st.DataObject) -> None:
    pile = [witness(f"w{k}", text) for k, text in enumerate(texts)]
    shuffled = list(pile)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis' random
    grid = collate.collate(pile, SETTINGS)
    assert grid.cells.tolist() == collate.collate(shuffled, SETTINGS).cells.tolist()
    found = collate.readings(grid)
    for k, sigil in enumerate(found.sigils):
        text = next(w.text for w in pile if w.id == sigil)
        tokens = "".join(column[k] for column in found.columns)
        if len(words.split(text)):
            assert re.sub(r"\s", "", tokens) == re.sub(r"\s", "", text)


@given(versions())
def test_passages_lie_in_order_and_share_words(pair: list[Witness]) -> None:
    found = align.align(*pair, SETTINGS)
    assert list(found.passages) == sorted(found.passages, key=lambda p: (p.a, p.b))
    for passage in found.passages:
        low, high = found.a.words.within(passage.a.start, passage.a.end)
        there = slice(*found.b.words.within(passage.b.start, passage.b.end))
        assert np.isin(found.a.words.forms[low:high], found.b.words.forms[there]).any()
