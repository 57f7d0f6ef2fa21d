"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from retold import cli_options
from retold.errors import RetoldError
from retold.settings import Settings


def test_options_are_listed_in_their_order() -> None:
    def weigh(**_: object) -> None:
        """Weigh."""

    options = (cli_options.strict, cli_options.as_json, cli_options.config)
    made = click.command()(cli_options.added(weigh, options))
    assert [one.name for one in made.params] == ["strict", "as_json", "config"]


def test_settings_are_those_of_the_file_or_the_usual_ones(tmp_path: Path) -> None:
    file = tmp_path / "retold.toml"
    file.write_text('[statements]\nwhich = "none"\n', encoding="utf-8")
    assert cli_options.settings_of(None) == Settings()
    assert cli_options.settings_of(str(file)).statements.which == "none"
    file.write_text("[weights]\n", encoding="utf-8")
    with pytest.raises(RetoldError):
        cli_options.settings_of(str(file))
