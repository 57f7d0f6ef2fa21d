"""Quotations: what stands between quotation marks, by a stack of marks per paragraph.

Straight, curly, single, « », „ “, ‹ ›, CJK corners and the ``double'' marks of
old wire copy. A mark that may open or close is read from what stands on its
two sides. Apostrophes are no marks. An odd mark never reaches beyond its
paragraph; where the next paragraph opens with a mark of the same sort, the two
are pieces of one quotation and share a `thread`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import inf
from typing import Literal

from retold import parameters
from retold.language import UNIVERSAL, Language
from retold.language.marks import Marks
from retold.language.unclosed import attribution
from retold.model import Quote, Span
from retold.tables import Ints

Family = Literal["double", "single", "guillemet", "corner"]
Role = Literal["open", "close", "either"]

_MARK = re.compile(r"``|''|[\"“”„‟‘’‚‛'`«»‹›「」『』﹁﹂＂〝〞〟]")
_FAMILIES: dict[str, Family] = {
    **dict.fromkeys(("``", "''", *'"“”„‟＂〝〞〟'), "double"),
    **dict.fromkeys("‘’‚‛'`", "single"),
    **dict.fromkeys("«»‹›", "guillemet"),
    **dict.fromkeys("「」『』﹁﹂", "corner"),
}
_P = parameters.of("quotes", "quotes")
_DEEPEST = _P.integer("deepest")
_LONGEST_OPEN = _P.integer("longest_open")
_LETTERS = 8  # that an ending of a word may have
_STOP = re.compile(r"(?<![.!?])[.!?]+(?=\s)")
_LEAD = re.compile(r"(?<=[.!?…])\s+[^\W\d_a-zß-ÿ][^.!?…\n]{0,60}:\s*\Z")  # as far as a search goes
_SPACES = frozenset(" \u00a0\u202f\u2009")
_SPACED = _SPACES | frozenset(".,;:!?)…—–-\n")
_OPENERS = frozenset(("``", *"„‟‚‛「『﹁〝"))
_CLOSERS = frozenset("」』﹂〞〟")
_OPENS_AFTER = frozenset(" \t\n\r\u00a0\u2009\u202f\u3000([{<—–-/:;,=|>*•…\x00\x19\"“„«‹‘'`「『")
_CLOSES_BEFORE = frozenset(" \t\n\r\u00a0\u2009\u202f\u3000)]}>.,;:!?—–-/…|<*\"”»›’'」』")


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    family: Family
    role: Role


@dataclass(frozen=True, slots=True)
class _Singles:
    """Where the single marks of a paragraph stand, sorted, to look ahead in."""

    openers: list[int]
    closers: list[int]
    strong: list[int]  # closers behind a comma or a stop

    def next_in(self, places: list[int], after: int) -> float:
        """The first of the places at or behind a character, infinity for none."""
        at = bisect_left(places, after)
        return places[at] if at < len(places) else inf


@dataclass(slots=True)
class _Piece:
    """A quotation being read; `closed` is None while its closing mark is missing."""

    mark: _Mark
    level: int = 0
    end: int = -1  # of the words inside
    closed: int | None = None  # one past the closing mark

    @property
    def outer_end(self) -> int:
        """One past the closing mark, or past the words where it is missing."""
        return self.end if self.closed is None else self.closed


def find(
    article_id: str | None, text: str, paragraphs: Ints, language: Language = UNIVERSAL
) -> tuple[Quote, ...]:
    """The quotations of a text in order of their opening marks.

    The language knows which apostrophes are none. `paragraphs` are character ranges, int32 [k, 2].
    Quotations that share a
    `thread` are pieces of one that runs over several paragraphs.

    >>> import numpy as np
    >>> text = "“Let us ‘wait’,” she said."
    >>> [(q.span.of(text), q.level) for q in find("a", text, np.array([[0, len(text)]]))]
    [('Let us ‘wait’,', 0), ('wait', 1)]
    """
    found: list[Quote] = []
    thread, running = 0, None
    ranges = paragraphs.tolist()
    for at, (start, end) in enumerate(ranges):
        onward = ranges[at + 1][0] if at + 1 < len(ranges) else len(text)
        pieces = _pieces(text, start, end, language.marks, _resumes(text, start, onward))
        for piece in pieces:
            goes_on = running is not None and _opens(text, start, piece, running)
            thread = thread if goes_on else thread + 1
            running = None
            found.append(_quote(article_id, piece, thread - 1))
        running = _left_open(pieces, end)
    return tuple(_without_attributions(text, found, language))


def _resumes(text: str, start: int, onward: int) -> bool:
    """Whether a paragraph and the next one begin with the same straight single mark, as pieces of one do."""
    return text[start : start + 1] == "'" == text[onward : onward + 1]


def _without_attributions(text: str, found: list[Quote], language: Language) -> Iterator[Quote]:
    """The quotations, those whose closing mark was forgotten up to the words that say who spoke.

    One that goes on in the next paragraph is left whole, and so is one with another inside.
    """
    for at, quote in enumerate(found):
        follows = found[at + 1] if at + 1 < len(found) else None
        inside = follows is not None and (follows.thread == quote.thread or follows.level > 0)
        if quote.level or quote.outer.end != quote.span.end or inside or language.speech is None:
            yield quote
            continue
        match = attribution(language).search(text, quote.span.start, quote.span.end)
        end = quote.span.end if match is None else match.start() + 1
        yield replace(quote, span=replace(quote.span, end=end), outer=replace(quote.outer, end=end))


def _quote(article_id: str | None, piece: _Piece, thread: int) -> Quote:
    inner = Span(article_id, piece.mark.end, piece.end)
    return Quote(inner, Span(article_id, piece.mark.start, piece.outer_end), piece.level, thread)


def _opens(text: str, start: int, piece: _Piece, running: Family) -> bool:
    """Whether the piece stands at the head of its paragraph and goes on with what runs."""
    at_head = not text[start : piece.mark.start].strip()
    return at_head and piece.level == 0 and piece.mark.family == running


def _left_open(pieces: list[_Piece], end: int) -> Family | None:
    """The sort of quotation that the end of the paragraph leaves open."""
    outermost = [piece for piece in pieces if piece.level == 0]
    last = outermost[-1] if outermost else None
    return last.mark.family if last is not None and last.closed is None and last.end == end else None


def _pieces(text: str, start: int, end: int, rules: Marks, resumes: bool) -> list[_Piece]:
    """The quotations of one paragraph, outermost and nested, in order.

    `resumes` is whether the next paragraph goes on in straight single marks.
    """
    marks = list(_marks(text, start, end, rules))
    if not marks:
        return []
    singles = _singles(text, marks, end if resumes else None)
    stack: list[_Piece] = []
    left: list[_Piece] = []  # open for too long
    done: list[_Piece] = []
    for mark in marks:
        if _shuts(mark, stack) and not _possessive(text, mark, singles, rules):
            _close(mark, stack)
        elif mark.role != "close" and (
            _may_open(text, mark, stack, singles, start)
            or (resumes and mark.start == start and mark.role == "open")
        ):
            piece = _Piece(mark)
            stack.append(piece)
            done.append(piece)
            left.extend(stack[:-_DEEPEST])
            del stack[:-_DEEPEST]
    _end_open(text, [*left, *stack], done, end)
    return _levelled([piece for piece in done if piece.end > piece.mark.end])


def _levelled(pieces: list[_Piece]) -> list[_Piece]:
    """The pieces with their depth, in order; one that crosses the end of another is dropped."""
    kept: list[_Piece] = []
    around: list[_Piece] = []
    for piece in pieces:
        while around and around[-1].outer_end <= piece.mark.start:
            around.pop()
        if around and piece.outer_end > around[-1].outer_end:
            continue
        piece.level = len(around)
        around.append(piece)
        kept.append(piece)
    return kept


def _marks(text: str, start: int, end: int, rules: Marks) -> Iterator[_Mark]:
    for match in _MARK.finditer(text, start, end):
        low, high = match.span()
        before = text[low - 1] if low > start else " "
        after = text[high] if high < end else " "
        role = _role(match.group(), before, after, rules.elides(text, low, high, end))
        if role is not None:
            yield _Mark(low, high, _FAMILIES[match.group()], role)


def _role(sign: str, before: str, after: str, elided: bool) -> Role | None:
    """What a mark may do where it stands; None for an apostrophe or a sign of measure."""
    spaced = sign in "«»" and before in _SPACES and after in _SPACED  # « Oui », as French sets them
    spaced = spaced or (sign == "«" and before in "'’([" and after in _SPACES)  # d'« une gifle »
    if sign in _OPENERS or sign in _CLOSERS or spaced:
        return "open" if sign in _OPENERS or sign == "«" else "close"
    can_open = before in _OPENS_AFTER and not after.isspace()
    tight = before in ",.!?…" and after.isalnum()  # a space is missing: “…,”she said or said,“…”
    can_close = not before.isspace() and (after in _CLOSES_BEFORE or not after.isalnum())
    if _FAMILIES[sign] == "single":
        return _role_of_single(sign, can_open, can_close, elided)
    if sign == "“":
        return "open" if can_open or not can_close else "either"
    if sign in "”''" and not (can_open and not can_close):
        return "close"
    if (can_open and can_close) or tight:
        return "either"
    return "open" if can_open else "close" if can_close else "either"


def _role_of_single(sign: str, can_open: bool, can_close: bool, elided: bool) -> Role | None:
    if can_open and not (sign != "‘" and elided) and sign != "’":
        return "open" if not can_close or sign == "‘" else "either"
    return "close" if can_close and sign in "’'‘" else None


def _shuts(mark: _Mark, stack: list[_Piece]) -> bool:
    """Whether the mark closes something that is open."""
    if mark.role == "open":
        return False
    return any(piece.mark.family == mark.family for piece in stack)


def _close(mark: _Mark, stack: list[_Piece]) -> None:
    """Close the innermost open quotation of the mark's sort, and drop what is still open inside it."""
    while stack:
        piece = stack.pop()
        piece.end = mark.start
        if piece.mark.family == mark.family:
            piece.closed = mark.end
            return
        piece.end = piece.mark.end  # a mark inside that nothing closes: no quotation


