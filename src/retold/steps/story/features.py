"""What an alignment shows of copying and of one event, as a handful of numbers.

What speaks of one event is symmetric: the shorter text and the longer one take
the two sides. What speaks of copying has a direction: how much of one text can
be had from the other. Shares are 0 … 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from retold import parameters
from retold.algorithms.rising import are_among
from retold.gazetteer import agencies
from retold.language.folding import form
from retold.steps.story import brevity
from retold.steps.story.spoken import in_first_person
from retold.tables import Alignment, Hashes, Ints, Witness, Words
from retold.tables.posts import posts
from retold.tables.tokens import capitals

Mask = NDArray[np.bool_]

NAMES = (
    "shared_short",  # words of the shorter text with an equal partner
    "shared_long",
    "longest",  # logarithm of the longest shared run
    "lacking_short",  # names and figures of the shorter text that the longer lacks
    "lacking_long",
    "ratio",  # logarithm of the lengths' ratio
    "likeness",  # cosine of the different words, names and figures counted more
)
TAKEN = ("narration",)  # see `narration_had`; of brief texts it counts for less
_P = parameters.of("story", "features")
_LONG_RUN = _P.integer("long_run")
_RUN = _P.integer("run")
_SURE_RUN = _P.integer("sure_run")
_SURELY = _P.number("surely")
_SURELY_SHARED = _P.number("surely_shared")
_BRIEF, _WHOLE = _P.integer("brief"), _P.integer("whole")
LATELY = 64  # witnesses whose masks are remembered: one is compared with many
_LONG_WORD = _P.integer("long_word")
_FACTS = _P.integer("facts")
_TELLING_FACTS = _P.integer("telling_facts")


def of(alignment: Alignment) -> NDArray[np.float64]:
    """What two texts have in common, whichever is `a`: the numbers of `NAMES`, in their order."""
    if size(alignment.a) > size(alignment.b):
        alignment = turned(alignment)
    short, long = alignment.a, alignment.b
    n, m = max(1, size(short)), max(1, size(long))
    partners = equal_partners(alignment)
    equal = int((partners >= 0).sum())
    values = (
        equal / n,
        equal / m,
        np.log1p(max((length for _, length in runs_of(partners)), default=0)),
        lacking(short, [long]),
        lacking(long, [short]),
        np.log(m / n),
        likeness(short, long),
    )
    return np.array(values, np.float64)


def taken(alignment: Alignment, note: Mask | None = None) -> NDArray[np.float64]:
    """How much of `a` can be had from `b`: the numbers of `TAKEN`, in their order.

    `note` are words of `a` that tell nothing of copying: a note of the house below its reports.
    """
    counted = float(brevity.counted(int(narration(alignment.a).sum()), _BRIEF, _WHOLE))
    return np.array([narration_had(alignment, note) * counted], np.float64)


def narration_had(alignment: Alignment, note: Mask | None = None) -> float:
    """The share of the narration of `a` that stands in runs shared with `b`.

    Quotations, names and figures are what all reporters of one event have; the words between them
    are chosen, and hardly two choose the same in a row. On METER and on pairs of outlets that two people
    read, this one share tells copying from own reporting as well as any dozen numbers beside it.
    What is a quotation in one of the two is one in the other, though it be printed without marks.
    """
    own = narration(alignment.a) & ~quoted_there(alignment)
    return share(in_shared_runs(alignment), own if note is None else own & ~note)


@lru_cache(maxsize=2)
def turned(alignment: Alignment) -> Alignment:
    """The alignment seen from the other text, one object as long as it is asked for: masks are kept by it."""
    return alignment.turned()


@lru_cache(maxsize=2)
def in_shared_runs(alignment: Alignment) -> Mask:
    """Which words of `a` stand in shared runs that are long enough to tell copying."""
    found: Mask = run_sizes(alignment) >= _RUN
    return found


def unquoted_runs(alignment: Alignment, least: int) -> float:
    """The share of the words of `a` outside quotation marks that stand in shared runs of `least` or more."""
    return share(unquoted_in_runs(alignment, least), unquoted_in_both(alignment))


def unquoted_in_runs(alignment: Alignment, least: int) -> Mask:
    """Which words of `a` stand in shared runs of `least` or more, outside the quotation marks of both."""
    return (run_sizes(alignment) >= least) & unquoted_in_both(alignment)


def unquoted_in_both(alignment: Alignment) -> Mask:
    """Which words of `a` stand outside quotations and furniture, and are no quotation in `b` either."""
    return unquoted(alignment.a) & ~quoted_there(alignment)


@lru_cache(maxsize=2)
def quoted_there(alignment: Alignment) -> Mask:
    """Which words of `a` have an equal partner in a quotation or an embedded post of `b`."""
    partners = equal_partners(alignment)
    found: Mask = (partners >= 0) & heard(alignment.b)[partners]
    return found


def surely(alignment: Alignment) -> bool:
    """Whether much of what `a` shares with `b` stands in runs that two writers never choose alike.

    Reports of one event share telling words here and there; copies share them in one piece.
    """
    a = alignment.a
    common = share(_had(alignment), telling(a) & unquoted(a))
    return unquoted_runs(alignment, _SURE_RUN) >= max(_SURELY, _SURELY_SHARED * common)


def in_sentences(sentence: Ints, found: Mask, least: float) -> Mask:
    """Which words stand in sentences of which at least this share is `found`; `sentence` is -1 for none."""
    inside = sentence >= 0
    among = np.bincount(sentence[inside], found[inside])
    mostly = among >= least * np.maximum(1, np.bincount(sentence[inside]))
    mask: Mask = np.zeros(len(sentence), np.bool_)
    mask[inside] = mostly[sentence[inside]]
    return mask


def equal(alignment: Alignment) -> int:
    """How many words have an equal partner."""
    return int((run_sizes(alignment) > 0).sum())


@lru_cache(maxsize=2)
def run_sizes(alignment: Alignment) -> Ints:
    """For each word of `a` the length of the shared run it stands in, 0 for none."""
    partners = equal_partners(alignment)
    runs = runs_of(partners)
    sizes = np.zeros(len(partners), np.int32)
    lengths = np.array([length for _, length in runs], np.int32)
    sizes[partners >= 0] = np.repeat(lengths, lengths)
    return sizes


@lru_cache(maxsize=2)
def _had(alignment: Alignment) -> Mask:
    """Which words of `a` stand in `b` too, in whatever place."""
    return are_among(alignment.a.words.forms, different_forms(alignment.b))


@lru_cache(maxsize=LATELY)
def different_forms(witness: Witness) -> Hashes:
    """The different forms of the words, in order, those in furniture left out."""
    return np.unique(forms(witness))


def share(found: Mask, among: Mask) -> float:
    """The share of the words `among` that are `found`, 0 of none."""
    return float(found[among].sum() / max(1, int(among.sum())))


@lru_cache(maxsize=2)
def equal_partners(alignment: Alignment) -> Ints:
    """For each word of a its partner in b if that is the same word, otherwise -1."""
    partners = alignment.to_b.copy()
    paired = np.flatnonzero(partners >= 0)
    same = alignment.a.words.forms[paired] == alignment.b.words.forms[partners[paired]]
    partners[paired[~same]] = -1
    return partners


def runs_of(partners: Ints) -> list[tuple[int, int]]:
    """Runs of words whose partners follow each other: (first word, length)."""
    if not len(partners):
        return []
    begins = np.ones(len(partners), np.bool_)
    begins[1:] = (partners[1:] - partners[:-1] != 1) | (partners[1:] < 0) | (partners[:-1] < 0)
    firsts = np.flatnonzero(begins)
    lengths = np.diff(firsts, append=len(partners))
    shared = partners[firsts] >= 0
    return list(zip(firsts[shared].tolist(), lengths[shared].tolist(), strict=True))


def in_runs(runs: Iterable[tuple[int, int]], size: int, least: int) -> Mask:
    """Which of `size` words stand in a run of at least so many."""
    mask = np.zeros(size, np.bool_)
    for first, length in runs:
        if length >= least:
            mask[first : first + length] = True
    return mask


def unquoted(witness: Witness) -> Mask:
    """Which words stand outside quotations and posts, and not in furniture."""
    return ~(heard(witness) | witness.tokens.furniture)


@lru_cache(maxsize=LATELY)
def heard(witness: Witness) -> Mask:
    """Which words many hear or read alike: in quotation marks, of embedded posts, of speech without marks."""
    found: Mask = witness.tokens.quoted | in_first_person(witness)
    for post in posts(witness.text):
        found[slice(*witness.words.within(post.words[0], post.line[1]))] = True
    return found


def are_of_one_house(one: Witness, other: Witness) -> bool:
    """Whether both reports were published by one outlet, be it by its name and by a host of its own."""
    ours, theirs = (_house(each.article.outlet or "") for each in (one, other))
    return ours == theirs != ""


@lru_cache(maxsize=LATELY)
def _house(outlet: str) -> str:
    """What all names of an outlet have in common; its name where nothing else is left of it."""
    return outlet and (agencies.house_key(outlet) or outlet.casefold())


def shown(witness: Witness) -> Words:
    """The words, those in furniture left out."""
    keep = ~witness.tokens.furniture
    return Words(witness.words.starts[keep], witness.words.ends[keep], witness.words.forms[keep])


def forms(witness: Witness) -> Hashes:
    """The forms of the words, in order, those in furniture left out."""
    return witness.words.forms[~witness.tokens.furniture]


def size(witness: Witness) -> int:
    """How many words there are, those in furniture left out."""
    return len(witness.words) - int(witness.tokens.furniture.sum())


@lru_cache(maxsize=LATELY)
def narration(witness: Witness) -> Mask:
    """Which words are the reporter's own: outside quotation marks, no name and no figure."""
    return unquoted(witness) & ~facts(witness)


