"""Which places of two reports are one claim: `retold.trace` on weeks of a real pile, against read pairs.

    python -m evaluation.suites.claims        show the pairs that go wrong

A label (`labels/claims.tsv`) names two places, of statements or of figures, in two reports of one story,
and says whether both tell the same (`same`) or not (`other`). The pairs were drawn by the words that they
share, in strata from nearly all to a few, and not by what the program joins, so that most are hard.
A pair counts as joined if one claim has carriers at both places; of figures inside a statement, if both are
printed alike as well. Two simple answers stand beside: half of the words are shared, the value is the same.
Units are pairs, stories are weeks. Contradictions told in these weeks are counted and not scored.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

import retold
from evaluation import corpora, labels
from evaluation.measures import Measure, Part, information, measured
from evaluation.metrics import calibration
from evaluation.metrics.bootstrap import Counts, summed
from evaluation.metrics.scores import ratio, score
from retold import Trace
from retold.model import Article, Claim, Span
from retold.moments import day_number

NEEDS = ("pile_allsides",)
_STEP = {"quick": 2, "whole": 1}  # of so many weeks one is traced
_WORD = re.compile(r"\w+")
Row = Mapping[str, str]
Week = tuple[str, int]
CALIBRATION = "support of claims, calibration error"
_SHARED = 0.5  # of the words of both statements, for the simple answer


def measures(part: Part) -> list[Measure]:
    """Precision and recall of joining, of statements and of figures."""
    units, groups, disputed = [], [], 0
    for week, rows in islice(sorted(_by_week().items()), 0, None, _STEP[part]):
        trace = retold.trace(_articles(week))
        units += [counted(row, trace) for row in rows]
        groups += [str(week)] * len(rows)
        disputed += sum(e.kind == "contradicted" for claim in trace.claims for e in claim.evidence)
    simple = figures(
        {name.removeprefix("simple "): n for name, n in summed(units).items() if "simple" in name}
    )
    baselines = {name: {"simple": value} for name, value in simple.items() if name != CALIBRATION}
    found = measured(units, figures, groups=groups, lower=(CALIBRATION,), baselines=baselines)
    return [*found, information("contradictions told", disputed)]


def counted(row: Row, trace: Trace) -> Counter[str]:
    """What one pair brings to the figures, for the program and for the simple answer."""
    texts = {one.id: one.text for one in trace.articles}
    places = _place(row, "a"), _place(row, "b")
    words = [span.of(texts[span.article or ""]).casefold() for span in places]
    kind, same = row["kind"], row["verdict"] == "same"
    counts: Counter[str] = Counter()
    claim = _joined(kind, trace.claims, places, words)
    if claim is not None:
        counts += calibration.counted([(claim.support, same)])
    for who, joined in (("", claim is not None), ("simple ", _alike(kind, words))):
        counts[f"{who}{kind} same"] += same
        counts[f"{who}{kind} joined"] += joined
        counts[f"{who}{kind} right"] += joined and same
    return counts


def figures(counts: Counts) -> dict[str, float]:
    """Shares from the counts of pairs."""
    found = {}
    for kind in ("statement", "figure"):
        found[f"{kind}s precision"] = ratio(counts, f"{kind} right", f"{kind} joined")
        found[f"{kind}s recall"] = ratio(counts, f"{kind} right", f"{kind} same")
        found[f"{kind}s f1"] = score(
            *(counts.get(f"{kind} {what}", 0) for what in ("right", "joined", "same"))
        ).f1
    return found | {CALIBRATION: calibration.error(counts)}


def _joined(kind: str, claims: Iterable[Claim], places: Sequence[Span], words: Sequence[str]) -> Claim | None:
    """The claim that has carriers at both places, None where none has."""
    fit = (claim for claim in claims if claim.kind == kind or (kind == "figure" and words[0] == words[1]))
    both = (c for c in fit if all(any(s.meets(place) for s in c.carriers) for place in places))
    return next(both, None)


def _alike(kind: str, words: Sequence[str]) -> bool:
    if kind == "figure":
        return words[0] == words[1]
    ours, theirs = (set(_WORD.findall(text)) for text in words)
    return len(ours & theirs) >= _SHARED * len(ours | theirs)


def _place(row: Row, side: str) -> Span:
    return Span(row[side], int(row[f"{side}_start"]), int(row[f"{side}_end"]))


def _by_week() -> dict[Week, list[Row]]:
    """The labels by corpus and number of the week, counted from the epoch of `day_number`."""
    found: dict[Week, list[Row]] = defaultdict(list)
    for row in labels.records("claims"):
        found[row["corpus"], int(row["week"])].append(row)
    return found


def _articles(week: Week) -> Iterator[Article]:
    for one in corpora.corpus(week[0]).values():
        day = day_number(one.published)
        if day is not None and day // 7 == week[1]:
            yield one


def main() -> None:
    """Print the pairs that are joined and should not be, or the other way."""
    for week, rows in sorted(_by_week().items()):
        trace = retold.trace(_articles(week))
        for row in rows:
            counts = counted(row, trace)
            if counts[f"{row['kind']} joined"] != counts[f"{row['kind']} same"]:
                print(row["kind"], row["verdict"], *(row[key] for key in ("a", "a_start", "b", "b_start")))


if __name__ == "__main__":
    main()
