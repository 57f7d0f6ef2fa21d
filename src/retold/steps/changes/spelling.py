"""Same words in another spelling (style), and words gone wrong (slips), by the rules of one language.

spelling_of(language).key(words)      equal for readings that differ in spelling custom only
spelling_of(language).mistake(a, b)   how one word may be the other gone wrong
spelling_of(language).strange(word)   how unlike the language a word looks
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache, cached_property, lru_cache
from math import log

from retold import parameters
from retold.algorithms import edits
from retold.language import Language
from retold.language.editing import Editing
from retold.steps.changes.pair import Pair, Side, Unit

_P = parameters.of("changes", "spelling")
_DOUBLED = _P.integer("doubled")
_ENDED = _P.integer("ended")
_POSSESSED = _P.integer("possessed")
_LEAST_SLIP = _P.integer("least_slip")
_UNSEEN = _P.number("unseen")
_LONGEST = _P.integer("longest")
_STEM = _P.integer("stem")
_KEPT = 1 << 14  # words whose spelling is remembered
_DECIMAL = re.compile(r"\d+(?:\.\d{1,2}|\.\d{4,}|,\d{1,2})")  # 1.4 and 1,4; 1,400 and 1.400 may be thousands


class Spelling:
    """What can be told of spellings in one language; without lists only signs and accents are passed over."""

    def __init__(self, editing: Editing) -> None:
        """The lists of the language."""
        self._editing = editing
        self._plain = lru_cache(_KEPT)(self._plain_of)
        self._spelled = lru_cache(_KEPT)(self._spelled_of)
        self.mistake = lru_cache(_KEPT)(self._mistake)
        self.strange = lru_cache(_KEPT)(self._strange)

    # ---- style ----

    def key(self, words: tuple[str, ...]) -> str:
        """Equal for readings that differ in spelling custom, hyphens, points and accents only.

        >>> from retold import language
        >>> key = spelling_of(language.of("en")).key
        >>> key(("organised",)) == key(("organized",)), key(("cease", "fire")) == key(("ceasefire",))
        (True, True)
        """
        plain = [self._plain(word) for word in words]
        alike = self._editing.spelled_alike
        whole = " ".join(plain)
        if whole in alike:
            return alike[whole]
        return "".join(alike.get(word, self._spelled(word)) for word in plain)

    def _plain_of(self, word: str) -> str:
        """The word without accents, points at its ends and the ending of a possessive."""
        bare = word if word.isascii() else unicodedata.normalize("NFKD", word)
        bare = "".join(c for c in bare if not unicodedata.combining(c)).strip(".")
        if len(bare) <= _POSSESSED or bare in self._editing.spelled_alike:
            return bare
        return self._editing.possessive.sub("", bare)

    def _spelled_of(self, word: str) -> str:
        """The word in one of the spellings of its ending, hyphens taken out."""
        if _DECIMAL.fullmatch(word):
            return word  # 1.4 is no other spelling of 14
        bare = "".join(c for c in word if c.isalnum()) or word
        if len(bare) >= _DOUBLED:
            pattern, by = self._editing.doubled
            bare = pattern.sub(by, bare)
        for one, other in self._editing.style_endings:
            if len(bare) >= _ENDED and bare.endswith(one):
                return bare[: -len(one)] + other
        return bare

    # ---- slips ----

    def _mistake(self, a: str, b: str) -> str | None:
        """How one word may be the other gone wrong: swapped, dropped or changed letters; None where not.

        None for every pair in a language whose endings are not known. Asked as `mistake`, which remembers.
        """
        if a == b or abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < _LEAST_SLIP:
            return None
        if not self._editing.inflections or frozenset((a, b)) in self._editing.confusable:
            return None
        return None if self._inflected(a, b) else _one_edit(a, b)

    def _inflected(self, a: str, b: str) -> bool:
        """Whether both are forms of one word: a stem with two of the endings of the language."""
        endings, head = self._editing.inflections, _shared_head(a, b)
        if head >= _STEM and a[head:] in endings and b[head:] in endings:
            return True
        ended = a[head - 1 :] in endings and b[head - 1 :] in endings
        return a[: head - 1] == b[: head - 1] and head > _STEM and ended

    def _strange(self, word: str) -> float:
        """How unlike the language a word looks, by the mean surprise of its letter pairs.

        Higher is stranger. Asked as `strange`, which remembers.
        """
        padded = f"^{word}$"
        pairs = [padded[i : i + 2] for i in range(len(padded) - 1)]
        return sum(self._letter_pairs.get(pair, _UNSEEN) for pair in pairs) / len(pairs)

    @cached_property
    def _letter_pairs(self) -> dict[str, float]:
        """The surprise (natural log) of a letter after another, from the words of our own lists."""
        counts: Counter[str] = Counter()
        heads: Counter[str] = Counter()
        for word in self._editing.ordinary_words():
            padded = f"^{word}$"
            for i in range(len(padded) - 1):
                counts[padded[i : i + 2]] += 1
                heads[padded[i]] += 1
        return {two: log(heads[two[0]] / count) for two, count in counts.items()}


@cache
def spelling_of(language: Language) -> Spelling:
    """The spellings of a language, made once."""
    return Spelling(language.editing)


def _one_edit(a: str, b: str) -> str | None:
    """Which one edit makes a of b, behind the first letter or by swapping; None where it takes more."""
    edit = edits.single_edit(a, b)
    if edit is None:
        return None
    kind, place = edit
    if kind == "transposition":
        return "swapped"
    return None if place == 0 else "changed" if kind == "substitution" else "dropped"


def _shared_head(a: str, b: str) -> int:
    """With how many equal letters both begin."""
    unlike = (i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y)
    return next(unlike, min(len(a), len(b)))


def is_style(pair: Pair, unit: Unit) -> bool:
    """Whether the two sides say the same words in another spelling; not in another place."""
    old, new = _printed(pair.old, unit.old), _printed(pair.new, unit.new)
    if not old or not new or old == new or max(len(old), len(new)) > _LONGEST:
        return False
    key = spelling_of(pair.language).key
    return key(old) == key(new)


def _printed(here: Side, words: range) -> tuple[str, ...]:
    """The words as they are compared; the point in an hour (4.15) is a habit of the house."""
    dated = here.witness.tokens.date
    return tuple(here.folded[k].replace(".", "") if dated[k] else here.folded[k] for k in words)
