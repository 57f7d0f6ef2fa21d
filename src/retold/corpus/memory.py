"""What a trace remembers of the corpus it was made from, so that more can be added to it.

Which articles there were and as what, the ties of those that were aligned, what was counted once for all
(`tables.Generation`), and a digest of all that each story was followed by.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np

from retold import parameters
from retold.corpus import wide
from retold.corpus.articles import Corpus
from retold.corpus.stories import Earlier
from retold.corpus.wide import Wide
from retold.model import Article, Span
from retold.settings import Settings
from retold.tables import Bars, Generation, Recurring, Ties, Weights
from retold.version import __version__

FOLDER = "memory-1"  # and the number of its format: another one is not looked at
_ARRAYS, _TEXTS = "arrays.npz", "memory.json"


@dataclass(frozen=True, slots=True, eq=False)
class Memory:
    """What is remembered. `ids` are the articles, `digests` what each was; `ties` go by their numbers.

    `made` tells by which settings and numbers; `changed` is how many articles came or went since the
    generation was counted; `stories` has the digest of what each story was followed by, and `unread`
    the languages without a pack of those that have any.
    """

    made: str
    ids: Sequence[str]
    digests: Sequence[str]
    ties: Ties
    generation: Generation
    changed: int
    stories: Mapping[str, str]
    unread: Mapping[str, Sequence[str]]
    wide: Wide | None = None  # what more articles are matched with

    def earlier(self, corpus: Corpus, digests: Sequence[str], frozen: bool) -> Earlier:
        """The ties of pairs that stand as they were, by the numbers of a new corpus."""
        place = {(name, digest): k for k, (name, digest) in enumerate(zip(corpus.ids, digests, strict=True))}
        now = np.array([place.get(one, -1) for one in zip(self.ids, self.digests, strict=True)], np.int32)
        now = np.r_[now, np.int32(-1)]
        a, b = now[self.ties.a], now[self.ties.b]
        stay = np.flatnonzero((a >= 0) & (b >= 0))
        ties = _sorted(replace(self.ties.some(stay), a=a[stay], b=b[stay]))
        return Earlier(ties, self.generation if frozen else None)

    def grown(self) -> Earlier | None:
        """The same for a corpus whose first articles are just those of then; None where they are not kept."""
        if self.wide is None or len(self.wide.days) != len(self.ids):
            return None
        return Earlier(_sorted(self.ties), self.generation, self.wide)


def _sorted(ties: Ties) -> Ties:
    """The ties by the numbers of their articles, the smaller first; each keeps its ways."""
    low, high = np.minimum(ties.a, ties.b), np.maximum(ties.a, ties.b)
    order = np.lexsort((high, low))
    found = ties.some(order)
    return Ties(low[order], high[order], found.ways, found.same)


def made_by(settings: Settings) -> str:
    """A digest of all that results depend on besides the articles."""
    return digest([__version__, asdict(settings), parameters.digest()])


def digests(corpus: Corpus) -> list[str]:
    """For each article a digest of it and of what in it is furniture."""
    return digests_of(corpus, corpus.hidden)


def digests_of(articles: Iterable[Article], hidden: Mapping[str, Sequence[Span]]) -> list[str]:
    """The same of some articles; `hidden` is each one's furniture."""
    return [digest([plain(one), _ranges(hidden.get(one.id, ()))]) for one in articles]


def plain(article: Article) -> list[Any]:
    """All that is known of an article, as it is after it was stored as well."""
    extra = {str(key): article.extra[key] for key in sorted(article.extra, key=str)}
    times = [_stamp(article.published), _stamp(article.updated)]
    return [article.id, article.text, article.outlet, article.url, article.title, *times, article.byline,
            article.language, json.dumps(extra, default=str, skipkeys=True)]  # fmt: skip


def save(memory: Memory, tables: Path) -> None:
    """Write it beside the tables of a trace."""
    folder = tables / FOLDER
    folder.mkdir()
    weights, ties = memory.generation.weights, memory.ties
    arrays = {"forms": weights.forms, "weights": weights.weights, "telling": weights.telling, "a": ties.a,
              "b": ties.b, "ways": ties.ways, "same": ties.same}  # fmt: skip
    with (folder / _ARRAYS).open("wb") as file:
        np.savez(file, **arrays)  # type: ignore[arg-type]  # its stub takes a flag for an array
    if memory.wide is not None:
        wide.save(memory.wide, tables)
    text = json.dumps(_texts(memory), ensure_ascii=False)
    (folder / _TEXTS).write_text(f"{_seal(folder / _ARRAYS, text)}\n{text}", encoding="utf-8")


def load(tables: Path) -> Memory | None:
    """What lies beside the tables of a trace; None where nothing does, or not what was written."""
    folder = tables / FOLDER
    try:
        seal, _, text = (folder / _TEXTS).read_text(encoding="utf-8").partition("\n")
        if seal != _seal(folder / _ARRAYS, text):
            return None
        with np.load(folder / _ARRAYS, allow_pickle=False) as arrays:
            found = _memory(json.loads(text), {name: arrays[name] for name in arrays.files})
        return replace(found, wide=wide.load(tables))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _texts(memory: Memory) -> dict[str, Any]:
    generation = memory.generation
    furniture = {
        outlet: [one.total, dict(one.units), sorted(one.openings)]
        for outlet, one in generation.furniture.items()
    }
    return {"made": memory.made, "ids": list(memory.ids), "digests": list(memory.digests),
            "changed": memory.changed, "stories": dict(memory.stories),
            "unread": dict(memory.unread), "articles": generation.articles,
            "reports": generation.weights.reports, "least": generation.bars.least,
            "undated": generation.bars.undated, "furniture": furniture,
            "printing": generation.printing}  # fmt: skip


def _memory(texts: dict[str, Any], arrays: Mapping[str, Any]) -> Memory:
    weights = Weights(arrays["forms"], arrays["weights"], arrays["telling"], texts["reports"])
    furniture = {
        outlet: Recurring(total, units, frozenset(openings))
        for outlet, (total, units, openings) in texts["furniture"].items()
    }
    bars = Bars(texts["least"], texts["undated"])
    return Memory(
        made=texts["made"],
        ids=texts["ids"],
        digests=texts["digests"],
        ties=Ties(arrays["a"], arrays["b"], arrays["ways"], arrays["same"]),
        generation=Generation(texts["articles"], weights, bars, furniture, texts["printing"]),
        changed=texts["changed"],
        stories=texts["stories"],
        unread={story: tuple(codes) for story, codes in texts["unread"].items()},
    )


def _seal(arrays: Path, text: str) -> str:
    """A digest of both files, by which a half written or changed one is known."""
    found = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16)
    with arrays.open("rb") as file:
        while piece := file.read(1 << 20):
            found.update(piece)
    return found.hexdigest()


def digest(parts: object) -> str:
    """A digest of what can be written as JSON, such as all that a story is followed by."""
    text = json.dumps(parts, ensure_ascii=False, default=str)
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _ranges(spans: Iterable[Span]) -> list[tuple[int, int]]:
    return sorted((span.start, span.end) for span in spans)


def _stamp(value: object) -> list[str] | None:
    if value is None or isinstance(value, str):
        return None if value is None else ["str", value]
    return [type(value).__name__, value.isoformat()]  # type: ignore[attr-defined]  # a date or a datetime
