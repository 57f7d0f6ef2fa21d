"""What a stored trace keeps of the wide half, so that what is added is matched with it and nothing else is.

Postings (`corpus.postings`), the pairs that meet in n-grams, the vectors of words, who is alike, and the
groups that came of it; all by the numbers of the articles. The postings are most of it: twelve bytes for each
n-gram of each article. Arrays lie in files of their own and are mapped when they are looked at.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from retold.corpus.postings import Segment
from retold.corpus.withdrawals import Named
from retold.kernels import Kernels
from retold.settings import StoryGroups
from retold.steps import story
from retold.steps.match import Common, Meetings
from retold.steps.story.likeness import Vectors
from retold.tables import Bags, Edges, Hashes, Pairs
from retold.tables.corpus import pair_keys

FOLDER = "index-2"  # and the number of its format
_LIST = "index.json"
_PIECE = 1 << 24
Numbers = NDArray[np.int64]
Arrays = Mapping[str, NDArray[Any]]


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a corpus: the vector of each article, and what is known of its vocabulary."""

    vectors: Vectors  # words by their place among the forms
    forms: Hashes  # [vocabulary] rising for the articles of the generation; those of later ones come behind
    lengths: Numbers  # [articles] words of each


@dataclass(frozen=True, slots=True, eq=False)
class Alike:
    """Pairs of articles that are alike, by `a << 32 | b`, rising."""

    keys: Numbers
    cosines: NDArray[np.float64]
    telling: NDArray[np.bool_]  # whether telling words alone proposed the pair


@dataclass(frozen=True, slots=True, eq=False)
class Linked:
    """What the groups of a corpus were linked by, and the groups."""

    keys: Numbers
    cosines: NDArray[np.float64]
    groups: Sequence[story.Group]


@dataclass(frozen=True, slots=True, eq=False)
class LookedAt:
    """What need not be looked at again: what is no digest (see `corpus.digests.found`), and notes."""

    digests: Collection[int]
    notes: Mapping[int, Named]  # see `corpus.withdrawals.noted`


@dataclass(frozen=True, slots=True, eq=False)
class Wide:
    """What is kept."""

    met: Meetings
    segments: Sequence[Segment]
    words: Words
    alike: Alike
    linked: Linked
    looked_at: LookedAt
    days: Sequence[float | None]


def words_of(bags: Bags, vectors: Vectors) -> Words:
    """The words of a corpus that was taken whole."""
    lengths = np.add.reduceat(np.r_[bags.times, 0].astype(np.int64), bags.bounds[:-1])
    lengths[bags.bounds[1:] == bags.bounds[:-1]] = 0
    return Words(vectors, bags.forms, lengths)


def alike_of(
    near: story.Near, pairs: Pairs, prints: NDArray[np.int8], settings: StoryGroups, kernels: Kernels
) -> Alike:
    """Who is alike by the words alone, whatever two print: who print one report or fill one template, too."""
    told = np.unique(pair_keys(pairs.a, pairs.b)[prints != 0])
    held = near.vectors
    others = Edges(told, kernels.dots(held.bounds, held.words, held.weights, told))
    plain = near.edges.some(~np.isin(near.edges.keys, told))
    every = Edges.joined([plain, others.some(others.cosines >= settings.together)])
    return Alike(*every, proposed(held, every.keys, settings, kernels))


def proposed(held: Vectors, keys: Numbers, settings: StoryGroups, kernels: Kernels) -> NDArray[np.bool_]:
    """Whether the telling words of each pair bring enough for it to be looked at."""
    part = np.unique(Edges(keys, np.zeros(0)).ends)
    some = held.some(part)
    told = np.where(some.telling[some.words], some.weights, np.float32(0))
    places = np.searchsorted(part, keys >> 32) << 32 | np.searchsorted(part, keys & 0xFFFFFFFF)
    found: NDArray[np.bool_] = kernels.dots(some.bounds, some.words, told, places) >= story.likeness.partial(
        settings.together
    )
    return found


# ---- on disk ----


def save(wide: Wide, tables: Path) -> None:
    """Write it beside the tables of a trace."""
    folder = tables / FOLDER
    folder.mkdir()
    seals: dict[str, list[int]] = {}
    for number, one in enumerate(wide.segments):
        seals |= one.save(folder, f"postings-{number}")
    for name, array in _arrays(wide).items():
        np.save(folder / f"{name}.npy", array, allow_pickle=False)
    seals |= {file.name: _seal(file) for file in sorted(folder.iterdir()) if file.name not in seals}
    text = json.dumps({"seals": seals, "segments": len(wide.segments), "every": wide.met.common.every})
    (folder / _LIST).write_text(text, encoding="utf-8")


