"""Settings are shown and checked."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from retold import cli, cli_config


def test_what_is_shown_is_good_when_checked(tmp_path: Path) -> None:
    shown = CliRunner().invoke(cli.commands, ["config", "show"])
    assert shown.exit_code == 0 and "[align]" in shown.output
    (tmp_path / "retold.toml").write_text(shown.output)
    checked = CliRunner().invoke(cli.commands, ["config", "check", str(tmp_path / "retold.toml")])
    assert checked.output.strip().endswith("good")
    assert cli.commands.commands["config"] is cli_config.config
