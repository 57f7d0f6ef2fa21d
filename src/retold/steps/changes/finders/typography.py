"""Equal words printed otherwise: quote marks, points, capitals, punctuation between words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import numpy as np

from retold import parameters
from retold.messages import N_
from retold.model import Span
from retold.steps.changes.candidates import DASHES, QUOTES, Candidate, candidate_of
from retold.steps.changes.material import Material
from retold.steps.changes.pair import Pair, Side, Unit
from retold.steps.changes.rest import Rest

_P = parameters.of("changes", "typography")
_MOST = _P.integer("most")
_SPACE = re.compile(r"\s+")
_MARKS = frozenset("“”„‟«»″＂‘’\"'")


def changed_print(material: Material, rest: Rest, _: Unit) -> Iterator[Candidate]:
    """What differs in print within runs of equal words, one candidate a place."""
    pair = material.pair
    for run in pair.runs:
        old, new = pair.old.text(run.old), pair.new.text(run.new)
        if old != new and (len(old) != len(new) or _SPACE.sub(" ", old) != _SPACE.sub(" ", new)):
            yield from _words(rest, run)
            yield from _gaps(pair, run)
        yield from _edges(pair, run)


def _words(rest: Rest, run: Unit) -> Iterator[Candidate]:
    pair = rest.pair
    for k, j in zip(run.old, run.new, strict=True):
        before, after = pair.old.words[k], pair.new.words[j]
        if before == after or rest.taken_old[k] or rest.taken_new[j]:
            continue
        if before.lower() == after.lower() and (pair.old.opens[k] or pair.new.opens[j]):
            continue  # a capital that only the place in the sentence asks for
        words = range(k, k + 1), range(j, j + 1)
        yield candidate_of(pair, "style", *words, detail=_habit(before, after))


def _gaps(pair: Pair, run: Unit) -> Iterator[Candidate]:
    """What stands between two words that follow each other in both."""
    for k, j in zip(range(run.old_low, run.old_high - 1), range(run.new_low, run.new_high - 1), strict=True):
        raw_old, raw_new = pair.old.between(k), pair.new.between(j)
        if raw_old == raw_new:
            continue
        old, new = (_SPACE.sub(" ", gap).strip() for gap in (raw_old, raw_new))
        if old == new or _quoted_anew(pair, k, j):
            continue
        spans = (
            _span(pair.old.witness.id, pair.old.witness.words.ends[k], raw_old),
            _span(pair.new.witness.id, pair.new.witness.words.ends[j], raw_new),
        )
        yield Candidate("style", *spans, old, new, _habit(old, new))


def _edges(pair: Pair, run: Unit) -> Iterator[Candidate]:
    """Quote marks that touch the first and the last word of a run; what lies beyond belongs to a unit."""
    if not len(run.old):
        return
    for behind in (False, True):
        old = _mark(pair.old, run.old[-1] if behind else run.old[0], behind)
        new = _mark(pair.new, run.new[-1] if behind else run.new[0], behind)
        if old is None or new is None:
            continue
        before, after = old.of(pair.old.witness.text), new.of(pair.new.witness.text)
        if before != after and before.translate(QUOTES) == after.translate(QUOTES):
            yield Candidate("style", (old,), (new,), before, after, N_("quote marks"))


def _mark(here: Side, word: int, behind: bool) -> Span | None:
    """The quote mark that touches a word, a stop or comma between them allowed."""
    text, words = here.witness.text, here.witness.words
    place = int(words.ends[word]) if behind else int(words.starts[word]) - 1
    if behind and text[place : place + 1] in (",", ".", "?", "!"):
        place += 1
    if 0 <= place < len(text) and text[place] in _MARKS:
        return Span(here.witness.id, place, place + 1)
    return None


def _quoted_anew(pair: Pair, k: int, j: int) -> bool:
    """Whether quotation marks that stand here make a quotation: told elsewhere."""
    old = np.sign(pair.old.quote[k : k + 2])
    new = np.sign(pair.new.quote[j : j + 2])
    return bool((old != new).any())


def _span(article: str, start: int, gap: str) -> tuple[Span, ...]:
    body = gap.strip()
    first = int(start) + gap.find(body) if body else int(start)
    return (Span(article, first, first + len(body)),) if body else ()


def _habit(before: str, after: str) -> str:
    """The habit by which two prints of the same words differ."""
    if before.translate(QUOTES) == after.translate(QUOTES) or _only_quotes(before, after):
        return N_("quote marks")
    if before.translate(DASHES) == after.translate(DASHES):
        return N_("dashes")
    if before.casefold() == after.casefold():
        return N_("capitals")
    if "." in before + after and any(c.isalpha() for c in before):
        return N_("abbreviation")
    return N_("spelling") if any(c.isalpha() for c in before) else N_("punctuation")


def _only_quotes(before: str, after: str) -> bool:
    """Whether the same marks stand in another order or kind: a comma in or out of the quotation."""
    marks = [sorted(text.translate(QUOTES).replace("'", '"').replace(" ", "")) for text in (before, after)]
    return marks[0] == marks[1] and '"' in marks[0]


def grouped_by_habit(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Many equal changes of style as one, with all their places; others as they are."""
    groups: dict[tuple[str | None, str], list[Candidate]] = {}
    for candidate in candidates:
        if candidate.kind != "style":
            yield candidate
            continue
        groups.setdefault((candidate.detail, _key(candidate)), []).append(candidate)
    for group in groups.values():
        first = group[0]
        old = tuple(span for f in group[:_MOST] for span in f.old)
        new = tuple(span for f in group[:_MOST] for span in f.new)
        yield Candidate("style", old, new, first.before, first.after, first.detail)


def _key(candidate: Candidate) -> str:
    """Equal for changes of one habit: all quote marks together, other words by what they read."""
    if candidate.detail in ("quote marks", "dashes"):
        return ""
    return f"{(candidate.before or '').casefold()}\n{(candidate.after or '').casefold()}"
