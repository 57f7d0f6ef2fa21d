"""Sentences that say something else by one small word: a negation, the other direction, unit or modal.

They are planted into finished stories, one kind at a time, so that no story changes by them:

    for turned in turned_pairs(story("7/1"), Random("7/1")): ...

The words stand in `texts/words.toml` and were written without a look at the lists of the program.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from evaluation.generator import ground_truth
from evaluation.generator.document import Doc, Piece, Place, Sentence
from evaluation.generator.stories import SyntheticStory
from evaluation.generator.word_lists import read
from retold.model import Article

KINDS = ("negation", "direction", "unit", "modality")
_TURNS: dict[str, dict[str, str]] = read("words")["turns"]
_DENIED = frozenset(_TURNS["denied"])


@dataclass(frozen=True, slots=True)
class Turned:
    """A source, a copy of it in which one word was turned, and where: a range of the copy's text."""

    kind: str
    source: Article
    copy: Article
    place: Place


def turned_pairs(story: SyntheticStory, rng: Random) -> Iterator[Turned]:
    """Of each pair of source and copy one version of the copy for each kind that fits it."""
    articles = {one.id: one for one in story.articles}
    for source, copy in story.seen_edges():
        kept = {s.key: s for s in story.versions[source].doc.sentences()}
        for kind in KINDS:
            made = _turned(story.versions[copy].doc, kept, kind, rng)
            if made is not None:
                laid = ground_truth.version(copy, made[0], {}).layout
                text = replace(articles[copy], text=laid.text)
                yield Turned(kind, articles[source], text, laid.pieces[made[1]])


def _turned(doc: Doc, kept: dict[str, Sentence], kind: str, rng: Random) -> tuple[Doc, str] | None:
    """The report with one word turned in a sentence that the source has too, and the key of its piece."""
    places = [
        (sentence, at)
        for sentence in doc.sentences()
        if sentence.key in kept and sentence.role not in ("credit", "lede")
        for at in range(1, len(sentence.pieces))
        if _fits(sentence.pieces, at, kind) and _stands_in(kept[sentence.key], sentence.pieces[at])
    ]
    if not places:
        return None
    sentence, at = rng.choice(places)
    piece = sentence.pieces[at]
    if kind == "negation":
        new = Piece(f"{piece.key}+n", "not", inside=piece.inside)
        pieces = (*sentence.pieces[: at + 1], new, *sentence.pieces[at + 1 :])
    else:
        new = replace(piece, text=_TURNS[kind][piece.text], value=_TURNS[kind][piece.text])
        pieces = (*sentence.pieces[:at], new, *sentence.pieces[at + 1 :])
    return doc.with_sentence(replace(sentence, pieces=pieces)), new.key


def _fits(pieces: tuple[Piece, ...], at: int, kind: str) -> bool:
    """Whether a piece can be turned: of the reporter's own, and of a negation with none near it."""
    piece = pieces[at]
    if piece.inside or piece.flaw or piece.tag not in ("word", "unit"):
        return False
    if kind == "negation":
        near = {one.text for one in pieces}
        return piece.text in _DENIED and at + 1 < len(pieces) and not near & {"not", "no", "never", "nobody"}
    if kind == "unit" and pieces[at - 1].tag != "figure":
        return False
    return piece.text in _TURNS[kind]


def _stands_in(sentence: Sentence, piece: Piece) -> bool:
    return any(one.key == piece.key and one.text == piece.text for one in sentence.pieces)
