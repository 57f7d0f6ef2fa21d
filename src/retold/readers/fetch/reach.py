"""Which machines may be asked: those of the public net, and nothing behind them.

An address that a page or a person gives may lead into the house of whoever runs this: to the machine itself,
to a router, to the service that tells a rented machine its keys. So the numbers that a name stands for are
checked, and the connection goes to a number that was checked, not to the name a second time, which may then
stand for another.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from urllib.parse import quote, urlsplit

from retold.messages import N_

IP = ipaddress.IPv4Address | ipaddress.IPv6Address
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")  # an IPv4 number within an IPv6 one (RFC 6052)
PORTS = {"http": 80, "https": 443}


class Unreachable(Exception):
    """An address that is not asked; its words say why."""


def is_public(number: IP) -> bool:
    """Whether a machine is one of the public net: not private, local, reserved or of a group.

    >>> is_public(ipaddress.ip_address("127.0.0.1")), is_public(ipaddress.ip_address("::ffff:10.0.0.1"))
    (False, False)
    """
    inner = _within(number)
    return number.is_global and not number.is_multicast and (inner is None or is_public(inner))


def _within(number: IP) -> ipaddress.IPv4Address | None:
    """The IPv4 number that an IPv6 number carries, None if it carries none."""
    if isinstance(number, ipaddress.IPv4Address):
        return None
    if number in _TRANSLATED:
        return ipaddress.IPv4Address(int(number) & 0xFFFFFFFF)
    teredo = number.teredo
    return number.ipv4_mapped or number.sixtofour or (teredo[1] if teredo else None)


def checked(address: str, ports: frozenset[int] | None) -> tuple[str, str, int, str]:
    """Scheme, host, port and target of an address; raises `Unreachable` for one that is not of the web.

    `ports`: those that may be asked, None for the one that belongs to the scheme.
    """
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port or PORTS.get(parts.scheme, 0)
    except (ValueError, UnicodeError) as error:
        raise Unreachable(N_("is no address of the web")) from error
    if parts.scheme not in PORTS or not host:
        raise Unreachable(N_("is no address of the web"))
    if parts.username is not None or parts.password is not None:
        raise Unreachable(N_("holds a name or a password"))
    if port not in (ports or {PORTS[parts.scheme]}):
        raise Unreachable(N_("names port {port}, which no public page needs").format(port=port))
    return parts.scheme, host, port, _target(parts.path, parts.query)


def _target(path: str, query: str) -> str:
    safe = "/:?#[]@!$&'()*+,;=%~-._|"
    return quote(path or "/", safe=safe) + (f"?{quote(query, safe=safe)}" if query else "")


def numbers_of(host: str, port: int, may_ask: Callable[[IP], bool]) -> list[str]:
    """The numbers that a host stands for now; raises `Unreachable` if one may not be asked."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Unreachable(N_("stands for no machine")) from error
    numbers = list(dict.fromkeys(str(one[4][0]).partition("%")[0] for one in found))
    if not numbers:
        raise Unreachable(N_("stands for no machine"))
    if not all(may_ask(ipaddress.ip_address(number)) for number in numbers):
        raise Unreachable(N_("leads to a machine that is not of the public net"))
    return numbers
