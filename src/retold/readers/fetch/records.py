"""What was fetched as a web archive (WARC 1.1): each answer as it came, packed one by one."""

from __future__ import annotations

import gzip
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import BinaryIO


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of a server: the address that was asked, when, and what came."""

    address: str
    when: datetime
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    number: str | None = None  # of the machine that answered

    def header(self, name: str) -> str:
        """The first value of a field, '' without one."""
        return next((value for key, value in self.headers if key.lower() == name), "")


def write(stream: BinaryIO, answer: Answer) -> None:
    """Add an answer to an archive."""
    lines = [f"HTTP/1.1 {answer.status} {answer.reason}".rstrip(), *(f"{k}: {v}" for k, v in _kept(answer))]
    block = "\r\n".join(lines).encode("utf-8", "replace") + b"\r\n\r\n" + answer.body
    fields = {"WARC-Target-URI": answer.address, "Content-Type": "application/http; msgtype=response"}
    if answer.number:
        fields["WARC-IP-Address"] = answer.number
    stream.write(record("response", answer.when, block, fields))


def opening(software: str, when: datetime) -> bytes:
    """The record that opens an archive and says who made it."""
    block = f"software: {software}\r\nformat: WARC File Format 1.1\r\nrobots: obey\r\n".encode()
    return record("warcinfo", when, block, {"Content-Type": "application/warc-fields"})


def record(kind: str, when: datetime, block: bytes, fields: dict[str, str]) -> bytes:
    """One packed record."""
    head = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:{uuid.uuid4()}>",
        "WARC-Date": when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        **fields,
        "Content-Length": str(len(block)),
    }
    lines = "".join(f"{name}: {_plain(value)}\r\n" for name, value in head.items())
    return gzip.compress(
        b"WARC/1.1\r\n" + lines.encode("utf-8", "replace") + b"\r\n" + block + b"\r\n\r\n", mtime=0
    )


def _kept(answer: Answer) -> list[tuple[str, str]]:
    """The fields of an answer: the body is stored joined, and with the length that it has."""
    dropped = ("transfer-encoding", "content-length", "set-cookie")
    kept = [(key, _plain(value)) for key, value in answer.headers if key.lower() not in dropped]
    return [*kept, ("Content-Length", str(len(answer.body)))]


def _plain(value: str) -> str:
    return value.replace("\r", " ").replace("\n", " ")
