"""What an outlet says of its own report: that it withdrew it, that it corrected it. Told before all else.

A withdrawal or correction is known by the status that an agency gave an item, by a paragraph of the desk in
the text, or by a note on an item that came without a text and withdraws an earlier one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from retold.language import Language
from retold.messages import N_, _, many
from retold.model import Article, Lineage, SetAside, Span, Story
from retold.views import family, index, safe, wording
from retold.views.index import Index

if TYPE_CHECKING:
    from retold.archive.store import Trace

Kind = Literal["withdrawal", "correction"]
_OF_EXTRA: dict[object, Kind] = {"kill": "withdrawal", "correction": "correction"}
_OF_TEXT: dict[str, Kind] = {"withdrawal": "withdrawal", "correction": "correction"}
_EMPTY_KILL = re.compile(r"is a notice that withdraws a report \((?P<id>.+)\)\Z", re.DOTALL)
# "KILL:", "Correction –", "[Withdrawn]"; "Clarification, May 9, 2031:" and "Correction (9 May)" with its day.
_LABELLED = re.compile(
    r"\A[\[(*]?\W{0,3}[\w’'-]+(?:[:.]|\s*[–—-]|[\])]"
    r"|(?:\s?[,(]\s?|\s(?=[A-Z\d]))(?:[A-Z]\w{2,9}\.?,?\s)?\d[^!?\n]{0,24}?[:–—)])"
)
WITHDRAWN = N_("withdrawn by its outlet")
_EDGE = 3  # paragraphs from either end in which a desk's note stands
_QUOTE = 240  # cells of its words
_RANK: dict[Kind, int] = {"withdrawal": 0, "correction": 1}


@dataclass(frozen=True, slots=True)
class Notice:
    """A withdrawal or correction of one version. `span` is where its text says so, None where a status does.

    `copies` are the labels of the versions that go back to it.
    """

    kind: Kind
    article: str
    label: str
    story: str
    span: Span | None
    quote: str
    stated: bool  # whether the agency's own status says it
    copies: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """It as one sentence, which says no more than is known.

        >>> Notice("correction", "a", "Echo", "s", None, "", True, ("Post",)).sentence
        'Corrected after publication: Echo. Post goes back to it.'
        """
        if self.kind == "withdrawal":
            head = _("Withdrawn by its outlet: {label}.")
        elif self.stated:
            head = _("Corrected after publication: {label}.")
        else:
            head = _("Carries a correction or a note by its editors: {label}.")
        names = wording.names(self.copies)
        tail = many(len(self.copies), "{names} goes back to it.", "{names} go back to it.", names=names)
        return " ".join(filter(None, (head.format(label=self.label), tail if self.copies else "")))


def of_story(found: Index, story: Story, notes: Iterable[SetAside] = ()) -> tuple[Notice, ...]:
    """The withdrawals and corrections of a story, withdrawals first; `notes` are those of the whole trace."""
    articles = [found.articles[name] for name in story.articles if name in found.articles]
    killed = withdrawn(notes)
    made = (one for article in articles for one in _of_article(found, article, story, killed))
    return tuple(sorted(made, key=lambda one: (_RANK[one.kind], one.label)))


def of_trace(trace: Trace) -> Iterator[Notice]:
    """Those of all stories, withdrawals first; of the articles alone it is seen which stories have any."""
    notes = withdrawing(trace.set_aside)
    killed = withdrawn(notes)
    names = {one.id for one in trace.articles if any(True for _ in _kinds(one, killed, _language(one)))}
    stories = [one.id for one in trace.stories if not names.isdisjoint(one.articles)]
    found = index.of_trace(trace.part(stories))
    made = [one for story in stories for one in of_story(found, found.stories[story], notes)]
    yield from sorted(made, key=lambda one: _RANK[one.kind])


def withdrawing(notes: Iterable[SetAside]) -> tuple[SetAside, ...]:
    """Those of the notes that withdraw a report."""
    return tuple(note for note in notes if _EMPTY_KILL.match(note.why))


def withdrawn(notes: Iterable[SetAside]) -> frozenset[str]:
    """The ids that notes on items without a text withdraw."""
    matches = (_EMPTY_KILL.match(note.why) for note in notes)
    return frozenset(_bare(match["id"]) for match in matches if match is not None)


def _bare(name: str) -> str:
    """An id without the number of a version."""
    return name.partition("#")[0]


def _of_article(found: Index, article: Article, story: Story, killed: Set[str]) -> Iterator[Notice]:
    for kind, span, stated in _kinds(article, killed, found.language(article.id)):
        yield Notice(
            kind=kind,
            article=article.id,
            label=found.label(article.id),
            story=story.id,
            span=span,
            quote="" if span is None else safe.short(safe.squeezed(span.of(article.text)), _QUOTE),
            stated=stated,
            copies=tuple(map(found.label, descendants(found.lineage(story.id), article.id))),
        )


def _kinds(
    article: Article, killed: Set[str], language: Language
) -> Iterator[tuple[Kind, Span | None, bool]]:
    """Each kind at most once: the words of the text where it has some, and whether a status says it."""
    status = _OF_EXTRA.get(article.extra.get("notice"))
    spans: dict[Kind, Span] = {}
    for kind, span in _in_text(article, language):
        spans.setdefault(kind, span)
    for kind in _RANK:
        stated = kind == status or (kind == "withdrawal" and _bare(article.id) in killed)
        if stated or kind in spans:
            yield kind, spans.get(kind), stated


def _language(article: Article) -> Language:
    return Index({article.id: article}, {}).language(article.id)


def _in_text(article: Article, language: Language) -> Iterator[tuple[Kind, Span]]:
    """The notes of the desk at either end of a text."""
    paragraphs = [m for m in re.finditer(r"[^\n]+", article.text) if m[0].strip()]
    for match in dict.fromkeys((*paragraphs[:_EDGE], *paragraphs[-_EDGE:])):
        kind = _OF_TEXT.get(language.notices.kind(match[0]))
        if kind is not None and _is_stated(match[0], language):
            yield kind, Span(article.id, *match.span())


def _is_stated(paragraph: str, language: Language) -> bool:
    """Whether a paragraph that opens as a note is one: of a single word a mark must follow.

    "Corrections officers said" and "Withdrawal of troops" open with the same words.
    """
    return not language.notices.opens_by_one_word(paragraph) or _LABELLED.match(paragraph) is not None


def descendants(lineage: Lineage, node: str) -> tuple[str, ...]:
    """The seen versions that go back to a node by ties whose direction is known, sorted."""
    copies: defaultdict[str, list[str]] = defaultdict(list)
    for edge in lineage.derivations:
        if edge.directed:
            copies[edge.source].append(edge.copy)
    seen = {one.id for one in lineage.nodes if one.seen}
    return tuple(sorted((family.reached(node, copies) - {node}) & seen))


def summary(every: Iterable[Notice]) -> str:
    """The notices of a story in a few words, for its line in a pile; '' for none.

    >>> summary([Notice("withdrawal", "a", "Echo", "s", None, "", True, ())])
    'withdrawn by its outlet: Echo'
    """
    held = list(every)
    for kind, words in (("withdrawal", _(WITHDRAWN)), ("correction", _("corrected"))):
        labels = tuple(one.label for one in held if one.kind == kind)
        if labels:
            named = many(len(labels), "{label}", "{count:,} versions", label=labels[0])
            return f"{words}: {named}"
    return ""
