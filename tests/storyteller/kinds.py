"""What a kind of event is made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """Templates and facts of one kind of event, as text to be split.

    `bodies`, `roles` and `headlines` are lists parted by bars; `figures` lists
    name, form (n, pc, usd), least and most; `ledes` and `body` have a template a line.
    """

    name: str
    topic: str
    bodies: str
    roles: str
    figures: str
    headlines: str
    ledes: str
    body: str

    def lines(self, part: str) -> list[str]:
        """The templates of `ledes` or `body`."""
        return [line.strip() for line in getattr(self, part).strip().splitlines()]

    def listed(self, part: str) -> list[str]:
        """The entries of `bodies`, `roles`, `figures` or `headlines`."""
        return str(getattr(self, part)).split("|")
