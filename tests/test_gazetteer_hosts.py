"""Whose a host on the web is."""

from __future__ import annotations

import pytest

from retold.gazetteer import hosts


@pytest.mark.parametrize(
    ("place", "owner"),
    [
        ("https://www.reuters.com/world/1?x=2", "Reuters"),
        ("feeds.reuters.com", "Reuters"),
        ("reuters.com.example.net", None),
        ("Reuters", None),
        ("", None),
        ("https://", None),
    ],
)
def test_the_nearest_known_domain_owns_a_host(place: str, owner: str | None) -> None:
    assert hosts.owner(place) == owner
