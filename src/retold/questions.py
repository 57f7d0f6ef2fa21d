"""Questions about few articles: the steps one by one, without the whole job."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from retold import language, pipeline, readers
from retold.corpus.witnesses import witness
from retold.errors import InputError
from retold.messages import N_
from retold.model import (
    Article,
    Collation,
    Comparison,
    Credit,
    DateMention,
    Derivation,
    Lineage,
    Reuse,
    SetAside,
    Statement,
    Story,
    When,
)
from retold.settings import Settings
from retold.steps import align, collate, lineage, statements, story
from retold.steps import credits as credits_step
from retold.steps import dates as dates_step
from retold.story import comparison, full_names
from retold.story import relation as relations
from retold.tables import Witness


def read(
    *paths: str | Path, settings: Settings | None = None, set_aside: list[SetAside] | None = None
) -> Iterator[Article]:
    """Articles from files, folders and globs; formats by content, then by suffix.

    What cannot be used is appended to `set_aside` if one is given, otherwise
    told as a warning; it never raises for a bad file.
    """
    for one in readers.read(paths, (settings or Settings()).clean):
        if isinstance(one, Article):
            yield one
        elif set_aside is not None:
            set_aside.append(one)
        else:
            warnings.warn(str(one), stacklevel=2)


def stories(articles: readers.Given, settings: Settings | None = None) -> list[Story]:
    """Which articles tell one event, and which of those are versions of one report.

    Matches, aligns and groups; nothing is parsed.
    """
    settings = settings or Settings()
    with pipeline.gathered(readers.articles_from(articles, settings.clean), settings) as job:
        return list(job.stories)


def compare(a: readers.One, b: readers.One, settings: Settings | None = None) -> Comparison:
    """Two articles side by side: what they share, what differs, and which way it went.

    Raises `InputError` when both have the same id, and for a path that holds no or several articles.
    """
    settings = settings or Settings()
    a, b = readers.pair_from(a, b, settings.clean)
    one, two = _witnesses([a, b], settings)
    pair = align.align(one, two, settings.align)
    said = {w.id: statements.find(w, None, settings.statements) for w in (one, two)}
    found = lineage.infer(collate.collate([one, two], settings.align), settings.lineage)
    derived = story.derived(pair)
    alignments = {(a.id, b.id): pair} if a.id < b.id else {(b.id, a.id): pair.turned()}
    turned = replace(found, derivations=tuple(_as_given(edge, a, b) for edge in found.derivations))
    compared = comparison.Compared(alignments, said, settings, "")
    altered = tuple(comparison.changes_in([one, two], turned, compared))
    if not found.derivations and derived >= settings.story.derived:
        altered = tuple(comparison.changes_between(one, two, compared))
    relation = relations.of(a, b, found, derived >= settings.story.derived)
    relation = relation if pair.passages else "no common text"
    named = full_names.in_full(said, {w.id: w for w in (one, two)})
    return Comparison(
        a=a,
        b=b,
        passages=pair.passages,
        changes=altered if pair.passages and derived else (),  # a form that both fill changed nothing
        relation=relation,
        same_story=story.same_story(pair),
        derived=derived,
        statements=(*named[a.id], *named[b.id]),
        alignments=(comparison.aligned_pair(pair, ""),),
        posterior=relations.posterior(relation, derived),
    )


def _as_given(edge: Derivation, a: Article, b: Article) -> Derivation:
    """The edge from a to b where nothing tells which way it went, so that a is what was before."""
    unsure = not edge.directed and (edge.source, edge.copy) == (b.id, a.id)
    return replace(edge, source=a.id, copy=b.id) if unsure else edge


def reuse(article: readers.One, sources: readers.Given, settings: Settings | None = None) -> Reuse:
    """How much of an article comes from the given sources, and which passages."""
    settings = settings or Settings()
    one, *others = _witnesses(readers.one_and_others(article, sources, settings.clean), settings)
    aligned = [align.align(one, other, settings.align, source=other.id) for other in others]
    return story.reuse(one, aligned, settings.story)


def collation(articles: readers.Given, settings: Settings | None = None) -> Collation:
    """All versions of one text, aligned into columns of readings."""
    settings = settings or Settings()
    return collate.readings(collate.collate(_witnesses(articles, settings), settings.align))


def lineage_of(articles: readers.Given, settings: Settings | None = None) -> Lineage:
    """Who had it from whom, among articles known to be versions of one text."""
    settings = settings or Settings()
    return lineage.infer(
        collate.collate(_witnesses(articles, settings), settings.align),
        settings.lineage,
    )


def stemma(witnesses: Mapping[str, str | Sequence[str | None]], settings: Settings | None = None) -> Lineage:
    """The lineage of witnesses given as texts, or as tokens already in columns.

    In a column '' is a gap, where the witness left something out, and None stands for a place that it has
    lost, which tells nothing. Of tokens that end before the longest row does the rest is lost, and so is that
    of a text that stops long before the others.
    Raises `InputError` when there is no witness, or texts stand beside tokens.
    """
    settings = settings or Settings()
    if not witnesses:
        raise InputError(N_("no witnesses"), N_("give at least one sigil with its text"))
    witnesses = collate.filled(witnesses)
    alike = _alike(witnesses)
    found = _stemma({sigil: witnesses[sigil] for sigil in alike}, settings)
    for sigil, others in alike.items():
        for other in others:
            found = _with_equal(found, _stemma({sigil: witnesses[sigil], other: witnesses[other]}, settings))
    return found


def _stemma(witnesses: Mapping[str, str | Sequence[str | None]], settings: Settings) -> Lineage:
    if all(isinstance(text, str) for text in witnesses.values()):
        articles = [Article(sigil, str(text)) for sigil, text in witnesses.items()]
        grid = collate.collate(_witnesses(articles, settings), settings.align)
    else:
        grid = collate.columns(witnesses)
    return lineage.infer(collate.with_lost_ends(grid), settings.lineage)


def aligned(
    witnesses: Mapping[str, str | Sequence[str | None]], settings: Settings | None = None
) -> dict[str, Sequence[str | None]]:
    """Witnesses as tokens in columns: those that are texts are collated, the others are so already."""
    texts = [Article(sigil, text) for sigil, text in witnesses.items() if isinstance(text, str)]
    if len(texts) < len(witnesses):
        rows = collate.filled(witnesses).items()
        return {sigil: tokens for sigil, tokens in rows if not isinstance(tokens, str)}
    found = collation(texts, settings)
    return {sigil: [column[k] for column in found.columns] for k, sigil in enumerate(found.sigils)}


def _alike(witnesses: Mapping[str, str | Sequence[str | None]]) -> dict[str, list[str]]:
    """One witness of each text, and the others that have the same: equals tell nothing about the rest.

    The search need not find out again and again that they may stand in any order.
    """
    first: dict[object, str] = {}
    found: dict[str, list[str]] = {}
    for sigil in sorted(witnesses):
        text = witnesses[sigil]
        head = first.setdefault(text if isinstance(text, str) else tuple(text), sigil)
        found.setdefault(head, []).extend([] if head == sigil else [sigil])
    return found


def _with_equal(found: Lineage, pair: Lineage) -> Lineage:
    """The lineage, and its alternatives, with a further witness that reads as one of them does."""
    known = {node.id for node in found.nodes}
    nodes = (*found.nodes, *(node for node in pair.nodes if node.id not in known))
    ties = (*found.derivations, *pair.derivations)
    others = tuple(_with_equal(one, pair) for one in found.alternatives)
    return replace(found, nodes=nodes, derivations=ties, alternatives=others)


def statements_of(article: readers.Given, settings: Settings | None = None) -> list[Statement]:
    """Who said what to whom in an article, or in each of several."""
    settings = settings or Settings()
    read = _witnesses(article, settings)
    return [said for witness in read for said in statements.find(witness, None, settings.statements)]


def credits(article: Article, settings: Settings | None = None) -> list[Credit]:
    """Words of the article that name where the report came from."""
    settings = settings or Settings()
    spoken = language.of_text(article.text, article.language, settings.language.default)
    return list(credits_step.find(article, settings.credits, spoken))


def dates(text: str, published: When | None = None, settings: Settings | None = None) -> list[DateMention]:
    """Times that a text names, resolved against the time of publication.

    A text too short to show its language is read as English.
    """
    spoken = language.of_text(text, default=(settings or Settings()).language.default)
    return list(dates_step.find(text, published, spoken))


def _witnesses(given: readers.Given, settings: Settings) -> list[Witness]:
    articles = readers.all_from(given, settings.clean)
    ids = [a.id for a in articles]
    twice = next((i for n, i in enumerate(ids) if i in ids[:n]), None)
    if twice is not None:
        same = len({a.text for a in articles if a.id == twice}) == 1
        why = (
            N_("{twice} is given twice").format(twice=twice)
            if same
            else N_("two articles have the id {twice}").format(twice=twice)
        )
        raise InputError(
            why, N_("name different articles") if same else N_("give every article an id of its own")
        )
    return [witness(a, settings) for a in articles]