def may_tell_of_one(alignment: Alignment) -> bool:
    """Whether two texts may be of one event by names and figures: a print of a report keeps one of them.

    Days count for none, since the news of a day has them. Of texts with fewer than two each it tells nothing.
    """
    one, other = alignment.a, alignment.b
    own = [_undated_facts(x) for x in (one, other)]
    if min(map(len, own)) < _TELLING_FACTS:
        return True
    kept = (are_among(x.words.forms, mine).any() for mine, x in zip(own, (other, one), strict=True))
    return any(kept)


@lru_cache(maxsize=LATELY)
def _undated_facts(witness: Witness) -> Hashes:
    """The different forms of a text's names and figures but for days."""
    return np.unique(witness.words.forms[facts(witness) & ~of_calendar(witness)])


@lru_cache(maxsize=LATELY)
def telling(witness: Witness) -> Mask:
    """Which words are telling: the longer ones, names and figures."""
    long = (witness.words.ends - witness.words.starts > _LONG_WORD) & ~witness.tokens.furniture
    return long | facts(witness)


def lacking(one: Witness, others: Sequence[Witness]) -> float:
    """Share of the names and figures of one text that none of the others has."""
    own = different_facts(one)
    if not len(own) or not others:
        return 0.0 if others else 1.0
    known = np.concatenate([forms(other) for other in others])
    return float(1 - np.isin(own, known).mean())


