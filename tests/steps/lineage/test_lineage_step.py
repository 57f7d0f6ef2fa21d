"""Who had it from whom, on small families collated by hand."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pytest

from retold import questions
from retold.model import Article, Credit, Lineage, Move, Node, Span
from retold.settings import LineageSearch
from retold.steps import collate, lineage
from retold.tables import Grid, Witness

SETTINGS = LineageSearch()


def grid(
    versions: Mapping[str, Sequence[str]],
    credits: Mapping[str, str] | None = None,
    **about: Mapping[str, str],
) -> Grid:
    """Versions given block by block; the words of a block stand side by side.

    A sentence ends at each full stop. `credits` holds the name each version
    credits, which must stand in its text; `about` holds fields of the article.
    """
    width = [
        max(len(v[n].split()) for v in versions.values()) for n in range(len(next(iter(versions.values()))))
    ]
    columns = {
        name: [t for block, w in zip(blocks, width, strict=True) for t in (block.split() + [""] * w)[:w]]
        for name, blocks in versions.items()
    }
    made = collate.columns(columns)
    return replace(
        made, witnesses=tuple(dressed(w, (credits or {}).get(w.id), about) for w in made.witnesses)
    )


def dressed(witness: Witness, credited: str | None, about: Mapping[str, Mapping[str, str]]) -> Witness:
    fields = {key: values[witness.id] for key, values in about.items() if witness.id in values}
    found: tuple[Credit, ...] = ()
    if credited is not None:
        at = witness.text.index(credited)
        span = Span(witness.id, at, at + len(credited))
        found = (Credit(span, credited, "origin of the report", 0.9),)
    ends = [i + 1 for i, c in enumerate(witness.text) if c == "."]
    bounds = np.array([(a, b) for a, b in zip([0, *ends], ends, strict=False)], dtype=np.int32).reshape(-1, 2)
    article = Article(witness.id, witness.text, **fields)  # type: ignore[arg-type]  # strings throughout
    return replace(witness, article=article, credits=found, sentences=bounds)


def sure(found: Lineage) -> set[tuple[str, str]]:
    return {(e.source, e.copy) for e in found.derivations if e.directed}


def unseen(found: Lineage) -> list[Node]:
    return [node for node in found.nodes if not node.seen]


LEDE = "The ferry Amsel struck the north mole at dawn ."
SALVAGE = "Divers will inspect the hull before the spring tide ."
CREW = "All eleven of the crew were brought ashore unhurt ."
OWNER = "The owners said that a rudder chain had parted ."
LOCAL = "Cafes on the quay stayed shut for most of the morning ."
RECORD = "It was the third such wreck since the lights were moved ."


def test_two_like_texts_without_times_are_one_undirected_origin() -> None:
    found = lineage.infer(grid({"a": [LEDE, CREW], "b": [LEDE, CREW]}), SETTINGS)
    assert [(e.source, e.copy, e.directed) for e in found.derivations] == [("a", "b", False)]
    assert found.origins == ("a",)
    assert not unseen(found)


def test_a_credit_for_an_outlet_outside_the_pile_names_one_unseen_source_of_both() -> None:
    one = [LEDE, "", CREW, OWNER, RECORD, ""]
    two = [
        "Sad news came from the harbour .",
        "According to Gull Wire the ship sank .",
        CREW,
        OWNER,
        "",
        LOCAL,
    ]
    found = lineage.infer(grid({"a": one, "b": two}, {"b": "Gull Wire"}), SETTINGS, "s1/")
    (source,) = unseen(found)
    assert source.name == "Gull Wire" and source.id.startswith("s1/")
    assert sure(found) == {(source.id, "a"), (source.id, "b")}
    assert found.origins == (source.id,)
    assert found.origins_range[0] == 1


def test_the_known_text_of_an_unseen_source_is_what_its_copies_share() -> None:
    one, two = [LEDE, CREW, OWNER], ["Gull Wire reports bad luck .", CREW, OWNER]
    found = lineage.infer(grid({"a": one, "b": two}, {"b": "Gull Wire"}), SETTINGS)
    (source,) = unseen(found)
    known = [text for text, who in source.text if text is not None and who == ("a", "b")]
    assert known[-1].endswith("chain had parted .")
    assert any(text is None for text, _ in source.text)


def test_a_credit_for_the_other_version_s_outlet_makes_that_one_the_source() -> None:
    one, two = [LEDE, CREW, OWNER, RECORD], ["Gull Wire reports a wreck .", CREW, OWNER, ""]
    texts = grid({"b": one, "a": two}, {"a": "Gull Wire"}, outlet={"b": "The Gull Wire", "a": "Quay Echo"})
    found = lineage.infer(texts, SETTINGS)
    assert sure(found) == {("b", "a")}
    assert not unseen(found)
    assert found.derivations[0].support > 0.7


def test_an_outlet_that_credits_itself_has_no_unseen_source() -> None:
    texts = grid({"a": [f"Gull Wire : {LEDE}"]}, {"a": "Gull Wire"}, outlet={"a": "Gull Wire"})
    assert not unseen(lineage.infer(texts, SETTINGS))


def test_a_lone_version_with_a_credit_has_an_unseen_source() -> None:
    found = lineage.infer(grid({"a": [f"{LEDE} Gull Wire ."]}, {"a": "Gull Wire"}), SETTINGS)
    assert [n.name for n in unseen(found)] == ["Gull Wire"]
    assert sure(found) == {(unseen(found)[0].id, "a")}


def test_a_shorter_later_text_wholly_in_a_longer_earlier_one_is_its_copy() -> None:
    texts = grid(
        {"a": [LEDE, CREW, OWNER, RECORD], "b": [LEDE, CREW, "", ""]},
        published={"a": "2021-05-22T08:00:00Z", "b": "2021-05-22T11:00:00Z"},
        outlet={"a": "Gull Wire", "b": "Quay Echo"},
    )
    found = lineage.infer(texts, SETTINGS)
    assert sure(found) == {("a", "b")}
    assert not unseen(found)
    assert {e.kind for e in found.derivations[0].evidence} >= {"time", "cut", "text"}


def test_between_two_outlets_a_cut_from_the_end_alone_draws_no_arrow() -> None:
    texts = grid(
        {"a": [LEDE, CREW, "", ""], "b": [LEDE, CREW, OWNER, RECORD]},
        outlet={"a": "Quay Echo", "b": "Pier Post"},
    )
    found = lineage.infer(texts, SETTINGS)
    assert sure(found) == set() and len(found.derivations) == 1


def test_within_one_outlet_the_longer_is_the_update() -> None:
    texts = grid(
        {"b": [LEDE, CREW, "", ""], "a": [LEDE, CREW, OWNER, RECORD]},
        outlet={"a": "Pier Post", "b": "Pier Post"},
    )
    assert sure(lineage.infer(texts, SETTINGS)) == {("b", "a")}


def test_times_outweigh_the_polarity_of_one_cut() -> None:
    texts = grid(
        {"a": [LEDE, CREW, "", ""], "b": [LEDE, CREW, OWNER, RECORD]},
        outlet={"a": "Quay Echo", "b": "Pier Post"},
        published={"a": "2021-05-22T08:00:00Z", "b": "2021-05-22T11:00:00Z"},
    )
    assert sure(lineage.infer(texts, SETTINGS)) == {("a", "b")}


def test_stamps_of_one_day_say_nothing() -> None:
    texts = grid({"a": [LEDE, CREW], "b": [LEDE, CREW]}, published={"a": "2021-05-22", "b": "2021-05-22"})
    assert not sure(lineage.infer(texts, SETTINGS))


def test_a_chain_of_innovations_is_told_in_order() -> None:
    """Each retelling keeps the changes of the one before it, so the middle one stands in the middle."""
    second = LEDE.replace("struck", "hit")
    third = second.replace("at dawn", "after midnight")
    texts = grid(
        {"c": [LEDE, CREW], "b": [second, CREW], "a": [third, CREW]},
        published={"c": "2021-05-22T08:00Z", "b": "2021-05-22T10:00Z", "a": "2021-05-22T12:00Z"},
    )
    assert sure(lineage.infer(texts, SETTINGS)) == {("c", "b"), ("b", "a")}


def many(rng: random.Random, words: int) -> list[str]:
    return [
        "".join(rng.choice("bdfgklmnprstv") + rng.choice("aeiou") for _ in range(3)) for _ in range(words)
    ]


def retold(rng: random.Random, tokens: list[str], changes: int) -> list[str]:
    copy = list(tokens)
    for place in rng.sample(range(len(copy)), changes):
        copy[place] = many(rng, 1)[0]
    return copy


def test_versions_that_share_what_no_other_has_get_an_unseen_source() -> None:
    """A lost copy h of a: b and c have all of h's changes, and each its own besides."""
    rng = random.Random(5)
    a = many(rng, 300)
    h = retold(rng, a, 50)
    columns = {"a": a, "b": retold(rng, h, 40), "c": retold(rng, h, 40)}
    found = lineage.infer(collate.columns(columns), SETTINGS)
    (source,) = unseen(found)
    assert {frozenset((e.source, e.copy)) for e in found.derivations} == {
        frozenset((source.id, name)) for name in "abc"
    }
    assert source.support > 0.6
    assert not sure(found)


