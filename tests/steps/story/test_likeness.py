"""How alike articles are in their telling words."""

from __future__ import annotations

import numpy as np
import pytest

from retold import kernels
from retold.language.folding import form
from retold.steps.story import likeness
from retold.steps.story.likeness import Vectors
from retold.tables import ManyWords
from tests.steps.witnesses import witness

KERNELS = kernels.choose("reference")


def vectors(*texts: str, report: list[int] | None = None) -> Vectors:
    held = [witness(text, str(n)) for n, text in enumerate(texts)]
    words = ManyWords.of([w.words for w in held], [w.text for w in held])
    return likeness.vectors(KERNELS.bags(words), None if report is None else np.array(report))


def test_each_vector_has_the_length_of_one_and_none_without_words() -> None:
    found = vectors("pier harbour crane", "")
    assert np.linalg.norm(found.of(0)[1]) == pytest.approx(1.0, abs=1e-6)
    assert len(found.of(1)[0]) == 0


def test_a_word_that_all_have_weighs_less_than_a_rare_one() -> None:
    found = vectors("pier crane", "pier dock", "pier mole")
    common = int(found.holders.argmax())
    words, weights = found.of(0)
    assert weights[words == common] < weights[words != common]


def test_a_dispatch_that_all_print_does_not_make_its_words_common() -> None:
    texts = ["Ostmark crane pier", "Ostmark crane pier", "Ostmark choir hall"]

    def share_of_name(report: list[int] | None) -> float:
        words, weights = vectors(*texts, report=report).of(2)
        return float(weights[words == int(vectors(*texts).holders.argmax())][0])

    assert share_of_name([0, 0, 2]) > share_of_name(None)


def test_pairs_alike_enough_are_candidates_with_their_cosine() -> None:
    found = vectors("Ostmark crane pier", "Ostmark crane mole", "Velm choir hall")
    ((i, j, cosine),) = likeness.candidates(found, [], 0.1, KERNELS)
    assert (i, j) == (0, 1)
    assert 0.1 < cosine < 1


def test_a_common_word_of_the_language_weighs_less_than_a_name_even_in_two_texts() -> None:
    held = [
        witness(
            "The company said on Monday that it will open a new market in Tessvik for all of its people", "a"
        )
    ]
    bags = KERNELS.bags(ManyWords.of([w.words for w in held], [w.text for w in held]))
    shares = dict(zip(bags.forms.tolist(), likeness.background(bags).tolist(), strict=True))
    assert shares[form("Tessvik")] < shares[form("people")] < shares[form("the")]


def test_words_of_a_language_without_a_background_go_by_their_shape() -> None:
    held = [witness("Vorun tesk alba norem Tessvik kuolen", "a")]
    bags = KERNELS.bags(ManyWords.of([w.words for w in held], [w.text for w in held]))
    assert sorted(set(likeness.background(bags).tolist())) == pytest.approx([0.02, 0.08])


def test_a_long_text_of_a_language_without_a_background_counts_less() -> None:
    strange = vectors("Vorun tesk alba norem Tessvik kuolen " * 6)
    assert np.linalg.norm(strange.of(0)[1]) == pytest.approx(0.55**0.5, abs=1e-3)
