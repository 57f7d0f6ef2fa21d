"""Scores of what is said of generated stories, as counts of one story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from evaluation.generator import SyntheticCorpus, SyntheticStory, TrueClaim
from evaluation.metrics import calibration, lineages
from evaluation.metrics.bootstrap import Counts
from evaluation.metrics.changes import count_changes
from evaluation.metrics.groupings import group_pairs
from evaluation.metrics.lineages import Edge, match_unseen, origins_exact, tallied
from evaluation.metrics.planted import unasked, wanted, wanted_for
from evaluation.metrics.ranges import Place, overlaps
from evaluation.metrics.scores import ratio, triple
from evaluation.metrics.speakers import spoken_counts
from evaluation.metrics.unseen_changes import judged
from evaluation.reported import Answers

NOBODY = ""  # the home of what belongs to no story
CHANGES, GIVEN = "changes", "changes, pair given"
_COUNTS = {"wanted": "wanted", "found": "found", "reported": "given", "right": "right"}


def by_story(made: SyntheticCorpus, said: Answers) -> list[Counter[str]]:
    """The counts of each story of a corpus, and of what was said of articles that belong to none."""
    home = {one.id: str(k) for k, story in enumerate(made.stories) for one in story.articles}
    parts = split(said, home)
    counts = [counted(story, parts.get(str(k), Answers())) for k, story in enumerate(made.stories)]
    rest = parts.get(NOBODY, Answers())
    return [*counts, _edge_counts([], rest, set()) + tallied("family", group_pairs(rest.families), [])]


def split(said: Answers, home: Mapping[str, str]) -> dict[str, Answers]:
    """What was said, by story; an unseen node is at home where its first copy is."""
    homes = dict(home)
    for _ in range(3):  # unseen sources of unseen sources
        for source, copy in said.edges:
            if copy in homes:
                homes.setdefault(source, homes[copy])
    parts: dict[str, Answers] = {}

    def part(name: str) -> Answers:
        return parts.setdefault(homes.get(name, NOBODY), Answers())

    for edge in said.edges:
        part(edge[1]).edges.append(edge)
    for edge in said.directed:
        part(edge[1]).directed.append(edge)
        if edge in said.supports:
            part(edge[1]).supports[edge] = said.supports[edge]
    for change in said.changes:
        part(change.pair[0]).changes.append(change)
    for against in said.against:
        part(against.change.pair[1]).against.append(against)
    for ident in said.spoken:
        part(ident).spoken[ident] = said.spoken[ident]
    for ident in said.addressed:
        part(ident).addressed[ident] = said.addressed[ident]
    for family in said.families:
        part(family[0]).families.append(family)
    for one in parts.values():
        one.claims = said.claims
    return parts


def counted(story: SyntheticStory, said: Answers) -> Counter[str]:
    """All counts of one story."""
    seen = {one.id for one in story.articles}
    counts = _edge_counts(story.edges, said, seen)
    counts.update(_change_counts(story, said))
    counts.update(tallied("family", group_pairs(said.families), group_pairs(story.families)))
    for ident, truth in story.statements.items():
        spoken = [(one.content, one.speaker) for one in truth if one.content and one.speaker]
        addressed = [(one.content, one.addressee) for one in truth if one.content and one.addressee]
        counts.update(spoken_counts("speaker", spoken, said.spoken.get(ident, [])))
        counts.update(spoken_counts("addressee", addressed, said.addressed.get(ident, [])))
    if said.claims:
        counts.update(_claim_counts(story, said))
    return counts


# ---- lineage ----


def _edge_counts(truth: Sequence[Edge], said: Answers, seen: set[str]) -> Counter[str]:
    name = match_unseen(truth, said.edges, seen)
    directed = {(name.get(a, a), name.get(b, b)) for a, b in said.directed}
    every = {(name.get(a, a), name.get(b, b)) for a, b in said.edges}
    pairs = (lineages.common_source_pairs(edges, seen) for edges in (said.edges, truth))
    counts = tallied("directed", directed, truth)
    counts.update(tallied("undirected", lineages.undirected(every), lineages.undirected(truth)))
    counts.update(tallied("common", *pairs))
    true = set(truth)
    stated = [
        (said.supports[edge], (name.get(edge[0], edge[0]), name.get(edge[1], edge[1])) in true)
        for edge in said.directed
        if edge in said.supports
    ]
    counts.update(calibration.counted(stated))
    return counts


# ---- changes ----


def _change_counts(story: SyntheticStory, said: Answers) -> Counter[str]:
    """Changes between articles, and those against unseen sources.

    One against an unseen source is right where it is planted between the true source and
    the copy; what it finds are the differences between that copy and the others.
    """
    ids = {one.id for one in story.articles}
    unseen = judged(story, said.against, said.edges, ids)
    given = [*said.changes, *unseen.given]
    pairs = sorted({one.pair for one in given if set(one.pair) <= ids})
    counts: Counter[str] = Counter()
    strict = wanted(story)
    strict.optional += unseen.true
    for name, want, got in (
        (CHANGES, strict, [*said.changes, *unseen.claimed]),
        (GIVEN, wanted_for(story, pairs), given),
    ):
        table: Counter[tuple[str, str]] = Counter()
        asked = [one for one in got if not unasked(one, want.seconds)]
        count_changes(table, want.changes, asked, want.optional, unseen.between)
        for (kind, what), number in table.items():
            counts[f"{name}: {kind} {_COUNTS[what]}"] += number
    return counts


# ---- claims ----


def _claim_counts(story: SyntheticStory, said: Answers) -> Counter[str]:
    name = match_unseen(story.edges, said.edges, {one.id for one in story.articles})
    items: dict[int, list[str]] = {}
    counts: Counter[str] = Counter()
    for claim in story.claims:
        for ident in claim.carriers:
            found = _holder(_at(claim, ident), ident, said)
            if found is not None:
                items.setdefault(found, []).append(f"{ident}/{claim.name}")
        if len(claim.carriers) < 2:
            continue
        best = _matching(claim, said)
        exact = best is not None and origins_exact(claim.origins, said.claims[best][1], name)
        counts.update({"claims": 1, "claims found": int(best is not None), "origins exact": int(exact)})
    truth = [[f"{ident}/{claim.name}" for ident in claim.carriers] for claim in story.claims]
    counts.update(tallied("claim pairs", group_pairs(items.values()), group_pairs(truth)))
    return counts


def _at(claim: TrueClaim, ident: str) -> list[Place]:
    return [place for one in claim.readings for carrier, place in one.carriers if carrier == ident]


def _holder(places: list[Place], ident: str, said: Answers) -> int | None:
    """The reported claim that has one of these places, if any."""
    for number, (carried, _) in enumerate(said.claims):
        if overlaps(places, carried.get(ident, [])):
            return number
    return None


def _matching(claim: TrueClaim, said: Answers) -> int | None:
    """The reported claim with most of the true one's carriers."""
    votes: dict[int, int] = {}
    for ident in claim.carriers:
        for number, (carried, _) in enumerate(said.claims):
            if ident in carried and overlaps(_at(claim, ident), carried[ident]):
                votes[number] = votes.get(number, 0) + 1
    return max(votes, key=lambda number: votes[number], default=None)


