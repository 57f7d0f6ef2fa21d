"""From a draft to blocks that cover both texts exactly once."""

from __future__ import annotations

from dataclasses import dataclass

from retold.steps.align.ground import Draft, Run
from retold.tables import Block

_ALIKE_IN_SIZE = 12  # words up to which what stands in one place was replaced, not cut and added
_PAIRED = 4  # words up to which replaced words are paired one to one


@dataclass(frozen=True, slots=True)
class _Edges:
    """What stands beside a stretch of free words: runs by their ends and starts."""

    before: dict[int, Run]
    after: dict[int, Run]
    opens: dict[int, int]  # where a stretch that ends at a place begins


def build(draft: Draft) -> tuple[Block, ...]:
    """All blocks, in a's order; pairs off replaced words as it goes.

    A block that one text lacks stands behind what it stands behind in the text that has it.
    """
    runs = sorted(draft.main + draft.moved)
    n, m = len(draft.ground.ids_a), len(draft.ground.ids_b)
    blocks = [
        Block(r.a_low, r.a_high, r.b_low, r.b_high, "equal" if r.equal else "replaced", r.moved) for r in runs
    ]
    left, right = _stretches(runs, n, of_a=True), dict(_stretches(runs, m, of_a=False))
    edges_a, edges_b = _edges_a(runs, n, m), _edges_b(runs, n, m, right)
    for low, high in left:
        blocks += _set_against(draft, (low, high), right, edges_a, edges_b)
    blocks += [_only_b(low, high, edges_b) for low, high in right.items()]
    _pair_near(draft)
    return tuple(sorted(blocks))


def _edges_a(runs: list[Run], n: int, m: int) -> _Edges:
    before, after = {r.a_high: r for r in runs}, {r.a_low: r for r in runs}
    return _Edges({0: Run(0, 0, 0, 0)} | before, {n: Run(n, n, m, m)} | after, {})


def _edges_b(runs: list[Run], n: int, m: int, right: dict[int, int]) -> _Edges:
    before, after = {r.b_high: r for r in runs}, {r.b_low: r for r in runs}
    opens = {high: low for low, high in right.items()}
    return _Edges({0: Run(0, 0, 0, 0)} | before, {m: Run(n, n, m, m)} | after, opens)


def _stretches(runs: list[Run], length: int, of_a: bool) -> list[tuple[int, int]]:
    """Ranges of words that no run holds."""
    held = sorted((r.a_low, r.a_high) if of_a else (r.b_low, r.b_high) for r in runs)
    found, place = [], 0
    for low, high in [*held, (length, length)]:
        if place < low:
            found.append((place, low))
        place = max(place, high)
    return found


def _set_against(
    draft: Draft, stretch: tuple[int, int], right: dict[int, int], edges_a: _Edges, edges_b: _Edges
) -> list[Block]:
    """The block of a stretch of a: replaced by what stands in its place in b, or only in a."""
    low, high = stretch
    before, after = edges_a.before[low], edges_a.after[high]
    start = _opposite(before, after, right, edges_b)
    hidden = bool(draft.ground.hidden_a[low:high].any())
    if start is not None and not hidden and _replaces(draft, high - low, (start, right[start])):
        end = right.pop(start)
        _pair(draft, (low, high), (start, end))
        return [Block(low, high, start, end, "replaced", before.moved and after.moved)]
    return [Block(low, high, before.b_high, before.b_high, "only a")]


def _opposite(before: Run, after: Run, right: dict[int, int], edges_b: _Edges) -> int | None:
    """Where in b the stretch begins that stands between, or beside, the same runs."""
    start = before.b_high
    same_before = start in right and edges_b.before[start] == before
    same_after = same_before and edges_b.after[right[start]] == after
    if same_after or (same_before and not before.moved):
        return start
    if after.moved or edges_b.after.get(after.b_low) != after:
        return None
    return edges_b.opens.get(after.b_low) if edges_b.opens.get(after.b_low) in right else None


def _replaces(draft: Draft, size: int, there: tuple[int, int]) -> bool:
    """Whether so many words of a can stand for those of b; far more of them were added."""
    other = there[1] - there[0]
    longer, shorter = max(size, other), min(size, other)
    if draft.ground.hidden_b[there[0] : there[1]].any():
        return False
    return longer <= _ALIKE_IN_SIZE and longer <= 3 * shorter + 3


def _only_b(low: int, high: int, edges_b: _Edges) -> Block:
    place = edges_b.before[low].a_high
    return Block(place, place, low, high, "only b")


def _pair(draft: Draft, left: tuple[int, int], right: tuple[int, int]) -> None:
    """Make replaced words partners: in order where they are as many, a lone one with the last."""
    one, other = list(range(*left)), list(range(*right))
    if max(len(one), len(other)) > _PAIRED:
        return
    if len(one) == len(other):
        draft.pair(one, other)
    elif min(len(one), len(other)) == 1:
        draft.pair(one[-1:], other[-1:])
    else:
        draft.pair([one[0], one[-1]], [other[0], other[-1]])


def _pair_near(draft: Draft) -> None:
    """Near-equal words stand in replaced runs of one width: partners in order."""
    for run in draft.main + draft.moved:
        same = run.a_high - run.a_low == run.b_high - run.b_low
        if not run.equal and same and (draft.to_b[run.a_low : run.a_high] < 0).all():
            draft.pair(list(range(run.a_low, run.a_high)), list(range(run.b_low, run.b_high)))
