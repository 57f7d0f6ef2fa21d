"""Every sentence of ours that a person reads is marked, stands in the catalogue, and is translated where it is shown."""

from __future__ import annotations

import ast
import builtins
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Set
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po
from click.testing import CliRunner

from retold import cli, messages, readers, sentences
from retold.model import Article, SetAside
from retold.settings import Settings
from retold.views import safe
from tests import pseudo
from translation import catalogue

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "retold"
MARKS = {"_": (0,), "N_": (0,), "ngettext": (0, 1), "many": (1, 2)}
WORDS = re.compile(r"[A-Za-z]{2,}[,;:)”]* +[(“]?[A-Za-z]{2,}|[A-Za-z]{2,}[,;:]? +(\W|$)|(^|\W) +[A-Za-z]{2,}")

# Rooms and files whose strings no person reads, each with the reason.
SILENT = {
    "language": "tables of languages, and the names of their entries",
    "gazetteer": "names, and the tables that hold them",
    "flow": "tables and queries of the wide half",
    "model": "how objects show themselves to programmers",
    "export/formats": "the content of files for other programs",
    "export/drawings.py": "a style sheet",
    "archive/columns.py": "the description of tables, for the documentation",
    "archive/graph.py": "names of nodes in files for other programs",
    "server/catalogue.py": "SQL",
    "server/catalogue_files.py": "SQL",
    "report/stemma_formats.py": "the content of files for other programs",
    "report/ties.py": "drawings without words",
    "steps/changes": "sentences on single changes, which only the rows of a trace carry",
    "steps/claims": "evidence of claims, which only the rows of a trace carry",
    "steps/statements": "words of languages",
    "steps/credits": "words of languages",
    "steps/dates": "words of languages",
    "readers/authors.py": "words of languages",
    "readers/headlines.py": "words of languages",
    "readers/press": "heads of downloads",
}
# Calls that take strings which no person reads: patterns, SQL, formats as the documentation has them.
SILENT_CALLS = {
    "compile", "fullmatch", "search", "sub", "execute", "executemany", "executescript", "Format", "ExportFormat",
}  # fmt: skip
HELP = {"help", "epilog"}  # of click, which the catalogue takes from the commands themselves
# Keys, names of classes and styles, heads of protocols: what looks like words and is compared or sent.
KEYS = {
    " back", " or ", "The ", "the ", "Bearer ", "bold red", "common source", "edge above", "in one", "italic cyan", "missing new",
    "no common text", "only in one", "origin of the report", "other title", "own reports", "passages of", "quoted words",
    "second unsure", "shared readings", "tie unsure", "word for word", "tuple[str, ...]", "{} is {}", "{} and {}",
    "act {}", "cue {}", "{} h {} min", "{} min {} s", "{}.toml: [{}] {} = {}", "{}.toml: [{}] {}", "{}, {} UTC",
    "cell_size_check = ON", "query_only = ON", "trusted_schema = OFF", "(?:^|(?<=the outlet of ))",
}  # fmt: skip
MACHINE = re.compile(
    r"<|Example: |application/|text/|software: |default-src |form-action |event: |: still here|\nimport |from retold"
    r"|SELECT |.*(?:; HttpOnly|; frame-ancestors)"
)


@cache
def _tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def _called(node: ast.AST) -> str:
    """What a call calls, '' for what is no call."""
    if not isinstance(node, ast.Call):
        return ""
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def _inside(node: ast.AST) -> set[int]:
    return {id(one) for one in ast.walk(node)}


def _unread(tree: ast.Module) -> set[int]:
    """Nodes in which no string is for a person to read where the program runs, or which are marked."""
    found: set[int] = set()
    for node in ast.walk(tree):
        called = _called(node)
        if isinstance(node, ast.Call) and called in MARKS:
            found |= {id(one) for one in node.args if isinstance(one, ast.Constant)}
        of_programmer = isinstance(node, ast.FunctionDef) and node.name in (
            "__repr__",
            "_repr_html_",
            "__getattr__",
        )
        docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        help_of_click = isinstance(node, ast.keyword) and node.arg in HELP
        if called in SILENT_CALLS or of_programmer or docstring or help_of_click or _is_fault(node):
            found |= _inside(node)
    return found


def _is_fault(node: ast.AST) -> bool:
    """Whether an exception of Python is made, which is for programmers."""
    kind = vars(builtins).get(_called(node))
    return _called(node) == "ReadError" or (isinstance(kind, type) and issubclass(kind, BaseException))