# ---- figures ----


def figures(counts: Counts) -> dict[str, float]:
    """Every figure by name, each between 0 and 1."""
    out = triple(counts, "directed ", "lineage directed ")
    out |= triple(counts, "undirected ", "lineage undirected ")
    out |= triple(counts, "common ", "common source pairs ")
    for name in (CHANGES, GIVEN):
        out |= _changes(counts, name)
    out["family pair f1"] = triple(counts, "family ")["f1"]
    for who in ("speaker", "addressee"):
        out[f"{who} accuracy"] = ratio(counts, f"{who} right", f"{who} wanted")
        out[f"{who} coverage"] = ratio(counts, f"{who} given", f"{who} wanted")
        out[f"{who} precision"] = ratio(counts, f"{who} right", f"{who} given")
    if counts.get("claims"):
        out["claims found"] = ratio(counts, "claims found", "claims")
        out["claims pair f1"] = triple(counts, "claim pairs ")["f1"]
        out["origins exact"] = ratio(counts, "origins exact", "claims")
    if counts.get("stated"):
        out["edge support, calibration error"] = calibration.error(counts)
    return out


def kinds_of(counts: Counts, name: str) -> list[str]:
    """The kinds of change that are counted under a name."""
    keys = (key.removeprefix(f"{name}: ") for key in counts if key.startswith(f"{name}: "))
    return sorted({key.rpartition(" ")[0] for key in keys})


def _changes(counts: Counts, name: str) -> dict[str, float]:
    kinds = kinds_of(counts, name)
    totals = {
        f"all {what}": sum(counts.get(f"{name}: {kind} {what}", 0) for kind in kinds)
        for what in _COUNTS.values()
    }
    out: dict[str, float] = {}
    for kind in kinds:
        out |= triple(counts, f"{name}: {kind} ", f"{name}: {kind} ")
    planted = [kind for kind in kinds if counts.get(f"{name}: {kind} {_COUNTS['wanted']}", 0)]
    scores = [out[f"{name}: {kind} f1"] for kind in planted]  # what nobody planted can only be wrong
    out |= triple(totals, "all ", f"{name}: all ")
    out[f"{name}: mean of kinds f1"] = sum(scores) / len(scores) if scores else 1.0
    return out
