"""How well `retold.trace` does on invented stories, beside a simple baseline.

Stories are traced in corpora, among unrelated reports; the figures are defined in `evaluation.metrics`.
Units are stories. The baseline takes the nearest earlier text for the source, and difflib for the changes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from evaluation.baselines import changes as baseline_changes
from evaluation.baselines import lineages as baseline_lineages
from evaluation.generator import SyntheticCorpus, corpus
from evaluation.measures import Measure, Part, Units, measured
from evaluation.metrics.bootstrap import summed
from evaluation.metrics.groupings import adjusted_rand
from evaluation.metrics.stories import by_story, figures
from evaluation.reported import Answers, answers_of_retold
from retold.model import Article

NEEDS = ()
SEED = 1
IN_A_CORPUS = 8  # stories traced together
UNRELATED = 12  # other reports among them
_STORIES = {"quick": 16, "whole": 100}
_GUARDED = ("all f1", "all recall", "all precision", "mean of kinds f1", "attribution precision")
_ERROR = "edge support, calibration error"

Answering = Callable[[Sequence[Article]], Answers]


def measures(part: Part) -> list[Measure]:
    """The figures of retold; the baseline's beside them in the whole part, since difflib is slow."""
    return of_stories(_STORIES[part], SEED, baseline=part == "whole")


def of_stories(stories: int, seed: int, baseline: bool) -> list[Measure]:
    """The figures over so many stories of a seed."""
    units: list[Counter[str]] = []
    rands: list[float] = []
    for made in corpora(stories, seed):
        said = answers_of_retold(made.articles)
        units += by_story(made, said)
        rands.append(rand_of(made, said))
    simple = figures(summed(units_of(stories, seed, answers_of_baseline))) if baseline else {}
    known = {name: {"nearest earlier, difflib": value} for name, value in simple.items()}
    found = measured(units, figures, lower=(_ERROR,), baselines=known)
    kept = [replace(one, guarded=guarded(one.name)) for one in found]
    return [*kept, Measure("story ARI", sum(rands) / len(rands), "index")]


def units(part: Part) -> Units:
    """The stories of the seed."""
    counts = units_of(_STORIES[part], SEED, answers_of_retold)
    return Units(counts, figures, [str(k) for k in range(len(counts))])


def guarded(name: str) -> bool:
    """Whether a figure gets a floor: one kind of change in a small run swings too much.

    >>> guarded("changes: all f1"), guarded("changes: lede f1"), guarded("changes: attribution precision")
    (True, False, True)
    """
    return ": " not in name or name.endswith(_GUARDED)


def units_of(stories: int, seed: int, answering: Answering) -> list[Counter[str]]:
    """The counts of each story, and of what belongs to none."""
    return [unit for made in corpora(stories, seed) for unit in by_story(made, answering(made.articles))]


def corpora(stories: int, seed: int) -> Iterator[SyntheticCorpus]:
    """The corpora of a run: the last one may be smaller."""
    for number, start in enumerate(range(0, stories, IN_A_CORPUS)):
        yield corpus(f"{seed}.{number}", min(IN_A_CORPUS, stories - start), UNRELATED)


def rand_of(made: SyntheticCorpus, said: Answers) -> float:
    """The adjusted Rand index of the stories; an article in no story stands alone."""
    truth = {one.id: f"{story.seed}" for story in made.stories for one in story.articles}
    truth |= {ident: ident for ident in made.unrelated}
    own = {one.id: one.id for one in made.articles}
    for group in said.groups:
        own.update(dict.fromkeys(group, group[0]))
    return adjusted_rand(truth, own)


def answers_of_baseline(articles: Sequence[Article]) -> Answers:
    """The same corpus by difflib; it has no statements and no claims."""
    edges = baseline_lineages.nearest_earlier(articles)
    texts = {one.id: one for one in articles}
    return Answers(
        edges=edges,
        directed=edges,
        changes=[change for a, b in edges for change in baseline_changes.changes(texts[a], texts[b])],
    )
