"""What articles have in pieces: digests of reports of other stories, reports of others of their story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retold.messages import N_, _, many
from retold.model import Derivation, Story
from retold.views import index, safe, wording
from retold.views.index import Index

_PIECE = 160  # characters of a piece that are shown
_NUMBERS = (
    N_("no"), N_("one"), N_("two"), N_("three"), N_("four"), N_("five"), N_("six"), N_("seven"), N_("eight"),
    N_("nine"), N_("ten"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """Passages that one article took from another; `source` and `copy` are labels."""

    source: str
    copy: str
    title: str  # headline of the source
    words: str  # the beginning of the first passage as the copy has it
    size: int  # words of all passages in the copy
    directed: bool
    support: str

    @property
    def sentence(self) -> str:
        """Who has how much from whom."""
        named = {"copy": self.copy, "source": self.source, "support": self.support}
        if self.directed:
            return many(
                self.size,
                "{copy} has {count:,} word from {source} ({support})",
                "{copy} has {count:,} words from {source} ({support})",
                **named,
            )
        return many(
            self.size,
            "{copy} shares {count:,} word with {source}; which way they went is unsure ({support})",
            "{copy} shares {count:,} words with {source}; which way they went is unsure ({support})",
            **named,
        )


def of_story(found: Index, story: str) -> tuple[Piece, ...]:
    """The pieces that articles of a story have, in the order of the texts that have them."""
    edges = [edge for edge in found.lineage(story).derivations if edge.passages]
    edges.sort(key=lambda edge: (edge.copy, edge.passages[0].b.start, edge.source))
    return tuple(_piece(found, edge) for edge in edges)


def _piece(found: Index, edge: Derivation) -> Piece:
    source = found.articles.get(edge.source)
    places = [passage.b for passage in edge.passages]
    return Piece(
        source=found.label(edge.source),
        copy=found.label(edge.copy),
        title="" if source is None else index.headline(source, 80),
        words=safe.short(found.words(places[:1], _PIECE), _PIECE),
        size=sum(len(found.words([place], len(place)).split()) for place in places),
        directed=edge.directed,
        support=wording.percent(edge.support),
    )


def sentence(found: Index, story: Story) -> str:
    """Of a digest: from how many stories it takes, or with how many it shares pieces, and whose these are."""
    heads = (found.articles[name] for name in story.sources if name in found.articles)
    named = [f"{found.label(one.id)}, “{index.headline(one, 60)}”" for one in heads]
    directed = any(edge.directed for edge in found.lineage(story.id).derivations if edge.passages)
    message = _taking if directed else _sharing
    return message(len(story.articles), stories=_stories(len(story.sources)), named="; ".join(named))


def _taking(printings: int, **values: str) -> str:
    return many(
        printings,
        "A digest that takes from {stories}: {named}.",
        "{count:,} printings of one digest that take from {stories}: {named}.",
        **values,
    )


def _sharing(printings: int, **values: str) -> str:
    return many(
        printings,
        "A digest that shares pieces with {stories}: {named}.",
        "{count:,} printings of one digest that share pieces with {stories}: {named}.",
        **values,
    )


def clause(pieces: Sequence[Piece]) -> str:
    """The largest piece in one sentence, and how many more there are; '' for none."""
    if not pieces:
        return ""
    first = max(pieces, key=lambda one: one.size)
    told = _had(first) if first.directed else _shared(first)
    if len(pieces) == 1:
        return f" {told}."
    more = many(
        len(pieces) - 1,
        "{told}, and there are {count:,} more piece like it",
        "{told}, and there are {count:,} more pieces like it",
        told=told,
    )
    return f" {more}."


def _had(one: Piece) -> str:
    return many(
        one.size,
        "{copy} has {count:,} word from {source}",
        "{copy} has {count:,} words from {source}",
        copy=one.copy,
        source=one.source,
    )


def _shared(one: Piece) -> str:
    return many(
        one.size,
        "{copy} shares {count:,} word with {source}",
        "{copy} shares {count:,} words with {source}",
        copy=one.copy,
        source=one.source,
    )


def counted(digests: Sequence[Story]) -> str:
    """How many articles take from several stories."""
    count = sum(len(one.articles) for one in digests)
    return many(count, "{count:,} digest of several stories", "{count:,} digests of several stories")


def _stories(count: int) -> str:
    """A number of stories in words.

    >>> _stories(3), _stories(12), _stories(1)
    ('three stories', '12 stories', 'one story')
    """
    number = _(_NUMBERS[count]) if count < len(_NUMBERS) else f"{count:,}"
    return many(count, "{number} story", "{number} stories", number=number)
