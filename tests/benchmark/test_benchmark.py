"""The benchmark: piles that hide their truth, answers that come back, scores that know right from wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmark import answers, piles, scoring, systems
from benchmark.__main__ import parser
from evaluation.reported import Answers

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pile")
    piles.made(folder, 2, 7)
    return folder


def truth(pile: Path) -> Answers:
    """The answer of one who knows everything but the changes."""
    stories = [story for made in piles.stories(pile) for story in made.stories]
    alone = [(one,) for made in piles.stories(pile) for one in made.unrelated]
    edges = [edge for story in stories for edge in story.edges]
    return Answers(
        edges=edges,
        directed=edges,
        groups=[tuple(one.id for one in story.articles) for story in stories] + alone,
        families=[tuple(one) for story in stories for one in story.families] + alone,
    )


def values(pile: Path, said: Answers) -> dict[str, float]:
    return {one.name: one.value for one in scoring.scored(pile, answers.written(said))}


def test_a_pile_shows_no_truth_and_is_the_same_for_one_seed(pile: Path, tmp_path: Path) -> None:
    piles.made(tmp_path, 2, 7)
    for name in ("articles.jsonl", "truth.json", "about.json"):
        assert (tmp_path / name).read_bytes() == (pile / name).read_bytes()
    shown = [json.loads(line) for line in (pile / "articles.jsonl").read_text("utf-8").splitlines()]
    assert all(set(one) == set(piles.FIELDS) for one in shown)
    assert [one.text for one in piles.articles(pile)] == [
        a.text for m in piles.stories(pile) for a in m.articles
    ]


def test_who_knows_the_lineage_has_all_of_it_and_who_knows_nothing_has_none(pile: Path) -> None:
    right = values(pile, truth(pile))
    named = [name for name in right if name.startswith(("lineage", "reports", "stories", "pairs"))]
    assert len(named) == 5 and all(right[name] == pytest.approx(1) for name in named)
    wrong = values(pile, systems.with_edges([], piles.articles(pile)))
    assert wrong["lineage: directed edges, F1"] == 0 and wrong["stories, adjusted Rand index"] < 0.1


def test_a_pile_of_several_parts_is_scored_as_one(tmp_path: Path) -> None:
    piles.made(tmp_path, 9, 7)
    assert len(piles.stories(tmp_path)) == 2
    right = values(tmp_path, truth(tmp_path))
    assert all(
        right[name] == pytest.approx(1) for name in right if name.startswith(("lineage", "reports", "st"))
    )


def test_an_edge_turned_round_counts_without_direction_only(pile: Path) -> None:
    said = truth(pile)
    said.edges = said.directed = [(b, a) for a, b in said.edges]
    found = values(pile, said)
    assert found["lineage: directed edges, F1"] < 0.2 < found["lineage: edges without direction, F1"]


def test_answers_come_back_from_json_as_they_went() -> None:
    given = {
        "stories": [["a", "b"]],
        "families": [["a"], ["b"]],
        "edges": [{"source": "a", "copy": "b", "directed": False, "support": 0.5}],
        "changes": [
            {"source": "a", "copy": "b", "kind": "cut", "source_spans": [[3, 9]], "copy_spans": [[3, 3]]}
        ],
    }
    assert answers.written(answers.read(given)) == given


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="span"):
        answers.read({"changes": [{"source": "a", "copy": "b", "kind": "cut", "source_spans": [[9, 3]]}]})


def test_the_simple_methods_answer_and_are_beaten_by_the_truth(pile: Path) -> None:
    found = scoring.scored(pile, systems.answered(pile, "nearest earlier"))
    directed = {one.name: one for one in found}["lineage: directed edges, F1"]
    assert 0 < directed.value < 1 and directed.interval is not None
    assert directed.interval[0] <= directed.value <= directed.interval[1]
    assert scoring.table({"x": found}).count("\n") == len(found) + 1


WIRE = "The council of Lannerby voted on Tuesday to close four of its nine village libraries by spring."


def test_a_corpus_with_labels_is_read_by_path_and_scored(tmp_path: Path) -> None:
    rows = [
        {"id": f"w{k}", "text": WIRE, "outlet": "PA", "story": f"s{k}"} for k in range(3)
    ] + [
        {"id": "a", "text": WIRE, "outlet": "Post", "story": "s0", "label": "wholly"},
        {"id": "b", "text": "Straw fires kept a late frost from the almond trees.", "outlet": "Post", "story": "s1", "label": "non"},
        {"id": "c", "text": f"{WIRE} " + "A warden walks the banks of the river at night and counts eels. " * 3, "outlet": "Post", "story": "s2", "label": "partially"},
    ]  # fmt: skip
    source = tmp_path / "corpus.jsonl"
    source.write_text("".join(json.dumps(one) + "\n" for one in rows), encoding="utf-8")
    assert piles.from_labels(tmp_path / "pile", source, "PA") == 3
    said = systems.answered(tmp_path / "pile", "nearest earlier")
    assert said["reuse"] == {"a": "wholly", "b": "none", "c": "partially"}
    assert [one.value for one in scoring.scored(tmp_path / "pile", said)] == [1, 1]
    assert [one.value for one in scoring.scored(tmp_path / "pile", {"reuse": {"a": "none"}})] == [0, 0]


def test_a_paper_without_a_label_is_refused_by_name(tmp_path: Path) -> None:
    source = tmp_path / "corpus.jsonl"
    source.write_text(json.dumps({"id": "a", "text": "x", "outlet": "Post", "story": "s"}), encoding="utf-8")
    with pytest.raises(ValueError, match="a: lacks a label"):
        piles.from_labels(tmp_path / "pile", source, "PA")


def test_the_commands_are_those_of_the_page() -> None:
    page = (Path(__file__).parents[2] / "benchmark" / "README.md").read_text(encoding="utf-8")
    lines = [line.split(" -m benchmark ")[1] for line in page.splitlines() if " -m benchmark " in line]
    assert len(lines) >= 4
    for line in lines:
        parser().parse_args(line.replace("SYSTEM", "retold").split())