def likeness(one: Witness, other: Witness) -> float:
    """Cosine of the two texts' different words, names and figures counted more."""
    left, right = different_forms(one), different_forms(other)
    every = np.union1d(different_facts(one), different_facts(other))
    both = np.intersect1d(left, right, assume_unique=True)
    dot, norm_left, norm_right = (len(x) + _FACTS * int(np.isin(x, every).sum()) for x in (both, left, right))
    return dot / max(1.0, float(np.sqrt(norm_left * norm_right)))


@lru_cache(maxsize=LATELY)
def different_facts(witness: Witness) -> NDArray[np.int64]:
    """The forms of a text's names and figures."""
    return np.unique(witness.words.forms[facts(witness)])


@lru_cache(maxsize=LATELY)
def facts(witness: Witness) -> Mask:
    """Names and figures: words with a capital inside a sentence, or a digit first.

    The models are fitted on this number, which counts what opens a quotation inside its sentence.
    """
    large = capitals(witness.text, witness.words)
    inside: Mask = np.diff(witness.tokens.sentence, prepend=-1) == 0
    names = large & inside
    if witness.language.capital_nouns:
        names &= _in_a_run(large, witness.words) | _behind(witness.language.names.placing, witness)
    return (names | figures(witness)) & ~witness.tokens.furniture


@lru_cache(maxsize=LATELY)
def may_name(witness: Witness) -> Mask:
    """Which words may be a name or a figure: they begin with a capital, be it a sentence's, or a digit."""
    return capitals(witness.text, witness.words) | figures(witness)


@lru_cache(maxsize=LATELY)
def of_calendar(witness: Witness) -> Mask:
    """Which words have a capital and name nobody: days, months; and which belong to a date."""
    listed = [form(word) for word in sorted(witness.language.editing.no_names)]
    found: Mask = np.isin(witness.words.forms, np.array(listed, np.int64)) | (witness.tokens.date > 0)
    return found


@lru_cache(maxsize=LATELY)
def figures(witness: Witness) -> Mask:
    """Which words begin with a digit, or with a sign that is a number by itself: 四."""
    text, starts = witness.text, witness.words.starts.tolist()
    found: Mask = np.fromiter((text[at].isnumeric() for at in starts), np.bool_, len(starts))
    return found


def _in_a_run(large: Mask, words: Words) -> Mask:
    """Which capitalised words stand beside another one; of single ones most are common nouns."""
    close = (words.starts[1:] - words.ends[:-1] == 1) & large[1:] & large[:-1]
    found: Mask = np.r_[close, False] | np.r_[False, close]
    return found


def _behind(placing: Iterable[str], witness: Witness) -> Mask:
    """Which words stand right behind one that leads to a place: in Taven."""
    leading = np.isin(witness.words.forms, np.array([form(word) for word in sorted(placing)], np.int64))
    found: Mask = np.r_[False, leading[:-1]]
    return found
