"""Decisions that a person makes on a page: read from its form and written down."""

from __future__ import annotations

import hmac
import json
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.datastructures import FormData

from retold.decisions import KINDS, Decision, ledger
from retold.errors import InputError

if TYPE_CHECKING:
    from retold.server.app import Office
    from retold.server.holdings import Holding


def check_token(form: FormData, token: str) -> None:
    """Raise `InputError` for a form that is none of ours."""
    if not hmac.compare_digest(str(form.get("token") or "").encode(), token.encode()):
        raise InputError(
            "that form is not from this server as it runs now", "load the page again, and send it again"
        )


def decide(office: Office, form: FormData) -> str:
    """Write down what a form decides; gives the address of the page to go back to."""
    place = _place(office, form)
    ledger.add(place, decision_of(form, office.holding), office.who)
    number = office.holding.catalogue.number(str(form.get("story") or ""))
    return "./" if number is None else f"stories/{office.holding.catalogue.name(number)}#decided"


def undo(office: Office, form: FormData) -> None:
    """Take a decision back."""
    ledger.undo(_place(office, form), str(form.get("id") or ""), office.who)


def _place(office: Office, form: FormData) -> Path:
    check_token(form, office.token)
    if not office.who or office.holding.decisions is None:
        raise InputError("nothing may be decided here", "start the server with --decide")
    return office.holding.decisions


def decision_of(form: FormData, holding: Holding) -> Decision:
    """The decision in a form; raises `InputError` for what is none."""
    kind = next((one for one in KINDS if one == form.get("kind")), None)
    if kind is None:
        raise InputError("that is no kind of decision", f"use one of {', '.join(KINDS)}")
    story = str(form.get("story") or "")
    articles = [str(one) for one in form.getlist("articles")]
    if kind == "merge":
        articles = [_founder(holding, story), _founder(holding, str(form.get("other") or ""))]
    return Decision(
        kind,
        story=story,
        articles=tuple(dict.fromkeys(articles)),
        names=tuple(dict.fromkeys(str(one) for one in form.getlist("names"))),
        words=str(form.get("words") or "").replace("\r\n", "\n").strip(),
        changes=_changes(str(form.get("changes") or "[]")),
        note=str(form.get("note") or ""),
    )


def _changes(given: str) -> tuple[str, ...]:
    """The ids in a form: a list of texts in JSON."""
    try:
        found = json.loads(given)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise InputError("that is no list of changes", "load the page again, and send it again")
    return tuple(dict.fromkeys(found))


def _founder(holding: Holding, story: str) -> str:
    """An article that stands for a story: its first, which stays when others join."""
    name = urlsplit(story).path.rstrip("/").rpartition("/")[2]
    number = (
        holding.catalogue.number(story)
        if holding.catalogue.number(story) is not None
        else holding.catalogue.number(name)
    )
    if number is None:
        raise InputError(f"no story {story[:60]!r} in this trace", "give the address of its page, or its id")
    return holding.catalogue.thing(number).articles[0]


def back(referer: str) -> str:
    """The page of ours that a form was sent from, as a relative address that leads nowhere else."""
    _, stories, name = urlsplit(referer).path.rpartition("/stories/")
    known = stories and name.replace("-", "").replace("_", "").isalnum()
    return f"../stories/{name}#decided" if known else "../"
