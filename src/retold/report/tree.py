"""A lineage drawn as a tree over time: SVG, no script.

One row a version; time runs to the right, or the number of copyings where no
time is known. An elbow leads from source to copy, dashed where nothing tells
which way the text went. Sources nobody holds are hollow. A number
on an elbow counts the changes of substance. Further parents are thin curves.
Rows are in reading order, so no elbow crosses a label: what stands below a
version stands to its right. The page's style sheet colours the classes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from retold.messages import _, many
from retold.model import Derivation
from retold.views import index, safe, scale
from retold.views.family import Twig

ROW = 40  # height of a row; all lengths are px of the drawing
_LEFT, _TOP, _STEP, _PLOT = 18, 34, 40, 620
_DEPTH_STEP = 26
_RADIUS, _BEND, _CHAR = 5.5, 9, 7.4


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a version's dot stands."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Dots in the order of the twigs, the axis, and the size of the whole."""

    spots: tuple[Spot, ...]
    axis: scale.Scale | None
    left: float  # where the axis begins; unseen sources stand left of it
    width: float
    height: float


def draw(
    twigs: Sequence[Twig], anchors: Mapping[str, str] | None = None, name: str = "tree", by_time: bool = True
) -> str:
    """The tree as one `<svg>` element.

    `anchors` gives for a node id the id of the element that its label links to.
    `name` begins the ids inside the drawing, so that two of them fit on a page.
    With `by_time` false it is narrower: the depth of copying along x.
    """
    placed = layout(twigs, by_time)
    parts = [
        f'<svg class="lineage" role="group" aria-labelledby="{escape(name)}-title {escape(name)}-desc" '
        f'viewBox="0 0 {placed.width:.0f} {placed.height:.0f}" width="{placed.width:.0f}" '
        f'height="{placed.height:.0f}" xmlns="http://www.w3.org/2000/svg">',
        f'<title id="{escape(name)}-title">{escape(_("Who had it from whom"))}</title>',
        f'<desc id="{escape(name)}-desc">{escape(describe(twigs))}</desc>',
        *_axis(placed),
        *_second_parents(twigs, placed),
        *_elbows(twigs, placed),
        *(_version(twig, spot, anchors or {}) for twig, spot in zip(twigs, placed.spots, strict=True)),
        "</svg>",
    ]
    return "\n".join(parts)


def describe(twigs: Sequence[Twig], most: int = 40) -> str:
    """The drawing in words, for those who cannot see it."""
    clauses = [_from(t, twigs) for t in twigs[:most]]
    left = len(twigs) - most
    more = many(left, " And {count} more.", " And {count} more.") if left > 0 else ""
    return "; ".join(clauses) + "." + more


def _from(twig: Twig, twigs: Sequence[Twig]) -> str:
    if twig.parent is None:
        words = (
            _("{label} is an origin in the pile")
            if twig.node.seen
            else _("{label} is a source not in the pile")
        )
        return words.format(label=twig.label)
    words = _("{label} from {source}") if twig.sure else _("{label} tied, direction unsure, to {source}")
    return words.format(label=twig.label, source=twigs[twig.parent].label)


# ---- places ----


def layout(twigs: Sequence[Twig], by_time: bool = True) -> Layout:
    """Places for all dots: by the clock, or by the depth of copying where no time is known."""
    times = [t.when.low for t in twigs if t.when is not None]
    axis = scale.of(times) if by_time and len(set(times)) > 1 else None
    left = _LEFT + (_STEP if any(not t.node.seen for t in twigs) else 0)
    xs = _by_depth(twigs) if axis is None else _by_time(twigs, axis, left)
    top = _TOP if axis is not None else 8
    spots = tuple(Spot(x, top + (k + 0.5) * ROW) for k, x in enumerate(xs))
    ends = (
        x + 16 + _CHAR * max(len(t.label), len(t.published) * 0.88) for x, t in zip(xs, twigs, strict=True)
    )
    width = max(ends, default=0.0) + 12
    return Layout(
        spots, axis, left, max(width, left + _PLOT + 40) if axis else width, top + ROW * len(twigs) + 8
    )


def _by_depth(twigs: Sequence[Twig]) -> list[float]:
    xs: list[float] = []
    for twig in twigs:
        xs.append(
            _LEFT if twig.parent is None else xs[twig.parent] + _DEPTH_STEP + (8 if twig.substance else 0)
        )
    return xs


def _by_time(twigs: Sequence[Twig], axis: scale.Scale, left: float) -> list[float]:
    """By the clock, always; what has no time stands before the first of what stands below it."""
    earliest = _earliest(twigs, axis)
    xs: list[float] = []
    for twig, first in zip(twigs, earliest, strict=True):
        if twig.when is not None:
            xs.append(left + _PLOT * axis.at(twig.when.low))
        elif first is None:
            xs.append(_LEFT if twig.parent is None else xs[twig.parent])
        else:
            xs.append(max(_LEFT, left + _PLOT * first - _STEP))
    return xs