def load(tables: Path) -> Wide | None:
    """What lies beside the tables of a trace; None where nothing does, or not what was written."""
    folder = tables / FOLDER
    try:
        told = json.loads((folder / _LIST).read_text(encoding="utf-8"))
        seals = told["seals"]
        found = {file.name for file in folder.iterdir() if file.name != _LIST}
        if found != set(seals) or any(_seal(folder / name) != seal for name, seal in seals.items()):
            return None
        names = [name.removesuffix(".npy") for name in seals if name.endswith(".npy")]
        arrays = {name: np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False) for name in names}
        segments = [
            Segment.mapped(folder, f"postings-{k}", arrays[f"starts-{k}"], arrays[f"ends-{k}"], seals)
            for k in range(told["segments"])
        ]
        return _wide(arrays, segments, int(told["every"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _seal(file: Path) -> list[int]:
    """The size and a check sum of a file, by which one that was damaged is known."""
    found = size = 0
    with file.open("rb") as held:
        while piece := held.read(_PIECE):
            found, size = zlib.crc32(piece, found), size + len(piece)
    return [size, found]


def _arrays(wide: Wide) -> dict[str, NDArray[Any]]:
    met, words, alike, linked = wide.met, wide.words, wide.alike, wide.linked
    bounds = {f"starts-{k}": one.starts for k, one in enumerate(wide.segments)}
    bounds |= {f"ends-{k}": one.ends for k, one in enumerate(wide.segments)}
    members = [np.array(group, np.int64) for group, _ in linked.groups]
    return {
        **bounds,
        "keys": met.keys, "names": met.names, "same": met.same, "sizes": met.sizes, "a": met.a, "b": met.b,
        "times": met.times, "weight": met.weight, "common": met.common.hashes,
        "common_holders": met.common.holders,
        "words": words.vectors.words, "weights": words.vectors.weights, "bounds": words.vectors.bounds,
        "telling": words.vectors.telling, "forms": words.forms, "lengths": words.lengths,
        "alike": alike.keys, "alike_cosines": alike.cosines, "alike_telling": alike.telling,
        "linked": linked.keys, "linked_cosines": linked.cosines,
        "groups": np.concatenate([np.zeros(0, np.int64), *members]),
        "groups_sizes": np.array([len(one) for one in members], np.int64),
        "groups_ties": np.array([tie for _, tie in linked.groups], np.float64),
        "digests": np.array(sorted(wide.looked_at.digests), np.int64),
        "notes": np.array([(note, *one) for note, one in wide.looked_at.notes.items()], np.float64),
        "days": np.array([np.nan if day is None else day for day in wide.days], np.float64),
    }  # fmt: skip


def _wide(arrays: Arrays, segments: Sequence[Segment], every: int) -> Wide:
    of = arrays.__getitem__
    met = Meetings(
        of("keys"), of("names"), of("same"), of("sizes"), of("a"), of("b"), of("times"), of("weight"),
        Common(of("common"), of("common_holders"), every),
    )  # fmt: skip
    vectors = Vectors(of("words"), of("weights"), of("bounds"), of("telling"))
    ends = np.cumsum(of("groups_sizes")).tolist()
    members = (part.tolist() for part in np.split(of("groups"), ends[:-1])) if ends else iter(())
    groups = list(zip(members, of("groups_ties").tolist(), strict=True))
    return Wide(
        met=met,
        segments=segments,
        words=Words(vectors, of("forms"), of("lengths")),
        alike=Alike(of("alike"), of("alike_cosines"), of("alike_telling")),
        linked=Linked(of("linked"), of("linked_cosines"), groups),
        looked_at=LookedAt(of("digests").tolist(), _notes(of("notes"))),
        days=[None if np.isnan(day) else day for day in of("days").tolist()],
    )


def _notes(rows: NDArray[np.float64]) -> dict[int, Named]:
    """Notes by number with what each names; all numbers are whole ones."""
    return {int(n): Named(int(size), day, int(report)) for n, size, day, report in rows.tolist()}
