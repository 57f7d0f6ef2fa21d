"""Sentences made ready for the parser, with a way back to the article's characters.

A quotation that is a clause of its own is replaced by two short words, and the
marks of a shorter one are taken out: the parser reads "It works, the mayor
said." where the article has forty quoted words. A seldom verb between a
quotation and its speaker (“…,” crowed Kael) is read as the plainest one, which
the parser knows best. Each run of kept characters remembers where it came from,
so every token keeps its place in the article.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from retold import parameters
from retold.model import Quote
from retold.steps.statements.broken import BROKEN, keeps_hyphen
from retold.steps.statements.lexicon import Lexicon
from retold.steps.statements.pointers import captions
from retold.tables import Witness

_P = parameters.of("statements", "segments")
_LONGEST = _P.integer("longest")
_FRAGMENT_WORDS = _P.integer("fragment_words")
_CLAUSE, _STOPPED, _BARE = (_P.integer(name) for name in ("clause", "stopped_clause", "bare_clause"))
_BEFORE, _NICKNAME = _P.integer("before"), _P.integer("nickname")
_TITLE_SHARE, _TITLE_LETTERS = _P.number("title_share"), _P.integer("title_letters")
_HIDDEN = _P.number("hidden")
# RAVELPORT, May 3 (Tidings) — Quay Lines said; a place in small letters only with brackets behind it.
_DATELINE = re.compile(
    r"\s*(?:[A-Z][A-Z ./'’-]{2,40}(?:,[^–—\n\"“:]{1,40}?)?(?:\s*\([^)\n]{2,40}\))?"
    r"|[A-Z][\w .,'’-]{2,40}\([^)\n]{2,40}\)|\([^()\n]{2,40}\))\s*(?:--|[—–-])\s+"
    # New Tarn, Aug 14 (NTI) The railways said
    r"|\s*[A-Z][\w .'’-]{2,40},[^()\n\"“:]{2,14}\d\s\([A-Z]{2,12}\)\s*:?\s+(?=[A-Z“\"‘])"
)
# …, records show.
_CLOSING = re.compile(r"(?:,\s|(?<=,[”\"’'»])\s)(?:[\w'’-]+\s){0,3}?([^\W\d_]+)\s([a-z]+)\.?\s*\Z")
_ASIDE = re.compile(r"\s*\([^()\n]{3,80}\)\s+(?=[A-Z“\"‘])")  # (Ana Kael/Courier) The …
# 18:10 Nobody was in the silo; the time of a post, with a capital behind it
POSTED = r"\d{1,2}[:.]\d\d(?:\s?[^\W\d_A-Z]\.?[^\W\d_A-Z]\.?)?(?:\s[A-Z]{2,3}T)?"
_STAMP = re.compile(rf"\s*{POSTED}(?:\s*[-–—:|]|(?=\s))\s+(?=[A-Z“\"‘])")
_SPACE = re.compile(r"[\s\x00-\x1f\x7f]+")
_GAP = re.compile(rf"({BROKEN.pattern})|{_SPACE.pattern}")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_INVERTED = re.compile(r",?\s+([^\W\d_A-Z][\w-]*)\s+([\w'’-]+)")  # behind a quotation: “…,” crowed Kael


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of the simplified text that stand for characters of the article."""

    at: int  # where the run begins in the simplified text
    start: int  # where it comes from in the article
    length: int  # in the simplified text
    quote: int  # number of the quotation it stands in or for, -1 for none
    dummy: bool
    word: str = ""  # of the article, for which the parser reads a plainer one
    goes_on: bool = False  # with a word that a line breaks in the article


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence of the article with the outermost quotations that stand in it.

    A quotation of several sentences makes one segment with its frame.
    """

    start: int
    end: int
    paragraph: int
    quotes: tuple[int, ...]  # numbers in Witness.quotes
    clausal: tuple[bool, ...]  # whether each of them is a clause of its own
    bare: bool  # whether nothing but quotations stands in it
    text: str  # simplified, for the parser
    runs: tuple[Run, ...] = field(repr=False)

    def is_clausal(self, quote: int) -> bool:
        """Whether a quotation of this sentence, by its number in `Witness.quotes`, is a clause of its own."""
        return self.clausal[self.quotes.index(quote)]

    def run(self, at: int) -> Run:
        """The run that holds a character of the simplified text."""
        return self.runs[max(0, bisect_right(self.runs, at, key=lambda run: run.at) - 1)]


def outside(text: str, start: int, end: int, holes: Sequence[tuple[int, int]]) -> str:
    """The characters from start to end without the holes."""
    pieces, at = [], start
    for low, high in holes:
        pieces.append(text[at : max(at, low)])
        at = max(at, high)
    pieces.append(text[at:end])
    return " ".join(pieces)


def segments(witness: Witness, lexicon: Lexicon) -> list[Segment]:
    """The sentences of an article, those joined that one quotation covers.

    Sentences and quotations that stand mostly in furniture, or under a picture, are left out.
    """
    outermost = [n for n, quote in enumerate(witness.quotes) if quote.level == 0]
    beside = lexicon.speech.captions + lexicon.speech.pointers
    below = list(captions(witness.text, beside))  # pictures, and links to other reports
    found = []
    number = 0
    for paragraph, start, end in _joined(witness, outermost):
        inside = []
        while number < len(outermost) and witness.quotes[outermost[number]].outer.start < end:
            inside.append(outermost[number])
            number += 1
        shown = not any(low <= start and end <= high for low, high in below)
        if shown and not _hidden(witness, start, end):
            found.append(_segment(witness, start, end, paragraph, inside, lexicon))
    return found


def _hidden(witness: Witness, start: int, end: int) -> bool:
    """Whether most words between the characters belong to the page and not to the report."""
    if not witness.furniture:
        return False
    flags = witness.tokens.furniture[slice(*witness.words.touching(start, end))]
    return bool(len(flags)) and float(flags.mean()) > _HIDDEN


def _joined(witness: Witness, outermost: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Paragraph number and character range of sentences, none ending inside a quotation."""
    ends = witness.paragraphs[:, 1].tolist()
    outers = [(witness.quotes[n].outer.start, witness.quotes[n].outer.end) for n in outermost]
    held: tuple[int, int, int] | None = None
    for start, end in witness.sentences.tolist():
        paragraph = bisect_right(ends, start)
        if held is not None and held[0] == paragraph and _cut(outers, held[2]):
            held = (paragraph, held[1], end)
            continue
        if held is not None:
            yield held
        held = (paragraph, start, end)
    if held is not None:
        yield held


