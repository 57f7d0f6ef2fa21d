"""The server as an ASGI application: which address gives what."""

from __future__ import annotations

import asyncio
import json
import secrets
import traceback
from collections.abc import AsyncIterator, Callable
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from retold import streams
from retold.errors import RetoldError
from retold.messages import N_, _, told
from retold.report import engine, pile
from retold.report.served import Served
from retold.server import decision_forms, pages, uploads
from retold.server.guard import Access, App, Guard, TooLarge
from retold.server.jobs import Job, Jobs
from retold.server.latest import Latest
from retold.server.responses import FORMS, Content, answer, as_page
from retold.server.served_traces import ServedTrace
from retold.server.state import Fetch, ServerState
from retold.views import safe

_PAUSE = 0.25  # seconds between two looks at a job
_QUIET = 60  # looks without news after which a sign of life is sent


def application(
    served_trace: ServedTrace,
    access: Access,
    fetch: Fetch | None = None,
    may_fetch: bool = False,
    who: str = "",
) -> App:
    """The application that serves a trace.

    With `may_fetch` pasted addresses are given to `fetch`; with `who` decisions by hand are written down.
    """
    server = ServerState(
        Latest(served_trace), Jobs(served_trace.settings), fetch, may_fetch, who, secrets.token_urlsafe(24)
    )
    routes = [*_reading(server, ""), *_reading(server, "/t/{job}"), *_writing(server), *_deciding(server)]
    handlers: dict[Any, Any] = {
        RetoldError: _refused,
        HTTPException: _unknown,
        TooLarge: _too_large,
        Exception: _failed,
    }
    return Guard(Starlette(routes=routes, exception_handlers=handlers), access)


# ---- what is read ----

Handler = Callable[[Request], Response]
Maker = Callable[[ServedTrace, Request, Served], Content | None]


def _reading(server: ServerState, prefix: str) -> list[Route]:
    """The pages of a trace: of the one that is served, and of one that a job made."""

    def story(served_trace: ServedTrace, request: Request, served: Served) -> Content | None:
        name = _stem(request.path_params["page"])
        return pages.story_content(served_trace, name, _query(request), served)

    asked = {
        "pile": _by_query(pages.pile_content),
        "search": _by_query(pages.search_content),
        "collate": _by_query(pages.collation_content),
    }
    found = [
        Route(f"{prefix}/", _given(server, asked["pile"], "./")),
        Route(f"{prefix}/stories/{{page}}", _given(server, story, "../")),
    ]
    for name, maker in asked.items():
        found += [Route(f"{prefix}/{name}{form}", _given(server, maker, "./")) for form in ("", *_suffixes())]
    return found


def _suffixes() -> list[str]:
    return [f".{form}" for form in FORMS]


def _by_query(content: Callable[[ServedTrace, pages.Query, Served], Content]) -> Maker:
    """What makes a page of the query alone."""
    return lambda served_trace, request, served: content(served_trace, _query(request), served)


def _given(server: ServerState, maker: Maker, root: str) -> Handler:
    """A page as an answer, in the form that the end of its address asks for."""

    def handle(request: Request) -> Response:
        name = request.path_params.get("job")
        served_trace = server.served_trace if name is None else _job(server, name).served_trace
        up = root if name is None else f"{root}../../"
        token = server.token if server.who and name is None else ""
        served = Served(root=root, home=up, may_fetch=server.may_fetch, token=token)
        content = None if served_trace is None else maker(served_trace, request, served)
        if content is None:
            raise HTTPException(404)
        return answer(content, _form(request.url.path))

    return handle


def _query(request: Request) -> pages.Query:
    return request.query_params.multi_items()


def _stem(name: str) -> str:
    stem, dot, form = name.rpartition(".")
    return stem if dot and form in FORMS else name


def _form(path: str) -> str:
    dot, form = path.rpartition("/")[2].rpartition(".")[1:]
    return form if dot and form in FORMS else ""


# ---- what is written ----


