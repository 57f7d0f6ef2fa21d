"""Languages: speech, dates and credits of the packs, strangers in other scripts, the language of a text.

Speech, dates and credits are measured on invented reports (`evaluation/labels/speech`); the second file of a
language was written when the rules had been mended on the first. A quotation is found where a statement of
direct or mixed speech holds half of its characters; its speaker is right where the names are one. Told are
direct and mixed statements whose speaker has a name with a support of at least `SURE`; one whose words are
nobody's quotation is wrong. Statements in other words are labelled from the sixth file on, and judged where
one of them is touched. Files of newswire, with longer sentences, are measured apart.

    python -m evaluation.suites.languages CODE [FILE]        show what goes wrong, and the figures
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

import retold
from evaluation import labels
from evaluation.corpora import marked, scripts
from evaluation.corpora.marked import Mark, Marked
from evaluation.measures import Measure, Part, information, measured
from evaluation.metrics.bootstrap import Counts
from evaluation.metrics.scores import ratio, triple
from retold import language
from retold.model import Article, Credit, DateMention, Statement

NEEDS = ()
SURE = 0.5
_PILES = {"quick": 6, "whole": 12}  # of each script
_CUED = 3  # the mark of a statement in other words may hold who says it besides
_WINDOW, _STEP = 30, 4  # words of a text whose language is asked for
_SIGNS = 60  # of a text without spaces


def measures(part: Part) -> list[Measure]:
    """All figures; units are articles, piles and texts."""
    found: list[Measure] = []
    for code in marked.CODES:
        held = [counted(one) for one in reports(code)]
        found += measured(held, partial(figures, code=code))
        found.append(information(f"{code}: quotations labelled", sum(one["wanted"] for one in held)))
    for code, parts in marked.NEWSWIRE.items():
        held = [counted(one) for file in parts for one in marked.reports(code, file)]
        found += measured(held, partial(figures, code=f"{code}, newswire"))
    return [*found, *of_strangers(_PILES[part]), *of_detection(), *of_unpacked()]


def reports(code: str) -> Iterator[Marked]:
    """The labelled reports of a language, all files but those of newswire."""
    parts = (file.stem.removeprefix(code) for file in sorted(marked.FOLDER.glob(f"{code}*.txt")))
    for part in parts:
        if part not in marked.NEWSWIRE.get(code, ()):
            yield from marked.reports(code, part)


def figures(counts: Counts, code: str) -> dict[str, float]:
    """Shares of one language from the counts of articles."""
    days = triple(
        {"right": counts.get("days", 0), "given": counts.get("dates", 0), "wanted": counts.get("times", 0)}
    )
    named = triple(
        {
            "right": counts.get("credited", 0),
            "given": counts.get("credits", 0),
            "wanted": counts.get("sources", 0),
        }
    )
    return {
        f"{code}: quotations found": ratio(counts, "found", "wanted"),
        f"{code}: quotations with the right speaker": ratio(counts, "right", "spoken"),
        f"{code}: speakers told that are right": ratio(counts, "true", "told"),
        f"{code}: indirect statements found": ratio(counts, "met", "retold"),
        f"{code}: speakers told of indirect statements that are right": ratio(
            counts, "second_true", "second_told"
        ),
        f"{code}: dates value f1": days["f1"],
        f"{code}: credits f1": named["f1"],
    }


# ---- speech, dates, credits ----


def counted(one: Marked) -> Counter[str]:
    """The counts of one report."""
    said = retold.statements(one.article)
    mentions = retold.dates(one.article.text, one.article.published)
    return (
        speech_counts(one, said)
        + date_counts(one, mentions)
        + credit_counts(one, retold.credits(one.article))
    )


def speech_counts(one: Marked, said: Sequence[Statement]) -> Counter[str]:
    """Quotations labelled, found, and given to the right one; speakers told, and those that are right."""
    counts: Counter[str] = Counter()
    for mark in one.speech:
        best = _best(mark, said)
        known = not mark.said.startswith("-")
        right = best is not None and meant(best.speaker_name, mark)
        counts += Counter(
            wanted=1, found=int(best is not None), spoken=int(known), right=int(known and right)
        )
    for mark in one.indirect:
        counts += Counter(retold=1, met=int(_is_met(mark, one, said)))
    for statement in said:
        verdict = judged(one, statement)
        sort = "second_" if statement.kind == "indirect" else ""
        counts += Counter({f"{sort}told": int(verdict is not None), f"{sort}true": int(verdict is True)})
    return +counts


def judged(one: Marked, statement: Statement) -> bool | None:
    """Whether a speaker that is told is right; None where nobody is, or in other words without a label."""
    sure = [p for p in statement.speakers if p.name is not None and p.support >= SURE]
    if not sure:
        return None
    indirect = statement.kind == "indirect"
    marks = [m for m in (one.indirect if indirect else one.speech) if _touched(m, statement)]
    if indirect and not marks:
        return None
    return bool(marks) and all(meant(sure[0].name, m) for m in marks)


def meant(name: str | None, mark: Mark) -> bool:
    """Whether a name is one of those that a mark allows."""
    return name is not None and any(same(name, one) for one in mark.said.split("/") if one != "-")


def same(one: str, other: str) -> bool:
    """Whether two names are one, or one is the other's last part."""
    ours, theirs = (name.replace("’", "'").casefold().split() for name in (one, other))
    shorter, longer = sorted((ours, theirs), key=len)
    return bool(shorter) and longer[-len(shorter) :] == shorter


