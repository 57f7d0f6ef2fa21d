"""The wide half for articles that are added to a stored corpus: only they are matched, with what was kept.

The result is that of matching, weighing and grouping all articles by the numbers of the generation, since
nothing of it is guessed: what an added article does to n-grams that others share is reckoned, and groups are
linked again in every connected part in which something is no longer as it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from retold.algorithms import flat_components, heap
from retold.algorithms.rising import are_among
from retold.algorithms.stretches import ranges
from retold.corpus import postings
from retold.corpus.articles import Corpus
from retold.corpus.index import Index, silent
from retold.corpus.wide import Alike, Linked, Wide, Words, proposed
from retold.kernels import UNIT, Kernels, weights
from retold.settings import Match, Settings
from retold.steps import match, story
from retold.steps.match import Meetings
from retold.steps.story.likeness import Vectors
from retold.tables import Bags, Edges, Generation, Grams, Hashes, Ints, Pairs
from retold.tables.corpus import pair_keys

Numbers = NDArray[np.int64]

Sums = tuple[Numbers, Numbers, Numbers]  # of pairs: both numbers as one, how often they meet, in what weight


@dataclass(frozen=True, slots=True, eq=False)
class Grown:
    """A corpus that grew: what it has in common now, and its words."""

    before: Wide
    met: Meetings
    segments: Sequence[postings.Segment]
    pairs: Pairs
    words: Words
    generation: Generation


def grown(corpus: Corpus, before: Wide, generation: Generation, settings: Settings) -> Grown | None:
    """The corpus of `before` with the articles that come behind those it knows.

    None where only matching all anew tells: an article takes the place of another one that stands for all
    with the same words, and not all of its n-grams may be the same.
    """
    first = len(before.met.keys)
    fresh = _Fresh.of(corpus, first, generation, settings)
    found = _met(fresh, before, corpus, settings.match)
    if found is None:
        return None
    met, segments = found
    words = _with_words(before.words, fresh.bags, _vectors(fresh, generation))
    return Grown(before, met, segments, met.pairs(), words, generation)


class _Fresh:
    """The articles that are added, by themselves."""

    def __init__(self, grams: Grams, bags: Bags, priors: NDArray[np.float32]) -> None:
        self.grams, self.bags, self.priors = grams, bags, priors

    @classmethod
    def of(cls, corpus: Corpus, first: int, generation: Generation, settings: Settings) -> _Fresh:
        names = corpus.ids[first:]
        hidden = [(span, "") for name in names for span in corpus.hidden.get(name, ())]
        alone = Corpus(list(names), corpus[first:], None, hidden)
        index = Index(alone, settings.fingerprint, generation.weights)
        parts = list(index.grams(silent))
        return cls(_joined(parts), index.bags(), index.priors())


def _joined(parts: Sequence[Grams]) -> Grams:
    firsts = np.cumsum([0, *(len(part.keys) for part in parts)]).tolist()
    numbers = [part.article + np.int32(low) for part, low in zip(parts, firsts, strict=False)]
    of = {
        name: np.concatenate([getattr(one, name) for one in parts])
        for name in ("hash", "word", "keys", "names")
    }
    return Grams(of["hash"], np.concatenate(numbers), of["word"], of["keys"], of["names"], parts[0].width)


# ---- n-grams ----


def _met(
    fresh: _Fresh, before: Wide, corpus: Corpus, settings: Match
) -> tuple[Meetings, list[postings.Segment]] | None:
    """What all have in common now, and the postings."""
    was, first = before.met, len(before.met.keys)
    keys, names = np.r_[was.keys, fresh.grams.keys], np.r_[was.names, fresh.grams.names]
    same = match.representatives(keys, names)
    heirs = np.flatnonzero(
        (same[:first] >= first) & (was.same == np.arange(first))
    )  # another stands for them
    if any(corpus.ids[one] in corpus.hidden for one in [*heirs.tolist(), *np.unique(same[heirs]).tolist()]):
        return None
    stands = same[first:] == np.arange(first, len(same))
    stands[same[heirs] - first] = False  # their n-grams are known, by those they stand for now
    rows = match.once(fresh.grams.hash, fresh.grams.article, stands)
    added = np.bincount(rows[1], minlength=len(stands)).astype(np.int32)
    sizes = np.r_[was.sizes, added]
    sizes[same[heirs]] = was.sizes[heirs]
    sizes[heirs] = 0
    coming = rows[0], (rows[1] + first).astype(np.int32)
    held = _Holders.of(before.segments, coming, same, settings.common)
    renamed = replace(was, keys=keys, names=names, same=same, sizes=sizes)
    found = _with_common(_with_rare(renamed, held, first, settings, corpus.kernels), held, settings.common)
    segments = [*before.segments, postings.segment(*coming)]
    return found, postings.fewer(segments)


@dataclass(frozen=True, slots=True, eq=False)
class _Holders:
    """Who holds each n-gram of the articles that are added: of those before, and with the added ones.

    N-grams that were common before are apart, each with the added articles alone: nothing that rare ones tell
    changes by them, and most rows are theirs.
    """

    hashes: Hashes  # rising
    old_counts: Numbers
    old: Ints
    counts: Numbers
    articles: Ints
    common: tuple[Hashes, Ints]

    @classmethod
    def of(
        cls, segments: Sequence[postings.Segment], coming: tuple[Hashes, Ints], same: Ints, common: int
    ) -> _Holders:
        hashes, owner = np.unique(coming[0], return_inverse=True)
        counts, owners, held = postings.holders(segments, hashes, common)
        rare = counts <= common
        few, place = rare[owner], np.cumsum(rare) - 1
        wide = coming[0][~few], coming[1][~few]
        old_owners, owner = place[owners], place[owner[few]]
        old = same[held]  # who stands for a holder now
        owners, every = np.r_[old_owners, owner], np.r_[old, coming[1][few]]
        total = counts[rare] + np.bincount(owner, minlength=int(rare.sum()))
        old, every = old[_by(old_owners, old)], every[_by(owners, every)]
        return cls(hashes[rare], counts[rare], old, total, every, wide)


def _by(owners: Numbers, articles: Ints) -> Numbers:
    """The order of rows by owner and article: sorted as one number each."""
    order: Numbers = np.argsort(owners << 32 | articles)
    return order


def _with_rare(was: Meetings, held: _Holders, first: int, settings: Match, kernels: Kernels) -> Meetings:
    """The meetings with those of the added articles; of others what they weigh now.

    Two articles of before that did not meet enough cannot do so now, since what more hold weighs less: only
    those are reckoned again that did.
    """
    common = settings.common
    low, high = np.minimum(was.same[was.a], was.same[was.b]), np.maximum(was.same[was.a], was.same[was.b])
    known = low.astype(np.int64) << 32 | high
    shifts = _shifts(held, known, first, common)
    parts = [
        (known, np.asarray(was.times) + shifts[0], np.asarray(was.weight) + shifts[1]),
        _sums_with(first, held.counts, held.articles, common, kernels),
    ]
    if (high >= first).any():  # an added article stands for one of before, whose meetings are counted there
        keys, *lost = _sums_with(first, held.old_counts, held.old, common, kernels)
        parts.append((keys, -lost[0], -lost[1]))
    rising = np.sort(known)
    parts[1:] = [_of_use(some, rising, was.sizes, settings) for some in parts[1:]]
    keys, times, weight = _totals(parts)
    enough = _are_enough((keys, times, weight), was.sizes, settings)
    a, b = (keys >> 32).astype(np.int32), (keys & 0xFFFFFFFF).astype(np.int32)
    return replace(was, a=a[enough], b=b[enough], times=times[enough], weight=weight[enough])


def _sums_with(first: int, counts: Numbers, articles: Ints, common: int, kernels: Kernels) -> Sums:
    """What articles from `first` on have in common with any other by rare n-grams alone."""
    rare = (counts > 1) & (counts <= common)
    held, counts = articles[np.repeat(rare, counts)], counts[rare]
    there = np.zeros(int(held.max(initial=first - 1)) + 1, np.bool_)
    there[held] = True
    # those that are added have the lowest numbers now
    names = np.r_[first + np.flatnonzero(there[first:]), np.flatnonzero(there[:first])]
    numbers, new = np.empty(len(there), np.int64), int(there[first:].sum())
    numbers[names] = np.arange(len(names))
    rows = np.repeat(np.arange(len(counts)) << 32, counts) | numbers[held]
    rows.sort()
    members = (rows & 0xFFFFFFFF).astype(np.int32)
    a, b, times, weight = kernels.sums(np.cumsum(np.r_[0, counts]), members, len(names), common, new)
    ends = np.minimum(names[a], names[b]), np.maximum(names[a], names[b])
    return ends[0] << 32 | ends[1], times, weight


def _of_use(some: Sums, known: Numbers, sizes: Ints, settings: Match) -> Sums:
    """The sums of pairs that are known, which rise, or meet enough by these alone: a few of many."""
    kept = are_among(some[0], known) | _are_enough(some, sizes, settings)
    return some[0][kept], some[1][kept], some[2][kept]


def _are_enough(some: Sums, sizes: Ints, settings: Match) -> NDArray[np.bool_]:
    """Which pairs meet often and weightily enough."""
    keys, times, weight = some
    lesser = np.minimum(sizes[keys >> 32], sizes[keys & 0xFFFFFFFF])
    found: NDArray[np.bool_] = (times >= np.minimum(settings.least_shared, lesser)) & (
        weight >= settings.share * UNIT * lesser
    )
    return found


def _totals(parts: Sequence[Sums]) -> Sums:
    """The sums of several parts, by pair."""
    every, times, weight = map(np.concatenate, zip(*parts, strict=True))
    keys, place = np.unique(every, return_inverse=True)
    totals = np.zeros((2, len(keys)), np.int64)
    np.add.at(totals[0], place, times)
    np.add.at(totals[1], place, weight)
    return keys, totals[0], totals[1]


def _shifts(held: _Holders, known: Numbers, first: int, common: int) -> tuple[Numbers, Numbers]:
    """By how much more often and in more weight two articles of before meet, as others hold n-grams now."""
    weighs = np.r_[weights(common), 0]  # of none, of so many holders, of too many
    was, now = (np.minimum(counts, common + 1) for counts in (held.old_counts, held.counts))
    often = (now <= common).astype(np.int64) - (was <= common)
    weight = weighs[now] - weighs[was]
    rows = np.repeat(np.arange(len(was)), held.old_counts)
    told = (((often != 0) | (weight != 0))[rows]) & (held.old < first)
    grams, articles = rows[told], held.old[told]
    pair, gram = _shared(grams, articles, known, first)
    sums = (np.bincount(pair, values[gram], len(known)) for values in (often, weight))
    times, weighed = (one.round().astype(np.int64) for one in sums)
    return times, weighed


def _shared(grams: Numbers, articles: Ints, pairs: Numbers, first: int) -> tuple[Numbers, Numbers]:
    """Which pairs of articles before `first` share which n-grams: numbers of both. Rows rise by n-gram."""
    low, high = pairs >> 32, pairs & 0xFFFFFFFF
    order = np.argsort(articles, kind="stable")
    bounds = np.searchsorted(articles[order], np.arange(first + 1))
    asked = np.flatnonzero(high < first)
    low, high = low[asked], high[asked]
    counts = np.diff(bounds)
    fewer = np.where(counts[low] <= counts[high], low, high)
    held = grams[order][ranges(bounds[:-1][fewer], counts[fewer])]
    owner = np.repeat(np.arange(len(asked)), counts[fewer])
    rows = grams << 32 | articles
    wanted = held << 32 | (low + high - fewer)[owner]
    places = np.minimum(np.searchsorted(rows, wanted), max(0, len(rows) - 1))
    found = rows[places] == wanted if len(rows) else np.zeros(0, np.bool_)
    return asked[owner[found]], held[found]


def _with_common(found: Meetings, held: _Holders, common: int) -> Meetings:
    """The same with the n-grams that many hold now; each holder stands for all with the same words."""
    many, was = held.counts > common, found.common
    new = np.repeat(many, held.counts)
    hashes = np.concatenate([was.hashes, np.repeat(held.hashes[many], held.counts[many]), held.common[0]])
    holders = np.concatenate([found.same[was.holders], held.articles[new], held.common[1]])
    (hashes, holders), every = match.thinned(hashes, holders, was.every)
    return replace(found, common=match.Common(hashes, holders, every))


# ---- words ----


def _vectors(fresh: _Fresh, generation: Generation) -> Vectors:
    return story.likeness.vectors(fresh.bags, generation.weights, fresh.priors)


def _with_words(was: Words, bags: Bags, fresh: Vectors) -> Words:
    """The words of all: those that nobody had before stand behind the others."""
    order = np.argsort(was.forms)
    at = np.minimum(np.searchsorted(was.forms, bags.forms, sorter=order), max(0, len(was.forms) - 1))
    places = order[at] if len(order) else at
    new = was.forms[places] != bags.forms if len(order) else np.ones(len(bags.forms), np.bool_)
    places = np.where(new, len(was.forms) + np.cumsum(new) - 1, places).astype(np.int32)
    words = places[fresh.words]
    owners = np.repeat(np.arange(len(fresh)), np.diff(fresh.bounds))
    by_place = np.lexsort((words, owners))
    held = was.vectors
    vectors = Vectors(
        np.r_[held.words, words[by_place]],
        np.r_[held.weights, fresh.weights[by_place]],
        np.r_[held.bounds, held.bounds[-1] + fresh.bounds[1:]],
        np.r_[held.telling, fresh.telling[new]],
    )
    heap.let_go(held.words, held.weights)
    lengths = np.bincount(owners, bags.times, minlength=len(fresh)).astype(np.int64)
    return Words(vectors, np.r_[was.forms, bags.forms[new]], np.r_[was.lengths, lengths])


# ---- likeness and groups ----


def alike(corpus: Grown, days: story.nearness.Floats, settings: Settings, kernels: Kernels) -> Alike:
    """Who is alike: pairs as they were, but for those that too few n-grams propose now."""
    was, held, least = corpus.before.alike, corpus.words.vectors, settings.story.together
    vectors = held.bounds, held.words, held.weights
    first = len(corpus.before.met.keys)
    pairs = pair_keys(corpus.pairs.a, corpus.pairs.b)
    kept = was.telling | np.isin(was.keys, pairs)
    new = kernels.likely(*vectors, held.telling, (story.likeness.partial(least), first))
    looked_at = np.setdiff1d(np.union1d(new, pairs), was.keys[kept])
    found = Edges(looked_at, kernels.dots(*vectors, looked_at))
    found = found.some(story.nearness.may_count(found, days, settings.story.days, least))
    keys = np.r_[was.keys[kept], found.keys]
    order = np.argsort(keys)
    told = np.r_[was.telling[kept], proposed(held, found.keys, settings.story, kernels)]
    return Alike(keys[order], np.r_[was.cosines[kept], found.cosines][order], told[order])


def near(
    corpus: Grown, found: Alike, printed: story.Printed, settings: Settings, kernels: Kernels
) -> story.Near:
    """The same as `story.near` has it: what two print decides beside their words."""
    vectors, was = corpus.words.vectors, corpus.generation
    edges = Edges(found.keys, found.cosines)
    edges = story.with_prints(edges, vectors, printed, settings.story.together, kernels)
    reports = story.reports_of(len(vectors), printed.pairs, printed.prints)
    return story.Near(vectors, edges, was.weights, was.bars, reports)


def together(
    days: Sequence[float | None], ids: Sequence[str], alike: story.Near, before: Linked, settings: Settings
) -> list[story.Group]:
    """Groups as `story.together` finds them; where nothing changed they are those of before."""
    was, now = Edges(before.keys, before.cosines), alike.edges
    every = Edges.joined([was, now])
    home = flat_components.smallest(len(ids), *every.ends)
    touched = np.zeros(len(ids), np.bool_)
    touched[home[_changed(was, now) >> 32]] = True
    kept = [group for group in before.groups if not touched[home[group[0][0]]]]
    found = [_linked(part, days, ids, alike, settings) for part in _parts(now, home, touched)]
    return sorted((*kept, *(one for groups in found for one in groups)), key=lambda g: [ids[k] for k in g[0]])


def _changed(was: Edges, now: Edges) -> Numbers:
    """The pairs that are alike now or were so, and not as much."""
    at_was, at_now = np.isin(was.keys, now.keys), np.isin(now.keys, was.keys)
    differ = was.cosines[at_was] != now.cosines[at_now]
    return np.concatenate([was.keys[~at_was], now.keys[~at_now], was.keys[at_was][differ]])


def _parts(edges: Edges, home: Numbers, touched: NDArray[np.bool_]) -> Iterator[Edges]:
    """The edges of each connected part that was touched."""
    homes = home[edges.ends[0]]
    some = touched[homes]
    inside, homes = edges.some(some), homes[some]
    order = np.argsort(homes, kind="stable")
    bounds = np.flatnonzero(np.diff(homes[order], prepend=-1)).tolist()
    for low, high in pairwise([*bounds, len(order)]):
        yield inside.some(order[low:high])


def _linked(
    edges: Edges,
    days: Sequence[float | None],
    ids: Sequence[str],
    alike: story.Near,
    settings: Settings,
) -> list[story.Group]:
    """The groups of one connected part."""
    part = np.unique(edges.ends)
    one, other = (np.searchsorted(part, ends).astype(np.int32) for ends in edges.ends)
    here = Edges(pair_keys(one, other), edges.cosines)
    found = story.together(
        {ids[one]: days[one] for one in part.tolist()},
        alike._replace(vectors=alike.vectors.some(part), edges=here, reports=alike.reports[part]),
        settings.story,
    )
    return [(part[members].tolist(), tie) for members, tie in found]
