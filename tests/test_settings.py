"""Settings: one section per step, nothing unknown accepted."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from retold import settings
from retold.errors import SettingsError


def test_shown_settings_load_back_unchanged(tmp_path: Path) -> None:
    file = tmp_path / "retold.toml"
    file.write_text(settings.to_toml(settings.Settings()), encoding="utf-8")
    assert settings.load(file) == settings.Settings()


def test_a_file_changes_only_what_it_names(tmp_path: Path) -> None:
    file = tmp_path / "retold.toml"
    file.write_text("[fingerprint]\nwords = 7\n", encoding="utf-8")
    loaded = settings.load(file)
    assert loaded.fingerprint.words == 7
    assert loaded.align == settings.Settings().align


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[speling]\nx = 1", "[speling]"),
        ("[align]\nancor = 1", "[align]"),
        ("[align]\nanchor = 'three'", "[align] anchor"),
        ("[align]\nanchor = true", "[align] anchor"),
        ("[statements]\nwhich = 'some'", "[statements] which"),
        ("align = 3", "[align]"),
        ("[align", "not TOML"),
    ],
)
def test_what_is_wrong_is_refused_by_its_name(tmp_path: Path, text: str, named: str) -> None:
    file = tmp_path / "bad.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        settings.load(file)
    assert named in caught.value.cause
    assert caught.value.cure


def test_a_whole_number_serves_where_a_fraction_is_asked() -> None:
    assert settings.from_mapping({"story": {"together": 1}}).story.together == 1


def test_a_missing_file_is_refused() -> None:
    with pytest.raises(SettingsError, match="name a settings file"):
        settings.load("no/such/file.toml")


def test_every_section_has_a_docstring() -> None:
    assert all(f.default_factory.__doc__ for f in fields(settings.Settings))
