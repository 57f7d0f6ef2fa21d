"""Invented news stories with a known lineage and a known list of changes.

This is the examiner: it shares no code, lexicon or pattern with retold and
takes nothing from it but the type `Article`. Everything follows from the seed.

>>> one = story(7)
>>> one.articles == story(7).articles
True
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from evaluation.generator import ground_truth, sentence_edits, transmission, true_statements
from evaluation.generator.ground_truth import Planted, Version
from evaluation.generator.transmission import Chances, Member, Newsroom
from evaluation.generator.true_statements import TrueClaim, TrueStatement
from retold.model import Article


@dataclass(slots=True)
class SyntheticStory:
    """A story, and everything there is to know about it.

    `edges` are (source, copy), unseen nodes included; `parents` has the main
    source first. `unseen` maps an unseen node to the name under which some
    article credits it, or None. `changes` lists what each edge altered, with
    character spans in both texts; `texts` has the text of unseen nodes too.
    `siblings` are pairs of articles with an unseen source in common.
    """

    seed: int | str
    kind: str
    articles: list[Article]
    edges: list[tuple[str, str]]
    parents: dict[str, list[str]]
    origins: list[str]
    unseen: dict[str, str | None]
    changes: dict[tuple[str, str], list[Planted]]
    statements: dict[str, list[TrueStatement]]
    claims: list[TrueClaim]
    texts: dict[str, str]
    families: list[list[str]]
    siblings: list[tuple[str, str]]
    wrong_clocks: list[str]
    versions: dict[str, Version] = field(repr=False, default_factory=dict)

    def changes_between(self, a: str, b: str) -> list[Planted]:
        """What differs between any two nodes, read from `a` to `b`."""
        return ground_truth.changes(self.versions[a], self.versions[b])

    def seen_edges(self) -> list[tuple[str, str]]:
        """Edges both of whose ends are in the pile."""
        return [edge for edge in self.edges if edge[0] not in self.unseen and edge[1] not in self.unseen]

    def second_edges(self) -> list[tuple[str, str]]:
        """Edges from a source that only gave some paragraphs."""
        return [(second, copy) for copy, found in self.parents.items() for second in found[1:]]


@dataclass(slots=True)
class SyntheticCorpus:
    """Several stories and unrelated articles, in no order."""

    articles: list[Article]
    stories: list[SyntheticStory]
    unrelated: list[str]


def story(  # noqa: PLR0913  # options, all by name
    seed: int | str,
    *,
    size: int | None = None,
    with_times: bool = True,
    hidden: bool = False,
    clock_errors: float = 0.15,
    unseen: float = 0.45,
    contamination: float = 0.25,
    own_reports: int | None = None,
) -> SyntheticStory:
    """One story.

    `size` is the number of articles in the pile (default 4 to 12). `hidden`
    or `with_times=False` leaves out the times of publication. `clock_errors`
    is the share of articles whose stated time is wrong by up to two days,
    `unseen` the chance that a source is not in the pile, `contamination` the
    chance that a copy takes sentences from a second source. `own_reports`
    counts the articles that copy nobody.
    """
    rng = Random(f"story {seed}")
    size = rng.randint(4, 12) if size is None else size
    own = rng.randint(0, min(3, max(0, size - 3))) if own_reports is None else own_reports
    name = f"s{rng.randrange(16**5):05x}"
    room = transmission.simulated(rng, name, Chances(size, unseen, contamination, min(own, size)))
    return _judged(seed, room, with_times and not hidden, clock_errors)


def corpus(seed: int | str, stories: int = 3, unrelated: int = 10, **options: object) -> SyntheticCorpus:
    """`stories` stories, made with `options`, among `unrelated` single reports."""
    rng = Random(f"pile {seed}")
    made = [story(f"{seed}/{number}", **options) for number in range(stories)]  # type: ignore[arg-type]  # passed on
    alone = [story(f"{seed}/alone {number}", size=1, own_reports=1, unseen=0) for number in range(unrelated)]
    articles = [article for one in (*made, *alone) for article in one.articles]
    rng.shuffle(articles)
    return SyntheticCorpus(articles, made, [one.articles[0].id for one in alone])


def _judged(seed: int | str, room: Newsroom, timed: bool, clock_errors: float) -> SyntheticStory:
    people = room.event.people
    versions = {one.id: ground_truth.version(one.id, one.doc, people) for one in room.members}
    seen = [one for one in room.members if one.seen]
    parents = {one.id: list(one.parents) for one in room.members}
    edges = [(parent, copy) for copy, found in parents.items() for parent in found]
    wrong = [one.id for one in seen if room.rng.random() < clock_errors]
    articles = [_article(room, one, versions[one.id], timed, one.id in wrong) for one in seen]
    room.rng.shuffle(articles)
    ids = {one.id for one in seen}
    return SyntheticStory(
        seed=seed, kind=room.event.kind.name, articles=articles, edges=edges, parents=parents,
        origins=sorted(one.id for one in room.members if not one.parents),
        unseen={one.id: _credited(room, one) for one in room.members if not one.seen},
        changes={edge: ground_truth.changes(versions[edge[0]], versions[edge[1]]) for edge in edges},
        statements={ident: true_statements.true_statements(versions[ident]) for ident in sorted(ids)},
        claims=true_statements.true_claims(list(versions.values()), parents, ids),
        texts={ident: one.layout.text for ident, one in versions.items()},
        families=_families(room), siblings=_siblings(room), wrong_clocks=wrong, versions=versions,
    )  # fmt: skip


def _article(room: Newsroom, member: Member, version: Version, timed: bool, wrong: bool) -> Article:
    when = member.when
    if wrong:
        when += timedelta(minutes=room.rng.choice((-1, 1)) * room.rng.randint(60, 2880))
    published = f"{when.isoformat()}Z" if timed else None
    title = _title(room)
    return Article(
        member.id, version.layout.text, outlet=member.outlet, title=title, published=published, language="en"
    )


def _title(room: Newsroom) -> str:
    facts = {name: getattr(fact, "value", None) or str(fact) for name, fact in room.event.facts.items()}
    facts["p1last"] = room.event.people["p1"].last
    title = room.rng.choice(room.event.kind.headlines).format(**facts)
    return title[:1].upper() + title[1:]


def _credited(room: Newsroom, member: Member) -> str | None:
    """The agency's name, if some copy that is in the pile names it."""
    below = [one for one in room.members if one.seen and member.id in one.parents]
    named = any(member.agency and _names(one, member.agency) for one in below)
    return member.agency if named else None


def _names(member: Member, agency: str) -> bool:
    if not sentence_edits.has_credit(member.doc):
        return False
    pieces = [*member.doc.dateline, *(piece for _, piece in member.doc.pieces())]
    return any(piece.tag == "credit" and agency in piece.text for piece in pieces)


def _families(room: Newsroom) -> list[list[str]]:
    """Articles of the pile tied by copying, through unseen nodes too."""
    group = {one.id: one.id for one in room.members}

    def top(ident: str) -> str:
        while group[ident] != ident:
            ident = group[ident]
        return ident

    for one in room.members:
        for parent in one.parents:
            group[top(one.id)] = top(parent)
    found: dict[str, list[str]] = {}
    for one in room.members:
        if one.seen:
            found.setdefault(top(one.id), []).append(one.id)
    return sorted(sorted(family) for family in found.values())


def _siblings(room: Newsroom) -> list[tuple[str, str]]:
    pairs: set[tuple[str, str]] = set()
    for source in room.members:
        if source.seen:
            continue
        below = sorted(one.id for one in room.members if one.seen and one.parents[:1] == [source.id])
        pairs.update((a, b) for number, a in enumerate(below) for b in below[number + 1 :])
    return sorted(pairs)
