"""Which of two versions came first: times, credits, and the polarity of readings.

Each kind gives log-odds for every ordered pair of versions. They are added as
though independent, which they nearly are: a clock knows nothing of the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from retold import parameters
from retold.model import Article
from retold.moments import Moment, moment
from retold.settings import LineageSearch
from retold.steps.lineage import credited, names, stated
from retold.steps.lineage.credited import Credits
from retold.steps.lineage.houses import Houses
from retold.steps.lineage.readings import UNKNOWN, Bools, Floats, Readings
from retold.tables import MISSING, Ints, Witness

_P = parameters.of("lineage", "evidence")
HALF_SURE = timedelta(minutes=_P.number("half_sure"))
DAY_SHARE = _P.number("day_share")
UPDATED_SHARE = _P.number("updated_share")
AGENCY = _P.number("agency")
RELEASED = _P.number("released")
PRINTED = _P.number("printed")
OWN_TAKE = _P.number("own_take")
OWN_PAGE = _P.number("own_page")
CREDIT = _P.number("credit")
DIRECT = _P.number("direct")
STATED = _P.number("stated")
COVERED = _P.number("covered")
CHANCE = _P.number("chance")
LENGTH = _P.number("length")
TAIL = _P.number("tail")
SHORT = _P.number("short")
GROWTH = _P.number("growth")
STEADY = _P.number("steady")
GROWN = _P.number("grown")
RECENT = _P.number("recent")
SLIP = _P.number("slip")
MENDED = _P.number("mended")
LIGHT = _P.number("light")
HEAVY = _P.number("heavy")
MOST = _P.number("most")


@dataclass(frozen=True, slots=True, eq=False)
class Clues:
    """Log-odds for each edge source→copy between versions [versions, versions], and who credits whom."""

    time: Floats
    credit: Floats
    agency: Floats
    skipped: Floats  # 0 to 1: how many versions are stamped between the two
    dated: tuple[bool, ...]  # whether each version has a time
    exact: Bools  # [versions, versions] whether both have a time finer than a day, on one clock
    credited: tuple[Credits, ...]
    wired: tuple[bool, ...]  # whether each version is an agency's
    lent: tuple[bool, ...]  # whether it counts as one by what other versions credit alone
    keys: tuple[str, ...]  # of each version's outlet, "" for none
    outlets: frozenset[str]  # all keys of the family

    @property
    def mute(self) -> bool:
        """Whether nothing but the texts speaks: no times that differ, no credits, no agency."""
        return not (self.time.any() or self.credit.any() or self.agency.any() or any(self.credited))

    def clocked(self, source: int, copy: int) -> bool:
        """Whether both have a time finer than a day, and the source's is earlier."""
        return bool(self.exact[source, copy] and self.time[copy, source] < 0)

    @property
    def anonymous(self) -> bool:
        """Whether outlets tell the same and none of them credits anybody or is an agency."""
        return bool(self.outlets) and not any(self.wired) and not any(self.credited)

    @property
    def of_one_house(self) -> bool:
        """Whether all versions are of one known outlet."""
        return len(set(self.keys)) == 1 and any(self.keys)

    def of(self, part: Sequence[int]) -> Clues:
        """The same for some of the versions."""
        both = np.ix_(part, part)
        named = tuple(self.credited[v] for v in part)
        wired = tuple(self.wired[v] for v in part)
        keys = tuple(self.keys[v] for v in part)
        return Clues(
            self.time[both],
            self.credit[both],
            self.agency[both],
            self.skipped[both],
            tuple(self.dated[v] for v in part),
            self.exact[both],
            named,
            wired,
            tuple(self.lent[v] for v in part),
            keys,
            self.outlets,
        )