def _earliest(twigs: Sequence[Twig], axis: scale.Scale) -> list[float | None]:
    """For each twig the earliest place on the axis among what stands below it."""
    found: list[float | None] = [None] * len(twigs)
    for k in range(len(twigs) - 1, -1, -1):
        when, parent = twigs[k].when, twigs[k].parent
        own = found[k] if when is None else axis.at(when.low)
        if parent is not None and own is not None:
            so_far = found[parent]
            found[parent] = own if so_far is None else min(so_far, own)
    return found


# ---- lines ----


def _axis(placed: Layout) -> Iterator[str]:
    """Times along the top, and a mark where a long gap is folded."""
    if placed.axis is None:
        return
    left, right, foot = placed.left, placed.left + _PLOT, placed.height - 8
    yield f'<g class="axis" aria-hidden="true"><line x1="{left:.0f}" y1="26" x2="{right:.0f}" y2="26"/>'
    for tick in placed.axis.ticks():
        x = left + _PLOT * tick.at
        anchor = "start" if tick.at < 0.08 else "middle"
        yield f'<line class="tick" x1="{x:.1f}" y1="26" x2="{x:.1f}" y2="{foot:.0f}"/>'
        yield f'<text x="{x:.1f}" y="16" text-anchor="{anchor}">{tick.words}</text>'
    for fold in placed.axis.folds:
        yield f'<path class="fold" d="M{left + _PLOT * fold - 5:.1f} 31l5 -10m2 10l5 -10"/>'
    yield "</g>"


def _elbows(twigs: Sequence[Twig], placed: Layout) -> Iterator[str]:
    for twig, spot in zip(twigs, placed.spots, strict=True):
        if twig.parent is None:
            continue
        source = placed.spots[twig.parent]
        bend = min(_BEND, abs(spot.x - source.x) / 2)
        side = -1 if spot.x < source.x else 1  # where a copy is dated before its source
        end = spot.x - side * _RADIUS
        kind = "tie" if twig.sure else "tie unsure"
        kind += " back" if spot.x < source.x - 0.5 else ""
        yield (
            f'<path class="{kind}" d="M{source.x:.1f} {source.y + _RADIUS:.1f}V{spot.y - bend:.1f}'
            f'Q{source.x:.1f} {spot.y:.1f} {source.x + side * bend:.1f} {spot.y:.1f}H{end:.1f}"/>'
        )
        if twig.substance:
            yield _count(twig.substance, (source.x + end) / 2 + 2, spot.y)


def _count(count: int, x: float, y: float) -> str:
    """How many changes of substance lie on the way."""
    words = str(count) if count < 100 else "99+"
    wide = 12 + 5.5 * len(words)
    box = f'<rect x="{x - wide / 2:.1f}" y="{y - 8:.1f}" width="{wide:.1f}" height="16" rx="3"/>'
    return f'<g class="count">{box}<text x="{x:.1f}" y="{y + 4:.1f}" text-anchor="middle">{words}</text></g>'


def _second_parents(twigs: Sequence[Twig], placed: Layout) -> Iterator[str]:
    places = {twig.node.id: spot for twig, spot in zip(twigs, placed.spots, strict=True)}
    for twig, spot in zip(twigs, placed.spots, strict=True):
        for other in twig.others:
            if other.source in places:
                yield _curve(places[other.source], spot, other)


def _curve(source: Spot, copy: Spot, edge: Derivation) -> str:
    """Down beside the source's own elbow and along just above the copy's row, clear of the labels."""
    kind = "second" if edge.directed else "second unsure"
    up = -1 if copy.y > source.y else 1
    lane = source.x + 4 if copy.x > source.x + 30 else min(source.x, copy.x) - 12
    row, end = copy.y + 5 * up, copy.x - _RADIUS
    bend = f"V{row + 14 * up:.1f}Q{lane:.1f} {row:.1f} {lane + 14:.1f} {row:.1f}"
    begin = f"M{source.x:.1f} {source.y:.1f}L{lane:.1f} {source.y - 7 * up:.1f}"
    return f'<path class="{kind}" d="{begin}{bend}H{end:.1f}"/>'


# ---- versions ----


def _version(twig: Twig, spot: Spot, anchors: Mapping[str, str]) -> str:
    """Dot and label, a link where there is something to link to."""
    anchor = anchors.get(twig.node.id)
    kind = "seen" if twig.node.seen else "unseen"
    x, y = spot.x + 12, spot.y
    inner = (
        f"<title>{escape(_tip(twig))}</title>"
        f'<circle class="{kind}" cx="{spot.x:.1f}" cy="{y:.1f}" r="{_RADIUS}"/>'
        f'<text class="name {kind}" x="{x:.1f}" y="{y - 1:.1f}">{escape(safe.text(twig.label))}</text>'
        f'<text class="when" x="{x:.1f}" y="{y + 13:.1f}">{escape(twig.published)}</text>'
    )
    return f"<g>{inner}</g>" if anchor is None else f'<a href="#{escape(anchor)}">{inner}</a>'


def _tip(twig: Twig) -> str:
    """What a pointer resting on the version shows."""
    published = index.stamp(twig.when) if twig.node.seen else _("not in this pile")
    changed = many(
        twig.substance,
        "{count} changes of substance on the way to it",
        "{count} changes of substance on the way to it",
    )
    return ", ".join(filter(None, (safe.text(twig.label), published, changed if twig.substance else "")))
