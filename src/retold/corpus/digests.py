"""Digests of a corpus: which articles print pieces of reports of several stories, and from whom.

They join no story. A digest is looked for among the pairs that are there already: it has two or more partners
that are none of each other's, and a good part of its words from them. Of a thousand articles a dozen are like
that, and only they are aligned for it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from retold import parameters
from retold.algorithms.reciprocal import Vector, product
from retold.corpus.articles import Corpus
from retold.corpus.cache import Cache
from retold.corpus.wide import Words
from retold.decisions import Rulings
from retold.model import OutsideSource, Story
from retold.steps import story
from retold.steps.story import digests, sourcing
from retold.steps.story.digests import Excerpt, Item
from retold.steps.story.features import Mask
from retold.tables import Alignment, Hashes, Pairs, Ties
from retold.tables.corpus import pair_keys

Sources = Mapping[int, tuple[OutsideSource, ...]]  # of each digest, by its number
Shares = dict[int, float]  # of each partner of an article the n-grams that both have, by rarity

_P = parameters.of("pipeline", "digests")
_SHARED = _P.number("shared")
_FURTHER = _P.number("further")
_COVER = _P.number("cover")
_PARTNERS = _P.integer("partners")
_ROUNDED = _P.number("rounded")


@dataclass(frozen=True, slots=True)
class Found:
    """The digests of a corpus with their sources, and what was looked at that is none: see `_Look.items`."""

    sources: Sources
    none: frozenset[int]


def found(
    corpus: Corpus,
    cache: Cache,
    pairs: Pairs,
    words: Words,
    near: story.Near,
    none: Collection[int] = (),
) -> Found:
    """The digests of a corpus, each with the reports that its pieces come from, in the order of its text.

    `none` is what was looked at before in a corpus that has the same articles by the same numbers.
    """
    look = _Look(corpus, cache, pairs, words, near, none)
    items = {one: look.items(one) for one in look.candidates()}
    twins = {one: look.twins(one) for one, some in items.items() if some}
    barred = set(twins).union(*twins.values())  # a digest is nobody's source
    made: dict[int, tuple[OutsideSource, ...]] = {}
    for one, others in twins.items():
        for digest in (one, *others):
            taken = look.sources(digest, items[one], barred)
            made |= {digest: taken} if len(taken) > 1 else {}
    return Found(made, frozenset(look.none))


def ruled(sources: Sources, rulings: Rulings) -> tuple[Sources, set[str]]:
    """The sources but for those that were decided to be none, and the decisions that took one away."""
    barred = rulings.no_copies()
    ties = [one.derivation for several in sources.values() for one in several]
    kept = {k: tuple(o for o in several if o.derivation.ends not in barred) for k, several in sources.items()}
    return kept, {barred[tie.ends] for tie in ties if tie.ends in barred}


def stories(told: Sequence[Story], ids: Sequence[str], sources: Sources) -> list[Story]:
    """The stories, those of digests with the articles of others that they take from."""
    taken = {ids[number]: [one.node.id for one in several] for number, several in sources.items()}

    def with_sources(one: Story) -> Story:
        names = dict.fromkeys(name for article in one.articles for name in taken.get(article, ()))
        return replace(one, sources=tuple(name for name in names if name not in one.articles))

    return [with_sources(one) if taken else one for one in told]


def apart(near: story.Near, digests: Sources, ties: Ties) -> story.Near:
    """What is alike, but for digests: they are like nothing but digests that print much the same."""
    if not digests:
        return near
    edges, numbers = near.edges, np.array(sorted(digests), np.int64)
    one, other = (np.isin(ends, numbers) for ends in edges.ends)
    same = np.isin(edges.keys, pair_keys(ties.a[ties.same], ties.b[ties.same]))
    return near._replace(edges=edges.some(~(one | other) | (one & other & same)))


class _Look:
    """What is asked of a corpus in which digests are looked for; articles by number."""

    def __init__(
        self,
        corpus: Corpus,
        cache: Cache,
        pairs: Pairs,
        words: Words,
        near: story.Near,
        none: Collection[int],
    ) -> None:
        self._corpus, self._cache, self._forms, self._near = corpus, cache, words.forms, near
        self._lengths, self._known = words.lengths, frozenset(none)
        self.none: set[int] = set()
        self._around = _around(pairs, self._lengths)
        self._same: dict[int, list[int]] = {}
        for copy in np.flatnonzero(pairs.same != np.arange(len(pairs.same))).tolist():
            self._same.setdefault(int(pairs.same[copy]), []).append(copy)

    def candidates(self) -> Iterator[int]:
        """The articles with so many words from partners that are strangers to each other."""
        for one, shares in sorted(self._around.items()):
            much = [share for share in shares.values() if share >= _SHARED]
            if len(much) < 2 or sum(much) + _ROUNDED < _COVER * self._lengths[one]:
                continue  # most articles: what strangers bring is part of this
            strangers = self._strangers(shares)
            if len(strangers) > 1 and sum(map(shares.__getitem__, strangers)) >= _COVER * self._lengths[one]:
                yield one

    def items(self, one: int) -> list[Item]:
        """The pieces of an article, if it is a digest: first by few partners, then by all.

        What an article has from which others does not change as long as it has the same partners: those by
        which it is no digest are noted in `none`, and not aligned again.
        """
        shares = self._around[one]
        few = self._strangers(shares)
        if not self._some(one, few):
            return []
        ranked = sorted(shares, key=lambda k: (k not in few, -shares[k], self._corpus.ids[k]))
        return self._some(one, [k for k in ranked[:_PARTNERS] if shares[k] >= _FURTHER], further=True)

    def _some(self, one: int, others: list[int], *, further: bool = False) -> list[Item]:
        """What is found by some partners, if it is not known that nothing is."""
        key, kin = _key([one, int(further), *others]), digests.FURTHER_KIN if further else digests.KIN
        known = key in self._known
        items = [] if known else digests.items(self._excerpts(one, others), self._related, kin)
        if not items:
            self.none.add(key)
        return items

    def twins(self, one: int) -> list[int]:
        """The articles with the same words as one that stands for them."""
        return self._same.get(one, [])

    def sources(self, one: int, items: Iterable[Item], none: set[int]) -> tuple[OutsideSource, ...]:
        """The likeliest source of each piece of a digest; it is none of the articles `none`."""
        found = []
        for item in items:
            few = [each for each in item.excerpts if each.source not in none]
            among = [k for each in few for k in (each.source, *self._same.get(each.source, ())[:_PARTNERS])]
            pairs = [self._alignment(one, k) for k in among]
            taken = [sourcing.Taken(alignment, digests.piece_of(alignment)) for alignment in pairs]
            found += [sourcing.outside_source(sourcing.likeliest(taken))] if taken else []
        return tuple(found)

    def _strangers(self, shares: Shares) -> list[int]:
        """Partners that share much with an article, and are strangers to each other.

        Those that share with fewest of the others come first: another printing of a digest, which shares with
        all, is none of its sources.
        """
        much = sorted((-share, self._corpus.ids[k], k) for k, share in shares.items() if share >= _SHARED)
        others = [k for _, _, k in much[:_PARTNERS]]
        if len(others) < 2:
            return others
        shared = {k: sum(self._share(k, other) for other in others) for k in others}
        found: list[int] = []
        for other in sorted(others, key=shared.__getitem__):
            if not any(self._share(known, other) or self._related(known, other) for known in found):
                found.append(other)
        return found

    def _share(self, one: int, other: int) -> bool:
        """Whether two articles share much."""
        return self._around.get(one, {}).get(other, 0.0) >= _SHARED

    def _excerpts(self, one: int, others: Sequence[int]) -> list[Excerpt]:
        """What an article has from each of the others, where that is all that both have in common."""
        found = []
        for other in others:
            alignment = self._alignment(one, other)
            likeness = partial(self._likeness, one, alignment.a.words.forms, other)
            found.append(digests.excerpt(other, alignment, likeness))
        return [each for each in found if each is not None]

    def _alignment(self, one: int, other: int) -> Alignment:
        found = self._cache.shared((min(one, other), max(one, other)))
        return found if found.a.id == self._corpus.ids[one] else found.turned()

    def _related(self, one: int, other: int) -> bool:
        """Whether two reports are alike as those of one event are."""
        return product(self._unit(one), self._unit(other)) >= digests.KIN

    def _unit(self, number: int) -> Vector:
        """The vector of an article, however brief it is, with the length of one."""
        words, weights = self._near.vectors.of(number)
        return words, weights / max(1e-9, float(np.linalg.norm(weights)))

    def _likeness(self, one: int, forms: Hashes, other: int, words: Mask) -> float:
        """How alike some words of an article, which has the `forms`, are to another article."""
        held, weights = self._near.vectors.of(one)
        some = np.isin(self._forms[held], forms[words])
        size = float(np.sqrt((weights[some] ** 2).sum()))
        likeness = product((held[some], weights[some]), self._unit(other))
        return likeness / size if size else 0.0


def _key(numbers: Sequence[int]) -> int:
    """A number of 63 bits for some numbers, the same on every machine."""
    found = blake2b(np.array(numbers, "<i8").tobytes(), digest_size=8).digest()
    return int.from_bytes(found, "little") >> 1


def _around(pairs: Pairs, lengths: NDArray[np.int64]) -> dict[int, Shares]:
    """The partners of each article that have other words, and so much in common that they may matter."""
    found: dict[int, Shares] = {}
    shared = pairs.share * np.minimum(lengths[pairs.a], lengths[pairs.b])
    some = (pairs.same[pairs.a] != pairs.same[pairs.b]) & (shared >= min(_SHARED, _FURTHER))
    for a, b, both in zip(*(column[some].tolist() for column in (pairs.a, pairs.b, shared)), strict=True):
        found.setdefault(a, {})[b] = found.setdefault(b, {})[a] = both
    return found
