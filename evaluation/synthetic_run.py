"""How well the public API does on invented stories, beside a simple baseline.

    python -m evaluation.synthetic_run --stories 50 --seed 1 [--json]

Stories are traced in piles, among unrelated reports; every figure is defined in `evaluation.scorers`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import retold
from evaluation import baseline, scorers
from evaluation.generator import Planted, SyntheticCorpus, SyntheticStory, TrueClaim, corpus
from evaluation.scorers import Altered, Edge, Place, Score
from evaluation.unseen_changes import Against, against, places_of, planted
from evaluation.unseen_changes import judged as judged_unseen
from retold.model import Article, Change, Claim

IN_A_PILE = 8  # stories traced together
UNRELATED = 12  # other reports among them
WHOLE_KINDS = ("cut", "added", "lede", "moved", "credit")  # not asked between a copy and its second source


@dataclass(slots=True)
class Answers:
    """What a program says of a pile, in plain values."""

    edges: list[Edge] = field(default_factory=list)
    directed: list[Edge] = field(default_factory=list)
    supports: dict[Edge, float] = field(default_factory=dict)
    changes: list[Altered] = field(default_factory=list)
    against: list[Against] = field(default_factory=list)
    spoken: dict[str, list[tuple[list[Place], str | None]]] = field(default_factory=dict)
    addressed: dict[str, list[tuple[list[Place], str | None]]] = field(default_factory=dict)
    claims: list[tuple[dict[str, list[Place]], tuple[str, ...]]] = field(default_factory=list)
    groups: list[tuple[str, ...]] = field(default_factory=list)
    families: list[tuple[str, ...]] = field(default_factory=list)


def answers_of_retold(articles: Sequence[Article]) -> Answers:
    """Trace a pile through the public API and read the contract's fields."""
    traced = retold.trace(articles)
    found = Answers()
    for lineage in traced.lineages.values():
        for edge in lineage.derivations:
            found.edges.append((edge.source, edge.copy))
            found.supports[edge.source, edge.copy] = edge.support
            if edge.directed:
                found.directed.append((edge.source, edge.copy))
    ids = {one.id for one in articles}
    found.changes = [altered(one) for one in traced.changes if one.source in ids and one.copy in ids]
    found.against = [against(one, ids) for one in traced.changes if one.source not in ids]
    for statement in traced.statements:
        places = [(span.start, span.end) for span in statement.content]
        found.spoken.setdefault(statement.article, []).append((places, statement.speaker_name))
        found.addressed.setdefault(statement.article, []).append((places, statement.addressee_name))
    found.claims = [(_carried(claim), claim.origins) for claim in traced.claims]
    found.groups = [story.articles for story in traced.stories]
    found.families = [family for story in traced.stories for family in story.families]
    return found


def altered(change: Change) -> Altered:
    """A reported change as the scorer wants it."""
    spans = (*change.source_spans, *change.copy_spans)
    places = {name: places_of(spans, name) for name in (change.source, change.copy)}
    points = {
        name: tuple(one.start for one in spans if one.article == name and len(one) == 0) for name in places
    }
    return Altered(change.kind, (change.source, change.copy), places, points)


def _carried(claim: Claim) -> dict[str, list[Place]]:
    places: dict[str, list[Place]] = {}
    for span in claim.carriers:
        places.setdefault(str(span.article), []).append((span.start, span.end))
    return places


def answers_of_baseline(articles: Sequence[Article]) -> Answers:
    """The same pile by difflib; it has no statements and no claims."""
    edges = baseline.lineage(articles)
    texts = {one.id: one for one in articles}
    return Answers(
        edges=edges,
        directed=edges,
        changes=[change for a, b in edges for change in baseline.changes(texts[a], texts[b])],
    )


# ---- the truth, in the same plain values ----


