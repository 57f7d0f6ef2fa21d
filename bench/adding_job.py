"""What it costs to add to a trace, beside a fresh run over all.

    python -m bench.adding_job 2000 100            a pile made by bench.big_pile, nothing parsed
    python -m bench.adding_job 2000 100 pile.jsonl the first articles of a pile that is there

Processor time counts this process and its helpers, since only it can be compared on a shared machine.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import retold
from bench import big_pile
from bench.wide_job import measured, told
from retold import adding
from retold.settings import Settings, Statements

QUIET = Settings(statements=Statements(which="none"))


def given(pile: Path | None, count: int) -> list[retold.Article]:
    """The first articles of a pile, or of one that is made."""
    if pile is not None:
        return list(islice(big_pile.read(pile), count))
    rows: Iterator[dict[str, Any]] = big_pile.articles(count, big_pile.Quarry(1))
    return [retold.Article(**row) for row in rows]


def measure(articles: list[retold.Article], more: int, folder: Path) -> None:
    """Trace all but the last, add those, and trace all."""
    place, first = folder / "it.trace", articles[:-more]
    with measured() as taken:
        retold.trace(first, QUIET, place)
    told(f"trace {len(first):,}", len(first), taken)
    with measured() as taken:
        news = adding.add(place, articles[-more:])
    told(f"add {more:,}; {news.told:,} stories followed anew", more, taken)
    with measured() as taken:
        retold.trace(articles, QUIET, folder / "fresh.trace")
    told(f"trace {len(articles):,}", len(articles), taken)


def main() -> None:
    """Print the rows."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("count", type=int)
    parser.add_argument("more", type=int)
    parser.add_argument("pile", type=Path, nargs="?")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure(given(asked.pile, asked.count + asked.more), asked.more, Path(folder))


if __name__ == "__main__":
    main()
