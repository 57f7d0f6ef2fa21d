"""The prices of one family."""

from __future__ import annotations

import random

from retold.settings import LineageSearch
from retold.steps import collate
from retold.steps.lineage import pricing, skeleton
from retold.steps.lineage.pricing import Prices
from retold.tables import Grid
from tests.steps.lineage.helpers import table_of, versions

PRICES = Prices(4.0, 1.0)


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
    prices = pricing.fitted_prices(table, LineageSearch())
    assert prices.unseen < LineageSearch().unseen_price
    tree = skeleton.search(table, prices.unseen, LineageSearch())[0]
    assert len(tree.parents) - table.versions >= 5


def test_texts_whose_readings_meet_by_accident_pay_more_for_an_unseen_node() -> None:
    table = table_of(versions(5, 12, words=60))
    assert pricing.fitted_prices(table, LineageSearch()).unseen > LineageSearch().unseen_price


def test_a_fork_is_dear_where_versions_follow_one_on_another_and_free_where_a_text_is_retold() -> None:
    chain = [["w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8"]]
    star = list(chain)
    for place in range(6):
        chain.append([*chain[-1][:place], f"x{place}", *chain[-1][place + 1 :]])
        star.append([*star[0][:place], f"x{place}", *star[0][place + 1 :]])
    tables = [table_of(collate.columns({f"v{n}": t for n, t in enumerate(texts)})) for texts in (chain, star)]
    line, hub = (pricing.with_fork_price(table, PRICES, LineageSearch(), 1.0).fork for table in tables)
    assert line > 2 * hub
    assert pricing.with_fork_price(tables[0], PRICES, LineageSearch(), 0.0).fork == 0.0
