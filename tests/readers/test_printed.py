"""Lines that a browser prints at the edges of pages."""

from __future__ import annotations

import retold
from retold.readers import printed

HEAD, FOOT = "5/4/31, 8:04 AM Ferry drifts off Lissel - Echo", "https://echo.example/ferry {}/2"
PRINT = f"{HEAD}\n\nFerry drifts\n\nThe ferry drifted.\n\n{FOOT.format(1)}\n\f{HEAD}\n\nA tug came.\n\n{FOOT.format(2)}\n"


def test_heads_and_feet_of_a_print_go_and_its_address_stays(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "a.txt").write_text(PRINT)
    (article,) = retold.read(tmp_path / "a.txt")
    assert article.title == "Ferry drifts" and article.url == "https://echo.example/ferry"
    assert article.text.split() == ["The", "ferry", "drifted.", "A", "tug", "came."]


def test_addresses_that_are_not_counted_through_are_text() -> None:
    for text in (
        PRINT.replace("1/2", "2/2"),
        PRINT.replace(" 2/2", ""),
        "See https://echo.example/ferry 1/2 for more.",
    ):
        assert printed.without_edges(text) == (text, None)
