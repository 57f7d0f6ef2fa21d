"""Which engine runs the wide half of a job, and where."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from retold.errors import InputError, RetoldError
from retold.messages import N_

NAMES = ("local", "sail", "spark")


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine by its name.

    `master` says where it runs: "sc://host:port" for a server that stands; for Spark also what its own
    `--master` takes, such as "local[4]" or "yarn". Without it a server is started here, on loopback, and
    ends with the job. `work` is a folder, or an address such as "s3://…", that all workers reach: the tables
    between the steps stay there, and a job that was stopped goes on from them. `partitions` is into how many
    parts rows are divided; 0 goes by size.
    """

    name: str = "local"
    master: str | None = None
    work: str | None = None
    partitions: int = 0


def chosen(given: str | Engine) -> Engine:
    """The engine by name or as it is; raises `InputError` for one that there is not, or that means nothing.

    >>> chosen("sail").name
    'sail'
    """
    found = given if isinstance(given, Engine) else Engine(given)
    if found.name not in NAMES:
        raise InputError(
            N_("there is no engine {name!r}").format(name=found.name),
            N_("take one of {names}").format(names=", ".join(NAMES)),
        )
    if found.name == "local" and (found.master or found.work or found.partitions):
        cause = N_("the local engine has no master, no folder of work and no partitions")
        raise InputError(cause, N_("name another: --engine spark or --engine sail"))
    return found


@contextmanager
def session(engine: Engine) -> Iterator[Any]:
    """A session of Spark Connect on the engine; what was started for it ends with it.

    Raises `ExtraError` where packages or Java are missing, and `RetoldError` for what the engine refuses.
    """
    from retold.engines import sail, spark

    made = {"sail": sail.session, "spark": spark.session}[engine.name]
    with made(engine.master) as found:
        from pyspark.errors import PySparkException

        try:
            yield found
        except PySparkException as error:
            cause = N_("{name} could not go on: {said}").format(
                name=engine.name, said=str(error).strip().splitlines()[0][:300]
            )
            raise RetoldError(
                cause, N_("see what its workers say; the same --work goes on from there")
            ) from error
