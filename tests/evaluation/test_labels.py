"""Labels: both people labelled the same places, and the draw is the one that was labelled."""

from __future__ import annotations

from evaluation import labels
from evaluation.labels import draw


def test_both_passes_label_the_same_places() -> None:
    for name in ("according_to", "addressees", "changes", "copied"):
        files = [labels.LABELS / f"{name}_{one}" for one in labels.PASSES]
        assert all(file.with_suffix(".tsv").exists() or file.with_suffix(".jsonl").exists() for file in files)
    first, second = (labels.records(f"according_to_{one}") for one in labels.PASSES)
    assert [(row["article"], row["start"]) for row in first] == [
        (row["article"], row["start"]) for row in second
    ]


def test_rows_objects_and_records_read_their_files() -> None:
    assert labels.rows("pairs")[0] == ["corpus", "a", "b"]
    assert {row["sort"] for row in labels.objects("attributions")} == {"other", "nameless", "cue"}


def test_pairs_are_drawn_where_some_runs_are_shared_and_not_all() -> None:
    words = [f"w{k}" for k in range(40)]
    texts = {"a": " ".join(words), "b": " ".join([*words[:20], *"abcdefghijklmnopqrst"]), "c": "x y z " * 20}
    runs = {name: draw._runs(text) for name, text in texts.items()}
    assert list(draw._likely(runs)) == [("a", "b")]
    assert list(draw._likely({"a": runs["a"], "d": runs["a"]})) == []
