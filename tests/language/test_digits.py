"""Numbers in digits and numerals of any script."""

from __future__ import annotations

import pytest

from retold import language
from retold.language.digits import Digits, numeral_value


@pytest.mark.parametrize(
    ("code", "text", "values"),
    [
        ("ar", "غرق ١٥٠٠ قارب و٢٫٥ طن", [1500.0, 2.5]),
        ("fa", "۳٬۲۰۰ نفر و ۴۰٪", [3200.0, 40.0]),
        ("ja", "作業員３２人と四人、1,500メートル", [32.0, 4.0, 1500.0]),
        ("ja", "一九八八年に三万五千円", [1988.0, 35000.0]),
        ("zh", "三十二名工人，两亿元", [32.0, 200000000.0]),
        ("fi", "1.500 ihmistä ja 1,5 tonnia, 2\u00a0300\u00a0000 euroa", [1500.0, 1.5, 2300000.0]),
    ],
)
def test_figures_are_read_in_any_script(code: str, text: str, values: list[float]) -> None:
    assert [one.value for one in language.of(code).numbers.find(text)] == values


@pytest.mark.parametrize("text", ["統一の動き", "一部の船", "第三回", "十分な水", "万歳"])
def test_a_numeral_inside_another_word_is_no_figure(text: str) -> None:
    assert language.of("ja").numbers.find(text) == []


def test_the_shape_of_a_number_says_which_sign_parts_thousands() -> None:
    anything = Digits((), (), (".", ","))
    assert [anything.value(one) for one in ("1,234.5", "1.234,5", "0,125", "12,5")] == [
        1234.5,
        1234.5,
        0.125,
        12.5,
    ]


def test_a_language_without_a_form_writes_numbers_as_english_does() -> None:
    assert Digits.of({}).value("1,500.5") == 1500.5


def test_hundreds_and_myriads_multiply_what_stands_before_them() -> None:
    assert numeral_value("二億三千万") == 230_000_000.0
    assert numeral_value("百二十") == 120.0
