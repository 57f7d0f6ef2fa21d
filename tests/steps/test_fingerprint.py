"""Word n-grams with their places."""

from __future__ import annotations

from retold import kernels
from retold.model import Article, Span
from retold.settings import Fingerprint
from retold.steps import fingerprint, words
from retold.tables import Witness

SETTINGS = Fingerprint(words=3)


def witness(name: str, text: str, furniture: tuple[Span, ...] = ()) -> Witness:
    paragraphs = words.paragraphs(text)
    sentences = words.sentences(text, paragraphs)
    return Witness(Article(name, text), words.split(text), sentences, paragraphs, furniture=furniture)


def test_a_text_of_n_words_has_n_less_two_trigrams() -> None:
    grams = fingerprint.take([witness("a", "the ferry left the harbour")], SETTINGS)
    assert grams.word.tolist() == [0, 1, 2]
    assert grams.article.tolist() == [0, 0, 0]


def test_equal_words_give_equal_grams_whatever_their_case_and_marks() -> None:
    grams = fingerprint.take([witness("a", "The U.S. envoy"), witness("b", "“the US” ENVOY!")], SETTINGS)
    assert grams.hash[0] == grams.hash[1]
    assert grams.keys[0] == grams.keys[1]


def test_figures_tell_grams_apart() -> None:
    grams = fingerprint.take([witness("a", "some 32 boats"), witness("b", "some 22 boats")], SETTINGS)
    assert grams.hash[0] != grams.hash[1]


def test_a_text_shorter_than_a_gram_gives_one_gram() -> None:
    grams = fingerprint.take([witness("a", "ferry lost"), witness("b", ""), witness("c", "…")], SETTINGS)
    assert grams.article.tolist() == [0]
    assert len(grams.keys) == 3


def test_grams_do_not_reach_into_furniture() -> None:
    text = "one two three four five six"
    start = text.index("four")
    hidden = (Span("a", start, start + 4),)
    grams = fingerprint.take([witness("a", text, hidden)], SETTINGS)
    assert grams.word.tolist() == [0]


def test_a_corpus_in_parts_gives_the_same_grams() -> None:
    corpus = [witness(str(k), f"report number {k} of the harbour office") for k in range(7)]
    whole = fingerprint.take(corpus, SETTINGS)
    parts = [fingerprint.take([one], SETTINGS) for one in corpus]
    assert whole.hash.tolist() == [value for part in parts for value in part.hash.tolist()]
    assert whole.keys.tolist() == [value for part in parts for value in part.keys.tolist()]


def test_word_order_changes_the_key_of_a_text() -> None:
    grams = fingerprint.take([witness("a", "man bites dog"), witness("b", "dog bites man")], SETTINGS)
    assert grams.keys[0] != grams.keys[1]


def test_words_in_furniture_are_not_shown() -> None:
    texts = ["Share this page. The pier is shut.", "The mole is open."]
    words_of_all = words.many(texts, kernels.choose("reference"))
    found = fingerprint.shown(words_of_all, ["a", "b"], {"a": [Span("a", 0, 16)]})
    assert found.bounds.tolist() == [0, 4, 8]
    assert found.forms.tolist() == words_of_all.forms[3:].tolist()
    assert fingerprint.shown(words_of_all, ["a", "b"], {}) is words_of_all


def test_signs_of_a_script_without_spaces_are_told_by_pairs() -> None:
    kernel = kernels.choose("reference")
    split = words.many(["港の橋", "橋の港", "A pier"], kernel)
    found = fingerprint.telling(split, kernel)
    one, other = found.text(0).forms, found.text(1).forms
    assert not set(one[:2].tolist()) & set(other[:2].tolist())
    assert found.text(2).forms.tolist() == split.text(2).forms.tolist()
