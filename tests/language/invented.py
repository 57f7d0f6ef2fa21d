"""A language of a hundred invented words: its lists lie in `xq/`, its rules and its parser here.

    Za kaptor Tam Orbin gorna kre za porta tas klosa.
    The captain Tam Orbin said that the port was closed.

A sentence tells its subject first, except behind a quotation, where the verb of saying leads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from retold.language import Language, Rules
from retold.language.parsing import Parse

CODE = "xq"
FOLDER = Path(__file__).parent / CODE
LABELS = {
    "TOP": "ROOT", "SUBJ": "nsubj", "CLAUSE": "ccomp", "MARK": "mark", "DET": "det", "PART": "compound",
    "PREP": "prep", "UNDER": "pobj", "REST": "dep",
}  # fmt: skip
_TOKEN = re.compile(r"\w+|[^\w\s]")
_TAGS = {
    **dict.fromkeys(("za", "nir"), "DT"),
    **dict.fromkeys(("ul", "ot", "mu", "lo", "ved", "kre"), "IN"),
    **dict.fromkeys(("fen", "fena", "vey"), "PRP"),
    **dict.fromkeys(("gorna", "tilva", "brema", "tas", "fal", "nela"), "VBD"),
}
_SAYING = ("gorna", "tilva", "brema")


def inflected(base: str) -> tuple[str, ...]:
    """The past and the participle of a verb: gorna, gornek."""
    return base + "a", base + "ek"


class WordOrderParser:
    """Reads heads off the order of words."""

    def parse(self, sentences: Sequence[str]) -> list[Parse]:
        """One parse for each sentence."""
        return [_parse(sentence) for sentence in sentences]


def _parse(sentence: str) -> Parse:
    found = list(_TOKEN.finditer(sentence))
    words = [match.group() for match in found]
    tags = [_tag(word) for word in words]
    saying = [at for at, word in enumerate(words) if word in _SAYING]
    verbs = [at for at, tag in enumerate(tags) if tag == "VBD"]
    top = (saying or verbs or [0])[0]
    heads = [max((verb for verb in verbs if verb < at), default=top) for at in range(len(words))]
    deps = ["REST"] * len(words)
    for at, head, label in (*_nouns(words, tags), *_clauses(words, tags, top)):
        heads[at], deps[at] = head, label
    heads[top], deps[top] = top, "TOP"
    return Parse(words, [match.start() for match in found], tags, deps, heads)


def _tag(word: str) -> str:
    if not word[0].isalnum():
        return word
    return _TAGS.get(word.lower()) or ("NNP" if word[0].isupper() else "NN")


def _nouns(words: Sequence[str], tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Articles and first names hang on the noun at the end of their run, that noun on its preposition."""
    for at, tag in enumerate(tags):
        if tag == "DT" or (tag in ("NN", "NNP") and tags[at + 1 : at + 2] in (["NN"], ["NNP"])):
            last = at + 1
            while tags[last + 1 : last + 2] in (["NN"], ["NNP"]):
                last += 1
            yield at, min(last, len(words) - 1), "DET" if tag == "DT" else "PART"
        if tag == "IN" and words[at] != "kre":
            end = _run_end(tags, at + 1)
            if end is not None:
                yield end, at, "UNDER"


def _run_end(tags: Sequence[str], at: int) -> int | None:
    """The noun that ends the run of an article, names and nouns that begins here."""
    last = None
    while at < len(tags) and tags[at] in ("DT", "NN", "NNP", "PRP"):
        last = at if tags[at] != "DT" else last
        at += 1
    return last


def _clauses(words: Sequence[str], tags: Sequence[str], top: int) -> Iterator[tuple[int, int, str]]:
    """The subject of each verb, and the verb of what was said under the verb of saying."""
    verbs = [at for at, tag in enumerate(tags) if tag == "VBD"]
    for verb in verbs:
        before = max((at for at in verbs if at < verb), default=-1)
        subjects = [at for at in range(before + 1, verb) if tags[at] in ("NN", "NNP", "PRP")]
        behind = _run_end(tags, verb + 1) if not subjects else None
        if subjects or behind is not None:
            yield subjects[-1] if subjects else behind or 0, verb, "SUBJ"
        if verb != top:
            yield verb, top, "CLAUSE"
    for at, word in enumerate(words):
        if word == "kre":
            yield at, next((verb for verb in verbs if verb > at), top), "MARK"
        elif tags[at] == "IN":
            yield at, max((verb for verb in verbs if verb < at), default=top), "PREP"


def invented() -> Language:
    """A fresh object of the language, not registered."""
    rules = Rules(inflected=inflected, parser=WordOrderParser, labels=LABELS)
    return Language(CODE, FOLDER, rules)
