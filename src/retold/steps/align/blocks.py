"""From a workspace to blocks that cover both texts exactly once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from retold import parameters
from retold.steps.align.workspace import Encoded, Run, Workspace
from retold.tables import Block

_P = parameters.of("align", "blocks")
_ALIKE_IN_SIZE = _P.integer("alike_in_size")
_PAIRED = _P.integer("paired")
_LONGER = _P.integer("longer")
_LONGER_WORDS = _P.integer("longer_words")


@dataclass(frozen=True, slots=True)
class _Edges:
    """What stands beside a stretch of free words: runs by their ends and starts."""

    before: dict[int, Run]
    after: dict[int, Run]
    opens: dict[int, int]  # where a stretch that ends at a place begins


class _Stretch(NamedTuple):
    """Free words of a and what stands in their place in b; either range may be empty."""

    a_low: int
    a_high: int
    b_low: int
    b_high: int
    kind: str
    moved: bool = False


def build(workspace: Workspace) -> tuple[Block, ...]:
    """All blocks, in a's order; pairs off replaced words as `pair_replaced` does.

    A block that one text lacks stands behind what it stands behind in the text that has it.
    """
    kinds = "replaced", "equal"
    runs = [_Stretch(*run[:4], kinds[run.equal], run.moved) for run in workspace.main + workspace.moved]
    return tuple(Block(*one) for one in sorted(runs + pair_replaced(workspace)))


def pair_replaced(workspace: Workspace) -> list[_Stretch]:
    """Make words partners that stand in one another's place; what lies between the runs."""
    runs = sorted(workspace.main + workspace.moved)
    n, m = len(workspace.encoded.ids_a), len(workspace.encoded.ids_b)
    left, right = _stretches(runs, n, of_a=True), dict(_stretches(runs, m, of_a=False))
    edges_a, edges_b = _edges_a(runs, n, m), _edges_b(runs, n, m, right)
    found = [_set_against(workspace, stretch, right, edges_a, edges_b) for stretch in left]
    found += [_only_b(low, high, edges_b) for low, high in right.items()]
    _pair_near(workspace)
    return found


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
    workspace: Workspace, stretch: tuple[int, int], right: dict[int, int], edges_a: _Edges, edges_b: _Edges
) -> _Stretch:
    """The block of a stretch of a: replaced by what stands in its place in b, or only in a."""
    low, high = stretch
    before, after = edges_a.before[low], edges_a.after[high]
    start = _opposite(before, after, right, edges_b)
    if start is not None and _replaces(workspace.encoded, stretch, (start, right[start])):
        end = right.pop(start)
        _pair(workspace, (low, high), (start, end))
        return _Stretch(low, high, start, end, "replaced", before.moved and after.moved)
    return _Stretch(low, high, before.b_high, before.b_high, "only a")


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


def _replaces(encoded: Encoded, here: tuple[int, int], there: tuple[int, int]) -> bool:
    """Whether these words of a can stand for those of b; far more of one side were added."""
    one, other = here[1] - here[0], there[1] - there[0]
    longer, shorter = max(one, other), min(one, other)
    if longer > _ALIKE_IN_SIZE or longer > _LONGER * shorter + _LONGER_WORDS:
        return False
    return not encoded.hidden_a[slice(*here)].any() and not encoded.hidden_b[slice(*there)].any()


def _only_b(low: int, high: int, edges_b: _Edges) -> _Stretch:
    place = edges_b.before[low].a_high
    return _Stretch(place, place, low, high, "only b")


def _pair(workspace: Workspace, left: tuple[int, int], right: tuple[int, int]) -> None:
    """Make replaced words partners: in order where they are as many, a lone one with the last."""
    one, other = list(range(*left)), list(range(*right))
    if max(len(one), len(other)) > _PAIRED:
        return
    if len(one) == len(other):
        workspace.pair(one, other)
    elif min(len(one), len(other)) == 1:
        workspace.pair(one[-1:], other[-1:])
    else:
        workspace.pair([one[0], one[-1]], [other[0], other[-1]])


def _pair_near(workspace: Workspace) -> None:
    """Near-equal words stand in replaced runs of one width: partners in order."""
    for run in workspace.main + workspace.moved:
        same = run.a_high - run.a_low == run.b_high - run.b_low
        if not run.equal and same and (workspace.to_b[run.a_low : run.a_high] < 0).all():
            workspace.pair(list(range(run.a_low, run.a_high)), list(range(run.b_low, run.b_high)))
