"""What the alignment of two texts works on."""

from __future__ import annotations

from retold import kernels
from retold.steps.align import workspace
from retold.steps.align.workspace import Run
from tests.steps.align.workspaces import SETTINGS, work
from tests.steps.witnesses import witness


def test_equal_words_of_both_texts_have_one_number() -> None:
    encoded = work("The pier, the mole.", "A mole and THE pier.").encoded
    assert encoded.ids_a[0] == encoded.ids_a[2] == encoded.ids_b[3]
    assert encoded.ids_a[1] == encoded.ids_b[4]


def test_words_in_furniture_match_nothing_and_are_never_free() -> None:
    found = work("The pier is shut.\n\nShare this page", "Share this page", hidden="Share this page")
    assert found.free_a.tolist() == [True] * 4 + [False] * 3
    assert not set(found.encoded.ids_a[4:].tolist()) & set(found.encoded.ids_b.tolist())


def test_a_word_that_comes_often_and_a_short_one_tell_little() -> None:
    encoded = work("pier pier pier harbour of", "mole").encoded
    pier, harbour, short = (encoded.weight[encoded.ids_a[n]] for n in (0, 3, 4))
    assert pier < harbour
    assert short < harbour


def test_the_corpus_may_say_how_telling_words_are() -> None:
    a, b = witness("pier harbour", "a"), witness("mole", "b")
    rare, common = a.words.forms.tolist()
    idf = {rare: 8.0, common: 2.0}
    encoded = workspace.encode(a, b, SETTINGS, idf, kernels.choose("reference"))
    assert encoded.weight[encoded.ids_a].tolist() == [1.0, 0.25]


def test_words_that_begin_alike_have_one_stem() -> None:
    stems_a, stems_b, _ = work("harbours harbour pier", "harbouring piers").encoded.stems
    assert stems_a[0] == stems_a[1] == stems_b[0]
    assert stems_a[2] != stems_b[1]  # four letters have no ending


def test_sentences_are_ranges_of_words() -> None:
    encoded = work("The pier is shut. It opens at noon.", "").encoded
    assert encoded.sentences_a.tolist() == [[0, 4], [4, 8]]
    assert encoded.sentences_b.tolist() == []


def test_an_equal_run_makes_its_words_partners_and_takes_them() -> None:
    found = work("one two three", "two three four")
    assert found.is_free(Run(1, 3, 0, 2))
    found.add(Run(1, 3, 0, 2))
    assert found.to_b.tolist() == [-1, 0, 1]
    assert found.to_a.tolist() == [1, 2, -1]
    assert not found.is_free(Run(2, 3, 2, 3))


def test_a_run_of_unlike_words_makes_no_partners() -> None:
    found = work("one two", "uno due")
    found.add(Run(0, 2, 0, 2, equal=False, moved=True))
    assert found.to_b.tolist() == [-1, -1]
    assert (len(found.main), len(found.moved)) == (0, 1)
