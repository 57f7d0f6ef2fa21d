"""What one article prints of another, sentence by sentence."""

from __future__ import annotations

from retold.settings import Align
from retold.steps import align
from retold.steps.story import excerpts
from retold.tables import Alignment
from tests.digests import DISPATCHES, opening
from tests.steps.witnesses import witness

OWN = "Nothing much else has happened on the pass since the snow went in April, they say in the village. "


def pair(one: str, other: str) -> Alignment:
    found = align.align(witness(one, "a"), witness(other, "b"), Align())
    return found if found.a.id == "a" else found.turned()


def words(alignment: Alignment) -> str:
    held = excerpts.held(alignment)
    pieces = zip(alignment.a.words.starts[held], alignment.a.words.ends[held], strict=True)
    return " ".join(alignment.a.text[start:end] for start, end in pieces)


def test_a_sentence_that_stands_in_shared_runs_is_held_whole() -> None:
    changed = opening("bees").replace("forty", "four dozen")
    found = words(pair(OWN + changed, DISPATCHES["bees"]))
    assert found.startswith("A lorry with four dozen hives")
    assert "village" not in found


def test_a_few_words_in_common_hold_no_sentence() -> None:
    assert not words(
        pair(
            OWN + "On the pass road above Halvik they now sell honey again, and hot rolls with it too.",
            DISPATCHES["bees"],
        )
    )


def test_words_in_a_quotation_tell_no_copying() -> None:
    quoted = (
        "“They were only looking for somewhere dark, and they will do it again next year,” said Runa Stokke."
    )
    both = pair(f"{OWN}{quoted}", f"{DISPATCHES['organ']} {quoted}")
    assert excerpts.telling(both, excerpts.held(both)) <= 3  # said Runa Stokke


def test_a_passage_has_its_place_in_both_texts_and_says_whether_it_was_reworded() -> None:
    for changed, kind in (
        (opening("bees"), "verbatim"),
        (opening("bees").replace("forty", "many"), "reworded"),
    ):
        both = pair(OWN + changed, DISPATCHES["bees"])
        (passage,) = excerpts.passages(both, excerpts.held(both))
        assert (passage.a.article, passage.b.article, passage.kind) == ("b", "a", kind)
        assert passage.b.of(both.a.text) == changed[:-1]
        assert passage.a.of(both.b.text) == opening("bees")[:-1]


def test_pieces_of_two_places_are_two_passages() -> None:
    text = f"{opening('bees')} {OWN * 2} By dusk they had all but two swarms back in their boxes."
    both = pair(text, DISPATCHES["bees"])
    assert len(excerpts.passages(both, excerpts.held(both))) == 2
