"""The lineages of a trace as one graph: versions and what ties them, with names that people can read.

Plain data for exporters; `to_networkx` makes a graph of the library networkx of it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from retold import extras
from retold.model import Article, Change, Derivation, Lineage, Node
from retold.moments import Moment, moment

if TYPE_CHECKING:
    import networkx

    from retold.archive.contents import Contents


@dataclass(frozen=True, slots=True)
class Version:
    """A node of a lineage, with its article where there is one; `label` is unique in its story."""

    story: str
    node: Node
    article: Article | None
    label: str
    origin: bool

    @property
    def when(self) -> Moment | None:
        """When it was published, as far as its article says."""
        return None if self.article is None else moment(self.article.published)


@dataclass(frozen=True, slots=True)
class Tie:
    """A derivation, with the labels of both ends and how many changes of each weight lie on it."""

    story: str
    edge: Derivation
    source: str
    copy: str
    changed: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class StoryGraph:
    """One story's versions and ties."""

    story: str
    versions: tuple[Version, ...]
    ties: tuple[Tie, ...]


def stories(trace: Contents) -> Iterator[StoryGraph]:
    """The graph of each story, in the order of the trace."""
    articles = {one.id: one for one in trace.articles}
    changed = _changed(trace.changes)
    for story, found in trace.lineages.items():
        called = labels(found, articles)
        yield StoryGraph(
            story,
            tuple(
                Version(story, n, articles.get(n.id), called[n.id], n.id in found.origins)
                for n in found.nodes
            ),
            tuple(
                Tie(
                    story, e, called.get(e.source, e.source), called.get(e.copy, e.copy), changed[story, e.id]
                )
                for e in found.derivations
            ),
        )


def labels(found: Lineage, articles: Mapping[str, Article]) -> dict[str, str]:
    """A name for each node of a lineage, unlike every other: the outlet, else the headline, else the id.

    Versions of one outlet are told apart by their time, else by their id; unseen sources without a name by a
    number.
    """
    plain = {n.id: _name(n, articles.get(n.id)) for n in found.nodes}
    bearers = Counter(plain.values())
    timed = {i: _timed(name, articles.get(i)) if bearers[name] > 1 else name for i, name in plain.items()}
    known = {n.id for n in found.nodes if n.seen or n.name}
    bearers = Counter(timed.values())
    apart = {i: f"{n} ({i})" if i in known and bearers[n] > 1 else n for i, n in timed.items()}
    nameless = [i for i in apart if i not in known]
    many = len(nameless) > 1
    return apart | {i: f"unnamed source {k}" if many else "unnamed source" for k, i in enumerate(nameless, 1)}


def to_networkx(trace: Contents, story: str | None = None) -> networkx.MultiDiGraph[Any]:
    """The lineages of a trace, or of one story, as a directed graph of networkx.

    Nodes are ids; in a trace of several stories an article that is in two of them is one node. Edges lead
    from source to copy, with the derivation's id as their key; one whose `directed` is false has no known
    direction. Raises `ExtraError` where networkx is not installed.
    """
    made = extras.module("networkx").MultiDiGraph()
    for one in stories(trace):
        if story is None or one.story == story:
            made.add_nodes_from((v.node.id, node_data(v)) for v in one.versions)
            made.add_edges_from(
                (t.edge.source, t.edge.copy, f"{t.story} {t.edge.id}", edge_data(t)) for t in one.ties
            )
    return made  # type: ignore[no-any-return]


def node_data(one: Version) -> dict[str, str | bool | float]:
    """What is known of a version, as plain values; what is not known is left out."""
    a, when = one.article, one.when
    known: dict[str, Any] = {
        "label": one.label,
        "story": one.story,
        "seen": one.node.seen,
        "support": one.node.support,
        "origin": one.origin,
        "outlet": a and a.outlet,
        "title": a and a.title,
        "url": a and a.url,
        "published": when and stamp(when),
    }
    return {key: value for key, value in known.items() if value is not None and value != ""}


def edge_data(one: Tie) -> dict[str, str | bool | float | int]:
    """What is known of a tie, as plain values."""
    known: dict[str, Any] = {
        "derivation": one.edge.id,
        "story": one.story,
        "source_label": one.source,
        "copy_label": one.copy,
        "directed": one.edge.directed,
        "support": one.edge.support,
        "substance": one.changed.get("substance", 0),
        "wording": one.changed.get("wording", 0),
        "style": one.changed.get("style", 0),
        "why": one.edge.why,
    }
    return known


def stamp(when: Moment) -> str:
    """A moment as xsd:date where only the day is known, else as xsd:dateTime in UTC."""
    return f"{when.low.isoformat(timespec='seconds')[:19]}Z" if when.exact else when.day.isoformat()


def _changed(changes: Iterable[Change]) -> defaultdict[tuple[str, str | None], Counter[str]]:
    """How many changes of each weight lie on each tie."""
    found: defaultdict[tuple[str, str | None], Counter[str]] = defaultdict(Counter)
    for one in changes:
        if one.derivation is not None:
            found[one.story, one.derivation][one.weight] += 1
    return found


def _name(node: Node, article: Article | None) -> str:
    if article is None:
        return node.name or ("" if not node.seen else node.id)
    return article.outlet or (article.title or "")[:80] or article.id


def _timed(name: str, article: Article | None) -> str:
    when = None if article is None else moment(article.published)
    if when is None:
        return name
    return f"{name} ({when.low:%Y-%m-%d %H:%M})" if when.exact else f"{name} ({when.day})"
