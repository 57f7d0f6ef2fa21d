"""Changes reported against unseen sources, held against what was planted there."""

from __future__ import annotations

from evaluation.generator import SyntheticStory, story
from evaluation.metrics import collations
from evaluation.metrics.planted import unasked, wanted
from evaluation.metrics.unseen_changes import judged, planted
from evaluation.reported import Against


def with_unseen() -> tuple[SyntheticStory, str, str]:
    """A story, an unseen source of it, and a copy that changed something of it."""
    for seed in range(50):
        one = story(f"unseen changes {seed}", unseen=1.0)
        for (source, copy), changes in one.changes.items():
            if source in one.unseen and copy not in one.unseen and any(c.copy_spans for c in changes):
                return one, source, copy
    raise AssertionError("no story has an unseen source")


def test_a_planted_change_said_of_the_unseen_source_is_between_the_true_ends() -> None:
    made, source, copy = with_unseen()
    change = planted(next(one for one in made.changes[source, copy] if one.copy_spans))
    renamed = {"x" if name == source else name: places for name, places in change.spans.items()}
    said = Against(type(change)(change.kind, ("x", copy), renamed, {}), "")
    edges = [("x" if a == source else a, b) for a, b in made.edges]
    found = judged(made, [said], edges, {one.id for one in made.articles})
    assert [one.pair for one in found.claimed] == [(source, copy)]
    assert change.kind in {one.kind for one in found.true}
    others = {one.pair[0] for one in found.between}
    assert copy not in others and source not in others


def test_whole_passages_are_not_asked_between_a_copy_and_its_second_source() -> None:
    made = next(
        one for one in (story(f"second {k}", contamination=1.0) for k in range(50)) if one.second_edges()
    )
    asked = wanted(made)
    seconds = set(made.second_edges())
    assert asked.seconds == seconds
    assert not any(unasked(one, seconds) for one in asked.changes)


def test_tokens_of_one_row_are_pairs() -> None:
    counts = collations.token_pairs([[("a", 0), ("b", 0), ("c", 0)]], [[("a", 0), ("b", 0)]])
    assert (counts["right"], counts["given"], counts["wanted"]) == (1, 3, 1)
