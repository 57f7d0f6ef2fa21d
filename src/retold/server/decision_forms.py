"""Decisions that a person makes on a page: read from its form and written down."""

from __future__ import annotations

import hmac
import json
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.datastructures import FormData

from retold import adding
from retold.decisions import KINDS, Decision, ledger
from retold.errors import InputError
from retold.messages import N_, _
from retold.server.jobs import Job, Progress

if TYPE_CHECKING:
    from retold.server.served_traces import ServedTrace
    from retold.server.state import ServerState


def check_token(form: FormData, token: str) -> None:
    """Raise `InputError` for a form that is none of ours."""
    if not hmac.compare_digest(str(form.get("token") or "").encode(), token.encode()):
        raise InputError(
            N_("that form is not from this server as it runs now"),
            N_("load the page again, and send it again"),
        )


def decide(server: ServerState, form: FormData) -> str:
    """Write down what a form decides; gives the address of the page to go back to."""
    place = _place(server, form)
    ledger.add(place, decision_of(form, server.served_trace), server.who)
    number = server.served_trace.catalogue.number(str(form.get("story") or ""))
    return "./" if number is None else f"stories/{server.served_trace.catalogue.name(number)}#decided"


def undo(server: ServerState, form: FormData) -> None:
    """Take a decision back, also one that the trace was made with by another file."""
    place, name = _place(server, form), str(form.get("id") or "")
    known = {one.id for one in server.served_trace.ledger().holding}
    for one in server.served_trace.holding():
        if one.id == name and name not in known:
            ledger.keep(place, one)
    ledger.undo(place, name, server.who)


def counted(server: ServerState, form: FormData) -> Job:
    """Begin to make the stored trace anew with the decisions that hold; only what they change is done again.

    The server reads the trace again when it is written.
    """
    _place(server, form)
    stored, held = server.served_trace.stored, server.served_trace.holding()
    if stored is None:
        raise InputError(N_("this trace is in memory alone"), N_("keep one with -o TRACE, and serve that"))

    def work(job: Job, progress: Progress) -> None:
        news = adding.add(stored, (), adding.Asked(decisions=held), progress)
        job.notes = list(news.set_aside)

    return server.jobs.begin(_("making {name} anew as decided").format(name=stored.name), work)


def _place(server: ServerState, form: FormData) -> Path:
    check_token(form, server.token)
    if not server.who or server.served_trace.decisions is None:
        raise InputError(N_("nothing may be decided here"), N_("start the server with --decide"))
    return server.served_trace.decisions


def decision_of(form: FormData, served_trace: ServedTrace) -> Decision:
    """The decision in a form; raises `InputError` for what is none."""
    kind = next((one for one in KINDS if one == form.get("kind")), None)
    if kind is None:
        cure = N_("use one of {names}").format(names=", ".join(KINDS))
        raise InputError(N_("that is no kind of decision"), cure)
    story = str(form.get("story") or "")
    articles = [str(one) for one in form.getlist("articles")]
    articles += [str(one) for one in form.getlist("a")]  # ticked to be collated, or split off
    if kind == "merge":
        ticked = [str(one) for one in form.getlist("stories")]
        articles = [_founder(served_trace, one) for one in ticked or (story, str(form.get("other") or ""))]
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
        raise InputError(N_("that is no list of changes"), N_("load the page again, and send it again"))
    return tuple(dict.fromkeys(found))


def _founder(served_trace: ServedTrace, story: str) -> str:
    """An article that stands for a story: its first, which stays when others join."""
    name = urlsplit(story).path.rstrip("/").rpartition("/")[2]
    numbers = (served_trace.catalogue.number(one) for one in (story, name))
    number = next((one for one in numbers if one is not None), None)
    if number is None:
        cause = N_("no story {story!r} in this trace").format(story=story[:60])
        raise InputError(cause, N_("give the address of its page, or its id"))
    return served_trace.catalogue.thing(number).articles[0]


def back(referer: str) -> str:
    """The page of ours that a form was sent from, as a relative address that leads nowhere else."""
    __, stories, name = urlsplit(referer).path.rpartition("/stories/")
    known = stories and name.replace("-", "").replace("_", "").isalnum()
    return f"../stories/{name}#decided" if known else "../"
