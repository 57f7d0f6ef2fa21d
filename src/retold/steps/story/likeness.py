"""How alike articles are in their telling words, for a whole corpus at once.

A word's weight is its idf, used twice: once as the weight of the word in its
text, once in the comparison, so that rare words decide. Small corpora cannot know
how rare a word is; there the background of its language stands in (see
`retold.language.background`) and fades as the corpus grows: of n articles the
corpus's own share weighs n / (n + `prior_corpus`). Where no language of the word
has a background its shape must do (short lower-case words are common, names and
figures rare).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from retold import language, parameters
from retold.algorithms.stretches import ranges
from retold.kernels import Kernels
from retold.steps.story import brevity
from retold.tables import Bags, Edges, ManyWords, Pairs, Weights
from retold.tables.corpus import pair_keys

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]
Vector = tuple[NDArray[np.int32], NDArray[np.float64]]  # of one article: words, rising, and their weights

_P = parameters.of("story", "likeness")
_PRIOR_CORPUS = _P.integer("prior_corpus")
_PRIOR = np.array(_P.row("prior"), np.float32)  # by the shapes of tables.SHAPES
_WIDELY = _P.integer("widely")
_WIDELY_SHARE = _P.number("widely_share")
_WIDELY_MOST = _P.integer("widely_most")
_PARTIAL = _P.number("partial")
_LEAST_FUNCTION = parameters.of("language", "detection").number("least_share")
_BRIEF, _WHOLE, _LEAST_TOLD = _P.integer("brief"), _P.integer("whole"), _P.number("least_told")
_UNCOUNTED = _P.number("uncounted")
_KINDS = _P.integer("kinds")
_SHORTEST = _P.integer("shortest")
_FEW = parameters.of("language", "detection").integer("few")
_CHUNK = 1 << 20  # words weighed at a time


@dataclass(frozen=True, slots=True, eq=False)
class Vectors:
    """One sparse unit vector for each article: `words[bounds[i]:bounds[i+1]]` and their weights."""

    words: NDArray[np.int32]
    weights: Floats
    bounds: Numbers
    telling: NDArray[np.bool_]  # [vocabulary] whether a word is rare enough to propose a pair by itself

    def __len__(self) -> int:
        return len(self.bounds) - 1

    def of(self, article: int) -> tuple[NDArray[np.int32], NDArray[np.float64]]:
        """One article's words and their weights."""
        piece = slice(self.bounds[article], self.bounds[article + 1])
        return self.words[piece], self.weights[piece].astype(np.float64)

    def some(self, articles: Numbers) -> Vectors:
        """The vectors of these articles, in their order."""
        counts = np.diff(self.bounds)[articles]
        rows = ranges(self.bounds[:-1][articles], counts)
        return Vectors(self.words[rows], self.weights[rows], np.cumsum(np.r_[0, counts]), self.telling)


def weighed(bags: Bags, report: Numbers | None = None) -> Weights:
    """What each word of a corpus weighs.

    `report` numbers what each article prints: articles with one number count
    once when words are weighed, or a dispatch that all print would seem to say nothing.
    """
    holders = np.bincount(bags.words, minlength=len(bags.forms))
    report = np.arange(len(bags)) if report is None else report
    counts = Counts(bags.forms, holders, _reprinted(bags, report), background(bags))
    return of_counts(counts, len(bags), len(np.unique(report)))


class Counts(NamedTuple):
    """What of each word of a corpus decides what it weighs."""

    forms: NDArray[np.int64]  # [vocabulary] rising
    holders: Numbers  # articles that hold it
    again: Numbers  # those of them that print a report that another holder prints too
    prior: Floats  # share of articles that hold it, before any is read (see `prior`)


def of_counts(counts: Counts, articles: int, reports: int) -> Weights:
    """What each word weighs, by counts of a corpus of so many articles and different reports."""
    widely = max(_WIDELY, min(_WIDELY_MOST, int(_WIDELY_SHARE * articles)))
    weight = _weights(counts.holders - counts.again, counts.prior, reports)
    return Weights(counts.forms, weight, counts.holders <= widely, reports)


