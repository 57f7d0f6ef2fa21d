"""The code blocks of a page: run in order, and written anew with what they print.

Blocks are told by the word behind the fence:

- ```` ```console ````: a line that starts with `$ ` is a command, what follows is all that it prints;
- ```` ```python ````: runs without an error, and in front of a ```` ```text ```` block prints that block;
- any other word, or none: not run. A line there that calls `retold` must parse.

A comment `<!-- setup: COMMAND -->` runs a command that the reader does not see.
`<!-- not run: WHY -->` in front of a block says why it is shown and not run.
A page runs in an empty folder that has `examples` and `docs` of the checkout, with what earlier blocks of the
page left there. Commands of `retold` run in this process, so that a page takes seconds; what stands behind a
pipe is given to a shell.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
WIDTH = 84
_PART = re.compile(
    r"^<!-- setup: (?P<setup>.+?) -->\n"
    r"|(?P<skip>^<!-- not run: .+? -->\n)?^```(?P<kind>\w*)\n(?P<body>.*?)^```$",
    re.M | re.S,
)
_CALL = re.compile(r"retold (?P<words>[^|>]*)(?P<rest>.*)", re.S)


@dataclass(frozen=True, slots=True)
class Part:
    """A block or a setup of a page: its kind, its text, and where the text stands."""

    kind: str  # setup, console, python, text, …; "" where the fence has no word
    body: str
    start: int
    end: int
    skipped: bool


def parts(page: str) -> Iterator[Part]:
    """The blocks and setups of a page in order."""
    for found in _PART.finditer(page):
        name = "setup" if found["setup"] else "body"
        kind = "setup" if found["setup"] else found["kind"]
        yield Part(kind, found[name], found.start(name), found.end(name), bool(found["skip"]))


def written(page: str) -> str:
    """The page with what its commands print now."""
    names: dict[str, Any] = {}
    pieces, at, printed = [], 0, ""
    with _folder():
        for part in parts(page):
            new = part.body
            if part.skipped:
                continue
            if part.kind == "setup":
                _output(part.body)
            elif part.kind == "console":
                new = "".join(_ran(part.body))
            elif part.kind == "python":
                printed = _python(part.body, names)
                continue
            elif part.kind == "text" and printed:
                new, printed = printed, ""
            pieces += [page[at : part.start], new]
            at = part.end
    return "".join([*pieces, page[at:]])


def _ran(body: str) -> Iterator[str]:
    """The commands of a console block, each with what it prints."""
    for command in re.findall(r"^\$ (.*(?:\n> .*)*)", body, re.M):
        yield f"$ {command}\n{_output(command.replace(chr(10) + '> ', chr(10)))}"


def _output(command: str) -> str:
    """What a command prints on both streams, without blanks at the ends of lines; an error is raised."""
    call = _CALL.fullmatch(command.replace("\\\n", " "))
    if call is None:
        return _tidy(_shell(command, ""))
    shown, warned, code = _called(shlex.split(call["words"]))
    if code:
        raise AssertionError(f"{command}: exit code {code}\n{shown}{warned}")
    rest = call["rest"].strip()
    return _tidy(warned + (_shell(f"cat {rest}" if rest[0] in "|>" else rest, shown) if rest else shown))


def _shell(command: str, given: str) -> str:
    words = ["bash", "-o", "pipefail", "-c", command]
    done = subprocess.run(words, input=given, capture_output=True, text=True, check=False)
    if done.returncode and "head" not in command:
        raise AssertionError(f"{command}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def _called(words: list[str]) -> tuple[str, str, object]:
    """Run `retold` with these words here: what it prints on either stream, and its exit code."""
    from retold import cli
    from retold.errors import RetoldError

    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    code: object = 0
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            cli.commands(words, prog_name="retold")
        except SystemExit as left:
            code = left.code
        except RetoldError as error:
            print(f"retold: {error}", file=sys.stderr)
            code = 2
    texts = [one.buffer.getvalue().decode() for one in (out, err)]  # type: ignore[attr-defined]
    return texts[0], texts[1], code


def _python(body: str, names: dict[str, Any]) -> str:
    """Run a block of Python; what it prints. Later blocks of a page see its names."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(body, "a block", "exec"), names)
    return _tidy(out.getvalue())


def _tidy(text: str) -> str:
    lines = [line.rstrip() for line in text.splitlines()]
    while lines and not lines[-1]:
        lines.pop()
    return "".join(f"{line}\n" for line in lines)


@contextlib.contextmanager
def _folder() -> Iterator[None]:
    """Stand in a folder of one's own, with a terminal of a known width and no colour."""
    before, old = Path.cwd(), dict(os.environ)
    with tempfile.TemporaryDirectory(prefix="retold-docs-") as name:
        for one in ("examples", "docs"):
            (Path(name) / one).symlink_to(ROOT / one)
        os.environ |= {"COLUMNS": str(WIDTH), "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "TERM": "dumb"}
        os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{old.get('PATH', '')}"
        os.chdir(name)
        try:
            yield
        finally:
            os.chdir(before)
            os.environ.clear()
            os.environ |= old


def pages() -> list[Path]:
    """Every page with blocks: the docs and what lies at the top."""
    top = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "SECURITY.md")]
    found = [*(one for one in top if one.exists()), *sorted((ROOT / "docs").rglob("*.md"))]
    return [
        *found,
        *sorted((ROOT / "examples").glob("*/README.md")),
        *sorted((ROOT / "benchmark").glob("*.md")),
    ]


def is_run(page: Path) -> bool:
    """Whether anything of a page is run."""
    kinds = {part.kind for part in parts(page.read_text(encoding="utf-8")) if not part.skipped}
    return bool(kinds & {"console", "python", "setup"})
