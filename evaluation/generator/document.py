"""A report in pieces: words that keep their identity while outlets copy and change them.

Every word, mark or name is a `Piece` with a key. Versions of one report share
keys, so that what differs between any two of them can be read off exactly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

Place = tuple[int, int]  # half-open character range in a text


@dataclass(frozen=True, slots=True, eq=False)  # told apart by identity: comparing texts would be slow
class Piece:
    """The smallest thing that can be changed.

    `key` says which place of the report it fills; `value` what it means, so
    that another spelling of the same value is mere style; `tight` that no
    space stands before it; `inside` that it stands between quotation marks;
    `flaw` holds the right text when this is a slip; `fact` names the fact told;
    `site` marks a place where a hedge may be put.
    """

    key: str
    text: str
    tag: str = "word"
    value: str = ""
    tight: bool = False
    inside: bool = False
    flaw: str = ""
    fact: str = ""
    site: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """Who says what in a sentence; `quote` is the utterance's identity across all reports."""

    quote: str
    speaker: str
    cue: str
    addressee: str = ""
    kind: str = "direct"
    leans: bool = False  # its speaker is a pronoun or a role: the sentence before must name the same one


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a sentence was written, so that it can be written again in other words."""

    template: str
    seed: str
    picks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence; `role` is lede, body, quote, background, local, added or credit."""

    key: str
    pieces: tuple[Piece, ...]
    role: str = "body"
    said: Said | None = None
    recipe: Recipe | None = None


@dataclass(frozen=True, slots=True)
class Doc:
    """A whole report."""

    paragraphs: tuple[tuple[Sentence, ...], ...]
    dateline: tuple[Piece, ...] = ()

    def sentences(self) -> list[Sentence]:
        """All sentences in reading order."""
        return [sentence for paragraph in self.paragraphs for sentence in paragraph]

    def pieces(self) -> Iterator[tuple[Sentence, Piece]]:
        """Every piece with its sentence, in reading order."""
        for sentence in self.sentences():
            for piece in sentence.pieces:
                yield sentence, piece

    def with_sentence(self, new: Sentence) -> Doc:
        """The report with the sentence of the same key replaced."""
        paragraphs = tuple(
            tuple(new if sentence.key == new.key else sentence for sentence in paragraph)
            for paragraph in self.paragraphs
        )
        return replace(self, paragraphs=paragraphs)

    def with_piece(self, new: Piece) -> Doc:
        """The report with the piece of the same key replaced."""
        for sentence in self.sentences():
            if any(piece.key == new.key for piece in sentence.pieces):
                pieces = tuple(new if piece.key == new.key else piece for piece in sentence.pieces)
                return self.with_sentence(replace(sentence, pieces=pieces))
        return self

    def without(self, keys: set[str]) -> Doc:
        """The report without the sentences of these keys."""
        kept = [
            tuple(sentence for sentence in paragraph if sentence.key not in keys)
            for paragraph in self.paragraphs
        ]
        return replace(self, paragraphs=tuple(paragraph for paragraph in kept if paragraph))


@dataclass(slots=True)
class Layout:
    """A report as text, with the place of every piece and sentence by key."""

    text: str = ""
    pieces: dict[str, Place] = field(default_factory=dict)
    sentences: dict[str, Place] = field(default_factory=dict)

    def of(self, place: Place) -> str:
        """The characters of a place."""
        return self.text[place[0] : place[1]]


VOWEL_SOUND = re.compile(r"(?i)^(?:[aeio]|u(?!ni|s[aeiu]|\.s|s\b|ti|ro)|hour|hono|heir|8|11\b|18\b)")
CONSONANT_SOUND = re.compile(r"(?i)^(?:eu|one\b|once|uk\b)")


def article_before(word: str, article: str) -> str:
    """`a` or `an`, whichever fits before `word`, in the case of `article`."""
    vowel = VOWEL_SOUND.match(word) is not None and CONSONANT_SOUND.match(word) is None
    right = "an" if vowel else "a"
    return right.capitalize() if article[0].isupper() else right


def shown(pieces: tuple[Piece, ...]) -> list[str]:
    """The text of each piece as printed: a or an by the next word, a capital at the start."""
    texts = [piece.text for piece in pieces]
    for index in range(len(texts) - 1):
        if texts[index] in ("a", "an", "A", "An") and pieces[index].tag == "word":
            texts[index] = article_before(texts[index + 1], texts[index])
    first = next((i for i, text in enumerate(texts) if text[:1].isalnum()), None)
    if first is not None:
        texts[first] = texts[first][:1].upper() + texts[first][1:]
    return texts


def layout_of(doc: Doc) -> Layout:
    """Set a report as text: paragraphs apart by an empty line."""
    layout = Layout()
    out: list[str] = []
    at = _put_dateline(doc, layout, out)
    for number, paragraph in enumerate(doc.paragraphs):
        if number:
            out.append("\n\n")
            at += 2
        for place, sentence in enumerate(paragraph):
            if place:
                out.append(" ")
                at += 1
            at = _put(sentence, layout, out, at)
    layout.text = "".join(out)
    return layout


def _put_dateline(doc: Doc, layout: Layout, out: list[str]) -> int:
    at = 0
    for piece in doc.dateline:
        gap = "" if piece.tight or at == 0 else " "
        layout.pieces[piece.key] = (at + len(gap), at + len(gap) + len(piece.text))
        out.append(gap + piece.text)
        at += len(gap) + len(piece.text)
    if doc.dateline:
        out.append(" ")
        at += 1
    return at


def _put(sentence: Sentence, layout: Layout, out: list[str], at: int) -> int:
    start = at
    for piece, text in zip(sentence.pieces, shown(sentence.pieces), strict=True):
        gap = "" if piece.tight or at == start else " "
        layout.pieces[piece.key] = (at + len(gap), at + len(gap) + len(text))
        out.append(gap + text)
        at += len(gap) + len(text)
    layout.sentences[sentence.key] = (start, at)
    return at
