"""Agency copy in German, French and Spanish: are copies found beside what they name, and credited to it?

Invented piles (`evaluation.generator.agency_copies`). A copy whose source is at hand is in one family where
`retold.trace` has both in one; its arrow is right where arrows lead from the source to it and none back.
Copies of an unseen source are in one family where all of them are. Beside them stands a simple answer: the
earlier of two is the source. An arrow told is one between two articles at hand; it is right where the copy
took its text from the other, or both from one source that came first. Credits are those with the role of
origin, of contributor or of licence; units are piles.

    python -m evaluation.suites.agency_copies CODE        show what goes wrong
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from functools import partial

import retold
from evaluation.generator import agency_copies
from evaluation.generator.agency_copies import Copy, Pile
from evaluation.measures import Measure, Part, information, measured
from evaluation.metrics.bootstrap import Counts, summed
from evaluation.metrics.lineages import ancestors
from evaluation.metrics.scores import ratio, triple
from retold import Trace
from retold.model import Article

NEEDS = ()
_PILES = {"quick": 10, "whole": 40}  # of each language
Arrows = set[tuple[str, str]]


def measures(part: Part) -> list[Measure]:
    """All figures of each language."""
    found: list[Measure] = []
    for code in agency_copies.CODES:
        units = [counted(one, traced(one)) for one in piles(code, _PILES[part])]
        simple = {f"{code}: arrows right": {"earlier is the source": _share(units, "by clock", "sourced")}}
        found += measured(units, partial(figures, code=code), baselines=simple)
        found.append(information(f"{code}: copies that name their source", sum(u["copies"] for u in units)))
    return found


def piles(code: str, count: int, first: int = 0) -> Iterator[Pile]:
    """The piles of a language by number."""
    return (agency_copies.pile(code, seed) for seed in range(first, first + count))


def traced(pile: Pile) -> Trace:
    """The trace of a pile; a language that the articles show and do not state."""
    return retold.trace(pile.articles)


def figures(counts: Counts, code: str) -> dict[str, float]:
    """Shares of one language from the counts of piles."""
    return {
        f"{code}: credits f1": triple(counts, "credit ")["f1"],
        f"{code}: copies in one family": ratio(counts, "in family", "copies"),
        f"{code}: arrows right": ratio(counts, "arrow", "sourced"),
        f"{code}: arrows told that are right": ratio(counts, "told right", "told"),
        f"{code}: own reports apart": ratio(counts, "own apart", "own"),
    }


def counted(pile: Pile, trace: Trace) -> Counter[str]:
    """The counts of one pile."""
    counts: Counter[str] = Counter()
    families, arrows = families_of(trace), arrows_of(trace)
    times = {one.id: one.published for one in pile.articles}
    for copy in pile.copies:
        mates = mates_of(copy, pile)
        counts["copies"] += 1
        counts["in family"] += all(families[copy.id] == families[one] for one in mates)
        if copy.source in pile.sources:
            counts["sourced"] += 1
            counts["arrow"] += is_led(arrows, copy.source, copy.id)
            counts["by clock"] += str(times[copy.source] or "") < str(times[copy.id] or "")
    counts["own"] = len(pile.own)
    counts["own apart"] = sum(not _shares(families, one) for one in pile.own)
    told = told_of(arrows, pile)
    counts["told"], counts["told right"] = len(told), sum(is_true(one, pile) for one in told)
    return counts + credit_counts(pile)


def credit_counts(pile: Pile) -> Counter[str]:
    """Names credited by copies and own reports: wanted, given and right."""
    counts: Counter[str] = Counter()
    wanted = {copy.id: Counter(copy.credited) for copy in pile.copies}
    for article in pile.articles:
        if article.id not in pile.sources:
            given = Counter({credit.name for credit in retold.credits(article)})
            asked = wanted.get(article.id, Counter())
            counts["credit wanted"] += asked.total()
            counts["credit given"] += given.total()
            counts["credit right"] += (asked & given).total()
    return counts


def families_of(trace: Trace) -> dict[str, int]:
    """The number of each article's family."""
    rows = [family for story in trace.stories for family in story.families]
    return {article: number for number, family in enumerate(rows) for article in family}


def arrows_of(trace: Trace) -> Arrows:
    """Directed derivations, unseen versions included."""
    edges = (edge for one in trace.lineages.values() for edge in one.derivations)
    return {(edge.source, edge.copy) for edge in edges if edge.directed}


def told_of(arrows: Arrows, pile: Pile) -> Arrows:
    """Those between articles at hand."""
    seen = {one.id for one in pile.articles}
    return {(source, copy) for source, copy in arrows if source in seen and copy in seen}


def mates_of(copy: Copy, pile: Pile) -> list[str]:
    """With whom a copy belongs: its source, or where that is unseen the other copies of it."""
    if copy.source in pile.sources:
        return [copy.source]
    return [one.id for one in pile.copies if one.source == copy.source and one.id != copy.id]


def is_led(arrows: Arrows, source: str, copy: str) -> bool:
    """Whether arrows lead from one to the other, and none the other way."""
    above = ancestors(arrows)
    return source in above.get(copy, ()) and copy not in above.get(source, ())


def is_true(arrow: tuple[str, str], pile: Pile) -> bool:
    """Whether an arrow goes from a source to its copy, or from one copy to another of one source at hand."""
    source = {copy.id: copy.source for copy in pile.copies}
    start, end = arrow
    return source.get(end) == start or (
        source.get(end) is not None and source.get(start) == source.get(end) in pile.sources
    )


def _shares(families: dict[str, int], name: str) -> bool:
    return sum(number == families[name] for number in families.values()) > 1


def _share(units: list[Counter[str]], right: str, of: str) -> float:
    return ratio(summed(units), right, of)


def _show_errors(code: str, count: int = 10) -> None:
    for pile in piles(code, count):
        trace = traced(pile)
        families, arrows = families_of(trace), arrows_of(trace)
        texts: dict[str, Article] = {one.id: one for one in pile.articles}
        for copy in pile.copies:
            text = texts[copy.id].text
            given = {credit.name for credit in retold.credits(texts[copy.id])}
            if given != set(copy.credited):
                print("CREDIT", copy.credited, sorted(given), repr(text[:140]), "…", repr(text[-90:]))
            if not all(families[copy.id] == families[one] for one in mates_of(copy, pile)):
                print("FAMILY", pile.clock, copy.id, copy.source in pile.sources)
            elif copy.source in pile.sources and not is_led(arrows, copy.source, copy.id):
                print("ARROW", pile.clock, copy.id, copy.credited, sorted(a for a in arrows if copy.id in a))
        for one in sorted(told_of(arrows, pile)):
            if not is_true(one, pile):
                print("TOLD", pile.clock, one)
        for name in pile.own:
            if _shares(families, name):
                print("OWN", name)


if __name__ == "__main__":
    _show_errors(sys.argv[1])
