"""Headlines lose the site's name and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.gazetteer import hosts
from retold.readers import headlines


@pytest.mark.parametrize(
    ("title", "names", "headings", "expected"),
    [
        ("Ferry late - The Quenby Echo", ["Quenby Echo"], [], "Ferry late"),
        ("Ferry late | echo.example", ["echo.example"], [], "Ferry late"),
        ("Ferry late : News : Quenby Echo", [], ["Ferry late"], "Ferry late"),
        ("Ferry late – again", ["Quenby Echo"], [], "Ferry late – again"),
        ("Quenby Echo", ["Quenby Echo"], [], "Quenby Echo"),
        ("Ferry: late", ["late"], [], "Ferry: late"),
        (None, [], [], None),
    ],
)
def test_only_a_known_name_or_what_stands_behind_the_heading_goes(title, names, headings, expected):
    assert headlines.without_site(title, names, headings) == expected


def test_a_short_last_part_of_a_page_s_own_title_goes():
    assert headlines.behind_joint("The lamp stays lit tonight | Echo") == "The lamp stays lit tonight"
    assert headlines.behind_joint("Echo | The lamp stays lit tonight") == "Echo | The lamp stays lit tonight"


@given(st.text(max_size=60))
def test_no_title_and_no_address_raises(text):
    headlines.without_site(text, [text], [text])
    hosts.host(text)
