"""Articles that a person drops or pastes, traced in memory one job after the other."""

from __future__ import annotations

import secrets
import traceback
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from queue import Full, Queue
from threading import Lock, Thread

from retold import pipeline, streams
from retold.errors import InputError, RetoldError
from retold.messages import N_, _
from retold.model import Article, SetAside
from retold.server.served_traces import ServedTrace
from retold.settings import Settings
from retold.views import safe

Reader = Callable[[], Iterable[Article | SetAside]]
Progress = Callable[[str, int, int], None]
_WAITING = 4  # jobs that may wait
_KEPT = 8  # traces in memory; of more the oldest go


@dataclass(slots=True)
class Job:
    """One job: where it stands, and what came of it."""

    name: str
    words: str  # what is traced
    step: str = N_("waiting")
    done: int = 0
    total: int = 0
    over: bool = False
    error: str = ""
    served_trace: ServedTrace | None = None
    notes: list[SetAside] = field(default_factory=list)

    def progress(self, step: str, done: int, total: int) -> None:
        """Take in how far it is."""
        self.step, self.done, self.total = step, done, total

    @property
    def share(self) -> float | None:
        """How much of the step is done, None where that is not known."""
        return self.done / self.total if self.total else None

    @property
    def state(self) -> str:
        """Where it stands, in words."""
        if self.error:
            return self.error
        if self.over:
            return _("done")
        if not self.total:
            return f"{_(self.step)} …"
        counts = {"done": self.done, "total": self.total}
        return _("{step}: {done:,} of {total:,}").format(step=_(self.step), **counts)


Work = Callable[[Job, Progress], None]


class Jobs:
    """The jobs of one server; a thread works them off."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._waiting: Queue[tuple[Job, Work]] = Queue(_WAITING)
        self._lock = Lock()
        self._thread: Thread | None = None

    def add(self, words: str, read: Reader) -> Job:
        """Begin to trace what `read` gives; raises `InputError` while too much is waiting."""
        return self.begin(words, lambda job, progress: self._trace(job, read, progress))

    def begin(self, words: str, work: Work) -> Job:
        """Begin any work that says how far it is; raises `InputError` likewise."""
        job = Job(secrets.token_urlsafe(9), words)
        try:
            self._waiting.put_nowait((job, work))
        except Full as error:
            raise InputError(N_("too much is waiting to be traced"), N_("try again in a while")) from error
        with self._lock:
            self._jobs[job.name] = job
            if self._thread is None:
                self._thread = Thread(target=self._work, daemon=True, name="tracing")
                self._thread.start()
        self._sweep()
        return job

    def get(self, name: str) -> Job | None:
        """The job of this name."""
        return self._jobs.get(name)

    def all(self) -> Iterator[Job]:
        """The jobs, the newest first."""
        return reversed(list(self._jobs.values()))

    def _work(self) -> None:
        while True:
            job, work = self._waiting.get()
            try:
                work(job, job.progress)
            except RetoldError as error:
                job.error = safe.refusal(error)
            except Exception as error:  # one job must not end the others
                streams.say(f"retold: {''.join(traceback.format_exception_only(error)).strip()}")
                job.error = _("tracing failed; the server's terminal says why")
            job.over = True

    def _trace(self, job: Job, read: Reader, progress: Progress) -> None:
        progress(N_("reading"), 0, 0)
        articles = list(read())
        job.notes = [one for one in articles if isinstance(one, SetAside)]
        if all(isinstance(one, SetAside) for one in articles):
            raise InputError(
                N_("no article could be read"), N_("drop files that hold articles, or paste their text")
            )
        found = pipeline.trace(articles, self._settings, progress=progress)
        job.served_trace = ServedTrace(found, self._settings, progress)

    def _sweep(self) -> None:
        """Let go of the oldest traces."""
        with self._lock:
            over = [name for name, job in self._jobs.items() if job.over]
            for name in over[: max(0, len(self._jobs) - _KEPT)]:
                gone = self._jobs.pop(name).served_trace
                with suppress(Exception):
                    if gone is not None:
                        gone.close()
