"""Whom "he" or "she" means beside reported speech, on months that nothing was fitted on.

    python -m evaluation.suites.pronouns        show what goes wrong, by offsets

The truth is whom another article names beside the same words (`labels/pronouns.tsv`); about one in forty is
wrong there. Shares are of the pronouns: `named` those whose bearer is named, `sure` those of whom that is
stated with .8 or more; precision is how many of these have the right surname. Units are articles.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import retold
from evaluation.corpora.bearers import Bearer, bearers
from evaluation.measures import Measure, Part, measured
from evaluation.metrics.bootstrap import Counts
from evaluation.metrics.scores import ratio
from retold.model import Statement

NEEDS = ("pile_allsides", "pile_reuters", "versions_whenitson")
_SIZES = {"quick": 150, "whole": None}  # articles
_SURE = 0.8


def measures(part: Part) -> list[Measure]:
    """Coverage and precision of the names that pronouns get."""
    held = [known for known in bearers().values() if known[0].held][: _SIZES[part]]
    counts = [counted(known) for known in held]
    return measured(
        counts,
        figures,
        groups=[known[0].month for known in held],
        outlets=[str(known[0].text.outlet) for known in held],
    )


def counted(known: Sequence[Bearer]) -> Counter[str]:
    """The counts of one article."""
    counts: Counter[str] = Counter()
    for _, name, support, right in judged(known):
        counts["all"] += 1
        for sort, holds in (("named", name is not None), ("sure", name is not None and support >= _SURE)):
            counts[sort] += holds
            counts[f"{sort} right"] += holds and right
    return counts


def judged(known: Sequence[Bearer]) -> Iterator[tuple[Bearer, str | None, float, bool]]:
    """Each pronoun of an article with the name that it got, how sure that is, and whether it is right."""
    said = list(retold.statements(known[0].text))
    for bearer in known:
        one = next((one for one in said if _speaks(one, bearer)), None)
        name = None if one is None else one.speaker_name
        support = 0.0 if one is None or not one.speakers else one.speakers[0].support
        yield bearer, name, support, name is not None and bearer.is_called(name)


def _speaks(said: Statement, bearer: Bearer) -> bool:
    return said.speaker is not None and said.speaker.start == bearer.at


def figures(counts: Counts) -> dict[str, float]:
    """Shares from the counts of articles."""
    return {
        "named": ratio(counts, "named", "all"),
        "precision of the named": ratio(counts, "named right", "named"),
        "sure": ratio(counts, "sure", "all"),
        "precision of the sure": ratio(counts, "sure right", "sure"),
    }


if __name__ == "__main__":
    for articles in bearers().values():
        if articles[0].held:
            for bearer, name, support, right in judged(articles):
                if name is not None and not right:
                    print(bearer.corpus, bearer.article, bearer.at, f"{name} ({support:.2f})", sep="\t")
