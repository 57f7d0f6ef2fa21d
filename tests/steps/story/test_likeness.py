"""How alike articles are in their telling words."""

from __future__ import annotations

import numpy as np
import pytest

from retold import kernels
from retold.language.folding import form
from retold.steps.story import likeness
from retold.steps.story.likeness import Vectors
from retold.tables import ManyWords, Pairs
from tests.steps.witnesses import witness

KERNELS = kernels.choose("reference")
_NONE = np.zeros(0, np.int32)
NO_PAIRS = Pairs(_NONE, _NONE, np.zeros(0), _NONE)


def vectors(*texts: str, report: list[int] | None = None) -> Vectors:
    held = [witness(text, str(n)) for n, text in enumerate(texts)]
    words = ManyWords.of([w.words for w in held], [w.text for w in held])
    bags = KERNELS.bags(words)
    return likeness.vectors(bags, likeness.weighed(bags, None if report is None else np.array(report)))


def commonest(found: Vectors) -> int:
    return int(np.bincount(found.words).argmax())


def test_the_vector_of_a_text_has_the_length_of_one_and_none_without_words() -> None:
    found = vectors("the pier of the harbour and its crane " * 40, "")
    assert np.linalg.norm(found.of(0)[1]) == pytest.approx(1.0, abs=1e-6)
    assert len(found.of(1)[0]) == 0


def test_the_likeness_of_brief_texts_counts_for_less_and_never_for_less_than_half() -> None:
    lengths = [np.linalg.norm(vectors("the pier of the harbour " * n).of(0)[1]) ** 2 for n in (1, 8, 20, 80)]
    assert lengths == sorted(lengths)
    assert lengths[0] == pytest.approx(0.5, abs=1e-6)
    assert lengths[-1] == pytest.approx(1.0, abs=1e-6)


def test_a_word_that_all_have_weighs_less_than_a_rare_one() -> None:
    found = vectors("pier crane", "pier dock", "pier mole")
    common = commonest(found)
    words, weights = found.of(0)
    assert weights[words == common] < weights[words != common]


def test_a_dispatch_that_all_print_does_not_make_its_words_common() -> None:
    texts = ["Ostmark crane pier", "Ostmark crane pier", "Ostmark choir hall"]

    def share_of_name(report: list[int] | None) -> float:
        words, weights = vectors(*texts, report=report).of(2)
        return float(weights[words == commonest(vectors(*texts))][0])

    assert share_of_name([0, 0, 2]) > share_of_name(None)


def test_pairs_alike_enough_are_candidates_with_their_cosine() -> None:
    found = vectors("Ostmark crane pier", "Ostmark crane mole", "Velm choir hall")
    alike = likeness.candidates(found, NO_PAIRS, 0.1, KERNELS, lambda edges: edges.cosines >= 0.1)
    assert alike.keys.tolist() == [1]  # 0 << 32 | 1
    assert 0.1 < alike.cosines[0] < 1


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
    strange = vectors("Vorun tesk alba norem Tessvik kuolen " * 60)
    assert np.linalg.norm(strange.of(0)[1]) == pytest.approx(0.55**0.5, abs=1e-3)


# ---- words that the corpus in which all was weighed does not know ----


def bags_of(*texts: str):
    held = [witness(text, str(n)) for n, text in enumerate(texts)]
    words = ManyWords.of([w.words for w in held], [w.text for w in held])
    return KERNELS.bags(words), words


def test_a_new_word_weighs_what_its_article_says_of_it_whatever_else_is_added() -> None:
    known = likeness.weighed(bags_of("pier harbour crane", "pier mole")[0])
    alone, words = bags_of("the crane of Velmar")
    beside, more = bags_of("the crane of Velmar", "a velmar is no crane, velmar")
    one = likeness.vectors(alone, known, likeness.strange(alone, words, known))
    two = likeness.vectors(beside, known, likeness.strange(beside, more, known))
    assert one.of(0)[1].tolist() == two.of(0)[1].tolist()


def test_known_words_keep_their_weight() -> None:
    bags, words = bags_of("pier harbour crane", "pier mole", "pier crane")
    known = likeness.weighed(bags)
    assert not likeness.strange(bags, words, known).any()
    some, few = bags_of("pier harbour crane")
    frozen = likeness.vectors(some, known, likeness.strange(some, few, known))
    assert frozen.of(0)[1].tolist() == likeness.vectors(bags, known).of(0)[1].tolist()


def test_a_new_word_may_propose_a_pair() -> None:
    known = likeness.weighed(bags_of("pier harbour crane", "pier mole")[0])
    bags, words = bags_of("Velmar sank", "Velmar rose")
    found = likeness.vectors(bags, known, likeness.strange(bags, words, known))
    alike = likeness.candidates(found, NO_PAIRS, 0.1, KERNELS, lambda edges: edges.cosines >= 0.1)
    assert alike.keys.tolist() == [1]


def test_the_vectors_of_some_articles_are_those_that_they_have() -> None:
    words, bounds = np.arange(9, dtype=np.int32), np.array([0, 4, 4, 9])
    held = Vectors(words, words / np.float32(2), bounds, np.ones(9, np.bool_))
    some = held.some(np.array([2, 1]))
    assert len(some) == 2
    for place, article in enumerate((2, 1)):
        assert [x.tolist() for x in some.of(place)] == [x.tolist() for x in held.of(article)]
