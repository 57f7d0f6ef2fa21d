"""What articles have in pieces: digests of reports of other stories, reports of others of their story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retold.model import Derivation, Story
from retold.views import index, safe, wording
from retold.views.index import Index

_PIECE = 160  # characters of a piece that are shown
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


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
        much = index.many(self.size, "word")
        if self.directed:
            return f"{self.copy} has {much} from {self.source} ({self.support})"
        return f"{self.copy} shares {much} with {self.source}; which way they went is unsure ({self.support})"


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
    several = len(story.articles) > 1
    who = f"{index.many(len(story.articles), 'printing')} of one digest" if several else "A digest"
    directed = any(edge.directed for edge in found.lineage(story.id).derivations if edge.passages)
    verb = ("take" if several else "takes") if directed else ("share pieces" if several else "shares pieces")
    way = "from" if directed else "with"
    return f"{who} that {verb} {way} {_stories(len(story.sources))}: {'; '.join(named)}."


def clause(pieces: Sequence[Piece]) -> str:
    """The largest piece in one sentence, and how many more there are; '' for none."""
    if not pieces:
        return ""
    first = max(pieces, key=lambda one: one.size)
    how = "has" if first.directed else "shares"
    by = "from" if first.directed else "with"
    more = f", and there are {index.many(len(pieces) - 1, 'more piece')} like it" if len(pieces) > 1 else ""
    return f" {first.copy} {how} {index.many(first.size, 'word')} {by} {first.source}{more}."


def counted(digests: Sequence[Story]) -> str:
    """How many articles take from several stories."""
    count = sum(len(one.articles) for one in digests)
    return f"{index.many(count, 'digest')} of several stories"


def _stories(count: int) -> str:
    """A number of stories in words.

    >>> _stories(3), _stories(12), _stories(1)
    ('three stories', '12 stories', 'one story')
    """
    number = _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"
    return f"{number} {'story' if count == 1 else 'stories'}"
