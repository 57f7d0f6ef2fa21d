"""The parts of the search, each against a plain way of getting the same answer."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.settings import LineageSearch
from retold.steps import collate
from retold.steps.lineage import agreement, branching, parsimony, pricing, readings, skeleton
from retold.steps.lineage.parsimony import Columns
from retold.steps.lineage.readings import Readings
from retold.tables import Grid


def versions(seed: int, count: int, words: int = 14) -> Grid:
    """Versions with few words and many changes, so that every kind of column occurs."""
    rng = random.Random(seed)
    first = [f"word{n}" for n in range(words)]
    texts = [first]
    for _ in range(count - 1):
        copy = list(rng.choice(texts))
        for place in rng.sample(range(words), 4):
            copy[place] = rng.choice(["", f"other{place}", f"third{place}", first[place]])
        texts.append(copy)
    return collate.columns({f"v{n}": text for n, text in enumerate(texts)})


def table_of(grid: Grid) -> Columns:
    return parsimony.columns(readings.read(grid))


def trees(count: int) -> Iterator[list[int]]:
    """All trees over `count` nodes hung up at node 0."""
    for parents in itertools.product(range(count), repeat=count - 1):
        tree = [-1, *parents]
        if all(reaches_root(tree, node) for node in range(count)):
            yield tree


def reaches_root(tree: list[int], node: int) -> bool:
    for _ in tree:
        if node == 0:
            return True
        node = tree[node]
    return node == 0


@pytest.mark.parametrize("seed", range(4))
def test_the_search_finds_the_cheapest_tree_of_seen_versions(seed: int) -> None:
    """With unseen nodes priced out, all 125 labelled trees over five versions are tried."""
    table = table_of(versions(seed, 5))
    dear = LineageSearch(unseen_price=1e6, unseen_share=0.0)
    least = min(parsimony.total(table, tree, 1e6) for tree in trees(5))
    assert skeleton.search(table, dear)[0].cost == pytest.approx(least)


@pytest.mark.parametrize("seed", range(4))
def test_the_search_finds_the_cheapest_tree_where_forks_have_a_price(seed: int) -> None:
    table = replace(table_of(versions(seed, 5)), fork=0.7)
    dear = LineageSearch(unseen_price=1e6, unseen_share=0.0)
    least = min(parsimony.total(table, tree, 1e6) for tree in trees(5))
    assert skeleton.search(table, dear)[0].cost == pytest.approx(least)


def test_each_neighbour_of_a_version_beyond_the_second_is_a_fork() -> None:
    free = table_of(versions(1, 5))
    table = replace(free, fork=0.7)
    for tree, forks in (([-1, 0, 1, 2, 3], 0), ([-1, 0, 0, 0, 3], 1), ([-1, 0, 0, 0, 0], 2)):
        dearer = parsimony.total(table, tree, 0.0) - parsimony.total(free, tree, 0.0)
        assert dearer == pytest.approx(0.7 * forks)


@pytest.mark.parametrize("seed", range(4))
def test_an_unseen_node_is_taken_where_it_saves_more_than_its_price(seed: int) -> None:
    """All trees over four versions and one unseen node are tried beside those without it."""
    table = table_of(versions(seed, 4))
    price = 0.4
    seen = min(parsimony.total(table, tree, price) for tree in trees(4))
    with_one = min(
        parsimony.total(table, tree, price) for tree in trees(5) if tree.count(4) + (tree[4] >= 0) > 2
    )
    found = skeleton.search(table, LineageSearch(unseen_price=price, unseen_share=0.0))[0]
    assert found.cost <= min(seen, with_one) + 1e-9


@given(st.integers(0, 10_000))
@settings(max_examples=20, deadline=None)
def test_a_tree_costs_the_same_wherever_it_is_hung_up(seed: int) -> None:
    table = table_of(versions(seed, 6))
    rng = random.Random(seed)
    tree = [-1, *[rng.randrange(node) for node in range(1, 6)]]
    costs = [parsimony.total(table, skeleton._rerooted(tree, root), 0.0) for root in range(6)]
    assert costs == pytest.approx([costs[0]] * 6)


def test_every_graft_costs_what_the_tree_it_makes_costs() -> None:
    table = table_of(versions(3, 6))
    whole = [-1, 0, 0, 1, 1, 2]
    rest = skeleton._pruned(table, whole, 4)
    found, branch = skeleton._views(table, whole, rest, 4)
    nodes = parsimony.order_of(rest)
    at_node, on_edge = parsimony.grafts(found, nodes, branch)
    for number, node in enumerate(nodes):
        tree = skeleton._joined(table, whole, rest, 4, ("node", node))
        assert at_node[number] == pytest.approx(parsimony.total(table, tree, 0.0))
        if rest[node] >= 0:
            tree = skeleton._joined(table, whole, rest, 4, ("edge above", node))
            assert on_edge[number] == pytest.approx(parsimony.total(table, tree, 0.0))


def test_one_omission_is_one_unit_and_costs_far_less_than_its_words() -> None:
    words = [f"word{n}" for n in range(100)]
    grid = collate.columns({"a": words, "b": [*words[:20], *[""] * 60, *words[80:]]})
    found = readings.read(grid)
    cut = found.weights[0, found.absent[0]]
    assert found.kinds == ("words",)
    assert cut < 3
    assert found.weights[0].max() > 5 * cut


def test_a_cut_that_others_break_up_costs_about_the_same() -> None:
    """Two of the sixty words that b lacks differ in c; b's cut is still one event."""
    words = [f"word{n}" for n in range(100)]
    other = [*words[:40], "changed", *words[41:60], "too", *words[61:]]
    cut = [*words[:20], *[""] * 60, *words[80:]]
    found = readings.read(collate.columns({"a": words, "b": cut, "c": other}))
    lost = sum(found.weights[u, found.absent[u]] for u in range(len(found)) if found.absent[u] >= 0)
    assert 1.5 < lost < 2.5


