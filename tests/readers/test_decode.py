"""Bytes become text by their mark, as UTF-8, as declared, or by a guess that says so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.readers import decode


def test_the_declared_charset_is_used_and_utf8_outweighs_a_wrong_one():
    text = "Совет гавани решил сохранить маяк."
    meta = '<meta charset="windows-1251">'
    assert decode.decode((meta + text).encode("cp1251"), marked_up=True) == (meta + text, None)
    assert decode.decode((meta + text).encode("utf-8"), marked_up=True) == (meta + text, None)
    assert decode.decode(f'<meta charset="rot13">{text}'.encode(), marked_up=True).text.endswith(text)


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_marks_and_zero_bytes_tell_the_encoding(codec):
    text = "The lamp stays lit, the council said."
    assert decode.decode(text.encode(codec)) == (text, None)


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("The keeper – a “modest” woman – said it cost £12,000 at the café.", "cp1252"),
        ("Паром сел на мель рано утром в воскресенье, сообщили в управлении порта города.", "cp1251"),
        ("Η βάρκα προσάραξε νωρίς την Κυριακή το πρωί, ανακοίνωσε το λιμεναρχείο της πόλης.", "cp1253"),
    ],
)
def test_an_undeclared_charset_is_guessed_and_it_is_said(text, codec):
    found = decode.decode(text.encode(codec))
    assert found.text == text
    assert found.note is not None and "not valid UTF-8" in found.note


@given(st.binary(max_size=300))
def test_decoding_never_fails(data):
    decode.decode(data, marked_up=True)
    decode.peek(data)


@pytest.mark.parametrize(
    ("data", "wide"),
    [("Ferry".encode("utf-16"), True), ("Ferry".encode("utf-16-be"), True), ("Ferry".encode("utf-32"), True),
     (b"Ferry", False), (b"\xef\xbb\xbfFerry", False), (b"", False)],
)  # fmt: skip
def test_where_line_feeds_are_two_bytes_or_more_is_told(data, wide):
    assert decode.is_wide(data) is wide


def test_a_page_comes_as_utf8_from_the_charset_that_what_carried_it_names():
    assert decode.as_utf8("Fähre".encode("cp1252"), "ISO-8859-1") == "Fähre".encode("utf-8-sig")
    assert decode.as_utf8(b"Ferry", None) == decode.as_utf8(b"Ferry", "no-such-charset") == b"Ferry"
    assert decode.as_utf8("\ufeffFähre".encode(), "ISO-8859-1") == "\ufeffFähre".encode()


def test_a_surrogate_that_stands_alone_is_replaced_and_all_else_stays():
    assert decode.tidy("F\ud800erry ä") == "F\ufffderry ä"


def test_text_that_was_read_in_the_wrong_charset_and_stored_is_mended_where_nothing_else_can_be_meant():
    right = "Die Fähre nach Möwenstein fährt später. „Nobody minded”, said Zoë."
    wrong = (
        right.encode()
        .decode("latin-1")
        .translate(
            {
                n: bytes([n]).decode("cp1252", "replace")
                for n in range(128, 160)
                if n not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
            }
        )
    )
    assert wrong != right
    assert decode.tidy(f"{wrong}\n\nIt’s late.") == f"{right}\n\nIt’s late."


@pytest.mark.parametrize("text", ["SÃO JOÃO, Ângela – ‘não’", "Ã is a letter, Å is another", "Â £5", "ÐÑ ÐÑ"])
def test_letters_that_may_be_meant_stay(text):
    assert decode.tidy(text) == text


@given(st.text())
def test_a_text_that_was_misread_comes_back_whenever_it_has_places_enough(text):
    line = f"{text.replace(chr(10), ' ')} für Zoë".encode("utf-8", "replace").decode("utf-8")
    assert decode.mended(line.encode().decode("latin-1")) == line


def test_marks_that_nobody_sees_are_no_part_of_a_text() -> None:
    assert (
        decode.tidy("the har\u00adbour of \u200eVelm,\u200b near\u200best") == "the harbour of Velm, nearest"
    )


def test_marks_that_join_or_part_letters_of_a_script_stay() -> None:
    for text in ("می\u200cخواهم", "👩\u200d🚀 à", "ภาษา\u200bไทย", "har\u00ad\nbour"):
        assert decode.tidy(text) == text
