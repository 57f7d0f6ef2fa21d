"""The texts of a family, and blocks that one took over from another."""

from __future__ import annotations

import random

import numpy as np

from retold.model import Article
from retold.settings import LineageSearch, Settings
from retold.steps import collate, lineage, quotes, words
from retold.steps.lineage import texts
from retold.tables import Grid, Witness

SETTINGS = LineageSearch()


def witness(name: str, sentences: list[str], hour: int = 8) -> Witness:
    text = " ".join(sentences)
    paragraphs = words.paragraphs(text)
    return Witness(
        article=Article(name, text, outlet=f"The {name} Post", published=f"2031-04-05T{hour:02}:00:00Z"),
        words=words.split(text),
        sentences=words.sentences(text, paragraphs),
        paragraphs=paragraphs,
        quotes=quotes.find(name, text, paragraphs),
    )


def report(seed: int, sentences: int = 8) -> list[str]:
    rng = random.Random(seed)
    made = ["".join(rng.choice("bdfgklmnprstv") + rng.choice("aeiou") for _ in range(3)) for _ in range(400)]
    return [f"{' '.join(rng.sample(made, 11)).capitalize()}." for _ in range(sentences)]


ONE, TWO = report(1), report(2)
FAMILY = [
    witness("a", ONE, 8),
    witness("b", ONE[:6], 9),
    witness("c", TWO, 8),
    witness("d", TWO[:7], 10),
    witness("e", [*ONE[:5], *TWO[2:6]], 12),
]


def grid(family: list[Witness]) -> Grid:
    return collate.collate(family, Settings().align)


def test_two_reports_that_a_splice_ties_together_are_two_texts() -> None:
    assert texts.parted(texts.holdings(FAMILY)) == [[0, 1, 4], [2, 3]]


def test_one_report_in_many_versions_is_one_text() -> None:
    assert texts.parted(texts.holdings(FAMILY[:2])) == [[0, 1]]


def test_reports_without_a_block_in_common_are_not_parted() -> None:
    assert texts.parted(texts.holdings([FAMILY[0], FAMILY[2]])) == [[0, 1]]


def retold_again_and_again(steps: int) -> list[Witness]:
    """Versions of one report of which each tells all but two sentences of the one before in other words."""
    rng, strange, made = random.Random(3), " ".join(report(9, 40)).replace(".", "").split(), [report(1)]
    for _ in range(steps):
        told = [one.split() for one in made[-1]]
        for one in told[:-2]:
            low = rng.randrange(len(one) - 2)
            one[low : low + 2] = rng.sample(strange, 2)
        made.append([" ".join(one) for one in told])
    return [witness(f"v{n:02}", one) for n, one in enumerate(made)]


def test_a_report_that_drifts_from_itself_step_by_step_is_one_text() -> None:
    family = retold_again_and_again(16)
    held = texts.holdings(family)
    assert held.held[0][-1][:-2].max() < 0.5  # of the first the last has two sentences alone
    assert texts.parted(held) == [list(range(len(family)))]


def test_who_holds_a_sentence_holds_it_wherever_it_stands() -> None:
    held = texts.holdings([witness("a", ONE), witness("b", ONE[::-1])]).held[1][0]
    assert held.min() > 0.7


def test_the_collation_of_some_versions_has_no_empty_place() -> None:
    whole = grid(FAMILY)
    part = texts.only(whole, [2, 3])
    assert [w.id for w in part.witnesses] == ["c", "d"]
    assert (part.cells >= 0).any(axis=1).all()
    assert np.array_equal(part.cells[part.cells[:, 0] >= 0, 0], np.arange(len(part.witnesses[0].words)))


def test_a_version_spliced_from_two_texts_has_its_block_from_the_second() -> None:
    found = lineage.infer(grid(FAMILY), SETTINGS)
    edges = {(e.source, e.copy) for e in found.derivations if e.directed}
    assert ("a", "e") in edges or ("b", "e") in edges
    assert ("c", "e") in edges or ("d", "e") in edges
    assert ("e", "c") not in edges
    assert set(found.origins) == {"a", "c"}


def test_a_block_is_found_across_the_families_of_a_story_too() -> None:
    families = [[FAMILY[0], FAMILY[1], FAMILY[4]], [FAMILY[2], FAMILY[3]]]
    apart = lineage.join(
        [lineage.infer(grid(family), SETTINGS, f"{n}/") for n, family in enumerate(families)]
    )
    whole = lineage.across(apart, families, SETTINGS)
    fresh = {(e.source, e.copy) for e in whole.derivations} - {(e.source, e.copy) for e in apart.derivations}
    assert {copy for _, copy in fresh} == {"e"}
    assert whole.origins == apart.origins


def test_reports_of_their_own_that_share_quotations_owe_each_other_nothing() -> None:
    own = witness("f", [*report(3), *TWO[2:4]], 14)
    found = lineage.infer(grid([*FAMILY[2:4], own]), SETTINGS)
    assert not [e for e in found.derivations if e.copy == "f" and e.directed]


def test_quotations_that_two_reports_share_make_neither_a_source_of_the_other() -> None:
    said = [f"“{sentence}”" for sentence in TWO]
    spliced = [*FAMILY[:2], witness("e", [*ONE[:5], *said[2:6]], 12)]
    families = [spliced, [witness("c", said, 8), witness("d", said[:7], 10)]]
    apart = lineage.join([lineage.infer(grid(f), SETTINGS, f"{n}/") for n, f in enumerate(families)])
    assert lineage.across(apart, families, SETTINGS) == apart


def test_a_block_of_a_text_published_later_must_save_more() -> None:
    spliced = [*FAMILY[:2], witness("e", [*ONE[:5], *TWO[2:4]], 12)]
    late = [witness("c", TWO, 14), witness("d", TWO[:7], 15)]

    def fresh(other: list[Witness]) -> int:
        families = [spliced, other]
        apart = lineage.join([lineage.infer(grid(f), SETTINGS, f"{n}/") for n, f in enumerate(families)])
        return len(lineage.across(apart, families, SETTINGS).derivations) - len(apart.derivations)

    assert fresh(FAMILY[2:4]) == 1
    assert fresh(late) == 0


def two_groups(holders: int) -> texts.Holdings:
    """Ten versions in two groups of five; three of one have two sentences of so many of the others."""
    together = np.kron(np.eye(2), np.ones((5, 5)))
    held = np.repeat(together[:, :, None], 8, axis=2)
    held[:3, 5 : 5 + holders, :2] = 1.0
    return texts.Holdings(tuple(held), (np.ones(8),) * 10)


def test_a_block_that_many_of_another_text_have_parts_the_texts_and_a_chance_one_does_not() -> None:
    assert texts.parted(two_groups(5)) == [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9]]
    assert texts.parted(two_groups(1)) == [list(range(10))]


def test_a_character_stands_in_one_sentence_or_in_none() -> None:
    bounds = [(0, 9), (10, 24)]
    assert [texts.number_at(bounds, place) for place in (0, 8, 9, 10, 24)] == [0, 0, None, 1, None]
