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


@pytest.mark.parametrize(
    ("host", "label"),
    [
        ("quay.example", "quay"),
        ("news.quay.co.uk", "quay"),
        ("news.quay.example", "quay"),
        ("com.example", "com"),
    ],
)
def test_a_house_goes_by_the_label_below_the_registry_s(host: str, label: str) -> None:
    assert hosts.telling_label(host) == label
