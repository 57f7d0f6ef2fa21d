"""What a story's articles go back to, as shares that add up: each article is counted once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

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
    who = "both" if size == every == 2 else "all" if size == every > 1 else f"{size:,}"
    goes = "goes" if who == "1" else "go"
    loose = family.undirected_part(lineage, origin)
    first = [n.id for n in lineage.nodes if n.seen and n.id in loose]
    if len(loose) > 1 and len(first) != 1:
        return Share(size, f"{who} are versions of one report, and nothing tells which came first")
    node = next((n for n in lineage.nodes if n.id == origin), None)
    if len(loose) == 1 and (node is None or not node.seen):
        name = f"{found.label(origin)}, which" if node is not None and node.name else "a source that"
        called = name.replace(index.UNSEEN, "")
        return Share(size, f"{who} {goes} back to {called} is not in this pile")
    head = found.label(first[0] if len(loose) > 1 else origin)
    text = " or, with it, to a text that is not in this pile" if len(loose) > 1 else ""
    if size == 1:
        return Share(size, f"{head} by itself{text and ' or with a text that is not in this pile'}")
    return Share(size, f"{head} and {size - 1:,} that {_verb(size - 1, 'goes', 'go')} back to it{text}")


def _further(groups: Counter[str], origins: list[str]) -> list[Share]:
    size = sum(groups[o] for o in origins)
    more = index.many(len(origins), "further origin")
    return [Share(size, f"{size:,} {_verb(size, 'goes', 'go')} back to {more}")] if origins else []


def _mixed(count: int) -> list[Share]:
    words = f"{count:,} {_verb(count, 'draws', 'draw')} on more than one source"
    return [Share(count, words)] if count else []


def _alone(count: int, every: int, pieces: bool) -> list[Share]:
    """Those that go back to nothing else; with `pieces` some of them have passages of each other."""
    if not count:
        return []
    if pieces:
        told = "none is" if count == every else f"{count:,} {_verb(count, 'is', 'are')} not"
        return [Share(count, f"{told} a version of another that we can see")]
    if count == every:
        return [Share(count, "none shares a source with another that we can see")]
    return [
        Share(count, f"{count:,} {_verb(count, 'shares', 'share')} no source with the others that we can see")
    ]


def _unknown(count: int) -> list[Share]:
    return (
        [Share(count, f"{count:,} {_verb(count, 'brings', 'bring')} no report of its own")] if count else []
    )


def _verb(count: int, one: str, more: str) -> str:
    return one if count == 1 else more