@dataclass(slots=True)
class Wanted:
    """Changes that are to be found, those that may be, and pairs of a copy and its second source."""

    changes: list[Altered] = field(default_factory=list)
    optional: list[Altered] = field(default_factory=list)
    seconds: set[Edge] = field(default_factory=set)

    def add(self, found: Iterable[Planted], second: bool = False) -> None:
        """Take in what differs between two versions."""
        for one in found:
            if second and one.kind in WHOLE_KINDS:
                continue
            (self.optional if one.detail == "shared" else self.changes).append(planted(one))

    def take(self, other: Wanted, optional: Iterable[Altered] = ()) -> None:
        """Take in what is wanted of another story."""
        self.changes += other.changes
        self.optional += [*other.optional, *optional]
        self.seconds |= other.seconds


def wanted(told: SyntheticStory) -> Wanted:
    """All changes of a story between versions that are in the pile: along edges and between siblings."""
    found = Wanted()
    second = set(told.second_edges())
    found.seconds = second
    for a, b in dict.fromkeys([*told.seen_edges(), *told.siblings]):
        found.add(told.changes_between(a, b), (a, b) in second)
    return found


def wanted_for(told: SyntheticStory, pairs: Iterable[Edge]) -> Wanted:
    """All changes between the given pairs of versions, whether or not one was copied from the other."""
    found = Wanted()
    found.seconds = set(told.second_edges())
    for a, b in pairs:
        found.add(told.changes_between(a, b), (a, b) in found.seconds or (b, a) in found.seconds)
    return found


# ---- scoring ----

Rows = tuple[list[Altered], list[Altered], list[Altered], list[Altered]]  # of `changes_by_kind`