def test_two_copies_of_a_seen_source_need_no_unseen_one() -> None:
    rng = random.Random(6)
    a = many(rng, 120)
    columns = {"a": a, "b": retold(rng, a, 15), "c": retold(rng, a, 15)}
    found = lineage.infer(collate.columns(columns), SETTINGS)
    assert not unseen(found)
    assert {frozenset((e.source, e.copy)) for e in found.derivations} == {frozenset("ab"), frozenset("ac")}


def test_one_long_omission_is_one_event_and_not_as_many_as_its_words() -> None:
    """Version b lacks forty words of a, c changes twelve; d has the changes and the gap, and hangs on c."""
    rng = random.Random(7)
    a = many(rng, 100)
    c = retold(rng, a, 12)
    columns = {"a": a, "b": a[:30] + [""] * 40 + a[70:], "c": c, "d": c[:30] + [""] * 40 + c[70:]}
    found = lineage.infer(collate.columns(columns), SETTINGS)
    assert frozenset("cd") in {frozenset((e.source, e.copy)) for e in found.derivations}


def test_shared_slip_outweighs_three_common_words() -> None:
    """Versions b and c share a slip; c and d share three small changes. b hangs with c all the same."""
    said = "the harbour master of the old town said the Salamander had left the quay of the Salamander line"
    base = said.split(" ")
    slip = [w.replace("Salamander", "Salmander") if n == 9 else w for n, w in enumerate(base)]
    small = {0: "a", 3: "in", 10: "has"}
    c = [small.get(n, w) for n, w in enumerate(slip)]
    d = [small.get(n, w) for n, w in enumerate(base)]
    found = lineage.infer(collate.columns({"a": base, "b": slip, "c": c, "d": d}), SETTINGS)
    assert frozenset("bc") in {frozenset((e.source, e.copy)) for e in found.derivations}


