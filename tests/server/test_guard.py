"""What is asked by another name, from another page, or without the token, is not answered."""

from __future__ import annotations

import pytest

from retold.report import engine
from retold.server.guard import Access, Guard, Message, Receive, Scope, Send, TooLarge, _Limited
from tests.server.asking import HOST, Asker, run


async def hello(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["method"] == "POST":
        await receive()
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"hello"})


PLAIN = Asker(Guard(hello, Access()))


@pytest.mark.parametrize("host", ["127.0.0.1:8741", "localhost", "LOCALHOST:80", "[::1]:8741"])
def test_names_of_this_machine_are_answered(host: str) -> None:
    assert PLAIN.get("/", {"host": host}).body == b"hello"


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "evil.example:8741", "", "10.0.0.7", "[::2]"]
)
def test_other_names_are_not(host: str) -> None:
    assert PLAIN.get("/", {"host": host}).status == 421


def test_a_server_for_all_is_asked_by_any_number_and_no_unknown_name() -> None:
    wide = Access(hosts=("box",), any_address=True, token="twelve letters")
    assert wide.takes("10.0.0.7:80") and wide.takes("[fe80::1]:80") and wide.takes("box:8741")
    assert not wide.takes("evil.example")


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {},
    ],
)
def test_what_changes_something_must_come_from_here(headers: dict[str, str]) -> None:
    assert PLAIN.ask("POST", "/", headers, b"x").status == 403


def test_a_form_of_ours_is_taken() -> None:
    assert PLAIN.ask("POST", "/", {"origin": f"http://{HOST}"}, b"x").status == 200
    assert PLAIN.ask("POST", "/", {"sec-fetch-site": "same-origin"}, b"x").status == 200


def test_a_page_elsewhere_may_link_here_and_nothing_else() -> None:
    link = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    assert PLAIN.get("/", link).status == 200
    assert PLAIN.get("/", {**link, "sec-fetch-mode": "no-cors"}).status == 403


def test_too_much_is_refused_before_it_is_read() -> None:
    small = Asker(Guard(hello, Access(), largest=10))
    assert small.ask("POST", "/", {"origin": f"http://{HOST}"}, b"x" * 11).status == 413
    assert small.ask("POST", "/", {"origin": f"http://{HOST}", "content-length": "many"}, b"").status == 413


def test_what_comes_in_pieces_is_counted() -> None:
    async def receive() -> Message:
        return {"type": "http.request", "body": b"x" * 4, "more_body": True}

    async def taken() -> None:
        limited = _Limited(receive, 10)
        for _ in range(3):
            await limited()

    with pytest.raises(TooLarge):
        run(taken())


def test_a_token_is_shown_once_and_kept_as_a_cookie() -> None:
    asker = Asker(Guard(hello, Access(token="twelve letters")))
    assert asker.get("/").status == 401
    assert asker.get("/?token=another").status == 401
    first = asker.get("/?token=twelve%20letters")
    assert first.status == 200 and "HttpOnly; SameSite=Strict" in first.headers["set-cookie"]
    kept = first.headers["set-cookie"].partition(";")[0]
    again = asker.get("/", {"cookie": kept})
    assert again.status == 200 and "set-cookie" not in again.headers
    assert asker.get("/", {"authorization": "Bearer twelve letters"}).status == 200


def test_every_answer_says_what_a_page_may_do() -> None:
    for answer in (PLAIN.get("/"), PLAIN.get("/", {"host": "evil.example"})):
        assert answer.headers["content-security-policy"].startswith(engine.policy(served=True))
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "access-control-allow-origin" not in answer.headers
