"""Text reuse as PAN 2014 scored it: plagdet over all pairs, and of each kind of disguise.

    python -m evaluation.pan_run

The align step is asked directly; beside it stands a baseline of difflib's matching blocks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher

from evaluation.pan.corpus import Pair, pairs
from evaluation.pan.disguise import KINDS
from evaluation.pan.scores import Reuse, score
from retold.model import Article
from retold.settings import Align
from retold.steps import align, words
from retold.tables import Witness

_QUICK, _WHOLE = 30, 100  # pairs of each kind
_BLOCK = 50  # characters of the shortest block that the baseline reports

Finder = Callable[[Pair], list[Reuse]]


def measure(quick: bool = True) -> dict[str, float]:
    """Precision, recall, 1 / granularity and plagdet over all, and plagdet by kind."""
    corpus = list(pairs(_QUICK if quick else _WHOLE))
    found = detected(corpus, passages)
    whole = score(_cases(corpus), found)
    values = {
        "plagdet": whole.plagdet,
        "precision": whole.precision,
        "recall": whole.recall,
        "granularity, 1 over": 1 / whole.granularity,
    }
    return values | by_kind(corpus, found)


def by_kind(corpus: Sequence[Pair], found: Sequence[Reuse]) -> dict[str, float]:
    """Plagdet over the pairs of each kind."""
    values = {}
    for kind in KINDS:
        names = {pair.name for pair in corpus if pair.kind == kind}
        cases = [case for case in _cases(corpus) if case.pair in names]
        values[f"plagdet, {kind}"] = score(cases, [one for one in found if one.pair in names]).plagdet
    return values


def detected(corpus: Iterable[Pair], finder: Finder) -> list[Reuse]:
    """What a finder says of all pairs."""
    return [one for pair in corpus for one in finder(pair)]


def passages(pair: Pair, settings: Align | None = None) -> list[Reuse]:
    """The passages of the align step, told which text is the source, as the task tells it."""
    shared = align.align(
        _witness("here", pair.suspicious), _witness("there", pair.source), settings or Align(), source="there"
    )
    return [Reuse(pair.name, (p.a.start, p.a.end), (p.b.start, p.b.end)) for p in shared.passages]


def baseline(pair: Pair) -> list[Reuse]:
    """Matching blocks of words by difflib, those that are long enough."""
    one, other = _spans(pair.suspicious), _spans(pair.source)
    left, right = [pair.suspicious[a:b] for a, b in one], [pair.source[a:b] for a, b in other]
    blocks = SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()
    found = [
        Reuse(pair.name, (one[i][0], one[i + n - 1][1]), (other[j][0], other[j + n - 1][1]))
        for i, j, n in blocks
        if n
    ]
    return [block for block in found if block.here[1] - block.here[0] >= _BLOCK]


def _spans(text: str) -> list[tuple[int, int]]:
    found = words.split(text)
    return list(zip(found.starts.tolist(), found.ends.tolist(), strict=True))


def _witness(name: str, text: str) -> Witness:
    paragraphs = words.paragraphs(text)
    return Witness(Article(name, text), words.split(text), words.sentences(text, paragraphs), paragraphs)


def _cases(corpus: Iterable[Pair]) -> list[Reuse]:
    return [case for pair in corpus for case in pair.cases]


if __name__ == "__main__":
    for name, value in measure(quick=False).items():
        print(f"{name:<24} {value:.4f}")
    small = list(pairs(_QUICK))
    print(f"{'difflib, plagdet':<24} {score(_cases(small), detected(small, baseline)).plagdet:.4f}")
