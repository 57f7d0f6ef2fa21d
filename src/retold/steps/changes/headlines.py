"""Headlines as versions: what became of the title of one article in the other's.

A title stands outside the text, so such a change has readings and no places; its detail is `headline`.
One that has other words is told once, as wording. Told besides are loaded words and hedges that one
title alone has, one word that turns what is told, and a figure that is another one in titles which tell of
one thing. Where the words are the same and who says them is not, that alone is told (`headline_speakers`).
By which number a desk sent a report (UPDATE 2-…, …, 1st Ld-Writethru) is no part of its title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from retold import parameters
from retold.language import Language
from retold.language.editing import Entry, Lexicon
from retold.language.numbers import Figure
from retold.model import Article, Statement
from retold.model.changes import HEADLINE
from retold.steps.changes.candidates import Candidate, plain_print
from retold.steps.changes.headline_speakers import Version, changed_speakers
from retold.steps.changes.spelling import spelling_of

Said = Sequence[Statement]
_P = parameters.of("changes", "headlines")
_LONGEST = _P.integer("longest")
_COMMON = _P.integer("common")
_BESIDE = _P.integer("beside")
_VERB = _P.integer("verb")
_TAKE_HEAD = re.compile(
    r"(?P<numbered>\d{1,2}(?:st|nd|rd|th)\s[A-Z]\w+)\s+"
    r"|(?P<take>\w[\w. ]*?)\s*(?:(?<=[A-Z\d])-|[-–—]\s|:|/)\s*|\((?P<aside>[^()]+)\)\s*"
)
_TAKE_TAIL = re.compile(r"(?:,|\s[-–—/])\s?(?P<take>[^,]{1,60})\Z|[(\[](?P<aside>[^()\[\]]{1,60})[)\]]\Z")
_ORDINAL = re.compile(r"\d{1,4}(?:st|nd|rd|th)?\Z", re.IGNORECASE)
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_MARK, _MARKS = '"', frozenset("“”„\"«»‘’'")  # and that of a question, which doubts
_PIECE = re.compile(rf"{_WORD.pattern}|[?{''.join(sorted(_MARKS))}]")


def changed_headlines(
    old: Article, new: Article, language: Language, said: tuple[Said, Said] = ((), ())
) -> list[Candidate]:
    """What differs between two titles; nothing where either has none, or both read alike but for print.

    `said` are the statements of either article, by which those who speak in a title are known.
    """
    before, after = (_without_takes(article.title or "", language) for article in (old, new))
    if not before or not after or _spelled(before, language) == _spelled(after, language):
        return []
    speakers = changed_speakers(Version(before, old, said[0]), Version(after, new, said[1]), language)
    if speakers:
        return speakers
    turned = list(_turned(before, after, language))
    hedged = not turned and _tell_one(before, after, language)
    return [
        *_figures(before, after, language),
        *turned,
        *(_words(before, after, language, language.editing.hedges) if hedged else ()),
        *_words(before, after, language, language.editing.loaded),
        Candidate("wording", (), (), before, after, HEADLINE),
    ]


def _spelled(title: str, language: Language) -> str:
    """A title as it is compared: spelling, case, dashes, marks and the print of figures put aside."""
    key = spelling_of(language).key
    pieces = _PIECE.findall(plain_print(_with_plain_figures(title, language)))
    return "".join(_MARK if piece in _MARKS else key((language.fold(piece),)) for piece in pieces)


def _with_plain_figures(title: str, language: Language) -> str:
    """A title with every figure as its value and its unit: £4m, 4 million pounds."""
    plain, last = "", 0
    for one in (found for found in language.numbers.find(title) if not found.vague):
        plain += f"{title[last : one.start]} {one.value:.12g}{one.unit} "
        last = one.end
    return plain + title[last:]


def _turned(before: str, after: str, language: Language) -> Iterator[Candidate]:
    """What turns one title against the other: a negation, or one word (rises, falls; may, will)."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    yield from _negated(old, new, language)
    unlike = [(a, b) for a, b in zip(old, new, strict=False) if language.fold(a) != language.fold(b)]
    if len(old) != len(new) or len(unlike) != 1:
        return
    one, other = (language.fold(word) for word in unlike[0])
    sense = language.editing.sense
    modals = {sense.modals.get(word, "") for word in (one, other)}
    if sense.are_opposite(one, other) or (len(modals) == 2 and "" not in modals):
        yield Candidate("sense", (), (), *unlike[0], HEADLINE)


def _negated(old: Sequence[str], new: Sequence[str], language: Language) -> Iterator[Candidate]:
    """The one difference of two titles, if one side of it denies what the other says: will [not] go out."""
    sense = language.editing.sense
    forms = [[language.fold(word) for word in words] for words in (old, new)]
    denied = [sense.negations(words) for words in forms]
    if len(denied[0]) == len(denied[1]):
        return
    moves = SequenceMatcher(None, forms[0], forms[1], autojunk=False).get_opcodes()
    unlike = [move[1:] for move in moves if move[0] != "equal"]
    if len(unlike) != 1:
        return
    low_old, high_old, low_new, high_new = unlike[0]
    parts = range(low_old, high_old), range(low_new, high_new)
    told = [_told_in(words, part, language) for words, part in zip(forms, parts, strict=True)]
    if told[0] == told[1] and len(told[0]) <= 1:
        readings = " ".join(old[low_old:high_old]), " ".join(new[low_new:high_new])
        yield Candidate("sense", (), (), *readings, HEADLINE)


def _told_in(words: Sequence[str], part: range, language: Language) -> list[str]:
    """The beginnings of the words of a part that neither the grammar nor a negation asks for."""
    idle = language.editing.sense.negators | language.editing.sense.auxiliary | language.editing.small
    return [words[k][:_VERB] for k in part if words[k] not in idle]


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
    """The one figure in which the titles differ, if they have as many and share a few telling words."""
    ours, theirs = (
        [one for one in language.numbers.find(title) if not one.weak and not one.vague]
        for title in (before, after)
    )
    unlike = [(a, b) for a, b in zip(ours, theirs, strict=False) if not a.equals(b)]
    if len(ours) != len(theirs) or len(unlike) != 1 or not _tell_one(before, after, language):
        return
    one, other = unlike[0]
    counted = _counted_in(before, one, language), _counted_in(after, other, language)
    if one.unit == other.unit and not _two_counts(*counted):
        printed = before[one.start : one.end], after[other.start : other.end]
        yield Candidate("figure", (), (), *printed, HEADLINE)


class _Counted(NamedTuple):
    """What a figure of a title counts: the class of a telling word ("" for none), and the word behind."""

    known: str
    behind: str


def _counted_in(title: str, figure: Figure, language: Language) -> _Counted:
    before, behind = (
        [language.fold(word) for word in _WORD.findall(part)]
        for part in (title[: figure.start], title[figure.end :])
    )
    around = before[::-1][:_BESIDE], behind[:_BESIDE]
    return _Counted(language.numbers.counted(around), next(iter(behind), ""))


def _two_counts(one: _Counted, other: _Counted) -> bool:
    """Whether two figures of titles count two things: 212 safe, two hurt.

    Words of two classes stand beside them, or of one beside one alone, with another word right behind each.
    """
    if one.known == other.known:
        return False
    return bool(one.known and other.known) or bool(one.behind and other.behind and one.behind != other.behind)


def _tell_one(before: str, after: str, language: Language) -> bool:
    """Whether two titles share a few telling words, so that they tell of one thing."""
    return len(_telling(before, language) & _telling(after, language)) >= _COMMON


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