def _writing(server: ServerState) -> list[Route]:
    """Where articles are dropped, and jobs are looked at."""

    def new(request: Request) -> Response:  # noqa: ARG001  the shape of a handler
        jobs = [(job.name, f"{safe.short(job.words, 80)} ({job.state})") for job in server.jobs.all()]
        served = Served(root="./", home="./", may_fetch=server.may_fetch)
        page = engine.rendered(
            "new.html", served, title=_("Trace other articles"), token=server.token, jobs=jobs
        )
        return as_page(page)

    async def drop(request: Request) -> Response:
        async with request.form(max_files=uploads.MOST, max_fields=10, max_part_size=uploads.LONGEST) as form:
            decision_forms.check_token(form, server.token)
            given = await uploads.taken(form)
        job = await run_in_threadpool(uploads.begun, server.jobs, given, server)
        return RedirectResponse(f"./jobs/{job.name}", 303)

    def watch(request: Request) -> Response:
        job = _job(server, _stem(request.path_params["name"]))
        if _form(request.url.path) == "json":
            return Response(json.dumps(_state(job)), media_type="application/json")
        return as_page(_job_page(job, server))

    async def events(request: Request) -> Response:
        job = _job(server, request.path_params["name"])
        return StreamingResponse(_events(job, request), media_type="text/event-stream")

    return [
        Route("/new", new),
        Route("/new", drop, methods=["POST"]),
        Route("/jobs/{name}/events", events),
        Route("/jobs/{name}", watch),
    ]


def _deciding(server: ServerState) -> list[Route]:
    """Where decisions are made, taken back, and counted in the trace."""

    async def decide(request: Request) -> Response:
        async with request.form(max_files=0, max_fields=2_000) as given:
            form = FormData([*given.multi_items(), *request.query_params.multi_items()])
            place = await run_in_threadpool(decision_forms.decide, server, form)
        return RedirectResponse(place, 303)

    async def count(request: Request) -> Response:
        async with request.form(max_files=0, max_fields=10) as form:
            job = await run_in_threadpool(decision_forms.counted, server, form)
        return RedirectResponse(f"../jobs/{job.name}", 303)

    async def undo(request: Request) -> Response:
        async with request.form(max_files=0, max_fields=10) as form:
            await run_in_threadpool(decision_forms.undo, server, form)
        return RedirectResponse(decision_forms.back(request.headers.get("referer", "")), 303)

    return [
        Route("/decisions", decide, methods=["POST"]),
        Route("/decisions/undo", undo, methods=["POST"]),
        Route("/decisions/count", count, methods=["POST"]),
    ]


def _job(server: ServerState, name: str) -> Job:
    found = server.jobs.get(name)
    if found is None:
        raise HTTPException(404)
    return found


def _job_page(job: Job, server: ServerState) -> str:
    made = f"../t/{job.name}/" if job.served_trace is not None else "../"
    return engine.rendered(
        "job.html",
        Served(root="../", home="../", may_fetch=server.may_fetch),
        title=job.words,
        heading=safe.short(job.words, 110),
        state=safe.squeezed(job.state),
        done=job.over,
        share=job.share,
        events=f"{job.name}/events",
        result=made if job.over and not job.error else "",
        notes=pile.printable(job.notes[:100]),
    )


def _state(job: Job) -> dict[str, Any]:
    return {"words": safe.squeezed(job.state), "share": job.share, "done": job.over}


async def _events(job: Job, request: Request) -> AsyncIterator[str]:
    """The states of a job as server-sent events, the last when it is over."""
    last, quiet = "", 0
    while not await request.is_disconnected():
        now = json.dumps(_state(job))
        quiet += 1
        if now != last:
            yield f"event: state\ndata: {now}\n\n"
            last, quiet = now, 0
        elif quiet > _QUIET:
            yield ": still here\n\n"
            quiet = 0
        if job.over:
            return
        await asyncio.sleep(_PAUSE)


# ---- what goes wrong ----


def _fault(request: Request, cause: str, cure: str, status: int) -> Response:
    """A refusal as the page or the JSON that was asked for."""
    if _form(request.url.path):
        words = json.dumps({"error": cause, "cure": cure})
        return Response(words, status, media_type="application/json")
    served = Served(root="/", home="/", may_trace=False)
    page = engine.rendered(
        "error.html", served, title=safe.squeezed(told(cause)), cure=safe.squeezed(told(cure))
    )
    return as_page(page, status)


def _refused(request: Request, error: RetoldError) -> Response:
    return _fault(request, error.cause, error.cure, 400)


def _unknown(request: Request, error: HTTPException) -> Response:
    if error.status_code != 404:
        return PlainTextResponse(f"retold: {error.detail}\n", error.status_code, headers=error.headers)
    return _fault(
        request,
        N_("Nothing stands at this address."),
        N_("Go back to the first page and look for it there."),
        404,
    )


def _too_large(request: Request, error: TooLarge) -> Response:  # noqa: ARG001  the shape of a handler
    return _fault(
        request, N_("That is more than is taken at a time."), N_("Trace it with `retold trace` instead."), 413
    )


def _failed(request: Request, error: Exception) -> Response:
    streams.say(f"retold: {request.url.path}: {''.join(traceback.format_exception_only(error)).strip()}")
    return _fault(request, N_("That failed."), N_("The server's terminal says why."), 500)