def vectors(bags: Bags, known: Weights, priors: Floats | None = None) -> Vectors:
    """The telling words of each article, weighed by the corpus that `known` was counted in.

    `priors` has for each word of each article that this corpus does not know what `strange` says.
    """
    places = np.minimum(np.searchsorted(known.forms, bags.forms), max(0, len(known.forms) - 1))
    strange = known.forms[places] != bags.forms if len(known.forms) else np.ones(len(bags.forms), np.bool_)
    weight = known.weights[places] if len(known.forms) else np.zeros(len(bags.forms), np.float32)
    values = np.empty(len(bags.words), np.float32)
    for low in range(0, len(values), _CHUNK):
        piece = slice(low, low + _CHUNK)
        each = weight[bags.words[piece]]
        if priors is not None:
            own = strange[bags.words[piece]]
            each[own] = _weights(np.zeros(1, np.int64), priors[piece][own], known.reports)
        values[piece] = (1 + np.log(bags.times[piece])) * each
    norms = np.maximum(_norms(values, bags.bounds), 1e-9) / _counted(bags)
    for some, piece, sizes in _pieces(bags.bounds):
        values[piece] /= np.repeat(norms[some], sizes)
    telling = strange | known.telling[places] if len(known.forms) else strange
    return Vectors(bags.words, values, bags.bounds, telling)


def strange(bags: Bags, words: ManyWords, known: Weights) -> Floats:
    """For each word of each article how common it was thought to be before any article was read.

    0 for words that `known` has. It is told from the article alone, by its language and by the shapes that
    the word has there, so that it stays whatever is added. `bags` are those of `words`.
    """
    found = np.zeros(len(bags.words), np.float32)
    new = ~np.isin(bags.forms, known.forms)
    own = np.flatnonzero(new[bags.words])
    if not len(own):
        return found
    article = np.repeat(np.arange(len(bags)), np.diff(bags.bounds))[own]
    forms, shapes = bags.forms[bags.words[own]], _shapes_in(bags, words, new)
    shares = np.zeros(len(own), np.float32)
    for one in language.packs():
        if one.background is not None:
            claimed = _claimed(bags, one)[article]
            shares[claimed] = np.maximum(
                shares[claimed], one.background.of_forms(forms[claimed], shapes[claimed])
            )
    found[own] = np.where(shares > 0, shares, _PRIOR[shapes])
    return found


