"""Invented sentences made ready for the rules of speech, for the tests of this room."""

from __future__ import annotations

from collections.abc import Sequence

from retold import language
from retold.model import Article, DateMention, Span
from retold.steps import quotes, words
from retold.steps.statements.entities import Entities
from retold.steps.statements.lexicon import Lexicon, lexicon_of
from retold.steps.statements.resolve import Resolver
from retold.steps.statements.segments import Segment, segments
from retold.steps.statements.tree import Tree, tree
from retold.tables import Witness

ENGLISH = language.of("en")


def english() -> Lexicon:
    found = lexicon_of(ENGLISH)
    assert found is not None
    return found


def witness(text: str, dates: Sequence[DateMention] = (), furniture: Sequence[str] = ()) -> Witness:
    """A text with its words, sentences and quotations; `furniture` are pieces of it that belong to the page."""
    paragraphs = words.paragraphs(text)
    return Witness(
        article=Article("a", text),
        words=words.split(text),
        sentences=words.sentences(text, paragraphs, ENGLISH),
        paragraphs=paragraphs,
        quotes=quotes.find("a", text, paragraphs, ENGLISH),
        dates=tuple(dates),
        furniture=tuple(span(text, piece) for piece in furniture),
        language=ENGLISH,
    )


def span(text: str, piece: str) -> Span:
    return Span("a", text.index(piece), text.index(piece) + len(piece))


def day(text: str, piece: str, value: str) -> DateMention:
    return DateMention(span(text, piece), "DATE", value)


def parts_of(text: str) -> list[Segment]:
    return segments(witness(text), english())


def tree_of(text: str) -> Tree:
    """The tree of a text of one sentence."""
    (part,) = parts_of(text)
    load = ENGLISH.rules.parser
    assert load is not None
    (parse,) = load().parse([part.text])
    return tree(part, parse, english())


def entities_of(text: str) -> Entities:
    starts = words.sentences(text, words.paragraphs(text), ENGLISH)[:, 0].tolist()
    return Entities(text, starts, ENGLISH.names, ENGLISH.grammar)


def resolver_of(text: str) -> Resolver:
    """A resolver that has read a text in which nobody has spoken yet."""
    return Resolver(entities_of(text), [(part.start, part.end) for part in parts_of(text)])


def phrase(one: Tree, token: int) -> str:
    """The noun phrase of a token, in its own words."""
    low, high = one.noun(token)
    return " ".join(one.words[low : high + 1])
