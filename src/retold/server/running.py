"""A server that listens: on the loopback address, or where a person says so and gives a token."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable

from retold import extras
from retold.errors import InputError, StoreError
from retold.messages import N_
from retold.server.guard import OURS, Access, App

LOOPBACK = "127.0.0.1"
_PATIENCE = 2  # seconds that answers under way are given when the server ends


def access(host: str, token: str) -> Access:
    """Under which names a server on this host may be asked.

    Raises `InputError` for a host that others can reach without a token.
    """
    if is_loopback(host):
        return Access(token=token)
    if len(token) < 12:
        raise InputError(
            N_("others could reach {host}").format(host=host),
            N_(
                "give --token with at least 12 characters, or leave out --host to listen on this machine only"
            ),
        )
    names = (*OURS, host.lower(), socket.gethostname().lower())
    return Access(hosts=names, any_address=host in ("0.0.0.0", "::"), token=token)


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a host of this name."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def bound(host: str, port: int) -> socket.socket:
    """A socket that listens; raises `StoreError` where the port is taken. Port 0 takes any that is free."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
    except (OSError, OverflowError) as error:
        made.close()
        why = getattr(error, "strerror", None) or str(error)
        cause = N_("{host}, port {port}: {why}").format(host=host, port=port, why=why)
        raise StoreError(cause, N_("choose another with --port, or 0 for any")) from error
    return made


def address(sock: socket.socket, token: str) -> str:
    """What to open in a browser."""
    host, port = sock.getsockname()[:2]
    shown = {"0.0.0.0": socket.gethostname(), "::": socket.gethostname()}.get(host, host)
    name = f"[{shown}]" if ":" in shown else shown
    return f"http://{name}:{port}/{'?token=' + token if token else ''}"


def serve(app: App, sock: socket.socket, ready: Callable[[], None]) -> None:
    """Answer until the process is told to end; `ready` is called when answers are given."""
    uvicorn = extras.module("uvicorn")
    made = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        date_header=False,
        lifespan="off",
        proxy_headers=False,
        timeout_graceful_shutdown=_PATIENCE,
    )
    server = uvicorn.Server(made)
    begin = server.startup

    async def begun(sockets: list[socket.socket] | None = None) -> None:
        await begin(sockets=sockets)
        ready()

    server.startup = begun
    server.run(sockets=[sock])