def clues(witnesses: Sequence[Witness], settings: LineageSearch, at_hand: Houses | None = None) -> Clues:
    """What times, credits and outlets say about each ordered pair; `at_hand` are the outlets of the story."""
    count = len(witnesses)
    time, credit, agency = (np.zeros((count, count)) for _ in range(3))
    exact = np.zeros((count, count), dtype=np.bool_)
    stamps = [_stamps(w.article) for w in witnesses]
    outlets = [names.outlet_key(w) for w in witnesses]
    named = credited.by_version(witnesses, at_hand)
    in_pile = {key for key in outlets if key}
    quoted = {key for credits in named for key, one in credits.items() if one.support > credited.MENTIONED}
    releases = [is_release(one) for one in witnesses]
    agencies = [names.is_of_agency(one) or its for one, its in zip(witnesses, releases, strict=True)]
    own = [
        its or (not by and credited.signs_itself(one))
        for its, by, one in zip(agencies, named, witnesses, strict=True)
    ]
    lent = tuple(key in quoted and not its for its, key in zip(own, outlets, strict=True))
    wired = tuple(its or by_others for its, by_others in zip(own, lent, strict=True))
    for u in range(count):
        for v in range(count):
            if u != v:
                first, second = on_one_clock(stamps[u], stamps[v], outlets[u] == outlets[v])
                time[u, v] = -settings.clock * late(first, second)
                exact[u, v] = all(one is not None and one.exact for one in (first[0], second[0]))
                along = named[u].keys() & named[v].keys() & in_pile
                credit[u, v] = CREDIT if outlets[u] in named[v] else (CREDIT - DIRECT) * bool(along)
                if outlets[u] != outlets[v]:
                    agency[u, v] = -AGENCY * (wired[v] and not agencies[u])
                    agency[u, v] -= RELEASED * (releases[v] and not releases[u])
                    agency[u, v] += PRINTED * (wired[u] and not wired[v] and outlets[u] not in named[v])
    credit += STATED * stated.replaces(witnesses)
    untimed = (time == 0) & (time.T == 0)
    time -= settings.clock * (stated.put_right(witnesses).T & untimed)  # as good as a stamp
    other, later = _other_houses(outlets), np.array(wired)[None, :]
    takes = other & _has_earlier_take(other, time)[None, :]
    agency -= OWN_TAKE * (takes & later) + OWN_PAGE * (takes & ~later & ~later.T)
    dated = tuple(published is not None for published, _ in stamps)
    skipped, keys = _skipped(stamps), frozenset(in_pile)
    return Clues(time, credit, agency, skipped, dated, exact, named, wired, lent, tuple(outlets), keys)


def is_release(witness: Witness) -> bool:
    """Whether a version is what a firm or a body handed out, which as an agency's report is seldom a copy.

    Its signs may be among what its reader took off the edges of its text; a press office hands out all.
    """
    cut = witness.article.extra.get("furniture")
    edges = [line for line in cut if isinstance(line, str)] if isinstance(cut, (list, tuple)) else []
    notices, outlet = witness.language.notices, witness.article.outlet
    issued = outlet is not None and notices.is_issuer(outlet)
    return issued or notices.is_release("\n".join([witness.text, *edges]))


def _other_houses(outlets: Sequence[str]) -> Bools:
    """[versions, versions] whether two versions are not known to be of one outlet."""
    keys = np.array(outlets, dtype=object)
    same = (keys[:, None] == keys[None, :]) & (keys != "")[:, None]
    found: Bools = np.logical_not(same.astype(np.bool_))
    return found


def _has_earlier_take(other: Bools, time: Floats) -> Bools:
    """For each version whether an earlier one of its outlet is at hand."""
    found: Bools = np.any(~other & (time.T < 0), axis=0)
    return found


# ---- times ----

Stamps = tuple[Moment | None, Moment | None]


def _stamps(article: Article) -> Stamps:
    return moment(article.published), moment(article.updated)


def on_one_clock(one: Stamps, other: Stamps, same_house: bool) -> tuple[Stamps, Stamps]:
    """The stamps as they can be compared: times without a zone to the minute within one house alone.

    A page that a house changes keeps the time of its publication; then its last change tells states apart.
    """
    if same_house and one[0] is not None and one[0] == other[0]:
        one, other = (one[1] or one[0], None), (other[1] or other[0], None)
    if same_house and all(s is None or s.zoneless or not s.exact for s in (*one, *other)):
        return one, other
    first, second = (
        tuple(None if stamp is None else stamp.in_any_zone() for stamp in stamps) for stamps in (one, other)
    )
    return (first[0], first[1]), (second[0], second[1])


