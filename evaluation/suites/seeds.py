"""The first real case: what must come out of the two seeds, as checks with names.

Two reports of the same telephone calls. Each check holds a few words by which a
place is found, never a sentence. A figure is 1 where a check holds and 0 where not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import retold
from evaluation.corpora.paths import SHARED
from evaluation.measures import Measure, Part
from retold.model import Article, Change, Span, Statement

NEEDS = ("seeds",)
FOLDER = SHARED / "seeds"
PUBLISHED = "2021-05-24"  # a Monday after the Saturday of the calls

# words in the quotation: speaker, addressee and cue in the first text and in the second
UTTERANCES = {
    "ready to provide": (("Salami", "Haniyeh", "saying"), ("Salami", "Haniyeh", "saying")),
    "heroic epic": (("Haniyeh", "Salami", "said"), ("Salami", "Haniyeh", "said")),
    "balance of power": (("Haniyeh", "Salami", "said"), ("Salami", "Haniyeh", "added")),
    "deeply appreciated": (("Haniyeh", "Salami", "appreciated"), ("Haniyeh", "Salami", "appreciated")),
    "never leave": (("Salami", "Nakhalah", "stressed"), ("Salami", "Nakhalah", "stressed")),
    "You were with us": (("Nakhalah", "Salami", "said"), ("Nakhalah", "Salami", "said")),
    "unprecedented alliance": (("Nakhalah", "Salami", "noted"), ("Nakhalah", "Salami", "noted")),
    "cohesive and coordinated": (("Nakhalah", "Salami", "added"), ("Nakhalah", "Salami", "added")),
}
FURNITURE = ("Back to top", "SA/PA", "licensed under", "embarrassing")


class Case:
    """The two seeds, traced, with questions that a check may ask."""

    def __init__(self) -> None:
        articles = [replace(a, published=PUBLISHED) for a in retold.read(FOLDER)]
        self.trace: retold.Trace = retold.trace(articles)
        self.second = next(a for a in self.trace.articles if "According to Press TV" in a.text)
        self.first = next(a for a in self.trace.articles if a.id != self.second.id)
        self.text = {a.id: a.text for a in self.trace.articles}

    def words(self, spans: tuple[Span, ...]) -> str:
        """What the spans cover, joined."""
        return " ".join(span.of(self.text[str(span.article)]) for span in spans)

    def changes(self, kind: str, words: str) -> Iterator[Change]:
        """Changes of a kind that have these words on either side."""
        for change in self.trace.changes:
            sides = self.words(change.source_spans) + " | " + self.words(change.copy_spans)
            if change.kind == kind and words in sides:
                yield change

    def has(self, *kinds: str, words: str) -> bool:
        """Whether any change of these kinds has the words."""
        return any(True for kind in kinds for _ in self.changes(kind, words))

    def statement(self, article: Article, words: str) -> Statement | None:
        """The statement of an article with these words in its content, or around its cue."""
        place = article.text.index(words)
        there = Span(article.id, place, place + len(words))
        for one in self.trace.statements:
            spans = one.content or ((one.cue,) if one.cue is not None else ())
            if any(span.meets(there) for span in spans):
                return one
        return None


def utterance(case: Case, words: str, side: int, part: int) -> bool:
    """Whether speaker (0), addressee (1) or cue (2) of an utterance is right in a text."""
    article = (case.first, case.second)[side]
    found = case.statement(article, words)
    if found is None:
        return False
    cue = found.cue.of(article.text) if found.cue is not None else ""
    given = (found.speaker_name or "", found.addressee_name or "", cue)[part]
    return UTTERANCES[words][side][part] in given


def _speakers_changed(case: Case, words: str) -> bool:
    for change in case.changes("attribution", words):
        names = {change.before or "", change.after or ""}
        if any("Haniyeh" in n for n in names) and any("Salami" in n for n in names):
            return True
    return False


def _one_unseen(case: Case) -> bool:
    (lineage,) = case.trace.lineages.values()
    unseen = [n for n in lineage.nodes if not n.seen]
    copies = {e.copy for e in lineage.derivations if unseen and e.source == unseen[0].id}
    return (
        [n.name for n in unseen] == ["Press TV"]
        and copies == set(case.text)
        and len(lineage.derivations) == 2
    )


def _one_origin(case: Case) -> bool:
    (lineage,) = case.trace.lineages.values()
    shared = [c for c in case.trace.claims if len({s.article for s in c.carriers}) == 2]
    return len(lineage.origins) == 1 and bool(shared) and all(c.origins == lineage.origins for c in shared)


def _slip(case: Case, words: str, shared: bool) -> bool:
    return any((c.detail == "shared") == shared for c in case.changes("slip", words))


def _days(case: Case) -> bool:
    """Every statement of the calls is of the Saturday night before."""
    places = [case.statement(a, words) for a in (case.first, case.second) for words in UTTERANCES]
    return all(s is not None and (s.when or "").startswith("2021-05-22") for s in places)


def _pronouns(case: Case) -> bool:
    """The slip, the role noun and the pronoun are resolved to persons."""
    return all(
        utterance(case, words, side, 0)
        for words, side in (("never leave", 0), ("balance of power", 1), ("heroic epic", 0), ("cohesive", 0))
        if words in UTTERANCES
    )


CHECKS: dict[str, Callable[[Case], bool]] = {
    "one story": lambda c: len(c.trace.stories) == 1,
    "one family of two": lambda c: [len(f) for f in c.trace.stories[0].families] == [2],
    "one unseen source, Press TV, both its copies": _one_unseen,
    "heroic epic changed mouths": lambda c: _speakers_changed(c, "heroic epic"),
    "balance of power changed mouths": lambda c: _speakers_changed(c, "balance of power"),
    "no other quotation changed mouths": lambda c: (
        sum(x.kind == "attribution" and x.detail == "speaker" for x in c.trace.changes) == 2
    ),
    "martyr is loaded": lambda c: c.has("loaded", words="martyr"),
    "achieve and": lambda c: c.has("cut", "added", words="achieve"),
    "early": lambda c: c.has("cut", "added", words="early"),
    "the credit": lambda c: c.has("credit", words="Press TV"),
    "the new lede": lambda c: c.has("lede", words="congratulated"),
    "the moved sentence": lambda c: c.has("moved", words="appreciated"),
    "a slip both share": lambda c: _slip(c, "Salmai", shared=True),
    "a slip of one": lambda c: _slip(c, "Corp", shared=False),
    "US and U.S. are style": lambda c: c.has("style", words="U.S."),
    "quote marks are style": lambda c: any(
        x.kind == "style" and "’" in c.words(x.source_spans + x.copy_spans) for x in c.trace.changes
    ),
    "furniture outside the text": lambda c: not any(f in t for f in FURNITURE for t in c.text.values()),
    "the day": _days,
    "he, the top general, the slip": _pronouns,
    "one origin": _one_origin,
}


def _both(words: str, part: int) -> Callable[[Case], bool]:
    return lambda case: all(utterance(case, words, side, part) for side in (0, 1))


for _words in UTTERANCES:
    for _part, _what in enumerate(("speaker", "addressee", "cue")):
        CHECKS[f"{_what} of '{_words}'"] = _both(_words, _part)


def measures(part: Part) -> list[Measure]:  # noqa: ARG001  two short texts are quick
    """1 for each check that holds, and the share of all that do."""
    case = Case()
    held = {name: float(check(case)) for name, check in CHECKS.items()}
    return [Measure("all checks", sum(held.values()) / len(held)), *(Measure(*one) for one in held.items())]
