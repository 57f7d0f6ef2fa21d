"""Labels: both people labelled the same places, and the draw is the one that was labelled."""

from __future__ import annotations

from evaluation import labels
from evaluation.labels import draw, draw_fresh


def test_both_passes_label_the_same_places() -> None:
    for name in ("according_to", "addressees", "changes", "changes_fresh", "copied"):
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
    runs = {name: draw.runs_of(text) for name, text in texts.items()}
    assert list(draw.likely_pairs(runs, (0.35, 0.97))) == [("a", "b")]
    assert list(draw.likely_pairs({"a": runs["a"], "d": runs["a"]}, (0.35, 0.97))) == []


def test_fresh_pairs_are_those_that_are_labelled_and_share_no_article_with_older_labels() -> None:
    drawn = {(a, b) for _, a, b, _ in labels.rows("fresh_pairs")[1:]}
    used = draw_fresh.used()
    assert not {one for pair in drawn for one in pair} & used
    for name in labels.PASSES:
        assert {(row["a"], row["b"]) for row in labels.objects(f"changes_fresh_{name}")} == drawn


def test_half_of_the_fresh_pairs_of_each_corpus_is_only_measured() -> None:
    halves = [half for _, _, _, half in labels.rows("fresh_pairs")[1:]]
    assert 0 <= halves.count("mend") - halves.count("held") <= len(draw_fresh.PAIRS)
