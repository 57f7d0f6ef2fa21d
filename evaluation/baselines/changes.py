"""Changes from difflib and a small word list: a baseline, here to be beaten.

A generator of stories on which it does well is too easy.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from evaluation.metrics.changes import Altered
from evaluation.metrics.ranges import Place
from retold.model import Article

WORD = re.compile(r"\w+(?:[.,'’-]\w+)*%?|[^\w\s]")
LONG = 7  # words that make a cut or an addition


def _set(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


NUMBERS = _set("one two three four five six seven eight nine ten eleven twelve hundred thousand million")
DAYS = _set(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today january february march april"
    " june july august september october november december"
)
HEDGES = _set("allegedly reportedly apparently possibly probably supposedly seemingly likely perhaps")
LOADED = _set(
    "so-called regime terrorist terrorists martyr brutal heroic shameful notorious thugs rioters mob"
)
VERBS = _set(
    "said says told added admitted claimed warned insisted denied stated noted stressed alleged vowed"
)
CREDITS = _set("reporting source contributed according reported agency material")
MARKS = set("“”‘’\"'.,;:!?-–—()")


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its place, and whether it stands between quotation marks."""

    text: str
    start: int
    end: int
    quoted: bool


def words(text: str) -> list[Word]:
    """Words and marks of a text, in order."""
    found: list[Word] = []
    quoted = False
    for match in WORD.finditer(text):
        mark = match.group()
        quoted = not quoted if mark in '"“”' else quoted
        found.append(Word(mark, match.start(), match.end(), quoted))
    return found


def changes(source: Article, copy: Article) -> list[Altered]:
    """What difflib sees between two texts, each piece of one kind."""
    a, b = words(source.text), words(copy.text)
    matcher = SequenceMatcher(None, [word.text for word in a], [word.text for word in b], autojunk=False)
    found = []
    for tag, a1, a2, b1, b2 in matcher.get_opcodes():
        if tag != "equal":
            kind = _kind(a[a1:a2], b[b1:b2], a1 == 0 or b1 == 0)
            found.append(_altered(kind, (source, copy), _place(a[a1:a2]), _place(b[b1:b2])))
    return _with_moves(found, source, copy)


def _place(run: Sequence[Word]) -> tuple[Place, ...]:
    return ((run[0].start, run[-1].end),) if run else ()


def _altered(
    kind: str, pair: tuple[Article, Article], before: tuple[Place, ...], after: tuple[Place, ...]
) -> Altered:
    ids = (pair[0].id, pair[1].id)
    return Altered(kind, ids, {ids[0]: before, ids[1]: after}, {})


def _kind(before: Sequence[Word], after: Sequence[Word], first: bool) -> str:
    """The kind of a piece by its length and the words in it."""
    if max(len(before), len(after)) >= LONG:
        if first:
            return "lede"
        return "cut" if len(before) > len(after) else "added"
    both = [word.text.lower() for word in (*before, *after)]
    if all(word in MARKS for word in both):
        return "style"
    return _listed(both) or _alike(before, after)


def _listed(both: list[str]) -> str:
    lists = {"date": DAYS, "attribution": VERBS, "hedge": HEDGES, "loaded": LOADED, "credit": CREDITS}
    if any(word[:1].isdigit() or word in NUMBERS for word in both):
        return "figure"
    return next((kind for kind, known in lists.items() if any(word in known for word in both)), "")


def _alike(before: Sequence[Word], after: Sequence[Word]) -> str:
    """Slip, style, name, quotation or wording, for short pieces that no list knows."""
    if any(word.quoted for word in (*before, *after)):
        return "quotation"
    old = " ".join(word.text for word in before)
    new = " ".join(word.text for word in after)
    if old and new and SequenceMatcher(None, old.lower(), new.lower()).ratio() > 0.75:
        american = old.replace("our", "or").replace("is", "iz") == new.replace("our", "or").replace(
            "is", "iz"
        )
        return "style" if american or old.strip(".") == new.strip(".") else "slip"
    return "name" if old[:1].isupper() and new[:1].isupper() else "wording"


def _with_moves(found: list[Altered], source: Article, copy: Article) -> list[Altered]:
    """A long piece gone from one place that stands in another is moved."""
    gone = [one for one in found if one.kind == "cut"]
    new = [one for one in found if one.kind == "added"]
    for old in gone:
        text = _text(old, source)
        same = next((one for one in new if _text(one, copy) == text), None)
        if same is not None:
            moved = _altered("moved", (source, copy), old.spans[source.id], same.spans[copy.id])
            found = [one for one in found if one is not old and one is not same] + [moved]
    return found


def _text(one: Altered, article: Article) -> str:
    return " ".join(article.text[start:end] for start, end in one.spans[article.id])
