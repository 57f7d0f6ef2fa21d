"""Hedges and loaded words, found by lexicon."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from typing import NamedTuple

from retold import gazetteer, parameters
from retold.model import ChangeKind
from retold.steps.changes.kinds import Finding
from retold.steps.changes.pair import Pair, Side, Unit
from retold.steps.changes.spelling import is_small

_KINDS = ("hearsay", "doubt", "chance", "seeming")
_P = parameters.of("changes", "lexical")
_LONGEST = _P.integer("longest")
_SMALL_UNIT = _P.integer("small_unit")
_CUES = frozenset(["alleged", "supposed", "presumed"])  # verbs of speech as well
_QUOTES = frozenset('“”"„«»‘’')
_INSTEAD = _P.integer("instead")


class Entry(NamedTuple):
    """What a lexicon says of a phrase."""

    kind: ChangeKind
    group: str  # hearsay, fighters, …
    lean: str  # praise, blame, plain; "" for hedges


class Hit(NamedTuple):
    """A phrase found in a text."""

    words: range
    entry: Entry
    form: str


Lexicon = Mapping[str, Entry]


@cache
def hedges() -> Lexicon:
    """Phrases that make a telling less sure."""
    data = gazetteer.toml("en/hedges")
    found = {phrase: Entry("hedge", group, "") for group in _KINDS for phrase in data[group]}
    for frame in data["frames"]:
        for words in product(*(slot.split("|") for slot in frame["slots"])):
            found.setdefault(" ".join(" ".join(words).split()), Entry("hedge", frame["kind"], ""))
    return found


@cache
def loaded() -> Lexicon:
    """Evaluative and partisan phrases of all sides, with plain ones that mean the same."""
    found: dict[str, Entry] = {}
    for row in gazetteer.csv("en/loaded"):
        for form in row["forms"].split("|"):
            found.setdefault(form.replace("-", " "), Entry("loaded", row["group"], row["lean"]))
    return found


def hits(here: Side, words: range, lexicon: Lexicon) -> list[Hit]:
    """Phrases of the lexicon that have a word among these, the longest first at each place.

    A phrase may reach beyond: tax relief became tax giveaway by one word.
    """
    found: list[Hit] = []
    if not len(words):
        return found
    k = max(0, words.start - _LONGEST + 1)
    while k < words.stop:
        hit = _hit(here, k, max(1, words.start - k + 1), lexicon)
        if hit is not None and not _in_name(here, hit) and not _as_cue(here, hit):
            found.append(hit)
        k = k + 1 if hit is None else hit.words.stop
    return found


def _in_name(here: Side, hit: Hit) -> bool:
    """Whether the word is part of a name: capitalised inside a sentence, and not in capitals throughout."""
    word = here.words[hit.words.start]
    return word[:1].isupper() and not word.isupper() and not bool(here.opens[hit.words.start])


def _as_cue(here: Side, hit: Hit) -> bool:
    """Whether the word tells what somebody said: alleged that, “…”, alleged Verrin."""
    last = hit.words.stop - 1
    if hit.form not in _CUES or last + 1 >= len(here.words):
        return False
    beside = here.between(last) + (here.between(hit.words.start - 1) if hit.words.start else "")
    return here.folded[last + 1] == "that" or any(mark in _QUOTES for mark in beside) or ":" in beside


def _hit(here: Side, k: int, least: int, lexicon: Lexicon) -> Hit | None:
    """The longest phrase of at least so many words that begins at a word."""
    for size in range(min(_LONGEST, len(here.words) - k), least - 1, -1):
        form = " ".join(here.folded[k : k + size])
        if form in lexicon:
            return Hit(range(k, k + size), lexicon[form], form)
    return None


def find(pair: Pair, unit: Unit, lexicon: Lexicon) -> Iterator[Finding]:
    """Words of the lexicon that one side of the unit has and the other has not, or has otherwise."""
    if max(len(unit.old), len(unit.new)) > _SMALL_UNIT:
        return
    old, new = _unlike(hits(pair.old, unit.old, lexicon), hits(pair.new, unit.new, lexicon))
    for ours, theirs in _paired(old, new):
        if (_says(ours) or _says(theirs)) and not _one_hedge(ours, theirs):
            yield _finding(pair, unit, ours, theirs)


def _says(hit: Hit | None) -> bool:
    return hit is not None and hit.entry.lean != "plain"


def _one_hedge(ours: Hit | None, theirs: Hit | None) -> bool:
    """Whether a hedge was only put in other words."""
    if ours is None or theirs is None:
        return False
    return ours.entry.kind == "hedge" and ours.entry.group == theirs.entry.group


def _unlike(old: Sequence[Hit], new: Sequence[Hit]) -> tuple[list[Hit], list[Hit]]:
    """Hits that the other side has not in the same form."""
    left_old, left_new = list(old), list(new)
    for hit in old:
        twin = next((h for h in left_new if h.form == hit.form), None)
        if twin is not None:
            left_old.remove(hit)
            left_new.remove(twin)
    return left_old, left_new


def _paired(old: list[Hit], new: list[Hit]) -> list[tuple[Hit | None, Hit | None]]:
    """A word and the one that stands for it: of the same group first, then in order."""
    left_new = list(new)
    found: list[tuple[Hit | None, Hit | None]] = []
    for hit in sorted(old, key=lambda h: not _says(h)):
        twin = next((h for h in left_new if h.entry.group == hit.entry.group), None)
        twin = twin or next((h for h in left_new if _says(h) and _says(hit)), None)
        if twin is not None:
            left_new.remove(twin)
        found.append((hit, twin))
    return [*found, *((None, h) for h in left_new)]


def _finding(pair: Pair, unit: Unit, ours: Hit | None, theirs: Hit | None) -> Finding:
    ours, theirs = _whole(ours, unit.old), _whole(theirs, unit.new)
    old = ours.words if ours is not None else _instead(pair.old, unit.old, pair.new, unit.new, theirs)
    new = theirs.words if theirs is not None else _instead(pair.new, unit.new, pair.old, unit.old, ours)
    one = ours or theirs
    assert one is not None
    pair.old.take(old)
    pair.new.take(new)
    spans = (pair.old.span(old), pair.new.span(new))
    support = 0.9 if ours is None or theirs is None or ours.entry.group == theirs.entry.group else 0.8
    return Finding(one.entry.kind, *spans, pair.old.text(old), pair.new.text(new), support, one.entry.group)


def _whole(hit: Hit | None, words: range) -> Hit | None:
    """A phrase that needs a name (according to) goes with the rest of its unit."""
    if hit is None or hit.form != "according to" or hit.words.start != words.start:
        return hit
    return Hit(words, hit.entry, hit.form)


def _instead(here: Side, words: range, there: Side, others: range, hit: Hit | None) -> range:
    """What stands where the other side has the hit: a few words beside it, if that is all there is."""
    assert hit is not None
    alone = all(k in hit.words or is_small(there.folded[k]) for k in others)
    free = here.free(words)
    if len(free) == 1 and len(free[0]) <= _INSTEAD and alone:
        return free[0]
    place = words.start if hit.words.start == others.start else words.stop
    return range(place, place)