def _strings(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """The strings of a module with their lines; a placeholder stands for what is filled in."""
    whole = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    unread = _unread(tree) | {id(part) for one in whole for part in one.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and id(node) not in unread:
            parts = (part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
            yield node.lineno, "".join(map(str, parts))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in unread:
            yield node.lineno, node.value


def _spoken_files() -> Iterator[Path]:
    for file in sorted(PACKAGE.rglob("*.py")):
        name = file.relative_to(PACKAGE).as_posix()
        if not any(name == one or name.startswith(f"{one}/") for one in SILENT):
            yield file


def unmarked(tree: ast.Module) -> list[tuple[int, str]]:
    """The strings with words that are neither marked nor of a kind that no person reads."""
    return [
        (line, words)
        for line, words in _strings(tree)
        if WORDS.search(words.replace("retold: ", "")) and words not in KEYS and not MACHINE.match(words)
    ]


@pytest.mark.parametrize("file", list(_spoken_files()), ids=lambda file: str(file.relative_to(PACKAGE)))
def test_every_string_with_words_is_marked(file: Path) -> None:
    assert unmarked(_tree(file)) == []


def test_a_string_that_is_not_marked_is_found() -> None:
    source = 'def told(n: int) -> str:\n    """Doc string."""\n    return f"{n} gulls on the pier" if n else N_("no gull")\n'
    assert unmarked(ast.parse(source)) == [(3, "{} gulls on the pier")]


def test_every_room_that_is_left_out_is_there() -> None:
    assert [name for name in SILENT if not (PACKAGE / name).exists()] == []


@pytest.mark.parametrize(
    "file", sorted((PACKAGE / "report" / "templates").glob("*.html")), ids=lambda file: file.name
)
def test_every_word_of_a_template_is_marked(file: Path) -> None:
    source = file.read_text(encoding="utf-8")
    marked = re.compile(r"\{%-? *trans\b.*?endtrans *-?%\}|\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
    plain = re.sub(r"\{%-? *(?:if|elif|else|endif)\b.*?%\}", " ", marked.sub(" ", source))
    pieces = pseudo.read_of(re.sub(r"<code>.*?</code>|data-article=\"\s*\"", " ", plain, flags=re.DOTALL))
    assert [one.strip() for one in pieces if re.search(r"[A-Za-z]{2,}", one.replace("retold", ""))] == []


# ---- the catalogue ----


def _ids() -> set[str]:
    """All messages of the committed catalogue, both forms of those that have two."""
    return {form for one in pseudo.template() for form in ([one.id] if isinstance(one.id, str) else one.id)}


def test_the_catalogue_is_up_to_date() -> None:
    assert [file.name for file, content in catalogue.files() if file.read_bytes() != content] == []


def _marked(marks: Mapping[str, tuple[int, ...]]) -> set[str]:
    """The messages that stand in such calls in the sources."""
    calls = (
        node for file in PACKAGE.rglob("*.py") for node in ast.walk(_tree(file)) if isinstance(node, ast.Call)
    )
    named = (node for node in calls if isinstance(node.func, ast.Name))
    given = (arg for node in named for at in marks.get(_called(node), ()) for arg in node.args[at : at + 1])
    return {arg.value for arg in given if isinstance(arg, ast.Constant) and isinstance(arg.value, str)}


def test_every_marked_message_is_in_the_catalogue() -> None:
    marked = _marked(MARKS)
    assert len(marked) > 800
    assert sorted(marked - _ids()) == []


def test_the_help_of_commands_is_in_the_catalogue() -> None:
    trace = cli.commands.commands["trace"]
    assert {trace.help, trace.epilog, trace.params[-1].help} <= _ids()  # type: ignore[attr-defined]  # an option


def _placeholders(message: str) -> set[str]:
    old = set(re.findall(r"%\((\w+)\)s", message))
    new = {name for _, name, _, _ in Formatter().parse(message) if name} if "%(" not in message else set()
    return old | new


def placeholder_faults(translation: Path) -> list[str]:
    """Messages whose translation has placeholders that the message has not, or lacks some that it has."""
    with translation.open("rb") as source:
        entries = [one for one in read_po(source) if one.id and one.string]
    pairs = [(one.id, [one.string] if isinstance(one.string, str) else one.string) for one in entries]
    return [
        str(ids)
        for ids, forms in pairs
        for form in forms
        if form and _placeholders(form) != _placeholders(ids if isinstance(ids, str) else ids[-1])
    ]


def test_placeholders_of_a_translation_are_those_of_its_message() -> None:
    for file in messages.FOLDER.glob("*/LC_MESSAGES/*.po"):
        assert placeholder_faults(file) == [], file


def test_a_wrong_placeholder_is_found(tmp_path: Path) -> None:
    file = tmp_path / "retold.po"
    file.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "{name} is empty"\nmsgstr "{nom} est vide"\n\nmsgid "{name}: no"\nmsgstr "{name} : non"\n',
        encoding="utf-8",
    )
    assert placeholder_faults(file) == ["{name} is empty"]


# ---- a language that is spoken ----


def _articles(place: Path) -> list[Article]:
    return [one for one in readers.read([place], Settings().clean) if isinstance(one, Article)]


def _words_of(articles: list[Article]) -> Set[str]:
    """All words of articles: what stands on a screen unmarked must be of them."""
    parts = (part for a in articles for part in (a.id, a.text, a.title, a.outlet, a.byline, a.url) if part)
    return {word for part in parts for word in _words(part)} | {"retold", "utc"}


def _words(text: str) -> list[str]:
    whole = re.sub(r"\w+…", " ", text)  # a name that was cut short
    return re.findall(r"[^\W\d_]{2,}", whole.lower())


def _strange(pieces: list[str], known: Set[str]) -> list[str]:
    """The unmarked pieces with words that no article has."""
    left = (pseudo.unmarked(one) for one in pieces)
    return [one.strip() for one in left if not known.issuperset(_words(one))]


@pytest.mark.parametrize("pile", ["harbour", "wire-desk"])
def test_nothing_on_screen_and_page_is_english_of_ours(pile: str, tmp_path: Path) -> None:
    place = ROOT / "examples" / pile
    known, page = _words_of(_articles(place)), tmp_path / "page.html"
    with pseudo.spoken(tmp_path / "locale"), pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", "500")  # a sentence stands on one line
        done = CliRunner().invoke(cli.commands, ["trace", str(place), "--full", "--html", str(page)])
    assert done.exit_code == 0
    assert done.output.count("«") > 20
    assert _strange(done.output.splitlines(), known) == []
    assert page.read_text(encoding="utf-8").count("«") > 200
    assert _strange(pseudo.read_of(page.read_text(encoding="utf-8")), known) == []


def test_what_is_set_aside_and_refused_is_told_in_the_language(tmp_path: Path) -> None:
    (tmp_path / "gull.jsonl").write_text('{"heron": 4}\n', encoding="utf-8")
    with pseudo.spoken(tmp_path / "locale"):
        done = CliRunner().invoke(cli.commands, ["read", str(tmp_path / "gull.jsonl")])
        refused = safe.refusal(done.exception)  # type: ignore[arg-type]  # what `main` prints
    assert "«an article without text (fields: heron)»; «" in done.output
    assert refused == "«no article could be read»: «name files or folders that hold articles»"


def test_a_note_keeps_the_words_that_are_not_ours() -> None:
    note = SetAside("opening", "is a Parquet file that is damaged", "check the path")
    assert safe.note(note) == "opening: is a Parquet file that is damaged; check the path"


def test_a_sentence_is_recognised_by_its_message(tmp_path: Path) -> None:
    with pseudo.spoken(tmp_path):
        assert messages.told("is a Parquet file that is damaged") == "«is «a Parquet file» that is damaged»"
        assert messages.told("the gulls have the pier") == "the gulls have the pier"
        assert messages.recognised("tern and gull.txt") == "tern and gull.txt"
        assert messages.recognised("a.txt and 3 more") == "«a.txt and 3 more»"


def test_every_sentence_of_a_room_below_is_recognised(tmp_path: Path) -> None:
    """Filled in with anything, a marked message that says a word is told whole."""
    below = (m for m in _marked({"N_": (0,)}) if sentences.PLACEHOLDER.search(m))
    filled = (sentences.PLACEHOLDER.sub(lambda found: f"pier{len(found[1])}", one) for one in below)
    with pseudo.spoken(tmp_path):
        silent = [one for one in filled if messages.told(one) != f"«{one}»"]
    assert [one for one in silent if re.search(r"[A-Za-z]{2}", re.sub(r"pier\d+", "", one))] == []


def test_rows_for_machines_and_a_stored_trace_have_no_language(tmp_path: Path) -> None:
    place, stored = str(ROOT / "examples" / "harbour"), tmp_path / "stored"
    plain = CliRunner().invoke(cli.commands, ["trace", place, "-o", str(stored), "--json"]).output
    with pseudo.spoken(tmp_path / "locale"):
        spoken = (
            CliRunner().invoke(cli.commands, ["trace", place, "-o", str(tmp_path / "other"), "--json"]).output
        )
        finds = CliRunner().invoke(cli.commands, ["find", str(stored), "harbour", "--json"]).output
        again = CliRunner().invoke(cli.commands, ["show", str(tmp_path / "other"), "--json"]).output
    assert spoken == plain
    assert "«" not in finds + again


def test_help_is_in_the_language_that_the_environment_asks_for(tmp_path: Path) -> None:
    pseudo.written(tmp_path)
    code = (
        f"from pathlib import Path; from retold import messages; messages.FOLDER = Path({str(tmp_path)!r}); "
    )
    code += "import sys; sys.argv = ['retold', 'trace', '--help']; from retold.cli import main; main()"
    environment = {**os.environ, messages.VARIABLE: pseudo.CODE, "COLUMNS": "300"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
        encoding="utf-8",
    )
    assert "«Trace articles: files, folders or globs;" in done.stdout
    assert "«Write a page; of many stories an index with a page each.»" in done.stdout


def test_without_a_catalogue_all_is_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(messages.VARIABLE, "eo")
    messages._asked.cache_clear()  # type: ignore[attr-defined]  # what a process keeps
    assert messages.told("check the path") == "check the path"
    assert messages.language() == "en"
    messages._asked.cache_clear()  # type: ignore[attr-defined]


def test_the_languages_of_the_system_do_not_choose() -> None:
    code = "from retold import messages; print(messages.catalogue(), 'gettext' in __import__('sys').modules)"
    environment = {**os.environ, "LANG": "de_DE.UTF-8", "LANGUAGE": "de", "LC_ALL": "de_DE.UTF-8"}
    environment.pop(messages.VARIABLE, None)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    assert done.stdout.strip() == "None False"
