"""The catalogue of all messages, and the translations of it.

    python -m translation.catalogue            write the catalogue, and bring each translation up to date
    python -m translation.catalogue --check    say what is out of date; exit code 1 if anything is

Messages are what Babel finds by the marks of `retold.messages` in the sources and templates, the help of the
commands as click holds it, and the kinds of walls that the tables of the languages name.
"""

from __future__ import annotations

import io
import re
import sys
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from retold import cli, messages, sentences, version

PACKAGE = messages.FOLDER.parent
POT = messages.FOLDER / f"{messages.DOMAIN}.pot"
KEYWORDS = {"_": None, "N_": None, "gettext": None, "ngettext": (1, 2), "many": (2, 3)}
_JINJA = {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
_METHODS = [("**.py", "python"), ("report/templates/**.html", "jinja2"), ("report/templates/**.js", "jinja2")]
_MADE_BY = re.compile(r'^"Generated-By: .*\n', re.MULTILINE)  # it changes when nothing else does
_NO_DAY = datetime(2026, 1, 1, tzinfo=UTC)  # a catalogue has the same bytes on each machine and day
_HEAD = f"# The messages of {messages.DOMAIN}; written by `make messages`."
Ids = str | tuple[str, ...]


def catalogue() -> Catalog:
    """All messages as they stand in the sources now."""
    made = Catalog(
        project=messages.DOMAIN, version=version.__version__, header_comment=_HEAD, creation_date=_NO_DAY
    )
    for ids, place, comments in _found():
        one = made.add(ids, locations=[(place, 1)], auto_comments=comments)
        _flag(one, place)
    return made


def _found() -> Iterator[tuple[Ids, str, list[str]]]:
    options = {pattern: _JINJA for pattern, method in _METHODS if method == "jinja2"}
    for name, _line, ids, comments, _context in extract_from_dir(PACKAGE, _METHODS, options, KEYWORDS):
        if ids and ids != ("", ""):
            yield ids, f"src/retold/{Path(name).as_posix()}", comments
    yield from ((words, "src/retold/cli.py", []) for words in _help(cli.commands))
    for file in sorted(PACKAGE.glob("language/*/furniture.toml")):
        words = tomllib.loads(file.read_text(encoding="utf-8"))
        yield from ((one, "src/retold/readers/walls.py", []) for one in _walls(words))


def _help(command: click.Command) -> Iterator[str]:
    """The help of a command, of its options and of the commands below it."""
    options = (one.help for one in command.params if isinstance(one, click.Option))
    yield from filter(None, (command.help, command.epilog, command.short_help, *options))
    for below in command.commands.values() if isinstance(command, click.Group) else ():
        yield from _help(below)


def _walls(table: dict[str, Any]) -> Iterator[str]:
    """What pages do that are walls."""
    return (wall["does"] for wall in table.get("walls", ()))


def _flag(one: Message, place: str) -> None:
    """Say which placeholders a message has: the old ones of Python in templates, its new ones elsewhere."""
    if not place.endswith(".html"):
        one.flags.discard("python-format")
    words = one.id if isinstance(one.id, str) else "".join(one.id)
    if sentences.PLACEHOLDER.search(words) and not place.endswith(".html"):
        one.flags.add("python-brace-format")


def written(of: Catalog) -> str:
    """A catalogue as text, the same on each machine and day."""
    sink = io.BytesIO()
    write_po(sink, of, width=110, sort_output=True, include_lineno=False)
    return _MADE_BY.sub("", sink.getvalue().decode("utf-8"))


def compiled(of: Catalog) -> bytes:
    """A translation as gettext reads it."""
    sink = io.BytesIO()
    write_mo(sink, of)
    return sink.getvalue()


def files() -> Iterator[tuple[Path, bytes]]:
    """Every file with what should be in it: the catalogue, and each translation as text and compiled."""
    template = catalogue()
    yield POT, written(template).encode()
    for file in sorted(messages.FOLDER.glob(f"*/LC_MESSAGES/{messages.DOMAIN}.po")):
        with file.open("rb") as source:
            translation = read_po(source, locale=file.parent.parent.name)
        translation.update(template, no_fuzzy_matching=True)
        yield file, written(translation).encode()
        yield file.with_suffix(".mo"), compiled(translation)


def _differs(file: Path, content: bytes) -> bool:
    return not file.is_file() or file.read_bytes() != content


def main(check: bool) -> int:
    """Write the files, or say which are out of date."""
    stale = [(file, held) for file, held in files() if _differs(file, held)]
    for file, content in stale:
        print(f"{file.relative_to(PACKAGE)} {'is out of date: make messages' if check else 'written'}")
        if not check:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv[1:]))