def late(source: Stamps, copy: Stamps) -> float:
    """How surely (0 to 1) the source is stamped later than its copy, and so is none."""
    first, second = copy[0], source[0]
    if first is None or second is None or not first.before(second):
        return 0.0
    exact = first.exact and second.exact
    lead = second.low - first.high + timedelta(seconds=1) if exact else second.low - first.low
    sure = lead / (lead + HALF_SURE)
    if not exact:
        sure *= DAY_SHARE
    changed = copy[1]
    if changed is not None and second.before(changed):
        sure *= UPDATED_SHARE
    return float(sure)


def _skipped(stamps: Sequence[Stamps]) -> Floats:
    """For each source and copy, n / (n + 1) for n versions stamped between them."""
    found = np.zeros((len(stamps), len(stamps)))
    timed = [(one[0].low, v) for v, one in enumerate(stamps) if one[0] is not None]
    order = {low: rank for rank, low in enumerate(sorted({low for low, _ in timed}))}
    for first, u in timed:
        for second, v in timed:
            between = max(0, abs(order[second] - order[first]) - 1)
            found[u, v] = between / (between + 1)
    return found


# ---- how much of a text another one holds ----


def strange(cells: Ints, witnesses: Sequence[Witness], given: Clues) -> Floats:
    """How strange (0 to 1) two texts are to each other.

    0 while they share COVERED of the shorter one's words in place, 1 at CHANCE, which
    any two texts on one event share. Neither is then the main source of the other.
    Stamped versions of one document follow on each other even where all was rewritten.
    """
    if not given.outlets and not any(given.credited) and all(w.article.published for w in witnesses):
        return np.zeros((len(witnesses), len(witnesses)))
    forms = np.zeros(cells.shape, dtype=np.int64)
    for version, witness in enumerate(witnesses):
        there = cells[:, version] >= 0
        forms[there, version] = witness.words.forms[cells[there, version]]
    words = (forms != 0).sum(axis=0).clip(min=1)
    found = np.zeros((len(words), len(words)))
    for source in range(len(words)):
        shared = ((forms == forms[:, [source]]) & (forms != 0)).sum(axis=0) / np.minimum(words, words[source])
        found[source] = ((COVERED - shared) / (COVERED - CHANCE)).clip(0, 1)
    return found


# ---- polarity of readings ----


@dataclass(frozen=True, slots=True, eq=False)
class Polarity:
    """How much later each reading looks than the others of its unit [units, readings].

    What is missing was cut, and a slip was made, where a text is retold; where it
    is edited on it grows and its slips are mended. `retold` says for each two
    nodes which it is: 1 retold, -1 edited on.
    """

    length: Floats  # log-odds by what is missing, were the text retold
    grown: Floats  # [versions, versions] -1 to 1: how far v looks like u grown, NaN if of no known house
    tail: Floats  # what is added to it, or taken off, where the text is retold: by its place and its length
    slips: Floats  # 1 for a slip
    retold: Floats  # [nodes, nodes]


def polarity(readings: Readings, rows: Ints, given: Clues) -> Polarity:
    """What the readings alone say about which of two nodes came first."""
    shape = readings.weights.shape
    length, tail = np.zeros(shape), np.zeros(shape)
    last = ends(readings.cells)
    sizes = readings.loci[:, 1] - readings.loci[:, 0]
    for unit in np.flatnonzero(readings.absent >= 0):
        absent = readings.absent[unit]
        gap = sizes[unit] / max(readings.shares[unit], 1e-9)
        length[unit, absent] = LENGTH * np.log1p(gap) * readings.shares[unit]
        without = readings.states[unit] == absent
        counted = min(1.0, gap / SHORT)  # every desk drops a word here and there
        if (last[without] <= readings.loci[unit, 0]).all():
            counted *= TAIL
        tail[unit, absent] = (counted - 1) * length[unit, absent]
    slips, retold = readings.slips.astype(float), _retold(readings, rows, given)
    house = np.where(_other_houses(given.keys), np.nan, 1.0)
    return Polarity(length, house * np.tanh(added(readings.cells) / GROWN), tail, slips, retold)


