"""A parse tied to the characters of the article, in the labels that the rules read."""

from __future__ import annotations

from dataclasses import replace

from retold.language.parsing import Parse
from retold.steps.statements.tree import tree
from tests.steps.statements.reading import english, parts_of, phrase, tree_of


def test_the_labels_of_another_parser_become_those_of_the_rules() -> None:
    (part,) = parts_of("Vann spoke.")
    parse = Parse(
        ["Vann", "spoke", "."], [0, 5, 10], ["NNP", "VBD", "."], ["SUBJ", "TOP", "punct"], [1, 1, 1]
    )
    words = replace(english(), labels={"SUBJ": "nsubj", "TOP": "ROOT"})
    assert tree(part, parse, words).deps == ["nsubj", "ROOT", "punct"]
    assert tree(part, parse, english()).deps == ["SUBJ", "TOP", "punct"]


def test_tokens_stand_on_the_articles_characters() -> None:
    text = "“The pier is safe for all of us,”  Orla Vann said."
    one = tree_of(text)
    at = one.words.index("Vann")
    assert text[slice(*one.span(at, at))] == "Vann"
    assert one.at(text.index("Orla")) == at - 1
    assert one.dummy[:2] == [True, True] and one.quotes[0] == 0


def test_a_noun_phrase_has_its_qualifiers_and_no_clause() -> None:
    one = tree_of("The old head of the dock union, who is ill, left.")
    assert phrase(one, one.words.index("head")) == "The old head of the dock union"


def test_initials_that_look_like_a_small_word_keep_their_capitals() -> None:
    assert "WHO" in tree_of("Vann asked the WHO for help.").lower
    assert "who" in tree_of("WHO ASKED FOR HELP?").lower


def test_what_governs_a_token_ends_at_the_root() -> None:
    one = tree_of("Vann said the pier was shut.")
    above = [one.words[token] for token in one.above(one.words.index("pier"))]
    assert above[0] == "pier" and above[-1] == "said"


def test_a_noun_read_as_the_subject_of_the_next_belongs_to_it() -> None:
    one = tree_of("The court usher, Roy Vann, said the boiler had been broken since May.")
    at = one.lower.index("usher")
    assert phrase(one, at) == "The court usher"