def _touched(mark: Mark, statement: Statement) -> bool:
    return any(mark.start < s.end and s.start < mark.end for s in statement.content)


def _best(
    mark: Mark, said: Sequence[Statement], kinds: Sequence[str] = ("direct", "mixed"), shares: int = 2
) -> Statement | None:
    """The first statement of these kinds that holds one in `shares` of the characters of a mark."""
    for statement in said:
        pieces = [(max(mark.start, s.start), min(mark.end, s.end)) for s in statement.content]
        shared = sum(max(0, end - start) for start, end in pieces)
        if statement.kind in kinds and shares * shared >= mark.end - mark.start:
            return statement
    return None


def _is_met(mark: Mark, one: Marked, said: Sequence[Statement]) -> bool:
    """Whether a statement in other words is told; as a mixed one where it has a quotation in it."""
    if _best(mark, said, ("indirect", "mixed"), _CUED) is not None:
        return True
    inside = [m for m in one.speech if mark.start <= m.start and m.end <= mark.end]
    return any(_best(m, said, ("mixed", "direct")) is not None for m in inside)


def date_counts(one: Marked, mentions: Sequence[DateMention]) -> Counter[str]:
    """Dates labelled, found, and right in value; references and sets are not labelled and not judged."""
    given = [m for m in mentions if not m.value.endswith("_REF")]
    right = 0
    for mark in one.dates:
        hits = [m for m in given if m.span.start < mark.end and mark.start < m.span.end]
        right += any(m.value == mark.said for m in hits)
    return Counter(days=right, dates=len(given), times=len(one.dates))


def credit_counts(one: Marked, found: Sequence[Credit]) -> Counter[str]:
    """Credits labelled, given, and right in name."""
    wanted = Counter(mark.said for mark in one.credits)
    given = Counter(credit.name for credit in found)
    return Counter(credited=sum((wanted & given).values()), credits=len(found), sources=len(one.credits))


# ---- other scripts, detection ----


def of_strangers(count: int) -> list[Measure]:
    """Piles of sixteen strangers of one script that have no story."""
    units = []
    for code in scripts.CODES:
        for pile in scripts.piles(code, count, seed=1):
            clean = all(len(one.articles) == 1 for one in retold.stories(pile))
            units.append(Counter(piles=1, clean=int(clean)))
    name = "piles of sixteen strangers of one script without a story"
    return measured(units, lambda counts: {name: ratio(counts, "clean", "piles")})


