"""The ties of a table of variants, drawn beside its rows: SVG without words.

x is the clock and nothing else: a dot stands where its version was published, and a tie to a version
that is dated before its source runs backwards and is marked. What has no time, an unseen source among
them, stands left of the axis or right before the first of its copies.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retold.views import scale
from retold.views.variants import Row

ROW = 24  # height of a row of the table, px; the style sheet sets it too
WIDTH = 252
_LEFT, _RIGHT, _GUTTER, _STEP, _RADIUS = 12, 12, 26, 30, 4.5
_MOST_TICKS = 3
_MINI_WIDTH, _MINI_HEIGHT = 216, 150


@dataclass(frozen=True, slots=True)
class Drawing:
    """The ties beside all rows, the axis above them, and the whole in small."""

    ties: str
    axis: str
    mini: str


def of_rows(rows: Sequence[Row]) -> Drawing:
    """The drawings of a table."""
    axis = axis_of(rows)
    xs = places(rows, axis, WIDTH)
    step = min(14.0, max(1.6, _MINI_HEIGHT / max(len(rows), 1)))
    small = places(rows, axis, _MINI_WIDTH)
    return Drawing(
        ties=_svg("ties", WIDTH, ROW * len(rows), [*_grid(axis, ROW * len(rows)), *_lines(rows, xs, ROW)]),
        axis="" if axis is None else _svg("axis", WIDTH, 30, _ticks(axis)),
        mini=_svg("mini", _MINI_WIDTH, step * len(rows) + 2, _lines(rows, small, step)),
    )


def axis_of(rows: Sequence[Row]) -> scale.Scale | None:
    """The scale of the rows' times; None where they do not differ."""
    times = [row.twig.when.low for row in rows if row.twig.when is not None]
    return scale.of(times) if len(set(times)) > 1 else None


def places(rows: Sequence[Row], axis: scale.Scale | None, width: float) -> list[float]:
    """Where the dot of each row stands along x: by the clock; by depth where no time is known at all."""
    if axis is None and any(row.twig.when is not None for row in rows):
        axis = scale.of(row.twig.when.low for row in rows if row.twig.when is not None)
    if axis is None:
        return [min(_LEFT + _STEP * row.depth, width - _RIGHT) for row in rows]
    xs: list[float | None] = [
        None if row.twig.when is None else _x(axis.at(row.twig.when.low), width) for row in rows
    ]
    for k in range(len(rows) - 1, -1, -1):
        if xs[k] is None:
            below = [x for row, x in zip(rows, xs, strict=True) if row.parent == k and x is not None]
            xs[k] = max(float(_LEFT), min(below) - _GUTTER / 2) if below else float(_LEFT)
    return [x if x is not None else float(_LEFT) for x in xs]


def _x(share: float, width: float = WIDTH) -> float:
    return _LEFT + _GUTTER + share * (width - _LEFT - _GUTTER - _RIGHT)


def _svg(kind: str, width: float, height: float, parts: Iterator[str] | Sequence[str]) -> str:
    size = f'width="{width:.0f}" height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}"'
    return f'<svg class="{kind}" {size} aria-hidden="true">{"".join(parts)}</svg>'


def _grid(axis: scale.Scale | None, height: float) -> Iterator[str]:
    for tick in axis.ticks(_MOST_TICKS) if axis is not None else ():
        x = _x(tick.at)
        yield f'<path class="grid" d="M{x:.1f} 0V{height:.0f}"/>'


def _ticks(axis: scale.Scale) -> Iterator[str]:
    """Round times, day and hour on two lines, and a mark where a long gap is drawn short."""
    for tick in axis.ticks(_MOST_TICKS):
        x = _x(tick.at)
        place = "start" if tick.at < 0.1 else "end" if tick.at > 0.9 else "middle"
        day, _, hour = tick.words.rpartition(" ") if ":" in tick.words else (tick.words, "", "")
        yield f'<text x="{x:.1f}" y="11" text-anchor="{place}">{day}</text>'
        yield f'<text x="{x:.1f}" y="25" text-anchor="{place}">{hour}</text>' if hour else ""
    for fold in axis.folds:
        yield f'<path class="fold" d="M{_x(fold) - 4:.1f} 29l4 -9m2 9l4 -9"/>'


def _lines(rows: Sequence[Row], xs: Sequence[float], step: float) -> Iterator[str]:
    """An elbow from each source to each copy, then the dots over them."""
    for k, (row, x) in enumerate(zip(rows, xs, strict=True)):
        if row.parent is not None:
            y, source = (k + 0.5) * step, xs[row.parent]
            kind = "" if row.twig.sure else " und"
            kind += " back" if x < source - 0.5 and row.twig.when is not None else ""
            way = f"M{source:.1f} {(row.parent + 0.5) * step:.1f}V{y:.1f}H{x:.1f}"
            yield f'<path class="tie{kind}" d="{way}"/>'
    for k, (row, x) in enumerate(zip(rows, xs, strict=True)):
        size = min(_RADIUS, max(1.1, step * 0.32))
        yield f'<circle class="{_dot(row)}" cx="{x:.1f}" cy="{(k + 0.5) * step:.1f}" r="{size:.1f}"/>'


def _dot(row: Row) -> str:
    if not row.twig.node.seen:
        return "un"
    return "dv" if any("new" in cell.state for cell in row.cells) else "dot"