@dataclass(slots=True)
class Tally:
    """Sums over piles, from which the figures are made."""

    truth: list[Edge] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    edges: list[Edge] = field(default_factory=list)
    directed: list[Edge] = field(default_factory=list)
    strict: list[Rows] = field(default_factory=list)
    given: list[Rows] = field(default_factory=list)
    stated: list[tuple[float, bool]] = field(default_factory=list)
    speaker: list[tuple[int, dict[str, float]]] = field(default_factory=list)
    addressee: list[tuple[int, dict[str, float]]] = field(default_factory=list)
    origins: list[bool] = field(default_factory=list)
    matched: list[bool] = field(default_factory=list)
    items: list[tuple[list[tuple[str, ...]], list[tuple[str, ...]]]] = field(default_factory=list)
    groups: tuple[dict[str, str], dict[str, str]] = field(default_factory=lambda: ({}, {}))
    families: tuple[list[list[str]], list[list[str]]] = field(default_factory=lambda: ([], []))

    def add(self, made: SyntheticCorpus, said: Answers) -> None:
        """Take in one pile and what was said of it."""
        truth = [edge for one in made.stories for edge in one.edges]
        seen = {one.id for one in made.articles}
        self.truth += truth
        self.seen |= seen
        self.edges += said.edges
        self.directed += said.directed
        self._stated(truth, said, seen)
        self._changes(made, said)
        self._groups(made, said)
        for told in made.stories:
            self._testimony(told, said)

    def _stated(self, truth: list[Edge], said: Answers, seen: set[str]) -> None:
        name = scorers.match_unseen(truth, said.edges, seen)
        pairs = set(truth)
        for edge in said.directed:
            if edge in said.supports:
                real = (name.get(edge[0], edge[0]), name.get(edge[1], edge[1]))
                self.stated.append((said.supports[edge], real in pairs))

    def _changes(self, made: SyntheticCorpus, said: Answers) -> None:
        """Changes between articles, and those against unseen sources.

        One against an unseen source is right where it is planted between the true source and
        the copy; what it finds are the differences between that copy and the others.
        """
        home = {one.id: told for told in made.stories for one in told.articles}
        full, judged = Wanted(), Wanted()
        claimed = list(said.changes)
        given = list(said.changes)
        also: list[Altered] = []
        for told in made.stories:
            ids = {i for i, held in home.items() if held is told}
            unseen = judged_unseen(told, said.against, said.edges, ids)
            claimed += unseen.claimed
            given += unseen.told
            also += unseen.between
            pairs = {c.pair for c in given if home.get(c.pair[0]) is told and home.get(c.pair[1]) is told}
            full.take(wanted(told), unseen.true)
            judged.take(wanted_for(told, sorted(pairs)))
        for rows, want, got in ((self.strict, full, claimed), (self.given, judged, given)):
            asked = [one for one in got if not _unasked(one, full.seconds)]
            rows.append((want.changes, asked, want.optional, also))

    def _groups(self, made: SyntheticCorpus, said: Answers) -> None:
        for told in made.stories:
            self.groups[0].update({one.id: f"{told.seed}" for one in told.articles})
            self.families[0].extend(told.families)
        self.groups[0].update({ident: ident for ident in made.unrelated})
        for group in said.groups:
            self.groups[1].update(dict.fromkeys(group, group[0]))
        for one in made.articles:
            self.groups[1].setdefault(one.id, one.id)
        self.families[1].extend(list(family) for family in said.families)

    def _testimony(self, told: SyntheticStory, said: Answers) -> None:
        for ident, truth in told.statements.items():
            spoken = [(list(one.content), one.speaker) for one in truth if one.content and one.speaker]
            self.speaker.append((len(spoken), scorers.speakers(spoken, said.spoken.get(ident, []))))
            to = [(list(one.content), one.addressee) for one in truth if one.content and one.addressee]
            self.addressee.append((len(to), scorers.speakers(to, said.addressed.get(ident, []))))
        if said.claims:
            self._claims(told, said)

    def _claims(self, told: SyntheticStory, said: Answers) -> None:
        ids = {one.id for one in told.articles}
        name = scorers.match_unseen(told.edges, said.edges, ids)
        items: dict[int, list[str]] = {}
        for claim in told.claims:
            for ident in claim.carriers:
                found = _holder(_at(claim, ident), ident, said)
                if found is not None:
                    items.setdefault(found, []).append(f"{ident}/{claim.name}")
            if len(claim.carriers) < 2:
                continue
            best = _matching(claim, said)
            self.matched.append(best is not None)
            exact = best is not None and scorers.origins_exact(claim.origins, said.claims[best][1], name)
            self.origins.append(exact)
        truth = [tuple(f"{ident}/{claim.name}" for ident in claim.carriers) for claim in told.claims]
        self.items.append((truth, [tuple(found) for found in items.values()]))

    def figures(self) -> dict[str, float]:
        """Every figure by name, each between 0 and 1, better when larger."""
        out = _triple("lineage directed", scorers.directed_edges(self.truth, self.directed, self.seen))
        out |= _triple("lineage undirected", scorers.undirected_edges(self.truth, self.edges, self.seen))
        out |= _triple("common source pairs", scorers.common_sources(self.truth, self.edges, self.seen))
        for name, rows in (("changes", self.strict), ("changes, pair given", self.given)):
            if rows is self.given and not any(said for _, said, *_ in rows):
                continue  # no pair was given
            by_kind = _over_piles(rows)
            for kind, found in by_kind.items():
                out |= _triple(f"{name}: {kind}", found)
            kinds = [found.f1 for kind, found in by_kind.items() if kind != "all"]
            out[f"{name}: mean of kinds f1"] = sum(kinds) / len(kinds) if kinds else 1.0
        out["story ARI"] = scorers.adjusted_rand(*self.groups)
        out["family pair f1"] = scorers.pair_f1(*self.families).f1
        out |= self._spoken_figures()
        if self.stated:
            out["edge support, 1 - calibration error"] = 1 - scorers.calibration_error(self.stated)
        return out

    def _spoken_figures(self) -> dict[str, float]:
        out = _averaged("speaker", self.speaker) | _averaged("addressee", self.addressee)
        if self.origins:
            truth = [group for rows, _ in self.items for group in rows]
            found = [group for _, rows in self.items for group in rows]
            out["claims found"] = sum(self.matched) / len(self.matched)
            out["claims pair f1"] = scorers.pair_f1(truth, found).f1
            out["origins exact"] = sum(self.origins) / len(self.origins)
        return out


