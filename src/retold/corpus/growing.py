"""The wide half for articles that are added to a stored corpus: only they are matched, with what was kept.

The result is that of matching, weighing and grouping all articles by the numbers of the generation, since
nothing of it is guessed: what an added article does to n-grams that others share is reckoned, and groups are
linked again in every connected part in which something is no longer as it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from retold.algorithms import components
from retold.corpus import postings
from retold.corpus.articles import Corpus
from retold.corpus.index import Index, silent
from retold.corpus.wide import Alike, Linked, Wide, Words, proposed
from retold.kernels import UNIT, Kernels
from retold.settings import Match, Settings
from retold.steps import match, story
from retold.steps.match import Meetings
from retold.steps.story.likeness import Vectors
from retold.tables import Bags, Generation, Grams, Hashes, Ints, Pairs
from retold.tables.corpus import pair_keys

Numbers = NDArray[np.int64]
Edge = tuple[int, int, float]

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
    held = _Holders.of(before.segments, rows[0], (rows[1] + first).astype(np.int32), same)
    renamed = replace(was, keys=keys, names=names, same=same, sizes=sizes)
    found = _with_common(_with_rare(renamed, held, first, settings, corpus.kernels), held, settings.common)
    segments = [*before.segments, postings.segment(rows[0], (rows[1] + first).astype(np.int32))]
    return found, postings.fewer(segments)


@dataclass(frozen=True, slots=True, eq=False)
class _Holders:
    """Who holds each n-gram of the articles that are added: of those before, and with the added ones."""

    hashes: Hashes  # rising
    old_counts: Numbers
    old: Ints
    counts: Numbers
    articles: Ints

    @classmethod
    def of(cls, segments: Sequence[postings.Segment], hashes: Hashes, articles: Ints, same: Ints) -> _Holders:
        different, owner = np.unique(hashes, return_inverse=True)
        counts, held = postings.holders(segments, different)
        old = same[held]  # who stands for a holder now
        owners = np.r_[np.repeat(np.arange(len(different)), counts), owner]
        every = np.r_[old, articles]
        order = np.lexsort((every, owners))
        by_owner = np.lexsort((old, owners[: len(old)]))
        total = counts + np.bincount(owner, minlength=len(different))
        return cls(different, counts, old[by_owner], total, every[order])


def _with_rare(was: Meetings, held: _Holders, first: int, settings: Match, kernels: Kernels) -> Meetings:
    """The meetings with those of the added articles; of others what they weigh now."""
    common = settings.common
    lost = _sums(held.old_counts, held.old, common, kernels)
    won = _sums(held.counts, held.articles, common, kernels)
    low, high = np.minimum(was.same[was.a], was.same[was.b]), np.maximum(was.same[was.a], was.same[was.b])
    known: Sums = (low.astype(np.int64) << 32 | high, np.asarray(was.times), np.asarray(was.weight))
    own = np.isin(won[0], known[0]) | ((won[0] & 0xFFFFFFFF) >= first)
    keys, places = np.unique(np.r_[known[0], won[0][own]], return_inverse=True)
    totals = np.zeros((2, len(keys)), np.int64)
    for column in (0, 1):
        values = np.r_[known[column + 1], won[column + 1][own]]
        np.add.at(totals[column], places, values)
        gone = np.flatnonzero(np.isin(lost[0], keys))
        np.subtract.at(totals[column], np.searchsorted(keys, lost[0][gone]), lost[column + 1][gone])
    a, b = (keys >> 32).astype(np.int32), (keys & 0xFFFFFFFF).astype(np.int32)
    lesser = np.minimum(was.sizes[a], was.sizes[b])
    enough = (totals[0] >= np.minimum(settings.least_shared, lesser)) & (
        totals[1] >= settings.share * UNIT * lesser
    )
    return replace(was, a=a[enough], b=b[enough], times=totals[0][enough], weight=totals[1][enough])


def _sums(counts: Numbers, articles: Ints, common: int, kernels: Kernels) -> Sums:
    """What the holders of rare n-grams have in common by these alone."""
    rare = (counts > 1) & (counts <= common)
    held = articles[np.repeat(rare, counts)]
    names, numbers = np.unique(held, return_inverse=True)
    bounds = np.cumsum(np.r_[0, counts[rare]])
    a, b, times, weight = kernels.sums(bounds, numbers.astype(np.int32), len(names), common)
    return names[a].astype(np.int64) << 32 | names[b], times, weight


def _with_common(found: Meetings, held: _Holders, common: int) -> Meetings:
    """The same with the n-grams that many hold now; each holder stands for all with the same words."""
    many = held.counts > common
    wide = np.repeat(held.hashes[many], held.counts[many]), held.articles[np.repeat(many, held.counts)]
    was = found.common
    kept = ~np.isin(was.hashes, held.hashes[many])
    hashes, holders = np.r_[was.hashes[kept], wide[0]], np.r_[found.same[was.holders[kept]], wide[1]]
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
    lengths = np.bincount(owners, bags.times, minlength=len(fresh)).astype(np.int64)
    return Words(vectors, np.r_[was.forms, bags.forms[new]], np.r_[was.lengths, lengths])


# ---- likeness and groups ----


def alike(corpus: Grown, settings: Settings, kernels: Kernels) -> Alike:
    """Who is alike: pairs as they were, but for those that too few n-grams propose now."""
    was, held, least = corpus.before.alike, corpus.words.vectors, settings.story.together
    vectors = held.bounds, held.words, held.weights
    first = len(corpus.before.met.keys)
    pairs = pair_keys(corpus.pairs.a, corpus.pairs.b)
    kept = was.telling | np.isin(was.keys, pairs)
    new = kernels.likely(*vectors, held.telling, (story.likeness.partial(least), first))
    looked_at = np.setdiff1d(np.union1d(new, pairs), was.keys[kept])
    cosines = kernels.dots(*vectors, looked_at)
    near = cosines >= least
    keys = np.r_[was.keys[kept], looked_at[near]]
    order = np.argsort(keys)
    told = np.r_[was.telling[kept], proposed(held, looked_at[near], settings.story, kernels)]
    return Alike(keys[order], np.r_[was.cosines[kept], cosines[near]][order], told[order])


def near(corpus: Grown, found: Alike, prints: NDArray[np.int8]) -> story.Near:
    """The same as `story.near` has it, without pairs that fill one template each with an event of its own."""
    filled = pair_keys(corpus.pairs.a, corpus.pairs.b)[prints < 0]
    keep = ~np.isin(found.keys, filled)
    keys, cosines = found.keys[keep], found.cosines[keep]
    edges = list(zip((keys >> 32).tolist(), (keys & 0xFFFFFFFF).tolist(), cosines.tolist(), strict=True))
    return story.Near(corpus.words.vectors, edges, corpus.generation.weights, corpus.generation.bars)


def together(
    days: Sequence[float | None], ids: Sequence[str], alike: story.Near, before: Linked, settings: Settings
) -> list[story.Group]:
    """Groups as `story.together` finds them; where nothing changed they are those of before."""
    was = dict(zip(before.keys.tolist(), before.cosines.tolist(), strict=True))
    now = {i << 32 | j: cosine for i, j, cosine in alike.edges}
    changed = {one for key, _ in was.items() ^ now.items() for one in _ends(key)}
    home = components.representatives(*_graph([*was, *now]))
    touched = {home[one] for one in changed}
    kept = [group for group in before.groups if home[group[0][0]] not in touched]
    edges: dict[int, list[Edge]] = {one: [] for one in touched}
    for i, j, cosine in alike.edges:
        if home[i] in touched:
            edges[home[i]].append((i, j, cosine))
    found = [_linked(part, days, ids, alike, settings) for part in edges.values()]
    return sorted((*kept, *(one for groups in found for one in groups)), key=lambda g: [ids[k] for k in g[0]])


def _ends(key: int) -> tuple[int, int]:
    return key >> 32, key & 0xFFFFFFFF


def _graph(keys: Iterable[int]) -> tuple[list[int], list[tuple[int, int]]]:
    """The articles and the pairs of a graph."""
    pairs = [_ends(key) for key in keys]
    return sorted({one for pair in pairs for one in pair}), pairs


def _linked(
    edges: Sequence[Edge],
    days: Sequence[float | None],
    ids: Sequence[str],
    alike: story.Near,
    settings: Settings,
) -> list[story.Group]:
    """The groups of one connected part."""
    part = sorted({one for i, j, _ in edges for one in (i, j)})
    place = {one: k for k, one in enumerate(part)}
    held = alike.vectors
    counts = np.diff(held.bounds)[part]
    rows = postings.ranges(held.bounds[:-1][part], counts)
    vectors = Vectors(held.words[rows], held.weights[rows], np.cumsum(np.r_[0, counts]), held.telling)
    here = [(place[i], place[j], cosine) for i, j, cosine in edges]
    found = story.together(
        {ids[one]: days[one] for one in part}, alike._replace(vectors=vectors, edges=here), settings.story
    )
    return [([part[k] for k in members], tie) for members, tie in found]
