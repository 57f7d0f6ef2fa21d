"""What readers of witnesses give, and the text they give it from."""

from __future__ import annotations

from collections.abc import Mapping

from retold.errors import InputError
from retold.readers import signatures
from retold.readers.content import Content
from retold.readers.registry import Format

Columns = dict[str, list[str | None]]  # sigil: tokens, '' for a gap, None for what is lost; all of one length
Witnesses = Mapping[str, str | list[str | None]]  # sigil: tokens in columns, or a whole text
WitnessFormat = Format[Witnesses]


def text_of(content: Content, marked_up: bool = False) -> str:
    """The whole as text, in whatever charset it is, with plain line ends.

    Raises `InputError` for what is no text.
    """
    if signatures.is_binary(content.head.data):
        raise InputError(
            f"{content.where}: is a binary file", "give a table as text, parted by tabs or commas"
        )
    text, _ = content.text(marked_up)
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
