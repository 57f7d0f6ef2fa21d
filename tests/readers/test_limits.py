"""What may be unpacked depends on the size of the file, and is spent once."""

from __future__ import annotations

from retold.readers.limits import Allowance, Limits
from retold.settings import Clean


def test_an_allowance_is_spent() -> None:
    one = Allowance(100)
    assert one.spend(60) and one.spend(40)
    assert not one.spend(1)


def test_a_larger_file_may_unpack_to_more() -> None:
    limits = Limits.of(Clean())
    assert limits.allowance(10_000_000).left - limits.allowance(0).left == limits.ratio * 10_000_000


def test_the_bound_of_the_settings_holds() -> None:
    assert Limits.of(Clean(largest_bytes=7)).largest_bytes == 7