def added(cells: Ints) -> Floats:
    """[versions, versions] how many words v has more than u, where neither is lost.

    A take of one house is reworded all over, and what it loses here and there tells little: of successive
    takes of an agency that differ by ten words and more, 19 in 20 have grown.
    """
    there, known = (cells >= 0).astype(np.float64), (cells != MISSING).astype(np.float64)
    words = there.T @ known  # of u, where v is not lost
    found: Floats = words.T - words
    return found


def ends(cells: Ints) -> Ints:
    """For each version, one past its last locus."""
    there = cells >= 0
    last = len(cells) - there[::-1].argmax(axis=0) if len(cells) else np.zeros(cells.shape[1])
    return np.where(there.any(axis=0), last, 0).astype(np.int32)


def _retold(readings: Readings, rows: Ints, given: Clues) -> Floats:
    """For each two nodes 1 (retold) … -1 (edited on).

    Versions of one outlet are edited on, those of two, and all of a family that credits
    somebody, are retold. Where no outlet is known it shows in how much was reworded.
    """
    of_words = ~np.isin(readings.kinds, ("accidentals", "moved"))
    words = (rows != UNKNOWN) & (rows != readings.absent) & of_words
    sizes = readings.loci[:, 1] - readings.loci[:, 0]
    common = max(1, len(readings.cells) - int(sizes[of_words].sum()))
    found = np.zeros((len(rows), len(rows)))
    for node, row in enumerate(rows):
        both = words & words[node]
        changed = (both & (rows != row)) @ sizes
        share = changed / (common + both @ sizes)
        found[node] = (2 * (share - LIGHT) / (HEAVY - LIGHT) - 1).clip(-1, 1)
    keys = np.array(given.keys)
    known = (keys != "")[:, None] & (keys != "")[None, :]
    seen = len(keys)
    same = keys[:, None] == keys[None, :]
    if known.any() or any(given.credited):
        retold = np.ones_like(found)
        retold[:seen, :seen] = np.where(same & known, -1.0, 1.0)
        return retold
    return found


def edited(readings: Readings, given: Clues) -> float:
    """How far (0 to 1) the versions are of a text that is edited on."""
    return share_edited(_retold(readings, readings.states.T, given))


def share_edited(retold: Floats) -> float:
    """The share of pairs between which a text is edited on, by what `Polarity.retold` says of them."""
    others = retold[~np.eye(len(retold), dtype=bool)]
    return float((others < 0).mean()) if len(others) else 0.0


def by_unit(polar: Polarity, rows: Ints, source: int, copies: slice | int) -> tuple[Floats, Floats]:
    """For each copy and unit, the log-odds of source→copy by length and by slips."""
    units = np.arange(rows.shape[1])
    theirs, mine = rows[copies], rows[source]
    kind = polar.retold[source, copies]
    kind = np.asarray(kind)[..., None]

    def at(table: Floats, held: Ints) -> Floats:  # what nobody kept counts as whole and sound
        return np.where(held == UNKNOWN, 0.0, table[units, held.clip(0)])

    def lead(table: Floats) -> Floats:
        difference: Floats = at(table, theirs) - at(table, mine)
        return difference

    length = kind * lead(polar.length) + kind.clip(min=0) * lead(polar.tail)
    slips = np.where(kind > 0, SLIP * kind, -MENDED * kind) * lead(polar.slips)
    return length, slips


def leaning(polar: Polarity, rows: Ints) -> Floats:
    """Log-odds of each edge source→copy from all readings, held within MOST, or GROWTH and a slip's.

    Takes of a known house grow as wholes; of a document, and of what nobody holds, tells what is missing.
    """
    found, seen = np.zeros((len(rows), len(rows))), len(polar.grown)
    for source in range(len(rows)):
        length, slips = (part.sum(axis=-1) for part in by_unit(polar, rows, source, slice(None)))
        kind = polar.retold[source]
        grown = np.tanh(length / (LENGTH * STEADY))
        if source < seen:
            house = polar.grown[source]
            grown[:seen] = np.where(np.isnan(house), grown[:seen], house)
        found[source] = np.where(kind < 0, GROWTH * grown + slips, MOST * np.tanh((length + slips) / MOST))
    return found
