"""Names in a text: runs of capitalised words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from retold import parameters
from retold.steps.changes.pair import Pair, Side

_P = parameters.of("changes", "mentions")
_LONGEST = _P.integer("longest")


def names_in(here: Side, always: frozenset[str]) -> list[range]:
    """Runs of capitalised words, by word number, in order; days, months and plain openers are none.

    None in a language without a pack, whose capitals may say nothing. Where common nouns have capitals too,
    one word alone is a name behind one that leads to a place or a title, or as somebody's surname.
    `always` holds folded words that are capitalised wherever they stand (`capitals`).
    """
    found: list[range] = []
    if not here.language.packed:
        return found
    start: int | None = None
    for k in range(len(here.words) + 1):
        inside = k < len(here.words)
        named = inside and _capital(here, always, k)
        if start is not None and not ((named or (inside and _tied(here, k))) and _goes_on(here, start, k)):
            found.append(range(start, k))
            start = None
        if start is None and (named or (inside and _begins(here, k))):
            start = k
    return _without_nouns(here, found) if here.language.capital_nouns else found


def _without_nouns(here: Side, found: Sequence[range]) -> list[range]:
    """The runs without lone words that may as well be common nouns: einen Kran, ein Freispruch."""
    surnames = {here.folded[words.stop - 1] for words in found if len(words) > 1}
    return [one for one in found if len(one) > 1 or here.folded[one.start] in surnames or _is_led(here, one)]


def _is_led(here: Side, words: range) -> bool:
    """Whether a word stands behind one that leads to a place, or behind a title: in Taven, Richter Kael."""
    before = words.start - 1
    if before < 0 or here.sentence[before] != here.sentence[words.start] or here.between(before) != " ":
        return False
    return here.folded[before] in here.names.placing | here.names.ranks


def capitals(pair: Pair) -> frozenset[str]:
    """Folded words that stand with a capital inside a sentence, and in neither text without one."""
    inside: set[str] = set()
    plain: set[str] = set()
    for here in (pair.old, pair.new):
        for word, folded, opens in zip(here.words, here.folded, here.opens.tolist(), strict=True):
            if not word[:1].isupper():
                plain.add(folded)
            elif not opens:
                inside.add(folded)
    known = inside - plain
    return frozenset(known | _opposite(pair, known, plain))


def _opposite(pair: Pair, known: set[str], plain: set[str]) -> set[str]:
    """Openers that stand where the other version opens with a known name."""
    found: set[str] = set()
    for unit in pair.units:
        if len(unit.old) != 1 or len(unit.new) != 1:
            continue
        ends = ((pair.old, unit.old_low), (pair.new, unit.new_low))
        words = [here.folded[k] for here, k in ends if here.opens[k] and here.words[k][:1].isupper()]
        if len(words) == 2 and known.intersection(words):
            small = pair.editing.small
            found.update(word for word in words if word not in plain and word not in small)
    return found


def _capital(here: Side, always: frozenset[str], k: int) -> bool:
    word = here.words[k]
    if not word[:1].isupper() or here.folded[k] in here.editing.no_names:
        return False
    return not here.opens[k] or word[1:2].isupper() or here.folded[k] in always


def _tied(here: Side, k: int) -> bool:
    """Whether a small letter goes on with a name: Tae-young."""
    return here.between(k - 1) == "-"


def _begins(here: Side, k: int) -> bool:
    """Whether a capital opens a sentence with a name of several words."""
    opens = bool(here.opens[k]) and here.words[k][:1].isupper() and k + 1 < len(here.words)
    plain = here.folded[k] in here.editing.no_names or here.small[k] or here.names.is_title(here.folded[k])
    return opens and not plain and here.words[k + 1][:1].isupper() and here.between(k) in (" ", "-")


def _goes_on(here: Side, start: int, k: int) -> bool:
    same_sentence = here.sentence[k - 1] == here.sentence[k]
    return bool(same_sentence and k - start < _LONGEST and here.editing.joints.fullmatch(here.between(k - 1)))


def meet(one: range, other: range) -> bool:
    """Whether two ranges have a word in common."""
    return one.start < other.stop and other.start < one.stop


def touching(found: Sequence[range], words: range) -> Iterator[range]:
    """Those of the mentions, in order, that share a word with the range."""
    first = bisect_right(found, words.start, key=lambda mention: mention.stop)
    for mention in found[first:]:
        if not len(words) or mention.start >= words.stop:
            break
        yield mention
