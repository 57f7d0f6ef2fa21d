"""One story as a unit of work: from its articles to all that is found in it.

    record = story.record(task)

A pure function of one picklable value: a pool of processes, a second run of one story, a server and
a cluster call the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from retold import kernels as kernel_sets
from retold.corpus import witnesses
from retold.decisions import stories as decided
from retold.kernels import Kernels
from retold.model import Article, Lineage, Span, Statement, StoryRecord
from retold.settings import Settings
from retold.steps import align, claims, collate, lineage, statements, words
from retold.story import comparison, copying, excerpted, full_names, large_families
from retold.story.comparison import Alignments
from retold.story.full_names import Said
from retold.story.tasks import StoryTask, is_parsed
from retold.tables import Witness

__all__ = ["StoryTask", "is_parsed", "lineage_of", "record", "worker", "workers"]


def record(task: StoryTask, kernels: Kernels | None = None) -> StoryRecord:
    """All that is found in one story; statements are looked for where the settings want them.

    The same task gives the same record, whatever the kernels and wherever it runs. A parser is loaded
    for the first sentence that needs one, and kept.
    """
    held = _witnesses(task, kernels or kernel_sets.choose())
    read: dict[str, Sequence[Statement]] = dict.fromkeys(task.story.articles, ())
    if is_parsed(task.story, task.settings):
        read = {i: statements.find(w, None, task.settings.statements) for i, w in held.items()}
    said, renamed = decided.renamed(read, task.rulings)
    compared = comparison.Compared(
        _alignments(task, held, kernels), said, task.settings, task.story.id, kernels
    )
    found = _followed(task, held, compared)
    told, also = _told(task, read, said, held)
    return replace(found, statements=told, decided=tuple(sorted({*found.decided, *renamed, *also})))


def _told(
    task: StoryTask, read: Said, said: Said, held: Mapping[str, Witness]
) -> tuple[tuple[Statement, ...], set[str]]:
    """The statements under the fullest names of the story, and the decisions that changed such a name.

    A decision about the name that was read (`said` has them) comes before the full name of whoever has it.
    """
    named, also = decided.renamed(full_names.in_full(read, held), task.rulings)
    every = (three for i in task.story.articles for three in zip(read[i], said[i], named[i], strict=True))
    return tuple(own if own != was else full for was, own, full in every), also


def worker(words: int) -> Callable[[StoryTask], StoryRecord]:
    """A function of one task for an engine.

    `words` is about how many words all stories have together, by which the kernels are chosen.
    """
    return partial(record, kernels=kernel_sets.choose(work=words))


def workers(words: int) -> Callable[[Sequence[StoryTask]], list[StoryRecord]]:
    """The same for several tasks at a time: for stories that take less long than being sent."""
    work = worker(words)
    return lambda tasks: [work(task) for task in tasks]


def lineage_of(family: Sequence[Witness], settings: Settings, prefix: str = "") -> Lineage:
    """Who had it from whom among the versions of one report; ids of unseen sources begin with `prefix`."""
    return _lineage_of(*large_families.parted(family), settings, prefix)


def _lineage_of(
    searched: Sequence[Witness],
    rest: Sequence[Witness],
    settings: Settings,
    prefix: str,
    at_hand: lineage.Houses | None = None,
) -> Lineage:
    grid = collate.collate(searched, settings.align)
    found = lineage.infer(grid, settings.lineage, prefix, at_hand)
    return large_families.with_rest(found, searched, rest)


def _witnesses(task: StoryTask, kernels: Kernels) -> dict[str, Witness]:
    """The articles made ready; what the known alignments have of them is not made again."""
    known = {side.id: side for pair in task.alignments for side in (pair.a, pair.b)}
    furniture = {i: [s for s in task.furniture if s.article == i] for i in task.story.articles}
    bare = (known.get(a.id) or _bare(a, furniture[a.id], task.settings, kernels) for a in task.articles)
    alone = len(task.articles) == 1 and not task.outside and not is_parsed(task.story, task.settings)
    made = witnesses.credited if alone else witnesses.full
    return {one.id: made(one, task.settings) for one in bare}


def _bare(article: Article, furniture: Sequence[Span], settings: Settings, kernels: Kernels) -> Witness:
    split = words.split_by(article.text, kernels)
    return witnesses.bare(article, furniture, split, settings.language.default)


def _alignments(task: StoryTask, held: Mapping[str, Witness], kernels: Kernels | None) -> Alignments:
    """The alignments of the task's pairs, by ids."""
    known = {(one.a.id, one.b.id): one for one in task.alignments}
    found: Alignments = {}
    for a, b in task.pairs:
        one = known.get((a, b))
        if one is None:
            one = align.align(held[a], held[b], task.settings.align, kernels=kernels)
        found[a, b] = replace(one, a=held[a], b=held[b])
    return found


def _followed(task: StoryTask, held: Mapping[str, Witness], compared: comparison.Compared) -> StoryRecord:
    """One story from its families to its claims; `compared` takes in the pairs that are looked at."""
    one, settings, said = task.story, task.settings, compared.said
    families = [[held[i] for i in family] for family in one.families]
    parts = [large_families.parted(family) for family in families]
    outlets = lineage.at_hand(list(held.values()))
    lineages = [_lineage_of(*part, settings, f"{one.id}/", outlets) for part in parts]
    whole = lineage.across(lineage.join(lineages), [searched for searched, _ in parts], settings.lineage)
    whole = lineage.without_notes(whole, list(held.values()))
    whole, untied = decided.without_ties(copying.weighed(whole, compared.alignments), task.rulings)
    whole = excerpted.with_outside(whole, task.outside, held)
    whole, barred = _with_pieces(whole, held, compared, task)
    versions, lineages = _as_decided(one.families, lineages, task)
    altered = [
        change
        for family, found in zip(versions, lineages, strict=True)
        for change in comparison.changes_in([held[i] for i in family], found, compared)
    ]
    altered, denied = decided.true_changes(altered, task.rulings)
    one = replace(one, families=tuple(versions))
    carried = claims.gather(one, held, said, compared.alignments, whole, settings.claims)
    return StoryRecord(
        story=one,
        lineage=whole,
        statements=(),
        changes=tuple(altered),
        claims=tuple(carried),
        alignments=comparison.aligned_pairs(compared, held, whole),
        unread=tuple(w.language.code for w in held.values() if not w.language.packed),
        decided=tuple(sorted({*untied, *barred, *denied})),
    )


def _with_pieces(
    whole: Lineage, held: Mapping[str, Witness], compared: comparison.Compared, task: StoryTask
) -> tuple[Lineage, set[str]]:
    """The lineage with what reports have of others in pieces, and the decisions that took some away."""
    found = excerpted.pieces(whole, compared.alignments.values())
    barred = task.rulings.no_copies()
    kept = [one for one in found if one.ends not in barred]
    gone = {barred[one.ends] for one in found if one.ends in barred}
    return excerpted.with_pieces(whole, kept, held), gone


def _as_decided(
    families: Sequence[tuple[str, ...]], lineages: Sequence[Lineage], task: StoryTask
) -> tuple[list[tuple[str, ...]], list[Lineage]]:
    """Families and their lineages without the ties that were decided to be none."""
    versions: list[tuple[str, ...]] = []
    kept: list[Lineage] = []
    for family, found in zip(families, lineages, strict=True):
        pruned, gone = decided.without_ties(found, task.rulings)
        for part, its in decided.parted(family, pruned) if gone else [(family, found)]:
            versions.append(part)
            kept.append(its)
    return versions, kept
