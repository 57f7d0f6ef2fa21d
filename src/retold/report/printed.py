"""Lines and tables of the terminal: everything is printed as `rich.text.Text`, so that no markup is read."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from retold.messages import many

HEAD = "bold"
QUIET = "dim"


def heading(console: Console, words: str) -> None:
    """A line of space and a heading."""
    console.print()
    say(console, words, HEAD)


def more(count: int, console: Console) -> None:
    """How many more there are, if any."""
    if count > 0:
        say(console, many(count, "  … and {count} more", "  … and {count} more"), QUIET)


def say(console: Console, words: str, style: str = "") -> None:
    """One line of prose, wrapped with its indent kept."""
    if words:
        indent = len(words) - len(words.lstrip())
        console.print(Padding(Text(words.strip(), style), (0, 0, 0, indent), expand=False))


def grid(*padding: int) -> Table:
    """A table without lines: a column for each padding, then one more that takes what is left."""
    table = Table.grid(padding=(0, 2, 0, 0))
    for _ in padding:
        table.add_column(no_wrap=False)
    table.add_column(ratio=1)
    return table
