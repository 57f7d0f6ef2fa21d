"""What a story's articles go back to, as shares that add up: each article is counted once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from retold.messages import _, many
from retold.model import Story
from retold.views import family, index
from retold.views.index import Index

_MOST = 4  # origins that are named


@dataclass(frozen=True, slots=True)
class Share:
    """So many articles and what they have in common, as a clause that says their number."""

    count: int
    words: str


def shares(found: Index, story: Story) -> list[Share]:
    """One share an origin that several articles have in common, one for mixtures, one for those alone.

    Their counts add up to the articles of the story.
    """
    lineage = found.lineage(story.id)
    roots = family.descent(lineage)
    here = {i: roots.get(i, frozenset()) for i in story.articles}
    groups: Counter[str] = Counter(o for origins in here.values() if len(origins) == 1 for o in origins)
    seen = {n.id for n in lineage.nodes if n.seen}
    alone = [o for o in groups if groups[o] == 1 and o in seen]
    shared = sorted((o for o in groups if o not in alone), key=lambda o: (-groups[o], o))
    made = [_of_origin(found, story, o, groups[o]) for o in shared[:_MOST]]
    made += _further(groups, shared[_MOST:])
    made += _mixed(sum(len(origins) > 1 for origins in here.values()))
    made += _alone(len(alone), len(here), any(edge.passages for edge in lineage.derivations))
    return made + _unknown(sum(not origins for origins in here.values()))


def _of_origin(found: Index, story: Story, origin: str, size: int) -> Share:
    """What the articles of one origin have in common."""
    lineage = found.lineage(story.id)
    every = len(story.articles)
    loose = family.undirected_part(lineage, origin)
    first = [n.id for n in lineage.nodes if n.seen and n.id in loose]
    if len(loose) > 1 and len(first) != 1:
        return Share(size, _are_one(size, every))
    node = next((n for n in lineage.nodes if n.id == origin), None)
    if len(loose) == 1 and (node is None or not node.seen):
        named = found.label(origin).replace(_(index.UNSEEN), "") if node is not None and node.name else ""
        return Share(size, _go_back(size, every, _lost(named)))
    head = found.label(first[0] if len(loose) > 1 else origin)
    return Share(size, _headed(head, size - 1, text=len(loose) > 1))


def _are_one(size: int, every: int) -> str:
    if size == every == 2:
        return _("both are versions of one report, and nothing tells which came first")
    if size == every > 1:
        return _("all are versions of one report, and nothing tells which came first")
    return many(
        size,
        "{count:,} are versions of one report, and nothing tells which came first",
        "{count:,} are versions of one report, and nothing tells which came first",
    )


def _go_back(size: int, every: int, source: str) -> str:
    """So many of all go back to a source."""
    if size == every == 2:
        return _("both go back to {source}").format(source=source)
    if size == every > 1:
        return _("all go back to {source}").format(source=source)
    return many(size, "{count:,} goes back to {source}", "{count:,} go back to {source}", source=source)


def _lost(name: str) -> str:
    """A source that nobody holds; its name may be ''."""
    named = _("{source}, which is not in this pile").format(source=name)
    return named if name else _("a source that is not in this pile")


def _headed(head: str, copies: int, text: bool) -> str:
    """An origin and those that go back to it; with `text` that may be to a text that nobody holds instead."""
    if not copies:
        alone = (
            _("{head} by itself or with a text that is not in this pile") if text else _("{head} by itself")
        )
        return alone.format(head=head)
    told = many(
        copies,
        "{head} and {count:,} that goes back to it",
        "{head} and {count:,} that go back to it",
        head=head,
    )
    return _("{told} or, with it, to a text that is not in this pile").format(told=told) if text else told


def _further(groups: Counter[str], origins: list[str]) -> list[Share]:
    size = sum(groups[o] for o in origins)
    more = many(len(origins), "{count:,} further origin", "{count:,} further origins")
    return [Share(size, _go_back(size, 0, more))] if origins else []


def _mixed(count: int) -> list[Share]:
    words = many(count, "{count:,} draws on more than one source", "{count:,} draw on more than one source")
    return [Share(count, words)] if count else []


def _alone(count: int, every: int, pieces: bool) -> list[Share]:
    """Those that go back to nothing else; with `pieces` some of them have passages of each other."""
    if not count:
        return []
    if pieces:
        if count == every:
            return [Share(count, _("none is a version of another that we can see"))]
        words = many(
            count,
            "{count:,} is not a version of another that we can see",
            "{count:,} are not a version of another that we can see",
        )
        return [Share(count, words)]
    if count == every:
        return [Share(count, _("none shares a source with another that we can see"))]
    words = many(
        count,
        "{count:,} shares no source with the others that we can see",
        "{count:,} share no source with the others that we can see",
    )
    return [Share(count, words)]


def _unknown(count: int) -> list[Share]:
    words = many(count, "{count:,} brings no report of its own", "{count:,} bring no report of its own")
    return [Share(count, words)] if count else []
