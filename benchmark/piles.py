"""Piles: articles to be judged, made from a seed or read from a corpus that somebody holds.

A pile is a folder. `articles.jsonl` has what a program may see, `truth.json` what it may not,
and `about.json` says how it was made.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from evaluation.generator import SyntheticCorpus, SyntheticStory
from evaluation.suites.synthetic import corpora
from retold.model import Article

FIELDS = ("id", "text", "outlet", "title", "published", "url")


def made(folder: Path, stories: int, seed: int) -> None:
    """Write a pile of invented stories among unrelated reports."""
    every = list(corpora(stories, seed))
    parts = [
        {"articles": [one.id for one in c.articles], "stories": [_truth(s) for s in c.stories]} for c in every
    ]
    _write(
        folder,
        [a for c in every for a in c.articles],
        parts,
        {"kind": "stories", "stories": stories, "seed": seed},
    )


def _truth(story: SyntheticStory) -> dict[str, Any]:
    """What is true of a story, for people to read; scoring makes it anew from the seed."""
    changes = [asdict(one) for found in story.changes.values() for one in found]
    return {
        "articles": [one.id for one in story.articles],
        "families": story.families,
        "edges": story.edges,
        "origins": story.origins,
        "unseen": story.unseen,
        "changes": changes,
    }


def from_labels(folder: Path, source: Path, wire: str) -> int:
    """Write a pile of a corpus with reuse labels, such as METER; how many papers it has.

    `source` has a JSON object a line: `id`, `text`, `outlet`, `story`, `label` (wholly, partially, or none)
    where `outlet` is not `wire`. Raises `ValueError` for a line without these.
    """
    rows = [
        _labelled(json.loads(line), wire) for line in source.read_text(encoding="utf-8").splitlines() if line
    ]
    articles = [Article(one["id"], one["text"], outlet=one["outlet"]) for one in rows]
    truth = [{key: one[key] for key in ("id", "story", "label")} for one in rows]
    _write(folder, articles, truth, {"kind": "reuse", "wire": wire})
    return sum(one["label"] is not None for one in rows)


def _labelled(row: dict[str, Any], wire: str) -> dict[str, Any]:
    missing = [key for key in ("id", "text", "outlet", "story") if not row.get(key)]
    label = (
        None if row.get("outlet") == wire else {"non": "none"}.get(str(row.get("label")), row.get("label"))
    )
    if missing or (label is None and row.get("outlet") != wire):
        raise ValueError(f"{row.get('id')}: lacks {', '.join(missing) or 'a label'}: give one a line")
    return {**row, "label": label}


def _write(folder: Path, articles: Iterable[Article], truth: Any, about: dict[str, Any]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    lines = (
        json.dumps({key: getattr(one, key) for key in FIELDS}, ensure_ascii=False, default=str)
        for one in articles
    )
    (folder / "articles.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    for name, content in (("truth", truth), ("about", about)):
        text = json.dumps(content, ensure_ascii=False, indent=1)
        (folder / f"{name}.json").write_text(text, encoding="utf-8")


def about(folder: Path) -> dict[str, Any]:
    """How a pile was made."""
    held: dict[str, Any] = json.loads((folder / "about.json").read_text(encoding="utf-8"))
    return held


def stories(folder: Path) -> list[SyntheticCorpus]:
    """The stories of a pile with all that is true of them, made anew from its seed."""
    held = about(folder)
    return list(corpora(held["stories"], held["seed"]))


def whole(folder: Path) -> SyntheticCorpus:
    """All of them as one, as an answer speaks of them."""
    every = stories(folder)
    return SyntheticCorpus(
        [article for one in every for article in one.articles],
        [story for one in every for story in one.stories],
        [ident for one in every for ident in one.unrelated],
    )


def labels(folder: Path) -> Iterator[tuple[str, str, str | None]]:
    """Id, story and label of each article of a pile with reuse labels."""
    for one in json.loads((folder / "truth.json").read_text(encoding="utf-8")):
        yield one["id"], one["story"], one["label"]


def articles(folder: Path) -> list[Article]:
    """The articles of a pile."""
    with (folder / "articles.jsonl").open(encoding="utf-8") as lines:
        return [Article(**json.loads(line)) for line in lines]
