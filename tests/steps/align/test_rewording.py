"""Sentences in other words, and clauses that a longer sentence took in."""

from __future__ import annotations

from retold.steps.align import rewording
from tests.steps.align.workspaces import work

PIER = "The harbour board shut the northern pier after a crane collapsed."
REWORDED = "A crane collapsed, so the northern pier was shut by the harbour board."
CHOIR = "Nineteen singers from Velm rehearsed madrigals all evening."


def test_sentences_that_share_telling_words_are_alike_the_best_first() -> None:
    found = work(f"{PIER} {CHOIR}", f"{CHOIR} {REWORDED}")
    likenesses = rewording.alike_sentences(found.encoded)
    assert [(i, j) for i, j, _ in likenesses] == [(1, 0), (0, 1)]
    assert likenesses[0][2] > likenesses[1][2] > 0.2


def test_sentences_about_other_things_are_not_alike() -> None:
    assert rewording.alike_sentences(work(PIER, CHOIR).encoded) == []


def test_a_reworded_sentence_is_aligned_word_by_word() -> None:
    found = work(PIER, REWORDED)
    assert rewording.is_sentence_free(found)
    rewording.align_sentences(found, rewording.alike_sentences(found.encoded))
    assert (found.to_b >= 0).sum() >= 3
    assert not rewording.is_sentence_free(found)


def test_a_clause_that_a_longer_sentence_took_in_is_moved() -> None:
    clause = "Nineteen singers rehearsed madrigals."
    found = work(clause, f"Before supper at Velm {clause[:-1].lower()} while rain fell outside.")
    rewording.align_clauses(found)
    assert [run.moved for run in found.moved] == [True]
    assert (found.to_b >= 0).all()


def test_a_clause_with_too_little_to_tell_is_left() -> None:
    found = work("It was on a day.", "On a day it was.")
    rewording.align_clauses(found)
    assert found.moved == []