def test_a_version_spliced_from_two_dispatches_has_two_sources() -> None:
    rng = random.Random(8)
    one = [" ".join([*many(rng, 12), "."]) for _ in range(4)]
    two = [" ".join([*many(rng, 12), "."]) for _ in range(4)]
    gap = [""] * 4
    texts = grid(
        {
            "a": [*one, *gap],
            "b": [*gap, *two],
            "c": [*one[:2], "", "", *two[:3], ""],
            "d": [*one[:3], "", *gap],
        },
        published={f: f"2021-05-22T{8 + n:02}:00Z" for n, f in enumerate("abcd")},
    )
    found = lineage.infer(texts, SETTINGS)
    assert {("a", "c"), ("b", "c"), ("a", "d")} <= sure(found)
    assert set(found.origins) == {"a", "b"}


def test_a_moved_block_is_one_event_not_two() -> None:
    tokens = [*LEDE.split(), *CREW.split(), *OWNER.split()]
    end = len(tokens)
    wide = {"a": [*tokens, *[""] * 10], "b": [*tokens[10:], *tokens[:10]]}
    wide["b"] = [*[""] * 10, *tokens[10:], *tokens[:10]]
    plain = collate.columns(wide)
    moved = replace(plain, moves=(Move("b", (end, end + 10), (0, 10)),))
    costs = [
        -next(e.weight for e in lineage.infer(g, SETTINGS).derivations[0].evidence if e.kind == "text")
        for g in (moved, plain)
    ]
    assert costs[0] < costs[1] / 2


