"""The drawing beside the table stands by the clock and nothing else."""

from __future__ import annotations

from itertools import pairwise

from retold.archive.store import Trace
from retold.model import Derivation, Lineage, Node
from retold.moments import moment
from retold.report import ties
from retold.views import family, index, variants
from retold.views.index import Index


def chain(*times: str | None) -> variants.Table:
    """A chain of copies published at these times."""
    names = [f"v{k}" for k in range(len(times))]
    nodes = tuple(Node(n, None, True, 1.0) for n in names)
    edges = tuple(Derivation(a, b, True, 0.9) for a, b in pairwise(names))
    moments = {n: m for n, t in zip(names, times, strict=True) if t and (m := moment(t)) is not None}
    return variants.of_story(
        family.grow(Lineage(nodes, edges, ("v0",), (1, 1)), Index({}, {}, moments=moments)), ()
    )


def test_a_copy_dated_before_its_source_stands_left_of_it_and_its_tie_is_marked() -> None:
    rows = chain("2031-03-01T09:00Z", "2031-03-01T06:00Z", "2031-03-01T12:00Z").rows
    first, second, third = ties.places(rows, ties.axis_of(rows), ties.WIDTH)
    assert second < first < third
    assert ties.of_rows(rows).ties.count('class="tie back"') == 1


def test_equal_times_stand_above_each_other() -> None:
    rows = chain("2031-03-01T09:00Z", "2031-03-01T09:00Z").rows
    one, two = ties.places(rows, ties.axis_of(rows), ties.WIDTH)
    assert one == two


def test_without_times_the_depth_of_copying_is_drawn() -> None:
    rows = chain(None, None, None).rows
    xs = ties.places(rows, ties.axis_of(rows), ties.WIDTH)
    assert xs == sorted(xs) and xs[0] < xs[2]
    assert ties.of_rows(rows).axis == ""


def test_an_unseen_source_is_hollow_and_stands_before_its_copies(trace: Trace) -> None:
    table = variants.of_story(family.tree(index.of_trace(trace), "s1"), ())
    xs = ties.places(table.rows, ties.axis_of(table.rows), ties.WIDTH)
    assert xs[0] < min(xs[1:6])
    assert ties.of_rows(table.rows).ties.count('class="un"') == 1


def test_many_copies_that_change_nothing_are_one_row() -> None:
    nodes = tuple(Node(f"v{k}", None, True, 1.0) for k in range(60))
    edges = tuple(Derivation("v0", f"v{k}", True, 0.9) for k in range(1, 60))
    table = variants.of_story(family.grow(Lineage(nodes, edges, ("v0",), (1, 1)), Index({}, {})), ())
    assert len(table.rows) == 2 and table.rows[1].label == "59 copies that change nothing"
