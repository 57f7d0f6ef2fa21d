"""Nicknames between marks inside a name, each read as one word of it."""

from __future__ import annotations

from retold import parameters
from retold.language.names import Names
from retold.steps.statements.bodies import Token

_NICKNAME = parameters.of("statements", "names").integer("nickname")
MARKS = frozenset("\"“”'‘’")


def with_nicknames(stream: list[Token], starts: frozenset[int], lists: Names) -> list[Token]:
    """The stream with a nickname between marks inside a name as one token: Runa [“Hooks”] Calloway."""
    found: list[Token] = []
    at = 0
    while at < len(stream):
        end = _nickname_end(stream, at, starts, lists)
        if end:
            words = " ".join(word for word, _, _ in stream[at + 1 : end])
            found.append((stream[at][0] + words + stream[end][0], stream[at][1], stream[end][2]))
        else:
            found.append(stream[at])
        at = max(at, end) + 1
    return found


def _nickname_end(stream: list[Token], at: int, starts: frozenset[int], lists: Names) -> int:
    """The token that closes the nickname whose mark stands here, 0 for none."""
    if stream[at][0] not in MARKS or not at or not _within_name(stream[at - 1], stream[at]):
        return 0
    for end in range(at + 2, min(at + 2 + _NICKNAME, len(stream) - 1)):
        inner = stream[at + 1 : end]
        if stream[end][0] in MARKS and all(w[0].isupper() or w in lists.definite for w, _, _ in inner):
            follows = stream[end + 1]
            near = follows[1] - stream[end][2] == 1 and follows[1] not in starts
            return end if near and follows[0][0].isupper() else 0
    return 0


def _within_name(last: Token, mark: Token) -> bool:
    return last[0][0].isupper() and mark[1] - last[2] == 1