def _averaged(name: str, rows: Sequence[tuple[int, dict[str, float]]]) -> dict[str, float]:
    """Figures of single articles taken together, each article counting as often as it has statements."""
    total = sum(count for count, _ in rows) or 1
    named = sum(count * one["coverage"] for count, one in rows)
    right = sum(count * one["accuracy"] for count, one in rows)
    return {
        f"{name} accuracy": right / total,
        f"{name} coverage": named / total,
        f"{name} precision": right / named if named else 1.0,
    }


def _unasked(change: Altered, seconds: set[Edge]) -> bool:
    pair = change.pair
    return change.kind in WHOLE_KINDS and (pair in seconds or pair[::-1] in seconds)


def _triple(name: str, found: Score) -> dict[str, float]:
    return {f"{name} precision": found.precision, f"{name} recall": found.recall, f"{name} f1": found.f1}


def _over_piles(rows: Sequence[Rows]) -> dict[str, Score]:
    truth, said, optional, also = ([one for row in rows for one in row[part]] for part in range(4))
    return scorers.changes_by_kind(truth, said, optional, also)


def _at(claim: TrueClaim, ident: str) -> list[Place]:
    return [place for one in claim.readings for carrier, place in one.carriers if carrier == ident]


def _holder(places: list[Place], ident: str, said: Answers) -> int | None:
    """The reported claim that has one of these places, if any."""
    for number, (carried, _) in enumerate(said.claims):
        if scorers.overlaps(places, carried.get(ident, [])):
            return number
    return None


def _matching(claim: TrueClaim, said: Answers) -> int | None:
    """The reported claim with most of the true one's carriers."""
    votes: dict[int, int] = {}
    for ident in claim.carriers:
        for number, (carried, _) in enumerate(said.claims):
            if ident in carried and scorers.overlaps(_at(claim, ident), carried[ident]):
                votes[number] = votes.get(number, 0) + 1
    return max(votes, key=lambda number: votes[number], default=None)


# ---- running ----


def corpora_of(stories: int, seed: int) -> Iterable[SyntheticCorpus]:
    """The piles of a run: the last one may be smaller."""
    for number, start in enumerate(range(0, stories, IN_A_PILE)):
        yield corpus(f"{seed}.{number}", min(IN_A_PILE, stories - start), UNRELATED)


def measure(quick: bool = True, *, stories: int | None = None, seed: int = 1) -> dict[str, float]:
    """The figures of retold; 16 stories when quick, else 100, unless told otherwise."""
    count = stories or (16 if quick else 100)
    return _measured(count, seed, answers_of_retold)


def measure_baseline(stories: int, seed: int) -> dict[str, float]:
    """The figures of the simple baseline."""
    return _measured(stories, seed, answers_of_baseline)


def _measured(stories: int, seed: int, answer: object) -> dict[str, float]:
    tally = Tally()
    for made in corpora_of(stories, seed):
        tally.add(made, answer(made.articles))  # type: ignore[operator]
    return tally.figures()


def main() -> int:
    """Print the figures, the baseline's beside them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--stories", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--baseline-only", action="store_true", help="do not run retold")
    asked = parser.parse_args()
    simple = measure_baseline(asked.stories, asked.seed)
    mine = {} if asked.baseline_only else measure(stories=asked.stories, seed=asked.seed)
    if asked.json:
        print(json.dumps({"retold": mine, "baseline": simple}, indent=1))
    else:
        _show(mine, simple)
    return 0


def _show(mine: Mapping[str, float], simple: Mapping[str, float]) -> None:
    print(f"{'':52} retold  baseline")
    for name in mine or simple:
        cells = [f"{table[name]:8.3f}" if name in table else "       -" for table in (mine, simple)]
        print(f"{name:50} {cells[0]} {cells[1]}")


if __name__ == "__main__":
    sys.exit(main())
