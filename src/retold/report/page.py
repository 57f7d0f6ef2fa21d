"""A trace as one page: self-contained HTML that asks nothing of any network.

Everything from an article is escaped by the template engine; the page's own
style and script are allowed by their hashes and nothing else is, so that even a
hole in the escaping could run no script. It reads without script, on a phone,
in the dark and on paper.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from retold.errors import StoreError
from retold.model import Article, Comparison, Lineage, Span, Story
from retold.report import tree
from retold.views import claimed, index, pairs, safe, said, summary, wording
from retold.views.index import Index

if TYPE_CHECKING:
    import jinja2

    from retold.archive.store import Trace

_TEMPLATES = Path(__file__).parent / "templates"
_LISTED = 400  # loners listed by name; the rest is counted
_MOST_STATEMENTS = 200  # of one article


@dataclass(frozen=True, slots=True)
class Tie:
    """Why a version stands where it does."""

    words: str
    support: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """One version as the page tells of it: its place, and who speaks in it."""

    anchor: str
    label: str
    seen: bool
    title: str
    published: str
    brief: str  # the same in a few cells
    byline: str
    url: str
    ties: tuple[Tie, ...]
    known: tuple[tuple[str | None, str], ...]  # of an unseen one: pieces of text, and who bears witness
    sayings: tuple[said.Saying, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One story on the page."""

    anchor: str
    summary: summary.StorySummary
    wide: str  # the drawing over time, SVG
    narrow: str  # the same for a phone, by depth
    alternatives: int
    versions: tuple[Version, ...]
    pairs: pairs.Pairs
    sayings: tuple[said.Saying, ...]
    furniture: tuple[tuple[str, str, str], ...]  # label, words, reason


def write(trace: Trace, path: str | Path) -> None:
    """Write the trace as one HTML file; raises `StoreError` where it cannot be written."""
    _write(html(trace), path)


def write_comparison(found: Comparison, path: str | Path) -> None:
    """Write two articles side by side as one HTML file; raises `StoreError` likewise."""
    _write(compare_html(found), path)


def html(trace: Trace) -> str:
    """The trace as one HTML page."""
    whole = summary.overview(trace)
    sections = list(_sections(trace, whole.stories))
    return _render(
        "trace.html",
        title=sections[0].summary.title if len(sections) == 1 else "retold",
        overview=whole.sentence,
        sections=sections,
        loners=list(_loners(trace, whole.loners[:_LISTED])),
        unlisted=max(0, len(whole.loners) - _LISTED),
        set_aside=[tuple(map(safe.squeezed, note)) for note in trace.set_aside],
        version=safe.squeezed(str(trace.manifest.get("retold", ""))),
    )


def _sections(trace: Trace, stories: Sequence[Story]) -> Iterator[Section]:
    """The stories in their order; of a stored trace a few are read at a time."""
    purse = pairs.Purse()
    number = 0
    for part in summary.parts(trace, [one.id for one in stories]):
        found = index.of_trace(part)
        for story in stories[number : number + len(part.stories)]:
            number += 1
            yield section(found, story, f"s{number}", part.furniture, purse)


def _loners(trace: Trace, stories: Sequence[Story]) -> Iterator[tuple[str, str]]:
    """The label and the title of articles that stand alone."""
    found = index.of_trace(trace.part([one.id for one in stories]))
    return ((found.label(one.articles[0]), summary.title(found, one)) for one in stories)


def compare_html(found: Comparison) -> str:
    """Two articles side by side as one HTML page."""
    looked = index.of_comparison(found)
    one = pairs.pair(looked, found.a.id, found.b.id, found.changes, "p1", ())
    return _render(
        "comparison.html",
        title=f"{looked.label(found.a.id)} and {looked.label(found.b.id)}",
        sentences=[line for line in wording.comparison_sentences(found, looked) if line],
        pair=one,
        versions=[_version(looked, a.id, f"v{n}", index.NOTHING) for n, a in enumerate((found.a, found.b))],
        sayings=said.of_story(looked, ""),
    )


