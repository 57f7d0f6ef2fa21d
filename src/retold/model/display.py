"""Things as small HTML tables, for whoever looks at them in a notebook.

Every word from an article is escaped; what a table leaves out is counted in its last line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from retold.model.answers import Comparison
    from retold.model.lineage import Collation, Lineage, Story

_ROWS = 50  # of a table
_COLUMNS = 400  # places of a collation
_CELL = 160  # characters of a cell
_HIDING = (
    *range(0x20), *range(0x7F, 0xA0), 0x061C, 0x200E, 0x200F,
    *range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xD800, 0xE000),
)  # fmt: skip
_HIDDEN = dict.fromkeys(_HIDING, "\ufffd")
_HIDDEN |= {0x09: " ", 0x0A: " ", 0x0D: " "}


def table(caption: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """An HTML table with a caption.

    >>> table("two", ["a", "b"], [["<i>", 0.5]])
    '<table><caption>two</caption><tr><th>a</th><th>b</th></tr><tr><td>&lt;i&gt;</td><td>0.5</td></tr></table>'
    """
    given = iter(rows)
    lines = [_line(row, "td") for row in islice(given, _ROWS)]
    left = sum(1 for _ in given)
    more = [f'<tr><td colspan="{len(head)}">… and {left:,} more</td></tr>'] if left else []
    return f"<table><caption>{text(caption)}</caption>{_line(head, 'th')}{''.join([*lines, *more])}</table>"


def _line(cells: Sequence[object], tag: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{text(cell)}</{tag}>' for cell in cells)}</tr>"


def text(value: object) -> str:
    """A value as escaped text: short, on one line, without marks that hide or turn what follows."""
    shown = "" if value is None else f"{value:.4g}" if isinstance(value, float) else str(value)
    cut = shown if len(shown) <= _CELL else f"{shown[: _CELL - 1]}…"
    return escape(cut.translate(_HIDDEN))


def story(one: Story) -> str:
    """A story: its articles by report."""
    rows = ((n, name) for n, report in enumerate(one.families, 1) for name in report)
    counts = f"{len(one.articles)} articles, {len(one.families)} reports, cohesion {one.cohesion:.2f}"
    caption = f"Story {one.id}: {counts}"
    return table(caption, ["report", "article"], rows)


def lineage(one: Lineage) -> str:
    """A lineage: its ties, and the nodes that have none."""
    called = {n.id: n.name or n.id if n.seen else f"{n.name or 'unnamed source'} (unseen)" for n in one.nodes}
    tied = {end for edge in one.derivations for end in (edge.source, edge.copy)}
    rows: list[list[object]] = [
        [
            called.get(e.source, e.source),
            "→" if e.directed else "–",
            called.get(e.copy, e.copy),
            e.support,
            _why(e),
        ]
        for e in one.derivations
    ]
    rows += [["", "", called[n.id], n.support, ""] for n in one.nodes if n.id not in tied]
    low, high = one.origins_range
    caption = f"Lineage: {len(one.nodes)} versions, {len(one.origins)} origins ({low} to {high})"
    return table(caption, ["source", "", "copy", "support", "because"], rows)


def _why(edge: object) -> str:
    evidence = getattr(edge, "evidence", ())
    best = max((one for one in evidence if one.weight > 0), key=lambda one: float(one.weight), default=None)
    return "" if best is None else str(best.words)


def comparison(one: Comparison) -> str:
    """A comparison: the relation, and what differs."""
    names = [a.outlet or a.title or a.id for a in (one.a, one.b)]
    counts = f"derived {one.derived:.2f}, {len(one.passages)} shared passages"
    caption = f"{names[0]} and {names[1]}: {one.relation}; {counts}"
    rows = ([c.kind, c.weight, _side(c.before), _side(c.after), c.support] for c in one.changes)
    return table(caption, ["change", "weight", *names, "support"], rows)


def _side(reading: str | None) -> str:
    return "(cannot be known)" if reading is None else reading


def collation(one: Collation) -> str:
    """A collation: a row a version, a column a place; places where versions differ are marked."""
    columns = one.columns[:_COLUMNS]
    varied = [len(set(column)) > 1 for column in columns]
    lines = []
    for k, sigil in list(enumerate(one.sigils))[:_ROWS]:
        cells = (_place(column[k], differs) for column, differs in zip(columns, varied, strict=True))
        lines.append(f"<tr><th>{text(sigil)}</th>{''.join(cells)}</tr>")
    left = len(one.columns) - len(columns)
    more = f", {left:,} more places not shown" if left else ""
    less = f", {len(one.sigils) - _ROWS} more versions not shown" if len(one.sigils) > _ROWS else ""
    places = f"{len(one.columns):,} places, {sum(varied)} of those shown with variants"
    caption = f"Collation: {len(one.sigils)} versions, {places}{more}{less}"
    return f"<table><caption>{text(caption)}</caption>{''.join(lines)}</table>"


def _place(token: str, differs: bool) -> str:
    return f"<td><strong>{text(token)}</strong></td>" if differs else f"<td>{text(token)}</td>"