def test_the_order_of_the_witnesses_changes_nothing() -> None:
    rng = random.Random(9)
    a = many(rng, 80)
    columns = {"a": a, "b": retold(rng, a, 9), "c": retold(rng, a, 6)}
    columns["d"] = retold(rng, columns["b"], 5)
    turned = dict(reversed(columns.items()))
    assert lineage.infer(collate.columns(columns), SETTINGS) == lineage.infer(
        collate.columns(turned), SETTINGS
    )


@pytest.mark.parametrize(
    "columns",
    [
        {"a": []},
        {"a": [], "b": []},
        {"a": [""], "b": [""]},
        {"a": ["", ""], "b": ["x", "\x00"], "c": ["“", "”"]},
        {"a": ["日", "本"], "b": ["日", ""], "c": ["", ""]},
        {str(n): ["same", "words"] for n in range(12)},
        {str(n): [f"word{n}", "…"] for n in range(12)},
    ],
)
def test_odd_texts_give_a_lineage_that_holds_them_all(columns: dict[str, list[str]]) -> None:
    found = lineage.infer(collate.columns(columns), SETTINGS)
    assert {node.id for node in found.nodes if node.seen} == set(columns)
    assert acyclic(found)


def acyclic(found: Lineage) -> bool:
    left = {(e.source, e.copy) for e in found.derivations}
    nodes = {n.id for n in found.nodes}
    while nodes:
        free = {n for n in nodes if all(copy != n for _, copy in left)}
        if not free:
            return False
        nodes -= free
        left = {(u, v) for u, v in left if u not in free}
    return True


def test_no_witness_gives_an_empty_lineage() -> None:
    empty = Grid((), np.zeros((0, 0), dtype=np.int32))
    assert lineage.infer(empty, SETTINGS).nodes == ()


def test_joining_makes_unseen_sources_of_one_name_one_node() -> None:
    one = lineage.infer(grid({"a": [f"{LEDE} Gull Wire ."]}, {"a": "Gull Wire"}), SETTINGS, "1/")
    two = lineage.infer(grid({"b": [f"{CREW} Gull Wire ."]}, {"b": "Gull Wire"}), SETTINGS, "2/")
    three = lineage.infer(grid({"c": [OWNER]}), SETTINGS, "3/")
    whole = lineage.join([one, two, three])
    assert [n.name for n in unseen(whole)] == ["Gull Wire"]
    (source,) = unseen(whole)
    assert sure(whole) == {(source.id, "a"), (source.id, "b")}
    assert whole.origins == (source.id, "c")
    assert whole.origins_range == (2, 2)


HARBOUR = (
    "Four boats sank in the harbour of Port Amble on Friday, the harbour board said. The crews were saved by a "
    "passing ferry and nobody was hurt.\n\nThe board will look into the accident and will publish a report within "
    "a month, its head told the council. Insurance will pay."
)


@pytest.mark.parametrize("word", ["Today", "Metro", "Mirror"])
def test_an_outlet_named_by_a_common_word_is_not_credited_by_that_word(word: str) -> None:
    one = Article("a", f"{HARBOUR}\n\n{word} trains ran late.", outlet="Post")
    other = Article("b", HARBOUR.replace("Four", "Five"), outlet=word)
    (edge,) = questions.lineage_of([one, other]).derivations
    assert (edge.source, edge.copy) == ("a", "b")
    assert not any("credit" in e.kind or "agency" in e.kind for e in edge.evidence)


def test_times_speak_across_a_version_without_one() -> None:
    early = Article("early", HARBOUR, outlet="Amble Post", published="2020-02-07T23:10Z")
    undated = Article("undated", HARBOUR, outlet="Harbour Daily")
    late = Article(
        "late", f"{HARBOUR} The ferry came from Skarn.", outlet="Wend Times", published="2020-02-08T08:00Z"
    )
    found = questions.lineage_of([late, undated, early])
    assert found.origins == ("early",)
    assert {(e.source, e.copy) for e in found.derivations} == {("early", "undated"), ("undated", "late")}
