"""Templates: sentences that two reports of two events fill in, each with its own names, figures and days.

Weather, results, earnings, obituaries and items from the police are told in the same sentences day by day.
Nobody copied anybody there, and what differs was changed by nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np

from retold import parameters
from retold.algorithms.rising import are_among
from retold.steps.story import features, standing
from retold.steps.story.features import Mask
from retold.tables import Alignment, Hashes, Witness

_NAME = re.compile(r"(?:[^\W\d_][\w.’'-]*\s){1,4}[^\W\d_][\w’'-]*(?=\Z|,|\s?\(|\s?[–—-]|\s\d)")
_P = parameters.of("story", "template")
_FACTS, _BOILERPLATE = _P.integer("facts"), _P.integer("boilerplate")
_CHANGED = _P.integer("changed")
_KEPT, _FILLED = _P.row("kept"), _P.row("filled")
_QUOTED, _QUOTED_RUN = _P.number("quoted"), _P.integer("quoted_run")
_BRIEF, _STRANGE = _P.integer("brief"), _P.number("strange")
_SENTENCE = _P.number("sentence")
_ANEW = _P.integer("anew")
_SLOT, _REPLACED = _P.integer("slot"), _P.number("replaced")
_PARTICLE = _P.integer("particle")
_SLOTS, _SLOTS_BESIDE = _P.integer("slots"), _P.integer("slots_beside")


def is_template(alignment: Alignment) -> bool:
    """Whether the texts share a skeleton only: sentences alike, with other names, figures and days.

    The sentences of each that stand mostly in shared runs are looked at; weather, results and
    earnings are told in the same ones day by day. The more of both texts they fill, the more of their
    facts a copy keeps: of pairs that share half of both texts every copy kept two in three.
    A quotation that both have is of one event, unless hardly a name or figure beside it is in both: firms
    have one sentence of pleasure said by the head of each. Nor is one in which a name was put in place of
    another: a firm fills in what it says for each town, and a copy leaves it. One that has the head of
    each house say the same shows by its other slots.
    """
    ways = alignment, features.turned(alignment)
    if standing.is_column(alignment) or all(_is_of_another(way.a, way.b) for way in ways):
        return True
    shared = [_in_shared_sentences(way) for way in ways]
    filled = min(int(own.sum()) / max(1, features.size(way.a)) for own, way in zip(shared, ways, strict=True))
    quoted = _share_a_quotation(alignment) and not _is_quotation_filled_in(alignment)
    most = float(np.interp(filled, _FILLED, _KEPT))
    if quoted:
        most = _QUOTED if filled >= _FILLED[1] else -1.0
    if all(
        _filled_anew(way.a, own, way.b.words.forms[other], most)
        for way, own, other in zip(ways, shared, reversed(shared), strict=True)
    ):
        return True
    if quoted:
        slots = all(_fills_slots(way, own, _SLOTS_BESIDE) for way, own in zip(ways, shared, strict=True))
        return filled >= _FILLED[1] and (slots or _is_form_of_house(ways))
    slots = filled >= _FILLED[1] and all(
        _fills_slots(way, own, _SLOTS) for way, own in zip(ways, shared, strict=True)
    )
    slots = slots or (filled >= _FILLED[1] and all(map(_names_anew, ways, shared)))
    return slots or all(_is_other_item(way.a, way.b) for way in ways)


def _is_of_another(one: Witness, other: Witness) -> bool:
    """Whether a text's title is a name with which it begins, and nothing of that name is in the other text.

    A notice of a death is headed by who died: two of one house, filled in from its form, are of two people.
    """
    title = _NAME.match(one.article.title or "")
    if title is None or not one.text.startswith(title.group()):
        return False
    if not all(word[0].isupper() or len(word) <= _PARTICLE for word in title.group().split()):
        return False
    low, high = one.words.within(0, title.end())
    forms = one.words.forms[low:high]
    return high - low > 1 and not np.isin(forms, other.words.forms).any()


def _is_other_item(one: Witness, other: Witness) -> bool:
    """Whether a brief item names somebody and something, and hardly any of them is in the other text.

    Items from the court and the police are told in the same sentences; a copy of one keeps who it is about.
    """
    different = features.different_facts(one)
    kept = int(np.isin(different, other.words.forms[features.may_name(other)]).sum())
    return (
        int(features.narration(one).sum()) <= _BRIEF
        and len(different) >= _FACTS
        and kept <= _STRANGE * len(different)
    )


def _is_form_of_house(ways: Sequence[Alignment]) -> bool:
    """Whether one house fills in a form that holds a quotation: sentences that are not the same name others.

    The police say of each theft in one sentence of one officer that anyone who saw something may call; what
    was done, where and when stands in the sentences around it.
    """
    if not features.are_of_one_house(ways[0].a, ways[0].b):
        return False
    own = [~_standing_sentences(way) for way in ways]
    return all(
        len(np.unique(way.a.words.forms[features.facts(way.a) & mask])) >= _FACTS
        and _filled_anew(way.a, mask, way.b.words.forms[there], _QUOTED)
        for way, mask, there in zip(ways, own, reversed(own), strict=True)
    )


def _standing_sentences(alignment: Alignment) -> Mask:
    """Which words of `a` stand in sentences that `b` has, or are shared where the public is asked."""
    one, shared = alignment.a, features.in_shared_runs(alignment)
    found = features.in_sentences(one.tokens.sentence, shared, 1.0)
    for start, end in one.sentences.tolist():
        if one.language.notices.appeals(one.text[start:end]):
            asked = slice(*one.words.within(start, end))
            found[asked] |= shared[asked]
    return found


def _share_a_quotation(alignment: Alignment) -> bool:
    """Whether both have so many words of one quotation in a row that two speakers seldom choose alike."""
    tokens = alignment.a.tokens
    inside = (features.run_sizes(alignment) >= _QUOTED_RUN) & tokens.quoted & ~tokens.furniture
    return int(np.bincount(tokens.quotation[inside], minlength=1).max()) >= _QUOTED_RUN


def _is_quotation_filled_in(alignment: Alignment) -> bool:
    """Whether words of one quotation stand in both around different names of that place."""
    quoted = alignment.a.tokens.quoted
    return any(bool(quoted[low:high].all()) for low, high in _slots(alignment, quoted))


def _filled_anew(one: Witness, shared: Mask, there: Hashes, most: float) -> bool:
    """Whether at most this share of the names and figures in shared sentences of one text are in the other's.

    Many words without any are boilerplate: what tells of an event names somebody or something. Where some
    are kept, several must differ: one name and one figure are what a copy changes.
    """
    among = features.facts(one) & shared
    different = np.unique(one.words.forms[among])
    if not len(different):
        return int(shared.sum()) >= _BOILERPLATE and len(features.different_facts(one)) >= _FACTS
    kept = int(are_among(different, np.sort(there)).sum())
    if len(different) < _FACTS or kept > most * len(different):
        return False
    return kept <= _KEPT[0] * len(different) or _changed(one, among, there) >= _CHANGED


def _changed(one: Witness, facts: Mask, there: Hashes) -> int:
    """How many names and figures have no word in the other text, a name of several words being one."""
    return sum(not np.isin(name, there).any() for name in _names(one, facts))


def _names(one: Witness, facts: Mask) -> set[tuple[int, ...]]:
    """The different names and figures among these words, one of several words being one.

    Commas part the names of a list: Kael, Vann and Lindisle.
    """
    at = np.flatnonzero(facts)
    apart = (np.diff(at) != 1) | (np.diff(one.tokens.sentence[at]) != 0)
    ends, starts = one.words.ends[at[:-1]].tolist(), one.words.starts[at[1:]].tolist()
    apart |= np.array(["," in one.text[end:start] for end, start in zip(ends, starts, strict=True)], np.bool_)
    runs = np.split(at, np.flatnonzero(apart) + 1) if len(at) else []
    return {tuple(one.words.forms[run].tolist()) for run in runs}


def _in_shared_sentences(alignment: Alignment) -> Mask:
    """Which words of `a` stand in sentences of which a good part is in shared runs."""
    return features.in_sentences(alignment.a.tokens.sentence, features.in_shared_runs(alignment), _SENTENCE)


def _fills_slots(alignment: Alignment, shared: Mask, least: int) -> bool:
    """Whether names and figures of `a`, so many at `least`, were replaced in their places by others of `b`.

    What follows a slot in one text follows it in the other. A copy replaces one or two: it mends
    a name, brings a toll up to date, says May for 1998.
    """
    replaced = sum(1 for _ in _slots(alignment, shared))
    kept = _kept(alignment, shared)
    return replaced >= least and replaced >= _REPLACED * (replaced + kept)


def _names_anew(alignment: Alignment, shared: Mask) -> bool:
    """Whether every name of `a` was replaced in its place, and none of them stands anywhere in `b`.

    A copy keeps some name of those it is about; a forecast for another town keeps its figures alone. Beside
    the names other days count.
    """
    one, there = alignment.a, alignment.b.words.forms
    told, days = features.facts(one) & shared & ~features.figures(one), features.of_calendar(one)
    names = _names(one, told & ~days)
    replaced = np.zeros(len(told), np.bool_)
    for low, high in _slots(alignment, shared):
        replaced[low:high] = True
    other_days = set(one.words.forms[told & days].tolist()) - set(there.tolist())
    return (
        len(names) > 0
        and len(names) + len(other_days) >= _ANEW
        and not np.isin(one.words.forms[told & ~days], there).any()
        and bool(replaced[told & ~days].all())
    )


def _slots(alignment: Alignment, shared: Mask) -> Iterator[tuple[int, int]]:
    """Where `a` has a few words for a few others of `b`, a name or a figure among both."""
    partners = features.equal_partners(alignment)
    ours, theirs = map(_named, (alignment.a, alignment.b))
    paired = np.flatnonzero(partners >= 0)
    before, after = np.r_[-1, paired], np.r_[paired, len(partners)]
    low, high = np.r_[-1, partners[paired]] + 1, np.r_[partners[paired], len(alignment.b.words)]
    first = before + 1
    fits = (after > first) & (after - first <= _SLOT) & (high > low) & (high - low <= _SLOT)
    for at in np.flatnonzero(fits).tolist():
        mine, yours = slice(first[at], after[at]), slice(low[at], high[at])
        if shared[mine].all() and ours[mine].any() and theirs[yours].any():
            yield int(first[at]), int(after[at])


def _named(one: Witness) -> Mask:
    """Which words may be a name or a figure; where nouns have capitals, those that are one for certain."""
    return features.facts(one) if one.language.capital_nouns else features.may_name(one)


def _kept(alignment: Alignment, shared: Mask) -> int:
    """How many different names and figures of `a` in shared sentences stand in the same place of `b`."""
    held = features.facts(alignment.a) & shared & (features.equal_partners(alignment) >= 0)
    return len(_names(alignment.a, held))
