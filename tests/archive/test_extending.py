"""An archive is told how traces are extended."""

from __future__ import annotations

import pytest

import retold
from retold.archive import extending, store
from retold.errors import InputError


def test_a_trace_is_extended_as_the_package_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extending, "_KNOWN", [])
    with pytest.raises(InputError, match="import retold"):
        store.Trace().add([])
    extending.by(lambda trace, articles, remove: (trace, articles, remove))  # type: ignore[arg-type,return-value]
    assert store.Trace().add("x", ["y"]) == (store.Trace(), "x", ["y"])


def test_importing_the_package_says_how() -> None:
    one = retold.Article("a", "The mill at Lindau burned on Friday, the guild said.")
    assert [a.id for a in store.Trace().add(one).articles] == ["a"]
