"""Who carries some words: in whose mouth, and from which origin.

Words are found whatever their case, marks and spacing. What stands in their place in other versions is
followed through the alignments of the trace, so that a version that altered them is named too. Where nobody
has them as they are, the nearest stretch of each article is looked for (Levenshtein's distance, by
RapidFuzz).
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from retold import parameters
from retold.errors import InputError
from retold.messages import N_, _, many
from retold.model import AlignedPair, Article, Claim, Lineage, Span, Statement
from retold.views import family, index, wording
from retold.views.index import Index

if TYPE_CHECKING:
    from retold.archive.store import Trace

How = Literal["word for word", "altered", "near"]
Hit = tuple[Span, How, float]  # where, how, and how like
_P = parameters.of("queries", "finding")
_NEAR, _LEAST, _COVERED = _P.number("near"), _P.integer("least"), _P.number("covered")
_JOINED = 0x2E80  # from here on scripts write words without spaces between them


@dataclass(frozen=True, slots=True)
class Find:
    """One place that carries the words.

    `origins` are ids of the lineage's origins that the article goes back to, `origin_names` what to call
    them; both are empty where the article is in no lineage. `claim` is the claim that the words are part
    of.
    """

    article: str
    name: str
    published: str
    span: Span
    words: str
    how: How
    likeness: float
    story: str | None
    statement: str | None
    speaker: str | None
    addressee: str | None
    claim: str | None
    origins: tuple[str, ...]
    origin_names: tuple[str, ...]


def found(trace: Trace, words: str) -> list[Find]:
    """Every place of the trace that carries the words, by story, then by time.

    Raises `InputError` for words without a letter or figure.
    """
    asked = _Folded(words).letters
    if not asked:
        cause = N_("{words!r} has no letter or figure to look for").format(words=words)
        raise InputError(cause, N_("give some words of a report"))
    exact = [Span(a.id, *place) for a in trace.articles for place in _places(_Folded(a.text), asked)]
    hits: list[Hit] = [(span, "word for word", 1.0) for span in exact] or list(_near(trace.articles, asked))
    by_article: defaultdict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        by_article[str(hit[0].article)].append(hit)
    finds = []
    for story in trace.stories:
        here = [hit for name in story.articles for hit in by_article.get(name, ())]
        finds += _in_story(trace.part([story.id]), here) if here else []
    return finds


def sentence(finds: Sequence[Find]) -> str:
    """The answer in one sentence.

    >>> sentence([])
    'No article of this trace carries these words.'
    """
    if not finds:
        return _("No article of this trace carries these words.")
    origins = {origin for one in finds for origin in one.origins}
    holders = {one.article for one in finds if one.how != "altered"}
    others = {one.article for one in finds} - holders
    exact = any(one.how == "word for word" for one in finds)
    parts = [_carried(len(holders), exact)]
    if others:
        parts.append(
            many(len(others), "{count} has others in their place", "{count} have others in their place")
        )
    if origins:
        parts.append(many(len(origins), "going back to {count:,} origin", "going back to {count:,} origins"))
    mouths = Counter(name for __, name in dict.fromkeys((f.article, f.speaker) for f in finds) if name)
    if mouths:
        said = wording.names(tuple(f"{name} ({count})" for name, count in mouths.most_common()))
        parts.append(many(len(mouths), "in one mouth: {names}", "in {count} mouths: {names}", names=said))
    return ", ".join(parts) + "."


def _carried(articles: int, exact: bool) -> str:
    if exact:
        return many(articles, "{count:,} article carries these words", "{count:,} articles carry these words")
    return many(
        articles,
        "{count:,} article carries something like these words",
        "{count:,} articles carry something like these words",
    )


# ---- letters ----


class _Folded:
    """The letters and figures of a text, without case and marks, and where each stands."""

    def __init__(self, text: str) -> None:
        kept = [(n, letter) for n, c in enumerate(text) for letter in _letters(c)]
        self.text = text
        self.letters = "".join(letter for _, letter in kept)
        self.at = [n for n, _ in kept]

    def whole(self, start: int, end: int) -> tuple[int, int] | None:
        """The characters of a run of letters, None where it begins or ends within a word."""
        low, high = self.at[start], self.at[end - 1] + 1
        return None if self._inside(low) or self._inside(high) else (low, high)

    def _inside(self, place: int) -> bool:
        around = self.text[max(0, place - 1) : place + 1] if place else ""
        return len(around) == 2 and all(c.isalnum() and ord(c) < _JOINED for c in around)


def _letters(character: str) -> str:
    """What is compared of a character: '' for marks and space; one without its accent for an accented one."""
    if character.isascii():
        return character.lower() if character.isalnum() else ""
    plain = unicodedata.normalize("NFKD", character).casefold()
    return "".join(c for c in plain if c.isalnum())


def _places(text: _Folded, asked: str) -> Iterator[tuple[int, int]]:
    """Where a text has the letters, as whole words."""
    start = text.letters.find(asked)
    while start >= 0:
        place = text.whole(start, start + len(asked))
        if place is not None:
            yield place
        start = text.letters.find(asked, start + 1)


def _near(articles: Iterable[Article], asked: str) -> Iterator[Hit]:
    """The stretch of each article that is most like the letters, if it is like enough."""
    from rapidfuzz import fuzz

    if len(asked) < _LEAST:
        return
    for one in articles:
        text = _Folded(one.text)
        if len(text.letters) < len(asked):
            continue  # the whole article would be looked for in the words
        best = fuzz.partial_ratio_alignment(asked, text.letters, score_cutoff=100 * _NEAR)
        if best is not None and best.dest_end > best.dest_start:
            low, high = text.at[best.dest_start], text.at[best.dest_end - 1] + 1
            yield Span(one.id, *_to_words(one.text, low, high)), "near", best.score / 100


def _to_words(text: str, low: int, high: int) -> tuple[int, int]:
    """The stretch with the words that it cuts through whole."""
    while low > 0 and text[low - 1].isalnum() and ord(text[low - 1]) < _JOINED:
        low -= 1
    while high < len(text) and text[high].isalnum() and ord(text[high]) < _JOINED:
        high += 1
    return low, high


# ---- one story ----


def _in_story(part: Trace, here: Sequence[Hit]) -> list[Find]:
    """The places of one story: those found, then what stands there in versions that have other words."""
    looked, story = index.of_trace(part), part.stories[0]
    holders = {str(span.article) for span, _, _ in here}
    altered = _altered(part.alignments, [span for span, _, _ in here], holders)
    every: list[Hit] = [*here, *((span, "altered", 1.0) for span in altered)]
    roots = _roots(looked.lineage(story.id), {str(span.article) for span, _, _ in every})
    made = [_find(looked, part.claims, story.id, roots, hit) for hit in every]
    return sorted(made, key=lambda one: (_when(looked, one.article), one.article, one.span))


def _altered(pairs: Iterable[AlignedPair], spans: Sequence[Span], holders: set[str]) -> list[Span]:
    """Where versions without the words have what was made of them."""
    best: dict[str, Span] = {}
    for pair in pairs:
        for span in spans:
            if span.article not in (pair.a, pair.b):
                continue
            there = [other for _, other in pair.carried(span)]
            if not there or str(there[0].article) in holders:
                continue
            whole = Span(there[0].article, min(s.start for s in there), max(s.end for s in there))
            if _COVERED * len(span) <= len(whole) <= 2 * len(span):  # moved pieces may lie far apart
                best.setdefault(str(whole.article), whole)
    return [best[name] for name in sorted(best)]


def _find(
    looked: Index, claims: Iterable[Claim], story: str, roots: Mapping[str, frozenset[str]], hit: Hit
) -> Find:
    span, how, likeness = hit
    name = str(span.article)
    said = _statement(looked.spoken.get(name, ()), span)
    origins = tuple(sorted(roots.get(name, ())))
    lineage = looked.lineage(story)
    return Find(
        article=name,
        name=looked.label(name),
        published=index.stamp(looked.moments.get(name)),
        span=span,
        words=looked.words([span]),
        how=how,
        likeness=likeness,
        story=story,
        statement=None if said is None else said.id,
        speaker=None if said is None else said.speaker_name,
        addressee=None if said is None else said.addressee_name,
        claim=_claim(claims, span),
        origins=origins,
        origin_names=tuple(_origin_name(looked, lineage, one, roots) for one in origins),
    )


def _roots(lineage: Lineage, carriers: set[str]) -> dict[str, frozenset[str]]:
    """For each carrier the versions that its words come from: where no source that has them leads further.

    An unseen source counts as one that had them if more than one of its copies has, or if it has one copy
    only.
    """
    copies: dict[str, list[str]] = {}
    for edge in lineage.derivations:
        copies.setdefault(edge.source, []).append(edge.copy)
    having = set(carriers)
    for node in reversed(lineage.nodes):
        below = copies.get(node.id, [])
        if not node.seen and (
            sum(one in having for one in below) > 1 or (len(below) == 1 and below[0] in having)
        ):
            having.add(node.id)
    kept = tuple(e for e in lineage.derivations if e.source in having and e.copy in having)
    nodes = tuple(n for n in lineage.nodes if n.id in having)
    held = {e.copy for e in kept}
    tops = tuple(n.id for n in nodes if n.id not in held)
    found = family.descent(replace(lineage, nodes=nodes, derivations=kept, origins=tops))
    return {name: found.get(name) or frozenset((name,)) for name in carriers}


def _origin_name(looked: Index, lineage: Lineage, origin: str, roots: Mapping[str, frozenset[str]]) -> str:
    """What to call an origin; where nothing tells which of several was first, all of them."""
    loose = family.undirected_part(lineage, origin) & {*roots, origin}
    return _(" or ").join(sorted(map(looked.label, loose)))


def _when(looked: Index, name: str) -> float:
    when = looked.moments.get(name)
    return (
        float("inf")
        if when is None
        else float(when.low.toordinal()) * 86_400 + when.low.hour * 3600 + when.low.minute * 60
    )


def _statement(said: Iterable[Statement], span: Span) -> Statement | None:
    """The statement that the words are in, the one that has most of them, the shortest of several."""
    shares = [(_shared(one.content, span), one) for one in said]
    fit = [(share, one) for share, one in shares if share >= _COVERED * len(span)]
    return max(fit, key=lambda pair: (pair[0], -sum(map(len, pair[1].content))), default=(0, None))[1]


def _claim(claims: Iterable[Claim], span: Span) -> str | None:
    shares = [(_shared(one.carriers, span), one) for one in claims]
    fit = [(share, one) for share, one in shares if share >= _COVERED * len(span)]
    return max(fit, key=lambda pair: pair[0])[1].id if fit else None


def _shared(spans: Iterable[Span], other: Span) -> int:
    """Characters that the spans have in common with another."""
    return sum(
        max(0, min(s.end, other.end) - max(s.start, other.start)) for s in spans if s.article == other.article
    )
