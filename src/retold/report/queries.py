"""Answers of a stored trace on the terminal: who carries some words, what to keep, a table of SQL."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from retold.messages import N_, _, many
from retold.moments import moment
from retold.views import copies, finding, index, safe

_QUIET = "dim"
_WORDS = 100  # cells of the words that are shown
_NARROW = (N_("keep"), N_("published"), N_("share"), "¶", N_("label"), N_("changes"))
_HEAD = ("keep", N_("article"), "published", "share", N_("nearest"), "¶", "label", "changes")
_MOST = 1_000  # rows of a table that are shown


def show_found(found: Sequence[finding.Find], console: Console) -> None:
    """Print who carries the words, by mouth, then by time."""
    console.print(Text(finding.sentence(found)))
    if not found:
        return
    table = _table(_("outlet"), _("published"), _("in whose mouth"), _("words"), _("origin"))
    for one in found:
        mouth = Text(safe.short(one.speaker, 30)) if one.speaker else Text(_unspoken(one), _QUIET)
        words = Text(safe.short(one.words, _WORDS), "" if one.how == "word for word" else "yellow")
        table.add_row(
            safe_text(one.name),
            safe_text(one.published),
            mouth,
            words,
            safe_text(", ".join(one.origin_names)),
        )
    console.print(table)


def _unspoken(one: finding.Find) -> str:
    return _("unsure") if one.statement else _("nobody's: the outlet's own words")


def show_copies(found: Sequence[copies.CopyRow], console: Console) -> None:
    """Print what to keep, and a row for each article."""
    kept = sum(one.keep for one in found)
    labels = Counter(one.label for one in found)
    counts = " · ".join(
        f"{labels[label]} {_(label)}" for label in ("identical", "near", "partial", "own") if labels[label]
    )
    words = many(
        len(found),
        "{count:,} article: keep {kept}, leave out {left}.",
        "{count:,} articles: keep {kept}, leave out {left}.",
        kept=kept,
        left=len(found) - kept,
    )
    console.print(Text(f"{words} {counts}"))
    table = _table(*map(_, _HEAD), narrow=map(_, _NARROW))
    published = _days_of_common_outlets(found)
    for one in found:
        table.add_row(*_copy_row(one, published))
    console.print(table)


def _days_of_common_outlets(found: Sequence[copies.CopyRow]) -> dict[str, str]:
    """By id when an article was published, of outlets that have several; the id where that is not known."""
    common = Counter(one.outlet for one in found if one.outlet)
    return {
        one.article: index.brief(moment(one.published)) or one.article
        for one in found
        if common[one.outlet or ""] > 1
    }


def _copy_row(one: copies.CopyRow, days: Mapping[str, str]) -> tuple[Text, ...]:
    nearest = " ".join(filter(None, (one.nearest_outlet or one.nearest, days.get(one.nearest or ""))))
    paragraphs = f"{one.paragraphs_kept}/{one.paragraphs_kept + one.paragraphs_cut}" if one.nearest else ""
    share = f"{int(100 * one.share)} %" if one.nearest else ""
    published = index.brief(moment(one.published))
    keep, substance = _("yes") if one.keep else _("no"), str(one.substance) if one.substance else ""
    cells = (keep, one.outlet or one.article, published, share, nearest, paragraphs, _(one.label), substance)
    return tuple(safe_text(cell) for cell in cells)


def show_table(columns: Sequence[str], rows: Iterable[Sequence[Any]], console: Console) -> None:
    """Print the answer to a query; a number of rows beyond what is shown is told."""
    table = _table(*columns)
    rows = iter(rows)
    for row in islice(rows, _MOST):
        table.add_row(*(safe_text("" if cell is None else str(cell)) for cell in row))
    console.print(table)
    left = sum(1 for row in rows)
    if left:
        words = many(
            left, "… and {count:,} row more; --json gives all", "… and {count:,} rows more; --json gives all"
        )
        console.print(Text(words, _QUIET))


def _table(*columns: str, narrow: Iterable[str] = _NARROW) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style=_QUIET, show_edge=False)
    unbroken = set(narrow)
    for name in columns:
        table.add_column(Text(safe.text(name)), overflow="fold", no_wrap=name in unbroken)
    return table


def safe_text(words: str) -> Text:
    """Words from an article as one short cell."""
    return Text(safe.short(words, _WORDS))