def _singles(text: str, marks: list[_Mark], closed_by: int | None) -> _Singles:
    single = [mark for mark in marks if mark.family == "single"]
    openers = [mark.start for mark in single if mark.role == "open"]
    closers = [mark.start for mark in single if mark.role != "open"]
    strong = [at for at in closers if text[at - 1] in ",.!?…"]
    strong += [] if closed_by is None else [closed_by]
    return _Singles(openers, closers, strong)


def _word_before(text: str, at: int) -> str:
    """The last letters before a place, in lower case: enough to see an ending."""
    return text[max(0, at - _LETTERS) : at].lower()


def _possessive(text: str, mark: _Mark, singles: _Singles, rules: Marks) -> bool:
    """The apostrophe of a plural (the dockers’ pay) or a cut word (goin’) inside a quotation in these."""
    if mark.family != "single":
        return False
    before, ahead = _word_before(text, mark.start), text[mark.end : mark.end + 2]
    whole = bool(rules.cut_words.intersection(re.split(r"[^\w]+", before)[-1:]))
    cut = whole or (bool(rules.cut) and before.endswith(rules.cut) and before[-3:-2].isalpha())
    if cut and ahead[:1] in (",", ".") and _FAMILIES.get(ahead[1:]) == "single":
        return True  # nobbut smoke an’ mirrors missin’,’ he said
    if len(ahead) < 2 or not (cut or before.endswith(rules.plural)):
        return False
    if not (ahead[0] == " " and (ahead[1].islower() or (whole and ahead[1].isalpha()))):
        return False
    return singles.next_in(singles.strong, mark.end) < singles.next_in(singles.openers, mark.end)


