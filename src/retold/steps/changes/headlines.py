"""Headlines as versions: what became of the title of one article in the other's.

A title stands outside the text, so such a change has readings and no places; its detail is `headline`.
One that has other words is told once, as wording. Told besides are loaded words and hedges that one
title alone has, and a figure that is another one in titles which tell of one thing. By which number a
desk sent a report (UPDATE 2-…, …, 1st Ld-Writethru) is no part of its title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from retold import parameters
from retold.language import Language
from retold.language.editing import Entry, Lexicon
from retold.model import Article
from retold.steps.changes.candidates import Candidate, plain_print

HEADLINE = "headline"
_P = parameters.of("changes", "headlines")
_LONGEST = _P.integer("longest")
_COMMON = _P.integer("common")
_TAKE_HEAD = re.compile(
    r"(?P<numbered>\d{1,2}(?:st|nd|rd|th)\s[A-Z]\w+)\s+"
    r"|(?P<take>\w[\w. ]*?)\s*(?:(?<=[A-Z\d])-|[-–—]\s|:|/)\s*|\((?P<aside>[^()]+)\)\s*"
)
_TAKE_TAIL = re.compile(r"(?:,|\s[-–—/])\s?(?P<take>[^,]{1,60})\Z|[(\[](?P<aside>[^()\[\]]{1,60})[)\]]\Z")
_ORDINAL = re.compile(r"\d{1,4}(?:st|nd|rd|th)?\Z", re.IGNORECASE)
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


def changed_headlines(old: Article, new: Article, language: Language) -> list[Candidate]:
    """What differs between two titles; nothing where either has none, or both read alike but for print."""
    before, after = (_without_takes(article.title or "", language) for article in (old, new))
    if not before or not after or plain_print(before) == plain_print(after):
        return []
    return [
        *_figures(before, after, language),
        *_words(before, after, language, language.editing.hedges),
        *_words(before, after, language, language.editing.loaded),
        Candidate("wording", (), (), before, after, HEADLINE),
    ]


def _without_takes(title: str, language: Language) -> str:
    """A title, its blanks made one, without the words that number its version at either end."""
    plain = " ".join(title.split())
    head = _TAKE_HEAD.match(plain)
    while head and _is_take(head, language) and head.end() < len(plain):
        plain = plain[head.end() :]
        head = _TAKE_HEAD.match(plain)
    tail = _TAKE_TAIL.search(plain)
    return plain[: tail.start()].rstrip() if tail and tail.start() and _is_take(tail, language) else plain


def _is_take(found: re.Match[str], language: Language) -> bool:
    """Whether a piece holds words of takes and their number alone: a number, brackets or capitals show it."""
    words = re.findall(r"\w+", next(filter(None, found.groups())))
    told = [word for word in words if not _ORDINAL.match(word)]
    known = bool(told) and all(language.fold(word) in language.editing.takes for word in told)
    shown = len(told) < len(words) or found["aside"] is not None or all(word.isupper() for word in told)
    return known and shown


def _figures(before: str, after: str, language: Language) -> Iterator[Candidate]:
    """The one figure of either title, if they differ and the titles share a few telling words."""
    ours, theirs = (
        [one for one in language.numbers.find(title) if not one.weak and not one.vague]
        for title in (before, after)
    )
    telling = [_telling(title, language) for title in (before, after)]
    if len(ours) != 1 or len(theirs) != 1 or len(telling[0] & telling[1]) < _COMMON:
        return
    one, other = ours[0], theirs[0]
    if one.unit == other.unit and not one.equals(other):
        printed = before[one.start : one.end], after[other.start : other.end]
        yield Candidate("figure", (), (), *printed, HEADLINE)


def _telling(title: str, language: Language) -> set[str]:
    folded = (language.fold(word) for word in _WORD.findall(title))
    return {word for word in folded if word not in language.editing.small and not word.isdigit()}


def _words(before: str, after: str, language: Language, lexicon: Lexicon) -> Iterator[Candidate]:
    """Phrases of a lexicon that one title alone has, the first of one against the first of the other."""
    ours, theirs = (list(_hits(title, language, lexicon)) for title in (before, after))
    known = [{entry.group for _, entry in side} for side in (ours, theirs)]
    gone = [words for words, entry in ours if entry.group not in known[1]]
    fresh = [words for words, entry in theirs if entry.group not in known[0]]
    kind = next((entry.kind for _, entry in (*ours, *theirs)), None)
    if kind is not None and (gone or fresh):
        yield Candidate(kind, (), (), next(iter(gone), ""), next(iter(fresh), ""), HEADLINE)


def _hits(title: str, language: Language, lexicon: Lexicon) -> Iterator[tuple[str, Entry]]:
    """The phrases of the lexicon in a title, the longest first at each place; none of a plain lean."""
    words = _WORD.findall(title)
    folded = [language.fold(word) for word in words]
    k = 0
    while k < len(words):
        size = next((n for n in range(_LONGEST, 0, -1) if _form(folded, k, n) in lexicon), 0)
        if size and lexicon[_form(folded, k, size)].lean != "plain":
            yield " ".join(words[k : k + size]), lexicon[_form(folded, k, size)]
        k += max(1, size)


def _form(folded: Sequence[str], k: int, size: int) -> str:
    return " ".join(folded[k : k + size])
