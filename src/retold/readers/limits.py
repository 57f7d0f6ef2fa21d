"""What reading may cost: true limits, which keep a hostile file from taking the machine."""

from __future__ import annotations

from dataclasses import dataclass

from retold.settings import Clean

# Deflate packs at most about 1,032 to 1; markup and rows of a feed stay below 50 to 1.
_RATIO = 200  # unpacked bytes allowed for each packed one
_FREE = 64 << 20  # unpacked bytes that are always allowed, because small files may pack well
_MOST_MEMBERS = 1_000_000  # of one archive; a year of a large outlet is a tenth of that
_DEEPEST = 4  # archives within each other; a packed table within a packed archive is 3


@dataclass(slots=True)
class Allowance:
    """Bytes that may still be unpacked from one file, however deep its archives are nested."""

    left: int

    def spend(self, count: int) -> bool:
        """Take these bytes off; whether they were still allowed."""
        self.left -= count
        return self.left >= 0


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one call of `read`."""

    largest_bytes: int  # of a content that is held whole, and of one row
    ratio: int = _RATIO
    free: int = _FREE
    most_members: int = _MOST_MEMBERS
    deepest: int = _DEEPEST
    most_blank: int = 100_000  # lines without a word behind each other

    @staticmethod
    def of(settings: Clean) -> Limits:
        """The limits under these settings."""
        return Limits(settings.largest_bytes)

    def allowance(self, size: int) -> Allowance:
        """What may be unpacked from a file of `size` bytes."""
        return Allowance(self.free + self.ratio * size)