def _may_open(text: str, mark: _Mark, stack: list[_Piece], singles: _Singles, start: int) -> bool:
    """A single mark opens only where a closing one follows, at the head of a paragraph or behind a colon."""
    if mark.family != "single":
        return mark.role == "open" or not stack
    followed = singles.next_in(singles.closers, mark.end) < inf
    before = text[start : mark.start].rstrip()
    heads = text[mark.start] == "‘" and not before
    announced = mark.role == "open" and before.endswith(":") and not stack
    return followed or heads or announced


def _end_open(text: str, unclosed: list[_Piece], done: list[_Piece], end: int) -> None:
    """End what the paragraph leaves open: at the next quotation of the same sort, else with the paragraph.

    A very long one is a quotation whose closing mark was lost among narration: it ends with its sentence.
    """
    following: dict[Family, int] = {}
    waiting = {id(piece) for piece in unclosed}
    for piece in reversed(done):
        if id(piece) in waiting:
            piece.end = _end_of_open(text, piece.mark.end, following.get(piece.mark.family, end))
        if piece.end > piece.mark.end:
            following[piece.mark.family] = piece.mark.start


def _end_of_open(text: str, start: int, end: int) -> int:
    """Where an open quotation ends: at `end`, or with its first sentence if that is very far.

    What leads to the quotation that begins at `end` is none of its words: “We sang. Ana Kael: “She …”
    """
    if end - start <= _LONGEST_OPEN:
        lead = _LEAD.search(text, start, end)
        return end if lead is None else lead.start()
    stop = _STOP.search(text, start, end)
    return stop.end() if stop else end
