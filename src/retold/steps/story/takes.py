"""What a report has from an agency: from all its takes together, in the light of the other reports.

An agency tells one event in several takes, and a paper takes a sentence here and a paragraph
there; no single take holds much of it. And what all reports of the event have, the facts and how
courts and companies call things, tells nothing: a word counts the less, the more other reports have
it. On METER this tells a paper that used the wire from one that did not better than any pair of
texts does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from retold import parameters
from retold.gazetteer import agencies
from retold.steps.story import families, features, judgement
from retold.steps.story.families import Borrowing
from retold.tables import Alignment, Hashes, Ties

NAMES = (
    "narration",  # share of the narration in runs of two or more that some take has, each word by its weight
    "words",  # share of the longer words of the narration that some take has anywhere, by the same weights
)
_P = parameters.of("story", "takes")
_LEAST, _MOST = _P.number("least"), _P.number("most")
_OTHERS = _P.integer("others")
_LONG_WORD = _P.integer("long_word")
Numbers = tuple[int, int]  # of two articles of the corpus

_RUNS, _TAKEN = (Borrowing._fields.index(name) for name in ("runs", "taken"))


class Asked(NamedTuple):
    """An article, the takes of one agency that it shares text with, and other reports; by number.

    The first take is the one that it has most from.
    """

    article: int
    takes: tuple[int, ...]
    others: tuple[int, ...]


class Reports(NamedTuple):
    """By article of a corpus: its id, its outlet, the number of its group (-1 for none), its day.

    `days` of publication are those of `moments.day_number`, None where no day is known.
    """

    ids: Sequence[str]
    outlets: Sequence[str | None]
    home: Sequence[int]
    days: Sequence[float | None]

    def agencies(self) -> frozenset[str | None]:
        """The outlets among them that are news agencies."""
        return frozenset(name for name in set(self.outlets) if agencies.is_agency(name))

    def is_later(self, one: int, other: int) -> bool:
        """Whether one article was published on a later day than another."""
        day, than = self.days[one], self.days[other]
        return day is not None and than is not None and int(day) > int(than)


class Shared(NamedTuple):
    """What an article has in common with one take of an agency."""

    take: int
    share: float  # of the article's narration, in runs that both have
    tie: int  # number of their tie
    later: bool  # whether the take is of a later day than the article


FromAgencies = Mapping[tuple[int, str], Sequence[Shared]]  # by article and agency, the most first


def from_agencies(corpus: Reports, ties: Ties) -> FromAgencies:
    """What articles share with takes of agencies in their groups; sorted by the articles' ids.

    What two takes share, of one agency or of two, is left out, and so is a template that both fill.
    """
    ids, outlets, home, _ = corpus
    wires = corpus.agencies()
    wired = np.fromiter((name in wires for name in outlets), np.bool_, len(outlets))
    beside = (wired[ties.a] != wired[ties.b]) & ~families.templates(ties)
    found: dict[tuple[int, str], list[Shared]] = {}
    for tie in np.flatnonzero(beside).tolist():
        article, take = int(ties.a[tie]), int(ties.b[tie])
        if wired[article]:
            article, take = take, article
        if home[article] == home[take] >= 0:
            share = float(ties.ways[tie, int(ids[article] > ids[take]), _RUNS])  # see `Ties.ways`
            one = Shared(take, share, tie, corpus.is_later(take, article))
            found.setdefault((article, str(outlets[take])), []).append(one)
    order = sorted(found, key=lambda one: (ids[one[0]], one[1]))
    return {key: sorted(found[key], key=lambda one: (-one.share, ids[one.take])) for key in order}


def doubtful(corpus: Reports, shared: FromAgencies) -> list[Asked]:
    """The articles that one take alone does not surely give to an agency, or keep from it; sorted by ids."""
    members: dict[int, list[int]] = {}
    for article in sorted(range(len(corpus.ids)), key=corpus.ids.__getitem__):
        members.setdefault(corpus.home[article], []).append(article)
    found = []
    for (article, name), held in shared.items():
        if held[0].share < _MOST and sum(one.share for one in held) >= _LEAST:
            others = _others(article, name, corpus.outlets, members[corpus.home[article]])
            found.append(Asked(article, tuple(one.take for one in held), others))
    return found


def probability(alignments: Sequence[Alignment], others: Sequence[Hashes]) -> float:
    """The probability that an article, `a` of each alignment, has text from the takes, `b` of each.

    `others` are the word forms of the other reports.
    """
    return judgement.probability("takes", NAMES, numbers(alignments, others))


def numbers(alignments: Sequence[Alignment], others: Sequence[Hashes]) -> NDArray[np.float64]:
    """The numbers of `NAMES`, in their order."""
    article = alignments[0].a
    heard = np.logical_or.reduce([features.quoted_there(one) for one in alignments])
    own = features.narration(article) & ~heard
    long = own & (article.words.ends - article.words.starts > _LONG_WORD)
    held = sum((np.isin(article.words.forms, one) for one in others), np.zeros(len(own)))
    weight = 1 / (1 + held)
    runs = np.logical_or.reduce([features.in_shared_runs(one) for one in alignments])
    had = np.isin(article.words.forms, np.concatenate([features.forms(one.b) for one in alignments]))
    return np.array([_weighed(runs, own, weight), _weighed(had, long, weight)], np.float64)


def settled(
    ties: Ties, shared: FromAgencies, asked: Sequence[Asked], given: Sequence[float], least: float
) -> tuple[Ties, list[Numbers]]:
    """The ties in the light of the answers, and each article with the take that it has most from.

    An article and the takes that it was asked about have the probability that was given. Two papers are
    not tied where one has text from an agency and the other has not, as far as `least` says, unless they
    print much the same: what they share without a copy is what both heard. With a take of a later day an
    article has what the two say alone.
    """
    ways = ties.ways.copy()
    answers = {(one.article, one.takes): chance for one, chance in zip(asked, given, strict=True)}
    chances: dict[str, dict[int, float]] = {}
    for (article, name), held in shared.items():
        chance = answers.get((article, tuple(one.take for one in held)))
        if chance is not None:
            ways[[one.tie for one in held if not one.later], :, _TAKEN] = chance
        alone = float(ties.ways[held[0].tie, :, _TAKEN].max())
        chances.setdefault(name, {})[article] = alone if chance is None else chance
    for known in chances.values():
        ways[_parted(ties, known, least), :, _TAKEN] = 0.0
    return Ties(ties.a, ties.b, ways, ties.same), _wired(shared)


def _wired(shared: FromAgencies) -> list[Numbers]:
    """Each article with the take of each agency that it has most from, of those that are not later."""
    firsts = (
        (article, next((x for x in held if not x.later), None)) for (article, _), held in shared.items()
    )
    return [(article, first.take) for article, first in firsts if first]


def _parted(ties: Ties, chances: Mapping[int, float], least: float) -> NDArray[np.bool_]:
    """Which pairs are of an article that has text from the agency and one that has not, and are no copies."""
    likely = np.full(int(max(ties.a.max(), ties.b.max())) + 1, np.nan)
    likely[list(chances)] = list(chances.values())
    one, other = likely[ties.a], likely[ties.b]
    apart = (np.minimum(one, other) < least) & (np.maximum(one, other) >= least)
    found: NDArray[np.bool_] = apart & (ties.ways[:, :, _RUNS].max(axis=1) < _MOST)
    return found


def _others(
    article: int, agency: str, outlets: Sequence[str | None], members: Sequence[int]
) -> tuple[int, ...]:
    """Reports of other outlets than the article's and the agency, the first of many."""
    apart = (one for one in members if one != article and outlets[one] not in (agency, outlets[article]))
    return tuple(islice(apart, _OTHERS))


def _weighed(found: features.Mask, among: features.Mask, weight: NDArray[np.float64]) -> float:
    """The share of the words `among` that are `found`, by weight; 0 of none."""
    whole = float(weight[among].sum())
    return float(weight[found & among].sum()) / whole if whole else 0.0
