"""The drawing of a lineage."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from retold.archive.store import Trace
from retold.model import Derivation, Lineage, Node
from retold.moments import moment
from retold.report import tree
from retold.views import family, index, scale
from retold.views.index import Index

SVG = "{http://www.w3.org/2000/svg}"
START = datetime(2019, 6, 4, 7, tzinfo=UTC)


def drawn(twigs: list[family.Twig], **more: bool) -> ET.Element:
    return ET.fromstring(tree.draw(twigs, **more))


def test_every_version_is_drawn_once_with_its_name(trace: Trace) -> None:
    svg = drawn(family.tree(index.of_trace(trace), "s1"))
    names = [e.text for e in svg.iter(f"{SVG}text") if e.get("class", "").startswith("name")]
    assert sorted(names, key=str) == sorted(
        ["Saltmarsh Wire", "Ellard Beacon", "Coast Chronicle", "Morning Observer", "The Islander", "Sound Tidings",
         "Evening Lamp", "Quayside Weekly", "Fishermen’s Voice"]
    )  # fmt: skip


def test_unseen_is_hollow_unsure_is_dashed_and_substance_is_counted(trace: Trace) -> None:
    svg = drawn(family.tree(index.of_trace(trace), "s1"))
    assert len([e for e in svg.iter(f"{SVG}circle") if e.get("class") == "unseen"]) == 1
    assert len([e for e in svg.iter(f"{SVG}path") if e.get("class") == "tie unsure"]) == 1
    assert len([e for e in svg.iter(f"{SVG}path") if e.get("class") == "second"]) == 1
    (count,) = [e for e in svg.iter(f"{SVG}g") if e.get("class") == "count"]
    assert count.find(f"{SVG}text").text == "3"  # type: ignore[union-attr]


def test_the_drawing_has_a_title_and_says_itself_in_words(trace: Trace) -> None:
    svg = drawn(family.tree(index.of_trace(trace), "s1"))
    assert svg.get("aria-labelledby") == "tree-title tree-desc"
    words = svg.find(f"{SVG}desc").text or ""  # type: ignore[union-attr]
    assert "The Islander from Morning Observer" in words
    assert "Quayside Weekly tied, direction unsure, to Evening Lamp" in words


def test_dots_stand_by_the_clock_even_where_a_copy_is_dated_before_its_source() -> None:
    nodes = (Node("a", None, True, 1.0), Node("b", None, True, 1.0), Node("c", None, True, 1.0))
    ties = (Derivation("a", "b", True, 0.9), Derivation("b", "c", True, 0.9))
    when = {n: moment(f"2019-06-04T0{9 - k}:00Z") for k, n in enumerate("abc")}
    found = Index({}, {}, moments={n: m for n, m in when.items() if m})
    twigs = family.grow(Lineage(nodes, ties, ("a",), (1, 1)), found)
    spots = tree.layout(twigs).spots
    assert spots[0].x > spots[1].x > spots[2].x
    assert tree.draw(twigs).count('class="tie back"') == 2


def test_no_elbow_crosses_a_label(trace: Trace) -> None:
    """Every vertical line runs left of the dots, so of the labels, in the rows it passes."""
    twigs = family.tree(index.of_trace(trace), "s1")
    spots = tree.layout(twigs).spots
    for k, twig in enumerate(twigs):
        if twig.parent is not None:
            assert all(spots[n].x > spots[twig.parent].x for n in range(twig.parent + 1, k + 1))


def test_names_are_escaped() -> None:
    node = Node("a", "<script>alert(1)</script>&\"'", False, 1.0)
    found = Index({}, {}, labels={"a": node.name or ""})
    svg = tree.draw(family.grow(Lineage((node,), (), ("a",), (1, 1)), found), {"a": '"><script>'})
    assert "<script" not in svg
    ET.fromstring(svg)


def test_three_hundred_versions_are_laid_out() -> None:
    names = [f"outlet number {k}" for k in range(300)]
    ties = tuple(Derivation(names[k // 3], names[k], True, 0.9) for k in range(1, 300))
    when = {n: moment((START + timedelta(minutes=7 * k)).isoformat()) for k, n in enumerate(names)}
    found = Index({}, {}, moments={n: m for n, m in when.items() if m})
    lineage = Lineage(tuple(Node(n, None, True, 1.0) for n in names), ties, (names[0],), (1, 1))
    svg = tree.draw(family.grow(lineage, found))
    assert svg.count("<circle") == 300


# ---- the axis ----


@given(st.lists(st.integers(0, 10_000_000), min_size=2, unique=True))
def test_later_is_never_left_of_earlier(minutes: list[int]) -> None:
    times = sorted(START + timedelta(minutes=m) for m in minutes)
    axis = scale.of(times)
    places = [axis.at(t) for t in times]
    assert places == sorted(places)
    assert (places[0], round(places[-1], 9)) == (0.0, 1.0)
    ticks = [tick.at for tick in axis.ticks()]
    assert ticks == sorted(ticks)
    assert len(ticks) < 20


def test_a_late_straggler_does_not_squeeze_the_rest() -> None:
    times = [START + timedelta(minutes=5 * k) for k in range(20)] + [START + timedelta(days=9)]
    axis = scale.of(times)
    assert len(axis.folds) == 1
    assert axis.at(times[19]) > 0.8
