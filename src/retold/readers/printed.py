"""What a browser prints at the edges of the pages of an article, in a text taken from such a print."""

from __future__ import annotations

import re

_FOOT = re.compile(
    r"^[ \t]*(?P<url>https?://\S+)[ \t]+(?:\S{1,8} )?"
    r"(?P<page>\d{1,3}) ?(?:/|of|von|de|sur) ?(?P<pages>\d{1,3})[ \t]*$",
    re.M,
)
_HEAD = re.compile(
    r"^\f?[ \t]*\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?[ \t]+\d{1,2}[:.]\d\d(?:[  ]?[AP]M)?[ \t]+\S.*$", re.M | re.I
)


def without_edges(text: str) -> tuple[str, str | None]:
    r"""A text without the lines at the edges of its printed pages, and the address that they give.

    Feet with an address and the number of a page show that it is a print; heads have the day of printing.

    >>> without_edges("4/5/31, 8:04 AM Ferry\nA ferry sank.\nhttps://echo.example/a 1/1\n")
    ('A ferry sank.\n', 'https://echo.example/a')
    >>> without_edges("A ferry sank.\n")
    ('A ferry sank.\n', None)
    """
    feet = list(_FOOT.finditer(text))
    counted = {(foot["url"], foot["pages"]) for foot in feet}
    numbers = [int(foot["page"]) for foot in feet]
    if len(counted) != 1 or numbers != list(range(1, int(feet[0]["pages"]) + 1)):
        return text, None
    bare = _HEAD.sub("", _FOOT.sub("", text))
    return re.sub(r"\n\s*\n", "\n\n", bare).strip() + "\n", feet[0]["url"]
