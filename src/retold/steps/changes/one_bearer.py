"""Whether two names are plainly one bearer's: part, initials, another name, a shorter form, its people.

Names are compared by all their words, for a title may belong to a body's name (the State Bank), and without
their titles too. Words that both begin or end with say nothing of what differs: EPA Office, Environmental
Protection Agency Office.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from retold import parameters
from retold.language.names import unowned
from retold.steps.changes.pair import Pair, Side

_P = parameters.of("changes", "names")
_SHORTENED, _STEM = _P.integer("shortened"), _P.integer("stem")
_PART = _P.integer("part")

Name = tuple[str, ...]  # folded words without accents, points, hyphens and endings of owners


def of_one_bearer(pair: Pair, ours: range, theirs: range, names: Sequence[Sequence[range]]) -> bool:
    """Whether a name of the source and one of the copy are one's; `names` are all those of either version.

    Initials are also looked for among names that either version has elsewhere: the BoE, the Bank.
    """
    one, other = _words(pair.old, ours), _words(pair.new, theirs)
    ways = [{*_bare_ways(pair, name), *_stood_for(pair, name, names)} for name in (one, other)]
    return any(_are_one(pair, a, b) for a in ways[0] for b in ways[1])


def _words(here: Side, words: range) -> Name:
    parts = (part for k in words for part in unowned(here.words[k]).replace("-", " ").split())
    return tuple(bare for bare in map(_bare, parts) if bare)


def _bare(word: str) -> str:
    """A word of a name without accents and points."""
    plain = (c for c in unicodedata.normalize("NFKD", word.casefold()) if c.isalnum())
    return "".join(plain)


def _bare_ways(pair: Pair, name: Name) -> Iterator[Name]:
    """A name whole, without what a firm is in law, without titles and without the place it begins with."""
    names = pair.old.names
    yield name
    short = [word for word in name if word not in names.articles]
    while len(short) > 1 and short[-1] in names.legal_forms:
        short.pop()
    yield tuple(short)
    yield tuple(word for word in short if word not in names.ranks)
    if len(short) > 1 and short[0] in pair.editing.same_names:
        yield tuple(short[1:])


def _stood_for(pair: Pair, short: Name, names: Sequence[Sequence[range]]) -> Iterator[Name]:
    """The names of the texts, or their beginnings, that initials may stand for."""
    sides = zip((pair.old, pair.new), names, strict=True) if len(short) == 1 else ()
    held = {_words(here, one) for here, found in sides for one in (*found, *_linked(here, found))}
    beginnings = (name[:n] for name in held for n in range(_PART, len(name) + 1))
    return (name for name in beginnings if _initials(pair, short, name))


def _linked(here: Side, found: Sequence[range]) -> Iterator[range]:
    """Two names with one small word between them as one: the Bank of Marrow."""
    for one, other in pairwise(found):
        if other.start == one.stop + 1 and here.small[one.stop]:
            yield range(one.start, other.stop)


def _are_one(pair: Pair, one: Name, other: Name) -> bool:
    a, b = _apart(one, other)
    if set(a) <= set(b) or set(b) <= set(a):
        return True
    if any(_same_name(pair, x) == _same_name(pair, y) for x, y in ((one, other), (a, b))):
        return True
    ways = ((a, b), (b, a))
    return (
        _people(pair, a, b)
        or _shorter_parts(a, b)
        or any(_initials(pair, *way) or _shortens(*way) or _is_field_of(pair, *way) for way in ways)
    )


def _same_name(pair: Pair, name: Name) -> str:
    """The name that stands for all of a place's or body's, or the name itself: Fed, Federal Reserve."""
    whole = " ".join(name)
    return pair.editing.same_names.get(whole, whole)


def _apart(a: Name, b: Name) -> tuple[Name, Name]:
    """The words in which two names differ, without those that both begin or end with."""
    behind = _shared(a[::-1], b[::-1])
    a, b = a[: len(a) - behind], b[: len(b) - behind]
    before = _shared(a, b)
    return a[before:], b[before:]


def _shared(a: Sequence[str], b: Sequence[str]) -> int:
    """How many words, or letters of a word, two begin with alike."""
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(a, b, strict=False)))


def _initials(pair: Pair, short: Name, long: Name) -> bool:
    """Whether one word is the first letters of the other's, of all or of the telling ones.

    A number may stand for itself: G7, Group of Seven.
    """
    if len(short) != 1 or len(short[0]) < _PART or len(long) < len(short[0]):
        return False
    numbers, small = pair.old.language.numbers.words, pair.editing.small
    letters = [(str(int(numbers[w])) if w in numbers else w[:1], w in small) for w in long]
    telling = "".join(letter for letter, idle in letters if not idle)
    return short[0] in ("".join(letter for letter, _ in letters), telling)


def _shortens(short: Name, long: Name) -> bool:
    """Whether one word is a name made short: Calif, California; TPP, Transpacific Partnership; SocGen."""
    if len(short) != 1 or short[0][:1] != "".join(long)[:1]:
        return False
    if len(short[0]) >= _SHORTENED and "".join(long).startswith(short[0]):
        return True
    if len(long) == 1:
        return False
    letters = iter("".join(long))
    few = len(short[0]) <= len(long) + 2 and all(letter in letters for letter in short[0])
    return few or _made_of_beginnings(short[0], long)


def _made_of_beginnings(short: str, long: Name) -> bool:
    """Whether a word is the beginnings of all words of a name, one after the other."""
    if not long or not short:
        return not long and not short
    shared = _shared(short, long[0])
    return any(_made_of_beginnings(short[n:], long[1:]) for n in range(_PART, shared + 1))


def _shorter_parts(a: Name, b: Name) -> bool:
    """Whether several words are the beginnings of as many: Ex-Im, Export-Import."""
    pairs = list(zip(a, b, strict=False))
    ordered = all(min(len(x), len(y)) >= _PART and (x.startswith(y) or y.startswith(x)) for x, y in pairs)
    return len(a) == len(b) > 1 and ordered


def _is_field_of(pair: Pair, one: Name, other: Name) -> bool:
    """Whether one has the kind of body instead of the other's place: Treasury Department, US Treasury."""
    names, known = pair.old.names, pair.editing.same_names
    bare = [word for word in one if word not in names.marks]
    placed = other[0] in known and len(other) > 1
    return bool(bare) and len(bare) < len(one) and placed and bare == list(other[1:])


def _people(pair: Pair, a: Name, b: Name) -> bool:
    """Whether one name is the other with the ending of a people or an adjective: Ansel, Anselian."""
    if len(a) != 1 or len(b) != 1:
        return False
    short, long = sorted((a[0], b[0]), key=len)
    stem = short[:-1] if len(short) >= _STEM else short
    return long.startswith(stem) and long[len(stem) :].lstrip(short[-1:]) in pair.editing.demonyms