def test_house_style_is_one_light_unit_however_often_it_shows() -> None:
    words = [f"word{n}" for n in range(50)]
    found = readings.read(collate.columns({"a": words, "b": [f"“{w}”" for w in words]}))
    assert found.kinds == ("dress",)
    assert found.weights.max() < 1


def test_a_slip_is_known_by_its_neighbour_that_stands_elsewhere_too() -> None:
    grid = collate.columns(
        {"a": ["Salamander", "sank", "Salamander"], "b": ["Salmander", "sank", "Salamander"]}
    )
    found = readings.read(grid)
    assert found.kinds == ("slip",)
    assert found.slips[0].tolist() == [False, True]


def test_an_inflected_word_is_no_slip() -> None:
    grid = collate.columns({"a": ["ships", "sank", "ships"], "b": ["ship", "sank", "ships"]})
    assert readings.read(grid).kinds == ("wording",)


def every_branching(count: int) -> Iterator[list[int]]:
    for parents in itertools.product(range(-1, count), repeat=count):
        if all(climbs_out(list(parents), node) for node in range(count)):
            yield list(parents)


def climbs_out(parents: list[int], node: int) -> bool:
    for _ in range(len(parents) + 1):
        if node < 0:
            return True
        node = parents[node]
    return False


@given(st.lists(st.integers(-9, 9), min_size=20, max_size=20))
@settings(max_examples=40, deadline=None)
def test_the_best_branching_is_the_best_of_all(values: list[int]) -> None:
    score, root = np.array(values[:16], dtype=float).reshape(4, 4), np.array(values[16:], dtype=float)

    def worth(parents: list[int]) -> float:
        return sum(float(root[v] if p < 0 else score[p, v]) for v, p in enumerate(parents))

    found = branching.best(score, root)
    assert found in list(every_branching(4))
    assert worth(found) == max(worth(p) for p in every_branching(4))


def test_without_evidence_either_way_is_as_likely_on_every_edge() -> None:
    line = [-1, 0, 1]
    even = branching.root_scores(line, np.zeros((3, 3)))
    assert branching.onward(line, even).tolist() == [0.5, 0.5, 0.5]


def test_evidence_on_one_edge_directs_those_that_hang_on_it() -> None:
    evidence = np.zeros((3, 3))
    evidence[0, 1], evidence[1, 0] = 4.0, -4.0
    line = [-1, 0, 1]
    found = branching.onward(line, branching.root_scores(line, evidence))
    assert found[1] > 0.99
    assert found[2] > 0.5


def test_a_tree_is_hung_up_where_most_evidence_lets_its_edges_run() -> None:
    evidence = np.zeros((3, 3))
    evidence[2, 1], evidence[1, 2] = 2.0, -2.0
    line = [-1, 0, 1]
    assert branching.hung(line, branching.root_scores(line, evidence)) == [1, 2, -1]
    assert branching.hung(line, np.zeros(3)) == line


def test_of_a_text_that_is_edited_on_the_first_version_stands_at_an_end() -> None:
    star = [-1, 0, 0, 0]
    told, edited = (branching.root_scores(star, np.zeros((4, 4)), kind) for kind in (0.0, 1.0))
    assert told.argmax() == 0
    assert edited.argmin() == 0


def test_forty_versions_of_six_hundred_words_are_read_and_searched() -> None:
    rng = random.Random(1)
    texts = [[f"w{n}" for n in range(600)]]
    for number in range(39):
        copy = list(texts[rng.randrange(len(texts))])
        for place in rng.sample(range(600), 12):
            copy[place] = f"x{number}.{place}"
        texts.append(copy)
    from retold.steps import lineage

    found = lineage.infer(collate.columns({f"{n:02}": t for n, t in enumerate(texts)}), LineageSearch())
    assert len(found.derivations) >= 39


# ---- how readings agree, and what an unseen node costs ----


