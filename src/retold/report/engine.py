"""The template engine: everything is escaped, and a page may use just its own style and script.

Both are allowed by their hashes and nothing else is, so that even a hole in the escaping could run no script.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from retold import ids
from retold.errors import StoreError
from retold.messages import N_, _, language, many, ngettext, told
from retold.views import claimed, decided, findings, pile, safe, wording

if TYPE_CHECKING:
    import jinja2

    from retold.report.served import Served

_TEMPLATES = Path(__file__).parent / "templates"


def rendered(template: str, served: Served | None = None, **content: object) -> str:
    """The page that a template makes of this content; `served` where a server gives it."""
    page, at_server = _engine().get_template(template), served is not None
    style, script = _style(at_server), _script(at_server)
    return page.render(
        style=style, script=script, policy=policy(at_server), served=served, language=language(), **content
    )


@cache
def policy(served: bool = False) -> str:
    """What a page may do: use its own style and script; a served one may ask the server that gave it."""
    style, script = _hash(_style(served)), _hash(_script(served))
    forms = "form-action 'self'; connect-src 'self'" if served else "form-action 'none'"
    return f"default-src 'none'; base-uri 'none'; {forms}; style-src '{style}'; script-src '{script}'"


def written(page: str, path: Path) -> None:
    """Write a page; raises `StoreError` where that cannot be."""
    try:
        path.write_text(page, encoding="utf-8", errors="replace")
    except OSError as error:
        why = f"{path}: {error.strerror or error}"
        raise StoreError(why, N_("choose a place that can be written")) from error


def made_folder(path: Path) -> None:
    """Make a folder unless it is there; raises `StoreError` where that cannot be."""
    try:
        path.mkdir(exist_ok=True)
    except OSError as error:
        why = f"{path}: {error.strerror or error}"
        raise StoreError(why, N_("choose a place that can be written")) from error


def _style(served: bool) -> str:
    return _asset("style.css") + (_asset("served.css") if served else "")


@cache
def _script(served: bool) -> str:
    """The script, whose few words are in the language of the page."""
    source = _asset("script.js") + (_asset("served.js") if served else "")
    return _engine().overlay(autoescape=False, keep_trailing_newline=True).from_string(source).render()


@cache
def _asset(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """The name by which the page's policy allows this text (Content Security Policy Level 3)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _engine() -> jinja2.Environment:
    import jinja2

    engine = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    # Not of the new style, which would take what a message is filled with for harmless.
    engine.install_gettext_callables(_, ngettext, newstyle=False)  # type: ignore[attr-defined]  # of the extension
    engine.globals |= {
        "shown": wording.shown,
        "names": wording.names,
        "bare": wording.bare,
        "in_marks": wording.in_marks,
        "short": safe.short,
        "basis": claimed.basis,
        "change_ids": decided.change_ids,
        "in_mouths": decided.in_mouths,
        "reading_words": claimed.reading_words,
        "told_words": findings.told_words,
        "digest": ids.digest,
        "many": many,
        "told": told,
        "numbers": pile.numbers,
    }
    return engine
