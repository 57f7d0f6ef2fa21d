"""Which sentence of one version is which of the other, before anybody looks at words.

People lay two versions side by side sentence by sentence: one was kept, edited,
told in other words, or stands in one version only. So sentences are linked first:
by the words that the aligner made partners, then, where a sentence found none, by
the telling words it shares with one that stands at its place. Words that agree
across sentences that are not linked agree by chance and are given back.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from retold import parameters
from retold.algorithms import components
from retold.steps.changes.pair import Side, Unit
from retold.tables import Ints

_P = parameters.of("changes", "sentences")
_ALIGNED = _P.number("aligned")
_TELLING = _P.number("telling")
_MOST = _P.number("most")
_RUN = _P.integer("run")
_ALIKE = _P.number("alike")
_ALIKE_ALONE = _P.number("alike_alone")
_ALIKE_AFAR = _P.number("alike_afar")
_SMALL = _P.number("small")
_STEM = _P.integer("stem")
_CROWD = _P.integer("crowd")
_REWRITTEN = _P.number("rewritten")
_OTHERWISE = _P.number("otherwise")

Weights = NDArray[np.float64]
Links = dict[tuple[int, int], float]  # sentence of the source, of the copy: how much they share


class Sentences(NamedTuple):
    """For each word of either version the number of its group of linked sentences, -1 for none."""

    old: Ints
    new: Ints
    rewritten: tuple[Unit, ...]  # groups told in other words from end to end


def linked(old: Side, new: Side, runs: Sequence[Unit]) -> Sentences:
    """Link the sentences; `runs` are stretches of equal words. Near linear in the words."""
    weight_old, weight_new = _weights(old, new), _weights(new, old)
    total_old, total_new = _totals(old, weight_old), _totals(new, weight_new)
    shared = _by_partners(old, new, runs, weight_old)
    moved = _by_partners(old, new, [run for run in runs if run.moved], weight_old)
    long = _long(old, new, runs)
    links = _best(_strong(shared, total_old, total_new, long), moved)
    links |= _by_stems(old, new, links, (weight_old, weight_new), (total_old, total_new))
    groups = _groups(links)
    numbers_old, numbers_new = _numbers(old, groups, 0), _numbers(new, groups, 1)
    rewritten = tuple(_rewritten(old, new, groups, (shared, long), (total_old, total_new)))
    return Sentences(numbers_old, numbers_new, rewritten)


# ---- weights ----


def _weights(here: Side, there: Side) -> Weights:
    """What each word tells: much if it is rare in both versions, next to nothing if it is grammar.

    Nothing if it belongs to the page and not to the report.
    """
    seen = {w: here.counts[w] + there.counts[w] for w in here.counts}
    small = here.editing.small
    table = {w: _SMALL if w in small else (2.0 / max(n, 2)) ** 0.5 for w, n in seen.items()}
    return np.where(here.furniture, 0.0, np.array([table[w] for w in here.folded], np.float64))


def _totals(here: Side, weights: Weights) -> Weights:
    """The weight of each sentence, counted from sentence -1."""
    return np.asarray(np.bincount(here.sentence + 1, weights, minlength=1), np.float64)


# ---- links by partners ----


def _by_partners(old: Side, new: Side, runs: Sequence[Unit], weights: Weights) -> Links:
    shared: Links = defaultdict(float)
    for run in runs:
        ours, theirs = old.sentence[run.old_low : run.old_high], new.sentence[run.new_low : run.new_high]
        for s, t, w in zip(
            ours.tolist(), theirs.tolist(), weights[run.old_low : run.old_high].tolist(), strict=True
        ):
            shared[s, t] += w
    return shared


def _long(old: Side, new: Side, runs: Sequence[Unit]) -> set[tuple[int, int]]:
    """Pairs of sentences that share many words in a row."""
    found: dict[tuple[int, int], int] = defaultdict(int)
    for run in runs:
        inside: dict[tuple[int, int], int] = defaultdict(int)
        for k, j in zip(run.old, run.new, strict=True):
            inside[int(old.sentence[k]), int(new.sentence[j])] += 1
        for key, size in inside.items():
            found[key] = max(found[key], size)
    return {key for key, size in found.items() if size >= _RUN}


def _strong(shared: Links, old: Weights, new: Weights, long: set[tuple[int, int]]) -> Links:
    kept: Links = {}
    for (s, t), weight in shared.items():
        lesser = min(old[s + 1], new[t + 1])
        enough = weight >= max(_ALIGNED * lesser, min(_TELLING, _MOST * lesser))
        if enough or (s, t) in long:
            kept[s, t] = weight
    return kept


def _best(links: Links, moved: Links) -> Links:
    """The strongest link of each sentence, and those half as strong; moved words must be best for both."""
    top: dict[tuple[int, int], float] = defaultdict(float)
    for (s, t), weight in links.items():
        top[0, s], top[1, t] = max(top[0, s], weight), max(top[1, t], weight)
    kept: Links = {}
    for (s, t), weight in links.items():
        ours, theirs = 2 * weight >= top[0, s], 2 * weight >= top[1, t]
        if (ours and theirs) or ((ours or theirs) and 2 * moved.get((s, t), 0.0) < weight):
            kept[s, t] = weight
    return kept


# ---- links by what is told ----


def _by_stems(
    old: Side, new: Side, links: Links, weights: tuple[Weights, Weights], totals: tuple[Weights, Weights]
) -> Links:
    """Sentences without a link that stand between the same linked ones and tell much the same."""
    loose_old = _unlinked(old, {s for s, _ in links})
    loose_new = _unlinked(new, {t for _, t in links})
    slots_old, slots_new = _slots(loose_old, links, 0), _slots(loose_new, links, 1)
    bags_old = _bags(old, weights[0], loose_old)
    bags_new = _bags(new, weights[1], loose_new)
    alone_old, alone_new = _alone(slots_old), _alone(slots_new)
    rated = []
    for s, t in _meeting(bags_old, bags_new):
        least = _ALIKE if slots_old[s] & slots_new[t] else _ALIKE_AFAR
        if slots_old[s] == slots_new[t] and s in alone_old and t in alone_new:
            least = _ALIKE_ALONE
        common = sum(min(w, bags_new[t][stem]) for stem, w in bags_old[s].items() if stem in bags_new[t])
        alike = 2 * common / (totals[0][s + 1] + totals[1][t + 1])
        if alike >= least:
            rated.append((-alike, s, t))
    return _each_once(sorted(rated))


def _each_once(rated: Sequence[tuple[float, int, int]]) -> Links:
    """The best pairs first; a sentence is linked again only beside its neighbour."""
    found: Links = {}
    held_old: dict[int, int] = {}
    held_new: dict[int, int] = {}
    for alike, s, t in rated:
        beside = abs(held_old.get(s, t) - t) <= 1 and abs(held_new.get(t, s) - s) <= 1
        if beside and not (s in held_old and t in held_new):
            found[s, t] = -alike
            held_old[s], held_new[t] = t, s
    return found


def _unlinked(here: Side, linked: set[int]) -> list[int]:
    return [s for s in dict.fromkeys(here.sentence.tolist()) if s not in linked]


def _slots(loose: Sequence[int], links: Links, side: int) -> dict[int, set[tuple[str, int]]]:
    """For each sentence the linked ones before and behind it, named by their numbers in the source."""
    order = sorted((pair[side], pair[0]) for pair in links)
    places = [place for place, _ in order]
    found: dict[int, set[tuple[str, int]]] = {}
    for s in loose:
        k = int(np.searchsorted(places, s))
        before = ("behind", order[k - 1][1] if k else -1)
        behind = ("before", order[k][1] if k < len(order) else -1)
        found[s] = {before, behind}
    return found


def _alone(slots: dict[int, set[tuple[str, int]]]) -> set[int]:
    """The sentences that stand by themselves between their neighbours."""
    crowd = Counter(frozenset(slot) for slot in slots.values())
    return {s for s, slot in slots.items() if crowd[frozenset(slot)] == 1}


def _bags(here: Side, weights: Weights, sentences: Iterable[int]) -> dict[int, dict[str, float]]:
    bags: dict[int, dict[str, float]] = {s: {} for s in sentences}
    for word, s, w in zip(here.folded, here.sentence.tolist(), weights.tolist(), strict=True):
        if s in bags and w > _SMALL:
            stem = word[:_STEM]
            bags[s][stem] = max(bags[s].get(stem, 0.0), w)
    return bags


def _meeting(old: dict[int, dict[str, float]], new: dict[int, dict[str, float]]) -> set[tuple[int, int]]:
    """Pairs of sentences that share a stem which is not everywhere."""
    holders: dict[str, list[int]] = defaultdict(list)
    for t, bag in new.items():
        for stem in bag:
            holders[stem].append(t)
    return {
        (s, t)
        for s, bag in old.items()
        for stem in bag
        if len(holders.get(stem, ())) <= _CROWD
        for t in holders.get(stem, ())
    }


# ---- groups ----


def _groups(links: Links) -> list[tuple[list[int], list[int]]]:
    """Sentences that hang together, by the numbers of both sides."""
    pairs = [((0, s), (1, t)) for s, t in sorted(links)]
    last = {end: number for number, pair in enumerate(pairs) for end in pair}
    found = components.members(sorted(last), pairs)
    return [
        ([n for side, n in group if side == 0], [n for side, n in group if side == 1])
        for group in sorted(found, key=lambda group: max(last[end] for end in group))
    ]


def _numbers(here: Side, groups: Sequence[tuple[list[int], list[int]]], side: int) -> Ints:
    table = np.full(int(here.sentence.max(initial=-1)) + 2, -1, np.int32)
    for number, group in enumerate(groups):
        table[np.array(group[side], np.int64) + 1] = number
    return np.asarray(table[here.sentence + 1], np.int32)


def _rewritten(
    old: Side,
    new: Side,
    groups: Sequence[tuple[list[int], list[int]]],
    known: tuple[Links, set[tuple[int, int]]],
    totals: tuple[Weights, Weights],
) -> Iterator[Unit]:
    shared, long = known
    for ours, theirs in groups:
        pairs = [(s, t) for s in ours for t in theirs]
        if any(pair in long for pair in pairs):
            continue
        kept = sum(shared.get(pair, 0.0) for pair in pairs)
        whole = [sum(total[n + 1] for n in side) for total, side in zip(totals, (ours, theirs), strict=True)]
        together = ours[-1] - ours[0] < len(ours) and theirs[-1] - theirs[0] < len(theirs)
        if together and kept < _REWRITTEN * min(whole) and min(whole) - kept >= _OTHERWISE:
            yield Unit(*_words(old, ours), *_words(new, theirs), rewritten=True)


def _words(here: Side, sentences: list[int]) -> tuple[int, int]:
    low, high = np.searchsorted(here.sentence, [sentences[0], sentences[-1] + 1]).tolist()
    return low, high