def section(
    found: Index,
    story: Story,
    anchor: str,
    furniture: Iterable[tuple[Span, str]] = (),
    purse: pairs.Purse | None = None,
) -> Section:
    """One story with everything the page shows of it."""
    shown = summary.of(found, story)
    lineage = found.lineage(story.id)
    anchors = {twig.node.id: f"{anchor}-v{number}" for number, twig in enumerate(shown.twigs, 1)}
    here = [(span, why) for span, why in furniture if span.article in set(story.articles)]
    return Section(
        anchor=anchor,
        summary=shown,
        wide=tree.draw(shown.twigs, anchors, f"{anchor}-wide"),
        narrow=tree.draw(shown.twigs, anchors, f"{anchor}-narrow", by_time=False),
        alternatives=len(lineage.alternatives),
        versions=tuple(_version(found, node, name, lineage) for node, name in anchors.items()),
        pairs=pairs.of_story(found, story, anchor, [span for span, _ in here], purse or pairs.Purse()),
        sayings=said.of_story(found, story.id),
        furniture=tuple(
            (found.label(s.article or ""), found.words([s], 300), safe.squeezed(w)) for s, w in here
        ),
    )


# ---- versions and their ties ----


def _version(found: Index, node_id: str, anchor: str, lineage: Lineage) -> Version:
    article = found.articles.get(node_id, Article(node_id, ""))
    node = next((n for n in lineage.nodes if n.id == node_id), None)
    said_here = said.of_article(found.spoken.get(node_id, ()), found)
    return Version(
        anchor=anchor,
        label=found.label(node_id),
        seen=node is None or node.seen,
        title=safe.short(article.title or "", 200),
        published=index.stamp(found.moments.get(node_id)),
        brief=index.brief(found.moments.get(node_id)),
        byline=safe.short(article.byline or "", 100),
        url=_address(article.url),
        ties=tuple(_ties(found, node_id, lineage)),
        known=_known(found, node_id, lineage),
        sayings=said_here[:_MOST_STATEMENTS],
    )


def _ties(found: Index, node_id: str, lineage: Lineage) -> Iterable[Tie]:
    """Why the version is there at all, if unseen, then every derivation that leads to it."""
    for node in lineage.nodes:
        if node.id == node_id and not node.seen:
            yield Tie(
                "A source that is not in this pile",
                wording.percent(node.support),
                summary.reasons(node.evidence),
            )
    for edge in lineage.derivations:
        if node_id == edge.copy or (node_id == edge.source and not edge.directed):
            other = found.label(edge.source if node_id == edge.copy else edge.copy)
            words = (
                f"Took text from {other}"
                if edge.directed
                else f"Shares text with {other}; which way is unsure"
            )
            yield Tie(words, wording.percent(edge.support), summary.reasons(edge.evidence))


def _known(found: Index, node_id: str, lineage: Lineage) -> tuple[tuple[str | None, str], ...]:
    """What can be known of an unseen source's text, with its witnesses."""
    node = next((n for n in lineage.nodes if n.id == node_id and not n.seen), None)
    pieces = () if node is None else node.text[:400]
    return tuple(
        (None if words is None else safe.squeezed(words), wording.names(tuple(map(found.label, witnesses))))
        for words, witnesses in pieces
    )


def _address(url: str | None) -> str:
    """An address that is safe to link to, '' for any other."""
    plain = safe.squeezed(url or "")
    return plain if plain.lower().startswith(("http://", "https://")) else ""


# ---- the template engine ----


def _write(page: str, path: str | Path) -> None:
    try:
        Path(path).write_text(page, encoding="utf-8", errors="replace")
    except OSError as error:
        raise StoreError(
            f"{path}: {error.strerror or error}", "choose a place that can be written"
        ) from error


def _render(template: str, **content: object) -> str:
    style, script = (_asset(name) for name in ("style.css", "script.js"))
    policy = (
        "default-src 'none'; base-uri 'none'; form-action 'none'; "
        f"style-src '{_hash(style)}'; script-src '{_hash(script)}'"
    )
    return _engine().get_template(template).render(style=style, script=script, policy=policy, **content)


@cache
def _asset(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """The name by which the page's policy allows this text (Content Security Policy Level 3)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _engine() -> jinja2.Environment:
    import jinja2

    engine = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    engine.globals["shown"] = wording.shown
    engine.globals["names"] = wording.names
    engine.globals["bare"] = wording.bare
    engine.globals["basis"] = claimed.basis
    engine.globals["reading_words"] = claimed.reading_words
    return engine
