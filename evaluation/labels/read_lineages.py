"""Families and ties of lineages that were read by hand in both articles (`read_lineages.tsv`).

    python -m evaluation.labels.read_lineages           what was read, by kind and sample
    python -m evaluation.labels.read_lineages errors    why what is wrong is wrong, the most frequent first
    python -m evaluation.labels.read_lineages piles     the piles that were traced, and how large each is

A verdict counts where both passes give it, or the only one. The share is of what is right or wrong, with an
interval of 95 % by Wilson. `stated` is the mean support of what was read, where it has one.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import retold
from evaluation import labels
from evaluation.corpora import meter, pairs
from evaluation.corpora.paths import SHARED
from retold.model import Article

KINDS = ("across", "house", "crime", "arrow", "tie", "splice", "house splice", "unseen", "name", "named")
SEED = 20261130
_MONTHS = 40
_LEAST = 50  # articles of a month
_NAMED = 12  # of them that a label named before, at most
_DAY = re.compile(r"20\d\d-\d\d-\d\d")
_CRIME = (
    r"\bpolice\b",
    r"\bcharged\b",
    r"\barrest",
    r"\bsuspect",
    r"\bsheriff",
    r"\bdetective",
    r"\bmurder|\bjailed\b|\bshooting\b|\bstabb",
)
_SHORT, _WORDS = 3500, 3  # characters of an item of crime, and how many of these words it has
_Z = 1.96
Row = Mapping[str, str]


def verdict(row: Row) -> str:
    """What both passes say, or the only one; 'cannot tell' where they differ."""
    return row["verdict"] if row["second"] in ("", row["verdict"]) else "cannot tell"


def wilson(right: int, told: int) -> tuple[float, float]:
    """The interval of 95 % of a share.

    >>> tuple(round(bound, 3) for bound in wilson(57, 59))
    (0.885, 0.991)
    """
    share, square = right / told, _Z * _Z / told
    middle, half = share + square / 2, _Z * (share * (1 - share) / told + square / 4 / told) ** 0.5
    return (middle - half) / (1 + square), (middle + half) / (1 + square)


def table() -> Iterator[str]:
    """A line for each kind and sample: how many are right, of how many, and how sure the program was."""
    rows = labels.records("read_lineages")
    for kind in KINDS:
        of_kind = [row for row in rows if row["kind"] == kind]
        for sample in (*sorted({row["sample"] for row in of_kind}), "all"):
            yield _line(kind, sample, [row for row in of_kind if sample in (row["sample"], "all")])


def _line(kind: str, sample: str, rows: Sequence[Row]) -> str:
    counts = Counter(map(verdict, rows))
    right, told = counts["right"], counts["right"] + counts["wrong"]
    low, high = wilson(right, told)
    stated = [float(row["support"]) for row in rows if row["support"] and verdict(row) != "cannot tell"]
    sure = f", stated {sum(stated) / len(stated):.2f}" if stated else ""
    unsure = f", {counts['cannot tell']} cannot tell" if counts["cannot tell"] else ""
    share = f"{right / told:.3f} [{low:.3f}, {high:.3f}]"
    return f"{kind:12} {sample:6} {right:3} of {told:3} right: {share}{sure}{unsure}"


def errors() -> Iterator[str]:
    """Why what is wrong is wrong, by kind."""
    wrong = [row for row in labels.records("read_lineages") if verdict(row) == "wrong"]
    for (kind, why), number in Counter((row["kind"], row["why"]) for row in wrong).most_common():
        yield f"{number:3} {kind:12} {why}"


def piles() -> Iterator[tuple[str, list[Article]]]:
    """The piles that were traced, with a name: months of two corpora, and short items of crime of three."""
    press, feeds = (_dated(name) for name in ("pile_allsides", "versions_whenitson"))
    known = _known(one.id for one in press)
    months = _by_month(press)
    usable = sorted(
        month
        for month, held in months.items()
        if month not in pairs.MONTHS
        and len(held) >= _LEAST
        and sum(one.id in known for one in held) <= _NAMED
    )
    for month in sorted(random.Random(SEED).sample(usable, _MONTHS)):
        yield f"press {month}", months[month]
    for month, held in sorted(_by_month(feeds).items()):
        yield f"feeds {month}", held
    yield "crime", [one for one in (*press, *feeds) if is_crime(one.text)]
    courts = (Article(one.id, one.text, one.outlet, published=str(one.day)) for one in meter.rows())
    yield "meter", [one for one in courts if is_crime(one.text)]


def is_crime(text: str) -> bool:
    """Whether a short article has enough of the words of crime news.

    >>> is_crime("Police said the suspect was arrested."), is_crime("Police said the road was closed.")
    (True, False)
    """
    small = text.lower()
    return len(text) < _SHORT and sum(bool(re.search(word, small)) for word in _CRIME) >= _WORDS


def _dated(name: str) -> list[Article]:
    read = retold.read(SHARED / name / "articles.jsonl.gz")
    days = ((one, str(one.published or "")[:10]) for one in read)
    return [replace(one, published=day) for one, day in days if _DAY.fullmatch(day)]


def _by_month(articles: Sequence[Article]) -> dict[str, list[Article]]:
    found: dict[str, list[Article]] = defaultdict(list)
    for one in articles:
        found[str(one.published)[:7]].append(one)
    return found


def _known(ids: Iterator[str]) -> set[str]:
    """The articles that a label other than those read here names."""
    files = [path for path in labels.LABELS.glob("*.[tj]s*") if path.stem != "read_lineages"]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    words = set(re.findall(r"[\w/.-]+", text))
    return {one for one in ids if one in words}


def main(asked: Sequence[str]) -> None:
    """Print what was asked for."""
    if "piles" in asked:
        print(*(f"{name}\t{len(held)}" for name, held in piles()), sep="\n")
    else:
        print(*(errors() if "errors" in asked else table()), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