def parted(*sides: str) -> Readings:
    """Readings of weight 1, a string of 0s and 1s for each unit, a letter for each version."""
    states = np.array([[int(c) for c in side] for side in sides], dtype=np.int32)
    nothing = np.zeros((len(sides), 2))
    return Readings(
        states=states,
        weights=nothing + 1.0,
        places=np.array([(n, n + 1) for n in range(len(sides))], dtype=np.int32),
        kinds=("wording",) * len(sides),
        cells=np.zeros((len(sides), states.shape[1]), dtype=np.int32),
        absent=np.full(len(sides), -1, dtype=np.int32),
        slips=nothing > 0,
        shares=nothing[:, 0] + 1.0,
    )


def test_places_that_one_tree_explains_keep_their_weight() -> None:
    found = agreement.weighed(parted(*["11000000", "11110000", "00001100", "10000000"] * 30))
    assert found.weights.min() == 1.0


def against(times: int) -> Readings:
    """Three ways to part that go together, each so often, and one place that contradicts them all."""
    together = ("11110000", "11000000", "00001100")
    return parted(*[side for side in together for _ in range(times)], "10101010")


def test_a_place_that_contradicts_all_others_loses_its_weight() -> None:
    found = agreement.weighed(against(times=100))
    assert found.weights[-1].max() < 0.2
    assert found.weights[:-1].min() > 0.9


def test_few_shared_readings_are_not_held_against_each_other() -> None:
    found = agreement.weighed(against(times=3))
    assert found.weights.min() == 1.0


def test_a_private_reading_contradicts_none() -> None:
    found = agreement.weighed(parted(*["11110000"] * 60, "10101010", "00000001"))
    assert found.weights[-1].tolist() == [1.0, 1.0]


@pytest.mark.parametrize("count", [4, 5, 8, 9])
def test_the_chance_of_a_contradiction_is_the_share_of_all_ways_to_part_blindly(count: int) -> None:
    chances = agreement._chances(count)
    for a, b in itertools.product(range(2, count // 2 + 1), repeat=2):
        first = set(range(a))
        others = [set(one) for one in itertools.combinations(range(count), b)]
        four = sum(
            bool(first & o) and bool(first - o) and bool(o - first) and len(first | o) < count for o in others
        )
        assert chances[a, b] == pytest.approx(four / len(others))


def lost_archetypes(branches: int, changes: int) -> Grid:
    """Three lost copies of a lost text, each copied by three; every copy changes words of its own."""
    rng = random.Random(4)
    words = [f"word{n}" for n in range(400)]

    def copied(text: list[str], mark: str) -> list[str]:
        copy = list(text)
        for place in rng.sample(range(400), changes):
            copy[place] = f"{mark}x{place}"
        return copy

    lost = [copied(words, f"lost{n}") for n in range(branches)]
    return collate.columns(
        {f"v{n}{m}": copied(lost[n], f"v{n}{m}") for n in range(branches) for m in range(3)}
    )


def test_a_family_that_lost_its_sources_pays_less_for_an_unseen_node() -> None:
    table = table_of(lost_archetypes(5, 8))
    fitted = pricing.fitted(table, LineageSearch())
    assert fitted.unseen_price < LineageSearch().unseen_price
    tree = skeleton.search(table, fitted)[0]
    assert len(tree.parents) - table.versions >= 5


def test_texts_whose_readings_meet_by_accident_pay_more_for_an_unseen_node() -> None:
    table = table_of(versions(5, 12, words=60))
    assert pricing.fitted(table, LineageSearch()).unseen_price > LineageSearch().unseen_price


def test_numbers_in_words_and_in_digits_are_one_reading_but_for_style() -> None:
    grid = collate.columns({"a": ["Six", "boats", "sank"], "b": ["6", "boats", "sank"]})
    assert "style" in readings.read(grid).kinds


def test_an_unseen_source_weighs_what_it_saves_and_not_what_bars_other_edges() -> None:
    from retold.steps import lineage

    lost = [f"w{place}" for place in range(80)]
    copies = {
        f"copy{c}": [f"x{c}.{place}" if place % 5 == c else word for place, word in enumerate(lost)]
        for c in range(4)
    }
    found = lineage.infer(collate.columns(copies), LineageSearch())
    (unseen,) = [node for node in found.nodes if not node.seen]
    assert 0 < unseen.evidence[0].weight < 100


def test_a_fork_is_dear_where_versions_follow_one_on_another_and_free_where_a_text_is_retold() -> None:
    chain = [["w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8"]]
    star = list(chain)
    for place in range(6):
        chain.append([*chain[-1][:place], f"x{place}", *chain[-1][place + 1 :]])
        star.append([*star[0][:place], f"x{place}", *star[0][place + 1 :]])
    tables = [table_of(collate.columns({f"v{n}": t for n, t in enumerate(texts)})) for texts in (chain, star)]
    line, hub = (pricing.forking(table, LineageSearch(), 1.0).fork for table in tables)
    assert line > 2 * hub
    assert pricing.forking(tables[0], LineageSearch(), 0.0).fork == 0.0
