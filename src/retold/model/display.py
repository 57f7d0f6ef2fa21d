"""Things as small HTML tables, for whoever looks at them in a notebook.

Every word from an article is escaped; what a table leaves out is counted in its last line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import islice

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


def collation(sigils: Sequence[str], columns: Sequence[Sequence[str]]) -> str:
    """A collation: a row a version, a column a place; places where versions differ are marked."""
    shown = columns[:_COLUMNS]
    varied = [len(set(column)) > 1 for column in shown]
    lines = []
    for k, sigil in list(enumerate(sigils))[:_ROWS]:
        cells = (_place(column[k], differs) for column, differs in zip(shown, varied, strict=True))
        lines.append(f"<tr><th>{text(sigil)}</th>{''.join(cells)}</tr>")
    left = len(columns) - len(shown)
    more = f", {left:,} more places not shown" if left else ""
    less = f", {len(sigils) - _ROWS} more versions not shown" if len(sigils) > _ROWS else ""
    places = f"{len(columns):,} places, {sum(varied)} of those shown with variants"
    caption = f"Collation: {len(sigils)} versions, {places}{more}{less}"
    return f"<table><caption>{text(caption)}</caption>{''.join(lines)}</table>"


def _place(token: str, differs: bool) -> str:
    return f"<td><strong>{text(token)}</strong></td>" if differs else f"<td>{text(token)}</td>"