def _cut(outers: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether the character position lies inside one of these ranges, which are sorted."""
    number = bisect_right(outers, (at, 0)) - 1
    return number >= 0 and outers[number][1] > at


def _segment(
    witness: Witness, start: int, end: int, paragraph: int, inside: Sequence[int], lexicon: Lexicon
) -> Segment:
    quotes = [(n, witness.quotes[n]) for n in inside]
    shown = {
        n: _is_clause(witness.text, start, end, quote, lexicon)
        for n, quote in quotes
        if not _hidden(witness, quote.span.start, quote.span.end)
    }
    writer = _Writer(witness.text, lexicon.grammar.stand_in)
    at = _behind_dateline(witness, start, end, paragraph)
    at = _behind_aside(witness.text, at, end)
    for number, quote in quotes:
        writer.copy(at, quote.outer.start)
        if shown.get(number):
            writer.stand_in(quote, number, last=quote.outer.end >= end, first=quote.outer.start <= start)
        elif number in shown:
            writer.copy(quote.span.start, quote.span.end, number)
        at = quote.outer.end
        cue = _inverted_cue(witness.text, at, end, lexicon) if shown.get(number) else None
        at = writer.plainly(at, cue, lexicon.grammar.stand_in_cue)
    at = writer.plainly(at, _closing_cue(witness.text, at, end, lexicon), lexicon.grammar.stand_in_cue)
    writer.copy(at, end)
    text = "".join(writer.pieces)[:_LONGEST]
    frame = outside(witness.text, start, end, [(q.outer.start, q.outer.end) for _, q in quotes])
    bare = not _WORD.search(frame)
    return Segment(start, end, paragraph, tuple(shown), tuple(shown.values()), bare, text, tuple(writer.runs))


def _inverted_cue(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The verb between a quotation that ends at `start` and the speaker behind it; None where none stands.

    A verb of speech before anything but a small word, or another word with the ending of the past before a
    name or a determiner. The parser takes many of them for adjectives of the speaker.
    """
    match, grammar = _INVERTED.match(text, start, end), lexicon.grammar
    if match is None or not grammar.stand_in_cue:
        return None
    word, behind = match[1], match[2]
    small = any(
        behind.lower() in one for one in (lexicon.names.prepositions, grammar.clause, grammar.infinitive)
    )
    named = behind[0].isupper() or behind in grammar.definite or behind in grammar.indefinite
    known = word in lexicon.speech.verbs and not word.endswith(grammar.gerund)
    spoken = (known and not small) or (word.endswith(grammar.past) and named)
    return match.span(1) if spoken else None


def _closing_cue(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """The verb of speech behind papers, or a name, that closes a sentence: …, records [show].; None for none.

    The parser takes it for a noun.
    """
    match = _CLOSING.search(text, start, end)
    if match is None or not lexicon.grammar.stand_in_cue:
        return None
    before = text[match.start() : match.start(1)].lower()
    if any(phrase in before for phrase in lexicon.speech.phrases):
        return None  # according to media reports
    verb = lexicon.speech.verbs.get(match[2])
    words = text[match.start() : match.end(1)].strip(", ").split()
    named = all(word[0].isupper() or word in lexicon.grammar.definite for word in words)
    seldom = verb is not None and verb.base not in lexicon.speech.bare
    present = (
        seldom and verb is not None and verb.base != match[2] and not match[2].endswith(lexicon.grammar.past)
    )
    known = match[1].lower() in lexicon.speech.papers or (named and present)
    return match.span(2) if known and verb is not None else None


def _behind_dateline(witness: Witness, start: int, end: int, paragraph: int) -> int:
    """Where a sentence begins behind time, place, agency and day at the head of its paragraph.

    Within one, where line breaks were lost, the place stands in capitals and the agency in brackets.
    """
    heads = _heads(witness, start, paragraph)
    stamp = _STAMP.match(witness.text, start, end) if heads else None
    start = start if stamp is None else stamp.end()
    match = _DATELINE.match(witness.text, start, end)
    if match is None or paragraph >= len(witness.paragraphs) or _is_broken(witness.text, match):
        return start
    place, bracket, _ = match.group().partition("(")
    return match.end() if heads or (bracket and place.partition(",")[0].isupper()) else start


def _is_broken(text: str, dateline: re.Match[str]) -> bool:
    """Whether what looks like the dash of a dateline breaks a word at the end of a line: WALTER PEN-"""
    last = list(BROKEN.finditer(text, dateline.start(), dateline.end() + 1))[-1:]
    return bool(last) and last[0].end() == dateline.end()


def _heads(witness: Witness, start: int, paragraph: int) -> bool:
    """Whether nothing stands before a character in its paragraph."""
    known = paragraph < len(witness.paragraphs)
    return known and not witness.text[int(witness.paragraphs[paragraph, 0]) : start].strip()


def _behind_aside(text: str, start: int, end: int) -> int:
    """Where a sentence begins behind a whole aside in brackets, as of who took the picture before it."""
    match = _ASIDE.match(text, start, end)
    return start if match is None else match.end()


class _Writer:
    """Builds a simplified text and the runs that lead back from it."""

    def __init__(self, text: str, stand_in: str) -> None:
        self.text, self._stand_in = text, stand_in
        self.pieces: list[str] = []
        self.runs: list[Run] = []
        self.length = 0
        self._broken = False

    def copy(self, start: int, end: int, quote: int = -1) -> None:
        """Copy characters, each stretch of white space as one space, and words that a line breaks whole."""
        at = start
        for gap in _GAP.finditer(self.text, start, end):
            if gap[1] is not None:
                kept = keeps_hyphen(self.text, *gap.span())
                self._put(self.text[at : gap.start() + kept], at, quote)
                at, self._broken = gap.end(), True
            elif gap.group() != " ":
                self._put(self.text[at : gap.start()] + " ", at, quote)
                at = gap.end()
        self._put(self.text[at:end], at, quote)

    def stand_in(self, quote: Quote, number: int, last: bool, first: bool) -> None:
        """Put two words in place of a quotation, with the stop or comma its end calls for."""
        behind = self.text[quote.outer.end : quote.outer.end + 1]
        stop = "." if last else "" if behind and behind in ",.;:!?" else ","
        words = self._stand_in.capitalize() if first else self._stand_in
        self._put(words + stop, quote.span.start, number, dummy=True)

    def plainly(self, at: int, word: tuple[int, int] | None, cue: str) -> int:
        """Copy up to a word of the article, if any, and put a plain cue in its place; where it goes on."""
        if word is None:
            return at
        self.copy(at, word[0])
        self._put(cue, word[0], -1, word=self.text[slice(*word)])
        return word[1]

    def _put(self, piece: str, start: int, quote: int, dummy: bool = False, word: str = "") -> None:
        if piece:
            self.runs.append(Run(self.length, start, len(piece), quote, dummy, word, self._broken))
            self._broken = False
            self.pieces.append(piece.replace("’", "'"))  # the parser knows the straight one better
            self.length += len(piece)


def is_title(inner: str) -> bool:
    """Whether quoted words look like the title of a work: nearly all long words have capitals.

    >>> is_title("The Light at the End of the Pier,"), is_title("The light is out.")
    (True, False)
    """
    words = _WORD.findall(inner)
    long = [word for word in words if len(word) > _TITLE_LETTERS]
    capitals = sum(1 for word in long if word[0].isupper())
    opened = bool(words) and words[0][0].isupper()
    sentence = inner[-1:] in "!?" or ". " in inner
    return opened and len(long) >= 2 and capitals >= _TITLE_SHARE * len(long) and not sentence


def is_nickname(inner: str) -> bool:
    """Whether quoted words may be a name given to somebody or something: few words in capitals."""
    words = _WORD.findall(inner)
    named = [word for word in words if word[0].isupper()]
    return (
        0 < len(words) <= _NICKNAME
        and len(words) - len(named) <= 1
        and bool(named)
        and inner[-1:] not in "!?"
    )


def _is_named(inner: str, before: str, lexicon: Lexicon) -> bool:
    """Whether quoted words behind a word of naming are a nickname: answers to the name “Barnacle.”"""
    last = _WORD.findall(before)[-1:]
    return (
        is_nickname(inner)
        and bool(last)
        and before.rstrip()[-1:].isalpha()
        and last[0].lower() in lexicon.speech.naming
    )


def _is_clause(text: str, start: int, end: int, quote: Quote, lexicon: Lexicon) -> bool:
    """Whether a quotation is a clause of its own and no part of the sentence around it."""
    inner = quote.span.of(text).strip()
    words = len(inner.split(None, _FRAGMENT_WORDS + 1))
    if words > _FRAGMENT_WORDS or (quote.outer.start <= start and quote.outer.end >= end):
        return True
    if is_title(inner) or _is_named(
        inner, text[max(start, quote.outer.start - _BEFORE) : quote.outer.start], lexicon
    ):
        return False
    head = re.sub(r"^\W+", "", inner)
    capital = head[:1].isupper() or not head[:1].isalpha()
    stopped = inner[-1:] in ".,!?…—–-" or text[quote.outer.end : quote.outer.end + 1] == ","
    before = text[max(start, quote.outer.start - _BEFORE) : quote.outer.start].rstrip()
    if not before or before[-1] in ":;—–-":
        return (capital and (stopped or words >= _CLAUSE)) or (stopped and words >= _STOPPED)
    if before[-1] == ",":
        closes = not text[quote.outer.end : end].strip(" .\n")  # the stop behind the mark
        return (stopped and (capital or words >= _STOPPED)) or (closes and capital and words >= _STOPPED)
    last = _WORD.findall(before)[-1:]
    led = bool(last) and last[0].lower() in lexicon.speech.verbs and before[-1].isalpha()
    return capital and stopped and (led or words >= _BARE)
