"""Words, sentences and paragraphs."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold import kernels, language
from retold.steps import words

ENGLISH = language.of("en")


def cut(text: str) -> list[str]:
    found = words.split(text)
    return [text[a:b] for a, b in zip(found.starts.tolist(), found.ends.tolist(), strict=True)]


def sentences(text: str) -> list[str]:
    return [text[a:b] for a, b in words.sentences(text, words.paragraphs(text), ENGLISH).tolist()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("O'Rell’s ferry isn't late", ["O'Rell’s", "ferry", "isn't", "late"]),
        ("a cease-fire, al-Borun", ["a", "cease", "fire", "al", "Borun"]),
        ("1,500.5 tons at 10:30", ["1,500.5", "tons", "at", "10:30"]),
        ("The U.S. envoy", ["The", "U.S.", "envoy"]),
        ("$5m and 7%", ["$", "5m", "and", "7", "%"]),
        ("the dockers’ pay", ["the", "dockers", "pay"]),
        ("港口关闭 now", ["港", "口", "关", "闭", "now"]),
        ("بندر بسته شد", ["بندر", "بسته", "شد"]),
        ("Порт закрыт", ["Порт", "закрыт"]),
        ("cafe\u0301 noir", ["cafe\u0301", "noir"]),
    ],
)
def test_words_are_cut_as_documented(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_case_marks_and_points_do_not_change_a_form() -> None:
    forms = [words.split(word).forms.tolist() for word in ("U.S.", "US", "us")]
    assert forms[0] == forms[1] == forms[2]
    assert words.split("isn’t").forms[0] == words.split("Isn't").forms[0]
    assert words.split("port").forms[0] != words.split("fort").forms[0]


def test_a_form_is_the_same_on_every_machine() -> None:
    """The number is fixed by the hash (FNV-1a): a store written elsewhere must agree."""
    assert int(words.split("harbour").forms[0]) == 3679748943150968350


@given(st.text(max_size=300))
def test_any_text_gives_ordered_words_inside_it(text: str) -> None:
    found = words.split(text)
    assert np.all(found.starts < found.ends)
    assert np.all(found.ends[:-1] <= found.starts[1:])
    assert len(found) == 0 or found.ends[-1] <= len(text)
    assert np.all(found.forms > 0)


@given(st.text(alphabet="aB. \n“”\"'!?…\r\u2028U.S", max_size=200))
def test_sentences_cover_every_visible_character_once(text: str) -> None:
    seen = np.zeros(len(text), dtype=int)
    for a, b in words.sentences(text, words.paragraphs(text), ENGLISH).tolist():
        assert a < b
        seen[a:b] += 1
    assert seen.max(initial=0) <= 1
    assert all(seen[i] or c.isspace() or not c.isprintable() for i, c in enumerate(text))


def test_a_line_is_a_paragraph() -> None:
    text = "Headline\n\nFirst one.\r\nSecond one.\n \n"
    assert [text[a:b] for a, b in words.paragraphs(text).tolist()] == [
        "Headline",
        "First one.",
        "Second one.",
    ]


def test_lines_wrapped_at_a_width_are_joined() -> None:
    line = "the crews of both ferries waited at the pier until the fog had gone away"
    text = "\n".join([line] * 6) + "\n\n" + "\n".join([line] * 3)
    assert len(words.paragraphs(text)) == 2


def test_lines_of_a_narrow_column_are_joined_and_verse_is_not() -> None:
    column = "\n".join(["The crews of both ferries", *["waited at the pier for fog"] * 5])
    assert len(words.paragraphs(column)) == 1
    assert len(words.paragraphs("\n".join(line.capitalize() for line in column.split("\n")))) == 6
    short = "The crews of both fer-\nries sat at the pier in fog.\n\n"  # what follows a blank line does not run on
    assert len(words.paragraphs(short * 4)) == 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. drone fell. It burned.", ["The U.S. drone fell.", "It burned."]),
        ("Gen. Orla Vann left. She won.", ["Gen. Orla Vann left.", "She won."]),
        ("J. R. Kael came. He sat.", ["J. R. Kael came.", "He sat."]),
        ("She read P. J. Kael. He sat.", ["She read P. J. Kael.", "He sat."]),
        ("It is No. 5 of 9. Done.", ["It is No. 5 of 9.", "Done."]),
        ("He paid Brin Co. The firm agreed.", ["He paid Brin Co.", "The firm agreed."]),
        ("“We go.” She left.", ["“We go.”", "She left."]),
        ("“Go!” she cried. All ran.", ["“Go!” she cried.", "All ran."]),
        ("“Why now?” Kael asked. Nobody knew.", ["“Why now?” Kael asked.", "Nobody knew."]),
        ("Well … it works. Yes.", ["Well … it works.", "Yes."]),
        ("At 5 p.m. the port shut. Rain fell.", ["At 5 p.m. the port shut.", "Rain fell."]),
        ("港口关闭。船走了。", ["港口关闭。", "船走了。"]),
        ("It fell 3.5 percent. Bad.", ["It fell 3.5 percent.", "Bad."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_empty_text_has_nothing() -> None:
    assert len(words.split("")) == 0
    assert words.paragraphs(" \n ").shape == (0, 2)
    assert words.sentences("", words.paragraphs("")).shape == (0, 2)


@pytest.mark.long
def test_a_megabyte_without_a_break_is_read_in_linear_time() -> None:
    for text in ("a" * 1_000_000, "." * 1_000_000, "a." * 500_000, "'" * 1_000_000, "A. " * 300_000):
        words.split(text)
        words.sentences(text, words.paragraphs(text), ENGLISH)


@pytest.mark.parametrize(
    ("text", "expected", "count"),
    [
        (
            "Die Hafenbehörde schloß am 3. Mai die Brücke. Niemand wurde verletzt.",
            ["Hafenbehörde", "schloß"],
            11,
        ),
        ("L’équipage n’a rien dit. « Nous partons », a crié Odile.", ["L’équipage", "n’a", "crié"], 9),
        ("أغلق الميناءُ أبوابه يوم الاثنين. هل عادت العبّارة؟ نعم.", ["الميناءُ", "العبّارة"], 9),
        ("کشتی می‌رود. بندر ۱۲ ساعت بسته شد.", ["می‌رود", "۱۲"], 7),
        ("Порт закрыли в среду. Паром «Чайка» ещё не вернулся.", ["среду", "Чайка", "ещё"], 9),
        ("港口周三关闭。渡轮“海燕”号没有回来！", ["港", "燕"], 15),
    ],
)
def test_words_and_sentences_are_found_in_other_languages(text: str, expected: list[str], count: int) -> None:
    found = cut(text)
    assert [word for word in expected if word not in found] == []
    assert len(found) == count
    assert len(sentences(text)) >= 2


@pytest.mark.parametrize(
    ("one", "other"),
    [("STRASSE", "straße"), ("ПОРТ", "порт"), ("كتاب", "كتـاب"), ("Ｐｏｒｔ", "port"), ("می‌رود", "میرود")],
)
def test_ways_of_writing_one_word_have_one_form(one: str, other: str) -> None:
    assert words.split(one).forms.tolist() == words.split(other).forms.tolist()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("She said: “Where is it?” Orla then asked her again.", 2),
        ("She said: \"And he said, 'Where?'\" Orla then asked her again.", 2),
        ("“Where is it?” Orla then asked her again.", 1),
    ],
)
def test_no_speaker_follows_a_question_that_a_colon_leads_to(text: str, count: int) -> None:
    assert len(words.sentences(text, words.paragraphs(text), language.of("en"))) == count


@pytest.mark.parametrize("name", ["reference", "compiled"])
def test_the_words_of_one_text_are_the_same_by_all_kernels(name: str) -> None:
    if name == "compiled":
        pytest.importorskip("numba")
    text = "The U.S. envoy’s 1,500-word note — «déjà vu», said Straße\ud800 no. ½"
    found, plain = words.split_by(text, kernels.choose(name)), words.split(text)
    for column in ("starts", "ends", "forms"):
        assert getattr(found, column).tolist() == getattr(plain, column).tolist()


def test_spaces_at_the_ends_of_lines_change_nothing_of_a_wrapped_text() -> None:
    line = "the quay will be open again to every boat by noon on the next day \n"
    text = f"Rolf Dell said on Monday that \n{line * 6}and that it will be so.\n"
    assert len(words.paragraphs(text)) == 1
    assert len(words.paragraphs(text.replace(" \n", "\n"))) == 1
    assert len(words.paragraphs(text.replace("\nand", "\n\nand"))) == 2