def _shapes_in(bags: Bags, words: ManyWords, new: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """The commonest shape that each new word of an article has in it, in the order of the bags."""
    places = np.searchsorted(bags.forms, words.forms)
    texts = np.repeat(np.arange(len(words)), np.diff(words.bounds))
    some = new[places]
    keys, inverse = np.unique(texts[some] << 32 | places[some], return_inverse=True)
    shapes = np.zeros(len(keys), np.uint8)
    np.maximum.at(shapes, inverse, words.shapes[some])
    return shapes


def background(bags: Bags) -> Floats:
    """The share of articles that hold each word, before any article is read.

    The languages with a background say it of the words of the articles they claim; a word that
    articles of two of them hold is as common as in the one where it is commoner.
    """
    claimed, languages = claims(bags), np.zeros(len(bags.forms), np.int64)
    for bit in range(len(_with_background())):
        known = (claimed >> bit & 1).astype(np.bool_)
        for some, piece, sizes in _pieces(bags.bounds):
            languages[bags.words[piece][np.repeat(known[some], sizes)]] |= 1 << bit
    return prior(bags.forms, bags.shapes, languages)


def claims(bags: Bags) -> Numbers:
    """Which languages with a background claim each article: bit k for the k-th of them, by code."""
    found = np.zeros(len(bags), np.int64)
    for bit, one in enumerate(_with_background()):
        found |= _claimed(bags, one).astype(np.int64) << bit
    return found


def prior(forms: NDArray[np.int64], shapes: NDArray[np.uint8], languages: Numbers) -> Floats:
    """What `background` says of words, by their shapes and the languages that claim articles with them."""
    found = np.zeros(len(forms), np.float32)
    for bit, one in enumerate(_with_background()):
        held = np.flatnonzero(languages >> bit & 1)
        if one.background is not None and len(held):
            found[held] = np.maximum(found[held], one.background.of_forms(forms[held], shapes[held]))
    return np.where(found > 0, found, _PRIOR[shapes])


def _with_background() -> list[language.Language]:
    return [one for one in language.packs() if one.background is not None]


def _counted(bags: Bags) -> Floats:
    """By how much the vector of each article counts: less in a language of which no background is known.

    There words of the grammar look as telling as others, and strangers look alike. A text too short to
    show its language counts whole, unless it has no function word at all.
    So do brief texts: a few words in common are much of them; `least_told` of their likeness counts at least.
    """
    words = _lengths(bags)
    counted: Floats = np.sqrt(np.maximum(_LEAST_TOLD, _told(words)) * _by_language(bags, words))
    return counted.astype(np.float32)


def _told(words: NDArray[Any]) -> NDArray[np.float64]:
    """The share of the likeness of a text of so many words that counts.

    Of two texts of one length the likeness counts for a share that leaves as many strangers of any length
    above a bar (see `brevity`).
    """
    return brevity.counted(words, _BRIEF, _WHOLE)


def _by_language(bags: Bags, words: NDArray[Any]) -> NDArray[np.float64]:
    known = words < _SHORTEST
    for one in _with_background():
        kinds = _kinds(bags, one)
        known |= _claimed(bags, one) | (kinds >= np.where(words < _FEW, 1, _KINDS))
    return np.where(known, 1.0, _UNCOUNTED)


def _function_words(bags: Bags, pack: language.Language) -> NDArray[np.bool_]:
    """[vocabulary] which words are function words of a language."""
    return np.isin(bags.forms, np.array(sorted(pack.function_forms), np.int64))


def _kinds(bags: Bags, pack: language.Language) -> Numbers:
    """How many different function words of a language each article has."""
    function = _function_words(bags, pack)
    return _sums(bags.bounds, lambda piece: function[bags.words[piece]]).astype(np.int64)


def _claimed(bags: Bags, pack: language.Language) -> NDArray[np.bool_]:
    """Which articles have as many function words as a text of the language has."""
    function = _function_words(bags, pack)
    telling = _sums(bags.bounds, lambda piece: bags.times[piece] * function[bags.words[piece]])
    claimed: NDArray[np.bool_] = telling >= _LEAST_FUNCTION * np.maximum(_lengths(bags), 1)
    return claimed


def _lengths(bags: Bags) -> NDArray[np.float64]:
    """How many words each article has."""
    return _sums(bags.bounds, lambda piece: bags.times[piece])


def _pieces(bounds: Numbers) -> Iterator[tuple[slice, slice, Numbers]]:
    """All articles, some at a time, with their words and how many each has.

    Of a million articles no array of all words is made.
    """
    low, end = 0, len(bounds) - 1
    while low < end:
        beyond = int(np.searchsorted(bounds, bounds[low] + _CHUNK, side="right"))
        high = min(max(low + 1, beyond - 1), end)
        yield slice(low, high), slice(int(bounds[low]), int(bounds[high])), np.diff(bounds[low : high + 1])
        low = high


def _sums(bounds: Numbers, of: Callable[[slice], NDArray[Any]]) -> NDArray[np.float64]:
    """The sum over the words of each article of what `of` gives for a piece of all words."""
    found = np.zeros(len(bounds) - 1, np.float64)
    for some, piece, sizes in _pieces(bounds):
        found[some] = np.bincount(np.repeat(np.arange(len(sizes)), sizes), of(piece), minlength=len(sizes))
    return found


def _reprinted(bags: Bags, report: Numbers) -> Numbers:
    """How many holders of each word print a report that another holder prints too."""
    _, inverse, members = np.unique(report, return_inverse=True, return_counts=True)
    shared = np.flatnonzero(members[inverse] > 1)
    words = [bags.words[bags.bounds[i] : bags.bounds[i + 1]] for i in shared.tolist()]
    owners = np.repeat(report[shared], [len(part) for part in words])
    every = np.concatenate([np.zeros(0, np.int32), *words])
    once = np.unique(owners << 32 | every) & 0xFFFFFFFF
    size = len(bags.forms)
    reprinted: Numbers = np.bincount(every, minlength=size) - np.bincount(once, minlength=size)
    return reprinted


def _weights(holders: Numbers, prior: Floats, corpus: int) -> Floats:
    """Squared idf, with the background as a small corpus of its own."""
    share = (holders + _PRIOR_CORPUS * prior) / (corpus + _PRIOR_CORPUS)
    squared: Floats = (np.log(np.minimum(share, 0.99)) ** 2).astype(np.float32)
    return squared


def _norms(values: Floats, bounds: Numbers, kind: type[np.floating[Any]] = np.float32) -> NDArray[Any]:
    """The length of each article's vector, as numbers of a kind, which they are summed in."""
    found = np.zeros(len(bounds) - 1, kind)
    for some, piece, sizes in _pieces(bounds):
        full, own = np.flatnonzero(sizes), values[piece].astype(kind)
        if len(full):
            found[some][full] = np.sqrt(np.add.reduceat(own * own, bounds[some][full] - piece.start))
    return found


def partial(least: float) -> float:
    """What telling words alone must bring for a pair to be looked at that shall be `least` alike."""
    return _PARTIAL * least


def candidates(
    found: Vectors, known: Pairs, least: float, kernels: Kernels, enough: Callable[[Edges], NDArray[np.bool_]]
) -> Edges:
    """Pairs of articles that are alike, as far as they are `enough`, which is asked of those so alike.

    Words that many articles hold propose no pair, but count in the cosine.
    `known` are pairs to look at besides, such as those that share long runs.
    """
    keys = np.unique(pair_keys(np.minimum(known.a, known.b), np.maximum(known.a, known.b)))
    terms = partial(least), keys, enough
    return kernels.alike(found.bounds, found.words, found.weights, proposing(found), terms)


def proposing(found: Vectors) -> NDArray[np.bool_]:
    """[vocabulary] the telling words that propose pairs: two articles or more have them."""
    several: NDArray[np.bool_] = np.bincount(found.words, minlength=len(found.telling)) > 1
    return found.telling & several


def lacks(norms: NDArray[np.float64]) -> NDArray[np.float64]:
    """What vectors of these lengths lack to 1, at a right angle: what was taken for brevity and language."""
    found: NDArray[np.float64] = np.sqrt(np.maximum(0.0, 1 - norms**2))
    return found


def whole_dots(found: Vectors, keys: Numbers, kernels: Kernels) -> NDArray[np.float64]:
    """The likeness of pairs (a << 32 | b) that print one report: nothing is taken for brevity or language.

    What few words, or words of an unknown language, have in common may be chance; a report is none.
    """
    held = found.bounds, found.words, found.weights
    sides = (keys >> 32, keys & 0xFFFFFFFF)
    norms = [np.sqrt(kernels.dots(*held, side << 32 | side)) for side in sides]
    return whole_cosines(kernels.dots(*held, keys), norms[0], norms[1])


def whole_cosines(
    cosines: NDArray[np.float64], one: NDArray[np.float64], other: NDArray[np.float64]
) -> NDArray[np.float64]:
    """What cosines of vectors of these lengths are with what both lack to 1 in common, to nine digits."""
    found: NDArray[np.float64] = (cosines + lacks(one) * lacks(other)).round(9)
    return found


def whole(found: Vectors, reports: Numbers) -> Callable[[int], Vector]:
    """The vector of each article, with what it lacks to 1 as a word of its own report: see `Near.reports`."""
    own = (len(found.telling) + reports).astype(np.int32)
    lacking = lacks(_norms(found.weights, found.bounds, np.float64))

    def of(article: int) -> Vector:
        words, weights = found.of(article)
        return np.append(words, own[article]), np.append(weights, lacking[article])

    return of
