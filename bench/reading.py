"""Speed of reading, beside a peer: pages beside trafilatura alone, tables, and many small files.

    python -m bench.reading pages            layouts of sites, filled up to the size of real pages
    python -m bench.reading tables 6000      so many articles as JSON lines and as Parquet
    python -m bench.reading files 100000     so many small files: when the first article is there, and memory

Processor time is given, because only it can be compared on a machine that others use. The peer is what
everybody uses for the text of a page; retold takes it for the same, and reads who, what and when besides, and
witnesses what it drops.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from bench.wide_job import measured
from evaluation.generator import web_pages
from retold import readers
from retold.model import Article
from retold.settings import Clean

_CARDS, _MENU, _KEYS = (
    60,
    80,
    3000,
)  # what fills a page: cards of other reports, links of the menu, values in a script
_WORDS = [
    "the",
    "harbour",
    "master",
    "said",
    "that",
    "a",
    "crossing",
    "had",
    "taken",
    "twice",
    "as",
    "long",
    "because",
    "of",
    "storm",
    "and",
    "council",
    "will",
    "answer",
    "letter",
    "on",
    "Monday",
    "evening",
    "when",
    "tide",
    "turned",
]


def filled(page: str) -> str:
    """A page of a layout with as much around its report as pages of sites have."""
    card = (
        "<div class='card c{0}'><a href='/x{0}'><img src='i{0}.jpg' alt='picture {0}'>"
        "<h3 class='card__headline'>Gull takes roll number {0}</h3></a>"
        "<p class='card__dek'>What the baker said about it on day {0}, and who paid.</p>"
        "<span class='byline'>By Odd Petersen</span><time datetime='2019-01-01T08:00:00Z'>Jan 1</time></div>"
    )
    cards = "".join(card.format(number) for number in range(_CARDS))
    menu = "".join(f"<li class='nav__item'><a href='/s{n}'>Section {n}</a></li>" for n in range(_MENU))
    script = "<script>var x={" + ",".join(f"'k{n}':'v{n}'" for n in range(_KEYS)) + "}</script>"
    body = page.replace("<body", f"{script}<body", 1)
    return body.replace(
        "</body>", f"<section class='more'>{cards}</section><nav><ul>{menu}</ul></nav></body>"
    )


def pages() -> None:
    """Pages per second of the processor, and their share of what the peer takes alone."""
    import trafilatura

    from retold.readers.formats import html_page

    made = [filled(page.html) for layout in web_pages.layouts() for page in [next(web_pages.pages(layout))]]
    html_page.read(made[0])

    def alone(page: str) -> object:
        return trafilatura.extract(page, favor_recall=True, include_comments=False)

    def with_its_own(page: str) -> object:
        return trafilatura.bare_extraction(
            page, favor_recall=True, include_comments=False, with_metadata=True
        )

    ways: dict[str, Callable[[str], object]] = {
        "retold": html_page.read,
        "trafilatura, text alone": alone,
        "trafilatura, with its metadata": with_its_own,
    }  # fmt: skip
    base = 0.0
    for name, read in ways.items():
        with measured() as taken:
            for page in made:
                read(page)
        base = base or taken.processor
        rate = len(made) / taken.processor
        print(f"{name:32} {rate:7.1f} pages/s   time beside retold's {taken.processor / base:5.2f}")


def tables(count: int) -> None:
    """Articles per second of the processor, as JSON lines and as Parquet."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = list(_rows(count))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        pq.write_table(pa.Table.from_pylist(rows), folder / "b.parquet")
        for file in sorted(folder.iterdir()):
            with measured() as taken:
                read = sum(isinstance(one, Article) for one in readers.read([file], Clean()))
            print(f"{file.suffix:10} {read / taken.processor:7.0f} articles/s, {read:,} read")


def _rows(count: int) -> Iterator[dict[str, object]]:
    random = Random(1)
    for number in range(count):
        sentences = [" ".join(random.choices(_WORDS, k=14)).capitalize() + "." for _ in range(27)]
        text = "\n\n".join(" ".join(sentences[at : at + 3]) for at in range(0, 27, 3))
        yield {
            "id": f"a{number}", "title": f"Ferry late again {number}", "text": text, "outlet": "Quenby Echo",
            "date": "2019-03-04T09:30:00Z", "url": f"https://q.example/{number}", "authors": ["Ida Corrie"],
        }  # fmt: skip


def files(count: int) -> None:
    """Seconds to the first article of many small files, and the memory of the process on the way."""
    with tempfile.TemporaryDirectory() as name:
        for number in range(count):
            folder = Path(name) / f"{number // 1000:04}"
            folder.mkdir(exist_ok=True)
            text = f"Ferry {number}\n\nThe ferry number {number} to Gull Rock ran late, the office said.\n"
            (folder / f"{number % 1000:03}.txt").write_text(text, encoding="utf-8")
        begin, marks = time.perf_counter(), {1, count // 10, count // 2, count}
        for number, _ in enumerate(readers.read([name], Clean()), 1):
            if number in marks:
                print(f"{number:7,} read after {time.perf_counter() - begin:6.1f} s, {_resident():4.0f} MB")


def _resident() -> float:
    """Megabytes of this process that lie in memory now."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * 4096 / 1e6


def main() -> None:
    """Run one measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("measure", choices=["pages", "tables", "files"])
    parser.add_argument("count", type=int, nargs="?", default=6000)
    given = parser.parse_args()
    if given.measure == "pages":
        pages()
    else:
        {"tables": tables, "files": files}[given.measure](given.count)


if __name__ == "__main__":
    main()
