"""A kept sentence is recognised by the message that it was made from."""

from __future__ import annotations

from gettext import NullTranslations

from retold import sentences


class Shouting(NullTranslations):
    """A language in which every message is in capitals, but for its placeholders."""

    def __init__(self, *known: str) -> None:
        super().__init__()
        self._catalog = dict.fromkeys(known, "")

    def gettext(self, message: str) -> str:
        parts = sentences.PLACEHOLDER.split(message)
        return "".join(f"{{{part}}}" if number % 2 else part.upper() for number, part in enumerate(parts))


FOUND = Shouting(
    "{bird} sat on {place}",
    "{bird} sat on {place} all night",
    "{our_kind} is torn",
    "{count:,} gulls",
    "{one} {other}",
)


def told(words: str) -> str:
    return sentences.filled(words, FOUND, str.upper, 1)


def test_what_fills_a_message_stays_as_it_is() -> None:
    assert told("a tern sat on the mole") == "a tern SAT ON the mole"


def test_the_message_that_says_most_is_taken() -> None:
    assert told("a tern sat on the mole all night") == "a tern SAT ON the mole ALL NIGHT"


def test_what_is_ours_is_told_in_turn() -> None:
    assert told("a net is torn") == "A NET IS TORN"


def test_a_figure_comes_as_it_was_printed() -> None:
    assert told("1,200 gulls") == "1,200 GULLS"


def test_a_message_without_words_recognises_nothing() -> None:
    assert told("harbour light") == "harbour light"


def test_a_sentence_that_may_be_a_name_needs_two_words() -> None:
    assert sentences.filled("9 gulls", FOUND, str.upper, 2) == "9 gulls"
