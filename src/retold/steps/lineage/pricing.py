"""What an unseen node and a fork cost in one family: prices learnt from the family itself.

One price for all texts fails: news has most of its sources at hand and makes large
changes that meet by accident, while of a hand-copied text most of the tree is lost
and each copy differs in small things that hardly arise twice.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from retold import parameters
from retold.algorithms.trees import UNUSED, Parents, spanning_tree
from retold.settings import LineageSearch
from retold.steps.lineage import parsimony, skeleton
from retold.steps.lineage.parsimony import Columns

_P = parameters.of("lineage", "pricing")
ROUNDS = _P.integer("rounds")
EXPECTED = _P.number("expected")
FAMILIAR = _P.integer("familiar")
LEAST_PRICE = _P.number("least_price")
FORK = _P.number("fork")
USUAL = _P.number("usual")
EDITED_SHARPNESS = _P.number("edited_sharpness")


@dataclass(frozen=True, slots=True)
class Prices:
    """What holds in one family."""

    unseen: float  # weighted readings that an unseen node must save
    sharpness: float  # natural log-odds that one weighted reading is worth

    def sharpened(self, edited: float) -> Prices:
        """Where a text is edited on (0 to 1), little comes up twice, and a reading says more."""
        return replace(self, sharpness=self.sharpness * (1 + EDITED_SHARPNESS * edited))


def fitted_prices(table: Columns, settings: LineageSearch) -> Prices:
    """The prices of one family, learnt in a few rounds from those that the settings give for all.

    Much chance agreement makes unseen nodes dearer and readings blunter: where texts are
    rewritten heavily, readings arise twice and go back, and what an unseen node saves by
    gathering such readings is no witness to a lost text. Each unseen node that is worth
    its price makes others cheaper, since who lost many versions will have lost more.
    """
    if table.versions < 3:
        return Prices(settings.unseen_price, settings.sharpness)
    apart = skeleton.between(table)
    tree = spanning_tree(apart)
    np.fill_diagonal(apart, np.inf)
    near = float(np.median(apart.min(axis=1)))
    for _ in range(min(ROUNDS, skeleton.rounds(table))):
        now = _prices(table, tree, near, settings)
        tree = skeleton.improved(table, tree, now.unseen, settings.seed)
    return _prices(table, tree, near, settings)


def with_fork_price(table: Columns, prices: Prices, settings: LineageSearch, edited: float) -> Columns:
    """The table with what a fork costs: nothing where a text is retold, and less where many are found.

    Versions of a text that is edited on (`edited`, 0 to 1) follow one on another, and
    where readings tie a chain is likelier than a star. Some documents fork again and again.
    Where readings demand a lost version, versions do not follow one on another, and it costs nothing.
    """
    if not edited or table.versions < 3:
        return table
    usual = replace(table, fork=edited * FORK * USUAL)
    tree = list(skeleton.search(usual, prices.unseen, settings)[0].parents)
    if any(parent != UNUSED for parent in tree[table.versions :]):
        return table
    forks = int((parsimony.neighbours(tree)[: table.versions] - 2).clip(min=0).sum())
    odds = math.log((table.versions - forks + 1) / (forks + 1))
    return replace(table, fork=edited * FORK * max(0.0, odds))


def _prices(table: Columns, tree: Parents, near: float, settings: LineageSearch) -> Prices:
    """The prices if `tree` is right; `near` is how far the nearest version is."""
    noise = settings.unseen_share * excess(table, tree) * near
    unseen = sum(p != UNUSED for p in tree[table.versions :])
    share = (unseen + EXPECTED * FAMILIAR) / (table.versions + FAMILIAR)
    prior = math.log((1 - share) / share) - math.log((1 - EXPECTED) / EXPECTED)
    price = max(LEAST_PRICE, settings.unseen_price + prior + noise)
    blunt = min(1.0, settings.unseen_price / price)
    return Prices(price, settings.sharpness * blunt)


def excess(table: Columns, tree: Parents) -> float:
    """How much more a tree costs than bringing in each reading once, as a share: 0 where none arose twice.

    The excess of homoplasy (Kluge & Farris, "Quantitative phyletics and the evolution of anurans", 1969: the
    inverse of their consistency index, less 1).
    """
    seen = range(table.versions)
    held = [(table.leaf[v] == 0.0) & ~table.lost[v] for v in seen]
    once = np.max([np.where(h, table.weights[v], 0.0) for v, h in zip(seen, held, strict=True)], axis=0)
    singular = np.sum(
        [np.where(h, table.weights[v], 0.0)[-1] for v, h in zip(seen, held, strict=True)], axis=0
    )
    least = float(once[:-1].sum() + singular.sum())
    return max(0.0, parsimony.total(table, tree, 0.0) / least - 1.0) if least > 0 else 0.0