def of_detection() -> list[Measure]:
    """Texts of thirty words whose language is found, in 27 languages; py3langid alone beside it."""
    import py3langid

    units, alone = [], []
    for code, text in labels.rows("detection")[1:]:
        for window in windows(text, code in ("ja", "zh")):
            units.append(Counter(texts=1, right=int(language.of_text(window).code == code)))
            alone.append(py3langid.classify(window)[0] == code)
    name = "language found, texts of thirty words"
    baselines = {name: {"py3langid alone": sum(alone) / max(1, len(alone))}}
    return measured(units, lambda counts: {name: ratio(counts, "right", "texts")}, baselines=baselines)


def of_unpacked() -> list[Measure]:
    """Reports in languages without a pack, and with another speaker: nothing is read that needs a pack."""
    units = []
    for row in labels.records("unpacked"):
        one, other = (
            Article(name, row["text"].replace(row["old"], row[word]), language=None, published="2031-03-04")
            for name, word in (("a", "old"), ("b", "new"))
        )
        told = bool(retold.statements(one)) or bool(retold.dates(one.text, one.published))
        kinds = {change.kind for change in retold.compare(one, other).changes}
        units.append(Counter(texts=1, right=int(not told and "attribution" not in kinds)))
    name = "texts without a pack from which no speech, date or speaker is read"
    return measured(units, lambda counts: {name: ratio(counts, "right", "texts")})


def windows(text: str, solid: bool) -> Iterator[str]:
    """Stretches of thirty words of a text, or of sixty signs where it has no spaces."""
    row = list(text) if solid else text.split()
    size = _SIGNS if solid else _WINDOW
    for low in range(0, max(1, len(row) - size + 1), _STEP):
        yield ("" if solid else " ").join(row[low : low + size])


def _show_errors(code: str, part: str | None) -> None:
    held = list(reports(code) if part is None else marked.reports(code, part))
    for one in held:
        said = retold.statements(one.article)
        for line in (*_speech_errors(one, said), *_date_errors(one), *_credit_errors(one)):
            print(one.article.id, *line, sep=" | ")
    for measure in measured([counted(one) for one in held], partial(figures, code=code)):
        print(measure.name, f"{measure.value:.3f}", measure.interval)


def _speech_errors(one: Marked, said: Sequence[Statement]) -> Iterator[tuple[object, ...]]:
    text = one.article.text
    for mark in one.speech:
        best = _best(mark, said)
        told = None if best is None else best.speaker_name
        if best is None or not (mark.said.startswith("-") or meant(told, mark)):
            yield "SPEECH", mark.said, told, best and best.kind, text[mark.start : mark.end + 60]
    for mark in one.indirect:
        if not _is_met(mark, one, said):
            yield "INDIRECT MISSED", mark.said, text[mark.start : mark.end + 60]
    for statement in said:
        words = statement.content[0].of(text) if statement.content else ""
        if judged(one, statement) is False:
            yield "FALSE", statement.speaker_name, statement.kind, words
        elif statement.kind == "indirect" and not any(_touched(m, statement) for m in one.indirect):
            yield "unlabelled", statement.speaker_name, words


def _date_errors(one: Marked) -> Iterator[tuple[object, ...]]:
    text, mentions = one.article.text, retold.dates(one.article.text, one.article.published)
    for mark in one.dates:
        hits = [m.value for m in mentions if m.span.start < mark.end and mark.start < m.span.end]
        if mark.said not in hits:
            yield "DATE", mark.said, hits, text[mark.start : mark.end]
    for m in mentions:
        if not any(m.span.start < mark.end and mark.start < m.span.end for mark in one.dates):
            yield "NO DATE", m.value, m.span.of(text), text[max(0, m.span.start - 30) : m.span.end + 20]


def _credit_errors(one: Marked) -> Iterator[tuple[object, ...]]:
    found = retold.credits(one.article)
    if sorted(m.said for m in one.credits) != sorted(c.name for c in found):
        yield "CREDITS", [m.said for m in one.credits], [(c.name, c.span.of(one.article.text)) for c in found]


if __name__ == "__main__":
    _show_errors(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None)
