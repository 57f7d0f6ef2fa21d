"""What a server has and may do; every answer is made from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from retold.model import Article, SetAside
from retold.server.jobs import Jobs
from retold.server.latest import Latest
from retold.server.served_traces import ServedTrace

Fetch = Callable[[Sequence[str]], Iterable[Article | SetAside]]  # articles of addresses


@dataclass(frozen=True, slots=True)
class ServerState:
    """What the server has: the trace it was started with, as it is now, jobs, and what may be done.

    `token` goes with every form; who decides is called `who`, '' where nothing may be decided.
    """

    latest: Latest
    jobs: Jobs
    fetch: Fetch | None = None
    may_fetch: bool = False
    who: str = ""
    token: str = ""

    @property
    def served_trace(self) -> ServedTrace:
        """The trace as it was written last."""
        return self.latest.current()
