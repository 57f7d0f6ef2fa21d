"""Nothing that an article holds may move the cursor, turn text round or stop a print."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from retold.views import safe

ANY = st.text(st.characters(), max_size=200)


@given(ANY)
def test_text_keeps_its_length_so_that_offsets_hold(value: str) -> None:
    assert len(safe.text(value)) == len(value) == len(safe.lines(value))


@given(ANY)
def test_nothing_a_terminal_obeys_is_left(value: str) -> None:
    shown = safe.text(value)
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in shown)
    assert not any(c in shown for c in "\u202a\u202e\u2066\u2067\u2069\u200f\u061c\u2028")


@given(ANY)
def test_any_text_can_be_encoded(value: str) -> None:
    assert safe.lines(value).encode("utf-8") if value else True


@given(ANY, st.integers(1, 60))
def test_short_never_passes_its_width(value: str, width: int) -> None:
    assert cell_len(safe.short(value, width)) <= width


def test_joiners_of_living_scripts_stay() -> None:
    assert safe.text("\u0646\u200c\u0627 क\u200dष") == "\u0646\u200c\u0627 क\u200dष"


def test_a_megabyte_on_one_line_is_shortened_at_once() -> None:
    assert safe.short("gale " * 300_000, 12) == "gale gale…"


def test_what_runs_leftward_is_isolated_and_nothing_else_is() -> None:
    from rich.cells import cell_len

    hebrew = "\u05e0\u05de\u05dc 3"
    assert safe.isolated(hebrew) == f"\u2068{hebrew}\u2069" and cell_len(safe.isolated(hebrew)) == cell_len(
        hebrew
    )
    assert safe.isolated("Taven 3") == "Taven 3" and safe.isolated("") == ""
