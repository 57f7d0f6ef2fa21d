"""A story as the page tells of it: the answer, its lineage, its texts, who speaks, what it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from retold.decisions import Decision
from retold.messages import _, told
from retold.model import Article, Lineage, SetAside, Span, Story
from retold.report import ties
from retold.views import (
    decided,
    findings,
    index,
    notices,
    pairs,
    safe,
    said,
    summary,
    texts,
    variants,
    wording,
)
from retold.views.findings import Finding
from retold.views.index import Index

if TYPE_CHECKING:
    from retold.archive.store import Trace

_MOST_REST = 40  # findings of substance beside the gravest
_MOST_APPARATUS = 260  # loci marked in the one text
_MOST_EXPLAINED = 120  # versions whose evidence is printed
_MOST_KNOWN = 120  # pieces of what is known of an unseen source
_MOST_SAID = 80


@dataclass(frozen=True, slots=True)
class Tie:
    """Why a version stands where it does; `ends` are the two nodes, none for why it is there at all."""

    words: str
    support: str
    reasons: tuple[summary.Reason, ...]
    ends: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """One version: where it is from, and why it stands where it does."""

    anchor: str
    node: str  # its id
    label: str
    seen: bool
    title: str
    published: str
    byline: str
    url: str
    ties: tuple[Tie, ...]
    known: tuple[tuple[str | None, str], ...]  # of an unseen one: pieces of text, and who bears witness


@dataclass(frozen=True, slots=True)
class Section:
    """One story on the page."""

    anchor: str
    summary: summary.StorySummary
    first: tuple[Finding, ...]
    rest: tuple[Finding, ...]
    uncounted: int  # findings of substance that are not listed
    differences: str  # in what versions differ, in one sentence
    minor: str  # how much differs in wording, and in spelling
    table: variants.Table
    drawing: ties.Drawing
    alternatives: int
    text: texts.Text | None
    pairs: pairs.Pairs
    targets: Mapping[str, str]  # of each finding, where its characters are on the page
    mouths: tuple[Finding, ...]
    persons: tuple[said.Person, ...]
    versions: tuple[Version, ...]
    unexplained: int
    furniture: tuple[tuple[str, str, str], ...]  # label, words, reason
    decided: decided.Decided
    notices: tuple[notices.Notice, ...]  # what outlets withdrew or corrected

    @property
    def two(self) -> bool:
        """Whether there are just two versions, which are read side by side."""
        return len(self.summary.story.articles) <= 2


@dataclass(frozen=True, slots=True)
class Beside:
    """What a whole trace says beside its stories.

    `decisions` are those that it was made with, `notes` those on what was set aside that withdraw a report.
    """

    decisions: Sequence[Decision] = ()
    notes: Sequence[SetAside] = ()

    @classmethod
    def of(cls, trace: Trace) -> Beside:
        """Of a trace, whose notes are read once."""
        return cls(decided.replayed(trace), notices.withdrawing(trace.set_aside))


def section(
    found: Index,
    story: Story,
    anchor: str,
    furniture: Iterable[tuple[Span, str]] = (),
    purse: pairs.Purse | None = None,
    beside: Beside = Beside(),
) -> Section:
    """One story with everything the page shows of it."""
    shown = summary.of(found, story)
    here = [(span, why) for span, why in furniture if span.article in set(story.articles)]
    hidden = [span for span, _ in here]
    every = findings.of_loci(shown.loci, found)
    first, rest = findings.foremost(every)
    laid = pairs.of_story(found, story, anchor, hidden, purse or pairs.Purse())
    listed = (*first, *rest[:_MOST_REST])
    text = None if len(story.articles) <= 2 and laid.shown else _text(found, story, every, listed, hidden)
    table = variants.of_story(shown.twigs, every)
    lineage = found.lineage(story.id)
    return Section(
        anchor=anchor,
        summary=shown,
        first=first,
        rest=rest[:_MOST_REST],
        uncounted=max(0, len(rest) - _MOST_REST),
        differences=findings.differences(every) if len(story.articles) > 1 else "",
        minor=findings.minor(every),
        table=table,
        drawing=ties.of_rows(table.rows),
        alternatives=len(lineage.alternatives),
        text=text,
        pairs=laid,
        targets=targets(listed, text, laid.shown),
        mouths=tuple(one for one in every if one.in_two_mouths),
        persons=said.persons(said.of_story(found, story.id)[:_MOST_SAID]),
        versions=tuple(versions(found, shown, anchor, lineage)),
        unexplained=max(0, len(shown.twigs) - _MOST_EXPLAINED),
        furniture=tuple(
            (found.label(s.article or ""), found.words([s], 300), told(safe.squeezed(w))) for s, w in here
        ),
        decided=decided.of_story(found, story, beside.decisions),
        notices=notices.of_story(found, story, beside.notes),
    )


def _text(
    found: Index, story: Story, every: Sequence[Finding], listed: Sequence[Finding], hidden: Iterable[Span]
) -> texts.Text | None:
    """The one text with what the apparatus has room for; what is listed is always in it or below it."""
    room = [one for one in every if one not in listed][: max(0, _MOST_APPARATUS - len(listed))]
    return texts.of_story(found, story, [*listed, *room], listed, hidden)


def targets(listed: Iterable[Finding], text: texts.Text | None, laid: Sequence[pairs.Pair]) -> dict[str, str]:
    """For each finding the id of its characters: in the one text, else in a pair that is laid out."""
    passages = () if text is None else (*text.passages, *text.elsewhere)
    marked = {mark for passage in passages for piece in passage.pieces for mark, _ in piece.begins}
    made: dict[str, str] = {}
    for one in listed:
        places = [texts.mark(one)] if texts.mark(one) in marked else []
        places += [place for pair in laid for c in one.locus.changes if (place := pair.mark_of(c.id))]
        if places:
            made[one.anchor] = places[0]
    return made


# ---- versions and their ties ----


def versions(found: Index, shown: summary.StorySummary, anchor: str, lineage: Lineage) -> Iterable[Version]:
    """Why each version stands where it does, in the order of the tree."""
    for number, twig in enumerate(shown.twigs[:_MOST_EXPLAINED], 1):
        yield version(found, twig.node.id, f"{anchor}-v{number}", lineage)


def version(found: Index, node_id: str, anchor: str, lineage: Lineage) -> Version:
    """One version and the ties that lead to it."""
    article = found.articles.get(node_id, Article(node_id, ""))
    node = next((n for n in lineage.nodes if n.id == node_id), None)
    return Version(
        anchor=anchor,
        node=node_id,
        label=found.label(node_id),
        seen=node is None or node.seen,
        title=safe.short(article.title or "", 200),
        published=index.stamp(found.moments.get(node_id)),
        byline=safe.short(article.byline or "", 100),
        url=_address(article.url),
        ties=tuple(_ties(found, node_id, lineage)),
        known=_known(found, node_id, lineage),
    )


def _ties(found: Index, node_id: str, lineage: Lineage) -> Iterable[Tie]:
    """Why the version is there at all, if unseen, then every derivation that leads to it."""
    for node in lineage.nodes:
        if node.id == node_id and not node.seen:
            yield Tie(
                _("A source that is not in this pile"),
                wording.percent(node.support),
                summary.reasons(node.evidence, found),
            )
    for edge, how in summary.ties(found, lineage, node_id):
        why = summary.reasons(edge.evidence, found)
        words = how[0].upper() + how[1:]
        yield Tie(words, wording.percent(edge.support), why, (edge.source, edge.copy))


def _known(found: Index, node_id: str, lineage: Lineage) -> tuple[tuple[str | None, str], ...]:
    """What can be known of an unseen source's text, with its witnesses."""
    node = next((n for n in lineage.nodes if n.id == node_id and not n.seen), None)
    pieces = () if node is None else node.text[:_MOST_KNOWN]
    return tuple(
        (None if words is None else safe.squeezed(words), wording.names(tuple(map(found.label, witnesses))))
        for words, witnesses in pieces
    )


def _address(url: str | None) -> str:
    """An address that is safe to link to, '' for any other."""
    plain = safe.squeezed(url or "")
    return plain if plain.lower().startswith(("http://", "https://")) else ""
