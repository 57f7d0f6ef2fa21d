"""The making of `Article.text`: title and furniture outside, the report inside."""

from __future__ import annotations

from typing import NamedTuple

from retold import parameters
from retold.readers import captions, decode, furniture, namelinks

_P = parameters.of("readers", "body")
_TITLE_WORDS = _P.integer("title_words")
_TITLE_CHARACTERS = _P.integer("title_characters")
_NO_TITLE_ENDS = (".", ":", ";", ",", "…", "-", "–", "—")
_CLOSING = "\"'”’»"  # marks behind which the stop of a sentence stands: she said. “I am done.”


class Body(NamedTuple):
    """A report as every later step will have it, and what stood around it."""

    text: str
    title: str | None
    furniture: tuple[str, ...]


def make(raw: str, title: str | None = None) -> Body:
    r"""The report of one page or file.

    What belongs to pictures, or leads away from the report, is taken out wherever it stands.
    A title that is known is taken off the top if it stands there too;
    without one, a short first line without a final stop and with a blank line
    below it is the title.

    >>> make("Ferry sinks\n\nA ferry sank on Monday.\nBack to top")
    Body(text='A ferry sank on Monday.', title='Ferry sinks', furniture=('Back to top',))
    """
    edged = furniture.cut(decode.tidy(raw))
    linked = namelinks.without(edged.text)
    inner = furniture.without_inside(linked.text)
    report, pictures = captions.without(inner.text)
    cut = (*edged.furniture, *linked.furniture, *inner.furniture, *pictures)
    title = " ".join(decode.tidy(title).split()) if title else None
    if title:
        return Body(_without_title(report, title), title, cut)
    found, rest = _headline(report)
    return Body(rest, found, cut)


def _without_title(text: str, title: str) -> str:
    line, newline, rest = text.partition("\n")
    same = furniture.fold(line.removeprefix("# ")) == furniture.fold(title)
    return rest.lstrip() if same and newline else text


def _headline(text: str) -> tuple[str | None, str]:
    line, _, rest = text.partition("\n")
    line = line.strip().removeprefix("# ").strip()
    followed = rest.split("\n", 1)[0].strip() == "" and rest.strip() != ""
    short = len(line) <= _TITLE_CHARACTERS and len(line.split()) <= _TITLE_WORDS
    if followed and short and line and not line.rstrip(_CLOSING).endswith(_NO_TITLE_ENDS):
        return line, rest.strip()
    return None, text
