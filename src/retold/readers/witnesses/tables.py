"""What readers of witnesses give, and the text they give it from."""

from __future__ import annotations

from collections.abc import Mapping

from retold import parameters
from retold.errors import InputError
from retold.messages import N_
from retold.readers import signatures
from retold.readers.content import Content
from retold.readers.registry import Format

_P = parameters.of("readers", "witnesses")
_MOST, _PLACES = _P.integer("most"), _P.integer("places")

Columns = dict[str, list[str | None]]  # sigil: tokens, '' for a gap, None for what is lost; all of one length
Witnesses = Mapping[str, str | list[str | None]]  # sigil: tokens in columns, or a whole text
WitnessFormat = Format[Witnesses]


def text_of(content: Content, marked_up: bool = False) -> str:
    """The whole as text, in whatever charset it is, with plain line ends.

    Raises `InputError` for what is no text.
    """
    if signatures.is_binary(content.head.data):
        raise InputError(
            N_("{where}: is a binary file").format(where=content.where),
            N_("give a table as text, parted by tabs or commas"),
        )
    text, _ = content.text(marked_up)
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def check_size(name: str, witnesses: int, places: int = 0) -> None:
    """Raise `InputError` for more witnesses or places than a lineage is found for in hours."""
    if witnesses > _MOST:
        cure = N_("give those that matter, one of each that are alike")
        raise InputError(
            N_("{name}: {witnesses:,} witnesses, and {most:,} are the most that are read").format(
                name=name, witnesses=witnesses, most=_MOST
            ),
            cure,
        )
    if witnesses * places > _PLACES:
        cure = N_("give fewer witnesses, or a part of the text")
        size = N_("{witnesses:,} witnesses of {places:,} places").format(witnesses=witnesses, places=places)
        raise InputError(
            N_("{name}: {our_size}, and {places:,} readings are the most that are read").format(
                name=name, our_size=size, places=_PLACES
            ),
            cure,
        )
