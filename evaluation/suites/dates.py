"""How well dates are found and read: TempEval-3 and the news articles of GUM.

TempEval-3 (UzZaman and others 2013): a find is right if it overlaps a gold one (relaxed); its value is
right if the TIMEX3 values are equal. Precision over all finds, recall over all gold ones, F1. The date
of publication is given. GUM: of the gold dates whose words give no year, the share found with the same
first and last day.

    python -m evaluation.suites.dates        show what goes wrong, by offsets
"""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence

import retold
from evaluation.corpora import dated
from evaluation.corpora.dated import DatedPage, GoldDate
from evaluation.measures import Measure, Part, Units, information, measured
from evaluation.metrics.bootstrap import Counts
from evaluation.metrics.scores import ratio, triple
from retold.model import DateMention

NEEDS = ("tempeval3", "gum_news")
_YEAR = re.compile(r"[12]\d{3}")


def measures(part: Part) -> list[Measure]:
    """All figures; units are articles."""
    began = time.perf_counter()
    held = units(part)
    spent = (time.perf_counter() - began) / max(1, len(held.counts)) * 1000
    gum = [yearless_counts(page, retold.dates(page.text, page.published)) for page in dated.gum()]
    return [
        *measured(held.counts, held.figures),
        *measured(gum, lambda counts: {"dates without a year": ratio(counts, "right", "all")}),
        information("milliseconds an article", spent, "milliseconds"),
    ]


def units(part: Part) -> Units:  # noqa: ARG001  one size only
    """The articles of TempEval-3."""
    pages = list(dated.tempeval())
    counts = [tempeval_counts(page, retold.dates(page.text, page.published)) for page in pages]
    return Units(counts, figures, [page.name for page in pages])


def tempeval_counts(page: DatedPage, mentions: Sequence[DateMention]) -> Counter[str]:
    """What is found, wanted, right in place and right in value, of one article."""
    both = [(gold, mention) for gold, mention in pairs(page, mentions) if gold and mention]
    values = sum(gold.value == mention.value for gold, mention in both)
    return Counter(right=len(both), value=values, given=len(mentions), wanted=len(page.gold))


def figures(counts: Counts) -> dict[str, float]:
    """Relaxed precision, recall and F1, and F1 of values."""
    relaxed = triple(counts)
    values = triple({**counts, "right": counts.get("value", 0)})
    return {"precision": relaxed["precision"], "recall": relaxed["recall"]} | {
        "relaxed f1": relaxed["f1"],
        "value f1": values["f1"],
    }


def yearless_counts(page: DatedPage, mentions: Sequence[DateMention]) -> Counter[str]:
    """Gold dates without a year in their words, and those found with the same first and last day."""
    counts: Counter[str] = Counter()
    for gold, mention in pairs(page, mentions):
        if gold is None or len(gold.value) < 12 or _YEAR.search(page.text[gold.start : gold.end]):
            continue
        days = None if mention is None else dated.first_and_last(mention.value)
        counts += Counter({"all": 1, "right": int("/".join(days or ("", "")) == gold.value)})
    return counts


def pairs(
    page: DatedPage, mentions: Sequence[DateMention]
) -> Iterator[tuple[GoldDate | None, DateMention | None]]:
    """Each gold date with the find that overlaps it, one to one; what is without a partner has None."""
    free = list(mentions)
    for gold in page.gold:
        hits = [m for m in free if m.span.start < gold.end and gold.start < m.span.end]
        best = max(hits, key=lambda m: (m.value == gold.value, len(m.span)), default=None)
        if best is not None:
            free.remove(best)
        yield gold, best
    for mention in free:
        yield None, mention


def _show_errors() -> None:
    for page in [*dated.tempeval(), *dated.gum()]:
        for gold, mention in pairs(page, retold.dates(page.text, page.published)):
            at = gold if gold is not None else mention.span if mention is not None else None
            if at is None or (gold and mention and gold.value == mention.value):
                continue
            around = page.text[max(0, at.start - 60) : at.end + 30].replace("\n", " ")
            shown = (gold.value if gold else "—", mention.value if mention else "—")
            print(*shown, page.published, page.text[at.start : at.end], around, sep=" | ")


if __name__ == "__main__":
    _show_errors()
