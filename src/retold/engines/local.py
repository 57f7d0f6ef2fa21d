"""A local pool of processes for what is costly and stands alone: pairs to align, stories to follow.

Each is a fresh interpreter, given its work over pipes, so that neither
forking nor the caller's main module is involved. Results come in the order of
the tasks, whoever was quicker.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from queue import SimpleQueue
from typing import IO, Generic, Self, TypeVar

from retold.errors import RetoldError
from retold.messages import N_

Task = TypeVar("Task")
Result = TypeVar("Result")

_VARIABLE = "RETOLD_PROCESSES"
_MOST = 8
_AHEAD = 32  # tasks for each process that wait for their turn or for being fetched
_SERVE = "from retold.engines import local; local.serve()"


def count() -> int:
    """How many processes to start: as many as there are processors, or what RETOLD_PROCESSES says."""
    wanted = os.environ.get(_VARIABLE, "")
    return int(wanted) if wanted.isdecimal() else min(_MOST, os.cpu_count() or 1)


class Processes:
    """Processes that one pool after another gives work to; they start when the first one asks for them."""

    def __init__(self) -> None:
        self._all: list[subprocess.Popen[bytes]] = []

    def started(self) -> list[subprocess.Popen[bytes]]:
        """The processes, all of them idle."""
        self._all = self._all or [_started() for _ in range(max(1, count()))]
        return self._all

    def close(self) -> None:
        """End the processes."""
        for one in self._all:
            one.kill()
            one.communicate()
        self._all = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@dataclass(frozen=True, slots=True)
class _Beginning:
    """What a process is told before its tasks: the function that makes its work, and what that is given."""

    begin: Callable[..., Callable[..., object]]
    given: tuple[object, ...]


class Pool(Generic[Task, Result]):
    """Processes that each hold `begin(*given)`, a function of one task.

    `begin` is a function of a module; what it is given, tasks and results can
    be pickled. The processes are those `among` which the caller has some, whose other pools are done by then;
    else they are the pool's own, which `close` ends.
    """

    def __init__(
        self,
        begin: Callable[..., Callable[[Task], Result]],
        *given: object,
        among: Processes | None = None,
    ) -> None:
        self._idle: SimpleQueue[subprocess.Popen[bytes]] = SimpleQueue()
        self._own = Processes()
        self._all = (self._own if among is None else among).started()
        beginning = pickle.dumps(_Beginning(begin, given))
        for one in self._all:
            _put(_pipe(one.stdin), beginning)
            self._idle.put(one)

    def close(self) -> None:
        """End the pool's own processes."""
        self._own.close()

    def map(self, tasks: Iterable[Task]) -> Iterator[Result]:
        """The result of each task, in order; an error in a process is raised here.

        Few tasks are taken ahead, so that `tasks` may be longer than memory holds.
        Raises `RetoldError` if a process ends by itself, as when memory runs out.
        """
        waiting: deque[Future[Result]] = deque()
        with ThreadPoolExecutor(len(self._all)) as pool:
            try:
                for task in tasks:
                    waiting.append(pool.submit(self._done, task))
                    if len(waiting) > _AHEAD * len(self._all):
                        yield waiting.popleft().result()
                while waiting:
                    yield waiting.popleft().result()
            finally:
                for one in waiting:
                    one.cancel()  # nobody waits for it any more

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _done(self, task: Task) -> Result:
        process = self._idle.get()
        try:
            _put(_pipe(process.stdin), pickle.dumps(task))
            fine, result = pickle.load(_pipe(process.stdout))
        except (EOFError, BrokenPipeError, pickle.UnpicklingError) as error:
            cure = N_("see what it says above; try with {variable}=1, which takes less memory").format(
                variable=_VARIABLE
            )
            raise RetoldError(N_("a helper process ended before its work was done"), cure) from error
        finally:
            self._idle.put(process)
        if not fine:
            raise result
        done: Result = result
        return done


def serve() -> None:
    """What a process does: read how to begin, then answer task after task, until it is to begin anew.

    It ends when the pipe closes.

    Whoever started it says when it ends: an interrupt of both is not for it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    source, sink = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever prints must not get between the results
    work: Callable[..., object] = _unbegun
    while True:
        try:
            task = pickle.load(source)
        except EOFError:
            return
        if isinstance(task, _Beginning):
            work = task.begin(*task.given)
            continue
        try:
            answer: tuple[bool, object] = True, work(task)
        except Exception as error:
            answer = False, error
        try:
            _put(sink, pickle.dumps(answer))
        except BrokenPipeError:  # nobody waits for it any more
            os._exit(0)


def _unbegun(task: object) -> object:
    raise RuntimeError(N_("a task before anything was begun: {task!r}").format(task=task))


def _started() -> subprocess.Popen[bytes]:
    path = os.pathsep.join(place for place in sys.path if place)
    return subprocess.Popen(
        [sys.executable, "-c", _SERVE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": path},
    )


def _put(pipe: IO[bytes], data: bytes) -> None:
    pipe.write(data)
    pipe.flush()


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise RuntimeError(N_("a process was started without pipes"))
    return pipe
